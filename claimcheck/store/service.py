"""The one way into a case for the page, the command line and Python: a short transaction for each call."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from claimcheck.model import Document, Report
from claimcheck.store.case import Case
from claimcheck.store.views import (
    Answer,
    DocumentRow,
    DocumentView,
    FindingView,
    Lease,
    Policy,
    Progress,
    QueueFilter,
    QueuePage,
    Recorded,
    Reviewer,
    Role,
    RuleRow,
    RunRow,
    RunSummary,
    Stale,
    Story,
    User,
)

Clock = Callable[[], datetime]


class ReviewService:
    """What can be asked of a case and written to it; safe to share between threads.

    Names that are not there raise UsageError (a `ClaimcheckError`); so does an answer that may not be given
    (no role for it, a reason that is missing). `now` gives the time, aware of its zone.
    """

    def __init__(self, case: Case, policy: Policy, now: Clock) -> None: ...

    def queue(self, who: Reviewer, wanted: QueueFilter, offset: int = 0, limit: int = 50) -> QueuePage:
        """A stretch of the findings that the filter wants, in the order of work."""
        ...

    def finding(self, who: Reviewer, finding_key: str) -> FindingView:
        """One finding in full; `finding_key` may be the beginning of a key or of a finding's id."""
        ...

    def neighbours(
        self, who: Reviewer, wanted: QueueFilter, finding_key: str
    ) -> tuple[str | None, str | None]:
        """The keys before and after a finding in the queue, also when it has just left the filter."""
        ...

    def decide(self, who: Reviewer, finding_key: str, answer: Answer, seen: str) -> Recorded | Stale:
        """Appends an answer, unless what `who` saw has changed."""
        ...

    def undo(self, who: Reviewer, finding_key: str, seen: str) -> Recorded | Stale:
        """Takes back the last answer of `who` on a finding, by a row that says so; the one before it counts again."""
        ...

    def lease(self, who: Reviewer, finding_key: str) -> Lease | None:
        """Marks a finding as open with `who`; another's lease that still runs, else None."""
        ...

    def release(self, who: Reviewer, finding_key: str) -> None:
        """Gives up the lease of `who`, if there is one."""
        ...

    def progress(self, who: Reviewer, story: str | None = None) -> Progress:
        """How far the review is."""
        ...

    def stories(self) -> tuple[Story, ...]:
        """The stories of the last run, by name."""
        ...

    def documents(self, story: str | None = None) -> tuple[DocumentRow, ...]:
        """The documents of the last run."""
        ...

    def document(self, key: str) -> DocumentView:
        """A document with its claims."""
        ...

    def document_versions(self, key: str) -> tuple[Document, ...]:
        """Every text of a document that the case has seen, the oldest first."""
        ...

    def runs(self) -> tuple[RunRow, ...]:
        """All runs, the last first."""
        ...

    def reviewers(self) -> tuple[str, ...]:
        """The names that have answered something."""
        ...

    def rules(self) -> tuple[str, ...]:
        """The rules that found something in the last run."""
        ...

    def rule_statistics(self) -> tuple[RuleRow, ...]:
        """How each rule does in review."""
        ...

    def report(self, story: str | None = None, *, names: bool = False) -> Report:
        """The last run as a report, with the standing decisions; without `names` they do not say whose."""
        ...

    def add_run(self, report: Report) -> RunSummary:
        """Keeps a run: matches its findings with those of the case and carries the decisions over."""
        ...

    def create_user(self, name: str, password: str, role: Role) -> User:
        """Adds somebody who may sign in; the password is stored as an Argon2id hash."""
        ...

    def verify_password(self, name: str, password: str) -> Reviewer | None:
        """The reviewer, where name and password belong together and the user is active."""
        ...

    def change_user(
        self, name: str, *, password: str | None = None, role: Role | None = None, active: bool | None = None
    ) -> User:
        """Changes what is given."""
        ...

    def users(self) -> tuple[User, ...]:
        """All users, by name."""
        ...

    def settings(self) -> Mapping[str, str]:
        """What the case remembers besides: the policy, the time of its making."""
        ...

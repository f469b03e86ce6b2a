"""The one way into a case for the page, the command line and Python: a short transaction for each call."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select

from claimcheck.model import Document, Report
from claimcheck.store import browsing, exporting, policies, queue, recording, reports, runs, statistics, users
from claimcheck.store.case import Case
from claimcheck.store.finding_views import finding_view
from claimcheck.store.importing import Imported, import_lines
from claimcheck.store.leasing import give_up, take
from claimcheck.store.opened import finding_row
from claimcheck.store.reading_lines import Lines, read_lines
from claimcheck.store.tables import decisions, findings, settings
from claimcheck.store.verdicts import standing_decisions
from claimcheck.store.verification import Verified, verify_case
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
    StandingDecision,
    Story,
    User,
)

Clock = Callable[[], datetime]


class ReviewService:
    """What can be asked of a case and written to it; safe to share between threads.

    Names that are not there raise UsageError (a `ClaimcheckError`); so does an answer that may not be given
    (no role for it, a reason that is missing). `now` gives the time, aware of its zone. Without a policy the
    one that the case remembers is kept.
    """

    def __init__(self, case: Case, policy: Policy | None, now: Clock) -> None:
        self.case = case
        self._now = now
        self.policy = policies.settled(case, policy, self._at())

    def queue(self, who: Reviewer, wanted: QueueFilter, offset: int = 0, limit: int = 50) -> QueuePage:
        """A stretch of the findings that the filter wants, in the order of work."""
        with self.case.reading() as connection:
            return queue.queue_page(connection, who, wanted, max(0, offset), max(1, limit), self._at())

    def finding(self, who: Reviewer, finding_key: str) -> FindingView:
        """One finding in full; `finding_key` may be the beginning of a key or of a finding's id."""
        with self.case.reading() as connection:
            return finding_view(connection, who, finding_key, self._at(), self.policy)

    def neighbours(
        self, who: Reviewer, wanted: QueueFilter, finding_key: str
    ) -> tuple[str | None, str | None]:
        """The keys before and after a finding in the queue, also when it has just left the filter."""
        with self.case.reading() as connection:
            return queue.neighbours_of(connection, who, wanted, finding_key)

    def decide(self, who: Reviewer, finding_key: str, answer: Answer, seen: str) -> Recorded | Stale:
        """Appends an answer, unless what `who` saw has changed."""
        with self.case.writing() as connection:
            return recording.decide(connection, who, finding_key, answer, seen, self._at(), self.policy)

    def undo(self, who: Reviewer, finding_key: str, seen: str) -> Recorded | Stale:
        """Takes back the last answer of `who` on a finding, by a row that says so; the one before it counts again."""
        with self.case.writing() as connection:
            return recording.undo(connection, who, finding_key, seen, self._at(), self.policy)

    def lease(self, who: Reviewer, finding_key: str) -> Lease | None:
        """Marks a finding as open with `who`; another's lease that still runs, else None."""
        until = _iso(self._now() + timedelta(minutes=self.policy.lease_minutes))
        with self.case.writing() as connection:
            key = finding_row(connection, finding_key).finding_key
            return take(connection, who, key, self._at(), until)

    def release(self, who: Reviewer, finding_key: str) -> None:
        """Gives up the lease of `who`, if there is one."""
        with self.case.writing() as connection:
            give_up(connection, who, finding_row(connection, finding_key).finding_key)

    def progress(self, who: Reviewer, story: str | None = None) -> Progress:
        """How far the review is."""
        with self.case.reading() as connection:
            return browsing.progress(connection, who, story)

    def stories(self) -> tuple[Story, ...]:
        """The stories of the case, by name."""
        with self.case.reading() as connection:
            return browsing.stories_of(connection)

    def documents(self, story: str | None = None) -> tuple[DocumentRow, ...]:
        """The documents that are there now, by story and id."""
        with self.case.reading() as connection:
            return browsing.document_rows(connection, story)

    def document(self, key: str) -> DocumentView:
        """A document with its claims."""
        with self.case.reading() as connection:
            return browsing.document_view(connection, key)

    def document_versions(self, key: str) -> tuple[Document, ...]:
        """Every text of a document that the case has seen, the oldest first."""
        with self.case.reading() as connection:
            return browsing.versions_of(connection, key)

    def runs(self) -> tuple[RunRow, ...]:
        """All runs, the last first."""
        with self.case.reading() as connection:
            return browsing.run_rows(connection)

    def reviewers(self) -> tuple[str, ...]:
        """The names that have answered something."""
        with self.case.reading() as connection:
            return tuple(sorted(connection.scalars(select(decisions.c.reviewer).distinct())))

    def rules(self) -> tuple[str, ...]:
        """The rules that have a finding now."""
        with self.case.reading() as connection:
            query = select(findings.c.rule).where(findings.c.state != "absent").distinct()
            return tuple(sorted(connection.scalars(query)))

    def rule_statistics(self) -> tuple[RuleRow, ...]:
        """How each rule does in review."""
        with self.case.reading() as connection:
            return statistics.rule_rows(connection, self.policy)

    def report(self, story: str | None = None, *, names: bool = False) -> Report:
        """All that the case holds now as a report, with the standing decisions; `names` tells whose they are."""
        with self.case.reading() as connection:
            return reports.case_report(connection, story, self.policy, names=names)

    def with_decisions(self, report: Report, *, names: bool = False) -> Report:
        """The report of a run that was just added, with the standing decisions."""
        with self.case.reading() as connection:
            return reports.with_decisions(connection, report, self.policy, names=names)

    def add_run(self, report: Report) -> RunSummary:
        """Keeps a run: matches its findings with those of the case and carries the decisions over."""
        with self.case.writing() as connection:
            return runs.add_run(connection, report, self._at(), self.policy)

    def create_user(self, name: str, password: str, role: Role, by: str = "claimcheck") -> User:
        """Adds somebody who may sign in; the password is stored as an Argon2id hash."""
        with self.case.writing() as connection:
            return users.create_user(connection, name, password, role, self._at(), by)

    def verify_password(self, name: str, password: str) -> Reviewer | None:
        """The reviewer, where name and password belong together and the user is active."""
        with self.case.reading() as connection:
            return users.reviewer_with(connection, name, password)

    def change_user(
        self,
        name: str,
        *,
        password: str | None = None,
        role: Role | None = None,
        active: bool | None = None,
        by: str = "claimcheck",
    ) -> User:
        """Changes what is given."""
        with self.case.writing() as connection:
            return users.change_user(
                connection, name, self._at(), by, password=password, role=role, active=active
            )

    def users(self) -> tuple[User, ...]:
        """All users, by name."""
        with self.case.reading() as connection:
            return users.list_users(connection)

    def settings(self) -> Mapping[str, str]:
        """What the case remembers besides."""
        with self.case.reading() as connection:
            return {row.name: row.value for row in connection.execute(select(settings))}

    def export_decisions(self) -> str:
        """The record as JSON Lines for git, from which a case can be rebuilt; the same case gives the same bytes."""
        with self.case.reading() as connection:
            return exporting.exported(connection)

    def import_decisions(self, files: Mapping[str, str]) -> Imported:
        """Takes in exported records (text by the name of the file): all of them, or with an InputError none."""
        lines = Lines()
        for where, text in files.items():
            read_lines(text, where, lines)
        with self.case.writing() as connection:
            return import_lines(connection, lines, ", ".join(files), self._at(), self.policy)

    def standing_decisions(self) -> tuple[StandingDecision, ...]:
        """What stands on every finding that the case has ever held, absent ones included."""
        with self.case.reading() as connection:
            return standing_decisions(connection)

    def verify(self, known_head: str | None = None) -> Verified:
        """Whether chain, record and outcomes hold; `known_head` is a hash that was noted earlier."""
        with self.case.reading() as connection:
            return verify_case(connection, self.policy, known_head)

    def decisions_recorded(self) -> int:
        """How many rows the record has."""
        with self.case.reading() as connection:
            return int(connection.scalar(select(func.count()).select_from(decisions)) or 0)

    def _at(self) -> str:
        return _iso(self._now())


def _iso(moment: datetime) -> str:
    """The moment in UTC to the second: `2026-11-22T08:15:00Z`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

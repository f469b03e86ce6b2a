"""What the review service takes and gives: reviewers, answers, filters, pages of the queue, one finding in full."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from claimcheck.model import (
    Claim,
    Decision,
    Document,
    Finding,
    FindingState,
    Relation,
    ReviewState,
    Severity,
    Verdict,
)

Role = Literal["reader", "reviewer", "editor"]
ROLES: tuple[Role, ...] = ("reader", "reviewer", "editor")
FINDING_STATES: tuple[FindingState, ...] = ("new", "unchanged", "updated", "reopened", "absent")
REVIEW_STATES: tuple[ReviewState, ...] = ("unreviewed", "changed", "waiting", "disputed", "reviewed")
WantedState = Literal[
    "new", "unchanged", "updated", "reopened", "absent", "disputed", "waiting", "unreviewed", "reviewed"
]
WANTED_STATES: tuple[WantedState, ...] = (*FINDING_STATES, "disputed", "waiting", "unreviewed", "reviewed")
ReasonCode = Literal[
    "different_scope",
    "different_time",
    "update_not_conflict",
    "same_fact_other_words",
    "extraction_error",
    "wrong_attribution",
    "translation",
    "source_corrected",
    "rule_too_strict",
    "other",
]
REASON_CODES: tuple[ReasonCode, ...] = (
    "different_scope",
    "different_time",
    "update_not_conflict",
    "same_fact_other_words",
    "extraction_error",
    "wrong_attribution",
    "translation",
    "source_corrected",
    "rule_too_strict",
    "other",
)
"""In the order of the digits 1 to 9 on the page; `other` needs a note."""
Stage = Literal["review", "final"]
HistoryKind = Literal["review", "final", "undo"]


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who asks: a name, and what the role allows."""

    name: str
    role: Role = "reviewer"


@dataclass(frozen=True, slots=True)
class Policy:
    """How a newsroom reviews; `needed_for_high` of None means as many as for the others."""

    reviewers_needed: int = 1
    needed_for_high: int | None = None
    lease_minutes: int = 10
    precision_below: float = 0.5
    precision_from: int = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reviewer says of a finding; `final` settles a dispute (a third person, or an editor)."""

    verdict: Verdict
    reason_code: ReasonCode | None = None
    note: str | None = None
    seconds: int | None = None
    final: bool = False


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """Which findings; None is any. `state` None leaves out only those that are no longer found."""

    story: str | None = None
    rule: str | None = None
    severity: Severity | None = None
    relation: Relation | None = None
    state: WantedState | None = None
    reviewer: str | None = None
    search: str | None = None
    group: str | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class QueueItem:
    """A finding in one line. `verdict` and `reviewers` are empty where `who` may not see them yet."""

    finding_key: str
    id: str
    group_key: str
    story: str
    rule: str
    relation: Relation
    severity: Severity
    confidence: float
    title: str
    explanation: str
    sources: tuple[str, ...]
    quotes: tuple[str, ...]
    state: FindingState
    review: ReviewState
    verdict: Verdict | None
    reviewers: tuple[str, ...]
    mine: Verdict | None
    leased_by: str | None


@dataclass(frozen=True, slots=True)
class QueuePage:
    """A stretch of the queue; `counts` says how many the filter would show in each state (its own state aside)."""

    items: tuple[QueueItem, ...]
    total: int
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Lease:
    """A finding that somebody has open; ISO time, UTC."""

    reviewer: str
    until: str


@dataclass(frozen=True, slots=True)
class Recorded:
    """The answer is on record; `seen` is the token of what `who` sees now."""

    decision_id: str
    seen: str
    review: ReviewState


@dataclass(frozen=True, slots=True)
class Stale:
    """Nothing was written: what `who` saw is no longer what is there. `theirs` are answers that came in since."""

    reason: Literal["answered", "changed", "gone"]
    theirs: tuple[HistoryEntry, ...]
    seen: str


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One row of the record on a finding, as `who` may see it; `holds`: on the facts as they are now."""

    id: str
    what: HistoryKind
    verdict: Verdict | None
    reason_code: ReasonCode | None
    note: str | None
    reviewer: str
    at: str
    seconds: int | None
    supersedes: str | None
    finding_key: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """A finding as a reviewer saw it: its claims, and the document of each, cut to the text around the claim.

    The claims' offsets point into that text.
    """

    finding: Finding
    claims: tuple[Claim, ...]
    documents: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Before:
    """The last answer from before the facts changed, what was seen then, and in words what changed."""

    decision: HistoryEntry
    seen: Seen | None
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding in full, as `who` may see it.

    `finding.review` is the standing decision or None; `documents` are those of the claims, in their order, with
    their whole text; `hidden` counts answers of others that `who` sees after answering; `before` is set where
    an earlier answer no longer holds; `lease` is another's; `seen` goes back with `decide` and `undo`.
    """

    finding_key: str
    group_key: str
    finding: Finding
    claims: tuple[Claim, ...]
    documents: tuple[Document, ...]
    state: FindingState
    absent_because: str | None
    review: ReviewState
    needed: int
    answered: int
    history: tuple[HistoryEntry, ...]
    hidden: int
    mine: HistoryEntry | None
    before: Before | None
    similar: tuple[str, ...]
    lease: Lease | None
    may_answer: bool
    may_settle: bool
    seen: str


@dataclass(frozen=True, slots=True)
class Progress:
    """The top line: findings that are there now, by what review made of them (disjoint but for `todo`)."""

    findings: int
    reviewed: int
    verdicts: Mapping[Verdict, int]
    unreviewed: int
    changed: int
    waiting: int
    disputed: int
    absent: int
    todo: int


@dataclass(frozen=True, slots=True)
class Story:
    """A story of the last run and how far its review is."""

    name: str
    documents: int
    findings: int
    reviewed: int


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document of the last run; `key` names it for as long as the case lives."""

    key: str
    story: str
    id: str
    outlet: str | None
    title: str | None
    published: str | None
    url: str | None
    path: str | None
    sha256: str
    retrieved_at: str
    versions: int
    claims: int
    findings: int


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document with its claims; `findings` gives the keys of the findings that a claim id stands in."""

    row: DocumentRow
    document: Document
    claims: tuple[Claim, ...]
    findings: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class RuleRow:
    """How a rule does in review. Precision: confirmed or explained, of those that have a standing decision other
    than unsure; the interval is Wilson's at 95 %. Agreement and kappa are of pairs of blind answers."""

    rule: str
    findings: int
    reviewed: int
    confirmed: int
    explained: int
    dismissed: int
    unsure: int
    precision: float | None
    low: float | None
    high: float | None
    below: bool
    reasons: Mapping[str, int]
    pairs: int
    agreement: float | None
    kappa: float | None


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What a run changed in the case."""

    run: int
    findings: int
    new: int
    unchanged: int
    updated: int
    reopened: int
    absent: int
    kept_decisions: int
    to_confirm: int


@dataclass(frozen=True, slots=True)
class RunRow:
    """One run of the case."""

    run: int
    started_at: str
    tool_version: str
    documents: int
    claims: int
    findings: int


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who may sign in; `stamp` is another after each change of the password."""

    name: str
    role: Role
    active: bool
    created_at: str
    stamp: str = ""


@dataclass(frozen=True, slots=True)
class StandingDecision:
    """What a case holds on one finding: the standing decision, or why there is none."""

    finding_key: str
    id: str
    rule: str
    story: str
    title: str
    state: FindingState
    absent_because: str | None
    review: ReviewState
    decision: Decision | None
    reviewers: tuple[str, ...]

"""What a rule says about two or more claims, and what a person answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Relation = Literal["contradiction", "tension", "update", "agreement"]
Severity = Literal["low", "medium", "high"]
Verdict = Literal["confirmed", "explained", "not_a_conflict", "unsure"]
FindingState = Literal["new", "unchanged", "updated", "reopened", "absent"]
ReviewState = Literal["unreviewed", "changed", "waiting", "disputed", "reviewed"]
"""unreviewed: nobody has answered; changed: answered before the facts or the rule changed; waiting: by fewer than
needed; disputed: reviewers differ; reviewed: a decision stands."""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a derivation, readable alone."""

    text: str
    claims: tuple[str, ...] = ()
    rule_line: int | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """A reviewer's answer to a finding, as it stands; several reviewers with one answer stand in one name."""

    verdict: Verdict
    reviewer: str
    at: str
    reason_code: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """How a finding of a case stands; `earlier` is the decision that no longer holds, `changes` say why not."""

    state: FindingState
    review: ReviewState
    earlier: Decision | None = None
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """The relation a rule found between claims; `fingerprint` holds while the facts hold.

    `former_rules` are ids that the rule had before it was renamed.
    """

    id: str
    fingerprint: str
    story: str
    rule: str
    rule_hash: str
    relation: Relation
    severity: Severity
    confidence: float
    claims: tuple[str, ...]
    origins: tuple[int, ...]
    title: str
    explanation: str
    steps: tuple[Step, ...] = ()
    review: Decision | None = None
    case: Standing | None = None
    former_rules: tuple[str, ...] = ()

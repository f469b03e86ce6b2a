"""What a rule says about two or more claims, and what a person answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Relation = Literal["contradiction", "tension", "update", "agreement"]
Severity = Literal["low", "medium", "high"]
Verdict = Literal["confirmed", "explained", "not_a_conflict", "unsure"]


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a derivation, readable alone."""

    text: str
    claims: tuple[str, ...] = ()
    rule_line: int | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """A reviewer's answer to a finding, as it stands."""

    verdict: Verdict
    reviewer: str
    at: str
    reason_code: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """The relation a rule found between claims; `fingerprint` holds while the facts hold."""

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

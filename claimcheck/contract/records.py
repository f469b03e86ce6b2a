"""Pydantic records with the fixed names of the report, claim and document schemas.

Only reading and the JSON Schemas need them; writing goes without pydantic.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from claimcheck.model import (
    Bound,
    Change,
    Factuality,
    FindingState,
    Kind,
    PartKind,
    Polarity,
    Qualifier,
    Relation,
    ReviewState,
    Severity,
    Verdict,
)
from claimcheck.model.document import Field as FieldName

DecimalText = Annotated[str, StringConstraints(pattern=r"^-?[0-9]+(\.[0-9]+)?$")]
Range = Annotated[list[DecimalText], Field(min_length=2, max_length=2)]


class Record(BaseModel):
    """What all records share: no unknown keys, no change after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class PartRecord(Record):
    """A stretch that is not running text: headline, byline, caption, boilerplate."""

    kind: PartKind
    start: int
    end: int


class DocumentRecord(Record):
    """One report, with the text that all offsets point into."""

    id: str
    story: str
    outlet: str | None
    title: str | None
    author: str | None
    published: str | None
    url: str | None
    path: str | None
    sha256: str
    origin: str | None
    text: str
    parts: list[PartRecord] = Field(default_factory=list)


class EventRecord(Record):
    """The event a claim speaks of."""

    type: str
    id: str | None


class TimeRecord(Record):
    """When what is claimed took place; null ends are no bound."""

    start: str | None
    end: str | None
    text: str
    bound: Bound


class QuantityRecord(Record):
    """A figure as the words give it, with its hard and its soft range."""

    text: str
    start: int
    end: int
    value: DecimalText | Range | None
    low: DecimalText | None
    high: DecimalText | None
    low_closed: bool
    high_closed: bool
    soft_low: DecimalText | None
    soft_high: DecimalText | None
    qualifier: Qualifier
    change: Change | None
    unit: str | None
    noun: str | None
    of: str | None
    period: str | None
    currency: str | None
    basis: str | None


class DerivationRecord(Record):
    """How a claim was computed from others."""

    sources: list[str] = Field(alias="from")
    steps: list[str]


class AttributionRecord(Record):
    """One speaker of the chain and the words that name them."""

    name: str
    entity: str | None = None
    start: int
    end: int
    cue: str


class ClaimRecord(Record):
    """One statement at one place in one document."""

    id: str
    document: str
    story: str
    field: FieldName
    start: int
    end: int
    quote: str
    sentence: str
    kind: Kind
    event: EventRecord | None
    measure: str | None
    actor: str | None
    place: str | None
    time: TimeRecord | None
    content: dict[str, str | list[str]]
    quantity: QuantityRecord | None
    derived: DerivationRecord | None
    polarity: Polarity
    factuality: Factuality
    attribution: list[AttributionRecord]


class StepRecord(Record):
    """One line of a derivation."""

    text: str
    claims: list[str]
    rule_line: int | None


class DecisionRecord(Record):
    """A reviewer's standing answer."""

    verdict: Verdict
    reviewer: str
    at: str
    reason_code: str | None
    note: str | None


class StandingRecord(Record):
    """How a finding of a case stands: against the run before, and in review."""

    state: FindingState
    review: ReviewState
    earlier: DecisionRecord | None
    changes: list[str]


class FindingRecord(Record):
    """What a rule says about two or more claims."""

    id: str
    fingerprint: str
    story: str
    rule: str
    rule_hash: str
    relation: Relation
    severity: Severity
    confidence: float = Field(ge=0, le=1)
    claims: list[str] = Field(min_length=2)
    origins: list[int]
    title: str
    explanation: str
    steps: list[StepRecord]
    review: DecisionRecord | None
    case: StandingRecord | None = None


class ToolRecord(Record):
    """The program that wrote the report."""

    name: Literal["claimcheck"]
    version: str


class PackRecord(Record):
    """A pack of rules that took part."""

    name: str
    version: str
    sha256: str


class NotCheckedRecord(Record):
    """Words no rule could use, with the reason."""

    document: str
    field: FieldName
    start: int
    end: int
    quote: str
    reason: str


class ProblemRecord(Record):
    """What was wrong with the input or the rules while the rest went on."""

    where: str
    what: str


class ReportRecord(Record):
    """The whole result of `claimcheck check --format json`."""

    schema_name: Literal["claimcheck/report/1"] = Field(alias="schema")
    tool: ToolRecord
    packs: list[PackRecord]
    documents: list[DocumentRecord]
    claims: list[ClaimRecord]
    findings: list[FindingRecord]
    not_checked: list[NotCheckedRecord]
    problems: list[ProblemRecord]

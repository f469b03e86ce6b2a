"""The lines of an exported decisions file, read strictly."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter

from claimcheck.model import Verdict

SCHEMA = "claimcheck/decisions/1"
Key = Annotated[str, StringConstraints(min_length=8, max_length=64)]
Hash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Moment = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")]
Name = Annotated[str, StringConstraints(min_length=1, max_length=100)]


class Line(BaseModel):
    """What all lines share: no unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class HeaderLine(Line):
    """The first line: which file this is."""

    type: Literal["header"]
    schema_name: Literal["claimcheck/decisions/1"] = Field(alias="schema")


class DocumentLine(Line):
    """A document that a decision rests on: what it was at first, and what it is now."""

    type: Literal["document"]
    key: Key
    first_story: str
    first_id: str
    story: str
    id: str
    outlet: str | None
    path: str | None
    sha256: str


class EvidenceLine(Line):
    """One side of a finding."""

    document: Key
    claim_key: Key
    claim_id: str
    field: Literal["text", "title"]
    start: int
    end: int
    quote: str
    sentence: str


class FindingLine(Line):
    """A finding that has a decision, as the case knew it last."""

    type: Literal["finding"]
    finding_key: Key
    group_key: Key
    state: Literal["unchanged", "updated", "reopened", "absent"]
    absent_because: str | None
    ancestor: Key | None
    returns: int = Field(ge=0)
    evidence_hash: Hash
    facts_hash: Hash
    rule_hash: str
    evidence: list[EvidenceLine]


class KeyLine(Line):
    """A key that a finding has in the file of somebody else."""

    type: Literal["key"]
    finding_key: Key
    finding: Key


class DecisionLine(Line):
    """One row of the record; `id` is the hash of all the rest."""

    type: Literal["decision"]
    id: Hash
    finding_key: Key
    stage: Literal["review", "final"]
    what: Literal["answer", "undo"]
    verdict: Verdict | None
    reason_code: str | None
    note: str | None
    reviewer: Name
    at: Moment
    seconds: int | None
    supersedes: Hash | None
    blind: bool
    evidence_hash: Hash
    facts_hash: Hash
    rule_hash: str
    returns: int = Field(ge=0)
    snapshot: dict[str, Any]


AnyLine = HeaderLine | DocumentLine | FindingLine | KeyLine | DecisionLine
LINE: TypeAdapter[AnyLine] = TypeAdapter(Annotated[AnyLine, Field(discriminator="type")])

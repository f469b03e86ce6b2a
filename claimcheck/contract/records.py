"""Pydantic records with the fixed names of the report, claim and document schemas.

Writing goes straight from the dataclasses to plain dictionaries (fast, one fixed order of keys);
reading goes through the records, which refuse unknown keys.
"""

from __future__ import annotations

import json
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from claimcheck.errors import InputError, Problem
from claimcheck.model import (
    Attribution,
    Bound,
    Change,
    Claim,
    Decision,
    Derivation,
    Document,
    EventReference,
    Factuality,
    Finding,
    Interval,
    Kind,
    NotChecked,
    Pack,
    Part,
    PartKind,
    Polarity,
    Qualifier,
    Quantity,
    Relation,
    Report,
    Severity,
    Span,
    Step,
    TimeReference,
    Verdict,
    plain,
)
from claimcheck.model.document import Field as FieldName

SCHEMA_NAME = "claimcheck/report/1"

DecimalText = Annotated[str, StringConstraints(pattern=r"^-?[0-9]+(\.[0-9]+)?$")]
Json = dict[str, Any]


class Record(BaseModel):
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
    value: DecimalText | list[DecimalText] | None
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


def _decimal_text(number: Decimal | None) -> str | None:
    return None if number is None else plain(number)


def _value_json(quantity: Quantity) -> str | list[str] | None:
    if isinstance(quantity.value, tuple):
        return [plain(number) for number in quantity.value]
    return _decimal_text(quantity.value)


def _quantity_json(quantity: Quantity) -> Json:
    return {
        "text": quantity.text,
        "start": quantity.start,
        "end": quantity.end,
        "value": _value_json(quantity),
        "low": _decimal_text(quantity.hard.low),
        "high": _decimal_text(quantity.hard.high),
        "low_closed": quantity.hard.low_closed,
        "high_closed": quantity.hard.high_closed,
        "soft_low": _decimal_text(quantity.soft.low),
        "soft_high": _decimal_text(quantity.soft.high),
        "qualifier": quantity.qualifier,
        "change": quantity.change,
        "unit": quantity.unit,
        "noun": quantity.noun,
        "of": quantity.of,
        "period": quantity.period,
        "currency": quantity.currency,
        "basis": quantity.basis,
    }


def claim_to_json(claim: Claim) -> Json:
    """A claim as the contract writes it, in a fixed order of keys."""
    event, time, derived = claim.event, claim.time, claim.derived
    return {
        "id": claim.id,
        "document": claim.document,
        "story": claim.story,
        "field": claim.field,
        "start": claim.start,
        "end": claim.end,
        "quote": claim.quote,
        "sentence": claim.sentence,
        "kind": claim.kind,
        "event": {"type": event.type, "id": event.id} if event else None,
        "measure": claim.measure,
        "actor": claim.actor,
        "place": claim.place,
        "time": {"start": time.start, "end": time.end, "text": time.text, "bound": time.bound} if time else None,
        "content": {
            key: list(value) if isinstance(value, tuple) else value for key, value in sorted(claim.content.items())
        },
        "quantity": _quantity_json(claim.quantity) if claim.quantity else None,
        "derived": {"from": list(derived.sources), "steps": list(derived.steps)} if derived else None,
        "polarity": claim.polarity,
        "factuality": claim.factuality,
        "attribution": [
            {"name": link.name, "entity": link.entity, "start": link.start, "end": link.end, "cue": link.cue}
            for link in claim.attribution
        ],
    }


def document_to_json(document: Document) -> Json:
    """A document as the report holds it."""
    return {
        "id": document.id,
        "story": document.story,
        "outlet": document.outlet,
        "title": document.title,
        "author": document.author,
        "published": document.published,
        "url": document.url,
        "path": document.path,
        "sha256": document.sha256,
        "origin": document.origin,
        "text": document.text,
        "parts": [{"kind": p.kind, "start": p.span.start, "end": p.span.end} for p in document.parts],
    }


def finding_to_json(finding: Finding) -> Json:
    """A finding as the contract writes it."""
    review = finding.review
    return {
        "id": finding.id,
        "fingerprint": finding.fingerprint,
        "story": finding.story,
        "rule": finding.rule,
        "rule_hash": finding.rule_hash,
        "relation": finding.relation,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "claims": list(finding.claims),
        "origins": list(finding.origins),
        "title": finding.title,
        "explanation": finding.explanation,
        "steps": [
            {"text": step.text, "claims": list(step.claims), "rule_line": step.rule_line} for step in finding.steps
        ],
        "review": {
            "verdict": review.verdict,
            "reviewer": review.reviewer,
            "at": review.at,
            "reason_code": review.reason_code,
            "note": review.note,
        }
        if review
        else None,
    }


def report_to_json(report: Report) -> Json:
    """The whole report; `json.dumps` of it is the same for the same input."""
    return {
        "schema": SCHEMA_NAME,
        "tool": {"name": "claimcheck", "version": report.tool_version},
        "packs": [{"name": p.name, "version": p.version, "sha256": p.sha256} for p in report.packs],
        "documents": [document_to_json(document) for document in report.documents],
        "claims": [claim_to_json(claim) for claim in report.claims],
        "findings": [finding_to_json(finding) for finding in report.findings],
        "not_checked": [
            {"document": n.document, "field": n.field, "start": n.start, "end": n.end, "quote": n.quote,
             "reason": n.reason}
            for n in report.not_checked
        ],
        "problems": [{"where": p.where, "what": p.what} for p in report.problems],
    }  # fmt: skip


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _quantity_from_record(record: QuantityRecord) -> Quantity:
    value: Decimal | tuple[Decimal, Decimal] | None
    if isinstance(record.value, list):
        low, high = record.value
        value = (Decimal(low), Decimal(high))
    else:
        value = _number(record.value)
    return Quantity(
        text=record.text,
        start=record.start,
        end=record.end,
        value=value,
        hard=Interval(_number(record.low), _number(record.high), record.low_closed, record.high_closed),
        soft=Interval(_number(record.soft_low), _number(record.soft_high)),
        qualifier=record.qualifier,
        change=record.change,
        unit=record.unit,
        noun=record.noun,
        of=record.of,
        period=record.period,
        currency=record.currency,
        basis=record.basis,
    )


def claim_from_record(record: ClaimRecord) -> Claim:
    """The claim that a record describes; `claim_to_json` of it gives the record's JSON again."""
    return Claim(
        id=record.id,
        document=record.document,
        story=record.story,
        field=record.field,
        start=record.start,
        end=record.end,
        quote=record.quote,
        sentence=record.sentence,
        kind=record.kind,
        event=EventReference(record.event.type, record.event.id) if record.event else None,
        measure=record.measure,
        actor=record.actor,
        place=record.place,
        time=TimeReference(record.time.start, record.time.end, record.time.text, record.time.bound)
        if record.time
        else None,
        content=MappingProxyType(
            {key: tuple(value) if isinstance(value, list) else value for key, value in record.content.items()}
        ),
        quantity=_quantity_from_record(record.quantity) if record.quantity else None,
        derived=Derivation(tuple(record.derived.sources), tuple(record.derived.steps)) if record.derived else None,
        polarity=record.polarity,
        factuality=record.factuality,
        attribution=tuple(Attribution(a.name, a.start, a.end, a.cue, a.entity) for a in record.attribution),
    )


def _document_from_record(record: DocumentRecord) -> Document:
    fields = record.model_dump(exclude={"parts"})
    return Document(**fields, parts=tuple(Part(p.kind, Span(p.start, p.end)) for p in record.parts))


def _finding_from_record(record: FindingRecord) -> Finding:
    review = record.review
    return Finding(
        id=record.id,
        fingerprint=record.fingerprint,
        story=record.story,
        rule=record.rule,
        rule_hash=record.rule_hash,
        relation=record.relation,
        severity=record.severity,
        confidence=record.confidence,
        claims=tuple(record.claims),
        origins=tuple(record.origins),
        title=record.title,
        explanation=record.explanation,
        steps=tuple(Step(s.text, tuple(s.claims), s.rule_line) for s in record.steps),
        review=Decision(review.verdict, review.reviewer, review.at, review.reason_code, review.note)
        if review
        else None,
    )


def report_from_json(text: str, where: str) -> Report:
    """The report in a JSON text; raises InputError naming `where` and the first thing that is wrong."""
    try:
        record = ReportRecord.model_validate(json.loads(text))
    except json.JSONDecodeError as error:
        raise InputError(f"{where}:{error.lineno}: not JSON: {error.msg}") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise InputError(f"{where}: not a claimcheck report: {place}: {first['msg']}") from error
    try:
        claims = tuple(claim_from_record(claim) for claim in record.claims)
    except (InvalidOperation, ValueError) as error:
        raise InputError(f"{where}: not a claimcheck report: a quantity holds no number") from error
    return Report(
        tool_version=record.tool.version,
        packs=tuple(Pack(p.name, p.version, p.sha256) for p in record.packs),
        documents=tuple(_document_from_record(document) for document in record.documents),
        claims=claims,
        findings=tuple(_finding_from_record(finding) for finding in record.findings),
        not_checked=tuple(
            NotChecked(n.document, n.field, n.start, n.end, n.quote, n.reason) for n in record.not_checked
        ),
        problems=tuple(Problem(p.where, p.what) for p in record.problems),
    )

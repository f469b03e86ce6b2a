"""The JSON of a report back to the report; unknown keys are refused."""

from __future__ import annotations

import json
from decimal import Decimal
from types import MappingProxyType

from pydantic import ValidationError

from claimcheck.contract.records import (
    ClaimRecord,
    DecisionRecord,
    DocumentRecord,
    FindingRecord,
    QuantityRecord,
    ReportRecord,
    StandingRecord,
)
from claimcheck.errors import InputError, Problem
from claimcheck.model import (
    Attribution,
    Claim,
    Decision,
    Derivation,
    Document,
    EventReference,
    Finding,
    Interval,
    NotChecked,
    Pack,
    Part,
    Quantity,
    Report,
    Span,
    Standing,
    Step,
    TimeReference,
)


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
        derived=Derivation(tuple(record.derived.sources), tuple(record.derived.steps))
        if record.derived
        else None,
        polarity=record.polarity,
        factuality=record.factuality,
        attribution=tuple(Attribution(a.name, a.start, a.end, a.cue, a.entity) for a in record.attribution),
    )


def document_from_record(record: DocumentRecord) -> Document:
    """The document that a record describes."""
    fields = record.model_dump(exclude={"parts"})
    return Document(**fields, parts=tuple(Part(p.kind, Span(p.start, p.end)) for p in record.parts))


def finding_from_record(record: FindingRecord) -> Finding:
    """The finding that a record describes."""
    review, case = record.review, record.case
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
        review=_decision_from_record(review) if review else None,
        case=_standing_from_record(case) if case else None,
    )


def _standing_from_record(record: StandingRecord) -> Standing:
    earlier = record.earlier
    return Standing(
        record.state,
        record.review,
        _decision_from_record(earlier) if earlier else None,
        tuple(record.changes),
    )


def _decision_from_record(record: DecisionRecord) -> Decision:
    return Decision(record.verdict, record.reviewer, record.at, record.reason_code, record.note)


def report_from_json(text: str, where: str) -> Report:
    """The report in a JSON text; raises InputError naming `where` and the first thing that is wrong."""
    record = _report_record(text, where)
    return Report(
        tool_version=record.tool.version,
        packs=tuple(Pack(p.name, p.version, p.sha256) for p in record.packs),
        documents=tuple(document_from_record(document) for document in record.documents),
        claims=tuple(claim_from_record(claim) for claim in record.claims),
        findings=tuple(finding_from_record(finding) for finding in record.findings),
        not_checked=tuple(
            NotChecked(n.document, n.field, n.start, n.end, n.quote, n.reason) for n in record.not_checked
        ),
        problems=tuple(Problem(p.where, p.what) for p in record.problems),
    )


def _report_record(text: str, where: str) -> ReportRecord:
    try:
        return ReportRecord.model_validate(json.loads(text))
    except json.JSONDecodeError as error:
        raise InputError(f"{where}:{error.lineno}: not JSON: {error.msg}") from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise InputError(
            f"{where}: not a claimcheck report: {f'{place}: ' if place else ''}{first['msg']}"
        ) from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"{where}: not JSON: {error}") from error

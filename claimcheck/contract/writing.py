"""Claims, findings and reports to the plain dictionaries of the contract, in one fixed order of keys."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from claimcheck.model import Claim, Decision, Document, Finding, NotChecked, Quantity, Report, Standing, plain

SCHEMA_NAME = "claimcheck/report/1"

Json = dict[str, Any]


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
        "time": {"start": time.start, "end": time.end, "text": time.text, "bound": time.bound}
        if time
        else None,
        "content": {
            key: list(value) if isinstance(value, tuple) else value
            for key, value in sorted(claim.content.items())
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
    """A finding as the contract writes it; `case` is there only for a finding that a case holds."""
    written: Json = {
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
            {"text": step.text, "claims": list(step.claims), "rule_line": step.rule_line}
            for step in finding.steps
        ],
        "review": _decision_json(finding.review) if finding.review else None,
    }
    if finding.case is not None:
        written["case"] = _standing_json(finding.case)
    return written


def _standing_json(standing: Standing) -> Json:
    return {
        "state": standing.state,
        "review": standing.review,
        "earlier": _decision_json(standing.earlier) if standing.earlier else None,
        "changes": list(standing.changes),
    }


def _decision_json(decision: Decision) -> Json:
    return {
        "verdict": decision.verdict,
        "reviewer": decision.reviewer,
        "at": decision.at,
        "reason_code": decision.reason_code,
        "note": decision.note,
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
        "not_checked": [_not_checked_json(words) for words in report.not_checked],
        "problems": [{"where": p.where, "what": p.what} for p in report.problems],
    }


def _not_checked_json(words: NotChecked) -> Json:
    return {
        "document": words.document,
        "field": words.field,
        "start": words.start,
        "end": words.end,
        "quote": words.quote,
        "reason": words.reason,
    }

"""The findings for a spreadsheet: one row for each side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from claimcheck.model import Decision, Quantity, Report, plain
from claimcheck.report.cards import Card, Deck, Side

_COLUMNS = (
    "finding",
    "fingerprint",
    "relation",
    "severity",
    "confidence",
    "rule",
    "title",
    "side",
    "document",
    "outlet",
    "published",
    "speaker",
    "quote",
    "value",
    "low",
    "high",
    "unit",
    "measure",
    "start",
    "end",
    "explanation",
    "state",
    "review",
    "verdict",
    "reason_code",
    "note",
    "reviewer",
    "reviewed_at",
)
# Full-width forms too: spreadsheets in some languages read them as the plain ones.
_FORMULA = tuple("=+-@＝＋－＠")
_BREAKING = ("\t", "\r", "\n")

Cell = str | int | float | Decimal | None


def render_csv(report: Report) -> str:
    """A table with a header, commas, line feeds, and nothing that a spreadsheet would run."""
    rows: list[Sequence[Cell]] = [_COLUMNS]
    rows += [_row(card, side) for card in Deck(report).cards for side in card.sides]
    return csv_lines(rows)


def csv_lines(rows: Iterable[Sequence[Cell]]) -> str:
    """The rows as they stand in a file: commas, line feeds, no formulas."""
    return "".join(",".join(_cell(value) for value in row) + "\n" for row in rows)


def _row(card: Card, side: Side) -> Sequence[Cell]:
    finding, claim, document, quantity = card.finding, side.claim, side.document, side.claim.quantity
    return (
        finding.id,
        finding.fingerprint,
        finding.relation,
        finding.severity,
        finding.confidence,
        finding.rule,
        finding.title,
        side.number,
        claim.document,
        document.outlet if document else None,
        document.published if document else None,
        claim.speaker.name if claim.speaker else None,
        claim.quote,
        _value(quantity),
        quantity.hard.low if quantity else None,
        quantity.hard.high if quantity else None,
        quantity.unit if quantity else None,
        claim.measure,
        claim.start,
        claim.end,
        finding.explanation,
        finding.case.state if finding.case else None,
        finding.case.review if finding.case else None,
        *_decided(finding.review),
    )


def _decided(decision: Decision | None) -> Sequence[Cell]:
    if decision is None:
        return (None,) * 5
    return decision.verdict, decision.reason_code, decision.note, decision.reviewer, decision.at


def _value(quantity: Quantity | None) -> Cell:
    value = quantity.value if quantity else None
    return " to ".join(plain(end) for end in value) if isinstance(value, tuple) else value


def _cell(value: Cell) -> str:
    """A value as RFC 4180 writes it; words that would start a formula get an apostrophe before them."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return plain(value)
    if not isinstance(value, str):
        return str(value)
    risky = value.startswith(_BREAKING) or value.lstrip().startswith(_FORMULA)
    guarded = f"'{value}" if risky else value
    if any(char in guarded for char in ',"\r\n'):
        return '"' + guarded.replace('"', '""') + '"'
    return guarded

"""`claimcheck extract`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import typer

from claimcheck.cli.session import Session, printable
from claimcheck.model import Claim

FORMATS = ("text", "jsonl", "json")


def run_extract(session: Session, inputs: list[str], format_: str | None, *, strict: bool) -> None:
    """Writes the claims of the documents."""
    chosen = session.format(format_, FORMATS, "text")

    from claimcheck.contract import claim_to_json
    from claimcheck.pipeline import read_claims

    knowledge = session.knowledge()
    ingested = session.read(inputs)
    reading = read_claims(ingested.documents, knowledge)
    session.check_read(reading)
    claims = reading.claims
    if chosen == "text":
        session.write(_table(claims))
    elif chosen == "json":
        rows = [claim_to_json(claim) for claim in claims]
        session.write(json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
    else:
        lines = (json.dumps(claim_to_json(claim), ensure_ascii=False) for claim in claims)
        session.write("".join(f"{line}\n" for line in lines))
    if knowledge.problems or (strict and (ingested.unreadable or reading.problems)):
        raise typer.Exit(2)


def _table(claims: Sequence[Claim]) -> str:
    """One claim in two lines: the figure and what it measures, then who says it where."""
    lines = (line for claim in claims for line in _rows(claim))
    return "".join(f"{printable(line)}\n" for line in lines) or "no claims\n"


def _rows(claim: Claim) -> Iterator[str]:
    quantity = claim.quantity
    figure = f"{quantity.text} {quantity.noun or ''}" if quantity else claim.quote
    means = f"  [{quantity.hard.describe()}]" if quantity and quantity.qualifier != "exact" else ""
    yield f"{' '.join(figure.split())}{means}"
    speakers = " < ".join(link.name for link in claim.attribution) or "the report itself"
    stance = "" if claim.factuality == "asserted" else f", {claim.factuality}"
    denial = ", denied" if claim.polarity == "negated" else ""
    place = f"{claim.document} {claim.start}-{claim.end}"
    yield f"    {claim.measure or claim.kind}; {speakers}{stance}{denial}; {place}"

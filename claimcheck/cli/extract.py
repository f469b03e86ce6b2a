"""`claimcheck extract`."""

from __future__ import annotations

import json
from collections.abc import Sequence

import typer

from claimcheck.cli.session import Session, choose_format
from claimcheck.model import Claim

FORMATS = ("text", "jsonl", "json")


def run_extract(session: Session, inputs: list[str], format_: str | None, *, strict: bool) -> None:
    """Writes the claims of the documents."""
    from claimcheck.contract import claim_to_json
    from claimcheck.pipeline import claims_of

    chosen = choose_format(format_, session.output, FORMATS, "text")
    knowledge = session.knowledge()
    session.warn(knowledge.problems)
    ingested = session.read(inputs)
    claims = claims_of(ingested.documents, knowledge)
    if chosen == "text":
        session.write(_table(claims))
    elif chosen == "json":
        session.write(json.dumps([claim_to_json(claim) for claim in claims], ensure_ascii=False, indent=1) + "\n")
    else:
        session.write("".join(json.dumps(claim_to_json(claim), ensure_ascii=False) + "\n" for claim in claims))
    if knowledge.problems or (strict and ingested.unreadable):
        raise typer.Exit(2)


def _table(claims: Sequence[Claim]) -> str:
    """One claim in two lines: the figure and what it measures, then who says it where."""
    lines = []
    for claim in claims:
        quantity = claim.quantity
        figure = f"{quantity.text} {quantity.noun or ''}".strip() if quantity else claim.quote
        means = f"  [{quantity.hard.describe()}]" if quantity and quantity.qualifier != "exact" else ""
        speakers = " < ".join(link.name for link in claim.attribution) or "the report itself"
        stance = "" if claim.factuality == "asserted" else f", {claim.factuality}"
        denial = ", denied" if claim.polarity == "negated" else ""
        lines.append(f"{' '.join(figure.split())}{means}")
        lines.append(f"    {claim.measure or claim.kind}; {speakers}{stance}{denial}; {claim.document} {claim.start}-{claim.end}")
    return "".join(f"{line}\n" for line in lines) or "no claims\n"

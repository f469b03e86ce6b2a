"""What a reviewer saw, kept with the decision: it can be defended after the article has changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from claimcheck.contract import claim_to_json, document_to_json, finding_to_json
from claimcheck.model import Claim, Document, Finding
from claimcheck.store.records import claim_of, document_of, finding_of
from claimcheck.store.views import Seen

AROUND = 400
"""Characters of context on each side of a claim's sentence."""


def snapshot(finding: Finding, claims: Sequence[Claim], documents: Sequence[Document]) -> dict[str, Any]:
    """The finding, its claims, and each document cut to the text around the claim, as JSON."""
    cut = [_cut(claim, document) for claim, document in zip(claims, documents, strict=True)]
    shown = replace(finding, review=None, case=None)
    return {
        "finding": finding_to_json(shown),
        "claims": [claim_to_json(claim) for claim, _ in cut],
        "documents": [document_to_json(document) for _, document in cut],
    }


def seen_in(snapshot_json: dict[str, Any]) -> Seen:
    """What a snapshot shows."""
    return Seen(
        finding=finding_of(snapshot_json["finding"]),
        claims=tuple(claim_of(record) for record in snapshot_json["claims"]),
        documents=tuple(document_of(record) for record in snapshot_json["documents"]),
    )


def _cut(claim: Claim, document: Document) -> tuple[Claim, Document]:
    """The document with the text around the claim alone, and the claim with its offsets in that text."""
    text = document.field(claim.field)
    start = text.rfind(claim.sentence, 0, claim.start + len(claim.sentence)) if claim.sentence else -1
    first = claim.start if start < 0 or start > claim.start else start
    low = _word_edge(text, max(0, first - AROUND), 1)
    high = _word_edge(text, min(len(text), max(claim.end, first + len(claim.sentence)) + AROUND), -1)
    window = replace(document, parts=())
    if claim.field == "title":
        return claim, replace(window, text="")
    return _shifted(claim, low), replace(window, text=text[low : max(high, claim.end)])


def _word_edge(text: str, at: int, step: int) -> int:
    """The nearest end of a word from an offset, so that no word is cut in two."""
    while 0 < at < len(text) and not (text[at - 1].isspace() or text[at].isspace()):
        at += step
    return at


def _shifted(claim: Claim, by: int) -> Claim:
    quantity = claim.quantity
    return replace(
        claim,
        start=claim.start - by,
        end=claim.end - by,
        quantity=replace(quantity, start=quantity.start - by, end=quantity.end - by) if quantity else None,
        attribution=tuple(
            replace(link, start=link.start - by, end=link.end - by) for link in claim.attribution
        ),
    )

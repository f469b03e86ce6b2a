"""The text of a document in paragraphs, cut where its claims begin and end."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimcheck.model import Claim, Document, Field, Span

_BLANK_LINE = re.compile(r"\r?\n[^\S\n]*(?:\r?\n[^\S\n]*)+")
_LINE_END = re.compile(r"\r?\n")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words under the same claims; `begins` are the claims that start here, `ends` those that end here."""

    text: str
    claims: tuple[Claim, ...]
    begins: tuple[Claim, ...]
    ends: tuple[Claim, ...]


def paragraphs(document: Document, field: Field, claims: Sequence[Claim]) -> tuple[tuple[Piece, ...], ...]:
    """The field piece by piece; claims whose quote does not stand there are left out."""
    text = document.field(field)
    held = [
        claim
        for claim in claims
        if claim.field == field and claim.quote and text[claim.start : claim.end] == claim.quote
    ]
    by_start, by_end = _grouped(held, "start"), _grouped(held, "end")
    cuts = sorted({cut for claim in held for cut in (claim.start, claim.end)})
    open_claims: dict[str, Claim] = {}
    found = []
    for paragraph in _paragraphs(text):
        inside = cuts[bisect_right(cuts, paragraph.start) : bisect_left(cuts, paragraph.end)]
        pieces = []
        for start, end in pairwise((paragraph.start, *inside, paragraph.end)):
            begins = by_start.get(start, ())
            open_claims |= {claim.id: claim for claim in begins}
            ends = by_end.get(end, ())
            pieces.append(Piece(text[start:end], tuple(open_claims.values()), begins, ends))
            for claim in ends:
                open_claims.pop(claim.id, None)
        found.append(tuple(pieces))
    return tuple(found)


def _paragraphs(text: str) -> Iterator[Span]:
    """Parted by blank lines; a text without any has a paragraph a line."""
    parting = _BLANK_LINE if _BLANK_LINE.search(text.strip()) else _LINE_END
    start = 0
    for match in parting.finditer(text):
        if text[start : match.start()].strip():
            yield Span(start, match.start())
        start = match.end()
    if text[start:].strip():
        yield Span(start, len(text))


def _grouped(claims: Sequence[Claim], name: str) -> Mapping[int, tuple[Claim, ...]]:
    groups: dict[int, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(getattr(claim, name), []).append(claim)
    return {place: tuple(group) for place, group in groups.items()}

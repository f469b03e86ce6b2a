"""The words of a claim where they stand: its sentence, what comes before and after, the marks in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimcheck.model import Claim, Document, Span
from claimcheck.report.wording import clean

# “… left the city. Kyiv said”, but not “the U.S. Army”: a capital before the stop is an initial.
_BREAK = re.compile(r"(?<![A-Z])[.!?][\"'”’)\]]*\s+|\n\s*\n")
_LONGEST = 320


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an excerpt on one line: inside the quote or not, marked or not."""

    text: str
    quoted: bool
    marked: bool


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The sentence of a claim in pieces, with the sentence before and the one after."""

    before: str
    pieces: tuple[Piece, ...]
    after: str


def excerpt(claim: Claim, document: Document | None, marks: Sequence[Span]) -> Excerpt:
    """The claim in its sentence and context; the quote alone where the document does not hold it."""
    text = document.field(claim.field) if document else ""
    if text[claim.start : claim.end] != claim.quote:
        return Excerpt("", quote_pieces(claim, marks), "")
    sentence = _sentence(text, claim)
    pieces = _pieces(text, sentence, claim.span, marks)
    if document is None or claim.field == "title":
        return Excerpt("", pieces, "")
    return Excerpt(_before(document, sentence), pieces, _after(document, sentence))


def quote_pieces(claim: Claim, marks: Sequence[Span]) -> tuple[Piece, ...]:
    """The words of the quote alone, cut at the marks."""
    moved = [Span(mark.start - claim.start, mark.end - claim.start) for mark in marks]
    whole = Span(0, len(claim.quote))
    return _pieces(claim.quote, whole, whole, moved)


def _sentence(text: str, claim: Claim) -> Span:
    """Where the claim's sentence stands; the claim itself where it is not found around it."""
    length = len(claim.sentence)
    start = text.find(claim.sentence, max(0, claim.end - length), claim.start + length)
    if not length or start < 0 or start > claim.start:
        return claim.span
    return Span(start, start + length)


def _pieces(text: str, whole: Span, quote: Span, marks: Sequence[Span]) -> tuple[Piece, ...]:
    inside = [mark for mark in marks if whole.holds(mark) and mark.start < mark.end]
    cuts = {whole.start, whole.end, quote.start, quote.end}
    cuts.update(cut for mark in inside for cut in (mark.start, mark.end))
    ends = sorted(cut for cut in cuts if whole.start <= cut <= whole.end)
    pieces = []
    for start, end in pairwise(ends):
        stretch = Span(start, end)
        marked = any(mark.holds(stretch) for mark in inside)
        pieces.append(Piece(_one_line(text[start:end]), quote.holds(stretch), marked))
    return tuple(pieces)


def _one_line(text: str) -> str:
    """Cleaned, but with the single space at either edge that parts it from its neighbour."""
    head = " " if text[:1].isspace() else ""
    tail = " " if text[-1:].isspace() and text.strip() else ""
    return f"{head}{clean(text)}{tail}"


def _before(document: Document, sentence: Span) -> str:
    head = document.text[max(0, sentence.start - _LONGEST * 2) : sentence.start]
    paragraph = head.rstrip()
    breaks = [match.end() for match in _BREAK.finditer(paragraph)]
    start = sentence.start - len(head) + (breaks[-1] if breaks else 0)
    return _context(document, Span(start, sentence.start))


def _after(document: Document, sentence: Span) -> str:
    tail = document.text[sentence.end : sentence.end + _LONGEST * 2]
    skipped = len(tail) - len(tail.lstrip())
    found = _BREAK.search(tail, skipped)
    return _context(document, Span(sentence.end, sentence.end + (found.end() if found else len(tail))))


def _context(document: Document, span: Span) -> str:
    """The words of a span, unless they are a caption, a byline or boilerplate."""
    words = clean(span.of(document.text))
    if not words or any(part.span.overlaps(span) and part.kind != "dateline" for part in document.parts):
        return ""
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"

"""The head of a page whose lines were lost: date, headline and agency run straight into the text.

Archives and scrapers often keep a page as one line. The date and the headline then read as the beginning of the first
sentence, and the place of "Raid kills nine in Tal Amar AFP Two boys" as one name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.ingest.dates import WrittenDate, read_date
from claimcheck.ingest.layout_words import LayoutWords
from claimcheck.model import PartKind

_MOST_PIECES = 6
_LONGEST_DATE, _LONGEST_DATE_WORDS = 44, 6
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line before its text, offsets within the line, and the date or the agency that it gives."""

    kind: PartKind
    start: int
    end: int
    date: WrittenDate | None = None
    agency: str | None = None


def run_on_head(line: str, words: LayoutWords, title: str | None) -> tuple[Piece, ...]:
    """The pieces of a head that stand in one line with the text behind them, from left to right.

    A date counts before a capital or the headline only, an agency behind a date or the headline only.

    >>> from claimcheck.ingest.layout_words import layout_words
    >>> line = "Monday 3 May 2021 Raid kills nine in Tal Amar AFP Two boys were among the dead on Monday."
    >>> pieces = run_on_head(line, layout_words(), "Raid kills nine in Tal Amar")
    >>> [(piece.kind, line[piece.start : piece.end]) for piece in pieces]
    [('dateline', 'Monday 3 May 2021'), ('headline', 'Raid kills nine in Tal Amar'), ('credit', 'AFP')]
    """
    found = tuple(_pieces(line, words, title))
    behind = line[found[-1].end :].lstrip(" .") if found else ""
    return found if behind and not behind[0].islower() else ()


def _pieces(line: str, words: LayoutWords, title: str | None) -> Iterator[Piece]:
    at, titled = 0, False
    for number in range(_MOST_PIECES):
        while at < len(line) and line[at] in " .":
            at += 1
        piece = _date_at(line, at, words, title)
        if piece is None and not titled and title is not None:
            piece = _title_at(line, at, title)
            titled = piece is not None
        if piece is None and number:
            piece = _agency_at(line, at, words)
        if piece is None:
            return
        yield piece
        at = piece.end


def _date_at(line: str, at: int, words: LayoutWords, title: str | None) -> Piece | None:
    """The longest date that begins at an offset and does not go on as a sentence."""
    opening = words.date_opening.match(line[at:])
    start = at + opening.end() if opening else at
    ends = [match.end() for match in _WORD.finditer(line, start, start + _LONGEST_DATE)]
    for end in reversed(ends[:_LONGEST_DATE_WORDS]):
        date = read_date(line[start:end], words)
        if date is None or date.iso is None:
            continue
        behind = end + (line[end : end + 1] == " ")
        titled = title is not None and _title_at(line, behind, title) is not None
        if titled or line[behind : behind + 1].isupper():
            return Piece("dateline", at, end, date=date)
    return None


def _title_at(line: str, at: int, title: str) -> Piece | None:
    folded = title.split()
    found = [(match.start(), match.end()) for match in _WORD.finditer(line, at, at + 2 * len(title) + 2)]
    said = [line[start:end] for start, end in found[: len(folded)]]
    if len(said) < len(folded) or not folded:
        return None
    if " ".join(said).rstrip(".").casefold() != " ".join(folded).rstrip(".").casefold():
        return None
    return Piece("headline", at, found[len(folded) - 1][1])


def _agency_at(line: str, at: int, words: LayoutWords) -> Piece | None:
    found = words.agency.match(line, at)
    if found is None or not line[found.end() : found.end() + 2].strip()[:1].isupper():
        return None
    return Piece("credit", at, found.end(), agency=words.agencies[" ".join(found.group().split())])

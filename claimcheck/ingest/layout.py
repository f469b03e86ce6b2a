"""Which stretches of a messy page are not running text, and what they say about the report.

Nothing is rewritten or cut out: the parts are spans of the text as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from claimcheck.ingest.captions import is_caption
from claimcheck.ingest.credits import Mark, find_credit, find_dateline, read_byline
from claimcheck.ingest.dates import WrittenDate, read_date
from claimcheck.ingest.layout_words import LayoutWords
from claimcheck.ingest.lines import Line, lines_of
from claimcheck.model import Part, PartKind, Span

_SHORT = 200
_HEAD_LINES = 12
_OPENING_PARAGRAPHS = 4
_BULLET = re.compile(r"[-*•·–]\s")
_QUOTATION = re.compile(r"[\"“”«»]")
_FULL_STOP = re.compile(r"[.:;,…]['\"”’»)]*$")


@dataclass(frozen=True, slots=True)
class Layout:
    """The marked parts in order of place, and who and when they name."""

    parts: tuple[Part, ...]
    author: str | None = None
    published: str | None = None
    origin: str | None = None


def find_layout(text: str, words: LayoutWords, *, title: str | None = None, start: int = 0) -> Layout:
    r"""The parts of a text from an offset on; with a title given apart only its repetition is a headline.

    >>> from claimcheck.ingest.layout_words import layout_words
    >>> page = "Russia leaves Kherson\n\nBy AFP\nNovember 13, 2022\n\nKYIV: Kyiv said half had left.\n\nShare"
    >>> found = find_layout(page, layout_words())
    >>> [(part.kind, part.span.of(page)) for part in found.parts if part.kind != "headline"][:3]
    [('byline', 'By AFP'), ('dateline', 'November 13, 2022'), ('dateline', 'KYIV:')]
    >>> found.author, found.published, found.origin
    ('AFP', '2022-11-13', 'AFP')
    """
    return _Page(lines_of(text, start), words, title).layout()


class _Page:
    """One page while its lines are being told apart; each line gets at most one kind."""

    def __init__(self, lines: list[Line], words: LayoutWords, title: str | None) -> None:
        self.lines = lines
        self.words = words
        self.title = title
        self.kinds: dict[int, PartKind] = {}
        self.spans: list[Part] = []
        self.author: str | None = None
        self.published: str | None = None
        self.agency: str | None = None

    def layout(self) -> Layout:
        self._chrome()
        headline = self._headline()
        self._head(headline)
        self._captions()
        opening = self._dateline()
        closing = self._credits()
        whole = [Part(kind, self.lines[place].span) for place, kind in self.kinds.items()]
        parts = tuple(sorted(whole + self.spans, key=lambda part: part.span))
        return Layout(parts, self.author, self.published, self.agency or opening or closing)

    def _chrome(self) -> None:
        for place, line in enumerate(self.lines):
            if self.words.correction.match(line.text):
                self.kinds[place] = "correction"
            elif _is_chrome(line.text, self.words):
                self.kinds[place] = "boilerplate"

    def _headline(self) -> int | None:
        for place, line in self._unmarked():
            if self._is_no_prose(line.text):
                continue
            if self._is_headline(place, line):
                self.kinds[place] = "headline"
                return place
            return None
        return None

    def _is_no_prose(self, text: str) -> bool:
        letters = any(character.isalpha() for character in text[:_SHORT])
        return not letters or bool(self._date(text) or read_byline(text, self.words))

    def _is_headline(self, place: int, line: Line) -> bool:
        text = line.text.lstrip("# ")
        if self.title is not None:
            return text.casefold().split() == self.title.casefold().split()
        if place + 1 == len(self.lines) or len(text) > self.words.longest_headline:
            return False
        if _FULL_STOP.search(text) or _BULLET.match(line.text):
            return False
        return line.closes or self._stands_apart(place + 1, text)

    def _stands_apart(self, after: int, text: str) -> bool:
        """Whether the next line begins something else and is no wrapped end of the headline's sentence."""
        below = self.lines[after].text
        if after in self.kinds or self._date(below) or read_byline(below, self.words):
            return True
        return below[0].isupper() and len(below) >= 1.5 * len(text)

    def _head(self, headline: int | None) -> None:
        head = [pair for pair in self._unmarked() if pair[0] < _HEAD_LINES]
        for place, line in head:
            date = self._date(line.text)
            if date and headline is not None and place < headline:
                self.kinds[place] = "boilerplate"
            elif date:
                self.kinds[place] = "dateline"
                self.published = self.published or date.iso
            else:
                self._byline(place, line)

    def _byline(self, place: int, line: Line) -> None:
        pieces = [piece.strip() for piece in re.split(r"\s[|·•]\s", line.text)]
        byline = read_byline(pieces[0], self.words)
        dates = [self._date(piece) for piece in pieces[1:]]
        if byline is None or not all(dates):
            return
        self.kinds[place] = "byline"
        self.author = self.author or byline.author
        self.agency = self.agency or byline.agency
        self.published = self.published or next((date.iso for date in dates if date), None)

    def _date(self, text: str) -> WrittenDate | None:
        if len(text) > _SHORT:
            return None
        opening = self.words.date_opening.match(text)
        return read_date(text, self.words) or (
            read_date(text[opening.end() :], self.words) if opening else None
        )

    def _captions(self) -> None:
        for place, line in self._unmarked():
            alone = line.opens and line.closes and not _BULLET.match(line.text)
            if alone and is_caption(line.text, self.words.caption):
                self.kinds[place] = "caption"

    def _dateline(self) -> str | None:
        begun = (line for place, line in self._unmarked() if line.opens or place - 1 in self.kinds)
        opening = list(islice(begun, _OPENING_PARAGRAPHS))
        for line in opening:
            mark = find_dateline(line.text, self.words)
            if mark:
                self._mark("dateline", line, mark)
                return mark.name
        return None

    def _credits(self) -> str | None:
        name = None
        for place, line in self._unmarked():
            last = line.closes or place + 1 in self.kinds
            mark = find_credit(line.text, self.words) if last else None
            if mark:
                self._mark("credit", line, mark)
            if mark is None or mark.name:
                name = mark.name if mark else None
        return name

    def _mark(self, kind: PartKind, line: Line, mark: Mark) -> None:
        start = line.span.start
        self.spans.append(Part(kind, Span(start + mark.start, start + mark.end)))

    def _unmarked(self) -> Iterator[tuple[int, Line]]:
        return ((place, line) for place, line in enumerate(self.lines) if place not in self.kinds)


def _is_chrome(line: str, words: LayoutWords) -> bool:
    if len(line) > _SHORT:
        return False
    if words.chrome_line.fullmatch(line):
        return True
    if words.chrome_opening.match(line) and not line[0].islower():
        return True
    return bool(words.blurb.search(line)) and not _QUOTATION.search(line)

"""Which stretches of a messy page are not running text, and what they say about the report.

Nothing is rewritten or cut out: the parts are spans of the text as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from claimcheck.ingest.bylines import read_byline
from claimcheck.ingest.captions import is_caption
from claimcheck.ingest.credits import Mark, find_credit, find_dateline
from claimcheck.ingest.dates import WrittenDate, read_date
from claimcheck.ingest.layout_words import LayoutWords
from claimcheck.ingest.lines import Line, lines_of
from claimcheck.ingest.mastheads import is_outlet_name, read_masthead
from claimcheck.ingest.run_on import run_on_head
from claimcheck.model import Part, PartKind, Span

_SHORT = 200
_HEAD_LINES = 12
_OPENING_PARAGRAPHS = 4
_SHORTEST_PROSE = 60
_LONGEST_PLACE = 3
_BULLET = re.compile(r"[-*•·–]\s")
_QUOTATION = re.compile(r"[\"“”«»]")
_SENTENCE_END = re.compile(r"[.!?]['\"’”»)]*$")
_FULL_STOP = re.compile(r"[.:;,…]['\"”’»)]*$")


@dataclass(frozen=True, slots=True)
class Layout:
    """The marked parts in order of place, and who and when they name."""

    parts: tuple[Part, ...]
    author: str | None = None
    published: str | None = None
    origin: str | None = None
    outlet: str | None = None


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
        self.outlet: str | None = None

    def layout(self) -> Layout:
        self._chrome()
        headline = self._headline()
        self._head(headline)
        if headline is None:
            self._run_on()
        self._captions()
        opening = self._dateline()
        closing = self._credits()
        whole = [Part(kind, self.lines[place].span) for place, kind in self.kinds.items()]
        parts = tuple(sorted(whole + self.spans, key=lambda part: part.span))
        origin = self.agency or opening or closing
        return Layout(parts, self.author, self.published, origin, self.outlet)

    def _chrome(self) -> None:
        for place, line in enumerate(self.lines):
            if self.words.correction.match(line.text):
                self.kinds[place] = "correction"
            elif _is_chrome(line.text, self.words):
                self.kinds[place] = "boilerplate"

    def _headline(self) -> int | None:
        for place, line in self._unmarked():
            if self._is_no_prose(line.text) or self._is_masthead_above(place, line):
                continue
            if self._is_headline(place, line):
                self.kinds[place] = "headline"
                return place
            return None
        return None

    def _is_no_prose(self, text: str) -> bool:
        letters = any(character.isalpha() for character in text[:_SHORT])
        return not letters or bool(
            self._date(text) or self._placed_date(text) or read_byline(text, self.words)
        )

    def _is_masthead_above(self, place: int, line: Line) -> bool:
        """Whether a line names an outlet, and does so with a date or above another line that can be the headline."""
        found = read_masthead(line.text, self.words)
        if found is None or self.title is not None:
            return found is not None
        below = next(
            (pair for pair in self._unmarked() if pair[0] > place and not self._is_no_prose(pair[1].text)),
            None,
        )
        return found.date is not None or (below is not None and self._is_headline(*below))

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
        for place, line in self._above_prose(headline):
            date = self._date(line.text) or self._placed_date(line.text)
            if date and headline is not None and place < headline:
                self.kinds[place] = "boilerplate"
            elif date:
                self.kinds[place] = "dateline"
                self.published = self.published or date.iso
            elif not self._byline(place, line):
                self._masthead(place, line)

    def _run_on(self) -> None:
        """Marks date, headline and agency in front of the text of a page that is one line."""
        line = next((line for _, line in self._unmarked()), None)
        if line is None or len(line.text) <= self.words.longest_headline:
            return
        for piece in run_on_head(line.text, self.words, self.title):
            start = line.span.start
            self.spans.append(Part(piece.kind, Span(start + piece.start, start + piece.end)))
            self.published = self.published or (piece.date.iso if piece.date else None)
            self.agency = self.agency or piece.agency

    def _above_prose(self, headline: int | None) -> list[tuple[int, Line]]:
        """The unmarked lines of the head, up to the first that is running text."""
        head = []
        for place, line in self._unmarked():
            prose = len(line.text) > _SHORTEST_PROSE and _SENTENCE_END.search(line.text)
            if place >= _HEAD_LINES or (prose and place > (headline or 0)):
                break
            head.append((place, line))
        return head

    def _byline(self, place: int, line: Line) -> bool:
        byline = read_byline(line.text, self.words)
        if byline is None:
            return False
        self.kinds[place] = "byline"
        self.author = self.author or byline.author
        self.agency = self.agency or byline.agency
        self.outlet = self.outlet or byline.outlet
        self.published = self.published or (byline.date.iso if byline.date else None)
        return True

    def _masthead(self, place: int, line: Line) -> None:
        found = read_masthead(line.text, self.words)
        if found is None:
            return
        self.kinds[place] = "dateline" if found.date else "credit"
        self.agency = self.agency or found.agency
        self.outlet = self.outlet or found.outlet
        self.published = self.published or (found.date.iso if found.date else None)

    def _date(self, text: str) -> WrittenDate | None:
        if len(text) > _SHORT:
            return None
        opening = self.words.date_opening.match(text)
        return read_date(text, self.words) or (
            read_date(text[opening.end() :], self.words) if opening else None
        )

    def _placed_date(self, text: str) -> WrittenDate | None:
        """The date behind a place: "Odesa, 13 November 2022"."""
        place, _, rest = text.partition(", ")
        named = len(place.split()) <= _LONGEST_PLACE and all(word[0].isupper() for word in place.split())
        if not named or is_outlet_name(place, self.words):
            return None
        return self._date(rest)

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
                self.published = self.published or (mark.date.iso if mark.date else None)
                return self._spelled_out(mark.name)
        return None

    def _spelled_out(self, agency: str | None) -> str | None:
        """The agency of a dateline, by the outlet of the page where that is the same: "(WW)" of World Wire.

        A line above the text that repeats the agency's name names the outlet.
        """
        for place, line in self._unmarked():
            if agency and place < _HEAD_LINES and line.text.casefold() == agency.casefold():
                self.kinds[place] = "credit"
                self.outlet = self.outlet or agency
        initials = "".join(word[0] for word in (self.outlet or "").split())
        return self.outlet if agency and agency == initials else agency

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

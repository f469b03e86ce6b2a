"""Who published a report, as a line above it says: "Gulf Times, Sunday 7 June 2009"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.ingest.credits import agency_in
from claimcheck.ingest.dates import WrittenDate, read_date
from claimcheck.ingest.layout_words import LayoutWords, MastheadWords

_LONGEST = 120
_MOST_WORDS = 6
_SEPARATOR = re.compile(r"\s*[,|·•;]\s*|\s+[-–—/]+\s+")
_WORD = re.compile(r"[^\W_][\w.&'’/-]*")


@dataclass(frozen=True, slots=True)
class Masthead:
    """The outlet that a line names, its agency by the name that layout.yml gives it, and the date beside it."""

    outlet: str
    agency: str | None
    date: WrittenDate | None


def read_masthead(line: str, words: LayoutWords) -> Masthead | None:
    """The outlet of a line that does nothing but name it, perhaps with edition and date; else None.

    >>> from claimcheck.ingest.layout_words import layout_words
    >>> read_masthead("Gulf Times, Sunday 7 June 2009", layout_words())
    Masthead(outlet='Gulf Times', agency=None, date=WrittenDate(iso='2009-06-07'))
    >>> read_masthead("Voice of the Coast, evening bulletin, 8 June 2009", layout_words()).outlet
    'Voice of the Coast'
    >>> read_masthead("Selhov, 13 March 2019", layout_words())
    >>> read_masthead("The Guardian has learned of new losses", layout_words())
    """
    if len(line) > _LONGEST or line.endswith((".", ":", ",", "?", "!")):
        return None
    told = words.masthead.opening.match(line)
    if told is not None:
        line = line[told.end() :].strip()
    for name, rest in _splits(line):
        if not (_is_name(name, words) if told else is_outlet_name(name, words)):
            continue
        date = _date_of(rest, words) if rest else None
        if not rest or date is not None or _is_edition(rest, words.masthead):
            return Masthead(name, agency_in(name, words), date)
    return None


def is_outlet_name(name: str, words: LayoutWords) -> bool:
    """Whether a name is one of an outlet: a known one, or one with a word that outlets call themselves.

    >>> from claimcheck.ingest.layout_words import layout_words
    >>> [is_outlet_name(name, layout_words()) for name in ("Evening Post", "Kyiv Independent", "Jane Smith")]
    [True, True, False]
    """
    table = words.masthead
    if name in words.agencies or name.removeprefix("The ") in table.outlets or name in table.outlets:
        return True
    tokens = [token.casefold() for token in _WORD.findall(name)]
    if not _is_name(name, words) or len(tokens) < 2:
        return False
    return tokens[-1] in table.last_words or table.openings.match(name) is not None


def _splits(line: str) -> Iterator[tuple[str, str]]:
    """The line as (name, rest), cut at each separator, the name first and then the name last."""
    yield line.strip(), ""
    cuts = list(_SEPARATOR.finditer(line))
    for cut in cuts:
        yield line[: cut.start()].strip(), line[cut.end() :].strip()
    for cut in cuts:
        yield line[cut.end() :].strip(), line[: cut.start()].strip()


def _is_name(name: str, words: LayoutWords) -> bool:
    tokens = name.split()
    if not 1 <= len(tokens) <= _MOST_WORDS or not name[0].isupper() or _SEPARATOR.search(name):
        return False
    return all(token[0].isupper() or token[0].isdigit() or token in words.small_words for token in tokens)


def _date_of(rest: str, words: LayoutWords) -> WrittenDate | None:
    """The date that is all of the rest, or stands behind or before words of an edition."""
    for edition, date in ((None, rest), *_splits(rest)):
        opening = words.date_opening.match(date)
        found = read_date(date, words) or (read_date(date[opening.end() :], words) if opening else None)
        if found is not None and (not edition or _is_edition(edition, words.masthead)):
            return found
        if edition and (found := read_date(edition, words)) and _is_edition(date, words.masthead):
            return found
    return None


def _is_edition(text: str, table: MastheadWords) -> bool:
    """Whether words say which part or edition of an outlet it is: "evening bulletin", "page 4"."""
    tokens = [token.casefold() for token in re.findall(r"\w+", text)]
    return bool(tokens) and all(token in table.editions or token.isdigit() for token in tokens)

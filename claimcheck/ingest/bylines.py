"""Who wrote a report, as its byline says: the persons, their outlet and their agency."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.ingest.credits import agency_in
from claimcheck.ingest.dates import WrittenDate, read_date
from claimcheck.ingest.layout_words import LayoutWords
from claimcheck.ingest.mastheads import is_outlet_name

_LONGEST = 120
_FEWEST_NAMES, _MOST_NAMES = 2, 4
_COMMA = re.compile(r"\s*,\s*")
_COLUMN = re.compile(r"\s[|·•]\s")


@dataclass(frozen=True, slots=True)
class Byline:
    """Who is named; `agency` by the one name that layout.yml gives it, `date` where the line ends with one."""

    author: str | None
    agency: str | None
    outlet: str | None = None
    date: WrittenDate | None = None


def read_byline(line: str, words: LayoutWords) -> Byline | None:
    r"""The author, outlet, agency and date of a line that is a byline, else None.

    >>> from claimcheck.ingest.layout_words import layout_words
    >>> read_byline("By\u00a0 AFP", layout_words())
    Byline(author='AFP', agency='AFP', outlet=None, date=None)
    >>> found = read_byline("By Jane Doe in Kyiv, Evening Post | 13 November 2022", layout_words())
    >>> found.author, found.outlet, found.date.iso
    ('Jane Doe', 'Evening Post', '2022-11-13')
    >>> read_byline("By Thursday evening half of those soldiers had been withdrawn.", layout_words())
    """
    if len(line) > _LONGEST or line.endswith((".", ":", ",")):
        return None
    parted = _undated(line, words)
    if parted is None:
        return None
    line, date = parted
    if line in words.agencies:
        return Byline(line, agency_in(line, words), None, date)
    found = words.byline.match(line)
    if found is None:
        return _without_opening(line, date, words)
    names = line[found.end() :].strip()
    if words.unnamed.match(line):
        return Byline(None, agency_in(names, words), None, date) if _has_post(names, words) else None
    if not line[0].isupper() or not _names_somebody(names, words):
        return None
    return _byline(names, date, words)


def _undated(line: str, words: LayoutWords) -> tuple[str, WrittenDate | None] | None:
    """The line without its date, and the date; None where what stands behind a bar is neither date nor outlet."""
    first, *others = (piece.strip() for piece in _COLUMN.split(line))
    dates = [_date(piece, words) for piece in others]
    outlets = [piece for piece, date in zip(others, dates, strict=True) if date is None]
    if not all(is_outlet_name(piece, words) for piece in outlets):
        return None
    date = next((one for one in dates if one), None)
    if date is None:
        for comma in _COMMA.finditer(first):
            date = _date(first[comma.end() :], words)
            if date is not None:
                first = first[: comma.start()]
                break
    return ", ".join([first, *outlets]), date


def _date(text: str, words: LayoutWords) -> WrittenDate | None:
    opening = words.date_opening.match(text)
    return read_date(text, words) or (read_date(text[opening.end() :], words) if opening else None)


def _without_opening(line: str, date: WrittenDate | None, words: LayoutWords) -> Byline | None:
    """ "From Hanna Osei, aboard the ferry" and "Jane Smith, Defence Correspondent"."""
    opened = words.byline_from.match(line)
    names = line[opened.end() :].strip() if opened else line
    first, *others = _COMMA.split(names)
    person, _, where = _parted(first, words)
    tokens = person.split()
    if not _FEWEST_NAMES <= len(tokens) <= _MOST_NAMES or not all(token[0].isupper() for token in tokens):
        return None
    if opened:
        told = bool(where) or any(
            words.whereabouts.match(piece) or _is_post(piece, words) for piece in others
        )
    else:
        told = bool(others) and not where and all(_is_post(piece, words) for piece in others)
    return _byline(names, date, words) if told and not _is_time(person, words) else None


def _byline(names: str, date: WrittenDate | None, words: LayoutWords) -> Byline:
    pieces = [name for piece in _COMMA.split(names) for name in _parted(piece, words)[::2] if name]
    outlet = next((piece for piece in pieces if is_outlet_name(piece, words)), None)
    if outlet in words.agencies:
        outlet = None
    return Byline(_author(names, words), agency_in(names, words), outlet, date)


def _parted(piece: str, words: LayoutWords) -> tuple[str, str, str]:
    """A piece of a byline as (names, joining word, where or for whom): ("Jane Smith", "for", "The Guardian")."""
    found = words.posted.search(piece)
    if found is None or not found.start():
        return piece, "", ""
    return piece[: found.start()].strip(), found.group().strip(), piece[found.end() :].strip()


def _names_somebody(names: str, words: LayoutWords) -> bool:
    tokens = re.split(r"[\s,]+", names)
    if not tokens[0][:1].isupper() or any(character.isdigit() for character in names):
        return False
    if _is_time(tokens[0], words):
        return False
    small = words.small_words
    return all(token[:1].isupper() or token in small or token in words.roles for token in tokens if token)


def _is_time(text: str, words: LayoutWords) -> bool:
    first = text.split(maxsplit=1)[0].casefold()
    return first in words.months or re.fullmatch(words.weekday, first) is not None


def _author(names: str, words: LayoutWords) -> str | None:
    pieces = [_parted(piece, words)[0] for piece in _COMMA.split(names) if not words.whereabouts.match(piece)]
    kept = [piece for piece in pieces if not _is_post(piece, words)]
    persons = [piece for piece in kept if piece not in words.agencies and not is_outlet_name(piece, words)]
    return ", ".join(persons or kept) or None


def _is_post(piece: str, words: LayoutWords) -> bool:
    return piece not in words.agencies and _has_post(piece, words) and not is_outlet_name(piece, words)


def _has_post(piece: str, words: LayoutWords) -> bool:
    return any(word.casefold() in words.roles for word in piece.split())

"""Who made a report, as its words say: bylines, datelines and closing credits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.ingest.layout_words import LayoutWords
from claimcheck.ingest.phrases import alternatives

_LONGEST = 120
_CREDIT_REACH = 80
_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]{2,}(?:[ /][A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]+)*"
_CITY = r"[A-ZÀ-ÖØ-Þ][\w.'’-]+(?:\s[A-ZÀ-ÖØ-Þ][\w.'’-]+){0,2}"
_BRACKETS = r"[(\[/](?P<agency>[^()\[\]/\n]{2,40})[)\]/]"
_NAME = r"[A-ZÀ-ÖØ-Þ][\w.'’-]*(?:\s+[A-ZÀ-ÖØ-Þ][\w.'’-]*){0,4}"


@dataclass(frozen=True, slots=True)
class Byline:
    """Who is named; `agency` by the one name that layout.yml gives it."""

    author: str | None
    agency: str | None


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of one line, offsets within it, and whom it names."""

    start: int
    end: int
    name: str | None


def agency_in(text: str | None, words: LayoutWords) -> str | None:
    """The first known agency that a text names.

    >>> from claimcheck.ingest.layout_words import layout_words
    >>> agency_in("Jane Doe, Agence France-Presse", layout_words())
    'AFP'
    """
    found = words.agency.search(text or "")
    return words.agencies[" ".join(found.group().split())] if found else None


def read_byline(line: str, words: LayoutWords) -> Byline | None:
    r"""The author and the agency of a line that is a byline, else None.

    >>> from claimcheck.ingest.layout_words import layout_words
    >>> read_byline("By\u00a0 AFP", layout_words())
    Byline(author='AFP', agency='AFP')
    >>> read_byline("By Jane Doe, Staff Writer", layout_words())
    Byline(author='Jane Doe', agency=None)
    >>> read_byline("By Thursday evening half of those soldiers had been withdrawn.", layout_words())
    """
    if len(line) > _LONGEST or line.endswith((".", ":", ",")):
        return None
    found = words.byline.match(line)
    names = line[found.end() :].strip() if found else line
    if found is None:
        return Byline(names, agency_in(names, words)) if names in words.agencies else None
    if not line[0].isupper() or not _names_somebody(names, words):
        return None
    return Byline(_author(names, words), agency_in(names, words))


def _names_somebody(names: str, words: LayoutWords) -> bool:
    tokens = re.split(r"[\s,]+", names)
    small = words.small_words
    if not tokens[0][:1].isupper() or any(character.isdigit() for character in names):
        return False
    first = tokens[0].casefold()
    if first in words.months or re.fullmatch(words.weekday, first):
        return False
    return all(token[:1].isupper() or token in small or token in words.roles for token in tokens if token)


def _author(names: str, words: LayoutWords) -> str | None:
    kept = [piece for piece in re.split(r"\s*,\s*", names) if not _is_post(piece, words)]
    persons = [piece for piece in kept if piece not in words.agencies]
    return ", ".join(persons or kept) or None


def _is_post(piece: str, words: LayoutWords) -> bool:
    return piece not in words.agencies and any(word.casefold() in words.roles for word in piece.split())


def find_dateline(line: str, words: LayoutWords) -> Mark | None:
    """The place, and perhaps date and agency, that open the first paragraph of a report.

    >>> from claimcheck.ingest.layout_words import layout_words
    >>> find_dateline("KYIV, Ukraine: Kyiv said on Saturday that the West was on its way", layout_words())
    Mark(start=0, end=14, name=None)
    >>> find_dateline("LONDON (Reuters) - Britain said Russia had suffered a failure", layout_words())
    Mark(start=0, end=18, name='Reuters')
    >>> find_dateline("Moscow: a city that never sleeps", layout_words())
    """
    head = line[:_LONGEST]
    for pattern in _datelines(tuple(words.months)):
        found = pattern.match(head)
        if found:
            return Mark(0, len(found.group().rstrip()), agency_in(found["agency"], words))
    return None


def find_credit(line: str, words: LayoutWords) -> Mark | None:
    """The closing words of a paragraph that name where the report came from.

    >>> from claimcheck.ingest.layout_words import layout_words
    >>> find_credit("No loss was suffered during the withdrawal. – The Guardian reports", layout_words())
    Mark(start=44, end=66, name='The Guardian')
    >>> find_credit("The last soldier had left by Friday. (AFP)", layout_words())
    Mark(start=37, end=42, name='AFP')
    """
    if words.credit_opening.match(line):
        return Mark(0, len(line), agency_in(line, words))
    base = max(0, len(line) - _CREDIT_REACH)
    reports, bare = _closings(words.credit_verb, words.agency.pattern)
    found = reports.search(line, base) or bare.search(line, base)
    if not found:
        return None
    name = " ".join(found["name"].split())
    return Mark(found.start("all"), found.end("all"), words.agencies.get(name, name))


@lru_cache(maxsize=8)
def _datelines(months: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Three patterns: "KYIV, Ukraine:", "MOSCOW, November 11. /TASS/." and "Kyiv (AFP) –"."""
    month = alternatives(months)
    region = rf"(?:,\s+(?!(?i:{month})\b){_CITY})?"
    between = rf"{region}(?:,?\s+(?i:{month})\.?\s+\d{{1,2}}(?:,\s*\d{{4}})?)?"
    close = r"\s*(?::|--|[-–—])\s+"
    return (
        re.compile(rf"{_CAPITALS}{between}(?:\s*{_BRACKETS})?{close}"),
        re.compile(rf"{_CAPITALS}{between}\.?\s*/(?P<agency>[^/\n]{{2,20}})/\.\s+"),
        re.compile(rf"{_CITY}{between}\s*{_BRACKETS}{close}"),
    )


@lru_cache(maxsize=8)
def _closings(verb: str, agency: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Two patterns: "– The Guardian reports" and "(AFP)", both after the end of a sentence."""
    ended = r"(?<=[.!?\"”’])\s*"
    bare = rf"(?:[-–—]+\s*|[(\[])(?:[Ww]ith\s+)?(?P<name>{agency})[)\].]*"
    return (
        re.compile(rf"{ended}(?P<all>[-–—]+\s*(?P<name>{_NAME})\s+(?i:{verb})\.?)$"),
        re.compile(rf"{ended}(?P<all>{bare})$"),
    )

"""Where a report comes from, as its words say: datelines and closing credits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.ingest.dates import WrittenDate, read_date
from claimcheck.ingest.layout_words import LayoutWords
from claimcheck.ingest.phrases import alternatives

_LONGEST = 120
_CREDIT_REACH = 80
_SHOUTED = r"[A-ZÀ-ÖØ-Þ]{4,}(?:[ -][A-ZÀ-ÖØ-Þ]{3,})*"
_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]{2,}(?:[ /][A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]+)*"
_CITY = r"[A-ZÀ-ÖØ-Þ][\w.'’-]+(?:\s[A-ZÀ-ÖØ-Þ][\w.'’-]+){0,2}"
_BRACKETS = r"[(\[/](?P<agency>[^()\[\]/\n]{2,40})[)\]/]"
_NAME = r"[A-ZÀ-ÖØ-Þ][\w.'’-]*(?:\s+[A-ZÀ-ÖØ-Þ][\w.'’-]*){0,4}"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of one line, offsets within it, whom it names, and the date in it."""

    start: int
    end: int
    name: str | None
    date: WrittenDate | None = None


def agency_in(text: str | None, words: LayoutWords) -> str | None:
    """The first known agency that a text names.

    >>> from claimcheck.ingest.layout_words import layout_words
    >>> agency_in("Jane Doe, Agence France-Presse", layout_words())
    'AFP'
    """
    found = words.agency.search(text or "")
    return words.agencies[" ".join(found.group().split())] if found else None


def find_dateline(line: str, words: LayoutWords) -> Mark | None:
    """The place, and perhaps date and agency, that open the first paragraph of a report.

    >>> from claimcheck.ingest.layout_words import layout_words
    >>> find_dateline("KYIV, Ukraine: Kyiv said on Saturday that the West was on its way", layout_words())
    Mark(start=0, end=14, name=None, date=None)
    >>> find_dateline("LONDON, 11 November 2022 (Reuters) - Britain said Russia had failed", layout_words())
    Mark(start=0, end=36, name='Reuters', date=WrittenDate(iso='2022-11-11'))
    >>> find_dateline("Moscow: a city that never sleeps", layout_words())
    """
    head = line[:_LONGEST]
    for pattern in _datelines(tuple(words.months), words.weekday):
        found = pattern.match(head)
        if found:
            parts = found.groupdict()
            date = read_date(" ".join((parts.get("date") or "").split()), words)
            return Mark(0, len(found.group().rstrip()), _agency(parts.get("agency"), words), date)
    return None


def _agency(name: str | None, words: LayoutWords) -> str | None:
    """The agency between the brackets of a dateline: a known one, else any that is written like a name."""
    known = agency_in(name, words)
    if known is not None or name is None:
        return known
    tokens = name.split()
    named = all(token[0].isupper() or token in words.small_words for token in tokens)
    return name.strip() if named and not any(char.isdigit() for char in name) else None


def find_credit(line: str, words: LayoutWords) -> Mark | None:
    """The closing words of a paragraph that name where the report came from.

    >>> from claimcheck.ingest.layout_words import layout_words
    >>> find_credit("No loss was suffered during the withdrawal. – The Guardian reports", layout_words())
    Mark(start=44, end=66, name='The Guardian', date=None)
    >>> find_credit("The last soldier had left by Friday. (AFP)", layout_words())
    Mark(start=37, end=42, name='AFP', date=None)
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
def _datelines(months: tuple[str, ...], weekday: str) -> tuple[re.Pattern[str], ...]:
    """Patterns for "KYIV, Ukraine:", "MOSCOW, November 11. /TASS/.", "Kyiv (AFP) –" and "LUNCA. By Thursday"."""
    month = alternatives(months)
    region = rf"(?:,\s+(?!(?i:{month}|{weekday})\b){_CITY})?"
    day = rf"(?i:{month})\.?\s+\d{{1,2}}|\d{{1,2}}\s+(?i:{month})\.?"
    between = rf"{region}(?:,?\s+(?P<date>(?:(?i:{weekday})\.?,?\s+)?(?:{day})(?:,?\s*\d{{4}})?))?"
    close = r"\s*(?::|--|[-–—])\s+"
    return (
        re.compile(rf"{_CAPITALS}{between}(?:,?\s*{_BRACKETS})?{close}"),
        re.compile(rf"{_CAPITALS}{between}\.?\s*/(?P<agency>[^/\n]{{2,20}})/\.\s+"),
        re.compile(rf"{_CITY}{between},?\s*{_BRACKETS}{close}"),
        re.compile(rf"{_SHOUTED}\.\s+(?=[“\"‘']?[A-ZÀ-ÖØ-Þ])"),
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

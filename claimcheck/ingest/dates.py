"""Dates as pages and archives write them, turned into ISO dates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import lru_cache

from claimcheck.ingest.layout_words import LayoutWords
from claimcheck.ingest.phrases import alternatives

_CLOCK = (
    r"(?:,?\s+(?:at\s+)?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::(?P<second>\d{2}))?"
    r"(?:\s*(?P<half>[ap])\.?m\.?)?(?:\s*(?P<zone>GMT|UTC|Z|[+-]\d{2}:?\d{2}))?)?"
)
_NUMERIC = (
    re.compile(r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})" + _CLOCK, re.IGNORECASE),
    re.compile(r"(?P<year>\d{4})/(?P<month>\d{1,2})/(?P<day>\d{1,2})" + _CLOCK, re.IGNORECASE),
    re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})" + _CLOCK, re.IGNORECASE),
)
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date that was understood; `iso` is None where its words leave the year open."""

    iso: str | None


def read_date(text: str, words: LayoutWords) -> WrittenDate | None:
    """The date that the whole text is, or None where it is something else.

    >>> from claimcheck.ingest.layout_words import layout_words
    >>> read_date("Friday November 08, 2024", layout_words())
    WrittenDate(iso='2024-11-08')
    >>> read_date("Wednesday, November 9", layout_words())
    WrittenDate(iso=None)
    >>> read_date("4/16/2017", layout_words()).iso, read_date("13 Nov 2022 10:45 GMT", layout_words()).iso
    ('2017-04-16', '2022-11-13T10:45:00Z')
    >>> read_date("Kherson was freed on November 11, 2022", layout_words())
    """
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return None
    if text[:4].isdigit() and (iso := _iso(text)):
        return WrittenDate(iso)
    for pattern in (*_NUMERIC, *_worded(tuple(words.months), words.weekday)):
        found = pattern.fullmatch(text)
        if found:
            return _written(found, words.months)
    return None


def _iso(text: str) -> str | None:
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
            return date.fromisoformat(text).isoformat()
        if re.match(r"\d{4}-\d{2}-\d{2}[T ]", text, re.ASCII):
            return _zulu(datetime.fromisoformat(text))
    except ValueError:
        return None
    return None


@lru_cache(maxsize=8)
def _worded(months: tuple[str, ...], weekday: str) -> tuple[re.Pattern[str], ...]:
    month = rf"(?P<month>{alternatives(months)})\.?"
    day = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    before = rf"(?:{weekday}\.?,?\s+)?"
    year = r"(?:,?\s+(?P<year>\d{4}))?"
    orders = (rf"{month}\s+{day}", rf"{day}\s+{month}")
    return tuple(re.compile(before + order + year + _CLOCK, re.IGNORECASE) for order in orders)


def _written(found: re.Match[str], months: Mapping[str, int]) -> WrittenDate | None:
    name = found["month"].casefold()
    month = months.get(name) or int(name)
    try:
        if found["year"] is None:
            date(2000, month, int(found["day"]))
            return WrittenDate(None)
        day = date(int(found["year"]), month, int(found["day"]))
        clock = _clock(found)
    except ValueError:
        return None
    if clock is None:
        return WrittenDate(day.isoformat())
    return WrittenDate(_zulu(datetime.combine(day, clock)))


def _clock(found: re.Match[str]) -> time | None:
    if found["hour"] is None:
        return None
    hour = int(found["hour"])
    if found["half"]:
        if not 1 <= hour <= 12:
            raise ValueError(hour)
        hour = hour % 12 + (12 if found["half"].casefold() == "p" else 0)
    return time(hour, int(found["minute"]), int(found["second"] or 0), tzinfo=_zone(found["zone"]))


def _zone(name: str | None) -> timezone | None:
    if name is None:
        return None
    if name[0] not in "+-":
        return UTC
    minutes = int(name[1:3]) * 60 + int(name[-2:])
    return timezone(timedelta(minutes=-minutes if name[0] == "-" else minutes))


def _zulu(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")

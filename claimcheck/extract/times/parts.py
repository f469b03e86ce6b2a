"""The single words of a time: a date, a weekday, a part of the day, a clock time, a stretch."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from claimcheck.lexicon.calendar import calendar
from claimcheck.lexicon.figures import number_words
from claimcheck.text.phrases import PhraseIndex
from claimcheck.text.sentences import Sentence


@dataclass(frozen=True, slots=True)
class TimePart:
    """What the tokens [first, last) say of a time; only the fields they state are set.

    `minutes` is a clock time in minutes after midnight, `zone` its hours east of Greenwich.
    """

    first: int
    last: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hours: tuple[int, int] | None = None
    minutes: int | None = None
    zone: float | None = None
    offset: int | None = None
    stretch: tuple[int, int] | None = None
    which: str | None = None


@cache
def _stretches() -> PhraseIndex[tuple[int, int]]:
    return PhraseIndex(calendar().stretches.items())


@cache
def _relatives() -> PhraseIndex[int]:
    return PhraseIndex(calendar().relative.items())


@cache
def _zones() -> PhraseIndex[float | None]:
    return PhraseIndex(calendar().zones.items())


@cache
def time_openers() -> frozenset[str]:
    """The words that can begin a part of a time; a number can as well."""
    table = calendar()
    phrases = [*table.stretches, *table.relative]
    listed = [*table.months, *table.weekdays, *table.day_parts, *number_words().ones, "a", "an", "several"]
    return frozenset([*listed, *(phrase.split()[0] for phrase in phrases)])


AGO_UNITS = {"day": 1, "week": 7, "month": 30, "year": 365}
YEAR = re.compile(r"(?:19|20)\d\d$")


def read_part(sentence: Sentence, at: int) -> TimePart | None:
    """The part of a time that starts at a token, or None.

    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("It ended by 0500 Moscow time (0200 GMT) on Friday morning, November 11.")[0]
    >>> read_part(sentence, 3).minutes, read_part(sentence, 3).zone, read_part(sentence, 13).month
    (300, 3.0, 11)
    """
    lower, token = sentence.lowers[at], sentence.tokens[at]
    if token.kind == "date":
        return _iso_date(lower, at)
    if token.kind in ("clock", "number", "ordinal"):
        return _clock(sentence, at) or _day_first(sentence, at) or _year(sentence, at) or _ago(sentence, at)
    stretch = _stretches().starting(sentence.lowers, at)
    if stretch is not None:
        return TimePart(
            at,
            at + stretch[0],
            stretch=stretch[1],
            hours=(18, 30) if lower == "last" and sentence.lowers[at + 1] == "night" else None,
        )
    relative = _relatives().starting(sentence.lowers, at)
    if relative is not None:
        return TimePart(
            at, at + relative[0], offset=relative[1], hours=(18, 26) if lower == "tonight" else None
        )
    if lower in calendar().weekdays and token.text[0].isupper():
        before = sentence.lowers[at - 1] if at else ""
        return TimePart(
            at,
            at + 1,
            weekday=calendar().weekdays[lower],
            which=before if before in ("next", "last", "every") else None,
        )
    month = calendar().months.get(lower)
    if month is not None and token.text[0].isupper():
        return _month_first(sentence, at, month)
    if (lower in calendar().day_parts and lower not in ("night",)) or (
        lower == "night" and at and sentence.lowers[at - 1] in _night_openers()
    ):
        return TimePart(at, at + 1, hours=calendar().day_parts[lower])
    if lower in number_words().ones or lower in ("a", "an", "several"):
        return _ago(sentence, at)
    return None


@cache
def _night_openers() -> frozenset[str]:
    return frozenset([*calendar().weekdays, "at", "that", "the", "late"])


def _iso_date(lower: str, at: int) -> TimePart | None:
    if "-" in lower:
        year, month, day = lower[:10].split("-")
    elif "/" in lower:
        month, day, year = lower.split("/")
    else:
        day, month, year = lower.split(".")
    if len(year) != 4 or not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        return None
    return TimePart(at, at + 1, year=int(year), month=int(month), day=int(day))


def _clock(sentence: Sentence, at: int) -> TimePart | None:
    """ "5 p.m.", "9:45 p.m.", "0500 Moscow time", "11:30"."""
    lowers, token = sentence.lowers, sentence.tokens[at]
    text = token.text
    if token.kind == "ordinal":
        return None
    after = lowers[at + 1] if at + 1 < len(lowers) else ""
    half = after.replace(".", "")
    spaced = half in ("a", "p") and lowers[at + 2 : at + 4] in ((".", "m"), ("m", "."))
    hour, minute, military = -1, 0, False
    if token.kind == "clock":
        pieces = text.split(":")
        hour, minute = int(pieces[0]), int(pieces[1])
    elif text.isdigit() and len(text) <= 2 and (half in ("am", "pm") or spaced or after == "o'clock"):
        hour = int(text)
    elif re.fullmatch(r"\d{1,2}\.\d\d", text) and half in ("am", "pm"):
        hour, minute = (int(piece) for piece in text.split("."))
    elif text.isdigit() and len(text) == 4 and int(text[:2]) < 24 and int(text[2:]) < 60:
        hour, minute, military = int(text[:2]), int(text[2:]), True
    if not (0 <= hour <= 24 and 0 <= minute < 60):
        return None
    last = at + 1
    if half in ("am", "pm") or after == "o'clock":
        last += 1
    elif spaced:
        last += 3
    meridiem = half if half in ("am", "pm") else f"{half}m" if spaced else ""
    if meridiem == "pm" and hour < 12:
        hour += 12
    elif meridiem == "am" and hour == 12:
        hour = 0
    zone = _zones().starting(lowers, last) if last < len(lowers) else None
    if military and zone is None and lowers[last : last + 1] not in (("hours",), ("hrs",), ("local",)):
        return None
    if zone is not None:
        last += zone[0]
    elif military:
        last += 1
    return TimePart(at, last, minutes=hour * 60 + minute, zone=zone[1] if zone else None)


def _month_first(sentence: Sentence, at: int, month: int) -> TimePart | None:
    """ "November 9, 2022", "Nov. 9", "November 2022", "in November"."""
    lowers, tokens = sentence.lowers, sentence.tokens
    last = at + 1
    if lowers[last : last + 1] == (".",) and len(lowers[at]) <= 4 and lowers[at] != "may":
        last += 1
    day = year = None
    if last < len(tokens) and (
        tokens[last].kind == "ordinal" or (tokens[last].text.isdigit() and len(tokens[last].text) <= 2)
    ):
        number = int(re.sub(r"\D", "", tokens[last].text))
        if 1 <= number <= 31:
            day, last = number, last + 1
    comma = last + (lowers[last : last + 1] == (",",))
    if comma < len(tokens) and YEAR.match(tokens[comma].text) and (day is not None or comma == last):
        year, last = int(tokens[comma].text), comma + 1
    if day is None and year is None and sentence.tags[last : last + 1] == "N":
        return None
    if (
        day is None
        and year is None
        and (lowers[at] in calendar().weak_months and not _behind_preposition(sentence, at))
    ):
        return None
    return TimePart(at, last, year=year, month=month, day=day)


def _behind_preposition(sentence: Sentence, at: int) -> bool:
    return at > 0 and sentence.lowers[at - 1] in (
        "in",
        "since",
        "by",
        "until",
        "of",
        "early",
        "late",
        "last",
        "before",
    )


def _day_first(sentence: Sentence, at: int) -> TimePart | None:
    """ "9 November 2022", "the 9th of November"."""
    lowers, tokens = sentence.lowers, sentence.tokens
    digits = re.sub(r"\D", "", tokens[at].text)
    if not digits or not 1 <= int(digits) <= 31 or "." in tokens[at].text:
        return None
    here = at + 1 + (lowers[at + 1 : at + 2] == ("of",))
    if here >= len(lowers) or lowers[here] not in calendar().months or not tokens[here].text[0].isupper():
        return None
    last = here + 1
    year = None
    if last < len(tokens) and YEAR.match(tokens[last].text):
        year, last = int(tokens[last].text), last + 1
    return TimePart(at, last, year=year, month=calendar().months[lowers[here]], day=int(digits))


def _year(sentence: Sentence, at: int) -> TimePart | None:
    if not YEAR.match(sentence.tokens[at].text) or not at:
        return None
    if sentence.lowers[at - 1] in (
        "in",
        "since",
        "of",
        "by",
        "until",
        "from",
        "before",
        "after",
        "during",
        "early",
        "late",
        "mid",
        "through",
        "year",
    ):
        return TimePart(at, at + 1, year=int(sentence.tokens[at].text))
    return None


def _ago(sentence: Sentence, at: int) -> TimePart | None:
    """ "three days ago", "a week earlier", "2 years ago"."""
    lowers = sentence.lowers
    if at + 2 >= len(lowers):
        return None
    unit = AGO_UNITS.get(lowers[at + 1].rstrip("s"))
    if unit is None or lowers[at + 2] not in ("ago", "earlier"):
        return None
    text = lowers[at]
    count = int(text) if text.isdigit() else 3 if text == "several" else int(number_words().ones.get(text, 1))
    days = count * unit
    return TimePart(at, at + 3, stretch=(days + unit // 2, days - unit // 2))

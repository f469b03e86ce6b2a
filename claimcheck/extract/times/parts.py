"""The single words of a time: a date, a weekday, a part of the day, a clock time, a stretch."""

from __future__ import annotations

from functools import cache

from claimcheck.extract.times.clocks import read_clock, spoken_clock
from claimcheck.extract.times.dates import (
    decade,
    mid_month,
    month_first,
    number_first,
    numeric_date,
    year,
)
from claimcheck.extract.times.part import TimePart
from claimcheck.extract.times.periods import counted, period, season, shifted
from claimcheck.lexicon.calendar import calendar
from claimcheck.lexicon.figures import number_words
from claimcheck.lexicon.tables import word_set
from claimcheck.text.phrases import PhraseIndex
from claimcheck.text.sentences import Sentence

__all__ = ["TimePart", "read_part", "time_openers"]


@cache
def _phrases() -> PhraseIndex[TimePart]:
    """The listed phrases with what they say; their tokens are set where they are found."""
    table = calendar()
    parts = {phrase: TimePart(0, 0, stretch=days) for phrase, days in table.stretches.items()}
    parts |= {
        phrase: TimePart(0, 0, offset=days, hours=table.relative_hours.get(phrase))
        for phrase, days in table.relative.items()
    }
    parts |= {phrase: TimePart(0, 0, shift=days) for phrase, days in table.shifts.items()}
    parts |= {phrase: TimePart(0, 0, month=month, day=day) for phrase, (month, day) in table.holidays.items()}
    parts |= {
        phrase: TimePart(0, 0, hours=hours)
        for phrase, hours in table.day_parts.items()
        if phrase not in ("night", *table.relative)
    }
    return PhraseIndex(parts.items())


@cache
def time_openers() -> frozenset[str]:
    """The words that can begin a part of a time; a number can as well."""
    table = calendar()
    phrases = [*table.stretches, *table.relative, *table.shifts, *table.holidays, *table.day_parts]
    listed = [
        *table.months,
        *table.weekdays,
        *table.spoken_minutes,
        *table.seasons,
        *table.which,
        *table.shifted,
    ]
    mid = [f"mid-{name}" for name in (*table.months, *table.seasons)]
    numbers = [*number_words().ones, "a", "an", "several", "few"]
    return frozenset([*listed, *mid, *numbers, *(phrase.split()[0] for phrase in phrases)])


def read_part(sentence: Sentence, at: int) -> TimePart | None:
    """The part of a time that starts at a token, or None.

    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("It ended by 0500 Moscow time (0200 GMT) on Friday morning, November 11.")[0]
    >>> read_part(sentence, 3).minutes, read_part(sentence, 3).zone, read_part(sentence, 13).month
    (300, 3.0, 11)
    """
    lower, token = sentence.lowers[at], sentence.tokens[at]
    if token.kind == "date":
        return numeric_date(lower, at)
    if token.kind in ("clock", "number", "ordinal"):
        return (
            read_clock(sentence, at)
            or number_first(sentence, at)
            or decade(sentence, at)
            or year(sentence, at)
            or counted(sentence, at)
        )
    if token.kind == "name":
        return decade(sentence, at)
    return spoken_clock(sentence, at) or _phrase(sentence, at) or _named(sentence, at) or _night(sentence, at)


def _phrase(sentence: Sentence, at: int) -> TimePart | None:
    """A listed phrase: "last night", "a few days ago", "the day before" with nothing that it hangs on."""
    hit = _phrases().starting(sentence.lowers, at)
    if hit is None:
        return None
    last = at + hit[0]
    if hit[1].of_day and at and sentence.tokens[at].text[0].isupper() and not _behind_weekday(sentence, at):
        return None  # "the Morning Herald"
    if hit[1].shift is not None and at and sentence.lowers[at - 1] in ("than", "from"):
        return None
    if hit[1].shift is not None and sentence.lowers[last - 1] in ("before", "after"):
        ends = word_set("calendar", "shift_ends")
        if last < len(sentence.lowers) and sentence.lowers[last] not in ends:
            return None
    hours = calendar().day_parts["night"] if sentence.lowers[last - 2 : last] == ("night", "before") else None
    return hit[1].at(at, last) if hours is None else hit[1].at(at, last).during(hours)


def _behind_weekday(sentence: Sentence, at: int) -> bool:
    return sentence.lowers[at - 1] in calendar().weekdays


def _named(sentence: Sentence, at: int) -> TimePart | None:
    """A weekday, month or season, or words that count days."""
    lower, token = sentence.lowers[at], sentence.tokens[at]
    capital = token.text[0].isupper()
    if lower in calendar().weekdays and capital:
        before = sentence.lowers[at - 1] if at else ""
        which = before if before in ("next", "last", "every") else None
        return TimePart(at, at + 1, weekday=calendar().weekdays[lower], which=which)
    if lower in calendar().months and capital:
        return month_first(sentence, at)
    if lower.startswith("mid-"):
        return mid_month(sentence, at)
    if lower in calendar().seasons:
        return season(sentence, at)
    return period(sentence, at) or shifted(sentence, at) or counted(sentence, at)


def _night(sentence: Sentence, at: int) -> TimePart | None:
    """ "night" behind a weekday, an article or "at"."""
    if sentence.lowers[at] != "night" or not at:
        return None
    before = sentence.lowers[at - 1]
    if before not in calendar().weekdays and before not in word_set("calendar", "night_openers"):
        return None
    return TimePart(at, at + 1, hours=calendar().day_parts["night"])

"""From the parts of a time to the days they allow."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from claimcheck.extract.times.part import TimePart
from claimcheck.lexicon.calendar import calendar

Days = tuple[date, date]
AHEAD, BEHIND = 60, -300
"""A date without a year lies at most so many days after the report, and not longer before it."""


@dataclass(frozen=True, slots=True)
class Clock:
    """Against what a time is read: the day of the report, the last day it names, whether the verb is of the future.

    `beside` is the day of a time right before it.
    """

    today: date | None
    named: Days | None = None
    future: bool = False
    beside: Days | None = None


def days_of(parts: Sequence[TimePart], clock: Clock) -> Days | None:
    """The first and the last day that the parts allow, None where they cannot be told.

    >>> days_of([TimePart(0, 2, period="month", which="last")], Clock(date(2022, 11, 13)))
    (datetime.date(2022, 10, 1), datetime.date(2022, 10, 31))
    """
    found = _days(parts, clock)
    portion = next((part.portion for part in parts if part.portion), None)
    if found is None or portion is None:
        return found
    return _narrowed(found, portion, clock.today)


def _days(parts: Sequence[TimePart], clock: Clock) -> Days | None:
    if any(part.unsure for part in parts):
        return None
    dated = next((part for part in parts if part.month is not None), None)
    if dated is not None:
        return _dated(dated, any(part.weekday is not None for part in parts), clock)
    year = next((part for part in parts if part.year is not None), None)
    if year is not None and year.year is not None:
        return date(year.year, 1, 1), date(year.year + year.years - 1, 12, 31)
    for part in parts:
        if part.shift is not None and clock.named is not None:
            return clock.named[0] + timedelta(part.shift[0]), clock.named[1] + timedelta(part.shift[1])
    if clock.today is None:
        return None
    for part in parts:
        found = _counted(part, clock.today, future=clock.future)
        if found is not None:
            return found
    return None


def _counted(part: TimePart, today: date, *, future: bool) -> Days | None:
    """The days of a part that counts from the day of the report."""
    if part.weekday is not None:
        day = _weekday(part, today, future=future)
        return day, day
    if part.offset is not None:
        return today + timedelta(part.offset), today + timedelta(part.offset)
    if part.stretch is not None:
        return today - timedelta(part.stretch[0]), today - timedelta(part.stretch[1])
    if part.period is not None:
        return _period(part.period, calendar().which.get(part.which or ""), today)
    return None


def _weekday(part: TimePart, today: date, *, future: bool) -> date:
    """The last such day up to the report's own, or the next one where the words or the verb say so."""
    back = (today.weekday() - (part.weekday or 0)) % 7
    if part.which == "next":
        return today + timedelta(days=7 - back)
    if part.which == "last" and back == 0:
        back = 7
    if future and part.which is None and back:
        return today + timedelta(days=7 - back)
    return today - timedelta(days=back)


def _period(name: str, told: int | None, today: date) -> Days:
    """A weekend, month, season, year or decade of the calendar: the last one, this one, the next."""
    which = told or 0
    if name == "weekend":
        saturday = today - timedelta(days=(today.weekday() - 5) % 7)
        if which < 0 and today.weekday() >= 5:
            saturday -= timedelta(days=7)
        saturday += timedelta(days=7 * max(which, 0))
        return saturday, saturday + timedelta(days=1)
    if name == "month":
        return _months(today.year, today.month + which, 1)
    if name == "decade":
        first = today.year // 10 * 10 + 10 * which
        return date(first, 1, 1), date(first + 9, 12, 31)
    if name in calendar().seasons:
        return _season(name, told, today)
    return date(today.year + which, 1, 1), date(today.year + which, 12, 31)


def _season(name: str, which: int | None, today: date) -> Days:
    """This year's season; the last one has ended before the report, the next one begins behind it, one untold has begun."""
    first, last = calendar().seasons[name]
    count = (last - first) % 12 + 1
    year = today.year
    here = _months(year, first, count)
    if which is None and here[0] > today:
        year -= 1
    elif which == 1 and here[0] <= today:
        year += 1
    elif (which == -1 and here[1] >= today) or (not which and first > last and today.month <= last):
        year -= 1
    return _months(year, first, count)


def _months(year: int, month: int, count: int) -> Days:
    """The days of so many months; a month may lie outside 1 to 12."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    end = month + count - 1
    behind = date(year + end // 12, end % 12 + 1, 1)
    return date(year, month, 1), behind - timedelta(days=1)


def _dated(part: TimePart, weekday: bool, clock: Clock) -> Days | None:
    """The days of a date or month; one without a year is near the report, before it unless the verb is of the future."""
    month = part.month or 1
    year = part.year if part.year is not None else _year(part, month, weekday, clock)
    if year is None:
        return None
    if part.day is None:
        return _months(year, month, part.months)
    first, last = day_in(year, month, part.day), day_in(year, month, part.until_day or part.day)
    if first is None or last is None:
        return None
    return (first, last) if first <= last else (first, _months(year, month, 1)[1])


def _year(part: TimePart, month: int, weekday: bool, clock: Clock) -> int | None:
    """The year of a date that states none."""
    today = clock.today
    if today is None:
        return None
    here = day_in(today.year, month, part.day or 1)
    if here is None:
        return today.year
    passed = (month, part.day or 1) <= (today.month, today.day)
    if clock.future and not weekday:
        return today.year if not passed or (month == today.month and part.day is None) else today.year + 1
    if not weekday and part.day is not None and BEHIND <= (here - today).days <= AHEAD:
        return today.year
    return today.year if passed else today.year - 1


def day_in(year: int, month: int, day: int) -> date | None:
    """The day of a date, None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _narrowed(days: Days, portion: str, today: date | None) -> Days:
    """What "early", "late", "earlier" or "later" leaves of a long stretch."""
    first, last = days
    if portion in ("earlier", "later"):
        if today is None or not first <= today <= last:
            return days
        return (first, today) if portion == "earlier" else (today, last)
    length = (last - first).days
    if length < 27:
        return days
    low, high = calendar().portions[portion]
    return first + timedelta(math.floor(length * low)), first + timedelta(math.floor(length * high))

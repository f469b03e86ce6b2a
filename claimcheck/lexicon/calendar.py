"""Months, weekdays, parts of the day and zones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from claimcheck.lexicon.tables import english
from claimcheck.model import Bound


@dataclass(frozen=True, slots=True)
class Calendar:
    """Typed view of calendar.yml; hours of zones count from Greenwich, None is local time."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    day_parts: Mapping[str, tuple[int, int]]
    zones: Mapping[str, float | None]
    relative: Mapping[str, int]
    stretches: Mapping[str, tuple[int, int]]
    bounds: Mapping[str, Bound]
    weak_months: frozenset[str]


@cache
def calendar() -> Calendar:
    """The words of time.

    >>> calendar().day_parts["evening"], calendar().zones["moscow time"]
    ((18, 24), 3.0)
    """
    table = english("calendar")
    return Calendar(
        months={str(name): int(number) for name, number in table["months"].items()},
        weekdays={str(name): int(number) for name, number in table["weekdays"].items()},
        day_parts={str(name): (int(low), int(high)) for name, (low, high) in table["day_parts"].items()},
        zones={
            str(name): None if hours == "local" else float(hours) for name, hours in table["zones"].items()
        },
        relative={str(name): int(days) for name, days in table["relative"].items()},
        stretches={str(name): (int(low), int(high)) for name, (low, high) in table["stretches"].items()},
        bounds={str(name): bound for name, bound in table["bounds"].items()},
        weak_months=frozenset(str(name) for name in table["weak_months"]),
    )


def month_names() -> Mapping[str, int]:
    """All wordings of months, in small letters, with their number."""
    return calendar().months


def weekday_names() -> Mapping[str, int]:
    """All wordings of weekdays, in small letters, Monday being 0."""
    return calendar().weekdays

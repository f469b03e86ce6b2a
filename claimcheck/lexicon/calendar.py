"""Months, weekdays, parts of the day, zones, and the words that place a time against another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from claimcheck.lexicon.tables import english, words
from claimcheck.model import Bound

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Calendar:
    """Typed view of calendar.yml; hours of zones count from Greenwich, None is local time."""

    months: Mapping[str, int]
    weak_months: frozenset[str]
    weekdays: Mapping[str, int]
    holidays: Mapping[str, Pair]
    seasons: Mapping[str, Pair]
    day_parts: Mapping[str, Pair]
    day_edges: Mapping[str, Pair]
    portions: Mapping[str, tuple[float, float]]
    spoken_minutes: Mapping[str, int]
    zones: Mapping[str, float | None]
    relative: Mapping[str, int]
    relative_hours: Mapping[str, Pair]
    stretches: Mapping[str, Pair]
    unit_days: Mapping[str, int]
    which: Mapping[str, int]
    shifts: Mapping[str, Pair]
    shifted: Mapping[str, int]
    shifted_units: Mapping[str, Pair]
    shift_directions: Mapping[str, int]
    bounds: Mapping[str, Bound]
    era_bounds: Mapping[str, Bound]


@cache
def calendar() -> Calendar:
    """The words of time.

    >>> calendar().day_parts["evening"], calendar().zones["moscow time"]
    ((18, 24), 3.0)
    """
    table = english("calendar")
    return Calendar(
        months=_numbers(table["months"]),
        weak_months=words(table, "weak_months"),
        weekdays=_numbers(table["weekdays"]),
        holidays=_pairs(table["holidays"]),
        seasons=_pairs(table["seasons"]),
        day_parts=_pairs(table["day_parts"]),
        day_edges=_pairs(table["day_edges"]),
        portions={str(name): (float(low), float(high)) for name, (low, high) in table["portions"].items()},
        spoken_minutes=_numbers(table["spoken_minutes"]),
        zones={
            str(name): None if hours == "local" else float(hours) for name, hours in table["zones"].items()
        },
        relative=_numbers(table["relative"]),
        relative_hours=_pairs(table["relative_hours"]),
        stretches=_pairs(table["stretches"]),
        unit_days=_numbers(table["unit_days"]),
        which=_numbers(table["which"]),
        shifts=_pairs(table["shifts"]),
        shifted=_numbers(table["shifted"]),
        shifted_units=_pairs(table["shifted_units"]),
        shift_directions=_numbers(table["shift_directions"]),
        bounds={str(name): bound for name, bound in table["bounds"].items()},
        era_bounds={str(name): bound for name, bound in table["era_bounds"].items()},
    )


def _numbers(table: Mapping[str, Any]) -> dict[str, int]:
    return {str(name): int(number) for name, number in table.items()}


def _pairs(table: Mapping[str, Any]) -> dict[str, Pair]:
    return {str(name): (int(low), int(high)) for name, (low, high) in table.items()}


def month_names() -> Mapping[str, int]:
    """All wordings of months, in small letters, with their number."""
    return calendar().months


def weekday_names() -> Mapping[str, int]:
    """All wordings of weekdays, in small letters, Monday being 0."""
    return calendar().weekdays

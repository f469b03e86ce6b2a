"""Months, weekdays, parts of the day and zones."""

from __future__ import annotations

from functools import cache

from claimcheck.lexicon.tables import english


@cache
def month_names() -> frozenset[str]:
    """All wordings of months, in small letters."""
    return frozenset(str(name) for name in english("calendar")["months"])


@cache
def weekday_names() -> frozenset[str]:
    """All wordings of weekdays, in small letters."""
    return frozenset(str(name) for name in english("calendar")["weekdays"])

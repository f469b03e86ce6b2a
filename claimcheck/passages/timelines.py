"""Dates that do not fit each other: an age against a year of birth, a use before the building."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.lexicon.calendar import month_names
from claimcheck.lexicon.senses import senses
from claimcheck.passages.dates import Day, dated, find_days
from claimcheck.passages.words import Word

OLDEST = 115
SLACK = 2
REACH = 9
LEAST_SHARED = 0.6


def untimely(left: Sequence[Word], right: Sequence[Word]) -> str | None:
    """Why the dates of two passages on one person or thing do not fit each other, or None.

    >>> from claimcheck.passages.words import read_words
    >>> from claimcheck.text.sentences import split_sentences
    >>> one, two = (read_words(split_sentences(t)) for t in ("Ada Byte left Orlo at age 36, in 1993.",
    ...     "Ada Byte (born 1965) is a singer."))
    >>> untimely(one, two)
    'an age of 36 in 1993 does not fit a birth in 1965'
    """
    return (
        _misaged(left, right)
        or _misaged(right, left)
        or _before_made(left, right)
        or _before_made(right, left)
    )


def _misaged(left: Sequence[Word], right: Sequence[Word]) -> str | None:
    for at, age, year in _ages(left):
        for here, day in dated(right).get("birth", ()):
            if day.year is None or not _one_person(_names(left, at), _names(right, here)):
                continue
            if abs(year - age - day.year) > SLACK:
                return f"an age of {age} in {year} does not fit a birth in {day.year}"
    return None


def _ages(words: Sequence[Word]) -> Iterator[tuple[int, int, int]]:
    """Where a passage tells an age at a time: the place, the age and the year."""
    days = list(find_days(words))
    for at, word in enumerate(words[:-1]):
        figure = words[at + 1]
        aged = word.text.lower() == "aged" or (word.key == "age" and at > 0 and words[at - 1].key == "at")
        if not aged or figure.kind != "figure" or figure.stated is None or figure.stated > OLDEST:
            continue
        years = [day.year for day in days if day.year is not None and _beside(words, at, day)]
        if len(years) == 1:
            yield at, int(figure.stated), years[0]


def _beside(words: Sequence[Word], at: int, day: Day) -> bool:
    near = min(abs(day.first - at), abs(at - day.last + 1)) <= REACH
    return near and words[day.first].sentence == words[at].sentence


def _before_made(left: Sequence[Word], right: Sequence[Word]) -> str | None:
    """A use that is dated before the making: "built in 1920", "in use from 1911"."""
    made = [
        (at, day, name)
        for name, found in dated(left).items()
        if name in senses().makings
        for at, day in found
    ]
    for at, day, name in made:
        for here, word in enumerate(right):
            if word.key not in senses().lasting:
                continue
            began = [
                other for other in find_days(right) if other.first > here and _beside(right, here, other)
            ]
            if not began or day.year is None or began[0].year is None or began[0].year >= day.year:
                continue
            if right[began[0].first - 1].text.lower() in ("from", "since", "in") and _shared(
                _names(left, at), _names(right, here)
            ):
                return f"“{word.text}” in {began[0].year} lies before the {name} in {day.year}"
    return None


def _names(words: Sequence[Word], at: int) -> list[str]:
    """The names of the sentence, of the whole passage where it has none."""
    sentence = [word.key for word in words if word.kind == "name" and word.sentence == words[at].sentence]
    found = [name for name in sentence if name not in month_names()]
    return found or [word.key for word in words if word.kind == "name"]


def _one_person(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether the names on two sides begin with one person, by two names at least."""
    return bool(one and two) and one[0] in two and two[0] in one and len({*one} & {*two}) > 1


def _shared(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether the names on two sides begin alike and are mostly the same."""
    common = {*one} & {*two}
    return (
        bool(one and two)
        and len(common) >= LEAST_SHARED * min(len({*one}), len({*two}))
        and (one[0] in two or two[0] in one)
    )

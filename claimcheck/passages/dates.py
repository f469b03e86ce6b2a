"""Dates of what happens once: births, deaths, foundings, openings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimcheck.lexicon.calendar import month_names
from claimcheck.lexicon.senses import senses
from claimcheck.passages.words import Word

EARLIEST_YEAR, LATEST_YEAR = 1000, 2100
LONGEST_MONTH = 31
REACH = 9


@dataclass(frozen=True, slots=True)
class Day:
    """A date as far as it is told, at words [first, last)."""

    year: int | None
    month: int | None
    day: int | None
    first: int
    last: int

    def excludes(self, other: Day) -> bool:
        """Whether two dates cannot be one: the first part that both tell and that differs, from the year down.

        >>> first, year = Day(1972, 2, 1, 0, 3), Day(1972, None, None, 0, 1)
        >>> first.excludes(Day(1972, 2, 10, 0, 3)), year.excludes(first)
        (True, False)
        """
        for one, two in ((self.year, other.year), (self.month, other.month), (self.day, other.day)):
            if one is not None and two is not None and one != two:
                return True
        return False


def find_days(words: Sequence[Word]) -> Iterator[Day]:
    """The dates in a row of words.

    >>> from claimcheck.passages.words import read_words
    >>> from claimcheck.text.sentences import split_sentences
    >>> [(d.year, d.month, d.day) for d in find_days(read_words(split_sentences("Born on 1 May 1972, he died in 1990.")))]
    [(1972, 5, 1), (1990, None, None)]
    """
    at = 0
    while at < len(words):
        found = _with_month(words, at) or _year_alone(words, at)
        if found is not None:
            yield found
        at = found.last if found is not None else at + 1


def _whole(word: Word | None, low: int, high: int) -> int | None:
    """The whole number a word writes, where it lies in a range."""
    if word is None or word.range is None or word.range.low is None or word.range.low != word.range.high:
        return None
    value = word.range.low
    return int(value) if value == int(value) and low <= value <= high else None


def _with_month(words: Sequence[Word], at: int) -> Day | None:
    def here(place: int) -> Word | None:
        return words[place] if place < len(words) else None

    day = _whole(words[at], 1, LONGEST_MONTH)
    first = at
    month_at = at + 1 if day is not None else at
    month_word = here(month_at)
    if month_word is None or month_word.kind != "name" or month_word.key not in month_names():
        return None
    last = month_at + 1
    if day is None:
        day = _whole(here(last), 1, LONGEST_MONTH)
        last += day is not None
    year = _whole(here(last), EARLIEST_YEAR, LATEST_YEAR)
    return Day(year, month_names()[month_word.key], day, first, last + (year is not None))


def _year_alone(words: Sequence[Word], at: int) -> Day | None:
    """A year behind a preposition, an opening bracket or another date, with no noun that it could count."""
    text = words[at].text
    year = _whole(words[at], EARLIEST_YEAR, LATEST_YEAR)
    if year is None or not (text.isdigit() and len(text) == len(str(LATEST_YEAR))):
        return None
    following = words[at + 1] if at + 1 < len(words) else None
    if following is not None and following.tag in "NJ" and following.first == words[at].first + 1:
        return None
    return Day(year, None, None, at, at + 1)


def dated(words: Sequence[Word]) -> dict[str, list[tuple[int, Day]]]:
    """The events of a passage that happen once, each with the place of its word and the date nearest to it."""
    days = list(find_days(words))
    found: dict[str, list[tuple[int, Day]]] = {}
    for at, word in enumerate(words):
        name = senses().once.get(word.key)
        if name is None or word.range is not None:
            continue
        near = [day for day in days if words[day.first].sentence == word.sentence]
        near = [day for day in near if min(abs(day.first - at), abs(at - day.last + 1)) <= REACH]
        if near:
            best = min(
                near, key=lambda day: (min(abs(day.first - at), abs(at - day.last + 1)), day.first < at)
            )
            found.setdefault(name, []).append((at, best))
    for one, two in pairwise(days):
        if "birth" not in found and _life(words, one, two):
            found["birth"] = [(one.first, one)]
            found.setdefault("death", [(two.first, two)])
    return found


def _life(words: Sequence[Word], one: Day, two: Day) -> bool:
    """Whether two dates in a row behind a name are those of a life: "(8 May 1838 – 2 March 1881)"."""
    before = words[one.first - 1] if one.first else None
    return (
        one.year is not None
        and two.year is not None
        and one.year < two.year
        and one.last == two.first
        and before is not None
        and before.kind == "name"
        and words[two.first].first - words[one.last - 1].first == 2
    )

"""Journeys to and from a place on a day: who left it that day did not reach it then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.lexicon.senses import senses
from claimcheck.passages.dates import Day, find_days
from claimcheck.passages.words import Word

REACH = 6
FAR = 2


@dataclass(frozen=True, slots=True)
class _Journey:
    towards: bool
    place: tuple[str, ...]
    day: Day
    text: str


def crossed(left: Sequence[Word], right: Sequence[Word]) -> str | None:
    """Why one passage has somebody arrive where the other has them leave on that day, or None.

    >>> from claimcheck.passages.words import read_words
    >>> from claimcheck.text.sentences import split_sentences
    >>> one, two = (read_words(split_sentences(t)) for t in ("On 4 May the Orlo left for Velm.",
    ...     "The Orlo left Velm on 4 May."))
    >>> crossed(one, two)
    'a says “left for Velm”, b says “left Velm” on that day'
    """
    told = list(_journeys(left))
    for said in _journeys(right):
        same = [one for one in told if {*one.place} & {*said.place} and not one.day.excludes(said.day)]
        if (
            not same
            or any(one.towards == said.towards for one in same)
            or not _one_traveller(left, right, said)
        ):
            continue
        return f"a says “{same[0].text}”, b says “{said.text}” on that day"
    return None


def _one_traveller(left: Sequence[Word], right: Sequence[Word], said: _Journey) -> bool:
    """Whether the two passages share a name besides that of the place."""
    ours, theirs = ({word.key for word in side if word.kind == "name"} for side in (left, right))
    dates = {word.key for word in right[said.day.first : said.day.last]}
    return bool((ours & theirs) - {*said.place} - dates)


def _journeys(words: Sequence[Word]) -> Iterator[_Journey]:
    days = list(find_days(words))
    for at, word in enumerate(words[:-1]):
        for wording, towards in senses().journeys.get(word.key, ()):
            last = at + 1 + len(wording)
            if tuple(other.text.lower() for other in words[at + 1 : last]) != wording:
                continue
            place = _place(words, last)
            last += len(place)
            near = [
                day for day in days if words[day.first].sentence == word.sentence and _beside(day, at, last)
            ]
            near.sort(key=lambda day: day.first < last)
            if place and word.tag in "VTGI" and near:
                text = " ".join(other.text for other in words[at:last])
                yield _Journey(towards, tuple(other.key for other in place), near[0], text)
            break


def _place(words: Sequence[Word], at: int) -> tuple[Word, ...]:
    found: list[Word] = []
    for word in words[at:]:
        if word.kind != "name" or (found and word.first != found[-1].first + 1):
            break
        found.append(word)
    return tuple(found)


def _beside(day: Day, at: int, last: int) -> bool:
    """Whether a day stands right behind a journey or not far before it."""
    return last <= day.first <= last + FAR or at - REACH <= day.last <= at

"""The hour and the day that a sentence gives for an event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claimcheck.extract.particulars.streets import street_kinds
from claimcheck.extract.times.find import TimeMention
from claimcheck.extract.times.parts import read_part
from claimcheck.lexicon.tables import english, word_set
from claimcheck.text.groups import clause_bounds
from claimcheck.text.listed import tells
from claimcheck.text.phrases import PhraseIndex
from claimcheck.text.sentences import Sentence

DAY = 24 * 60
HOUR = 60
NOON = 12 * HOUR
EARLIEST_EVENING = 5 * HOUR
HALVES = frozenset({"a.m.", "p.m.", "am", "pm", "a.m", "p.m", "noon", "midnight"})
LATER_PARTS = frozenset({"evening", "night", "tonight"})
WINDOW_BEFORE, WINDOW_BEHIND = 8, 3


@dataclass(frozen=True, slots=True)
class HourMention:
    """When an event happened: minutes after midnight, from the earliest to the latest that the words allow.

    `exact` tells a clock time from a part of the day; the latest can lie past midnight (more than 1,440).
    """

    time: TimeMention
    earliest: int
    latest: int
    exact: bool
    day: str | None


@cache
def _approaches() -> PhraseIndex[tuple[int, int]]:
    table = english("narrative")["approaches"]
    return PhraseIndex((str(phrase), (int(span[0]), int(span[1]))) for phrase, span in table.items())


@cache
def _day_parts() -> dict[str, tuple[int, int]]:
    table = english("narrative")["parts_of_day"]
    return {str(word): (int(span[0] * HOUR), int(span[1] * HOUR)) for word, span in table.items()}


def find_hours(sentence: Sentence, times: tuple[TimeMention, ...]) -> Iterator[HourMention]:
    """The times of a sentence that tell when an event happened ("occurred", "broke out"), from left to right.

    >>> from datetime import date
    >>> from claimcheck.extract.times.find import find_times
    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("The shooting happened shortly after 11 p.m. on Friday.")[0]
    >>> times = tuple(find_times(sentence, date(2022, 11, 13)))
    >>> [(hour.earliest, hour.latest, hour.day) for hour in find_hours(sentence, times)]
    [(1380, 1395, '2022-11-11')]
    """
    addressed = _addressed(sentence)
    if not times or not (tells("narrative", "happening", sentence.lowers) or addressed):
        return
    alone = len(times) == 1
    for time in times:
        first, last = clause_bounds(sentence, time.first)
        clause = sentence.lowers[first:last]
        happened = tells("narrative", "happening", clause)
        if not happened and not (alone and (addressed or _close(sentence, time))):
            continue
        beside = sentence.lowers[
            max(first, time.first - WINDOW_BEFORE) : min(last, time.last + WINDOW_BEHIND)
        ]
        if not word_set("narrative", "not_happening").isdisjoint(beside):
            continue
        found = _read(sentence, time)
        if found is not None and (found.exact or happened):
            yield found


def _addressed(sentence: Sentence) -> bool:
    """Whether the sentence names an address: with a clock time it tells when something happened there."""
    return "block" in sentence.lowers or any(
        sentence.tokens[at].text[0].isupper() and sentence.lowers[at] in street_kinds()
        for at in range(1, len(sentence.tokens))
    )


def _close(sentence: Sentence, time: TimeMention) -> bool:
    """Whether the verb of the event stands in the next clause: "was outside at 3 a.m. when a car opened fire"."""
    lowers = sentence.lowers
    behind = lowers[time.last : time.last + 1]
    return time.first <= 1 or behind in (("when",), ("after",), ("as",), (",",))


def _read(sentence: Sentence, time: TimeMention) -> HourMention | None:
    minutes: int | None = None
    part: tuple[int, int] | None = None
    dated = False
    for at in range(time.first, time.last):
        read = read_part(sentence, at)
        if read is None:
            continue
        if read.year is not None and time.first == 0:  # the stamp of a report, no sentence of it
            return None
        minutes = read.minutes if minutes is None else minutes
        if minutes is None and sentence.lowers[at] == "noon":
            minutes = NOON
        dated = dated or read.weekday is not None or read.day is not None or read.offset is not None
        part = part or _day_parts().get(sentence.lowers[at])
    if part is None and sentence.lowers[time.first] in ("early", "late") and dated:
        part = _day_parts()[sentence.lowers[time.first]]
    day = time.start.date().isoformat() if dated and time.start is not None else None
    if minutes is not None:
        minutes = _in_part_of_day(sentence, time, minutes)
        span = _approach(sentence, time) if minutes is not None else None
        if span is None or minutes is None:
            return None
        earliest = (minutes + span[0]) % DAY
        return HourMention(time, earliest, earliest + span[1] - span[0], exact=True, day=day)
    whole = time.first > 0 and sentence.lowers[time.first - 1] in ("all", "every", "each")
    if part is not None and time.bound == "at" and not whole:
        return HourMention(time, part[0], part[1], exact=False, day=day)
    return None


def _in_part_of_day(sentence: Sentence, time: TimeMention, minutes: int) -> int | None:
    """The minutes of a clock time whose half of the day a word tells: "9:40 Saturday night"; None where it does not."""
    told = sentence.lowers[time.first : time.last]
    if minutes >= NOON + HOUR or not HALVES.isdisjoint(told) or LATER_PARTS.isdisjoint(told):
        return minutes
    # "12:30 Saturday night" can be half an hour into either day
    return minutes + NOON if EARLIEST_EVENING <= minutes < NOON else None


def _approach(sentence: Sentence, time: TimeMention) -> tuple[int, int] | None:
    """By how many minutes the words before a clock time widen it; None where they leave it open ("after 3 a.m.")."""
    start = max(0, time.first - 3)
    found = [
        span
        for first, last, span in _approaches().every(sentence.lowers[start : time.last])
        if start + last <= time.last
    ]
    if found:
        return found[0]
    return None if time.bound in ("after", "before", "by", "since", "until", "from") else (0, 0)

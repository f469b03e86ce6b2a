"""Times of a sentence as intervals against the date of the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cache

from claimcheck.extract.times.days import Clock, Days, days_of
from claimcheck.extract.times.eras import read_era
from claimcheck.extract.times.parts import TimePart, read_part, time_openers
from claimcheck.lexicon.calendar import calendar
from claimcheck.lexicon.tables import word_set
from claimcheck.model import Bound, TimeReference
from claimcheck.text.listed import tells
from claimcheck.text.phrases import PhraseIndex
from claimcheck.text.sentences import Sentence

Moments = tuple[datetime, datetime]
FUTURE_REACH, CLAUSE, BESIDE = 14, 9, 4


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time at tokens [first, last); `start` and `end` are known only where the report's date is.

    `days` are the days of it that a later "two days later" counts from, where they are one or two.
    """

    first: int
    last: int
    start: datetime | None
    end: datetime | None
    bound: Bound
    days: Days | None = None

    def reference(self, text: str, sentence: Sentence) -> TimeReference:
        """The time as a claim holds it: what lies before Friday ends where Friday begins."""
        words = text[sentence.tokens[self.first].start : sentence.tokens[self.last - 1].end]
        start, end = self.start, self.end
        if self.bound == "before":
            start, end = None, self.start
        elif self.bound in ("by", "until"):
            start = None
        elif self.bound == "after":
            start, end = self.end, None
        elif self.bound in ("since", "from"):
            end = None
        return TimeReference(_iso(start), _iso(end), " ".join(words.split()), self.bound)


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.strftime("%Y-%m-%dT%H:%MZ")


@cache
def _bounds() -> PhraseIndex[Bound]:
    return PhraseIndex(calendar().bounds.items())


def find_times(sentence: Sentence, today: date | None, named: Days | None = None) -> list[TimeMention]:
    """The times a sentence names, from left to right; parts that stand together are one time.

    `named` are the days last named before the sentence, from which "two days later" counts.

    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("It was over by 0500 Moscow time (0200 GMT) on Friday morning.")[0]
    >>> [(m.bound, str(m.end)) for m in find_times(sentence, date(2022, 11, 13))]
    [('by', '2022-11-11 02:00:00')]
    """
    found: list[TimeMention] = []
    openers, eras = time_openers(), calendar().era_bounds
    at, last_named = 0, named
    while at < len(sentence.tokens):
        lower = sentence.lowers[at]
        era = read_era(sentence, at) if lower in eras else None
        if era is not None and not _dated_behind(sentence, era[0]):
            found.append(TimeMention(at, era[0], None, None, era[1]))
            at = era[0]
            continue
        if sentence.tokens[at].kind == "word" and lower not in openers:
            at += 1
            continue
        parts = _run(sentence, at)
        if not parts:
            at += 1
            continue
        beside = _beside(sentence, found[-1], parts[0].first) if found else None
        clock = Clock(today, last_named, _is_future(sentence, parts[0].first), beside)
        mention = _until(sentence, parts, _mention(sentence, parts, clock), clock)
        found.append(mention)
        last_named = mention.days or last_named
        at = mention.last
    return found


def _run(sentence: Sentence, at: int) -> list[TimePart]:
    """The parts that stand together from a token on."""
    parts: list[TimePart] = []
    here, joining = at, word_set("calendar", "joining")
    while here < len(sentence.tokens):
        part = read_part(sentence, here)
        if part is not None and _fits(parts, part):
            parts.append(part)
            here = part.last
        elif part is None and parts and here - parts[-1].last < 2 and sentence.lowers[here] in joining:
            here += 1
        else:
            break
    return parts


def _fits(parts: Sequence[TimePart], part: TimePart) -> bool:
    """Whether a part adds to those before it, and does not begin a second time."""
    return all(_fit(known, part) for known in parts)


def _fit(known: TimePart, part: TimePart) -> bool:
    if known.minutes is not None and part.minutes is not None:
        return known.zone is not None and part.zone is not None
    if known.of_day or part.of_day:
        return not (known.hours and part.hours)
    day = (known.weekday is None) != (part.weekday is None)
    return day and not any(
        other.relative or other.period or (other.year and not other.day) for other in (known, part)
    )


def _beside(sentence: Sentence, before: TimeMention, first: int) -> Days | None:
    """The days of the time right before another: "early on Tuesday, and | by midday"."""
    near = first - before.last <= BESIDE and "V" not in sentence.tags[before.last : first]
    return before.days if near and before.days is not None and before.days[0] == before.days[1] else None


def _is_future(sentence: Sentence, at: int) -> bool:
    """Whether the words before a time, in its clause, speak of the future: "will meet on Friday"."""
    first = at
    while (
        first > 0
        and at - first < FUTURE_REACH
        and sentence.lowers[first - 1] not in (";", ".", ":", "”", '"')
    ):
        first -= 1
    return tells("calendar", "future", sentence.lowers[first:at])


def _mention(sentence: Sentence, parts: Sequence[TimePart], clock: Clock) -> TimeMention:
    bound: Bound = "at"
    first, leading = parts[0].first, word_set("calendar", "leading")
    while first > 0 and (sentence.lowers[first - 1] in leading or _hyphen(sentence, first)):
        first -= 1
    hit = _bounds().ending(sentence.lowers, first - 1) if first else None
    edge = _edge(sentence, parts[0].first)
    if hit is not None and not (hit[1] in ("from", "since") and _owns(sentence, parts[-1].last)):
        bound, first = hit[1], first - hit[0]
        if edge is not None and first and sentence.lowers[first - 1] in calendar().day_edges:
            first -= 1
    if bound == "from" and sentence.lowers[parts[-1].last : parts[-1].last + 1] == ("'s",):
        bound = "at"  # "the toll from Sunday's attack"
    if bound == "at":
        bound, first = _clause_bound(sentence, first)
    days = days_of(parts, clock)
    if days is None and clock.beside is not None and all(part.of_day for part in parts):
        days = clock.beside
    span = None if days is None else _moments(parts, days, edge)
    near = days if days is not None and (days[1] - days[0]).days < 2 else None
    start, end = span if span is not None else (None, None)
    return TimeMention(first, parts[-1].last, start, end, bound, near)


def _owns(sentence: Sentence, at: int) -> bool:
    """Whether something belongs to the time before a token: "the toll from Sunday's attack" has no beginning."""
    return sentence.tags[at : at + 1] == "A"


def _dated_behind(sentence: Sentence, at: int) -> bool:
    """Whether a time at a token tells when a long event began: "before the siege began | on February 19"."""
    at += at < len(sentence.lowers) and sentence.lowers[at] in ("on", "in", "at")
    return at < len(sentence.lowers) and read_part(sentence, at) is not None


def _clause_bound(sentence: Sentence, first: int) -> tuple[Bound, int]:
    """The bound of a clause that the time ends, and where it begins: "since the siege began | in March"."""
    bounds, finite = calendar().era_bounds, False
    for here in range(first - 1, max(first - CLAUSE, -1), -1):
        lower, tag = sentence.lowers[here], sentence.tags[here]
        if lower in bounds and finite and bounds[lower] != "during":
            return bounds[lower], here
        if tag == "U" or (tag in "VT" and finite):
            break
        finite = finite or tag in "VT"
    return "at", first


def _hyphen(sentence: Sentence, first: int) -> bool:
    """The hyphen of "mid-2013" between its parts."""
    return sentence.lowers[first - 1] == "-" and first > 1 and sentence.lowers[first - 2] == "mid"


def _edge(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """The hours of a day that is called early or late: "early on Friday", "late Friday"."""
    at -= at > 0 and sentence.lowers[at - 1] == "on"
    return calendar().day_edges.get(sentence.lowers[at - 1]) if at else None


def _until(sentence: Sentence, parts: Sequence[TimePart], mention: TimeMention, clock: Clock) -> TimeMention:
    """The mention with its other end: "from Monday to Wednesday", "between 8 a.m. and 10 a.m. on Friday"."""
    joint = mention.last
    lowers = sentence.lowers
    if joint + 1 >= len(lowers) or lowers[joint] not in word_set("calendar", "range_joints"):
        return mention
    opener = next(
        (
            lower
            for lower in lowers[max(mention.first - 1, 0) : parts[0].first]
            if lower in word_set("calendar", "range_openers")
        ),
        None,
    )
    tight = lowers[joint] in ("-", "–", "—", "to", "through")
    if (opener is None and not tight) or (lowers[joint] == "and") != (opener == "between"):
        return mention
    start = joint + 1 + (lowers[joint + 1] in ("the", "early", "late", "on"))
    others = _run(sentence, start) if start < len(lowers) else []
    if not others or not _same_sort(parts[0], others[0]):
        return mention
    if all(part.of_day for part in parts):
        parts = [*parts, *(part for part in others if not part.of_day)]
    left, right = days_of(_dated_like(parts, others), clock), days_of(others, clock)
    begin = None if left is None else _moments(parts, left, None)
    end = None if right is None else _moments(others, right, None)
    first = mention.first
    if opener is not None and lowers[first] != opener:
        first -= 1
    known = begin is not None and end is not None and begin[0] <= end[1]
    return TimeMention(
        first,
        others[-1].last,
        begin[0] if known and begin else None,
        end[1] if known and end else None,
        "during",
        days=right if right is not None and (right[1] - right[0]).days < 2 else None,
    )


def _same_sort(left: TimePart, right: TimePart) -> bool:
    """Whether two parts can be the ends of one stretch: two days, two clock times, two years."""
    if left.of_day or right.of_day:
        return left.of_day and right.of_day
    return (left.month is None) == (right.month is None) and (left.weekday is None) == (right.weekday is None)


def _dated_like(parts: Sequence[TimePart], others: Sequence[TimePart]) -> list[TimePart]:
    """The parts with the year of the other end, where that alone states one: "from 30 October to 2 November 2021"."""
    year = next((part.year for part in others if part.month is not None), None)
    return [
        replace(part, year=year) if part.month is not None and part.year is None and year else part
        for part in parts
    ]


def _moments(parts: Sequence[TimePart], days: Days, edge: tuple[int, int] | None) -> Moments:
    """The earliest and latest moment of a time on days; clock times with a zone are led to Greenwich."""
    first_day, last_day = days
    begin = datetime.combine(first_day, time())
    hours = next((part.hours for part in parts if part.hours), None)
    clock = next((part for part in parts if part.minutes is not None), None)
    if clock is not None and first_day == last_day:
        moment = begin + timedelta(minutes=_minutes(clock, hours))
        if clock.zone is not None:
            moment -= timedelta(hours=clock.zone)
        return moment, moment
    overnight = hours is not None and hours[1] > 24 and (last_day - first_day).days == 1
    if hours is not None and (first_day == last_day or overnight):
        return begin + timedelta(hours=hours[0]), begin + timedelta(hours=hours[1])
    if edge is not None and first_day == last_day:
        return begin + timedelta(hours=edge[0]), begin + timedelta(hours=edge[1])
    return begin, datetime.combine(last_day, time()) + timedelta(hours=23, minutes=59)


def _minutes(clock: TimePart, hours: tuple[int, int] | None) -> int:
    """The minutes after midnight; "5:30 in the afternoon" is half past five in the afternoon."""
    minutes = clock.minutes or 0
    late = hours is not None and minutes < 720 and hours[0] >= 12 and minutes // 60 + 12 <= hours[1]
    return minutes + 720 if clock.zone is None and late else minutes

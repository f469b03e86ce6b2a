"""Times of a sentence as intervals against the date of the report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

from claimcheck.extract.times.parts import TimePart, read_part, time_openers
from claimcheck.lexicon.calendar import calendar
from claimcheck.model import Bound, TimeReference
from claimcheck.text.phrases import PhraseIndex
from claimcheck.text.sentences import Sentence


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time at tokens [first, last); `start` and `end` are known only where the report's date is.

    `clash` names two clock times that should be one instant and are not ("0500 Moscow time (0300 GMT)").
    """

    first: int
    last: int
    start: datetime | None
    end: datetime | None
    bound: Bound
    clash: str | None = None

    def reference(self, text: str, sentence: Sentence) -> TimeReference:
        """The time as a claim holds it."""
        words = text[sentence.tokens[self.first].start : sentence.tokens[self.last - 1].end]
        start, end = self.start, self.end
        if self.bound in ("by", "before", "until"):
            start = None
        elif self.bound in ("since", "after", "from"):
            end = None
        return TimeReference(_iso(start), _iso(end), " ".join(words.split()), self.bound)


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.strftime("%Y-%m-%dT%H:%MZ")


@cache
def _bounds() -> PhraseIndex[Bound]:
    return PhraseIndex(calendar().bounds.items())


JOINING = frozenset(
    {
        "on",
        "(",
        ")",
        ",",
        "the",
        "of",
        "at",
        "around",
        "about",
        "early",
        "late",
        "in",
        "this",
        "that",
        "just",
        "shortly",
        "before",
        "after",
    }
)


def find_times(sentence: Sentence, today: date | None) -> list[TimeMention]:
    """The times a sentence names, from left to right; parts that stand together are one time.

    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("It was over by 0500 Moscow time (0200 GMT) on Friday morning.")[0]
    >>> [(m.bound, str(m.end), m.clash) for m in find_times(sentence, date(2022, 11, 13))]
    [('by', '2022-11-11 02:00:00', None)]
    """
    found: list[TimeMention] = []
    openers = time_openers()
    at = 0
    while at < len(sentence.tokens):
        if sentence.tokens[at].kind == "word" and sentence.lowers[at] not in openers:
            at += 1
            continue
        parts = _run(sentence, at)
        if not parts:
            at += 1
            continue
        found.append(_mention(sentence, parts, today))
        at = parts[-1].last
    return found


def _run(sentence: Sentence, at: int) -> list[TimePart]:
    """The parts that stand together from a token on."""
    parts: list[TimePart] = []
    here = at
    while here < len(sentence.tokens):
        part = read_part(sentence, here)
        if part is not None and _fits(parts, part):
            parts.append(part)
            here = part.last
        elif part is None and parts and here - parts[-1].last < 2 and sentence.lowers[here] in JOINING:
            here += 1
        else:
            break
    return parts


def _fits(parts: list[TimePart], part: TimePart) -> bool:
    """Whether a part adds to those before it, and does not begin a second time."""
    for known in parts:
        if (
            known.minutes is not None
            and part.minutes is not None
            and not (known.zone is not None and part.zone is not None)
        ):
            return False
        if known.weekday is not None and part.weekday is not None:
            return False
        if known.day is not None and (part.day is not None or part.stretch or part.offset is not None):
            return False
        if known.stretch and (part.stretch or part.weekday is not None):
            return False
        if known.year is not None and (part.year is not None or part.stretch or part.offset is not None):
            return False
        if known.offset is not None and part.offset is not None:
            return False
    return True


def _mention(sentence: Sentence, parts: list[TimePart], today: date | None) -> TimeMention:
    bound: Bound = "at"
    first = parts[0].first
    while first > 0 and sentence.lowers[first - 1] in (
        "the",
        "early",
        "late",
        "last",
        "next",
        "this",
        "that",
        "around",
        "about",
    ):
        first -= 1
    hit = _bounds().ending(sentence.lowers, first - 1) if first else None
    if hit is not None and not (hit[1] in ("from", "since") and _owns(sentence, parts[-1].last)):
        bound, first = hit[1], first - hit[0]
    span = _interval(parts, today, sentence)
    if span is None:
        return TimeMention(first, parts[-1].last, None, None, bound)
    return TimeMention(first, parts[-1].last, span[0], span[1], bound, _clash(parts))


def _owns(sentence: Sentence, at: int) -> bool:
    """Whether something belongs to the time before a token: "the toll from Sunday's attack" has no beginning."""
    return sentence.tags[at : at + 1] == "A"


def _clash(parts: list[TimePart]) -> str | None:
    clocks = [part for part in parts if part.minutes is not None and part.zone is not None]
    if len(clocks) < 2:
        return None
    instants = {round((part.minutes or 0) - (part.zone or 0) * 60) % 1440 for part in clocks}
    return None if len(instants) == 1 else "two clock times that are meant as one instant differ"


def _interval(
    parts: list[TimePart], today: date | None, sentence: Sentence
) -> tuple[datetime, datetime] | None:
    """The earliest and latest moment of a time; clock times with a zone are led to Greenwich."""
    days = _days(parts, today)
    if days is None:
        return None
    first_day, last_day = days
    clock = next((part for part in parts if part.minutes is not None), None)
    if clock is not None and first_day == last_day:
        minutes = clock.minutes or 0
        hours = next((part.hours for part in parts if part.hours), None)
        if (
            clock.zone is None
            and hours is not None
            and minutes < 720
            and hours[0] >= 12
            and minutes // 60 + 12 <= hours[1]
        ):
            minutes += 720
        moment = datetime.combine(first_day, datetime.min.time()) + timedelta(minutes=minutes)
        if clock.zone is not None:
            moment -= timedelta(hours=clock.zone)
        return moment, moment
    hours = next((part.hours for part in parts if part.hours), None)
    start = datetime.combine(first_day, datetime.min.time())
    end = datetime.combine(last_day, datetime.min.time()) + timedelta(hours=23, minutes=59)
    if hours is not None and first_day == last_day:
        return start + timedelta(hours=hours[0]), start + timedelta(hours=hours[1])
    return start, end


def _days(parts: list[TimePart], today: date | None) -> tuple[date, date] | None:
    """The first and the last day that the parts allow."""
    dated = next((part for part in parts if part.month is not None), None)
    if dated is not None:
        return _dated(dated, next((p.weekday for p in parts if p.weekday is not None), None), today)
    year = next((part.year for part in parts if part.year is not None), None)
    if year is not None:
        return date(year, 1, 1), date(year, 12, 31)
    if today is None:
        return None
    for part in parts:
        if part.weekday is not None:
            day = _weekday(part, today)
            return day, day
        if part.offset is not None:
            day = today + timedelta(days=part.offset)
            return day, day
        if part.stretch is not None:
            return today - timedelta(days=part.stretch[0]), today - timedelta(days=part.stretch[1])
    if any(part.minutes is not None or part.hours is not None for part in parts):
        return None
    return None


def _weekday(part: TimePart, today: date) -> date:
    """The last such day up to the report's own, or the next one where it says so."""
    back = (today.weekday() - (part.weekday or 0)) % 7
    if part.which == "next":
        return today + timedelta(days=7 - back)
    if part.which == "last" and back == 0:
        back = 7
    return today - timedelta(days=back)


def _dated(part: TimePart, weekday: int | None, today: date | None) -> tuple[date, date] | None:
    year = part.year
    month = part.month or 1
    if year is None:
        if today is None:
            return None
        year = today.year if (month, part.day or 1) <= (today.month, today.day) else today.year - 1
        if weekday is None and part.day is not None and _make(today.year, month, part.day) is not None:
            ahead = (date(today.year, month, part.day) - today).days
            year = today.year if -300 <= ahead <= 60 else year
    if part.day is not None:
        day = _make(year, month, part.day)
        return None if day is None else (day, day)
    last = _make(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), (last or date(year, 12, 31)) - timedelta(days=1)


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

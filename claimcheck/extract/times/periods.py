"""Words that count days from the report or from the last day named: "three days ago", "last month", "the next morning"."""

from __future__ import annotations

from claimcheck.extract.times.dates import YEAR
from claimcheck.extract.times.part import TimePart
from claimcheck.lexicon.calendar import calendar
from claimcheck.lexicon.figures import number_words
from claimcheck.lexicon.tables import word_set
from claimcheck.text.sentences import Sentence

LONGEST_COUNT = 200


def counted(sentence: Sentence, at: int) -> TimePart | None:
    """ "three days ago", "two weeks later", "a week earlier".

    >>> from claimcheck.text.sentences import split_sentences
    >>> counted(split_sentences("Three days later the army was gone.")[0], 0).shift
    (3, 3)
    """
    lowers = sentence.lowers
    count = _count(lowers[at])
    if at + 2 >= len(lowers) or count is None:
        return None
    unit = calendar().unit_days.get(lowers[at + 1].rstrip("s"))
    if unit is None:
        return None
    days, slack, word = count * unit, unit // 2, lowers[at + 2]
    if unit == 0:
        days, slack = count // 24, 1
    if word == "ago":
        return TimePart(at, at + 3, stretch=(days + slack, max(days - slack, 0)))
    if at and lowers[at - 1] in ("than", "from"):
        return None  # "5 percent more than a year earlier" compares
    direction = calendar().shift_directions.get(word)
    if direction is None or not _ends_there(sentence, at + 3, word):
        return None
    low, high = days - (unit > 1) * slack, days + slack
    return TimePart(at, at + 3, shift=(low, high) if direction > 0 else (-high, -low))


def _count(lower: str) -> int | None:
    if lower.isdigit():
        return int(lower) if int(lower) <= LONGEST_COUNT else None
    if lower in ("a", "an"):
        return 1
    number = number_words().ones.get(lower)
    return None if number is None else int(number)


def _ends_there(sentence: Sentence, at: int, word: str) -> bool:
    """Whether nothing hangs on "two days before"; behind "later" and "earlier" anything may follow but "than"."""
    if at >= len(sentence.lowers):
        return True
    if word in ("before", "after"):
        return sentence.lowers[at] in word_set("calendar", "shift_ends")
    return sentence.lowers[at] != "than"


def period(sentence: Sentence, at: int) -> TimePart | None:
    """ "last month", "later this year", "the past three weeks", "over the weekend"."""
    lowers = sentence.lowers
    which = lowers[at]
    if which not in calendar().which or at + 1 >= len(lowers):
        return None
    if which in ("past", "last") and at + 2 < len(lowers):
        count, unit = _count(lowers[at + 1]), calendar().unit_days.get(lowers[at + 2].rstrip("s"))
        if count is not None and unit is not None and lowers[at + 2].endswith("s"):
            return TimePart(at, at + 3, stretch=(count * unit if unit else max(count // 24, 1), 0))
    name = lowers[at + 1]
    if name in calendar().seasons and which != "the":
        return TimePart(at, at + 2, period=name, which=which)
    if name not in word_set("calendar", "periods") or (which == "the" and name != "weekend"):
        return None
    before = lowers[at - 1] if at else ""
    portion = before if before in ("earlier", "later", *calendar().portions) else None
    return TimePart(at, at + 2, period=name, which=which, portion=portion)


def season(sentence: Sentence, at: int) -> TimePart | None:
    """ "the summer of 2021", "in spring 2022", "during the winter"."""
    lowers = sentence.lowers
    here = at + 1 + (lowers[at + 1 : at + 2] == ("of",))
    if here < len(lowers) and YEAR.match(sentence.tokens[here].text):
        first, last = calendar().seasons[lowers[at]]
        months = (last - first) % 12 + 1
        return TimePart(at, here + 1, year=int(lowers[here]), month=first, months=months)
    opener = at - 1 - (lowers[at - 1 : at] == ("the",))
    prepared = opener >= 0 and lowers[opener] in word_set("calendar", "season_openers")
    if not prepared or sentence.tags[at + 1 : at + 2] in tuple("NODRPT"):
        return None
    return TimePart(at, at + 1, period=lowers[at])


def shifted(sentence: Sentence, at: int) -> TimePart | None:
    """ "the previous evening", "the next day", "that night", "the following week": counted from the last day named."""
    lowers, table = sentence.lowers, calendar()
    direction = table.shifted.get(lowers[at])
    if direction is None or at + 1 >= len(lowers):
        return None
    if lowers[at] == "next" and lowers[at - 1 : at] != ("the",):
        return None
    unit = lowers[at + 1]
    hours = table.day_parts.get(unit)
    low, high = (1, 1) if hours is not None else table.shifted_units.get(unit, (0, 0))
    if (low, high) == (0, 0) or (direction == 0 and hours is None and unit != "day"):
        return None
    ends = (low * direction, high * direction)
    return TimePart(at, at + 2, shift=(min(ends), max(ends)), hours=hours)

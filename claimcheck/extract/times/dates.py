"""Dates, months, years and decades."""

from __future__ import annotations

import re

from claimcheck.extract.times.part import TimePart
from claimcheck.lexicon.calendar import calendar
from claimcheck.lexicon.tables import word_set
from claimcheck.text.sentences import Sentence

YEAR = re.compile(r"(?:19|20)\d\d$")
DECADE = re.compile(r"(?:mid-)?((?:19|20)\d0)s$")
DAYS, MONTHS = 31, 12
SHORTEST_WORD = 5


def numeric_date(lower: str, at: int) -> TimePart | None:
    """A date in digits: "2022-11-13", "13.11.2022", "13/11/2022"; one with two readings ("9/11/2022") is unsure."""
    if "-" in lower:
        year, month, day = lower[:10].split("-")
    elif "/" in lower:
        month, day, year = lower.split("/")
        if int(month) > MONTHS:
            month, day = day, month
    else:
        day, month, year = lower.split(".")
    if len(year) != 4 or not (1 <= int(month) <= MONTHS and 1 <= int(day) <= DAYS):
        return None
    if "/" in lower and int(day) <= MONTHS and day != month:
        return TimePart(at, at + 1, unsure=True)
    return TimePart(at, at + 1, year=int(year), month=int(month), day=int(day))


def month_first(sentence: Sentence, at: int) -> TimePart | None:
    """ "November 9, 2022", "Nov. 9-11", "November the 9th", "November 2022", "in November"."""
    lowers, tokens = sentence.lowers, sentence.tokens
    month = calendar().months[lowers[at]]
    last = at + 1
    if lowers[last : last + 1] == (".",) and len(lowers[at]) < SHORTEST_WORD and lowers[at] != "may":
        last += 1
    day = until = year = None
    article = (
        lowers[last : last + 1] == ("the",) and last + 1 < len(tokens) and tokens[last + 1].kind == "ordinal"
    )
    here = last + article
    if here < len(tokens) and (tokens[here].kind == "ordinal" or tokens[here].text.isdigit()):
        number = _day(sentence, here)
        counts = sentence.lowers[at - 1 : at] == ("in",) and _counts(sentence, here)
        if number is not None and not counts:
            day, last = number, here + 1
            until, last = _until(sentence, last)
    comma = last + (lowers[last : last + 1] == (",",))
    if comma < len(tokens) and YEAR.match(tokens[comma].text) and (day is not None or comma == last):
        year, last = int(tokens[comma].text), comma + 1
    if day is None and year is None and not _is_month(sentence, at, last):
        return None
    return TimePart(
        at, last, year=year, month=month, day=day, until_day=until, portion=_portion(sentence, at)
    )


def _is_month(sentence: Sentence, at: int, last: int) -> bool:
    """Whether a name of a month alone is one: not "May said", not "the March family"."""
    if sentence.tags[last : last + 1] == "N":
        return False
    opened = at > 0 and sentence.lowers[at - 1] in word_set("calendar", "month_openers")
    return opened or sentence.lowers[at] not in calendar().weak_months


def mid_month(sentence: Sentence, at: int) -> TimePart | None:
    """ "mid-November" and "mid-summer", whole tokens."""
    name = sentence.lowers[at].removeprefix("mid-")
    month = calendar().months.get(name)
    if month is None:
        return None
    last, year = at + 1, None
    if last < len(sentence.tokens) and YEAR.match(sentence.tokens[last].text):
        year, last = int(sentence.tokens[last].text), last + 1
    return TimePart(at, last, year=year, month=month, portion="mid")


def _portion(sentence: Sentence, at: int) -> str | None:
    before = sentence.lowers[at - 1] if at else ""
    if before == "-" and at > 1:
        before = sentence.lowers[at - 2]
    return before if before in calendar().portions else None


def _day(sentence: Sentence, at: int) -> int | None:
    """The day of a month that a token tells."""
    text = sentence.tokens[at].text
    digits = re.sub(r"\D", "", text)
    return (
        int(digits) if len(digits) <= 2 and digits and "." not in text and 1 <= int(digits) <= DAYS else None
    )


def _until(sentence: Sentence, at: int) -> tuple[int | None, int]:
    """The second day of "9-11" or "9 to 11" at a token, and where it ends."""
    if at + 1 >= len(sentence.tokens) or sentence.lowers[at] not in word_set("calendar", "range_joints"):
        return None, at
    number = _day(sentence, at + 1) if sentence.tokens[at + 1].kind in ("number", "ordinal") else None
    clock = sentence.lowers[at + 2 : at + 3] in (("am",), ("pm",), ("a.m.",), ("p.m.",))
    counted = sentence.tags[at + 2 : at + 3] in ("N", "J") and sentence.lowers[at] == "and"
    return (None, at) if number is None or clock or counted else (number, at + 2)


def number_first(sentence: Sentence, at: int) -> TimePart | None:
    """ "9 November 2022", "the 9th of November", "9 to 11 November"."""
    lowers, tokens = sentence.lowers, sentence.tokens
    day = _day(sentence, at)
    if day is None:
        return None
    until, last = _until(sentence, at + 1)
    here = last + (lowers[last : last + 1] == ("of",))
    if here >= len(lowers) or lowers[here] not in calendar().months or not tokens[here].text[0].isupper():
        return None
    month = calendar().months[lowers[here]]
    last = here + 1
    if lowers[last : last + 1] == (".",) and len(lowers[here]) < SHORTEST_WORD and last + 1 < len(tokens):
        last += YEAR.match(tokens[last + 1].text) is not None
    year = None
    if last < len(tokens) and YEAR.match(tokens[last].text):
        year, last = int(tokens[last].text), last + 1
    return TimePart(at, last, year=year, month=month, day=day, until_day=until)


def decade(sentence: Sentence, at: int) -> TimePart | None:
    """ "the 1990s", "the mid-1990s", "the 1990's"."""
    token = sentence.tokens[at]
    whole = DECADE.match(token.lower)
    if whole is not None:
        return TimePart(at, at + 1, year=int(whole[1]), years=10, portion="mid")
    tight = at + 1 < len(sentence.tokens) and sentence.tokens[at + 1].start == token.end
    if not tight or sentence.lowers[at + 1] not in ("s", "'s") or not DECADE.match(f"{token.lower}s"):
        return None
    if sentence.lowers[at + 1] == "'s" and sentence.lowers[at - 1 : at] != ("the",):
        return None
    return TimePart(at, at + 2, year=int(token.lower), years=10, portion=_portion(sentence, at))


def year(sentence: Sentence, at: int) -> TimePart | None:
    """ "in 2013", "the 2013 attack"; not "2013 houses"."""
    if not YEAR.match(sentence.tokens[at].text) or not at:
        return None
    before = sentence.lowers[at - 1]
    if before in ("and", "to", "-", "–"):
        paired = at > 1 and YEAR.match(sentence.tokens[at - 2].text) is not None
        opened = paired and not _counts(sentence, at)
    else:
        sure = before in word_set("calendar", "sure_year_openers")
        opened = sure or (before in word_set("calendar", "year_openers") and not _counts(sentence, at))
    if not opened and not (before in word_set("calendar", "year_articles") and _names(sentence, at + 1)):
        return None
    return TimePart(at, at + 1, year=int(sentence.tokens[at].text), portion=_portion(sentence, at))


def _counts(sentence: Sentence, at: int) -> bool:
    """Whether a number that looks like a year counts: "of 2000 people"."""
    behind = sentence.lowers[at + 1 : at + 2]
    return bool(behind) and sentence.tags[at + 1] == "N" and behind[0].endswith(("s", "people", "men"))


def _names(sentence: Sentence, at: int) -> bool:
    """Whether a noun in the singular or a name follows, which a year before it dates."""
    for here in range(at, min(at + 3, len(sentence.tags))):
        if sentence.tags[here] in "NE":
            return sentence.tags[here] == "E" or not _counts(sentence, here - 1)
        if sentence.tags[here] not in "JT":
            return False
    return False

"""Words for what the model holds as data: counts, dates, ranges, speakers, decisions."""

from __future__ import annotations

import re
import unicodedata

from claimcheck.model import Claim, Decision, Interval, Quantity, TimeReference

_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?$")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_JOINERS = "\u200c\u200d"
_UNITS = {"person": "people", "percent": "percent", "share": "of the whole", "foot": "feet", "inch": "inches"}
_VERDICTS = {
    "confirmed": "Confirmed",
    "explained": "Explained",
    "not_a_conflict": "Dismissed as not a conflict",
    "unsure": "Left open as unsure",
}


def clean(text: str) -> str:
    """The text on one line, without the control characters that move a cursor or turn the direction.

    >>> clean("Moscow\\n  said\\x1b[2J so")
    'Moscow said[2J so'
    """
    if text.isprintable():
        return re.sub(" {2,}", " ", text).strip() if "  " in text else text.strip()
    kept = "".join(
        " " if char.isspace() else char
        for char in text
        if char.isspace() or char in _JOINERS or unicodedata.category(char) not in ("Cc", "Cf", "Cs")
    )
    return re.sub(" {2,}", " ", kept).strip()


def counted(number: int, noun: str) -> str:
    """A count with its noun: `1 report`, `2 reports`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def in_words(name: str) -> str:
    """A name of the lexicon as a reader sees it.

    >>> in_words("troops_withdrawn"), in_words("open:troops/withdraw")
    ('troops withdrawn', 'troops / withdraw')
    """
    return clean(name.removeprefix("open:").replace("/", " / ").replace("_", " "))


def date_words(moment: str) -> str:
    """An ISO date or date-time for readers; anything else as it is.

    >>> date_words("2022-11-13"), date_words("2022-11-10T18:00Z")
    ('13 Nov 2022', '10 Nov 2022, 18:00 UTC')
    """
    match = _DATE.match(moment.strip())
    if not match or not 1 <= int(match[2]) <= 12:
        return clean(moment)
    day = f"{int(match[3])} {_MONTHS[int(match[2]) - 1]} {match[1]}"
    if not match[4]:
        return day
    zone = {"Z": " UTC", None: ""}.get(match[5], f" {match[5]}")
    return f"{day}, {match[4]}{zone}"


def time_words(time: TimeReference) -> str:
    """What time a claim speaks of: its own words, then the dates they were read as."""
    start, end = (date_words(end) if end else None for end in (time.start, time.end))
    if start and end:
        read = start if start == end else f"{start} to {end}"
    else:
        read = f"from {start}" if start else f"until {end}" if end else "no date"
    return f"“{clean(time.text)}”: {read}" if time.text else read


def range_words(interval: Interval, unit: str | None) -> str:
    """A range with its unit: `more than 30,000 people`, `exactly 1 kilometre`."""
    words = interval.describe()
    if unit is None:
        return words
    return f"{words} {in_words(unit) if words == 'exactly 1' else _plural(unit)}"


def _plural(unit: str) -> str:
    if unit in _UNITS:
        return _UNITS[unit]
    head, per, rest = unit.partition("_per_")
    if head.endswith("y") and head[-2:-1] not in "aeiou":
        head = f"{head[:-1]}ies"
    elif not head.endswith("s"):
        head += "s"
    return in_words(head + per + rest)


def reading(quantity: Quantity) -> str:
    """What the words of a figure allow, in words."""
    if quantity.value == 0 and quantity.qualifier == "exact" and quantity.change is None:
        return "none"
    change = {"up": "up ", "down": "down ", None: ""}[quantity.change]
    return change + range_words(quantity.hard, quantity.unit)


def expectation(quantity: Quantity) -> str | None:
    """What a reader expects of the figure, where that is narrower than what the words allow."""
    soft, hard = quantity.soft, quantity.hard
    if (soft.low, soft.high) in ((hard.low, hard.high), (None, None)):
        return None
    return range_words(soft, quantity.unit)


def speaker_words(claim: Claim, source: str, *, outlet: bool) -> str:
    """Who says it and through whom: `Moscow, reported by TASS, in AFP's report`."""
    if not claim.attribution:
        return f"{source}, in its own voice" if outlet else f"{source}, no speaker named"
    nearest, *further = (clean(link.name) for link in claim.attribution)
    through = "".join(f", reported by {name}" for name in further)
    possessive = f"{source}'" if source.endswith("s") else f"{source}'s"
    return f"{nearest}{through}, in {f'{possessive} report' if outlet else source}"


def chain_words(claim: Claim) -> str | None:
    """The chain of speakers with their cue words, the nearest first; None for the outlet's own voice."""
    links = (clean(link.name) + (f" (“{clean(link.cue)}”)" if link.cue else "") for link in claim.attribution)
    return " → ".join(links) or None


def review_words(review: Decision | None) -> str:
    """The standing decision in one line, or that there is none."""
    if review is None:
        return "Not reviewed by a person"
    by = f" by {clean(review.reviewer)}" if review.reviewer else ""
    line = f"{_VERDICTS[review.verdict]}{by}, {date_words(review.at)}"
    because = [in_words(review.reason_code)] if review.reason_code else []
    if review.note:
        because.append(clean(review.note))
    return f"{line}: {'; '.join(because)}" if because else line

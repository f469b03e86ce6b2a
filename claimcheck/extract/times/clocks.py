"""Clock times: "5 p.m.", "9:45 p.m.", "0500 Moscow time", "11:30"."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.extract.times.part import TimePart
from claimcheck.lexicon.calendar import calendar
from claimcheck.lexicon.figures import number_words
from claimcheck.lexicon.tables import word_set
from claimcheck.text.phrases import PhraseIndex
from claimcheck.text.sentences import Sentence


@cache
def _zones() -> PhraseIndex[float | None]:
    return PhraseIndex(calendar().zones.items())


def spoken_clock(sentence: Sentence, at: int) -> TimePart | None:
    """ "half past six", "a quarter to nine"."""
    lowers, table = sentence.lowers, calendar().spoken_minutes
    minutes = table.get(lowers[at])
    hour_alone = int(number_words().ones.get(lowers[at], 0))
    if 1 <= hour_alone <= 12 and lowers[at + 1 : at + 3] == ("in", "the") and at:
        spoken = lowers[at - 1] in word_set("names", "clock_markers") and lowers[at + 3 : at + 4] != ()
        half = lowers[at + 3] if spoken else ""
        if half in ("morning", "afternoon", "evening"):
            return TimePart(at, at + 1, minutes=hour_alone * 60)
    if minutes is None or at + 2 >= len(lowers) or lowers[at + 1] not in ("past", "to"):
        return None
    after = lowers[at + 2]
    hour = int(after) if after.isdigit() else int(number_words().ones.get(after, 0))
    if not 1 <= hour <= 12 or (lowers[at + 1] == "to" and lowers[at] != "quarter"):
        return None
    signed = minutes if lowers[at + 1] == "past" else -minutes
    return TimePart(at, at + 3, minutes=hour * 60 + signed)


def read_clock(sentence: Sentence, at: int) -> TimePart | None:
    """The clock time that starts at a token, with its zone.

    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("The last convoy left at 5.30 p.m. local time.")[0]
    >>> read_clock(sentence, 5).minutes
    1050
    """
    lowers, token = sentence.lowers, sentence.tokens[at]
    text = token.text
    if token.kind == "ordinal":
        return None
    after = lowers[at + 1] if at + 1 < len(lowers) else ""
    half = after.replace(".", "")
    spaced = half in ("a", "p") and lowers[at + 2 : at + 4] in ((".", "m"), ("m", "."))
    hour, minute, military = -1, 0, False
    if token.kind == "clock":
        pieces = text.split(":")
        hour, minute = int(pieces[0]), int(pieces[1])
    elif text.isdigit() and len(text) <= 2 and (half in ("am", "pm") or spaced or after == "o'clock"):
        hour = int(text)
    elif re.fullmatch(r"\d{1,2}\.\d\d", text) and half in ("am", "pm"):
        hour, minute = (int(piece) for piece in text.split("."))
    elif text.isdigit() and len(text) == 4 and int(text[:2]) < 24 and int(text[2:]) < 60:
        hour, minute, military = int(text[:2]), int(text[2:]), True
    if not (0 <= hour <= 24 and 0 <= minute < 60):
        return None
    last = at + 1
    if half in ("am", "pm") or after == "o'clock":
        last += 1
    elif spaced:
        last += 3
    meridiem = half if half in ("am", "pm") else f"{half}m" if spaced else ""
    if meridiem == "pm" and hour < 12:
        hour += 12
    elif meridiem == "am" and hour == 12:
        hour = 0
    zone = _zones().starting(lowers, last) if last < len(lowers) else None
    if military and zone is None and lowers[last : last + 1] not in (("hours",), ("hrs",), ("local",)):
        return None
    if zone is not None:
        last += zone[0]
    elif military:
        last += 1
    return TimePart(at, last, minutes=hour * 60 + minute, zone=zone[1] if zone else None)

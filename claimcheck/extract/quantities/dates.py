"""Figures that tell a time or a result: dates, years, clock times, match scores.

They are masked before quantities are read; what a date or time means is read by the time extractor.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claimcheck.extract.quantities.surroundings import is_person_behind, is_plural_behind, word
from claimcheck.lexicon.calendar import calendar, month_names
from claimcheck.lexicon.figures import figure_names, figure_words, number_words, units
from claimcheck.lexicon.hedges import hedges
from claimcheck.lexicon.tables import english
from claimcheck.text.sentences import Sentence

YEAR_FROM, YEAR_TO, YEAR_FAR = 1900, 2099, 2200
DASHES = ("-", "–", "—")


def time_around(sentence: Sentence, at: int) -> Sequence[int]:
    """The tokens that tell a date, a time, a year or a score together with the number at a token.

    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("On Nov. 9, 2022 the team won 3-1.")[0]
    >>> [[sentence.tokens[i].text for i in time_around(sentence, at)] for at in (3, 5, 9)]
    [['9'], ['2022'], ['3', '-', '1']]
    """
    before, after = word(sentence, at - 1), word(sentence, at + 1)
    if _is_day(sentence, at, before, after):
        return (at,)
    if after in figure_words().meridiem or _is_military(sentence, at, after):
        return (at, at + 1)
    if _is_score_or_years(sentence, at):
        return _span_of_pair(sentence, at)
    return (at,) if _is_year(sentence, at, before, after) else ()


@cache
def _zones() -> frozenset[str]:
    return frozenset(str(zone).split()[0] for zone in english("calendar")["zones"])


def _is_military(sentence: Sentence, at: int, after: str) -> bool:
    """ "2300 hours", "0500 GMT", but "1500 hours of work"."""
    text = sentence.tokens[at].text
    if len(text) != 4 or not text.isdigit() or int(text) > 2400 or text[2:] >= "60":
        return False
    if after in _zones():
        return True
    if after not in figure_words().clock_hours or word(sentence, at + 2) == "of":
        return False
    return text[0] == "0" or after != "hours" or word(sentence, at - 1) in figure_names().clock_markers


def _is_day(sentence: Sentence, at: int, before: str, after: str) -> bool:
    text, lowers = sentence.tokens[at].text, sentence.lowers
    if not text.isdigit() or len(text) > 2:
        return False
    if before == "." and at > 1 and lowers[at - 2] in month_names():
        return True
    if int(text) > 31:
        return False
    if _is_month(sentence, at - 1) and word(sentence, at - 2) == "in" and is_plural_behind(sentence, at):
        return False  # "In August 20 people died"
    if _is_month(sentence, at - 1) or _is_month(sentence, at + 1):
        return True
    if after == "of" and _is_month(sentence, at + 2):
        return True
    return (
        before in ("-", "–", "to", "and")
        and at > 1
        and _is_day_of_month(sentence, at - 2)
        and not is_plural_behind(sentence, at)
    )


def _is_day_of_month(sentence: Sentence, at: int) -> bool:
    """Whether the number at a token stands right behind a month's name: the 9 of "Nov. 9"."""
    if at < 1 or not sentence.tokens[at].text.isdigit() or len(sentence.tokens[at].text) > 2:
        return False
    return _is_month(sentence, at - 1) or (sentence.lowers[at - 1] == "." and _is_month(sentence, at - 2))


def _is_month(sentence: Sentence, at: int) -> bool:
    lower = word(sentence, at)
    return lower in month_names() and (
        lower not in calendar().weak_months or sentence.tokens[at].text[0].isupper()
    )


@cache
def _bounding_words() -> frozenset[str]:
    """Last words of the qualifiers that mark a figure as a figure: "than" of "more than"."""
    ends = {phrase.split()[-1] for hedge in hedges() if hedge.name != "exact" for phrase in hedge.before}
    return frozenset(ends - figure_names().bounds_of_time)


def _is_year(sentence: Sentence, at: int, before: str, after: str) -> bool:
    text, names = sentence.tokens[at].text, figure_names()
    if len(text) != 4 or not text.isdigit():
        return False
    value = int(text)
    if before in names.eras or after in names.eras or _ends_span_of_years(sentence, at):
        return True
    if not YEAR_FROM <= value <= YEAR_TO:
        old = 1000 <= value < YEAR_FROM and before in names.old_year_markers
        far = YEAR_TO < value <= YEAR_FAR and before in names.far_year_markers
        return (old or far) and not is_plural_behind(sentence, at) and after not in units().words
    if "since" in sentence.lowers[max(at - 3, 0) : at]:
        return True
    if before in _bounding_words() or before in units().symbols or _ends_range(sentence, at):
        return False
    if after in units().words and after not in ("second", "stone"):
        return False
    if not is_plural_behind(sentence, at):
        return True
    if _is_day_of_month(sentence, at - 1) or (before == "," and _is_day_of_month(sentence, at - 2)):
        return True
    if is_person_behind(sentence, at):
        return before in names.year_markers and before not in names.joints
    # "2018 sales" name a year
    return before in names.year_markers or _is_month(sentence, at - 1) or 1990 <= value <= 2035


def _ends_span_of_years(sentence: Sentence, at: int) -> bool:
    """The 1260 of "between A.D. 1000 and 1260"."""
    if at < 3 or sentence.lowers[at - 1] not in ("and", "to", *DASHES):
        return False
    return sentence.lowers[at - 3] in figure_names().eras and len(sentence.lowers[at - 2]) == 4


def _ends_range(sentence: Sentence, at: int) -> bool:
    """The 2000 of "500 to 2000"."""
    return (
        at > 1
        and sentence.lowers[at - 1] == "to"
        and sentence.tokens[at - 2].kind == "number"
        and len(sentence.tokens[at - 2].text) != 4
    )


def _is_score_or_years(sentence: Sentence, at: int) -> bool:
    """A pair of numbers joined by a dash that is a score ("won 3-1") or a span of years ("2012-13")."""
    tokens, lowers = sentence.tokens, sentence.lowers
    if at + 2 >= len(tokens) or lowers[at + 1] not in DASHES or tokens[at + 2].kind != "number":
        return False
    if word(sentence, at + 3) == "-" and at + 4 < len(tokens) and tokens[at + 4].kind == "number":
        return True
    left, right = tokens[at].text, tokens[at + 2].text
    if not (left.isdigit() and right.isdigit()):
        return False
    follower = word(sentence, at + 3)
    measured = follower in units().words or follower in number_words().magnitudes
    plural = is_plural_behind(sentence, at + 2)
    if len(left) == 4 and YEAR_FROM <= int(left) <= YEAR_TO and len(right) in (2, 4):
        return not plural and not measured
    if follower and tokens[at + 3].start == tokens[at + 2].end and tokens[at + 3].text in units().tight:
        return False
    if measured or plural or follower == "-":
        return int(left) >= int(right) and follower not in number_words().magnitudes
    return word(sentence, at - 1) != "-" and len(left) <= 3 and len(right) <= 3


def _span_of_pair(sentence: Sentence, at: int) -> Sequence[int]:
    last = at + 2
    lowers, tokens = sentence.lowers, sentence.tokens
    while last + 2 < len(tokens) and lowers[last + 1] in ("-", "–") and tokens[last + 2].kind == "number":
        last += 2
    return range(at, last + 1)

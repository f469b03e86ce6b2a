"""Figures that name things: dates, years, clock times, labels, models, addresses, scores.

They are masked before quantities are read; what a date or time means is read by the time extractor.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claimcheck.extract.quantities.figures import number_starters
from claimcheck.lexicon.calendar import calendar, month_names, weekday_names
from claimcheck.lexicon.figures import figure_names, figure_words, hedges, units
from claimcheck.lexicon.tables import english
from claimcheck.text.sentences import Sentence

YEAR_FROM, YEAR_TO = 1900, 2099


@cache
def _zones() -> frozenset[str]:
    return frozenset(str(zone).split()[0] for zone in english("calendar")["zones"])


@cache
def _bounding_words() -> frozenset[str]:
    """Last words of the qualifiers that mark a figure as a figure: "than" of "more than"."""
    return frozenset(
        phrase.split()[-1]
        for hedge in hedges()
        if hedge.name != "exact"
        for phrase in hedge.before
        if phrase.split()[-1] not in ("to", "of", "past", "by", "from", "within", "under", "over")
    )


def mask_names(sentence: Sentence) -> frozenset[int]:
    """Indices of the tokens that belong to a name or date and hold no quantity.

    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("On Nov. 9, 2022 the 76th division lost 12 tanks at 5 p.m.")[0]
    >>> sorted(sentence.tokens[i].text for i in mask_names(sentence))
    ['2022', '5', '76th', '9', 'p.m.']
    """
    masked: set[int] = set()
    for at, token in enumerate(sentence.tokens):
        if token.kind in ("date", "clock", "ordinal", "name"):
            masked.add(at)
        elif token.kind == "number" and at not in masked:
            masked.update(_name_around(sentence, at))
        elif (token.kind == "word" and _capital_name(sentence, at)) or (
            token.kind == "word" and token.lower in figure_words().ordinal_words and _ordinal(sentence, at)
        ):
            masked.add(at)
    return frozenset(masked)


def _capital_name(sentence: Sentence, at: int) -> bool:
    """A number word that is part of a name: "Group of Seven", "the Thirty Years War", "Model Three"."""
    token = sentence.tokens[at]
    if not at or not token.text[0].isupper() or token.lower not in number_starters():
        return False
    around = [*sentence.tokens[max(at - 2, 0) : at], *sentence.tokens[at + 1 : at + 2]]
    named = [other for other in around if other.text[0].isupper() and other.kind == "word"]
    shouting = all(
        other.text[0].isupper() for other in sentence.tokens if other.kind == "word" and len(other.text) > 3
    )
    return bool(named) and not shouting and sentence.tokens[at - 1].text not in (".", "“", '"', ":", "‘", "'")


def _ordinal(sentence: Sentence, at: int) -> bool:
    """ "the third attack", "fourth quarter", "second half", "half-staff"."""
    lowers = sentence.lowers
    before = lowers[at - 1] if at else ""
    after = lowers[at + 1] if at + 1 < len(lowers) else ""
    if lowers[at] in ("half", "quarter"):
        if before in figure_words().ordinal_before_half:
            return after != "of"
        return after == "-" and at + 2 < len(lowers) and lowers[at + 2] in figure_words().half_compounds
    return before not in ("a", "one", "-") and not lowers[at].endswith("s") and after != "of"


def _name_around(sentence: Sentence, at: int) -> Sequence[int]:
    """The indices masked because of the number at `at`."""
    tokens, lowers = sentence.tokens, sentence.lowers
    text = tokens[at].text
    before = lowers[at - 1] if at else ""
    after = lowers[at + 1] if at + 1 < len(lowers) else ""
    if _money(sentence, at):
        return ()
    date = _date(sentence, at, before, after)
    if date:
        return date
    if after in figure_words().meridiem or (len(text) == 4 and text.isdigit() and int(text) <= 2400 and after in _zones() | figure_words().clock_hours
                             and text[2:] < "60" and (text[0] == "0" or after not in ("hours",))):  # fmt: skip
        return (at, at + 1)
    if _score_or_range_of_years(sentence, at):
        return _span_of_pair(sentence, at)
    if _is_year(sentence, at, before, after):
        return (at,)
    if before in ("'", "’") or (after == "s" and tokens[at + 1].start == tokens[at].end):
        return (at,)
    if _label(sentence, at, before, after) or _address(sentence, at) or _named_slash(lowers, at):
        return (at,)
    return ()


def _money(sentence: Sentence, at: int) -> bool:
    return at > 0 and sentence.lowers[at - 1] in units().symbols


def _date(sentence: Sentence, at: int, before: str, after: str) -> Sequence[int]:
    text, lowers = sentence.tokens[at].text, sentence.lowers
    if not text.isdigit() or len(text) > 2:
        return ()
    if before == "." and at > 1 and lowers[at - 2] in month_names():
        return (at,)
    if _month(sentence, at - 1) and int(text) <= 31:
        return (at,)
    if int(text) <= 31 and (_month(sentence, at + 1) or (after == "of" and _month(sentence, at + 2))):
        return (at,)
    if before == "," and at > 1 and lowers[at - 2] in weekday_names() and _month(sentence, at + 1):
        return (at,)
    if (
        before in ("-", "–", "to", "and")
        and at > 1
        and _date_number(sentence, at - 2)
        and int(text) <= 31
        and not _plural_behind(sentence, at)
    ):
        return (at,)
    return ()


def _date_number(sentence: Sentence, at: int) -> bool:
    """Whether the number at `at` stands right behind a month's name."""
    return (
        sentence.tokens[at].text.isdigit()
        and at > 0
        and (
            _month(sentence, at - 1)
            or (sentence.lowers[at - 1] == "." and at > 1 and _month(sentence, at - 2))
        )
    )


def _month(sentence: Sentence, at: int) -> bool:
    if not 0 <= at < len(sentence.lowers):
        return False
    lower = sentence.lowers[at]
    return lower in month_names() and (
        lower not in calendar().weak_months or sentence.tokens[at].text[0].isupper()
    )


def _is_year(sentence: Sentence, at: int, before: str, after: str) -> bool:
    text = sentence.tokens[at].text
    if len(text) != 4 or not text.isdigit():
        return False
    value = int(text)
    if before == "a.d." or after in ("a.d.", "bc", "b.c.", "ad", "bce", "ce"):
        return True
    marker = before in figure_names().year_markers or _month(sentence, at - 1) or before in (",", "(")
    if not YEAR_FROM <= value <= YEAR_TO:
        return (
            1000 <= value < YEAR_FROM
            and before in ("in", "since", "of", "until", "circa", "year", "by", "during", "early", "late")
            and not _plural_behind(sentence, at)
        )
    if before in _bounding_words() or before in units().symbols:
        return False
    if (
        before == "to"
        and at > 1
        and sentence.tokens[at - 2].kind == "number"
        and len(sentence.tokens[at - 2].text) != 4
    ):
        return False
    if after in units().words and sentence.lowers[at + 1] not in ("second", "stone"):
        return False
    if _plural_behind(sentence, at) and not marker:
        # "2018 sales" name a year, "2018 people" are counted
        return 1990 <= value <= 2035 and not _person_behind(sentence, at)
    return not (
        _plural_behind(sentence, at)
        and before in ("and", "to", "of", "by", "between", "from", "through", ",")
        and _person_behind(sentence, at)
    )


def _plural_behind(sentence: Sentence, at: int) -> bool:
    """A noun in the plural, perhaps behind adjectives, follows the number."""
    for here in range(at + 1, min(at + 4, len(sentence.tags))):
        kind, lower = sentence.tags[here], sentence.lowers[here]
        if kind == "N":
            return (lower.endswith("s") and not lower.endswith("ss")) or lower in (
                "people",
                "men",
                "women",
                "children",
                "troops",
                "personnel",
            )
        if kind not in "JTE":
            return False
    return False


def _person_behind(sentence: Sentence, at: int) -> bool:
    from claimcheck.lexicon.grammar import grammar

    return any(lower in grammar().person_nouns for lower in sentence.lowers[at + 1 : at + 4])


def _score_or_range_of_years(sentence: Sentence, at: int) -> bool:
    """A pair of numbers joined by a dash that is a score ("won 3-1") or a span of years ("2012-13")."""
    tokens, lowers = sentence.tokens, sentence.lowers
    if at + 2 >= len(tokens) or lowers[at + 1] not in ("-", "–", "—") or tokens[at + 2].kind != "number":
        return False
    if (
        at + 3 < len(tokens)
        and lowers[at + 3] == "-"
        and at + 4 < len(tokens)
        and tokens[at + 4].kind == "number"
    ):
        return True
    left, right = tokens[at].text, tokens[at + 2].text
    if not (left.isdigit() and right.isdigit()):
        return False
    if len(left) == 4 and YEAR_FROM <= int(left) <= YEAR_TO and len(right) in (2, 4):
        return not _plural_behind(sentence, at + 2)
    follower = lowers[at + 3] if at + 3 < len(lowers) else ""
    if follower and tokens[at + 3].start == tokens[at + 2].end and tokens[at + 3].text in units().tight:
        return False
    if (
        follower in units().words
        or follower in ("%", "million", "billion", "thousand", "-")
        or _plural_behind(sentence, at + 2)
    ):
        return int(left) >= int(right) and follower not in ("million", "billion")
    if at and lowers[at - 1] in ("-",):
        return False
    return len(left) <= 3 and len(right) <= 3


def _span_of_pair(sentence: Sentence, at: int) -> Sequence[int]:
    last = at + 2
    lowers, tokens = sentence.lowers, sentence.tokens
    while last + 2 < len(tokens) and lowers[last + 1] in ("-", "–") and tokens[last + 2].kind == "number":
        last += 2
    return range(at, last + 1)


def _label(sentence: Sentence, at: int, before: str, after: str) -> bool:
    """ "Section 427", "Flight 370", "iPhone 11", "Covid 19"."""
    tokens = sentence.tokens
    if not at or (tokens[at - 1].end == tokens[at].start and before != "#"):
        return False
    token = tokens[at - 1]
    if before in ("no", "no.", "nos", "#") or (
        before == "." and at > 1 and sentence.lowers[at - 2] in ("no", "nos", "vol", "rt", "st")
    ):
        return True
    if after in units().words or _counts_behind(sentence, at):
        return False
    if before in figure_names().labels or before in figure_names().sure_labels:
        return any(sign.isupper() for sign in token.text) or before in figure_names().sure_labels
    proper = sentence.tags[at - 1] == "E" and at - 1 > 0 and token.kind == "word"
    if (
        proper
        and before not in month_names()
        and before not in weekday_names()
        and "," not in tokens[at].text
    ):
        return len(tokens[at].text) <= 4 and "." not in tokens[at].text and not _stands_alone(sentence, at)
    return False


def _counts_behind(sentence: Sentence, at: int) -> bool:
    """Whether the number clearly counts: a plural noun or a magnitude follows."""
    after = sentence.lowers[at + 1] if at + 1 < len(sentence.lowers) else ""
    return after in (
        "million",
        "billion",
        "thousand",
        "hundred",
        "trillion",
        "percent",
        "%",
        "per",
        "-",
    ) or _plural_behind(sentence, at)


def _stands_alone(sentence: Sentence, at: int) -> bool:
    """A name, then a number, then nothing the name would need: "in Syria 12", "Celtics 98"."""
    return (
        at >= 2
        and sentence.tags[at - 2] == "P"
        and sentence.lowers[at - 2] in ("in", "at")
        and at + 1 < len(sentence.tags)
    )


def _address(sentence: Sentence, at: int) -> bool:
    """ "1600 Pennsylvania Avenue", "the 300 block of Main Street"."""
    lowers, tokens = sentence.lowers, sentence.tokens
    if lowers[at + 1 : at + 2] == ("block",) and lowers[at + 2 : at + 3] == ("of",):
        return True
    for here in range(at + 1, min(at + 5, len(tokens))):
        if lowers[here] in figure_names().street and here > at + 1:
            return tokens[here].text[0].isupper()
        if not (tokens[here].text[0].isupper() or tokens[here].kind == "ordinal" or lowers[here] == "."):
            return False
    return False


def _named_slash(lowers: Sequence[str], at: int) -> bool:
    slash = lowers[at + 1 : at + 2] == ("/",) and (lowers[at], *lowers[at + 2 : at + 3]) in {
        ("9", "11"),
        ("24", "7"),
        ("7", "7"),
    }
    behind = (
        at >= 2
        and lowers[at - 1] == "/"
        and (lowers[at - 2], lowers[at]) in {("9", "11"), ("24", "7"), ("7", "7")}
    )
    return slash or behind

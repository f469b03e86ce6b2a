"""Ranges: two numbers that are the ends of one figure."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.extract.quantities.changes import change_words
from claimcheck.extract.quantities.mention import Figure
from claimcheck.extract.quantities.surroundings import word
from claimcheck.extract.quantities.units import unit_at
from claimcheck.lexicon.figures import Unit, number_words, units
from claimcheck.text.numerals import Numeral, read_numeral
from claimcheck.text.sentences import Sentence

NEAR = Decimal("0.5")
"""Two numbers joined by "or" are one range where they are as near as this: "20 or 30", not "25 or 40"."""
RANGE_SIGNS = frozenset({"-", "–", "—", "to", "and", "or"})


def read_range(sentence: Sentence, numeral: Numeral, masked: frozenset[int]) -> Figure | None:
    """The range that a number begins: "15,000-18,000", "5 to 7 percent", "$5m-$7m", "16- to 18-year-olds".

    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("Rents will grow by 5% to 7%.")[0]
    >>> figure = read_range(sentence, read_numeral(sentence.tokens, sentence.lowers, 4), frozenset())
    >>> str(figure.low), str(figure.high)
    ('5', '7')
    """
    lowers = sentence.lowers
    joint = numeral.last
    unit = unit_at(sentence, joint)
    if unit is not None and word(sentence, joint + unit[0]) in RANGE_SIGNS:
        joint += unit[0]
    else:
        unit = None
    if word(sentence, joint) == "-" and word(sentence, joint + 1) in ("to", "-"):
        joint += 1
    if word(sentence, joint) not in RANGE_SIGNS or numeral.form not in ("cardinal", "fraction"):
        return None
    start = joint + 1
    start += word(sentence, start) in ("-", "–") and lowers[joint] == "to"
    start += word(sentence, start) in units().symbols
    if start in masked or start >= len(lowers):
        return None
    other = read_numeral(sentence.tokens, lowers, start)
    if other is None or other.form != numeral.form:
        return None
    if unit is not None and not _is_same_unit(sentence, other.last, unit[1]):
        return None
    low, high = numeral.low * _shared_magnitude(sentence, numeral, other), other.low
    if not low < high or not _joins(sentence, numeral.first, lowers[joint], low, high):
        return None
    before = word(sentence, numeral.first - 1)
    opened = before in ("between", "from") and lowers[joint] in ("and", "to")
    first = numeral.first - 1 if opened else numeral.first
    return Figure(first, other.last, low, high, "range", min(numeral.step, other.step))


def _joins(sentence: Sentence, at: int, sign: str, low: Decimal, high: Decimal) -> bool:
    """Whether the sign between two numbers makes them one range rather than a list or a move."""
    before = word(sentence, at - 1)
    if before in units().symbols:
        before = word(sentence, at - 2)
    if sign == "and":
        return "between" in sentence.lowers[max(0, at - 3) : at]
    if sign == "or":
        return (high - low <= low * NEAR or high - low <= 2) and high == high.to_integral_value()
    if sign == "to":
        return before not in ("down", "up") and not (before == "from" and _is_move(sentence, at))
    return True


def _is_same_unit(sentence: Sentence, at: int, unit: Unit) -> bool:
    other = unit_at(sentence, at)
    return other is not None and other[1] == unit


def _shared_magnitude(sentence: Sentence, left: Numeral, right: Numeral) -> Decimal:
    """The magnitude of the right number where the left was written without: "1-2 million"."""
    if left.last != left.first + 1 or right.last <= right.first + 1 or not left.low < 1000 <= right.low:
        return Decimal(1)
    last = sentence.lowers[right.last - 1]
    factor = number_words().magnitudes.get(last) or number_words().short_magnitudes.get(last)
    return factor if factor is not None and left.low * factor < right.low else Decimal(1)


def _is_move(sentence: Sentence, at: int) -> bool:
    """Whether "from 5 to 7" here tells a move of one figure, which is two levels, not a range."""
    table, lowers = change_words(), sentence.lowers
    for here in range(max(0, at - 8), at):
        if lowers[here] in table.moves or (lowers[here] in table.verbs and sentence.tags[here] in "VGTI"):
            return True
    return any(lower in table.nouns for lower in lowers[max(0, at - 3) : at])

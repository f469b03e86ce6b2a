"""Numbers, ranges and shares of a sentence, without what stands around them."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from claimcheck.extract.quantities.mention import Figure
from claimcheck.extract.quantities.changes import change_words
from claimcheck.extract.quantities.units import unit_at
from claimcheck.lexicon.figures import Unit, figure_words, number_words, units
from claimcheck.text.numerals import Numeral, read_numeral
from claimcheck.text.sentences import Sentence

RANGE_SIGNS = frozenset({"-", "–", "—", "to", "and", "or"})
ROUND_WHOLES = frozenset({Decimal(1000), Decimal(10000), Decimal(100000), Decimal(1000000)})


@cache
def number_starters() -> frozenset[str]:
    """The words that can begin a number phrase."""
    table = number_words()
    phrases = (phrase.split()[0] for phrase in table.band_phrases)
    listed = [*table.ones, *table.tens, *table.magnitudes, *table.bands, *table.vulgar, *phrases]
    return frozenset([*listed, "half", "a", "an", "several", "quarter", "third"])


def read_figure(sentence: Sentence, at: int, masked: frozenset[int]) -> Figure | None:
    """The number, range or share that starts at a token; None where nothing is counted.

    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("Between 15,000 and 18,000 people marched.")[0]
    >>> figure = read_figure(sentence, 1, frozenset())
    >>> str(figure.low), str(figure.high), figure.form
    ('15000', '18000', 'range')
    """
    numeral = read_numeral(sentence.tokens, sentence.lowers, at)
    if numeral is None or not _counts(sentence, numeral):
        return None
    return (
        _share(sentence, numeral)
        or _range(sentence, numeral, masked)
        or Figure(numeral.first, numeral.last, numeral.low, numeral.high, numeral.form, numeral.step)
    )


def _word(sentence: Sentence, at: int) -> str:
    return sentence.lowers[at] if 0 <= at < len(sentence.lowers) else ""


def _tag(sentence: Sentence, at: int) -> str:
    return sentence.tags[at] if 0 <= at < len(sentence.tags) else ""


def _counts(sentence: Sentence, numeral: Numeral) -> bool:
    """Whether a number word counts here: not "no one", "the one who", "one another"."""
    first, before, after = (
        _word(sentence, numeral.first),
        _word(sentence, numeral.first - 1),
        _word(sentence, numeral.last),
    )
    if numeral.form == "band" and first in ("several", "a") and after in ("times", "of"):
        return after == "of"
    if first == "one" and numeral.last == numeral.first + 1 and numeral.form == "cardinal":
        return _one_counts(sentence, numeral, before, after)
    if numeral.form == "band" and numeral.last == numeral.first + 1 and first in number_words().bands:
        return before != "the" or after == "of"
    return True


def _one_counts(sentence: Sentence, numeral: Numeral, before: str, after: str) -> bool:
    words = figure_words()
    if before in words.pronoun_one_behind and after != "of":
        return before == "only" and _tag(sentence, numeral.last) == "N"
    if after in ("of", "more", "in", "out"):
        return True
    if after == "-":
        return _word(sentence, numeral.last + 1) in units().words
    return after not in words.pronoun_one_before and _tag(sentence, numeral.last) in tuple("NJET")


def _share(sentence: Sentence, numeral: Numeral) -> Figure | None:
    """ "one in five", "9 out of 10", "one of every ten": a share of a set."""
    at = numeral.last
    if numeral.form != "cardinal":
        return None
    joint = _word(sentence, at)
    if joint == "in":
        start = at + 1
    elif joint == "out" and _word(sentence, at + 1) == "of":
        start = at + 2
    elif joint == "of" and _word(sentence, at + 1) == "every":
        start = at + 1
    else:
        return None
    start += _word(sentence, start) == "every"
    whole = read_numeral(sentence.tokens, sentence.lowers, start) if start < len(sentence.tokens) else None
    if whole is None or whole.form != "cardinal" or not numeral.low < whole.low <= 1000000:
        return None
    if joint == "in" and ((whole.low > 100 and whole.low not in ROUND_WHOLES) or numeral.low > 99):
        return None
    if _word(sentence, whole.last) in units().words:
        return None
    value = (numeral.low / whole.low).quantize(Decimal("1.000000000000")).normalize()
    return Figure(numeral.first, whole.last, value, value, "share", Decimal(0))


def _range(sentence: Sentence, numeral: Numeral, masked: frozenset[int]) -> Figure | None:
    """ "15,000-18,000", "5 to 7 percent", "between 15 and 18", "$5m-$7m", "16- to 18-year-olds"."""
    lowers = sentence.lowers
    joint = numeral.last
    unit = unit_at(sentence, joint)
    if unit is not None and _word(sentence, joint + unit[0]) in RANGE_SIGNS:
        joint += unit[0]
    else:
        unit = None
    if _word(sentence, joint) == "-" and _word(sentence, joint + 1) == "to":
        joint += 1
    if _word(sentence, joint) not in RANGE_SIGNS or numeral.form not in ("cardinal", "fraction"):
        return None
    start = joint + 1
    start += _word(sentence, start) in units().symbols
    if start in masked or start >= len(lowers):
        return None
    other = read_numeral(sentence.tokens, lowers, start)
    if other is None or other.form != numeral.form:
        return None
    if unit is not None and not _same_unit(sentence, other.last, unit[1]):
        return None
    low, high = numeral.low * _shared_magnitude(sentence, numeral, other), other.low
    if not low < high or not _joins(sentence, numeral.first, lowers[joint], low, high):
        return None
    before = _word(sentence, numeral.first - 1)
    opened = before in ("between", "from") and lowers[joint] in ("and", "to")
    first = numeral.first - 1 if opened else numeral.first
    return Figure(first, other.last, low, high, "range", min(numeral.step, other.step))


def _joins(sentence: Sentence, at: int, sign: str, low: Decimal, high: Decimal) -> bool:
    """Whether the sign between two numbers makes them one range rather than a list or a move."""
    before = _word(sentence, at - 1)
    if before in units().symbols:
        before = _word(sentence, at - 2)
    if sign == "and":
        return "between" in sentence.lowers[max(0, at - 3) : at]
    if sign == "or":
        return False
    if sign == "to":
        return before not in ("down", "up") and not (before == "from" and _moved(sentence, at))
    return True


def _same_unit(sentence: Sentence, at: int, unit: Unit) -> bool:
    other = unit_at(sentence, at)
    return other is not None and other[1] == unit


def _shared_magnitude(sentence: Sentence, left: Numeral, right: Numeral) -> Decimal:
    """The magnitude of the right number where the left was written without: "1-2 million"."""
    if left.last != left.first + 1 or right.last <= right.first + 1 or not left.low < 1000 <= right.low:
        return Decimal(1)
    word = sentence.lowers[right.last - 1]
    factor = number_words().magnitudes.get(word) or number_words().short_magnitudes.get(word)
    return factor if factor is not None and left.low * factor < right.low else Decimal(1)


def _moved(sentence: Sentence, at: int) -> bool:
    """Whether "from 5 to 7" here tells a move of one figure, which is two levels, not a range."""
    table = change_words()
    window = sentence.lowers[max(0, at - 8) : at]
    return any(
        lower in table.verbs or lower in table.nouns or lower in table.moves for lower in window
    )

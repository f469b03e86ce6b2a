"""Numbers, ranges and shares of a sentence, without what stands around them."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from claimcheck.extract.quantities.mention import Figure
from claimcheck.extract.quantities.ranges import RANGE_SIGNS, read_range
from claimcheck.extract.quantities.surroundings import word, word_class
from claimcheck.extract.quantities.units import unit_at
from claimcheck.lexicon.figures import figure_words, number_words, units
from claimcheck.text.numerals import Numeral, read_numeral
from claimcheck.text.sentences import Sentence

ROUND_WHOLES = frozenset({Decimal(1000), Decimal(10000), Decimal(100000), Decimal(1000000)})


@cache
def number_starters() -> frozenset[str]:
    """The words that can begin a number phrase."""
    table = number_words()
    phrases = (phrase.split()[0] for phrase in table.band_phrases)
    listed = [*table.ones, *table.tens, *table.magnitudes, *table.bands, *table.vulgar, *phrases]
    return frozenset([*listed, "half", "a", "an", "another", "several", "quarter", "third"])


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
        or _part_of_unit(sentence, numeral)
        or read_range(sentence, numeral, masked)
        or _plain(sentence, numeral)
    )


def _plain(sentence: Sentence, numeral: Numeral) -> Figure:
    """The number itself, with a minus before it and its repetition in brackets behind it: "three (3)"."""
    first, last, value = numeral.first, numeral.last, numeral.low
    if word(sentence, last) == "(" and word(sentence, last + 2) == ")" and numeral.form == "cardinal":
        again = read_numeral(sentence.tokens, sentence.lowers, last + 1)
        last += 3 if again is not None and again.low == value else 0
    if numeral.form == "cardinal" and _has_minus(sentence, first):
        return Figure(first - 1, last, -value, -value, "cardinal", numeral.step)
    return Figure(first, last, value, numeral.high, numeral.form, numeral.step)


def _has_minus(sentence: Sentence, at: int) -> bool:
    """Whether a minus stands before a number: "minus 12", "-12C", not "5 -12" and not "pages 5-12"."""
    before = word(sentence, at - 1)
    if before in figure_words().sign_words:
        return True
    tokens = sentence.tokens
    if before not in ("-", "−", "–") or tokens[at - 1].end != tokens[at].start:
        return False
    if at == 1 or tokens[at - 2].end == tokens[at - 1].start:
        return at == 1 or tokens[at - 2].text in "(["
    return tokens[at - 2].kind != "number" or word(sentence, at + 1) == "%"


def _part_of_unit(sentence: Sentence, numeral: Numeral) -> Figure | None:
    """ "half an hour", "half of one percent", "a quarter of a mile": a fraction of one unit is a measure."""
    if numeral.form != "fraction":
        return None
    at = numeral.last
    at += word(sentence, at) == "of"
    one = word(sentence, at)
    at += one in ("a", "an", "one", "1")
    at += one == "-"
    unit = unit_at(sentence, at)
    if unit is None or (at == numeral.last and sentence.tokens[at - 1].kind == "number"):
        return None
    return Figure(numeral.first, at, numeral.low, numeral.high, "cardinal", numeral.step)


def _counts(sentence: Sentence, numeral: Numeral) -> bool:
    """Whether a number word counts here: not "no one", "the one who", "one another"."""
    first, before, after = (
        word(sentence, numeral.first),
        word(sentence, numeral.first - 1),
        word(sentence, numeral.last),
    )
    if before == "at" and word(sentence, numeral.first - 2) == "dead":
        # "was pronounced dead at 5" tells the hour
        return sentence.tags[numeral.first - 3 : numeral.first - 2] not in ("V", "T")
    if first == "a" and word(sentence, numeral.last - 1) == "couple":
        return word_class(sentence, numeral.last) in ("N", "J", "T", "E")
    if numeral.form == "band" and first in ("several", "a") and after in ("times", "of"):
        return after == "of"
    if first == "one" and numeral.last == numeral.first + 1 and numeral.form == "cardinal":
        return _one_counts(sentence, numeral, before, after)
    if numeral.form == "band" and numeral.last == numeral.first + 1 and first in number_words().bands:
        if first in figure_words().nouns_too and word_class(sentence, numeral.first - 1) in ("J", "N", "A"):
            return after == "of"
        return before != "the" or after == "of"
    return True


def _one_counts(sentence: Sentence, numeral: Numeral, before: str, after: str) -> bool:
    words = figure_words()
    if after in RANGE_SIGNS and word_class(sentence, numeral.last + 1) == "Q" and before not in ("no", "the"):
        return True
    if before == "not" or f"{before} one {after}" in words.one_idioms:
        return False
    if before in words.pronoun_one_behind and after != "of":
        return before == "only" and word_class(sentence, numeral.last) == "N"
    if after in ("of", "more", "in", "out"):
        return True
    if after == "-":
        return word(sentence, numeral.last + 1) in units().words
    return after not in words.pronoun_one_before and word_class(sentence, numeral.last) in tuple("NJET")


def _share(sentence: Sentence, numeral: Numeral) -> Figure | None:
    """ "one in five", "9 out of 10", "one of every ten": a share of a set."""
    at = numeral.last
    if numeral.form != "cardinal":
        return None
    joint = word(sentence, at)
    if joint == "in":
        start = at + 1
    elif joint == "out" and word(sentence, at + 1) == "of":
        start = at + 2
    elif joint == "of" and word(sentence, at + 1) == "every":
        start = at + 1
    else:
        return None
    start += word(sentence, start) == "every"
    whole = read_numeral(sentence.tokens, sentence.lowers, start) if start < len(sentence.tokens) else None
    if whole is None or whole.form != "cardinal" or not numeral.low < whole.low <= 1000000:
        return None
    if joint == "in" and ((whole.low > 100 and whole.low not in ROUND_WHOLES) or numeral.low > 99):
        return None
    if word(sentence, whole.last) in units().words:
        return None
    value = (numeral.low / whole.low).quantize(Decimal("1.000000000000")).normalize()
    return Figure(numeral.first, whole.last, value, value, "share", Decimal(0))

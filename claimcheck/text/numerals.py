"""Number phrases: digits, words, mixed forms, fractions and vague bands."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from claimcheck.lexicon.figures import NumberWords, number_words
from claimcheck.text.digits import read_digits, times_magnitudes
from claimcheck.text.numeral import HALF, ZERO
from claimcheck.text.numeral import Numeral as Numeral  # noqa: PLC0414 - named here too
from claimcheck.text.phrases import PhraseIndex
from claimcheck.text.tokens import Token

THOUSAND = Decimal(1000)


@cache
def _band_phrases() -> PhraseIndex[tuple[Decimal, Decimal]]:
    table = number_words()
    entries = {**table.bands, **table.band_phrases}
    return PhraseIndex(entries.items(), table.splitting)


def read_numeral(tokens: Sequence[Token], lowers: Sequence[str], at: int) -> Numeral | None:
    """The longest number phrase that starts at a token, or None.

    >>> from claimcheck.text.tokens import tokenize
    >>> def read(text):
    ...     tokens = tokenize(text, split=number_words().splitting)
    ...     return read_numeral(tokens, [t.lower for t in tokens], 0)
    >>> read("1.2 million people").low, read("two and a half dozen eggs").low, read("tens of thousands fled").high
    (Decimal('1200000.0'), Decimal('30.0'), Decimal('99999'))
    >>> read("two-thirds of the town").form
    'fraction'
    """
    words = number_words()
    token = tokens[at]
    if token.kind == "number":
        return read_digits(tokens, lowers, at, words)
    if token.text in words.vulgar:
        value = words.vulgar[token.text]
        return Numeral(at, at + 1, value, value, "fraction", ZERO)
    if token.kind != "word":
        return None
    band = _band_phrases().starting(lowers, at)
    if band is not None:
        return Numeral(at, at + band[0], band[1][0], band[1][1], "band", ZERO)
    return _words(tokens, lowers, at, words)


def _words(tokens: Sequence[Token], lowers: Sequence[str], at: int, words: NumberWords) -> Numeral | None:
    special = _half_or_article(lowers, at, words)
    if special is not None:
        return special
    total, current, last = ZERO, ZERO, at
    seen = False
    at_word = at
    while at_word < len(lowers):
        word = lowers[at_word]
        if word == "-" and seen and at_word + 1 < len(lowers) and _is_number(lowers[at_word + 1], words):
            at_word += 1
            continue
        if word == "and" and seen and last == at_word and _joins(lowers, at_word, words):
            at_word += 1
            continue
        if word in words.ones or word in words.tens:
            value = words.ones.get(word, words.tens.get(word, ZERO))
            if seen and not _fits(current, value, lowers[last - 1], words):
                break
            current += value
        elif word in words.magnitudes and seen:
            factor = words.magnitudes[word]
            if factor >= THOUSAND:
                total, current = total + (current or Decimal(1)) * factor, ZERO
            else:
                current = (current or Decimal(1)) * factor
        else:
            break
        seen, at_word = True, at_word + 1
        last = at_word
    if not seen:
        return None
    value = total + current
    fraction = _fraction_behind(lowers, last, value, words)
    if fraction is not None:
        return Numeral(at, fraction[1], fraction[0], fraction[0], "fraction", ZERO)
    if lowers[last : last + 3] in (["and", "a", "half"], ("and", "a", "half")):
        value, _, last = times_magnitudes(tokens, lowers, last + 3, value + HALF, ZERO, words)
        return Numeral(at, last, value, value, "cardinal", ZERO)
    return Numeral(at, last, value, value, "cardinal", Decimal(1))


def _is_number(word: str, words: NumberWords) -> bool:
    return word in words.ones or word in words.tens or word in words.magnitudes


def _joins(lowers: Sequence[str], at: int, words: NumberWords) -> bool:
    """Whether "and" here joins parts of one number: "two hundred and fifty"."""
    before, behind = lowers[at - 1], lowers[at + 1] if at + 1 < len(lowers) else ""
    return (
        before in words.magnitudes
        and before not in ("dozen", "score")
        and (behind in words.ones or behind in words.tens)
    )


def _fits(current: Decimal, value: Decimal, before: str, words: NumberWords) -> bool:
    """Whether a number word may follow: "twenty one", "hundred five", but not "five six"."""
    if before in words.magnitudes:
        return True
    return before in words.tens and ZERO < value < 10


def _half_or_article(lowers: Sequence[str], at: int, words: NumberWords) -> Numeral | None:
    """ "half a million", "half of", "a dozen", "a hundred", "a quarter of", "a third of"."""
    word = lowers[at]
    nxt = lowers[at + 1] if at + 1 < len(lowers) else ""
    after = lowers[at + 2] if at + 2 < len(lowers) else ""
    if word == "half":
        start = at + 1 + (nxt == "-")
        article = lowers[start] in ("a", "an") if start < len(lowers) else False
        rest = start + article + (start + article < len(lowers) and lowers[start + article] == "-")
        magnitude = words.magnitudes.get(lowers[rest]) if rest < len(lowers) else None
        if magnitude is not None:
            return Numeral(at, rest + 1, HALF * magnitude, HALF * magnitude, "cardinal", ZERO)
        return Numeral(at, at + 1, HALF, HALF, "fraction", ZERO)
    if word in ("a", "an", "another"):
        if nxt in words.magnitudes and nxt != "score":
            inner = _words_from_magnitude(lowers, at + 1, words)
            return Numeral(at, inner[1], inner[0], inner[0], "cardinal", Decimal(1))
        if nxt == "half" and word != "another":
            size = at + 2 + (after == "-")
            magnitude = words.magnitudes.get(lowers[size]) if size < len(lowers) else None
            if magnitude is not None:
                return Numeral(at, size + 1, HALF * magnitude, HALF * magnitude, "cardinal", ZERO)
            return Numeral(at, at + 2, HALF, HALF, "fraction", ZERO)
        if nxt in words.fractions and after == "of" and word != "another":
            value = words.fractions[nxt]
            whole = lowers[at + 3 : at + 5]
            if len(whole) == 2 and whole[0] == "a" and words.magnitudes.get(whole[1], ZERO) >= THOUSAND:
                total = value * words.magnitudes[whole[1]]
                return Numeral(at, at + 5, total, total, "cardinal", ZERO)
            return Numeral(at, at + 2, value, value, "fraction", ZERO)
    if word in ("quarter", "third") and nxt == "of" and after in ("a", "an"):
        magnitude = words.magnitudes.get(lowers[at + 3]) if at + 3 < len(lowers) else None
        if magnitude is not None:
            value = words.fractions[word] * magnitude
            return Numeral(at, at + 4, value, value, "cardinal", ZERO)
    return None


def _words_from_magnitude(lowers: Sequence[str], at: int, words: NumberWords) -> tuple[Decimal, int]:
    """ "a hundred thousand", "a hundred and twenty": the value and where it ends."""
    value = words.magnitudes[lowers[at]]
    at += 1
    while at < len(lowers) and lowers[at] in words.magnitudes:
        value, at = value * words.magnitudes[lowers[at]], at + 1
    if (
        at + 1 < len(lowers)
        and lowers[at] == "and"
        and (lowers[at + 1] in words.ones or lowers[at + 1] in words.tens)
    ):
        extra = words.ones.get(lowers[at + 1], words.tens.get(lowers[at + 1], ZERO))
        return value + extra, at + 2
    return value, at


def _fraction_behind(
    lowers: Sequence[str], at: int, value: Decimal, words: NumberWords
) -> tuple[Decimal, int] | None:
    """The fraction that a number word begins: "two-thirds", "one quarter", "three fifths"."""
    start = at + (at < len(lowers) and lowers[at] == "-")
    if start >= len(lowers):
        return None
    word = lowers[start]
    unit = words.fractions.get(word)
    if unit is None or ((value == 1) == word.endswith("s") and word != "half"):
        return None
    if (
        word in ("second", "quarter", "quarters")
        and start == at
        and lowers[start + 1 : start + 2] not in (["of"], ("of",))
    ):
        return None
    return unit * value, start + 1

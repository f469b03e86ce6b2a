"""Number phrases: digits, words, mixed forms, fractions and vague bands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from claimcheck.lexicon.figures import NumberWords, figure_words, number_words, units
from claimcheck.text.phrases import PhraseIndex
from claimcheck.text.tokens import Token

Form = Literal["cardinal", "fraction", "band", "share"]
ZERO = Decimal(0)
HALF = Decimal("0.5")
THOUSAND = Decimal(1000)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number phrase over tokens [first, last): one value, or a band with low < high.

    `step` is the value of the last digit that was written: 100000 for "1.2 million".
    """

    first: int
    last: int
    low: Decimal
    high: Decimal
    form: Form
    step: Decimal

    @property
    def exact(self) -> bool:
        return self.low == self.high


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
        return _digits(tokens, lowers, at, words)
    if token.text in words.vulgar:
        value = words.vulgar[token.text]
        return Numeral(at, at + 1, value, value, "fraction", ZERO)
    if token.kind != "word":
        return None
    band = _band_phrases().starting(lowers, at)
    if band is not None:
        return Numeral(at, at + band[0], band[1][0], band[1][1], "band", ZERO)
    return _words(tokens, lowers, at, words)


def _parse(text: str) -> Decimal:
    return Decimal(text.translate({0x2C: None, 0x20: None, 0xA0: None, 0x202F: None, 0x2009: None}))


def _step(text: str) -> Decimal:
    """The value of the last written digit: 0.1 for "1.2", 1 for "12", 1000 for "30,000"."""
    _, dot, decimals = text.partition(".")
    if dot:
        return Decimal(1).scaleb(-len(decimals))
    digits = text.replace(",", "")
    return Decimal(1).scaleb(len(digits) - len(digits.rstrip("0"))) if digits.strip("0") else Decimal(1)


def _digits(tokens: Sequence[Token], lowers: Sequence[str], at: int, words: NumberWords) -> Numeral | None:
    text = tokens[at].text
    value, step = _parse(text), _step(text)
    last = at + 1
    slash = _slash_fraction(tokens, lowers, at)
    if slash is not None:
        return slash
    power = _power_of_ten(tokens, lowers, last)
    if power is not None:
        value, step = value.scaleb(power[0]), step.scaleb(power[0])
        return Numeral(at, power[1], value, value, "cardinal", step)
    if last < len(tokens) and tokens[last].text in words.vulgar:
        value, step, last = value + words.vulgar[tokens[last].text], ZERO, last + 1
    elif last + 2 < len(tokens) and tokens[last].kind == "number":
        mixed = _slash_fraction(tokens, lowers, last)
        if mixed is not None:
            return Numeral(at, mixed.last, value + mixed.low, value + mixed.low, "cardinal", ZERO)
    elif lowers[last : last + 3] in (["and", "a", "half"], ("and", "a", "half")):
        value, step, last = value + HALF, ZERO, last + 3
    value, step, last = _magnitudes(tokens, lowers, last, value, step, words)
    return Numeral(at, last, value, value, "cardinal", step)


def _magnitudes(
    tokens: Sequence[Token], lowers: Sequence[str], at: int, value: Decimal, step: Decimal, words: NumberWords
) -> tuple[Decimal, Decimal, int]:
    """The value with the magnitude words from `at` on multiplied in, and where they end."""
    while at < len(tokens):
        skip = 1 if lowers[at] == "-" and at + 1 < len(tokens) and lowers[at + 1] in words.magnitudes else 0
        factor = words.magnitudes.get(lowers[at + skip])
        if factor is None and _short_magnitude(tokens, lowers, at):
            factor = words.short_magnitudes.get(lowers[at])
        if factor is None or (lowers[at + skip] == "score"):
            break
        value, step, at = value * factor, step * factor, at + skip + 1
    return value, step, at


def _short_magnitude(tokens: Sequence[Token], lowers: Sequence[str], at: int) -> bool:
    """Whether letters behind digits are a magnitude: "£3m", "8 B people"; "30m tall" and "8 b" are not."""
    gap = tokens[at].start - tokens[at - 1].end
    if gap == 0:
        return not _metres(tokens, lowers, at)
    behind = lowers[at + 1] if at + 1 < len(lowers) else ""
    return gap == 1 and tokens[at].text in figure_words().spaced_magnitudes and behind.isalpha()


def _metres(tokens: Sequence[Token], lowers: Sequence[str], at: int) -> bool:
    """Whether an "m" right behind digits means metres, not million: "30m tall" against "£3m", "1.2m people"."""
    if lowers[at] != "m":
        return False
    before = lowers[at - 2] if at >= 2 else ""
    if before in units().symbols:
        return False
    behind = lowers[at + 1] if at + 1 < len(lowers) else ""
    return not behind.isalpha() or behind in figure_words().metres_before


TIMES = frozenset({"×", "x"})
MINUS = frozenset({"-", "−", "–"})


def _power_of_ten(tokens: Sequence[Token], lowers: Sequence[str], at: int) -> tuple[int, int] | None:
    """The exponent of "× 10^8" or "×10−8" and where it ends."""
    if at + 3 > len(lowers) - 1 or lowers[at] not in TIMES or lowers[at + 1] != "10":
        return None
    here = at + 2 + (lowers[at + 2] == "^")
    negative = lowers[here] in MINUS
    here += negative
    if here >= len(lowers) or not lowers[here].isdigit() or int(lowers[here]) > 99 or here == at + 2:
        return None
    return (-int(lowers[here]) if negative else int(lowers[here])), here + 1


OF = (["of"], ("of",))
NAMED_SLASHES = frozenset({("9", "11"), ("24", "7"), ("7", "7"), ("50", "50")})


def _slash_fraction(tokens: Sequence[Token], lowers: Sequence[str], at: int) -> Numeral | None:
    """A fraction written with a slash: "5/8", "1 / 10"."""
    if at + 2 >= len(tokens) or lowers[at + 1] not in ("/", "⁄") or tokens[at + 2].kind != "number":
        return None
    upper, lower = lowers[at], lowers[at + 2]
    if (
        not (upper.isdigit() and lower.isdigit())
        or (upper, lower) in NAMED_SLASHES
        or not 0 < int(upper) < int(lower) <= (100 if lowers[at + 3 : at + 4] not in OF else 1000)
    ):
        return None
    value = Decimal(upper) / Decimal(lower)
    return Numeral(at, at + 3, value, value, "fraction", ZERO)


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
        value, _, last = _magnitudes(tokens, lowers, last + 3, value + HALF, ZERO, words)
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
    if word in ("a", "an"):
        if nxt in words.magnitudes and nxt != "score":
            inner = _words_from_magnitude(lowers, at + 1, words)
            return Numeral(at, inner[1], inner[0], inner[0], "cardinal", Decimal(1))
        if nxt == "half":
            size = at + 2 + (after == "-")
            magnitude = words.magnitudes.get(lowers[size]) if size < len(lowers) else None
            if magnitude is not None:
                return Numeral(at, size + 1, HALF * magnitude, HALF * magnitude, "cardinal", ZERO)
            return Numeral(at, at + 2, HALF, HALF, "fraction", ZERO)
        if nxt in words.fractions and after == "of":
            value = words.fractions[nxt]
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

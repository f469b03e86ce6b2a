"""Numbers in digits: decimals, fractions with a slash, magnitudes, powers of ten."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimcheck.lexicon.figures import NumberWords, figure_names, figure_words, units
from claimcheck.text.numeral import HALF, ZERO, Numeral
from claimcheck.text.tokens import Token

TIMES = frozenset({"×", "x"})
MINUS = frozenset({"-", "−", "–"})
OF = (["of"], ("of",))


def _parse(text: str) -> Decimal:
    return Decimal(text.translate({0x2C: None, 0x20: None, 0xA0: None, 0x202F: None, 0x2009: None}))


def _step(text: str) -> Decimal:
    """The value of the last written digit: 0.1 for "1.2", 1 for "12", 1000 for "30,000"."""
    _, dot, decimals = text.partition(".")
    if dot:
        return Decimal(1).scaleb(-len(decimals))
    digits = text.replace(",", "")
    return Decimal(1).scaleb(len(digits) - len(digits.rstrip("0"))) if digits.strip("0") else Decimal(1)


def read_digits(
    tokens: Sequence[Token], lowers: Sequence[str], at: int, words: NumberWords
) -> Numeral | None:
    """The number in digits at a token, with its fraction and magnitude: "2½", "1.2 million", "10^8"."""
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
    value, step, last = times_magnitudes(tokens, lowers, last, value, step, words)
    return Numeral(at, last, value, value, "cardinal", step)


def times_magnitudes(
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


def _slash_fraction(tokens: Sequence[Token], lowers: Sequence[str], at: int) -> Numeral | None:
    """A fraction written with a slash: "5/8", "1 / 10"."""
    if at + 2 >= len(tokens) or lowers[at + 1] not in ("/", "⁄") or tokens[at + 2].kind != "number":
        return None
    upper, lower = lowers[at], lowers[at + 2]
    if (
        not (upper.isdigit() and lower.isdigit())
        or f"{upper}/{lower}" in figure_names().slashes
        or not 0 < int(upper) < int(lower) <= (100 if lowers[at + 3 : at + 4] not in OF else 1000)
    ):
        return None
    value = Decimal(upper) / Decimal(lower)
    return Numeral(at, at + 3, value, value, "fraction", ZERO)

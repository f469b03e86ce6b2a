"""Number phrases: what they say, how far they reach, and what is none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimcheck.lexicon.figures import number_words
from claimcheck.text.numerals import Numeral, read_numeral
from claimcheck.text.tokens import tokenize


def read(text: str, at: int = 0) -> Numeral | None:
    tokens = tokenize(text, split=number_words().splitting)
    return read_numeral(tokens, [token.lower for token in tokens], at)


def words_of(text: str) -> str:
    """The part of the text that the number phrase at its start takes."""
    numeral = read(text)
    tokens = tokenize(text, split=number_words().splitting)
    return text[: tokens[numeral.last - 1].end] if numeral else ""


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("30,000 troops", "30000"),
        ("12 people", "12"),
        ("1.2 million people", "1200000"),
        ("2.5bn", "2500000000"),
        ("3 ½ miles", "3.5"),
        ("3½ miles", "3.5"),
        ("2 1/2 miles", "2.5"),
        ("4 and a half years", "4.5"),
        ("1.28 × 10^8 km", "128000000"),
        ("2.5×10−3 mm", "0.0025"),
        ("6 B people", "6000000000"),
        ("40 000 homes", "40000"),
        ("a half-million visitors", "500000"),
        ("twelve", "12"),
        ("twenty-five boats", "25"),
        ("twenty five boats", "25"),
        ("one hundred and five", "105"),
        ("two hundred thousand", "200000"),
        ("three thousand two hundred and one", "3201"),
        ("nineteen hundred", "1900"),
        ("a hundred", "100"),
        ("a dozen", "12"),
        ("two dozen", "24"),
        ("half a million", "500000"),
        ("half-a-million", "500000"),
        ("half a dozen", "6"),
        ("two and a half million", "2500000"),
        ("quarter of a million", "250000"),
        ("one", "1"),
        ("zero", "0"),
        ("12 dozen", "144"),
        ("5 hundred thousand", "500000"),
    ],
)
def test_a_number_phrase_has_its_value(text: str, value: str) -> None:
    numeral = read(text)
    assert numeral is not None
    assert numeral.form == "cardinal"
    assert numeral.exact
    assert numeral.low == Decimal(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("half of the town", "0.5"),
        ("two-thirds of voters", "2/3"),
        ("three quarters of them", "0.75"),
        ("a third of the fleet", "1/3"),
        ("one fifth of the crew", "0.2"),
        ("3/4 of the town", "0.75"),
        ("½ of it", "0.5"),
        ("a half", "0.5"),
    ],
)
def test_a_fraction_has_its_value(text: str, value: str) -> None:
    numeral = read(text)
    assert numeral is not None
    assert numeral.form == "fraction"
    upper, _, lower = value.partition("/")
    assert abs(numeral.low - Decimal(upper) / Decimal(lower or 1)) < Decimal("1e-9")


@pytest.mark.parametrize("text", ["dozens of boats", "hundreds fled", "tens of thousands marched", "several"])
def test_a_vague_band_has_two_ends(text: str) -> None:
    numeral = read(text)
    assert numeral is not None
    assert numeral.form == "band"
    assert numeral.low < numeral.high


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("five six seven", "five"),
        ("twenty and five", "twenty"),
        ("two and three", "two"),
        ("12 and 40", "12"),
        ("one hundred and then", "one hundred"),
        ("9/11 attacks", "9"),
        ("24/7 service", "24"),
        ("40 m", "40"),
        ("40m", "40"),
        ("30,000, more", "30,000"),
        ("third of May", ""),
        ("the", ""),
        ("someone", ""),
        ("weight", ""),
        ("tension", ""),
    ],
)
def test_a_number_phrase_ends_where_the_number_ends(text: str, taken: str) -> None:
    assert words_of(text) == taken


@pytest.mark.parametrize(
    ("text", "step"),
    [("1.2 million", "100000"), ("12", "1"), ("30,000", "10000"), ("0.5", "0.1"), ("105", "1")],
)
def test_the_last_written_digit_tells_how_fine_a_number_is(text: str, step: str) -> None:
    numeral = read(text)
    assert numeral is not None
    assert numeral.step == Decimal(step)

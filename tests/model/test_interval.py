"""Intervals in single figures; their laws stand in tests/property."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimcheck.model import Interval, grouped, plain


def interval(text: str) -> Interval:
    """An interval as mathematicians write it: `[40, *)`, `(30, 40]`."""
    low, high = (None if end.strip() == "*" else Decimal(end) for end in text[1:-1].split(","))
    return Interval(low, high, text[0] == "[", text[-1] == "]")


@pytest.mark.parametrize(
    ("left", "right", "disjoint"),
    [
        ("[40, *)", "[40, 40]", False),
        ("(40, *)", "[40, 40]", True),
        ("[16000, 24000]", "(30000, *)", True),
        ("[1, 2)", "[2, 3]", True),
        ("[1, 2]", "[2, 3]", False),
        ("(*, *)", "[7, 7]", False),
    ],
)
def test_two_ranges_meet_or_do_not(left: str, right: str, disjoint: bool) -> None:
    assert interval(left).disjoint(interval(right)) is disjoint
    assert interval(right).disjoint(interval(left)) is disjoint


@pytest.mark.parametrize(
    ("inner", "outer", "within"),
    [
        ("[40, 50]", "[40, *)", True),
        ("[40, 50]", "(40, *)", False),
        ("(40, 50]", "(40, 50]", True),
        ("[40, *)", "[40, 50]", False),
    ],
)
def test_one_range_lies_within_another_or_does_not(inner: str, outer: str, within: bool) -> None:
    assert interval(inner).within(interval(outer)) is within


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[40, *)", "at least 40"),
        ("(30000, *)", "more than 30,000"),
        ("[*, 5]", "at most 5"),
        ("(*, 5)", "less than 5"),
        ("[12, 12]", "exactly 12"),
        ("[16000, 24000]", "16,000 to 24,000"),
        ("(1, 2)", "more than 1 to less than 2"),
        ("(*, *)", "any number"),
    ],
)
def test_a_range_is_described_in_words(text: str, words: str) -> None:
    assert interval(text).describe() == words


def test_an_open_point_is_empty() -> None:
    assert interval("(4, 4]").empty
    assert interval("[5, 4]").empty
    assert not interval("[4, 4]").empty


def test_a_negative_factor_turns_a_range_round() -> None:
    assert interval("[1, 2)").times(Decimal(-1)) == interval("(-2, -1]")


@pytest.mark.parametrize(
    ("number", "data", "shown"),
    [
        ("3E+4", "30000", "30,000"),
        ("0.50", "0.5", "0.5"),
        ("1200000.0", "1200000", "1,200,000"),
        ("-1500", "-1500", "-1,500"),
        ("12.345", "12.345", "12.345"),
        ("1E+30", "1" + "0" * 30, "1" + ",000" * 10),
        ("0", "0", "0"),
    ],
)
def test_a_number_is_written_for_data_and_for_readers(number: str, data: str, shown: str) -> None:
    assert plain(Decimal(number)) == data
    assert grouped(Decimal(number)) == shown

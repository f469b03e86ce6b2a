"""Placeholders are words in braces and nothing more."""

from __future__ import annotations

import pytest

from claimcheck.engine.templates import faults, placeholders, render
from claimcheck.errors import RuleError

ALLOWED = {"left.speaker", "left.quote", "gap"}


def test_placeholders_are_listed_in_order() -> None:
    assert placeholders("{left.quote} and {gap}") == ("left.quote", "gap")


def test_values_take_the_place_of_placeholders_only_once() -> None:
    assert render("{left.quote}!", {"left.quote": "{gap}", "gap": "no"}) == "{gap}!"


def test_a_value_that_is_not_there_is_said() -> None:
    with pytest.raises(RuleError, match=r"asks for \{gap\}"):
        render("{gap}", {})


def test_a_known_placeholder_is_no_fault() -> None:
    assert faults("{left.speaker} says {left.quote}", ALLOWED) == []


def test_an_unknown_placeholder_is_refused_with_the_nearest_known_one() -> None:
    assert faults("{left.speeker}", ALLOWED) == [
        "unknown placeholder {left.speeker} - did you mean {left.speaker}?"
    ]


@pytest.mark.parametrize(
    "template", ["{left.quote.__class__}", "{0}", "{left[quote]}", "{left.quote!r}", "{gap:>99}"]
)
def test_python_formats_are_refused(template: str) -> None:
    assert faults(template, ALLOWED)[0].startswith("unknown placeholder")


def test_lone_braces_are_refused() -> None:
    assert faults("a { b", ALLOWED) == ["a { or } stands alone: braces are only for placeholders"]

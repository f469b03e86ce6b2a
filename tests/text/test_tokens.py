"""Words, numbers and signs; what looks like a figure and is none."""

from __future__ import annotations

import pytest

from claimcheck.lexicon.figures import number_words
from claimcheck.text.tokens import tokenize


def texts(text: str) -> list[str]:
    return [token.text for token in tokenize(text, split=number_words().splitting)]


def kinds(text: str) -> list[str]:
    return [token.kind for token in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Russia's troops", ["Russia", "'s", "troops"]),
        ("Russia’s troops", ["Russia", "’s", "troops"]),
        ("the troops' food", ["the", "troops", "'", "food"]),
        ("don't go", ["don't", "go"]),
        ("two-thirds", ["two", "-", "thirds"]),
        ("twenty-five", ["twenty", "-", "five"]),
        ("20,000 to-26,000", ["20,000", "to", "-", "26,000"]),
        ("sub-7 nanometre", ["sub", "-", "7", "nanometre"]),
        ("worth PS2.7m", ["worth", "PS", "2.7", "m"]),
        ("call 0800 555 111", ["call", "0800 555 111"]),
        ("well-known", ["well-known"]),
        ("the U.S. Navy", ["the", "U.S.", "Navy"]),
        ("5:30 p.m.", ["5:30", "p.m."]),
        ("$2.6 billion", ["$", "2.6", "billion"]),
        ("30,000.", ["30,000", "."]),
        ("12,34", ["12", ",", "34"]),
        ("1 234 567", ["1", "234", "567"]),
        ("1\u00a0234", ["1\u00a0234"]),
        ("9,500-strong", ["9,500", "-", "strong"]),
        (">= 40", [">=", "40"]),
        ("", []),
    ],
)
def test_a_text_falls_into_words_and_signs(text: str, parts: list[str]) -> None:
    assert texts(text) == parts


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("30,000", "number"),
        ("1.5", "number"),
        (".5", "number"),
        ("12,34,567", "number"),
        ("21st", "ordinal"),
        ("2022-11-13", "date"),
        ("11/13/2022", "date"),
        ("17:45", "clock"),
        ("F-16", "name"),
        ("T-72", "name"),
        ("COVID-19", "name"),
        ("10.2.1", "name"),
        ("https://example.org/12", "name"),
        ("desk@example.org", "name"),
        ("555-123-4567", "name"),
        ("@harbour12", "name"),
        ("harbour", "word"),
        ("%", "sign"),
    ],
)
def test_what_is_no_figure_is_not_taken_for_one(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


def test_apostrophes_of_every_kind_are_the_same_in_small_letters() -> None:
    assert {tokenize(f"O{sign}Neill")[0].lower for sign in "'’´"} == {"o'neill"}


def test_offsets_point_into_the_whole_text() -> None:
    text = "Ferry sinks: 12 dead."
    tokens = tokenize(text, 13, 20)
    assert [text[token.start : token.end] for token in tokens] == ["12", "dead"]

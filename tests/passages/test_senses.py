"""The shipped relations between words hold together."""

from __future__ import annotations

import pytest

from claimcheck.lexicon.senses import base_form, senses
from claimcheck.lexicon.tables import english


def test_the_two_poles_of_a_scale_share_no_word() -> None:
    for one, two in english("opposites")["poles"]:
        assert not {base_form(str(word)) for word in one} & {base_form(str(word)) for word in two}, (one, two)


def test_no_word_is_a_kind_of_itself() -> None:
    assert not [word for word, kinds in senses().broader.items() if word in kinds]


def test_every_set_of_synonyms_has_two_words() -> None:
    assert all(len(listed) > 1 for listed in english("synonyms")["sets"])


@pytest.mark.parametrize(
    ("one", "two", "sense"),
    [
        ("sofa", "couch", "synonym"),
        ("carrot", "food", "broader"),
        ("vegetable", "carrot", "narrower"),
        ("wet", "dry", "opposite"),
        ("legal", "illegal", "opposite"),
        ("guitar", "piano", "alternative"),
        ("lamp", "river", "unrelated"),
    ],
)
def test_what_the_second_word_is_to_the_first(one: str, two: str, sense: str) -> None:
    assert senses().sense(one, two) == sense

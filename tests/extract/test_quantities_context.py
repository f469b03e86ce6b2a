"""What a figure takes from the words and figures around it."""

from __future__ import annotations

import pytest

from claimcheck.extract.quantities.find import find_quantities
from claimcheck.extract.quantities.mention import QuantityMention
from claimcheck.extract.quantities.zeros import find_zeros
from claimcheck.text.sentences import split_sentences


def figures(text: str) -> list[QuantityMention]:
    return [mention for sentence in split_sentences(text) for mention in find_quantities(sentence)]


@pytest.mark.parametrize(
    "text",
    [
        "The dead woman, Ana Reyes, 31, lived alone.",
        "Ana Reyes (31) lived alone.",
        "The victims are aged 31.",
        "Sam Cole Jr., 31, of Leeds, was hurt.",
    ],
)
def test_a_number_behind_a_person_is_an_age(text: str) -> None:
    (age,) = figures(text)
    assert age.age and age.unit == "year"


def test_every_number_of_a_list_of_ages_is_an_age() -> None:
    assert [mention.age for mention in figures("The boys are aged 14, 15 and 17.")] == [True] * 3


def test_a_number_behind_a_place_is_no_age() -> None:
    assert [mention.age for mention in figures("In Leeds, 31, mostly women, were hurt.")] == [False]


@pytest.mark.parametrize("text", ["The blast killed six.", "Six drowned.", "The toll stood at six."])
def test_a_bare_figure_counts_people_by_its_verb(text: str) -> None:
    (mention,) = figures(text)
    assert (mention.unit, mention.noun_lemma) == ("person", None)


@pytest.mark.parametrize("text", ["The index lost six.", "She scored six.", "The toll road cost six."])
def test_a_bare_figure_beside_another_verb_counts_no_people(text: str) -> None:
    assert [mention.unit for mention in figures(text)] == [None]


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("The bank lifted its main rate by 2 percent.", "up"),
        ("Rents are forecast to fall 2 percent.", "down"),
        ("The plan would raise $2 million.", None),
        ("The firm posted a loss of $2 million.", None),
        ("The lower 2 percent paid nothing.", None),
        ("It was 2 miles less than the way back.", None),
        ("Bond index -2% at noon", "down"),
    ],
)
def test_a_change_is_told_from_a_level(text: str, change: str | None) -> None:
    assert [mention.change for mention in figures(text)] == [change]


def test_the_mark_that_ends_a_quotation_is_no_inch() -> None:
    assert [mention.unit for mention in figures('"We lost at least 12" were his words.')] == [None]
    assert [mention.unit for mention in figures('The 65" screen is new.')] == ["inch"]


def test_a_wage_by_the_hour_has_its_period() -> None:
    assert [mention.period for mention in figures("She has a $12-an-hour job.")] == ["hour"]


def test_the_whole_of_none_is_its_noun() -> None:
    (sentence,) = split_sentences("None of the 40 passengers was hurt.")
    (nothing,) = find_zeros(sentence)
    assert (nothing.noun_lemma, nothing.unit) == ("passenger", "person")

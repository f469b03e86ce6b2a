"""What a figure measures, whom it counts, and whose they are."""

from __future__ import annotations

import pytest

from claimcheck.engine.packs import load_rules
from claimcheck.model import Claim, Document
from claimcheck.pipeline import knowledge_of, read_claims

KNOWLEDGE = knowledge_of(load_rules([], None))


def figures(text: str) -> list[Claim]:
    documents = [Document("d", "s", text, published="2023-05-13")]
    return [claim for claim in read_claims(documents, KNOWLEDGE).claims if claim.quantity is not None]


def measures(text: str) -> list[str | None]:
    return [claim.measure for claim in figures(text)]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Twelve protesters were killed on the bridge.", "deaths"),
        ("Some 3,000 protesters filled the square.", "protesters"),
        ("Twelve protesters were arrested on the bridge.", "arrests"),
        ("At least 40 detainees lost their lives in the fire.", "deaths"),
        ("Nine fighters laid down their lives at the dam.", "deaths"),
        ("An air raid killed more than 60 herders and traders.", "deaths"),
        ("The shelling led to the martyrdom of 31 citizens.", "deaths"),
        ("Nearly 12,000 people have been forced from their homes.", "displaced"),
        ("Five shells fell near the mill.", "shots"),
        ("Seven people were struck by gunfire.", "shot"),
        ("Nine persons sustained gunshot wounds.", "shot"),
        ("The guard fired three times.", "shots"),
        ("Technicians recovered 14 shell casings.", "casings"),
    ],
)
def test_what_befell_people_counts_before_what_they_were(text: str, measure: str) -> None:
    assert measures(text) == [measure]


@pytest.mark.parametrize(
    "text",
    [
        "Twelve villagers, among them a baker, his son and a nurse, died of smoke.",
        "Twelve people, including a nurse and her children, who had fled in spring, died.",
        "The fight went on for more than an hour Twelve men of the garrison were killed",
    ],
)
def test_the_verb_behind_a_list_or_a_missing_full_stop_is_found(text: str) -> None:
    assert "deaths" in measures(text)


@pytest.mark.parametrize(
    "text",
    [
        "Death toll from market bomb at least 112",
        "The death toll from the blast at 112, says the ministry",
        "With the death toll estimated at 112, doctors called for help.",
    ],
)
def test_a_toll_without_a_verb_is_one(text: str) -> None:
    assert measures(text) == ["deaths"]


def test_a_counter_of_pictures_counts_nothing() -> None:
    assert [
        claim.quantity.text
        for claim in figures("Three men wounded in Bor 2 / 14 Back to gallery")
        if claim.quantity
    ] == ["Three"]


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("Three members of the security forces died.", "whose", "force"),
        ("Crews found 23 bodies of soldiers in the yard.", "whose", "soldier"),
        ("Five of the wounded died later.", "late", "true"),
        ("Two others succumbed to their wounds on Friday.", "late", "true"),
        ("Two men were shot in Bor. Six people were shot as well.", "another", "true"),
        ("Fourteen people died, six of whom were gunmen.", "of", "them"),
    ],
)
def test_parts_and_owners_of_those_counted_are_told(text: str, key: str, value: str) -> None:
    assert value in [claim.content.get(key) for claim in figures(text)]


def test_who_a_part_of_the_dead_was_is_told() -> None:
    (soldiers,) = figures("Twenty-four of the dead were soldiers.")
    assert soldiers.content["modifiers"] == ("soldiers",)
    minors = [
        claim for claim in figures("At least seven of the dead were under 18.") if claim.measure == "deaths"
    ]
    assert [claim.content["modifiers"] for claim in minors] == [("minors",)]


def test_none_of_those_counted_is_no_count_of_nothing() -> None:
    assert [claim.kind for claim in figures("None of the injured is enrolled at the school.")] == []


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("In total 35 citizens of Tajikistan were killed.", "tajikistan"),
        ("Kyrgyz officials said 24 of their citizens had died.", "kyrgyzstan"),
    ],
)
def test_the_country_of_those_counted_is_theirs(text: str, country: str) -> None:
    assert [claim.actor for claim in figures(text)] == [country]


def test_what_befell_the_neighbourhood_of_a_speaker_is_a_floor_for_the_town() -> None:
    found = figures(
        "“They were shelling our neighbourhood. At least eight died. A market in Bor was hit too.”"
    )
    assert [claim.content.get("alone") for claim in found if claim.measure == "deaths"] == ["true"]

"""Of which event a figure is, where a report tells several."""

from __future__ import annotations

import pytest

from claimcheck.align.comparisons import is_main
from claimcheck.extract.assemble import extract_claims
from claimcheck.model import Claim, Document

LEAD = (
    "A strike on a market in Kupiansk killed 12 people on Friday, officials said. The market was crowded. "
    "Rescuers worked until dusk. "
)


def figure(text: str, value: str) -> Claim:
    claims = extract_claims(Document("d", "s", text, published="2023-05-13"))
    return next(claim for claim in claims if claim.quantity is not None and claim.quantity.text == value)


@pytest.mark.parametrize(
    "sentence",
    [
        "Rebels also fired rockets at the railway station, killing three people.",
        "The governor condemned an attack on a school that killed three children.",
        "In Izium three people were killed by shelling.",
    ],
)
def test_a_deed_told_beside_the_lead_has_a_toll_of_its_own(sentence: str) -> None:
    assert is_main(figure(LEAD, "12"))
    assert not is_main(figure(LEAD + sentence, "three"))


def test_the_attack_told_before_keeps_its_toll() -> None:
    assert is_main(figure(LEAD + "The attack also wounded 31 people, doctors said.", "31"))


def test_speaking_on_a_day_is_not_the_day_of_the_attack() -> None:
    text = LEAD + "Speaking to reporters on Tuesday, the mayor put the toll of the attack at 14 dead."
    assert is_main(figure(text, "14"))


@pytest.mark.parametrize(
    ("text", "value", "measure"),
    [
        ("The agency said 160 civilians mostly women and children were killed in the raid.", "160", "deaths"),
        ("The number of wounded has reached 140, doctors said.", "140", "injuries"),
        ("The observers counted 24 dead in the square.", "24", "deaths"),
        ("Mortar attacks left at least 48 killed and injured in Kupiansk.", "at least 48", "casualties"),
        ("The shelling killed and wounded 48 people near the river.", "48", "casualties"),
        ("The shelling killed 48 people and wounded 30 near the river.", "48", "deaths"),
        ("The number of victims in the explosion is at least 70, a source said.", "at least 70", "deaths"),
        ("Those who were executed in the valley are around 300, an activist said.", "around 300", "deaths"),
        ("22 children, 6 teachers killed in air strikes near a school", "22", "deaths"),
        ("The blast killed “tens of people”, activists said.", "tens", "deaths"),
        ("Rockets hit two quarters, killing, according to the latest toll, 44 civilians.", "44", "deaths"),
        ("Four men coming from a wake were shot, police said.", "Four", "shot"),
        ("An activist put the figure of those killed at 120.", "120", "deaths"),
        ("An agency put the death toll at least at 85.", "at least at 85", "deaths"),
    ],
)
def test_a_figure_is_measured_by_what_stands_further_off(text: str, value: str, measure: str) -> None:
    assert figure(text, value).measure == measure


def test_who_counts_the_dead_is_their_speaker() -> None:
    claim = figure("Monitors from the Lwiro Centre counted 24 dead and dozens wounded.", "24")
    assert claim.speaker is not None


def test_a_district_of_the_place_of_the_lead_is_no_other_place() -> None:
    assert is_main(
        figure(LEAD + "The strike killed nine in the Zavod district of Kupiansk, medics said.", "nine")
    )


def test_the_agency_that_was_told_is_no_other_place() -> None:
    text = LEAD + "In a statement to AFP the governor gave a toll of 14 dead from the attack."
    assert is_main(figure(text, "14"))


def test_what_is_wounded_beside_the_dead_is_all_that_are_wounded() -> None:
    text = "A bomb killed 44 people and wounded 60 more in Kupiansk."
    assert "another" not in figure(text, "60").content


def test_thirty_more_of_the_same_come_on_top() -> None:
    text = "A bomb wounded 60 people in Kupiansk on Friday. A second one wounded 30 more."
    assert figure(text, "30").content["another"] == "true"


@pytest.mark.parametrize(
    "sentence",
    [
        "The Observatory, which monitors the five-year conflict, said 26 civilians were killed.",
        "Monitors in London said 26 civilians were killed in the strike.",
        "Officials previously said 26 civilians were killed in the strike.",
    ],
)
def test_what_is_said_of_a_speaker_tells_no_other_event(sentence: str) -> None:
    assert is_main(figure(LEAD + sentence, "26"))


def test_what_a_report_leads_with_may_have_taken_weeks() -> None:
    text = "Gunmen executed 700 villagers in Kupiansk during the past two weeks, monitors said."
    assert is_main(figure(text, "700"))

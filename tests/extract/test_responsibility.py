"""Who is said to have done it, and who denies it."""

from __future__ import annotations

import pytest

from claimcheck.extract.assemble import extract_claims
from claimcheck.extract.particulars.responsibility import find_responsibility
from claimcheck.model import Document
from claimcheck.text.sentences import split_sentences


def read(text: str) -> list[tuple[str | None, str]]:
    return [(mention.party, mention.form) for mention in find_responsibility(split_sentences(text)[0])]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Aid workers accused Sudanese troops of shelling the market.", "sudan"),
        ("The minister pinned the blame on Eritrean soldiers.", "eritrea"),
        ("The governor blamed the attack on Boko Haram.", "boko_haram"),
        ("Residents said the rebels were behind the bombing.", "rebels"),
        ("Hamas claimed responsibility for the shooting.", "hamas"),
        ("The blast was claimed by the Taliban.", "taliban"),
        ("The bombing was the work of Boko Haram, the governor said.", "boko_haram"),
        ("The colonel attributed the bombing to the ELN.", "eln"),
        ("Moscow bears responsibility for the strike, Kyiv said.", "russia"),
    ],
)
def test_an_accusation_names_the_blamed_party(text: str, party: str) -> None:
    assert (party, "accusation") in read(text)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Ankara denied any involvement in the strike.", "turkey"),
        ("The Malian army was not behind the raid, its spokesman said.", "mali"),
        ("Nairobi dismissed his remarks as pure invention.", "kenya"),
        ("The army shelled a clinic, an accusation which the Kenyan generals deny.", "kenya"),
    ],
)
def test_a_denial_names_who_denies(text: str, party: str) -> None:
    assert (party, "denial") in read(text)


def test_reports_called_false_are_denied_by_the_party_that_speaks() -> None:
    text = "There was no truth whatsoever to the reports of a raid, the Malian defence ministry said."
    claims = [claim for claim in extract_claims(Document("d", "s", text)) if claim.kind == "denial"]
    assert [claim.actor for claim in claims] == ["mali"]


@pytest.mark.parametrize(
    "text",
    [
        "The rebel-held town was quiet on Monday.",
        "The bank denied the loan to the Turkish shipyard.",
        "Reports of the Syrian harvest are late this year.",
        "Doctors used a new method on Kenyan patients.",
    ],
)
def test_words_that_only_resemble_blame_name_nobody(text: str) -> None:
    assert read(text) == []


def test_a_denial_without_a_deed_of_its_own_answers_the_accusation_before_it() -> None:
    text = "Washington accused Damascus of the gas attack. Damascus denied responsibility."
    denial = next(claim for claim in extract_claims(Document("d", "s", text)) if claim.kind == "denial")
    assert denial.content.get("answers") == "true"


def test_two_parties_that_both_deny_are_two_denials() -> None:
    found = read("Government troops and the rebels have both denied using cluster bombs.")
    assert found == [("rebels", "denial"), ("government", "denial")]


def test_what_is_denied_is_no_deed() -> None:
    assert ("mali", "deed") not in read("The Malian army denied shelling the market.")


def test_the_accuser_whose_words_are_dismissed_denies_nothing() -> None:
    assert read("The spokesman of the forces dismissed the army's accusations as lies.") == []


@pytest.mark.parametrize(
    ("text", "habit"),
    [
        ("Ankara has denied previous accusations of using gas.", "true"),
        ("Ankara has always denied using gas.", "true"),
        ("Ankara denied using gas on Friday.", None),
    ],
)
def test_a_denial_of_earlier_accusations_answers_none_of_today(text: str, habit: str | None) -> None:
    found = extract_claims(Document("d", "s", text, published="2023-05-13"))
    assert [claim.content.get("habit") for claim in found if claim.kind == "denial"] == [habit]


def test_the_work_of_helpers_blames_nobody() -> None:
    assert read("The minister praised the work of Turkish doctors.") == []

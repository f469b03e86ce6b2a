"""Particulars of an event as reports of crimes and accidents give them, and what keeps two events apart."""

from __future__ import annotations

import pytest

from claimcheck.extract.assemble import extract_claims
from claimcheck.model import Claim, Document


def claims(text: str, attribute: str, published: str = "2022-11-13") -> list[Claim]:
    """The claims on one question in a report."""
    found = extract_claims(Document("d", "s", text, outlet="A", published=published))
    return [claim for claim in found if claim.content.get("attribute") == attribute]


def is_main(claim: Claim) -> bool:
    return claim.event is not None and claim.event.id == "main"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The shooting happened at 9:40 p.m. on Friday.", "21:40-21:40"),
        ("Shots were fired shortly after 2 a.m. on Friday.", "02:00-02:15"),
        ("Shots were fired just before 2 a.m. on Friday.", "01:45-02:00"),
        ("The shooting happened around noon on Friday.", "11:55-12:05"),
        ("The shooting happened on Friday afternoon.", "11:30-18:00"),
        ("The shooting happened at 9:40 Friday night.", "21:40-21:40"),
        ("The shooting happened at 9:40 Friday morning.", "09:40-09:40"),
        ("It took place on Nov. 11 at approximately 11:55 p.m. under a bridge.", "23:50-24:00"),
        ("The convoy was attacked at 4:15 a.m. on Friday.", "04:15-04:15"),
        ("He was in the yard at 3:45 a.m. when a car drove by and shots were fired.", "03:45-03:45"),
    ],
)
def test_the_hour_of_an_event_is_read_with_its_room(text: str, value: str) -> None:
    assert [claim.content["value"] for claim in claims(text, "hour")] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "The shooting happened before 5 a.m. on Friday.",
        "A suspect in the shooting was arrested at 9:55 p.m. on Wednesday.",
        "The mayor will speak about the shooting at 7 p.m. at a vigil.",
        "She cried all night after he shot at the door.",
        "The bakery opens at 6 a.m.",
        "The shooting happened at 2:30 Friday night.",
        "The shooting happened at 12:30 Friday night.",
    ],
)
def test_the_hour_of_something_else_is_not_the_hour_of_the_event(text: str) -> None:
    assert not claims(text, "hour")


def test_the_hour_of_a_second_shooting_is_kept_apart() -> None:
    text = (
        "Two men were shot in Tulsa at 9:40 p.m. on Friday, police said.\n\n"
        "A second shooting was reported at 11:15 p.m. on Friday."
    )
    assert [is_main(claim) for claim in claims(text, "hour")] == [True, False]


def test_a_call_comes_after_the_event() -> None:
    call = claims("Officers responded to a report of gunshots at 9:40 p.m. on Friday.", "hour")[0]
    assert call.content["call"] == "true"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Shots were fired at 618 Elm Road on Friday.", {"on": "elm", "number": "618"}),
        ("Shots were fired in the 600 block of Elm Road.", {"on": "elm", "block": "600"}),
        ("The shooting happened on Alder near Finch.", {"on": "alder", "near": ("finch",)}),
        ("The shooting happened at Fifth Street and Elm Road.", {"crossing": ("5th", "elm")}),
        ("The shooting happened in the area of Gale and Tobin.", {"crossing": ("gale", "tobin")}),
    ],
)
def test_an_address_is_read_with_its_parts(text: str, content: dict[str, object]) -> None:
    (claim,) = claims(text, "site")
    assert {key: claim.content[key] for key in content} == content


def test_the_home_of_a_person_is_not_the_site_of_the_event() -> None:
    assert not claims("Ann Cole, of the 300 block of Elm Street, was shot on Friday.", "site")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The gunman is still at large after the shooting.", "at_large"),
        ("A man is in custody after the shooting.", "in_custody"),
        ("No suspects are in custody after the shooting.", "at_large"),
    ],
)
def test_whether_a_suspect_is_caught_is_read_with_its_negation(text: str, value: str) -> None:
    assert [claim.content["value"] for claim in claims(text, "custody")] == [value]


def test_one_place_of_death_is_asked_for_only_where_one_has_died() -> None:
    text = "Three people were killed in the shooting. One was pronounced dead at the scene."
    assert [is_main(claim) for claim in claims(text, "death_place")] == [False]


def test_a_belief_that_it_was_no_accident_is_no_accident() -> None:
    text = "His family said they don't believe it was an accident."
    assert [claim.content["value"] for claim in claims(text, "intent")] == ["deliberate"]


def test_a_person_is_known_by_the_last_name_later_on() -> None:
    text = "Joseph Marlow, 61, was shot in the courthouse.\n\nMarlow was a retired state police trooper."
    assert [claim.content.get("rank") for claim in claims(text, "person")] == [None, "trooper"]
    assert {claim.content["value"] for claim in claims(text, "person")} == {"joseph marlow"}


def test_the_victim_of_an_accused_is_no_suspect() -> None:
    (victim,) = claims("A man was accused of killing Jane Marlow, 24.", "person")
    assert victim.content["role"] == "victim"


def test_numbers_of_gunmen_that_change_within_a_report_say_nothing() -> None:
    text = "A gunman opened fire in the mall. Police searched for the gunmen."
    assert not any(is_main(claim) for claim in claims(text, "assailants"))


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Nine-year-old Amy Green had just come home.", "9"),
        ("27-year-old Amy Green was shot.", "27"),
        ("Amy Green, one of the victims, was shot.", None),
    ],
)
def test_an_age_is_read_from_figures_and_words(text: str, age: str | None) -> None:
    assert [claim.content.get("age") for claim in claims(text, "person")] == [age]


def test_no_suspect_in_custody_is_no_arrest() -> None:
    found = extract_claims(Document("d", "s", "There is no suspect in custody.", published="2022-11-13"))
    assert {claim.polarity for claim in found if claim.kind == "occurrence"} == {"negated"}

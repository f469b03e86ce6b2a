"""Which reports of a story, and which places in them, speak of one event."""

from __future__ import annotations

import pytest

from claimcheck.engine.packs import load_rules
from claimcheck.model import Claim, Document
from claimcheck.pipeline import Knowledge, knowledge_of, read_claims

KNOWLEDGE: Knowledge = knowledge_of(load_rules([], None))


def deaths(*texts: str, published: str = "2023-05-13") -> list[Claim]:
    """The claims about people killed of several reports of one day."""
    documents = [Document(f"d{n}", "s", text, published=published) for n, text in enumerate(texts)]
    return [claim for claim in read_claims(documents, KNOWLEDGE).claims if claim.measure == "deaths"]


def events(*texts: str) -> list[str | None]:
    return [claim.event.id if claim.event else None for claim in deaths(*texts)]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("A strike on Raqa killed nine people.", "A strike on Raqqa killed 12 people."),
        ("A raid on Al-Tukhar killed nine people.", "A raid near Tokhar killed 12 people."),
        ("A blast in Bor killed nine people.", "The blast killed 12 people."),
        ("A gas attack killed nine people.", "Chlorine killed 12 people in Bor."),
        ("A blast in Selen province killed nine people.", "A blast in Selen killed 12 people."),
        (
            "An ambush near Tokhar killed nine people.",
            "Gunmen in northern Burkina Faso killed 12 people. Trucks burned. Men fled. The column was to reach Tokhar.",
        ),
    ],
)
def test_spellings_wider_places_and_kinds_can_be_of_one_event(one: str, two: str) -> None:
    first, second = events(one, two)
    assert first == second == "e1"


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("A blast in Bor killed nine people.", "A blast in Zala killed 12 people."),
        ("A flood killed nine people.", "A gunman opened fire in Bor, killing 12 people."),
        (
            "A strike on the town of Atar in Selen province killed nine people.",
            "A strike on the town of Mirov in Selen province killed 12 people.",
        ),
    ],
)
def test_other_towns_and_other_kinds_are_other_events(one: str, two: str) -> None:
    first, second = events(one, two)
    assert first != second


def test_what_one_report_tells_beside_its_event_is_the_event_of_another() -> None:
    first, *_, beside = events(
        "A blast in the market of Zala killed nine people on Friday, police said.",
        "A strike on the port of Bor killed four people on Saturday. The port was crowded. Trucks burned. "
        "On Friday 12 people were killed in Zala.",
    )
    assert first == beside


def test_the_event_of_many_reports_stays_one() -> None:
    texts = [f"A blast in Bor killed {number} people." for number in range(3, 40)]
    assert set(events(*texts)) == {"e1"}


def test_a_deed_of_an_earlier_year_takes_what_is_said_of_that_attack_with_it() -> None:
    found = deaths(
        "A raid on Bor killed nine people on Friday. Officials came. Trucks burned. Gas was used near Zala in 2019. "
        "Paris said that attack killed 400 people."
    )
    assert [claim.event.id for claim in found if claim.event][-1] != "e1"


def test_a_figure_of_one_place_alone_is_of_the_main_event() -> None:
    found = deaths(
        "Strikes on villages near Bor killed nine people on Friday. Officials came. Trucks burned. "
        "The rebels said 160 civilians were killed in Tokhar alone."
    )
    assert [claim.event.id for claim in found if claim.event] == ["e1", "e1"]
    assert found[-1].content["alone"] == "true"


def test_a_war_monitor_makes_no_longer_past() -> None:
    (found,) = deaths("A gas attack in Bor killed four people a war monitor said on Friday.")
    assert found.event is not None
    assert found.event.id == "e1"


def test_so_far_this_year_is_a_longer_past_however_far_behind() -> None:
    found = deaths(
        "A blast in Bor killed four people. Ten people have been killed on both sides of the line so far this year."
    )
    assert found[-1].event is not None
    assert found[-1].event.id != "e1"


def test_the_dead_of_a_war_are_a_longer_past_however_far_before() -> None:
    found = deaths(
        "A blast in Bor killed four people. The war has since killed more than 30,000 people with some counts "
        "suggesting that 47,000 may have died."
    )
    assert [claim.event.id == "e1" for claim in found if claim.event] == [True, False, False]

"""Figures that can both hold and yet do not go together: floors of two sources, vague words, parts of a place."""

from __future__ import annotations

import pytest

from claimcheck.engine.packs import load_rules
from claimcheck.model import Document, Finding
from claimcheck.pipeline import check_documents, knowledge_of


def findings(*texts: str, days: tuple[str, ...] = ()) -> list[Finding]:
    documents = [
        Document(f"d{n}", "s", text, outlet=f"Outlet {n}", published=days[n] if days else "2023-05-13")
        for n, text in enumerate(texts)
    ]
    report = check_documents(documents, knowledge_of(load_rules([], None)))
    return [finding for finding in report.findings if finding.rule == "core/number-mismatch"]


def relations(*texts: str, days: tuple[str, ...] = ()) -> list[str]:
    return [finding.relation for finding in findings(*texts, days=days)]


def test_two_sources_with_two_floors_in_one_report_are_a_tension() -> None:
    (found,) = findings(
        "The blast in Bor killed at least 22 people, state media said. Monitors in London said it killed at least 24."
    )
    assert found.relation == "tension"
    assert "only a floor" in found.explanation
    assert "the sources count otherwise" in found.steps[-1].text


def test_one_source_with_two_floors_in_one_report_speaks_of_two_things() -> None:
    assert (
        relations("The blast in Bor killed at least 22 people. At least 24 people died, it is feared.") == []
    )


def test_floors_a_fifth_apart_are_a_tension_on_one_day_only() -> None:
    one = "The blast in Bor killed at least 58 people, the mayor said."
    two = "The blast in Bor killed at least 72 people, a hospital said."
    assert relations(one, two) == ["tension"]
    assert relations(one, two, days=("2023-05-13", "2023-05-14")) == []


def test_a_floor_not_far_below_is_none() -> None:
    one = "The blast in Bor killed at least 22 people, the mayor said."
    assert relations(one, "The blast in Bor killed at least 26 people, a hospital said.") == []


@pytest.mark.parametrize(
    ("vague", "exact", "expected"),
    [
        ("several", "130", ["contradiction"]),
        ("dozens of", "160", ["update"]),
        ("dozens of", "1,400", ["contradiction"]),
    ],
)
def test_a_vague_figure_is_only_strained_by_one_far_above(
    vague: str, exact: str, expected: list[str]
) -> None:
    one, two = f"The blast in Bor wounded {vague} people.", f"The blast in Bor wounded {exact} people."
    assert relations(one, two) == expected


def test_a_figure_of_one_place_alone_is_a_floor_for_all_places() -> None:
    whole = "Strikes on villages near Bor killed 56 civilians on Saturday."
    part = (
        "Strikes on villages near Bor killed civilians on Saturday. Officials came. Trucks burned. "
        "The rebels said 160 civilians were killed in Tokhar alone."
    )
    assert relations(whole, part) == ["contradiction"]
    assert relations("Strikes on villages near Bor killed 300 civilians on Saturday.", part) == []


def test_a_report_that_has_both_figures_from_two_voices_does_not_silence_the_other() -> None:
    both = "The blast in Bor killed at least 100 people, the mayor said. A monitoring group in London counted 24 dead."
    assert "contradiction" in relations(both, "The blast in Bor killed at least 100 people, doctors said.")


def test_an_earlier_toll_of_the_same_report_silences_the_other() -> None:
    both = "The blast in Bor killed 18 people. An earlier toll had put the number of dead at 15."
    assert "contradiction" not in relations(both, "The blast in Bor killed 15 people.")


def test_one_group_beyond_all_people_is_a_contradiction() -> None:
    (found,) = findings("The fire in Bor killed 40 people.", "The fire in Bor killed 52 detainees.")
    assert found.relation == "contradiction"
    assert found.explanation.endswith("One group alone is more than all that the other counts.")
    assert any("One group alone" in step.text for step in found.steps)


def test_one_group_within_all_people_is_none() -> None:
    assert relations("The fire in Bor killed 40 people.", "The fire in Bor killed 12 detainees.") == []


def test_fighters_beyond_the_people_of_another_report_are_none() -> None:
    assert relations("The raid on Bor killed 15 people.", "The raid on Bor killed 27 fighters.") == []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "The raid on Bor killed 30 people.",
            "Three members of the security forces died in the raid on Bor.",
        ),
        ("The raid on Bor killed 30 people.", "Five of those hurt in the raid on Bor died later."),
        (
            "Some 43,000 people have fled Bor since Sunday.",
            "Some 520,000 people have fled Bor since March.",
        ),
    ],
)
def test_figures_of_others_and_of_other_periods_are_none(one: str, two: str) -> None:
    assert relations(one, two) == []


def test_the_one_shot_that_hit_is_not_all_that_were_fired() -> None:
    assert (
        relations("Police said a man fired six shots in Bor.", "One shot hit a girl in Bor, police said.")
        == []
    )


def test_an_approximate_figure_is_no_floor_of_its_lower_end() -> None:
    assert (
        relations("More than 200 people fled Bor on Friday.", "About 180 residents fled Bor on Friday.") == []
    )


def test_the_reader_is_told_whether_one_or_both_are_floors() -> None:
    (one,) = findings("At least 22 people fled Bor on Friday.", "Some 30 people fled Bor on Friday.")
    (both,) = findings("At least 22 people fled Bor on Friday.", "At least 28 people fled Bor on Friday.")
    assert "since one is only a floor" in one.explanation
    assert "since each is only a floor" in both.explanation


def test_bodies_beyond_the_dead_are_a_contradiction() -> None:
    documents = [
        Document("d0", "s", "The raid on Bor left 12 dead.", outlet="A", published="2023-05-13"),
        Document(
            "d1", "s", "After the raid on Bor 19 bodies were found.", outlet="B", published="2023-05-13"
        ),
    ]
    report = check_documents(documents, knowledge_of(load_rules([], None)))
    assert [finding.rule for finding in report.findings] == ["core/part-exceeds-whole"]

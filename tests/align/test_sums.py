"""Wholes that are added up from their parts, where another report states the whole."""

from __future__ import annotations

from claimcheck.engine.packs import load_rules
from claimcheck.model import Claim, Document, Report
from claimcheck.pipeline import check_documents, knowledge_of

KNOWLEDGE = knowledge_of(load_rules([], None))
PARTS = "The blast in the market killed 4 people and wounded 9 others, police said."


def report(*texts: str) -> Report:
    documents = [
        Document(f"d{number}", "market", text, outlet=f"O{number}") for number, text in enumerate(texts)
    ]
    return check_documents(documents, KNOWLEDGE)


def sums(*texts: str) -> list[Claim]:
    return [claim for claim in report(*texts).claims if claim.content.get("summed")]


def test_killed_and_wounded_are_added_where_another_report_counts_casualties() -> None:
    claim = sums(PARTS, "The blast in the market caused 20 casualties, the governor said.")[0]
    assert claim.quantity is not None
    assert (str(claim.quantity.value), claim.measure) == ("13", "casualties")
    assert claim.derived is not None
    assert claim.derived.steps == ("4 + 9 = 13",)


def test_the_words_of_a_sum_stand_at_its_offsets() -> None:
    claim = sums(PARTS, "The blast in the market caused 20 casualties, the governor said.")[0]
    assert claim.quantity is not None
    assert PARTS[claim.start : claim.end] == claim.quote
    assert PARTS[claim.quantity.start : claim.quantity.end] == claim.quantity.text == "4 people and wounded 9"


def test_nothing_is_added_where_nobody_states_the_whole() -> None:
    assert sums(PARTS, "The blast in the market killed 6 people, the governor said.") == []


def test_a_report_that_states_the_whole_needs_no_sum() -> None:
    both = PARTS + " The blast caused 13 casualties, police said."
    assert sums(both, "The blast in the market caused 20 casualties, the governor said.") == []


def test_one_floor_makes_the_sum_a_floor() -> None:
    text = "The blast in the market killed at least 4 people and wounded 9 others, police said."
    claim = sums(text, "The blast in the market caused 20 casualties, the governor said.")[0]
    assert claim.quantity is not None
    assert claim.quantity.qualifier == "at_least"
    assert claim.quantity.hard.high is None
    assert not any(
        f.relation == "contradiction"
        for f in report(text, "The blast in the market caused 20 casualties.").findings
    )

"""Pairs of passages and how b stands to a, each written for one rule."""

from __future__ import annotations

import pytest

from claimcheck.passages.answer import judge

CONTRADICTION = [
    ("The last tram leaves at 11:40 p.m.", "The last tram leaves at 11:55 p.m."),
    ("The forger is at large.", "The forger is in custody."),
    ("The warden did not open the gate to the crowd.", "The warden opened the gate."),
    ("A baker sold twelve loaves before noon.", "A baker sold nine loaves before noon."),
    ("The ferry takes 40 minutes to the island.", "The ferry takes less than 40 minutes to the island."),
    ("A tall boy waits near two lamps.", "A tall boy waits far away from two lamps."),
    ("She won the third race of the day.", "She won the 5th race of the day."),
    ("The cellar was dry in winter.", "The cellar was wet in winter."),
    ("A dark-eyed cat sleeps on the wall.", "A bright-eyed cat sleeps on the wall."),
    ("The guards can leave the tower.", "The guards cannot leave the tower."),
    (
        "On Friday the council of Arnheim approved the new bridge over the canal.",
        "The new bridge over the canal was rejected by the council of Arnheim.",
    ),
    ("Leda Marsh was born on 3 May 1951 in Tarn.", "Leda Marsh (born 13 May 1951) is a painter."),
    (
        "In 1894 work began, and in 1901 the Arden Theatre was built by two brothers.",
        "The Arden Theatre was built in 1907.",
    ),
    (
        "Unions say there is no doubt that the long delay in reaching agreement on wages hurts the port.",
        "The unions agree on wages.",
    ),
    ("Lia Stern, 30, spoke to reporters. She does not plan to leave Velm.", "Lia Stern plans to leave Velm."),
    ("Velm held male-only elections in May.", "Women can vote in Velm elections."),
    ("Visitors may enter Velm without a permit until June.", "A permit is compulsory for visitors to Velm."),
    (
        "Marsh Mills reported earnings of 4.2 million euros in the spring.",
        "Marsh Mills lost 4.2 million euros.",
    ),
    ("Support for the Orlo tablet no longer runs after May.", "Support for the Orlo tablet still runs."),
    (
        "Ms Reed left her job as deputy director of the zoo in May.",
        "Ms Reed lost her job as deputy director of the zoo.",
    ),
    ("The orchestra of Velm, which tours widely, has 60 players.", "The orchestra of Velm has 48 players."),
]
SUPPORTED = [
    ("A little girl eats a carrot.", "A tiny girl eats a vegetable."),
    ("The mill employs 8 women.", "The mill employs more than 5 women."),
    (
        "A power failure closed down the mill in Orlo for a day.",
        "The mill in Orlo was closed down by a power failure.",
    ),
    ("A dog sleeps on the couch.", "A dog sleeps on the sofa."),
    (
        "Eleven miners and six rescuers were killed in the collapse near Orlo.",
        "17 people were killed in a collapse near Orlo.",
    ),
    (
        "The company earned 1.845 billion dollars this year.",
        "The company earned 1.8 billion dollars this year.",
    ),
    (
        "Two of the four bridges were destroyed by the flood in Tarn on Sunday.",
        "The flood in Tarn destroyed two bridges, officials say.",
    ),
]
NOT_COMPARABLE = [
    (
        "Nine hikers were rescued from the gorge on Monday.",
        "Four hikers were injured in the gorge on Monday.",
    ),
    ("The guide was not happy with the tent.", "The guide was not sad with the tent."),
    ("The strike may begin in the port on Friday.", "The strike began in the port on Friday."),
    ("More than 30 monks live there.", "45 monks live there."),
    (
        "Peru raises its key rate for the first time in 4 years.",
        "Chile raises its key rate for the first time in 6 years.",
    ),
    ("The harbour was closed after the storm.", "A pianist from Lund gave three concerts."),
    ("Ten ships lay in the bay.", "Ten ships and a raft lay in the bay near Holm under guard."),
]


NO_CONFLICT = [
    ("Joe Lind no longer lives in Velm.", "Joe Lind still works in Velm."),
    ("The drug may cause headaches.", "The drug prevents malaria."),
    ("Velm held male-only elections in May.", "Women ran a shop in Orlo."),
]


@pytest.mark.parametrize(("a", "b"), NO_CONFLICT)
def test_what_may_both_hold_does_not_contradict(a: str, b: str) -> None:
    assert judge(a, b).relation != "contradiction"


@pytest.mark.parametrize(("a", "b"), CONTRADICTION)
def test_words_that_exclude_each_other_contradict(a: str, b: str) -> None:
    assert judge(a, b).relation == "contradiction"


@pytest.mark.parametrize(("a", "b"), SUPPORTED)
def test_weaker_or_reworded_statements_are_supported(a: str, b: str) -> None:
    assert judge(a, b).relation == "supported"


@pytest.mark.parametrize(("a", "b"), NOT_COMPARABLE)
def test_what_goes_beyond_a_is_not_comparable(a: str, b: str) -> None:
    assert judge(a, b).relation == "not_comparable"


def test_the_reason_names_both_words() -> None:
    verdict = judge("The inn has a green door and six rooms.", "The inn has a green door and ten rooms.")
    assert verdict.why == "a says “six”, b says “ten”"


def test_a_passage_says_what_it_says_itself() -> None:
    assert judge("Nine swans flew north.", "Nine swans flew north.").relation == "supported"


@pytest.mark.parametrize("empty", ["", " ", "?!"])
def test_an_empty_passage_claims_nothing(empty: str) -> None:
    assert judge("Nine swans flew north.", empty).relation == "not_comparable"

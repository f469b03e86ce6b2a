"""Relations of two persons or things: reversed, exclusive, or with two bearers where there is one."""

from __future__ import annotations

from itertools import combinations

import pytest

from claimcheck.lexicon.grammar import grammar
from claimcheck.lexicon.relations import relations
from claimcheck.lexicon.tables import english
from claimcheck.passages.answer import judge

CONTRADICTION = [
    ("Dr Halme replaced Ilves as head of the clinic.", "Ilves replaced Dr Halme as head of the clinic."),
    (
        "Mayor Tamm thanked his predecessor, the late Arvo Kask, for the tram line.",
        "Arvo Kask succeeded Tamm.",
    ),
    ("Velm Dairy is a subsidiary of the Danish group Norfood.", "Velm Dairy owns Norfood."),
    (
        "Ana Ruiz, the daughter of the painter Paco Ruiz, opened the show.",
        "Ana Ruiz is the mother of Paco Ruiz.",
    ),
    ("On Sunday Velm Rovers beat Tarn City in the final.", "Tarn City beat Velm Rovers in the final."),
    (
        "Liver damage can occur as a side effect of painkillers such as Dolorex or Paramin.",
        "Dolorex prevents liver damage.",
    ),
    ("The senator announced his fight against the new harbour.", "The senator supports the new harbour."),
    ("Mona Reed, wife of the former envoy Karl Reed, runs the shop.", "Karl Reed is Mona Reed's ex-husband."),
    ("The van belonged to Otto Berg, 44, an acquaintance of Ida Falk.", "Berg is a cousin of Falk."),
    ("Ines was born in Lund. Her father, Axel Dahl, was a tailor.", "Ines's father was Nils Brandt."),
    ("Mara Voss did not succeed Jon Pell as coach.", "Mara Voss succeeded Jon Pell as coach."),
]
SILENT = [
    ("Ilves, the successor of Dr Halme, praised his predecessor.", "Ilves succeeded Dr Halme."),
    ("Norfood is the parent company of Velm Dairy.", "Velm Dairy is a subsidiary of Norfood."),
    ("Lena supports Max. Max backs Lena.", "Max supports Lena."),
    ("Otto Berg is a friend of Ida Falk.", "Berg is a cousin of Falk."),
    ("Her father, Axel Dahl, was a tailor.", "Nils's father was Jon Brandt."),
    (
        "Tarn City beat Velm Rovers in May and Velm Rovers beat Tarn City in June.",
        "Tarn City beat Velm Rovers.",
    ),
    ("Orlo Steel bought the mill from Tarn Iron.", "Tarn Iron sold the mill to Orlo Steel."),
    ("The drug may cause headaches.", "The drug prevents malaria."),
    ("Ines is the sister of Mona.", "Mona is the sister of Ines."),
]


@pytest.mark.parametrize(("a", "b"), CONTRADICTION)
def test_relations_that_leave_no_room_for_each_other_contradict(a: str, b: str) -> None:
    assert judge(a, b).relation == "contradiction"


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_relations_that_can_both_hold_do_not_contradict(a: str, b: str) -> None:
    assert judge(a, b).relation != "contradiction"


@pytest.mark.parametrize(("word", "told"), sorted(relations().nouns.items()))
def test_every_noun_of_a_relation_excludes_what_the_lexicon_says(word: str, told: tuple[str, bool]) -> None:
    name, _ = told
    sentence = f"Ada Byte is the {word} of Lee Marsh."
    if name in relations().one_way:
        reverse = judge(sentence, f"Lee Marsh is the {word} of Ada Byte.")
        assert "the other way round" in reverse.why, reverse
    denied = judge(sentence, f"Ada Byte is not the {word} of Lee Marsh.")
    assert denied.relation == "contradiction"


@pytest.mark.parametrize(("word", "told"), sorted(relations().verbs.items()))
def test_every_verb_of_a_relation_is_read(word: str, told: tuple[str, bool]) -> None:
    name, _ = told
    rivals = {other for pair in relations().exclusive if name in pair for other in pair - {name}}
    rival = next((verb for verb, (other, _) in sorted(relations().verbs.items()) if other in rivals), None)
    if name in relations().one_way:
        verdict = judge(f"Velm Rovers {_past(word)} Tarn City.", f"Tarn City {_past(word)} Velm Rovers.")
    else:
        assert rival is not None, f"nothing excludes {name}"
        verdict = judge(f"Dolorex {_past(word)} gout in many patients.", f"Dolorex {_past(rival)} gout.")
    assert verdict.relation == "contradiction", verdict


def _past(phrase: str) -> str:
    first, *rest = phrase.split()
    forms = [form for form, verb in grammar().verbs.items() if verb.base == first and "past" in verb.forms]
    return " ".join([*forms[:1], *rest])


@pytest.mark.parametrize("group", english("relations")["exclusive"])
def test_exclusive_relations_are_relations(group: list[str]) -> None:
    assert set(group) <= set(english("relations")["relations"])
    assert all(relations().exclude(one, two) for one, two in combinations(group, 2))

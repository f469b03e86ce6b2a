"""Every entry of opposites.yml does in a sentence what it is listed for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, zip_longest

import pytest

from claimcheck.lexicon.grammar import grammar
from claimcheck.lexicon.senses import base_form, senses
from claimcheck.lexicon.tables import english
from claimcheck.passages.answer import judge
from claimcheck.passages.dates import dated
from claimcheck.passages.words import read_words
from claimcheck.text.sentences import split_sentences

TABLE = english("opposites")
FRAMES = (
    "The {} boat lay in Orlo on Friday.",
    "The boat in Orlo was {} on Friday.",
    "The crew {} the boat in Orlo on Friday.",
    "The boat lay {} the old pier in Orlo.",
    "A {} sat in Orlo on Friday.",
    "The crew were {} in Orlo on Friday.",
    "In Orlo the crew {} on Friday.",
    "The {} of the boat in Orlo was long.",
    "{} children sat in Orlo on Friday.",
    "The crew {} go to Orlo on Friday.",
    "{} sat in Orlo on Friday.",
)


def _poles() -> Iterator[tuple[str, str]]:
    """Every word of every pole once, beside one of the other pole."""
    for left, right in TABLE["poles"]:
        yield from zip_longest(
            map(str, left), map(str, right), fillvalue=str((left if len(left) < len(right) else right)[0])
        )


def _forms(word: str) -> set[str]:
    """A word as it stands, and in the past where it begins with a verb."""
    first, _, rest = word.partition(" ")
    past = {form for form, verb in grammar().verbs.items() if verb.base == first and "past" in verb.forms}
    return {word, *(f"{form} {rest}".strip() for form in past)}


@pytest.mark.parametrize(("one", "two"), sorted(set(_poles())))
def test_words_of_two_poles_contradict_in_a_sentence(one: str, two: str) -> None:
    pairs = [
        (frame.format(a), frame.format(b))
        for frame in FRAMES
        for a in sorted(_forms(one))
        for b in sorted(_forms(two))
    ]
    assert any(judge(a, b).relation == "contradiction" for a, b in pairs)


@pytest.mark.parametrize("pole", TABLE["poles"])
def test_every_word_of_a_pole_is_the_opposite_of_every_word_of_the_other(pole: list[list[str]]) -> None:
    left, right = ([base_form(str(word)) for word in side] for side in pole)
    wrong = [(a, b) for a in left for b in right if senses().sense(a, b) != "opposite"]
    assert not wrong


@pytest.mark.parametrize("name", TABLE["alternatives"])
def test_only_one_of_the_alternatives_holds(name: str) -> None:
    for one, two in combinations(map(str, TABLE["alternatives"][name]), 2):
        assert senses().sense(base_form(one), base_form(two)) in ("alternative", "opposite"), (one, two)
        verdict = judge(f"The {one} is in Orlo near two ships.", f"The {two} is in Orlo near two ships.")
        assert verdict.relation == "contradiction", (one, two)


@pytest.mark.parametrize("name", TABLE["once"])
def test_every_word_of_what_happens_once_takes_a_date(name: str) -> None:
    for word in map(str, TABLE["once"][name]):
        frames = (
            "Orlo {} Velm on 4 May 1950.",
            "Velm, {} on 4 May 1950.",
            "The {} of Velm was on 4 May 1950.",
        )
        sentences = [frame.format(form) for frame in frames for form in sorted(_forms(word))]
        assert any(name in dated(read_words(split_sentences(text))) for text in sentences), word


@pytest.mark.parametrize("word", TABLE["ordinals"][1:])
def test_every_ordinal_excludes_the_first(word: str) -> None:
    assert (
        judge("Lee won the first race in Orlo.", f"Lee won the {word} race in Orlo.").relation
        == "contradiction"
    )


@pytest.mark.parametrize(
    ("prefix", "word"),
    [
        ("un", "happy"),
        ("in", "visible"),
        ("im", "possible"),
        ("il", "legal"),
        ("ir", "regular"),
        ("dis", "honest"),
        ("non", "fatal"),
        ("non-", "lethal"),
    ],
)
def test_every_prefix_of_denial_turns_a_word(prefix: str, word: str) -> None:
    assert prefix in TABLE["prefixes"]
    assert (
        judge(f"The blow in Orlo was {word}.", f"The blow in Orlo was {prefix}{word}.").relation
        == "contradiction"
    )


@pytest.mark.parametrize("word", TABLE["withheld"])
def test_every_word_that_holds_a_deed_back_denies_it(word: str) -> None:
    link = "were unable to agree" if word == "unable" else f"spoke of the {word} of an agreement"
    told = f"The unions in Velm {link} on wages."
    assert judge(told, "The unions in Velm agree on wages.").relation == "contradiction"


@pytest.mark.parametrize("word", TABLE["demanded"])
def test_everything_demanded_contradicts_doing_without(word: str) -> None:
    told = "Visitors from Orlo may enter Velm without a permit until June."
    assert judge(told, f"A permit is {word} for visitors to Velm.").relation == "contradiction"


@pytest.mark.parametrize("word", TABLE["superlatives"])
def test_every_superlative_is_a_rank(word: str) -> None:
    verdict = judge(
        f"The Dalm, once blue, is the {word} river in Velm.", f"The Dalm is the second {word} river in Velm."
    )
    assert verdict.relation == "contradiction"


@pytest.mark.parametrize("word", TABLE["lasting"])
def test_no_use_lies_before_the_making(word: str) -> None:
    verb = "did" if word == "operate" else "was"
    told = f"The Arden Mill, now a school, {verb} {word} from 1899 to 1946."
    assert judge("The Arden Mill was built in 1920.", told).relation == "contradiction"


@pytest.mark.parametrize("wording", TABLE["journeys"]["from"])
def test_who_leaves_a_place_does_not_reach_it_that_day(wording: str) -> None:
    for form in sorted(_forms(wording) - {wording}):
        verdict = judge(
            "On 4 May, after a storm, the Fortuna reached Velm.", f"The Fortuna {form} Velm on 4 May."
        )
        assert verdict.relation == "contradiction", form


@pytest.mark.parametrize("wording", TABLE["journeys"]["towards"])
def test_who_goes_to_a_place_does_not_leave_it_that_day(wording: str) -> None:
    for form in sorted(_forms(wording) - {wording}):
        verdict = judge("The Fortuna, then new, left Velm on 4 May.", f"The Fortuna {form} Velm on 4 May.")
        assert verdict.relation == "contradiction", form

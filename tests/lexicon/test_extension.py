"""Packs add to the entries of the packs they use."""

from __future__ import annotations

from claimcheck.lexicon.domain import merge
from claimcheck.lexicon.extension import in_order_of_use
from claimcheck.lexicon.forms import LexiconForm


def lexicon(**entries: object) -> LexiconForm:
    return LexiconForm.model_validate({"kind": "lexicon", **entries})


CORE = lexicon(
    measures={
        "deaths": {"label": "people killed", "trend": "rising", "heads": ["dead"], "undergone": ["kill"]}
    },
    occurrences={"body_found": {"evidence": ["deaths"], "patterns": ["find ... body"]}},
    opposites={"manner": {"chaotic": {"words": ["chaos"], "evidence": ["casualties"]}}},
    progress={"begun": {"share": "0.1", "verbs": ["begin"]}},
    events={"attack": {"nouns": ["blast"]}},
)


def test_a_word_added_to_a_measure_leaves_all_else_as_it_is() -> None:
    domain = merge([CORE, lexicon(measures={"deaths": {"undergone": ["behead"]}})])
    assert domain.undergone == {"kill": ("deaths",), "behead": ("deaths",)}
    assert (domain.measures["deaths"].label, domain.measures["deaths"].trend) == ("people killed", "rising")


def test_what_a_later_pack_states_takes_the_place_of_the_earlier() -> None:
    domain = merge([CORE, lexicon(measures={"deaths": {"label": "people who died"}})])
    assert domain.measures["deaths"].label == "people who died"
    assert domain.heads == {"dead": ("deaths",)}


def test_an_entry_without_a_label_is_called_by_its_name() -> None:
    domain = merge([CORE, lexicon(measures={"shots_fired": {"undergone": ["fire"]}})])
    assert domain.label("shots_fired") == "shots fired"
    assert domain.occurrences["body_found"].label == "body found"


def test_evidence_poles_steps_and_events_add_up() -> None:
    more = lexicon(
        occurrences={"body_found": {"evidence": ["losses"]}},
        opposites={"manner": {"chaotic": {"words": ["rout"], "evidence": ["losses"]}}},
        progress={"begun": {"verbs": ["launch"]}},
        events={"attack": {"nouns": ["airstrike"]}},
    )
    domain = merge([CORE, more])
    assert domain.occurrences["body_found"].evidence == ["deaths", "losses"]
    assert domain.occurrences["body_found"].patterns == ["find ... body"]
    assert domain.opposites["manner"]["chaotic"].words == ["chaos", "rout"]
    assert (domain.progress["begun"].share, domain.progress["begun"].verbs) == ("0.1", ["begin", "launch"])
    assert domain.event_nouns == {"blast": "attack", "airstrike": "attack"}


def test_a_measure_of_the_used_pack_comes_first_where_a_word_means_two() -> None:
    domain = merge([CORE, lexicon(measures={"victims": {"undergone": ["kill"]}})])
    assert domain.undergone["kill"] == ("deaths", "victims")


def test_packs_that_use_each_other_are_still_put_in_an_order() -> None:
    assert in_order_of_use({"a": ["b"], "b": ["a"], "c": ["missing"]}) == ["b", "a", "c"]


def test_an_outlet_is_known_by_all_of_its_names_and_belongs_to_its_house() -> None:
    domain = merge(
        [
            lexicon(outlets={"Gazette": {"names": ["The Gazette"], "family": "Harrow Media"}}),
            lexicon(outlets={"Gazette": {"names": ["gazette.example"]}, "Norpress": {"agency": True}}),
        ]
    )
    known = domain.outlet("the gazette")
    assert known is not None
    assert (known.name, known.house, known.agency) == ("Gazette", "Harrow Media", False)
    assert domain.outlet("GAZETTE.example") == known
    agency = domain.outlet("Norpress")
    assert agency is not None
    assert (agency.house, agency.agency) == ("Norpress", True)
    assert domain.outlet("Herald") is None
    assert domain.outlet(None) is None


def test_a_part_of_a_part_leads_to_the_outermost_whole_and_a_circle_ends() -> None:
    domain = merge(
        [lexicon(measures={"a": {"part_of": "b"}, "b": {"part_of": "c"}, "c": {}, "d": {"part_of": "d"}})]
    )
    assert [domain.outermost(name) for name in "abcd"] == ["c", "c", "c", "d"]

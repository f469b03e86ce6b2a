"""What the classes of the model answer by themselves."""

from __future__ import annotations

import dataclasses

import pytest
from builders import claim, document, quantity, report, speaker

import claimcheck.model
from claimcheck.model import Span


def test_a_claim_without_a_speaker_is_the_outlets_own_voice() -> None:
    assert claim().speaker is None


def test_the_speaker_of_a_claim_is_the_one_nearest_its_words() -> None:
    chain = (speaker("Ukraine's intelligence"), speaker("The Guardian", cue="reported"))
    nearest = claim(attribution=chain).speaker
    assert nearest is not None
    assert nearest.name == "Ukraine's intelligence"


def test_a_document_without_a_title_has_an_empty_one() -> None:
    assert document().field("title") == ""
    assert document(title="Twelve dead").field("title") == "Twelve dead"


def test_spans_that_only_touch_do_not_overlap() -> None:
    assert not Span(0, 5).overlaps(Span(5, 9))
    assert Span(0, 6).overlaps(Span(5, 9))
    assert Span(0, 9).holds(Span(5, 9))
    assert not Span(5, 9).holds(Span(0, 9))


def test_a_span_cuts_code_points() -> None:
    assert Span(0, 2).of("🚢é cut") == "🚢é"


@pytest.mark.parametrize("thing", [claim(), document(), quantity(), report()])
def test_nothing_in_the_model_can_be_changed(thing: object) -> None:
    name = dataclasses.fields(thing)[0].name  # type: ignore[arg-type]
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(thing, name, "other")


def test_every_public_name_of_the_model_exists() -> None:
    assert [name for name in claimcheck.model.__all__ if not hasattr(claimcheck.model, name)] == []

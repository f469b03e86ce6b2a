"""Whose planes a report says struck."""

from __future__ import annotations

import pytest

from claimcheck.extract.particulars.doers import find_doers
from claimcheck.text.sentences import split_sentences


def read(text: str) -> list[str]:
    return [mention.told for mention in find_doers(split_sentences(text)[0])]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Russian or Syrian warplanes struck the market.", "russia or syria"),
        ("Either Kenyan or Ethiopian jets bombed the camp.", "ethiopia or kenya"),
        ("Warplanes, either Russian or Syrian, carried out six strikes.", "russia or syria"),
        ("Turkish and Syrian planes hit the road.", "syria and turkey"),
        ("Six people died in Russian Syrian airstrikes near the school.", "russia and syria"),
        ("An air strike by Turkish jets killed six people.", "turkey"),
        ("The raid was carried out by jets believed to be Turkish.", "turkey, suspected"),
        ("At least six air raids by suspected Russian jets hit the village.", "russia, suspected"),
    ],
)
def test_the_owners_of_the_planes_are_read(text: str, told: str) -> None:
    assert told in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "Russian and Turkish diplomats met in Geneva.",
        "The minister praised Turkish jets at the air show.",
        "Government warplanes struck the market.",
        "The strike by Turkish miners went on.",
        "Two Russian and two Ukrainian jets were shot down over the river.",
        "Turkish planes were hit on the ground.",
    ],
)
def test_nobody_is_said_to_have_struck(text: str) -> None:
    assert read(text) == []

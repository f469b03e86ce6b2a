"""The floors that reading has reached on the reports in seeds/, each figure labelled by hand in their reading.yml.

A figure is right with its value and qualifier; speaker and days are judged on the figures that are right.
A floor is what was reached when it was last raised: falling below it fails, and what lies well above it is raised.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from claimcheck.engine.packs import load_rules
from claimcheck.ingest import read_documents
from claimcheck.model import Claim, Quantity
from claimcheck.pipeline import claims_of, knowledge_of
from claimcheck.resources import parse

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
STORIES = sorted(path.parent.name for path in SEEDS.glob("*/reading.yml"))
THIRDS = Decimal("0.0001")
KEYS = {"words", "value", "qualifier", "speaker", "time"}

Gold = Mapping[str, Any]


@dataclass(frozen=True)
class Figure:
    """A labelled figure, where it stands, and the claim that was read there with its value and qualifier."""

    story: str
    gold: Gold
    claim: Claim | None


@cache
def _labels(story: str) -> Mapping[str, Sequence[Gold]]:
    file = SEEDS / story / "reading.yml"
    parsed, problems = parse(file.read_text(encoding="utf-8"), str(file))
    assert parsed is not None and not problems, problems
    assert isinstance(parsed.data, dict) and parsed.data["kind"] == "reading"
    return {str(name): entries for name, entries in parsed.data["documents"].items()}


@cache
def _read(story: str) -> tuple[tuple[Figure, ...], tuple[Claim, ...]]:
    """The labelled figures of a story with their claims, and the claims that no label calls for."""
    documents = read_documents([str(SEEDS / story)]).documents
    names = {document.id: Path(document.path or "").name for document in documents}
    assert sorted(names.values()) == sorted(_labels(story))
    claims = [
        claim
        for claim in claims_of(documents, knowledge_of(load_rules([], None)))
        if claim.quantity is not None and claim.derived is None
    ]
    texts = {names[document.id]: document.text for document in documents}
    figures, used = [], set()
    for name, entries in _labels(story).items():
        for gold in entries:
            assert set(gold) <= KEYS
            assert texts[name].count(gold["words"]) == 1, f"{name}: {gold['words']}"
            start = texts[name].index(gold["words"])
            end = start + len(gold["words"])
            hit = next(
                (
                    claim
                    for claim in claims
                    if names[claim.document] == name
                    and claim.id not in used
                    and claim.quantity is not None
                    and claim.quantity.start < end
                    and start < claim.quantity.end
                    and _is(claim.quantity, gold)
                ),
                None,
            )
            used.update([hit.id] if hit is not None else [])
            figures.append(Figure(f"{story}/{name}", gold, hit))
    return tuple(figures), tuple(claim for claim in claims if claim.id not in used)


def _is(quantity: Quantity, gold: Gold) -> bool:
    return quantity.qualifier == gold["qualifier"] and _same(quantity.value, gold["value"])


def _same(found: Any, wanted: Any) -> bool:
    if found is None or wanted is None:
        return found is None and wanted is None
    if isinstance(found, tuple) or isinstance(wanted, list):
        return isinstance(found, tuple) and isinstance(wanted, list) and all(map(_same, found, wanted))
    exact = Fraction(wanted)
    return bool(abs(found - Decimal(exact.numerator) / Decimal(exact.denominator)) < THIRDS)


def _figures() -> Iterator[Figure]:
    for story in STORIES:
        yield from _read(story)[0]


def _speaker_is_right(figure: Figure) -> bool:
    """The nearest speaker is the one of the label, or has it in its name; `own` is nobody."""
    assert figure.claim is not None
    links, wanted = figure.claim.attribution, figure.gold["speaker"]
    return not links if wanted == "own" else bool(links) and wanted.lower() in _told(figure.claim).lower()


def _told(claim: Claim) -> str:
    """What names the nearest speaker: the name it is led back to, and its own sentence part."""
    return claim.attribution[0].name if claim.attribution else "own"


def _days(claim: Claim) -> str:
    time = claim.time
    if time is None:
        return "none"
    return f"{(time.start or '')[:10]}..{(time.end or '')[:10]}"


def _share(right: Sequence[bool]) -> float:
    return sum(right) / len(right)


def test_every_story_is_labelled() -> None:
    assert sorted(path.parent.name for path in SEEDS.glob("*/expected.yml")) == STORIES


FLOORS = {
    "figures found": 0.99,
    "figures right": 0.98,
    "speakers": 0.98,
    "times found": 0.99,
    "times right": 0.99,
}


def _measured() -> dict[str, tuple[float, list[str]]]:
    """Each share that has a floor, with what is wrong."""
    figures = list(_figures())
    extra = [claim for story in STORIES for claim in _read(story)[1]]
    read = [figure for figure in figures if figure.claim is not None]
    missed = [f"{figure.story}: {figure.gold['words']}" for figure in figures if figure.claim is None]
    surplus = [f"{claim.quantity.text} in: {claim.sentence[:80]}" for claim in extra if claim.quantity]
    spoken = [figure for figure in read if "speaker" in figure.gold]
    wrong = [
        f"{figure.story}: {figure.gold['words']}: {_told(figure.claim)}, not {figure.gold['speaker']}"
        for figure in spoken
        if figure.claim is not None and not _speaker_is_right(figure)
    ]
    dated = [figure for figure in read if "time" in figure.gold]
    mistaken = [
        f"{figure.story}: {figure.gold['words']}: {_days(figure.claim)}, not {figure.gold['time']}"
        for figure in dated
        if figure.claim is not None and _days(figure.claim) != figure.gold["time"]
    ]
    stated = [figure for figure in dated if figure.gold["time"] != "none"]
    told = [figure for figure in dated if figure.claim is not None and figure.claim.time is not None]
    right = sum(_days(figure.claim) == figure.gold["time"] for figure in stated if figure.claim is not None)
    return {
        "figures found": (len(read) / len(figures), missed),
        "figures right": (len(read) / (len(read) + len(extra)), surplus),
        "speakers": (1 - len(wrong) / len(spoken), wrong),
        "times found": (right / len(stated), mistaken),
        "times right": (right / len(told), mistaken),
    }


@pytest.mark.parametrize("share", sorted(FLOORS))
def test_reading_does_not_fall_below_the_floor_it_has_reached(share: str) -> None:
    reached, wrong = _measured()[share]
    assert reached >= FLOORS[share], f"{share}: {reached:.3f}\n" + "\n".join(wrong)
    assert reached < FLOORS[share] + 0.02 or reached == 1, f"{share} is at {reached:.3f}: raise its floor"

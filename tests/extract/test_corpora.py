"""Every wording of the corpora beside the extractors, through the real extractor.

A corpus says a value first, then the wordings that mean it; `near_misses` look alike and do not.
`known_gaps` has the same form: each wording there must still fail, or belongs among the entries.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from claimcheck.extract.assemble import extract_claims
from claimcheck.extract.times.find import find_times
from claimcheck.model import Attribution, Claim, Document, TimeReference
from claimcheck.resources import parse
from claimcheck.text.sentences import split_sentences

FOLDER = Path(__file__).resolve().parents[2] / "claimcheck" / "extract"
KEYS = {
    "quantities": frozenset(
        {"value", "qualifier", "unit", "noun", "change", "currency", "period", "basis", "low", "high"}
    ),
    "times": frozenset({"start", "end", "bound"}),
    "attribution": frozenset({"value", "speakers", "names", "polarity", "cue"}),
}
FEWEST_WORDINGS = 3
THIRDS = Decimal("0.0001")

Expected = Mapping[str, Any]


@dataclass(frozen=True)
class Case:
    """A wording, what a careful reader takes from it, and why it fails today (None: it must pass)."""

    corpus: str
    text: str
    expect: Sequence[Expected]
    why: str | None = None

    @property
    def id(self) -> str:
        return f"{self.corpus}::{_title(self.corpus, self.expect)}::{' '.join(self.text.split())[:70]}"


@cache
def _corpus(name: str) -> Any:
    path = FOLDER / name / "corpus.yml"
    parsed, problems = parse(path.read_text(encoding="utf-8"), str(path))
    assert parsed is not None and not problems, problems
    return parsed.data


def _title(corpus: str, expect: Sequence[Expected]) -> str:
    key = {"quantities": "value", "times": "start"}.get(corpus, "speakers")
    return "+".join(_plain(item.get(key)) for item in expect) or "near miss"


def _plain(value: object) -> str:
    return "<".join(map(str, value)) if isinstance(value, list) else "vague" if value is None else str(value)


def _cases(name: str) -> list[Case]:
    data = _corpus(name)
    near: list[Expected] = [{"speakers": "none"}] if name == "attribution" else []
    cases = [Case(name, text, entry["expect"]) for entry in data["entries"] for text in entry["wordings"]]
    cases += [Case(name, text, near) for text in data["near_misses"]]
    cases += [
        Case(name, text, entry["expect"], entry["why"])
        for entry in data["known_gaps"]
        for text in entry["wordings"]
    ]
    return cases


def _parameters(name: str) -> list[Any]:
    return [
        pytest.param(
            case,
            id=case.id,
            marks=[pytest.mark.xfail(reason=case.why, strict=True, raises=AssertionError)]
            if case.why
            else [],
        )
        for case in _cases(name)
    ]


def _figures(text: str) -> list[Claim]:
    claims = extract_claims(Document("corpus", "corpus", text))
    kept = [claim for claim in claims if claim.quantity is not None and claim.derived is None]
    return sorted(kept, key=lambda claim: claim.quantity.start if claim.quantity else 0)


@pytest.mark.parametrize("case", _parameters("quantities"))
def test_figures_are_read_as_a_careful_reader_reads_them(case: Case) -> None:
    figures = _figures(case.text)
    read = [claim.quantity.text for claim in figures if claim.quantity]
    assert len(figures) == len(case.expect), f"read {read} in: {case.text}"
    for claim, item in zip(figures, case.expect, strict=True):
        assert claim.quantity is not None
        for key, wanted in item.items():
            found = _found(claim, key)
            told = f"{key} of {claim.quantity.text!r} is {found!r}, not {wanted!r}: {case.text}"
            if key in ("value", "low", "high"):
                assert _same_number(found, wanted), told
            else:
                assert found == wanted, told


def _found(claim: Claim, key: str) -> Any:
    quantity = claim.quantity
    assert quantity is not None
    if key in ("low", "high"):
        return quantity.hard.low if key == "low" else quantity.hard.high
    return getattr(quantity, key)


def _same_number(found: Any, wanted: Any) -> bool:
    if found is None or wanted is None:
        return found is None and wanted is None
    if isinstance(found, tuple) or isinstance(wanted, list):
        return (
            isinstance(found, tuple)
            and isinstance(wanted, list)
            and all(_same_number(left, right) for left, right in zip(found, wanted, strict=True))
        )
    return bool(abs(found - Decimal(wanted)) < THIRDS)


@pytest.mark.parametrize("case", _parameters("times"))
def test_times_are_read_against_the_day_of_the_report(case: Case) -> None:
    today = date.fromisoformat(_corpus("times")["today"])
    named = None
    found: list[TimeReference] = []
    for sentence in split_sentences(case.text):
        mentions = find_times(sentence, today, named)
        named = next((mention.days for mention in reversed(mentions) if mention.days), named)
        found += [mention.reference(case.text, sentence) for mention in mentions]
    told = [f"{time.text}: {time.bound} {time.start}..{time.end}" for time in found]
    assert len(found) == len(case.expect), f"read {told} in: {case.text}"
    for time, item in zip(found, case.expect, strict=True):
        assert time.start == _moment(item["start"], "00:00"), f"read {told} in: {case.text}"
        assert time.end == _moment(item["end"], "23:59"), f"read {told} in: {case.text}"
        assert time.bound == item.get("bound", time.bound), f"read {told} in: {case.text}"


def _moment(day: str | None, clock: str) -> str | None:
    """The instant that a corpus means: a whole day begins at midnight and ends a minute before."""
    return None if day is None else f"{day}Z" if "T" in day else f"{day}T{clock}Z"


@pytest.mark.parametrize("case", _parameters("attribution"))
def test_figures_belong_to_those_who_are_said_to_say_them(case: Case) -> None:
    figures = _figures(case.text)
    assert figures, f"read no figure in: {case.text}"
    for item in case.expect:
        meant = [claim for claim in figures if "value" not in item or _is(claim, item["value"])]
        assert meant, f"read no figure {item['value']} in: {case.text}"
        for claim in meant:
            speakers = [] if item["speakers"] == "none" else item["speakers"]
            found = [_literal(case.text, link) for link in claim.attribution]
            said = claim.quantity.text if claim.quantity else ""
            told = f"speakers of {said!r} are {found}, not {speakers}: {case.text}"
            assert [_bare(name) for name in found] == [_bare(name) for name in speakers], told
            names = [link.name for link in claim.attribution]
            wanted = item.get("names", names)
            told = f"names behind {found} are {names}, not {wanted}: {case.text}"
            assert [_bare(name) for name in names] == [_bare(name) for name in wanted], told
            cues = [link.cue for link in claim.attribution]
            assert cues[:1] == ([item["cue"]] if "cue" in item else cues[:1]), f"cues are {cues}: {case.text}"
            assert claim.polarity == item.get("polarity", claim.polarity), f"{claim.polarity}: {case.text}"


def _is(claim: Claim, value: str) -> bool:
    return claim.quantity is not None and _same_number(claim.quantity.value, value)


def _literal(text: str, link: Attribution) -> str:
    """The words at the offsets of a link; that they are the right ones is tested thereby."""
    return text[link.start : link.end]


def _bare(name: str) -> str:
    """A name without its article and capitals: whether these belong to it is not the corpus's business."""
    words = name.lower().split()
    return " ".join(words[1:] if words[:1] and words[0] in ("the", "a", "an") else words)


@pytest.mark.parametrize("name", sorted(KEYS))
def test_each_value_has_three_wordings_and_only_known_keys(name: str) -> None:
    data = _corpus(name)
    assert set(data) - {"today"} == {"kind", "entries", "near_misses", "known_gaps"}
    assert data["kind"] == "corpus"
    wordings: dict[str, list[str]] = defaultdict(list)
    for entry in [*data["entries"], *data["known_gaps"]]:
        assert set(entry) - {"why"} == {"expect", "wordings"}
        assert all(set(item) <= KEYS[name] for item in entry["expect"]), entry["expect"]
        wordings[str(entry["expect"])] += entry["wordings"]
    near = ("[]", "[{'speakers': 'none'}]")
    few = [expect for expect, texts in wordings.items() if len(texts) < FEWEST_WORDINGS]
    assert [expect for expect in few if expect not in near] == []


@pytest.mark.parametrize("name", sorted(KEYS))
def test_no_wording_stands_twice(name: str) -> None:
    texts = [case.text for case in _cases(name)]
    assert sorted({text for text in texts if texts.count(text) > 1}) == []

"""Each story in seeds/ is held to its expected.yml: what must be found in it, and what must not be flagged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from claimcheck.engine.packs import load_rules
from claimcheck.ingest import read_documents
from claimcheck.model import Finding, Report
from claimcheck.pipeline import check_documents, knowledge_of
from claimcheck.resources import parse

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
STORIES = sorted(path.parent.name for path in SEEDS.glob("*/expected.yml"))
ENTRY_KEYS = {"relation", "rule", "left", "right", "why"}

Entry = Mapping[str, str]


@cache
def expected(story: str) -> Mapping[str, Any]:
    """What stands in the expected.yml of a story."""
    file = SEEDS / story / "expected.yml"
    parsed, problems = parse(file.read_text(encoding="utf-8"), f"seeds/{story}/expected.yml")
    assert parsed is not None, problems
    assert isinstance(parsed.data, dict)
    return parsed.data


@cache
def report_on(story: str) -> Report:
    return check_documents(read_documents([str(SEEDS / story)]).documents, knowledge_of(load_rules([], None)))


def folded(text: str) -> str:
    return " ".join(text.split())


def between(story: str, left: str, right: str) -> Iterator[Finding]:
    """The findings of which one claim holds the left words and another one the right words."""
    report = report_on(story)
    quotes = {claim.id: folded(claim.quote) for claim in report.claims}
    for finding in report.findings:
        own = [quotes[name] for name in finding.claims]
        if any(
            left in one and right in two
            for number, one in enumerate(own)
            for other, two in enumerate(own)
            if number != other
        ):
            yield finding


def entries(section: str) -> list[Any]:
    return [
        pytest.param(story, entry, id=f"{story}: {entry['left'][:40]} / {entry['right'][:40]}")
        for story in STORIES
        for entry in expected(story).get(section) or ()
    ]


def found(story: str, entry: Entry) -> bool:
    return any(
        finding.relation == entry["relation"] and finding.rule == entry["rule"]
        for finding in between(story, entry["left"], entry["right"])
    )


def test_every_story_says_what_is_expected_of_it() -> None:
    assert sorted(path.name for path in SEEDS.iterdir() if path.is_dir()) == STORIES


@pytest.mark.parametrize("story", STORIES)
def test_the_file_of_expectations_names_its_story(story: str) -> None:
    assert expected(story)["story"] == story
    assert set(expected(story)) <= {"story", "findings", "silent", "known_gaps", "no_contradiction"}


@pytest.mark.parametrize(
    ("story", "entry"), [*entries("findings"), *entries("silent"), *entries("known_gaps")]
)
def test_the_words_of_an_expectation_stand_in_the_reports(story: str, entry: Entry) -> None:
    assert set(entry) <= ENTRY_KEYS
    texts = [folded(document.text) for document in report_on(story).documents]
    for words in (entry["left"], entry["right"]):
        assert any(words in text for text in texts), words


@pytest.mark.parametrize(("story", "entry"), entries("findings"))
def test_the_finding_is_made(story: str, entry: Entry) -> None:
    told = [(finding.relation, finding.rule) for finding in between(story, entry["left"], entry["right"])]
    assert found(story, entry), f"expected {entry['relation']} by {entry['rule']}, found {told}"


@pytest.mark.parametrize(("story", "entry"), entries("silent"))
def test_a_look_alike_is_not_called_a_contradiction(story: str, entry: Entry) -> None:
    flagged = [
        finding.rule
        for finding in between(story, entry["left"], entry["right"])
        if finding.relation == "contradiction"
    ]
    assert flagged == [], entry["why"]


def _is_reached(story: str, entry: Entry) -> bool:
    """Whether a gap is closed: its finding is made or, for one without a rule, its false alarm gone."""
    if "rule" in entry:
        return found(story, entry)
    return not any(
        finding.relation == "contradiction" for finding in between(story, entry["left"], entry["right"])
    )


@pytest.mark.parametrize(("story", "entry"), entries("known_gaps"))
@pytest.mark.xfail(
    strict=True, reason="a known gap; where it is closed, move the entry to findings or silent"
)
def test_a_known_gap_is_closed(story: str, entry: Entry) -> None:
    assert _is_reached(story, entry), entry["why"]


@pytest.mark.parametrize("story", [name for name in STORIES if expected(name).get("no_contradiction")])
def test_a_story_without_a_contradiction_has_none(story: str) -> None:
    flagged = [
        finding.explanation for finding in report_on(story).findings if finding.relation == "contradiction"
    ]
    assert flagged == []


@pytest.mark.parametrize("story", STORIES)
def test_no_contradiction_is_found_that_nobody_expects(story: str) -> None:
    told = [*(expected(story).get("findings") or ()), *(expected(story).get("known_gaps") or ())]
    known = [entry for entry in told if entry.get("relation", "contradiction") == "contradiction"]
    allowed = {finding.id for entry in known for finding in between(story, entry["left"], entry["right"])}
    surplus = [
        finding.explanation
        for finding in report_on(story).findings
        if finding.relation == "contradiction" and finding.id not in allowed
    ]
    assert surplus == []

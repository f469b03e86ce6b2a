"""The shipped packs: each is well tested, and each keeps out of the stories of the others."""

from __future__ import annotations

from pathlib import Path

import pytest
from rules_cases import shipped_cases, shipped_tests_of_words

from claimcheck.engine.packs import load_rules
from claimcheck.engine.project import load_project
from claimcheck.ingest import read_documents
from claimcheck.pipeline import check_documents, knowledge_of

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
STORIES = {
    "conflict": ("conflict", "kherson", "valley", "harbour", "bridge"),
    "crime": ("crime",),
}


def findings(folder: Path, story: str, packs: str) -> set[tuple[str, str, str]]:
    """What a run with these packs finds in a story of the seeds."""
    file = folder / "claimcheck.yml"
    file.write_text(f"packs: [{packs}]\n", encoding="utf-8")
    project, problems = load_project(file)
    assert problems == []
    documents = read_documents([str(SEEDS / story)]).documents
    report = check_documents(documents, knowledge_of(load_rules([], project)))
    assert report.problems == ()
    return {(finding.rule, finding.relation, finding.fingerprint) for finding in report.findings}


@pytest.mark.parametrize(
    ("own", "other", "story"),
    [(own, "crime" if own == "conflict" else "conflict", story) for own in STORIES for story in STORIES[own]],
)
def test_a_pack_changes_nothing_in_a_story_of_another_field(
    tmp_path: Path, own: str, other: str, story: str
) -> None:
    alone = findings(tmp_path, story, f"core, {own}")
    assert findings(tmp_path, story, f"core, {own}, {other}") == alone
    assert any(rule.startswith(f"{own}/") for rule, _, _ in alone) or story == "bridge"


@pytest.mark.parametrize("pack", ["conflict", "crime"])
def test_a_pack_has_at_least_25_tests_of_which_ten_stay_silent(pack: str) -> None:
    expected = [test.expect for rule, _, test in shipped_cases() if rule.pack == pack]
    expected += [test.form.expect for test in shipped_tests_of_words() if test.pack == pack]
    assert len(expected) >= 25
    assert expected.count("none") >= 10

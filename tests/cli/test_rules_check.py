"""`claimcheck rules check` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli.conftest import Program

FAULTY = """\
language: 1
rules:
  - id: first
    title: First
    maturity: test
    severty: high
    check: {type: number_mismatch, pair: {same: [event]}}
    explain: "{left.speaker} and {right.speaker} differ."
    tests: [{name: one, texts: {A: "12 people died."}, expect: contradiction}]
  - id: second
    title: Second
    maturity: test
    severity: high
    check: {type: opposition, axis: mood, pair: {same: [event]}}
    explain: "{left.speaker} and {right.speaker} differ."
    tests:
      - {name: one, texts: {A: "The retreat was calm."}, expect: tension}
      - {name: two, texts: {A: "The retreat was calm."}, expect: none}
"""


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A pack with a misspelt key in one rule and an unknown axis in another."""
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "pack.yml").write_text("name: mine\nversion: 1.0.0\nuses: [core]\n", encoding="utf-8")
    (folder / "rules.yml").write_text(FAULTY, encoding="utf-8")
    return folder


def test_shipped_packs_have_nothing_wrong(claimcheck: Program) -> None:
    done = claimcheck("rules", "check")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("nothing wrong in ")


def test_schema_and_lint_are_told_at_once(claimcheck: Program, faulty: Path) -> None:
    done = claimcheck("rules", "check", "mine")
    assert done.code == 1
    lines = done.out.splitlines()
    assert "mine/rules.yml:6:5: rules.0.severty: unknown key - did you mean 'severity'?" in lines
    assert 'mine/rules.yml:14:31: check.axis: no lexicon has the axis of opposites "mood"' in lines
    assert lines[-1].startswith(f"{len(lines) - 1} problems in ")


def test_the_same_as_json(claimcheck: Program, faulty: Path) -> None:
    done = claimcheck("rules", "check", "mine", "--format", "json")
    assert done.code == 1
    assert "mine/rules.yml:14:31" in {row["where"] for row in json.loads(done.out)}


def test_what_is_wrong_with_the_project_file_is_told_too(claimcheck: Program, tmp_path: Path) -> None:
    (tmp_path / "claimcheck.yml").write_text("pakcs: [core]\n", encoding="utf-8")
    done = claimcheck("rules", "check")
    assert done.code == 1
    assert "claimcheck.yml:1:1: pakcs: unknown key - did you mean 'packs'?" in done.out


def test_a_folder_that_is_not_there_is_bad_usage(claimcheck: Program) -> None:
    assert claimcheck("rules", "check", "nowhere").code == 2

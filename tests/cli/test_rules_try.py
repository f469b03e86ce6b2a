"""`claimcheck rules try`: what a rule file would change on documents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from cli.conftest import Program

STRICT = """\
language: 1
rules:
  - id: number-mismatch
    title: Two figures that differ
    maturity: test
    severity: high
    check:
      type: number_mismatch
      pair: {same: [event, measure]}
      relations: {hard_apart: RELATION, soft_apart: none}
    explain: "{left.speaker} says {left.quote}, {right.speaker} says {right.quote}."
    tests:
      - {name: one, texts: {A: "12 people died.", B: "20 people died."}, expect: contradiction}
"""


def rule_file(folder: Path, relation: str, name: str = "number-mismatch") -> str:
    text = STRICT.replace("RELATION", relation).replace("number-mismatch", name)
    (folder / "rule.yml").write_text(text, encoding="utf-8")
    return "rule.yml"


def changes(claimcheck: Program, *arguments: str) -> Any:
    done = claimcheck("rules", "try", *arguments, "--format", "json")
    assert (done.code, done.err) == (0, "")
    return json.loads(done.out)


def test_a_rule_of_a_known_name_replaces_the_installed_one(
    claimcheck: Program, story: Path, tmp_path: Path
) -> None:
    found = changes(claimcheck, rule_file(tmp_path, "none"), "ferry")
    assert found["rules"] == found["replaced"] == ["core/number-mismatch"]
    assert found["added"] == []
    assert [finding["relation"] for finding in found["removed"]] == ["contradiction"]


def test_another_relation_is_one_finding_added_and_one_removed(
    claimcheck: Program, story: Path, tmp_path: Path
) -> None:
    done = claimcheck("rules", "try", rule_file(tmp_path, "tension"), "ferry")
    assert done.code == 0
    assert done.out.startswith(
        "core/number-mismatch: replaces the installed rule\n"
        "On 2 documents: 1 added, 1 removed, 0 the same.\n"
        "\n"
        "+ tension, core/number-mismatch (ferry)\n"
    )
    assert "\n- contradiction, core/number-mismatch (ferry)\n" in done.out
    assert max(map(len, done.out.splitlines())) <= 80


def test_a_rule_that_says_what_the_installed_one_says_changes_nothing(
    claimcheck: Program, story: Path, tmp_path: Path
) -> None:
    found = changes(claimcheck, rule_file(tmp_path, "contradiction"), "ferry")
    assert (found["added"], found["removed"], found["same"]) == ([], [], 1)


def test_a_new_rule_adds_to_the_installed_ones(claimcheck: Program, story: Path, tmp_path: Path) -> None:
    found = changes(claimcheck, rule_file(tmp_path, "contradiction", "own-figures"), "ferry")
    assert (found["rules"], found["replaced"], found["removed"]) == (["new/own-figures"], [], [])
    assert [finding["rule"] for finding in found["added"]] == ["new/own-figures"]


def test_a_rule_in_a_pack_is_tried_with_the_words_of_the_pack(claimcheck: Program, tmp_path: Path) -> None:
    pack = tmp_path / "votes"
    pack.mkdir()
    (pack / "pack.yml").write_text("name: votes\nversion: 1.0.0\nuses: [core]\n", encoding="utf-8")
    (pack / "lexicon.yml").write_text(
        "kind: lexicon\n"
        "measures:\n"
        "  spoilt: {label: spoilt ballots, unit: item, heads: [spoilt ballots], counted: slip}\n"
        "opposites:\n"
        "  vote: {fair: {words: [squeaky-clean]}, foul: {words: [fraud-ridden]}}\n"
        "classes: {slip: [ballots]}\n",
        encoding="utf-8",
    )
    (pack / "rules.yml").write_text(
        "language: 1\nrules:\n  - id: fair-or-foul\n    title: Fair or foul\n    maturity: test\n"
        "    severity: low\n    check: {type: opposition, axis: vote, pair: {same: [event]}}\n"
        '    explain: "{left.speaker} and {right.speaker} differ."\n'
        '    tests: [{name: one, texts: {A: "It was fair."}, expect: none}]\n',
        encoding="utf-8",
    )
    (tmp_path / "a.txt").write_text("The protest was squeaky-clean, a judge said.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("The protest was fraud-ridden, a monitor said.\n", encoding="utf-8")
    found = changes(claimcheck, "votes/rules.yml", "a.txt", "b.txt")
    assert [finding["rule"] for finding in found["added"]] == ["votes/fair-or-foul"]


def test_a_broken_rule_is_named_and_the_others_are_tried(
    claimcheck: Program, story: Path, tmp_path: Path
) -> None:
    file = tmp_path / rule_file(tmp_path, "tension")
    broken = "  - {id: broken, title: Broken}\n"
    file.write_text(file.read_text(encoding="utf-8") + broken, encoding="utf-8")
    done = claimcheck("rules", "try", "rule.yml", "ferry")
    assert done.code == 2
    assert "rule.yml:14:5: rules.1.maturity: is missing" in done.err
    assert "1 added, 1 removed" in done.out


def test_a_file_without_a_rule_that_can_run_is_refused(
    claimcheck: Program, story: Path, tmp_path: Path
) -> None:
    (tmp_path / "rule.yml").write_text("rules: no\n", encoding="utf-8")
    done = claimcheck("rules", "try", "rule.yml", "ferry")
    assert done.code == 2
    assert done.err.endswith("claimcheck: rule.yml: has no rule that can run\n")
    assert claimcheck("rules", "try", "nothing.yml", "ferry").code == 2

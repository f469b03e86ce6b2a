"""tests.yml: the words of a pack, tested with the rules of the packs that it uses."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.engine.inline_tests import run_pack_tests
from claimcheck.engine.pack_tests import pack_tests
from claimcheck.engine.packs import load_rules
from claimcheck.engine.project import load_project
from claimcheck.pipeline import knowledge_of

LEXICON = "kind: lexicon\nmeasures:\n  votes: {unit: item, heads: [vote, votes, ballot, ballots]}\n"
MORE = """\
- name: {name}
  texts: {{A: "{a} ballots were counted in the vote, a clerk said.", B: "{b} ballots were counted in the vote."}}
  expect: {expect}
"""


def entry(name: str, a: int, b: int, expect: str, rule: str | None = "core/number-mismatch") -> str:
    return MORE.format(name=name, a=a, b=b, expect=expect) + (f"  rule: {rule}\n" if rule else "")


def outcomes(folder: Path, tests: str, project: str = "") -> tuple[list[str], list[str]]:
    """The outcome of each test, and the problems."""
    pack = folder / "votes"
    pack.mkdir()
    (pack / "pack.yml").write_text("name: votes\nversion: 1.0.0\nuses: [core]\n", encoding="utf-8")
    (pack / "lexicon.yml").write_text(LEXICON, encoding="utf-8")
    (pack / "tests.yml").write_text(f"language: 1\nkind: tests\ntests:\n{tests}", encoding="utf-8")
    found = None
    if project:
        (folder / "claimcheck.yml").write_text(project, encoding="utf-8")
        found, _ = load_project(folder / "claimcheck.yml")
    knowledge = knowledge_of(load_rules([pack], found))
    own, problems = pack_tests(knowledge.rules)
    own = [test for test in own if test.pack == "votes"]
    results = run_pack_tests(own, knowledge.rules.rules, knowledge.domain)
    told = [str(problem).replace(f"{folder.as_posix()}/", "") for problem in problems]
    return [result.outcome for result in results], told


def test_the_words_of_a_pack_are_tested_with_a_rule_of_another(tmp_path: Path) -> None:
    tests = entry("two counts", 300, 400, "contradiction") + entry("one count", 300, 300, "agreement")
    assert outcomes(tmp_path, tests) == (["fired", "fired"], [])


def test_a_test_that_expects_the_wrong_thing_fails(tmp_path: Path) -> None:
    tests = entry("two counts", 300, 400, "none") + entry("one count", 300, 300, "contradiction")
    assert outcomes(tmp_path, tests) == (["noisy", "missing"], [])


def test_without_a_rule_all_rules_are_run_and_an_agreement_is_no_noise(tmp_path: Path) -> None:
    tests = entry("one count", 300, 300, "none", None) + entry("two counts", 300, 400, "contradiction", None)
    assert outcomes(tmp_path, tests) == (["silent", "fired"], [])


def test_a_rule_that_is_not_there_is_named(tmp_path: Path) -> None:
    _, problems = outcomes(tmp_path, entry("two counts", 300, 400, "contradiction", "core/number-mismach"))
    assert problems == [
        'votes/tests.yml:7:3: tests.0.rule: there is no rule "core/number-mismach"'
        " - did you mean 'core/number-mismatch'?"
    ]


def test_a_test_of_a_rule_that_the_project_turned_off_is_left_out(tmp_path: Path) -> None:
    tests = entry("two counts", 300, 400, "contradiction")
    assert outcomes(tmp_path, tests, "rules: {core/number-mismatch: off}\n") == ([], [])


@pytest.mark.parametrize(
    ("tests", "problem"),
    [
        ("- {name: x}\n", "votes/tests.yml:4:3: tests.0.texts: is missing"),
        ("- {nme: x}\n", "votes/tests.yml:4:4: tests.0.nme: unknown key - did you mean 'name'?"),
        (
            entry("x", 1, 2, "none") * 2,
            'votes/tests.yml:8:3: tests.1.name: another test is called "x" already',
        ),
    ],
)
def test_a_broken_test_is_named_with_its_place(tmp_path: Path, tests: str, problem: str) -> None:
    assert problem in outcomes(tmp_path, tests)[1]

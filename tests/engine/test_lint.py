"""What is wrong with packs that load: every finding with its file, line and column."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from claimcheck.engine.lint import MOST_TOLD, lint
from claimcheck.engine.packs import load_rules
from claimcheck.engine.project import load_project

TODAY = date(2026, 6, 1)
TESTS = """\
    tests:
      - {name: fires, texts: {A: "12 died.", B: "20 died."}, expect: contradiction}
      - {name: silent, texts: {A: "12 died.", B: "12 died."}, expect: none}
"""
EXPLAIN = '    explain: "{left.speaker} and {right.speaker} differ."\n'
PAIR = "      pair: {same: [event]}\n"
FORMER = "a former id is one that no rule has any more"


def rule(
    check: str = "      type: number_mismatch\n" + PAIR,
    name: str = "own",
    explain: str = EXPLAIN,
    tests: str = TESTS,
    maturity: str = "test",
) -> str:
    return (
        f"  - id: {name}\n    title: About {name}\n    maturity: {maturity}\n    severity: low\n"
        f"    check:\n{check}{explain}{tests}"
    )


def told(
    folder: Path, rules: str = "", lexicon: str = "", project: str = "", uses: str = "uses: [core]"
) -> list[str]:
    """The problems of one pack and a project file, with paths inside the folder."""
    pack = folder / "mine"
    pack.mkdir()
    (pack / "pack.yml").write_text(f"name: mine\nversion: 1.0.0\n{uses}\n", encoding="utf-8")
    if rules:
        (pack / "rules.yml").write_text(f"language: 1\nrules:\n{rules}", encoding="utf-8")
    if lexicon:
        (pack / "lexicon.yml").write_text(f"kind: lexicon\n{lexicon}", encoding="utf-8")
    found = None
    if project:
        (folder / "claimcheck.yml").write_text(project, encoding="utf-8")
        found, problems = load_project(folder / "claimcheck.yml")
        assert problems == []
    loaded = load_rules([pack], found)
    return [str(problem).replace(f"{folder.as_posix()}/", "") for problem in lint(loaded, found, TODAY)]


def test_the_shipped_packs_are_clean() -> None:
    assert lint(load_rules([], None), None, TODAY) == []


def test_a_sound_rule_is_not_objected_to(tmp_path: Path) -> None:
    assert told(tmp_path, rule()) == []


def test_a_measure_that_no_lexicon_has_is_named_with_the_one_that_was_meant(tmp_path: Path) -> None:
    check = "      type: zero_vs_evidence\n      zero: [losses, deahts]\n      evidence: losses\n" + PAIR
    explain = '    explain: "{zero.speaker} and {evidence.speaker} differ."\n'
    assert told(tmp_path, rule(check, explain=explain)) == [
        "mine/rules.yml:9:22: check.zero.1: no lexicon has the measure \"deahts\" - did you mean 'deaths'?"
    ]


def test_evidence_that_no_lexicon_has_is_named(tmp_path: Path) -> None:
    check = "      type: zero_vs_evidence\n      zero: [losses]\n      evidence: lossses\n" + PAIR
    explain = '    explain: "{zero.speaker} and {evidence.speaker} differ."\n'
    (problem,) = told(tmp_path, rule(check, explain=explain))
    assert problem.startswith('mine/rules.yml:10:7: check.evidence: no lexicon has the evidence "lossses"')


def test_an_axis_that_no_lexicon_has_is_named(tmp_path: Path) -> None:
    check = "      type: opposition\n      axis: maner\n" + PAIR
    (problem,) = told(tmp_path, rule(check))
    assert problem == (
        'mine/rules.yml:9:7: check.axis: no lexicon has the axis of opposites "maner"'
        " - did you mean 'manner'?"
    )


def test_a_rule_about_parts_without_a_part_in_any_lexicon_can_never_fire(tmp_path: Path) -> None:
    check = "      type: part_exceeds_whole\n      part: {measure: {has: part_of}}\n" + PAIR
    explain = '    explain: "{part.speaker} and {whole.speaker} differ."\n'
    found = told(tmp_path, rule(check, explain=explain), project="packs: []\n", uses="uses: [lang/en]")
    assert found == [
        "mine/rules.yml:9:14: check.part.measure: can never fire: no measure of a lexicon has part_of"
    ]


def test_a_timeline_without_a_scale_of_progress_can_never_fire(tmp_path: Path) -> None:
    check = (
        "      type: status_timeline\n"
        "      tension_when: {time_left_under: 24h, work_left_at_least: 0.3}\n" + PAIR
    )
    explain = '    explain: "{done.speaker} and {open.speaker} differ."\n'
    (problem,) = told(tmp_path, rule(check, explain=explain), project="packs: []\n", uses="uses: [lang/en]")
    assert "can never fire: no step of a lexicon's progress reaches 1" in problem


def test_a_rule_that_may_say_nothing_can_never_fire(tmp_path: Path) -> None:
    check = "      type: number_mismatch\n      relations: {hard_apart: none, soft_apart: none}\n" + PAIR
    assert told(tmp_path, rule(check)) == [
        "mine/rules.yml:9:7: check.relations: can never fire: every outcome is none"
    ]


@pytest.mark.parametrize(
    ("expect", "what"),
    [
        ("none", "none fires: add texts that the rule must find"),
        ("contradiction", "none expects none: add texts on which it must stay silent"),
    ],
)
def test_a_rule_needs_a_test_that_fires_and_one_that_stays_silent(
    tmp_path: Path, expect: str, what: str
) -> None:
    tests = f'    tests: [{{name: one, texts: {{A: "12 died."}}, expect: {expect}}}]\n'
    assert told(tmp_path, rule(tests=tests)) == [f"mine/rules.yml:11:5: tests: {what}"]


def test_a_test_that_is_still_to_do_does_not_count(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, rule(tests=TESTS.replace("contradiction}", "contradiction, todo: true}")))
    assert "none fires" in problem


def test_two_rules_with_one_title_are_told_apart(tmp_path: Path) -> None:
    second = rule(name="other").replace("About other", "About own")
    (problem,) = told(tmp_path, rule() + second)
    assert problem.endswith("title: mine/other has the same title: say how they differ")


def test_a_deprecated_rule_names_the_one_to_use(tmp_path: Path) -> None:
    assert told(tmp_path, rule(maturity="deprecated")) == [
        "mine/rules.yml:5:5: maturity: a deprecated rule needs replaced_by: name the rule to use"
    ]


def test_a_replacement_must_be_there(tmp_path: Path) -> None:
    tests = "    replaced_by: core/nothing\n" + TESTS
    assert told(tmp_path, rule(maturity="deprecated", tests=tests)) == [
        'mine/rules.yml:11:5: replaced_by: there is no rule "core/nothing"'
    ]


def test_a_former_id_is_one_that_no_rule_has_any_more(tmp_path: Path) -> None:
    tests = "    replaces: [own, core/number-mismatch, core/gone]\n" + TESTS
    assert told(tmp_path, rule(tests=tests)) == [
        f'mine/rules.yml:11:16: replaces.0: "own" is still a rule: {FORMER}',
        f'mine/rules.yml:11:21: replaces.1: "core/number-mismatch" is still a rule: {FORMER}',
    ]


def test_an_explanation_names_both_sides(tmp_path: Path) -> None:
    explain = '    explain:\n      tension: "{left.speaker} says {left.quote}, another {right.quote}."\n'
    assert told(tmp_path, rule(explain=explain)) == [
        "mine/rules.yml:11:7: explain.tension: does not name the right side:"
        " say {right.speaker} or {right.outlet}"
    ]


def test_names_in_a_lexicon_that_lead_nowhere_are_told(tmp_path: Path) -> None:
    lexicon = (
        "measures:\n"
        "  votes: {label: votes cast, part_of: voterss, counted: balot, undergone: [cast]}\n"
        "  voters: {label: voters, heads: [voter, voters]}\n"
        "classes: {ballot: [ballot, ballots]}\n"
    )
    assert told(tmp_path, rule(), lexicon) == [
        "mine/lexicon.yml:3:30: measures.votes.part_of:"
        " no lexicon has the measure \"voterss\" - did you mean 'voters'?",
        "mine/lexicon.yml:3:48: measures.votes.counted:"
        " no lexicon has the class of nouns \"balot\" - did you mean 'ballot'?",
    ]


def test_a_measure_without_words_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, rule(), "measures:\n  votes: {label: votes}\n") == [
        "mine/lexicon.yml:3:3: measures.votes: has no heads, undergone or done,"
        " so nothing is ever counted as it"
    ]


def test_a_measure_that_no_rule_could_use_is_told(tmp_path: Path) -> None:
    lexicon = (
        "measures: {votes: {label: votes, heads: [votes]}}\n"
        "opposites: {mood: {glad: {words: [glad]}, sad: {words: [sad]}}}\n"
    )
    check = "      type: opposition\n      axis: mood\n" + PAIR
    found = told(tmp_path, rule(check), lexicon, project="packs: []\n", uses="uses: [lang/en]")
    assert found == ["mine/lexicon.yml:2:12: measures.votes: no rule could use it"]


def test_a_misspelt_key_of_a_lexicon_is_told_with_the_rest(tmp_path: Path) -> None:
    found = told(tmp_path, rule(maturity="deprecated"), "measurs: {}\n")
    assert found == [
        "mine/lexicon.yml:2:1: measurs: unknown key - did you mean 'measures'?",
        "mine/rules.yml:5:5: maturity: a deprecated rule needs replaced_by: name the rule to use",
    ]


def test_rules_in_a_file_that_is_not_read_are_told(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "pack.yml").write_text("name: mine\nversion: 1.0.0\n", encoding="utf-8")
    (tmp_path / "mine" / "own.yml").write_text(f"language: 1\nrules:\n{rule()}", encoding="utf-8")
    problems = lint(load_rules([tmp_path / "mine"], None), None, TODAY)
    assert [problem.what for problem in problems] == [
        "is not read: rules belong in rules.yml, or in files in a folder rules"
    ]


def test_a_filter_whose_day_is_over_is_told(tmp_path: Path) -> None:
    project = (
        "filters:\n"
        "  - {rules: [core/*], unless: {outlet: Onion}, reason: Satire, by: ana, until: 2026-05-31}\n"
        "  - {rules: [core/*], unless: {outlet: Onion}, reason: Satire, by: ana, until: 2026-06-01}\n"
    )
    assert told(tmp_path, rule(), project=project) == [
        "claimcheck.yml:2:73: this filter ended on 2026-05-31 and does not apply:"
        " take it out, or give it a new day"
    ]


def test_a_pack_with_thousands_of_faults_is_told_of_the_first(tmp_path: Path) -> None:
    rules = "".join(rule(name=f"own-{number}", maturity="deprecated") for number in range(500))
    assert len(told(tmp_path, rules)) == MOST_TOLD

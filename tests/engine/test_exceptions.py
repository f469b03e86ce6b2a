"""Exceptions to a rule: what makes it keep silent although its check fires."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.engine.inline_tests import findings_in
from claimcheck.engine.language import InlineTest
from claimcheck.engine.packs import load_rules
from claimcheck.engine.run import judge
from claimcheck.extract.assemble import extract_claims
from claimcheck.model import Document
from claimcheck.pipeline import Knowledge, context_of, knowledge_of

LEXICON = """\
kind: lexicon
events:
  strike: {nouns: [strike, walkout], verbs: []}
alternatives:
  talks:
    label: whether they talk
    kind: status
    values:
      held: {label: talks, patterns: [hold ... talks]}
      broken_off: {label: no talks, patterns: [break off ... talks]}
"""
RULES = """\
language: 1
rules:
  - id: talks
    title: Talks are held for one and over for another
    maturity: test
    severity: low
    check:
      type: alternatives
      axis: talks
      pair: {same: [event], differ: [document]}
    UNLESS
    explain: "{left.speaker}: {left.quote}; {right.speaker}: {right.quote}."
    tests:
      - {name: x, texts: {A: "The talks were held."}, expect: none}
"""
HELD = "The union held talks with the company in the strike."


def known(folder: Path, unless: str = "") -> Knowledge:
    pack = folder / "work"
    pack.mkdir()
    (pack / "pack.yml").write_text("name: work\nversion: 1.0.0\nuses: [core]\n", encoding="utf-8")
    (pack / "lexicon.yml").write_text(LEXICON, encoding="utf-8")
    (pack / "rules.yml").write_text(RULES.replace("    UNLESS\n", unless), encoding="utf-8")
    return knowledge_of(load_rules([pack], None))


def relations(
    folder: Path, a: str, b: str, unless: str = "", days: dict[str, str] | None = None
) -> list[str]:
    knowledge = known(folder, unless)
    assert knowledge.problems == ()
    rules = [rule for rule in knowledge.rules.rules if rule.id == "work/talks"]
    test = InlineTest(name="x", texts={"A": a, "B": b}, expect="none", published=days or {})
    return [finding.relation for finding in findings_in(test, rules, knowledge.domain)]


@pytest.mark.parametrize(
    ("unless", "fires"),
    [
        ("{words: [second round], why: x}", True),
        ("{words: [with the company], why: x}", False),
        ("{words: [with the company], side: right, why: x}", True),
        ("{words: [with the company], side: left, why: x}", False),
        ("{words: [with the company], outlet: B, why: x}", True),
        ("{outlet: a, why: x}", False),
        ("{speaker: the union, why: x}", True),
    ],
)
def test_an_exception_holds_where_one_side_meets_all_of_it(tmp_path: Path, unless: str, fires: bool) -> None:
    text = f"    unless:\n      - {unless}\n"
    assert bool(relations(tmp_path, HELD, "The union broke off the talks in the strike.", text)) is fires


def test_the_trace_names_the_exception_with_its_line(tmp_path: Path) -> None:
    knowledge = known(tmp_path, "    unless:\n      - {words: [with the company], why: a round of its own}\n")
    (rule,) = (rule for rule in knowledge.rules.rules if rule.id == "work/talks")
    texts = (HELD, "The union broke off the talks in the strike.")
    documents = [Document(name, "s", text) for name, text in zip("AB", texts, strict=True)]
    left, right = (
        next(claim for claim in extract_claims(document, knowledge.domain) if "attribute" in claim.content)
        for document in documents
    )
    judgement = judge(rule, left, right, context_of(documents, knowledge))
    assert (judgement.relation, judgement.why) == (None, "an exception of the rule: a round of its own")
    assert judgement.steps[-1].rule_line == 12


@pytest.mark.parametrize(
    ("unless", "problem"),
    [
        ("{why: x}", "names nothing: give words, a speaker, an outlet, an actor or a place"),
        ("{words: [x]}", "rules.0.unless.0.why: is missing"),
        ("{words: [x], side: zero, why: y}", '"zero" is no side of this check: left or right'),
        ("{wrods: [x], why: y}", "unknown key - did you mean 'words'?"),
    ],
)
def test_an_exception_that_says_too_little_is_refused(tmp_path: Path, unless: str, problem: str) -> None:
    told = [str(one) for one in known(tmp_path, f"    unless:\n      - {unless}\n").problems]
    assert any(problem in one for one in told), told


def test_an_exception_changes_what_the_rule_is(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    hashes = {
        rule.rule_hash
        for knowledge in (
            known(tmp_path / "a"),
            known(tmp_path / "b", "    unless: [{words: [x], why: y}]\n"),
        )
        for rule in knowledge.rules.rules
        if rule.id == "work/talks"
    }
    assert len(hashes) == 2

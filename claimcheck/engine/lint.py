"""What is wrong with rules that load: names that no lexicon has, rules that can never fire, missing tests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice

from claimcheck.engine.filters import expired
from claimcheck.engine.language import ExplainByRelation
from claimcheck.engine.lint_lexicons import lexicon_problems, read_lexicons, uncounted, unread_rules
from claimcheck.engine.lint_names import dangling_in_rule
from claimcheck.engine.lint_silence import never_fires
from claimcheck.engine.pack_tests import pack_tests
from claimcheck.engine.packs import RuleSet
from claimcheck.engine.project import Project
from claimcheck.engine.rule_files import Rule
from claimcheck.engine.templates import placeholders
from claimcheck.errors import Problem
from claimcheck.lexicon.domain import Domain, merge

MOST_TOLD = 100
WHO = ("speaker", "outlet")
Lint = Callable[[Rule, Domain], Iterator[Problem]]


def lint(rules: RuleSet, project: Project | None, today: date) -> list[Problem]:
    """All that is wrong with the packs of a run and its project file, schema first, by place in the file."""
    lexicons, unreadable = read_lexicons(rules)
    domain = merge([lexicon.form for lexicon in lexicons])
    found = [*rules.problems, *unreadable]
    found += islice(_rule_problems(rules.rules, domain), MOST_TOLD)
    found += islice(lexicon_problems(lexicons, domain), MOST_TOLD)
    found += islice(uncounted(lexicons, rules.rules, domain), MOST_TOLD)
    found += islice(unread_rules(rules), MOST_TOLD)
    found += islice(pack_tests(rules)[1], MOST_TOLD)
    found += expired(project, today)
    return list(dict.fromkeys(found))


def _rule_problems(rules: Sequence[Rule], domain: Domain) -> Iterator[Problem]:
    titles = Counter(rule.form.title for rule in rules)
    first: dict[str, Rule] = {}
    known = {rule.id: rule for rule in rules}
    for rule in rules:
        for check in LINTS:
            yield from check(rule, domain)
        yield from _relatives(rule, known)
        if titles[rule.form.title] > 1:
            other = first.setdefault(rule.form.title, rule)
            if other is not rule:
                yield Problem(
                    rule.place("title"), f"title: {other.id} has the same title: say how they differ"
                )


def _without_tests(rule: Rule, domain: Domain) -> Iterator[Problem]:
    """A rule without a test that fires, or without one that stays silent."""
    expected = {test.expect for test in rule.form.tests if not test.todo}
    if not expected - {"none"}:
        yield Problem(rule.place("tests"), "tests: none fires: add texts that the rule must find")
    if "none" not in expected:
        yield Problem(rule.place("tests"), "tests: none expects none: add texts on which it must stay silent")


def _one_sided(rule: Rule, domain: Domain) -> Iterator[Problem]:
    """An explanation that does not say who stands on each side."""
    explain = rule.form.explain
    texts: Mapping[str, str] = (
        {str(key): text for key, text in explain.texts().items()}
        if isinstance(explain, ExplainByRelation)
        else {"": explain}
    )
    for relation, text in texts.items():
        named = set(placeholders(text))
        for role in rule.form.check.roles:
            if not named & {f"{role}.{word}" for word in WHO}:
                steps = ("explain", relation) if relation else ("explain",)
                what = f"does not name the {role} side: say {{{role}.speaker}} or {{{role}.outlet}}"
                yield Problem(rule.place(*steps), f"{'.'.join(steps)}: {what}")


def _deprecated(rule: Rule, domain: Domain) -> Iterator[Problem]:
    if rule.form.maturity == "deprecated" and rule.form.replaced_by is None:
        yield Problem(
            rule.place("maturity"), "maturity: a deprecated rule needs replaced_by: name the rule to use"
        )


def _relatives(rule: Rule, known: Mapping[str, Rule]) -> Iterator[Problem]:
    """A replaced_by that names no rule, and a former id that a rule still has."""
    wanted = rule.form.replaced_by
    if wanted is not None and not {wanted, f"{rule.pack}/{wanted}"} & known.keys():
        yield Problem(rule.place("replaced_by"), f'replaced_by: there is no rule "{wanted}"')
    for number, former in enumerate(rule.form.replaces):
        if {former, f"{rule.pack}/{former}"} & known.keys():
            what = f'"{former}" is still a rule: a former id is one that no rule has any more'
            yield Problem(rule.place("replaces", number), f"replaces.{number}: {what}")


LINTS: tuple[Lint, ...] = (dangling_in_rule, never_fires, _without_tests, _one_sided, _deprecated)

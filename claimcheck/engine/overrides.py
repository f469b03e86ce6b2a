"""What a project changes in the rules of others: off, another severity, another tolerance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fnmatch import fnmatchcase

from claimcheck.engine.checks import CheckForm, Tolerance
from claimcheck.engine.lint_names import no_rule
from claimcheck.engine.project import Project, RuleOverride
from claimcheck.engine.rule_files import Rule, rule_hash
from claimcheck.errors import Problem


def adapted(rules: Sequence[Rule], project: Project | None) -> tuple[list[Rule], list[Problem]]:
    """The rules that are not off, as the project wants them."""
    kept: list[Rule] = []
    problems: list[Problem] = []
    for rule in rules:
        override = project.rules.get(rule.id) if project is not None else None
        if project is None or override is None:
            kept.append(rule)
        elif override != "off":
            kept.append(_changed(rule, override))
            if override.tolerance is not None and not _takes_tolerance(rule):
                place = project.source.place(("rules", rule.id, "tolerance"))
                problems.append(
                    Problem(place, f"{rule.id} compares without a tolerance: this changes nothing")
                )
    return kept, problems


def turned_off(project: Project | None) -> frozenset[str]:
    """The ids that a project turns off."""
    overrides = project.rules.items() if project is not None else ()
    return frozenset(name for name, override in overrides if override == "off")


def unmatched(project: Project | None, known: Sequence[str]) -> list[Problem]:
    """The ids and patterns of a project file that stand for no rule at all."""
    if project is None:
        return []
    problems = [
        Problem(project.source.place(("rules", name)), no_rule(name, known))
        for name in project.rules
        if name not in known
    ]
    for number, kept in enumerate(project.filters):
        for index, pattern in enumerate(kept.rules):
            if not any(fnmatchcase(name, pattern) for name in known):
                place = project.source.place(("filters", number, "rules", index))
                problems.append(Problem(place, no_rule(pattern, known)))
    return problems


def _changed(rule: Rule, override: RuleOverride) -> Rule:
    form = rule.form
    if override.severity is not None:
        form = form.model_copy(update={"severity": override.severity})
    if override.tolerance is not None and _takes_tolerance(rule):
        form = form.model_copy(update={"check": _widened(form.check, override.tolerance)})
    return replace(rule, form=form, rule_hash=rule_hash(form))


def _widened(check: CheckForm, wanted: Tolerance) -> CheckForm:
    """The check with what the project names in place of the rule's own tolerance."""
    named = {key: getattr(wanted, key) for key in wanted.model_fields_set}
    own: Tolerance = getattr(check, "tolerance", Tolerance())
    return check.model_copy(update={"tolerance": own.model_copy(update=named)})


def _takes_tolerance(rule: Rule) -> bool:
    return "tolerance" in type(rule.form.check).model_fields

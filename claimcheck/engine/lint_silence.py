"""Rules that load, and yet can never find anything."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.engine.checks import (
    Alternatives,
    Corroboration,
    NumberMismatch,
    Opposition,
    PartExceedsWhole,
    SlotConflict,
    StatusTimeline,
    ZeroVsEvidence,
)
from claimcheck.engine.rule_files import Rule
from claimcheck.errors import Problem
from claimcheck.lexicon.domain import Domain


def never_fires(rule: Rule, domain: Domain) -> Iterator[Problem]:
    """Why a rule can never fire, whatever the reports say: nothing to compare, or nothing that it may say."""
    for key, why in (*_without_words(rule, domain), *_without_relation(rule)):
        yield Problem(rule.place("check", *key), f"{'.'.join(('check', *key))}: can never fire: {why}")


def _without_words(rule: Rule, domain: Domain) -> Iterator[tuple[tuple[str, ...], str]]:
    """What the lexicons lack for a type of check."""
    check = rule.form.check
    if isinstance(check, PartExceedsWhole) and not any(m.part_of for m in domain.measures.values()):
        yield ("part", "measure"), "no measure of a lexicon has part_of"
    if isinstance(check, StatusTimeline):
        shares = [float(status.share) for status in domain.progress.values()]
        if not any(share >= check.done_at_least for share in shares):
            yield ("done_at_least",), f"no step of a lexicon's progress reaches {check.done_at_least}"
        elif not any(share < check.done_at_least for share in shares):
            yield ("done_at_least",), f"no step of a lexicon's progress is below {check.done_at_least}"
    if isinstance(check, Opposition) and len(domain.opposites.get(check.axis, "12")) < 2:
        yield ("axis",), f"the axis {check.axis} has one end only"
    if isinstance(check, Corroboration) and not domain.occurrences:
        yield (), "no lexicon has occurrences"


def _without_relation(rule: Rule) -> Iterator[tuple[tuple[str, ...], str]]:
    """Checks all of whose outcomes are `none`."""
    check = rule.form.check
    outcomes: set[str] = set()
    if isinstance(check, NumberMismatch) and check.agree:
        return
    if isinstance(check, NumberMismatch | PartExceedsWhole):
        outcomes = {check.relations.hard_apart, check.relations.soft_apart}
    elif isinstance(check, ZeroVsEvidence):
        outcomes = {check.relations.strong, check.relations.weak}
    elif isinstance(check, Opposition):
        outcomes = {check.relations.opposite}
    elif isinstance(check, SlotConflict | Alternatives):
        outcomes = {check.relations.conflict}
    if outcomes == {"none"}:
        yield ("relations",), "every outcome is none"

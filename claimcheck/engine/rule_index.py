"""Finds the rules that two claims concern, so that matching costs by the text and not by the number of rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from claimcheck.engine.checks import Alternatives, CheckForm, Opposition, SlotConflict, ZeroVsEvidence
from claimcheck.engine.rule_files import Rule
from claimcheck.engine.slot_conflict import attribute_of
from claimcheck.model import Claim, Kind

KINDS: Mapping[str, frozenset[Kind]] = {
    "number_mismatch": frozenset({"quantity", "zero"}),
    "part_exceeds_whole": frozenset({"quantity", "zero"}),
    "zero_vs_evidence": frozenset({"zero", "status", "occurrence", "manner"}),
    "status_timeline": frozenset({"status"}),
    "slot_conflict": frozenset({"identity", "place", "time", "actor", "denial"}),
    "alternatives": frozenset({"status", "place", "cause", "manner", "denial"}),
    "opposition": frozenset({"manner"}),
    "corroboration": frozenset({"occurrence"}),
}
"""The kinds of claims that each type of check looks at; other pairs are never judged."""
ANY = ""
WHOLE = "extent:all"
Topic: TypeAlias = tuple[str, str]
Features: TypeAlias = tuple[Kind, str, tuple[str, ...], str, str, bool]


class RuleIndex:
    """Rules that are in use by what they speak of; those whose check is the same word for word are one family."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = [rule for rule in rules if rule.form.maturity != "deprecated"]
        self._by_topic: dict[Topic, list[int]] = defaultdict(list)
        self._known: dict[tuple[Features, Features], tuple[tuple[Rule, ...], ...]] = {}
        for number, rule in enumerate(self._rules):
            for topic in _topics(rule.form.check):
                self._by_topic[topic].append(number)

    def families(self, left: Claim, right: Claim) -> tuple[tuple[Rule, ...], ...]:
        """The rules that can say something on two claims, each family together, in the order of the rules."""
        key = (_features(left), _features(right))
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._find(*key)
        return known

    def _find(self, left: Features, right: Features) -> tuple[tuple[Rule, ...], ...]:
        numbers: set[int] = set()
        for topic in {*_asked(left, right), *_asked(right, left)}:
            numbers.update(self._by_topic.get(topic, ()))
        families: dict[str, list[Rule]] = {}
        for number in sorted(numbers):
            rule = self._rules[number]
            if {left[0], right[0]} <= KINDS[rule.form.check.type]:
                families.setdefault(rule.rule_hash, []).append(rule)
        return tuple(map(tuple, families.values()))


def _topics(check: CheckForm) -> Iterator[Topic]:
    """What claims must speak of for a check to look at them; ANY where it looks at all of its kinds."""
    kind = str(getattr(check, "type", ""))
    if isinstance(check, ZeroVsEvidence):
        for measure in check.zero:
            yield kind, f"{measure}/{check.evidence}"
        if check.completed_counts:
            yield kind, f"{WHOLE}/{check.evidence}"
    elif isinstance(check, Opposition | Alternatives):
        yield kind, check.axis
    elif isinstance(check, SlotConflict):
        yield kind, attribute_of(check)
    else:
        yield kind, ANY


def _features(claim: Claim) -> Features:
    """All of a claim that decides which rules concern it."""
    content = claim.content
    evidence = content.get("evidence", ())
    return (
        claim.kind,
        claim.measure or "" if claim.kind == "zero" else "",
        tuple(evidence) if isinstance(evidence, tuple) else (str(evidence),),
        str(content.get("axis", "")),
        str(content.get("attribute", "")),
        content.get("extent") == "all",
    )


def _asked(one: Features, other: Features) -> Iterator[Topic]:
    """The topics on which two claims, the one as the claim of nothing, can be set against each other."""
    for kind in KINDS:
        yield kind, ANY
    _, measure, _, axis, attribute, whole = one
    for evidence in other[2]:
        if measure:
            yield "zero_vs_evidence", f"{measure}/{evidence}"
        if whole:
            yield "zero_vs_evidence", f"{WHOLE}/{evidence}"
    if axis:
        yield "opposition", axis
    if attribute:
        yield "alternatives", attribute
        yield "slot_conflict", attribute

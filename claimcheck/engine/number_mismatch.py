"""Two figures for the same thing whose ranges do not meet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.align.comparisons import Comparison, Slot, compare, needed_slot
from claimcheck.align.scopes import scope_of
from claimcheck.engine.checks import NumberMismatch
from claimcheck.engine.context import Context
from claimcheck.engine.judgement import (
    Judgement,
    apart_enough,
    certainty,
    comparison_steps,
    one_voice,
    silent,
)
from claimcheck.engine.ranges import Ranges, factor_between, ranges_of, times_words
from claimcheck.engine.rivals import rival_floors
from claimcheck.engine.rule_files import Rule
from claimcheck.engine.updates import is_update
from claimcheck.engine.vagueness import is_floor, too_loose
from claimcheck.model import Claim, Relation, Step, grouped

ALWAYS: tuple[Slot, ...] = ("measure", "unit", "scope", "period", "factuality", "polarity", "basis")
BEYOND = "One group alone is more than all that the other counts."
FIGHTING = frozenset({"soldier", "fighter"})
VERDICTS = {
    "contradiction": "the words leave no number that fits both",
    "agreement": "the figures are the same within the precision of the words",
    "update": "the later report gives the higher figure of something that grows",
}


class Strain(NamedTuple):
    """Why figures that can both hold hardly go together: for the derivation, and for the reader."""

    verdict: str
    told: str


STRAINS = {
    "expected": Strain(
        "a number could fit both, but not one a reader would expect",
        "The words leave room for both, but what a reader would expect from them is {gap} apart.",
    ),
    "sources": Strain(
        "floors can hold, but the sources count otherwise",
        "Both can hold, since {floors} is only a floor, but the two sources do not count alike.",
    ),
    "group": Strain(
        "the higher figure may count others beside the group of the lower",
        "They can both hold only if the higher figure counts others too, and neither report tells of any.",
    ),
}


def judge(rule: Rule, left: Claim, right: Claim, context: Context) -> Judgement:
    """The relation of two figures under a number_mismatch rule, with every step."""
    check = rule.form.check
    assert isinstance(check, NumberMismatch)
    line = rule.line("check.pair")
    slots: tuple[Slot, ...] = tuple(dict.fromkeys((*ALWAYS, *check.pair.same)))
    comparisons = compare(left, right, context.domain, slots)
    steps = comparison_steps(comparisons, left, right, line)
    ranges = ranges_of(left, right)
    beyond = ranges is not None and _group_beyond_all(comparisons, ranges, left, right, context)
    blocked = (
        _not_comparable([item for item in comparisons if item.slot != "scope"] if beyond else comparisons)
        or one_voice(left, right)
        or needed_slot(left, right, context.domain)
        or apart_enough(rule, left, right, context, check.pair.differ)
    )
    if blocked:
        return silent(steps, f"not comparable: {blocked}", left, right, line)
    if ranges is None:
        return silent(steps, "not comparable: one side has no figure", left, right, line)
    if beyond:
        steps += (Step(BEYOND.removesuffix("."), (left.id, right.id), line),)
    steps += _range_steps(ranges, left, right, rule)
    relation, strain = _decide(check, comparisons, ranges, left, right, context)
    if relation is None:
        return silent(steps, "the ranges meet: both can be right", left, right, rule.line("check.relations"))
    gap = grouped(ranges.gap().normalize()) if ranges.gap() else "nothing"
    verdict = STRAINS[strain].verdict if relation == "tension" else VERDICTS[relation]
    steps += (Step(f"{verdict}: {relation}", (left.id, right.id), rule.line("check.relations")),)
    words = {
        "gap": gap,
        "factor": times_words(ranges),
        "relation": relation,
        "strain": _why(relation, strain, gap, left, right, beyond=beyond),
    }
    start = {"contradiction": 0.97, "tension": _sureness(ranges)}.get(relation, 0.9)
    return Judgement(relation, steps, certainty(comparisons, left, right, context, start), words)


def _decide(
    check: NumberMismatch,
    comparisons: tuple[Comparison, ...],
    ranges: Ranges,
    left: Claim,
    right: Claim,
    context: Context,
) -> tuple[Relation | None, str]:
    """The relation of two comparable figures, and the sort of strain between them where it is a tension."""
    relation = _relation(check, ranges)
    if relation != "contradiction" and rival_floors(
        check.tolerance.rival_floors, ranges, left, right, context
    ):
        return "tension", "sources"
    strain = "expected"
    if relation == "contradiction" and _may_hold_more(comparisons, ranges, left, right, context):
        relation, strain = (None if check.relations.soft_apart == "none" else "tension"), "group"
    if relation is None and check.agree and _agree(ranges, left, right, context):
        return "agreement", strain
    if relation is None or relation == "agreement":
        return relation, strain
    if is_update(check, ranges, left, right, context):
        return "update", strain
    if too_loose(relation, check.tolerance.beyond_vague, ranges, left, right):
        return None, strain
    return relation, strain


def _group_beyond_all(
    comparisons: Sequence[Comparison], ranges: Ranges, left: Claim, right: Claim, context: Context
) -> bool:
    """Whether one group is certainly larger than everybody together: 96 detainees of 82 people.

    Words for anybody that may leave the fighting sides out, as `may_mean` says, hold none of those who fight.
    """
    if not any(item.slot == "scope" and item.level == "contained" for item in comparisons):
        return False
    lower, higher = ranges.in_order(left, right)
    if "included" in higher.content:
        return False
    group = scope_of(higher, context.domain)
    known = context.domain.measures.get(left.measure or "")
    outside = known is not None and known.may_mean is not None and group in (known.may_mean, *FIGHTING)
    return (
        scope_of(lower, context.domain) == "generic"
        and not outside
        and ranges.left_hard.disjoint(ranges.right_hard)
    )


def _why(relation: Relation, strain: str, gap: str, left: Claim, right: Claim, *, beyond: bool) -> str:
    """The sentence for the reader on what else tells two figures apart; "" where the ranges say it all."""
    if relation == "tension":
        floors = "each" if is_floor(left) and is_floor(right) else "one"
        return STRAINS[strain].told.format(gap=gap, floors=floors)
    return BEYOND if beyond else ""


def _not_comparable(comparisons: Sequence[Comparison]) -> str | None:
    """The first slot that says the figures speak of different things."""
    for item in comparisons:
        if item.level == "different":
            return item.reason
        if item.level == "contained" and item.slot in ("measure", "scope", "place"):
            return f"another scope: {item.reason}"
        if item.slot == "measure" and item.level == "unknown":
            return item.reason
    return None


def _range_steps(ranges: Ranges, left: Claim, right: Claim, rule: Rule) -> tuple[Step, ...]:
    line = rule.line("check.tolerance")
    return tuple(
        Step(
            f"“{claim.quantity.text}”{_of_one_place(claim)} means {hard.describe()}; "
            f"a reader expects {soft.describe()}",
            (claim.id,),
            line,
        )
        for claim, hard, soft in (
            (left, ranges.left_hard, ranges.left_soft),
            (right, ranges.right_hard, ranges.right_soft),
        )
        if claim.quantity is not None
    )


def _of_one_place(claim: Claim) -> str:
    return ", in one place alone," if claim.content.get("alone") else ""


def _relation(check: NumberMismatch, ranges: Ranges) -> Relation | None:
    share = check.tolerance.relative
    slack = check.tolerance.absolute
    hard = ranges.left_hard.widened(share).disjoint(ranges.right_hard)
    if hard and slack is not None:
        hard = ranges.left_hard.gap(ranges.right_hard) > slack
    if hard:
        return None if check.relations.hard_apart == "none" else check.relations.hard_apart
    if ranges.left_soft.widened(share).disjoint(ranges.right_soft):
        return None if check.relations.soft_apart == "none" else check.relations.soft_apart
    return None


def _may_hold_more(
    comparisons: tuple[Comparison, ...], ranges: Ranges, left: Claim, right: Claim, context: Context
) -> bool:
    """Whether the higher figure may count others beside the group of the lower: 45 people, 18 civilians."""
    scope = next((item for item in comparisons if item.slot == "scope"), None)
    if scope is None or scope.level != "compatible":
        return False
    _, higher = ranges.in_order(left, right)
    return scope_of(higher, context.domain) == "generic"


def _agree(ranges: Ranges, left: Claim, right: Claim, context: Context) -> bool:
    """Whether two reports give the same figure within the precision of their words, for a known measure."""
    if left.document == right.document or left.measure not in context.domain.measures:
        return False
    bounded = all(
        claim.quantity is not None
        and claim.quantity.qualifier in ("exact", "about")
        and "alone" not in claim.content
        for claim in (left, right)
    )
    return bounded and ranges.left_soft.overlaps(ranges.right_soft)


def _sureness(ranges: Ranges) -> float:
    """How sure a tension is: the surer, the further its figures are apart."""
    return 0.75 + 0.01 * min(float(factor_between(ranges) or 1), 5)

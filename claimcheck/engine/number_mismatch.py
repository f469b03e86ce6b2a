"""Two figures for the same thing whose ranges do not meet."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.align.comparisons import Comparison, Slot, compare, needed_slot, scope_of
from claimcheck.engine.checks import NumberMismatch
from claimcheck.engine.context import Context
from claimcheck.engine.judgement import (
    Judgement,
    apart_enough,
    certainty,
    comparison_steps,
    earlier,
    one_speaker,
    one_voice,
    silent,
    speaker_key,
)
from claimcheck.engine.ranges import Ranges, factor_between, ranges_of, times_words
from claimcheck.engine.rule_files import Rule
from claimcheck.model import Claim, Relation, Step, grouped

ALWAYS: tuple[Slot, ...] = ("measure", "unit", "scope", "period", "factuality", "polarity", "basis")


def judge(rule: Rule, left: Claim, right: Claim, context: Context) -> Judgement:
    """The relation of two figures under a number_mismatch rule, with every step."""
    check = rule.form.check
    assert isinstance(check, NumberMismatch)
    line = rule.line("check.pair")
    slots: tuple[Slot, ...] = tuple(dict.fromkeys((*ALWAYS, *check.pair.same)))
    comparisons = compare(left, right, context.domain, slots)
    steps = comparison_steps(comparisons, left, right, line)
    blocked = (
        _not_comparable(comparisons)
        or one_voice(left, right)
        or needed_slot(left, right, context.domain)
        or apart_enough(rule, left, right, context, check.pair.differ)
    )
    if blocked:
        return silent(steps, f"not comparable: {blocked}", left, right, line)
    ranges = ranges_of(left, right)
    if ranges is None:
        return silent(steps, "not comparable: one side has no figure", left, right, line)
    steps += _range_steps(ranges, left, right, rule)
    relation = _relation(check, ranges)
    rivals = relation != "contradiction" and _rival_floors(check, ranges, left, right, context)
    if rivals:
        relation = "tension"
    if relation == "contradiction" and _may_hold_more(comparisons, ranges, left, right, context):
        relation = "tension" if check.relations.soft_apart == "tension" else None
    if relation is None and check.agree and _agree(ranges, left, right, context):
        relation = "agreement"
    if not rivals and relation in ("contradiction", "tension") and _update(check, ranges, left, right, context):
        relation = "update"
    elif relation in ("contradiction", "tension") and _too_loose(relation, check, ranges, left, right):
        relation = None
    if relation is None:
        return silent(steps, "the ranges meet: both can be right", left, right, rule.line("check.relations"))
    steps += (Step(_verdict(relation), (left.id, right.id), rule.line("check.relations")),)
    gap = grouped(ranges.gap().normalize()) if ranges.gap() else "nothing"
    words = {"gap": gap, "factor": times_words(ranges), "relation": relation}
    start = {"contradiction": 0.97, "tension": _strain(ranges)}.get(relation, 0.9)
    return Judgement(relation, steps, certainty(comparisons, left, right, context, start), words)


def _not_comparable(comparisons: tuple[Comparison, ...]) -> str | None:
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
            f"“{claim.quantity.text}” means {hard.describe()}; a reader expects {soft.describe()}",
            (claim.id,),
            line,
        )
        for claim, hard, soft in (
            (left, ranges.left_hard, ranges.left_soft),
            (right, ranges.right_hard, ranges.right_soft),
        )
        if claim.quantity is not None
    )


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
    higher = right if ranges.left_soft.below(ranges.right_soft) else left
    return scope_of(higher, context.domain) == "generic"


def _agree(ranges: Ranges, left: Claim, right: Claim, context: Context) -> bool:
    """Whether two reports give the same figure within the precision of their words, for a known measure."""
    if left.document == right.document or left.measure not in context.domain.measures:
        return False
    bounded = all(
        claim.quantity is not None and claim.quantity.qualifier in ("exact", "about")
        for claim in (left, right)
    )
    return bounded and ranges.left_soft.overlaps(ranges.right_soft)


def _qualifier(claim: Claim) -> str:
    return claim.quantity.qualifier if claim.quantity is not None else "exact"


def _rival_floors(
    check: NumberMismatch, ranges: Ranges, left: Claim, right: Claim, context: Context
) -> bool:
    """Whether two sources give different floors of one day: "at least 22, state media said; at least 24, monitors said".

    Both can hold, but each source counts otherwise. Inside one report, which sets the two beside each other, any
    difference counts; a lower figure of a narrower place is a part.
    """
    least, factor = check.tolerance.rival_floors, factor_between(ranges)
    qualifiers = (_qualifier(left), _qualifier(right))
    if least is None or factor is None or not (_is_floor(left) or _is_floor(right)) or "vague" in qualifiers:
        return False
    if left.document != right.document:
        return factor >= least and _two_voices(left, right) and _of_one_day(left, right, context)
    lower = min(left, right, key=_value)
    placed = lower.place is None or left.place == right.place
    return factor > 1 and placed and not one_speaker(speaker_key(left), speaker_key(right))


def _two_voices(left: Claim, right: Claim) -> bool:
    """Whether two reports do not quote one speaker."""
    one, two = speaker_key(left), speaker_key(right)
    return one is None or two is None or not one_speaker(one, two)


def _of_one_day(left: Claim, right: Claim, context: Context) -> bool:
    """Whether neither figure is of a later report, or told to be a newer one."""
    if left.content.get("updated") or right.content.get("updated"):
        return False
    one, two = context.published(left), context.published(right)
    return one is None or two is None or one[:10] == two[:10]


def _value(claim: Claim) -> Decimal:
    value = claim.quantity.value if claim.quantity is not None else None
    return value if isinstance(value, Decimal) else Decimal(0)


def _update(check: NumberMismatch, ranges: Ranges, left: Claim, right: Claim, context: Context) -> bool:
    """Whether the higher figure of something that grows may simply be the later one, or the lower of what shrinks.

    It is where its words say so ("has risen to"), where its report is later, and where the lower figure
    is only a floor that the higher one does not break.
    """
    trend = context.domain.trend(left.measure)
    if check.when_rising == "ignore" or trend is None:
        return False
    if trend == "falling":
        return _fallen(ranges, left, right, context)
    rising = ranges.left_soft.below(ranges.right_soft)
    lower, higher = (left, right) if rising else (right, left)
    if higher.content.get("updated") and not lower.content.get("updated"):
        return True
    one, two = context.published(lower), context.published(higher)
    if one is not None and two is not None and earlier(one, two):
        return True
    if left.document == right.document:
        return False
    if _qualifier(lower) == "vague":
        return not _far_above(check, ranges)
    return (
        _is_floor(lower) and ranges.left_hard.overlaps(ranges.right_hard) and not _floors_apart(check, ranges)
    )


def _fallen(ranges: Ranges, left: Claim, right: Claim, context: Context) -> bool:
    """Whether the lower figure is of the later report, or its words say that it replaces another."""
    lower, higher = (left, right) if ranges.left_soft.below(ranges.right_soft) else (right, left)
    if lower.content.get("updated") and not higher.content.get("updated"):
        return True
    one, two = context.published(higher), context.published(lower)
    return one is not None and two is not None and earlier(one, two)


def _too_loose(
    relation: Relation, check: NumberMismatch, ranges: Ranges, left: Claim, right: Claim
) -> bool:
    """Whether a vague figure is too loose to strain the other: "dozens" beside 160; "several" beside hundreds is not."""
    lower, higher = (left, right) if ranges.left_soft.below(ranges.right_soft) else (right, left)
    vague = (_qualifier(lower) == "vague", _qualifier(higher) == "vague")
    if relation == "tension":
        return any(vague)
    return vague == (True, False) and not _far_above(check, ranges)


def _far_above(check: NumberMismatch, ranges: Ranges) -> bool:
    """Whether a figure is so many times the most that a vague one can mean that no slack explains it: several, hundreds."""
    least = check.tolerance.beyond_vague
    lower, higher = ranges.left_soft, ranges.right_soft
    if not lower.below(higher):
        lower, higher = higher, lower
    if least is None or lower.high is None or higher.low is None:
        return False
    return higher.low >= least * lower.high


def _strain(ranges: Ranges) -> float:
    """How sure a tension is: the surer, the further its figures are apart."""
    return 0.75 + 0.01 * min(float(factor_between(ranges) or 1), 5)


def _is_floor(claim: Claim) -> bool:
    return claim.quantity is not None and claim.quantity.is_floor


def _floors_apart(check: NumberMismatch, ranges: Ranges) -> bool:
    """Whether one figure begins at so many times the other that nobody would call them one toll."""
    factor = factor_between(ranges)
    return check.tolerance.floors is not None and factor is not None and factor >= check.tolerance.floors


def _verdict(relation: Relation) -> str:
    return {
        "contradiction": "the words leave no number that fits both: contradiction",
        "tension": "a number could fit both, but not one a reader would expect: tension",
        "agreement": "the figures are the same within the precision of the words: agreement",
        "update": "the later report gives the higher figure of something that grows: update",
    }[relation]

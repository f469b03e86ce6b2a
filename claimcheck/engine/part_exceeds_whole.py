"""A figure for a part that is larger than the figure for its whole."""

from __future__ import annotations

from claimcheck.align.comparisons import Slot
from claimcheck.align.scopes import scope_of
from claimcheck.engine.checks import PartExceedsWhole
from claimcheck.engine.context import Context
from claimcheck.engine.judgement import Judgement, certainty, compare_pair, one_voice, silent
from claimcheck.engine.ranges import ranges_of, times_words
from claimcheck.engine.rule_files import Rule
from claimcheck.model import Claim, Relation, Step, grouped

ALWAYS: tuple[Slot, ...] = ("unit", "period", "factuality", "polarity", "basis")


def roles(left: Claim, right: Claim, context: Context) -> tuple[Claim, Claim] | None:
    """The two claims as (part, whole) where the lexicon says one measure is a part of the other."""
    domain = context.domain
    if left.measure and domain.whole_of(left.measure) == right.measure:
        return left, right
    if right.measure and domain.whole_of(right.measure) == left.measure:
        return right, left
    return None


def judge(rule: Rule, left: Claim, right: Claim, context: Context) -> Judgement:
    """The relation of a part to its whole under a part_exceeds_whole rule, with every step."""
    check = rule.form.check
    assert isinstance(check, PartExceedsWhole)
    line = rule.line("check.part")
    cast = roles(left, right, context)
    if cast is None:
        return silent((), "not comparable: neither measure is a part of the other", left, right, line)
    part, whole = cast
    domain = context.domain
    steps: tuple[Step, ...] = (
        Step(
            f"{domain.label(part.measure)} are a part of {domain.label(whole.measure)}, so there cannot be more of them",
            (part.id, whole.id),
            line,
        ),
    )
    slots: tuple[Slot, ...] = tuple(dict.fromkeys((*ALWAYS, *check.pair.same)))
    comparisons, steps, refused = compare_pair(rule, part, whole, context, slots, steps)
    if refused is not None:
        return refused
    if whole.kind == "zero":
        return silent(
            steps, "not comparable: nothing is set against evidence by rules of its own", part, whole, line
        )
    voice = one_voice(part, whole)
    if voice is not None:
        return silent(steps, f"not comparable: {voice}", part, whole, line)
    counted = scope_of(whole, domain)
    people = whole.quantity is not None and whole.quantity.unit == "person"
    if counted not in ("generic", scope_of(part, domain)) and (counted is not None or people):
        return silent(
            steps, "not comparable: the part counts more sorts of people than the whole", part, whole, line
        )
    if whole.content.get("group"):
        return silent(
            steps, "not comparable: one figure is the strength of a part of the force", part, whole, line
        )
    ranges = ranges_of(part, whole)
    if ranges is None:
        return silent(steps, "not comparable: one side has no figure", part, whole, line)
    for claim, hard, soft in (
        (part, ranges.left_hard, ranges.left_soft),
        (whole, ranges.right_hard, ranges.right_soft),
    ):
        assert claim.quantity is not None
        text = f"“{claim.quantity.text}” means {hard.describe()}; a reader expects {soft.describe()}"
        steps += (Step(text, (claim.id,), rule.line("check.relations")),)
    relation: Relation
    if ranges.right_hard.below(ranges.left_hard) and check.relations.hard_apart != "none":
        relation = check.relations.hard_apart
        verdict = f"even the smallest part is larger than the largest whole: {relation}"
    elif ranges.right_soft.below(ranges.left_soft) and check.relations.soft_apart != "none":
        relation = check.relations.soft_apart
        verdict = f"the part a reader expects is larger than the whole: {relation}"
    else:
        return silent(steps, "the part can be smaller than the whole: both can be right", part, whole, line)
    steps += (Step(verdict, (part.id, whole.id), rule.line("check.relations")),)
    gap = grouped(ranges.gap().normalize()) if ranges.gap() else "nothing"
    words = {"gap": gap, "factor": times_words(ranges), "relation": relation}
    start = 0.97 if relation == "contradiction" else 0.8
    return Judgement(relation, steps, certainty(comparisons, part, whole, context, start), words)

"""Nothing is said to be lost, while something shows a loss."""

from __future__ import annotations

from claimcheck.align.comparisons import Slot
from claimcheck.engine.checks import ZeroVsEvidence
from claimcheck.engine.context import Context
from claimcheck.engine.judgement import Judgement, certainty, compare_pair, earlier, silent
from claimcheck.engine.rule_files import Rule
from claimcheck.model import Claim, Relation, Step

BOTH = ("personnel", "equipment")


def roles(rule: Rule, left: Claim, right: Claim) -> tuple[Claim, Claim] | None:
    """The two claims as (nothing, evidence) where the rule gives them these roles."""
    check = rule.form.check
    assert isinstance(check, ZeroVsEvidence)
    for one, two in ((left, right), (right, left)):
        nothing = (one.kind == "zero" and one.measure in check.zero) or (
            check.completed_counts and one.content.get("extent") == "all"
        )
        if (
            nothing
            and check.evidence in two.content.get("evidence", ())
            and two.kind in ("occurrence", "manner")
        ):
            return one, two
    return None


def judge(rule: Rule, left: Claim, right: Claim, context: Context) -> Judgement:
    """The relation of a claim of nothing to evidence under a zero_vs_evidence rule."""
    check = rule.form.check
    assert isinstance(check, ZeroVsEvidence)
    cast = roles(rule, left, right)
    if cast is None:
        return silent(
            (), "not comparable: not a claim of nothing against evidence", left, right, rule.line("check")
        )
    zero, evidence = cast
    slots: tuple[Slot, ...] = ("factuality", *check.pair.same)
    comparisons, steps, refused = compare_pair(rule, zero, evidence, context, slots)
    if refused is not None:
        return refused
    line = rule.line("check.pair")
    if "negated" in (zero.polarity, evidence.polarity):
        return silent(steps, "not comparable: one side is denied", zero, evidence, line)
    shared = sorted(set(zero.content.get("scope", BOTH)) & set(evidence.content.get("scope", BOTH)))
    if not shared:
        return silent(steps, "not comparable: they speak of different losses", zero, evidence, line)
    undated = evidence.in_headline or evidence.content.get("part") == "caption"
    doubtful = evidence.factuality == "hedged" or undated
    strong = evidence.content.get("strength") == "strong" and not doubtful
    weakness = "weak" if evidence.content.get("strength") != "strong" else "strong but hedged or undated"
    steps += (
        Step(f"both touch {' and '.join(shared)}", (zero.id, evidence.id), line),
        Step(
            f"the evidence is {'strong' if strong else weakness}", (evidence.id,), rule.line("check.evidence")
        ),
    )
    outcome = check.relations.strong if strong else check.relations.weak
    if outcome == "none":
        return silent(
            steps, "the rule keeps silent on such evidence", zero, evidence, rule.line("check.relations")
        )
    relation: Relation = outcome
    if check.later_evidence == "update" and _later(zero, evidence, context):
        relation = "update"
    steps += (
        Step(f"nothing lost, and a loss: {relation}", (zero.id, evidence.id), rule.line("check.relations")),
    )
    start = 0.9 if strong else 0.7
    return Judgement(
        relation, steps, certainty(comparisons, zero, evidence, context, start), {"relation": relation}
    )


def _later(zero: Claim, evidence: Claim, context: Context) -> bool:
    """Whether the evidence, for all that is known, is of the later report."""
    before, after = context.published(zero), context.published(evidence)
    return before is None or after is None or earlier(before, after)

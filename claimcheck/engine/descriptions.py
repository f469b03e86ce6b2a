"""The same thing described in opposite terms, or told twice."""

from __future__ import annotations

from claimcheck.align.comparisons import Slot
from claimcheck.engine.checks import Corroboration, Opposition
from claimcheck.engine.context import Context
from claimcheck.engine.judgement import Judgement, certainty, compare_pair, silent
from claimcheck.engine.rule_files import Rule
from claimcheck.model import Claim, Step


def judge_opposition(rule: Rule, left: Claim, right: Claim, context: Context) -> Judgement:
    """The relation of two descriptions under an opposition rule."""
    check = rule.form.check
    assert isinstance(check, Opposition)
    line = rule.line("check.axis")
    if not (
        left.kind == right.kind == "manner"
        and left.content.get("axis") == right.content.get("axis") == check.axis
    ):
        return silent((), "not comparable: not two descriptions on the rule's axis", left, right, line)
    slots: tuple[Slot, ...] = ("factuality", *check.pair.same)
    comparisons, steps, refused = compare_pair(rule, left, right, context, slots)
    if refused is not None:
        return refused
    if not _opposite(left, right):
        return silent(steps, f"{_pole(left)} and {_pole(right)} go together", left, right, line)
    relation = check.relations.opposite
    if relation == "none":
        return silent(steps, "the rule keeps silent on opposites", left, right, line)
    verdict = Step(f"{_pole(left)} against {_pole(right)}: {relation}", (left.id, right.id), line)
    return Judgement(
        relation, (*steps, verdict), certainty(comparisons, left, right, context, 0.7), {"relation": relation}
    )


def _opposite(left: Claim, right: Claim) -> bool:
    """Whether two ends exclude each other: both affirmed and different, or one affirmed and the same one denied."""
    same = left.content.get("pole") == right.content.get("pole")
    denied = [claim.polarity == "negated" for claim in (left, right)]
    return denied[0] != denied[1] if same else not any(denied)


def _pole(claim: Claim) -> str:
    pole = str(claim.content.get("pole", ""))
    return f"not {pole}" if claim.polarity == "negated" else pole


def judge_corroboration(rule: Rule, left: Claim, right: Claim, context: Context) -> Judgement:
    """Whether two reports tell the same occurrence."""
    check = rule.form.check
    assert isinstance(check, Corroboration)
    line = rule.line("check.pair")
    if left.kind != "occurrence" or left.content.get("occurrence") != right.content.get("occurrence"):
        return silent((), "not comparable: not the same occurrence", left, right, line)
    told = context.domain.occurrences[str(left.content["occurrence"])]
    if told.common:
        return silent((), f"{told.label} is told in every such story", left, right, line)
    slots: tuple[Slot, ...] = ("factuality", "polarity", *check.pair.same)
    comparisons, steps, refused = compare_pair(rule, left, right, context, slots)
    if refused is not None:
        return refused
    verdict = Step(f"both tell of {told.label}: agreement", (left.id, right.id), line)
    return Judgement(
        "agreement",
        (*steps, verdict),
        certainty(comparisons, left, right, context, 0.85),
        {"relation": "agreement"},
    )

"""Two statements that answer one question with answers that exclude each other."""

from __future__ import annotations

from claimcheck.align.comparisons import Slot
from claimcheck.engine.checks import Alternatives
from claimcheck.engine.context import Context
from claimcheck.engine.judgement import Judgement, certainty, compare_pair, silent
from claimcheck.engine.rule_files import Rule
from claimcheck.engine.slot_conflict import surely
from claimcheck.lexicon.forms import AxisForm
from claimcheck.model import Claim, Relation, Step


def judge(rule: Rule, left: Claim, right: Claim, context: Context) -> Judgement:
    """The relation of two answers under an alternatives rule, with every step."""
    check = rule.form.check
    assert isinstance(check, Alternatives)
    line = rule.line("check.axis")
    if not left.content.get("attribute") == right.content.get("attribute") == check.axis:
        return silent((), "not comparable: not two answers to the rule's question", left, right, line)
    slots: tuple[Slot, ...] = ("factuality", *check.pair.same)
    comparisons, steps, refused = compare_pair(rule, left, right, context, slots)
    if refused is not None:
        return refused
    axis = context.domain.alternatives[check.axis]
    one, two = str(left.content["value"]), str(right.content["value"])
    names = f"{axis.values[one].label} and {axis.values[two].label}"
    if not _exclude(axis, one, two):
        return silent(steps, f"{names} do not exclude each other", left, right, line)
    if left.content.get("person", "") != right.content.get("person", "") and {"person"} <= (
        left.content.keys() & right.content.keys()
    ):
        return silent(steps, "not comparable: two persons", left, right, line)
    order = _order(axis, left, right, context)
    relation: Relation | None = check.relations.conflict if check.relations.conflict != "none" else None
    if axis.changes and _days_apart(left, right, context):
        relation = "update"
    elif axis.develops and order is None and relation == "contradiction":
        relation = "tension"
    if axis.develops and order == "on":
        relation = "update"
    if relation is None:
        return silent(steps, "the rule keeps silent on such a conflict", left, right, line)
    verdict = "a later report goes a step on" if relation == "update" else "both cannot hold"
    step = Step(f"{names}: {verdict}: {relation}", (left.id, right.id), line)
    words = {"relation": relation, "question": axis.label, "gap": "", "factor": ""}
    return Judgement(
        relation, (*steps, step), certainty(comparisons, left, right, context, surely(left, right)), words
    )


def _exclude(axis: AxisForm, one: str, two: str) -> bool:
    if one == two:
        return False
    return not axis.exclude or (one, two) in axis.exclude or (two, one) in axis.exclude


def _days_apart(left: Claim, right: Claim, context: Context) -> bool:
    one, two = context.published(left), context.published(right)
    return one is None or two is None or one[:10] != two[:10]


def _order(axis: AxisForm, left: Claim, right: Claim, context: Context) -> str | None:
    """Whether the later report is a step further "on" or "back"; None where neither is later."""
    if not axis.develops:
        return None
    one, two = context.published(left), context.published(right)
    if one == two and left.time is not None and right.time is not None:
        one, two = left.time.start, right.time.start
    if one is None or two is None or one == two:
        return None
    earlier, later = (left, right) if one < two else (right, left)
    steps = [axis.develops.index(str(claim.content["value"])) for claim in (earlier, later)]
    return "on" if steps[0] < steps[1] else "back"

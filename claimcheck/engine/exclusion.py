"""Two occurrences that exclude each other, or one that is told and denied."""

from __future__ import annotations

from claimcheck.align.comparisons import Slot
from claimcheck.engine.checks import Exclusion
from claimcheck.engine.context import Context
from claimcheck.engine.judgement import Judgement, certainty, compare_pair, silent
from claimcheck.engine.rule_files import Rule
from claimcheck.model import Claim, Relation, Step


def judge(rule: Rule, left: Claim, right: Claim, context: Context) -> Judgement:
    """The relation of two occurrences under an exclusion rule."""
    check = rule.form.check
    assert isinstance(check, Exclusion)
    line = rule.line("check.of")
    one, two = _name(left), _name(right)
    if not {one, two}.intersection(check.of) or left.kind != "occurrence" or right.kind != "occurrence":
        return silent((), "not comparable: not two occurrences that the rule speaks of", left, right, line)
    if one != two and not context.domain.exclude(one, two):
        return silent((), "not comparable: the two occurrences do not exclude each other", left, right, line)
    slots: tuple[Slot, ...] = ("factuality", *check.pair.same)
    comparisons, steps, refused = compare_pair(rule, left, right, context, slots)
    if refused is not None:
        return refused
    denials = [claim.polarity == "negated" for claim in (left, right)]
    if one == two and denials[0] == denials[1]:
        return silent(steps, "both say the same", left, right, line)
    if one != two and any(denials):
        return silent(steps, "one of the two is denied, so both can hold", left, right, line)
    relation: Relation | None
    if one == two:
        said, outcome = f"told and denied: {_label(one, context)}", check.relations.denied
    else:
        said = f"{_label(one, context)} against {_label(two, context)}"
        outcome = check.relations.excluded
    relation = None if outcome == "none" else outcome
    if relation is not None and one != two and _ended(left, right, context):
        said, relation = f"{said}: the later report tells how it ended", "update"
    if relation is None:
        return silent(steps, "the rule keeps silent on this", left, right, rule.line("check.relations"))
    verdict = Step(f"{said}: {relation}", (left.id, right.id), rule.line("check.relations"))
    start = certainty(comparisons, left, right, context, 0.8)
    return Judgement(relation, (*steps, verdict), start, {"relation": relation})


def _ended(left: Claim, right: Claim, context: Context) -> bool:
    """Whether one occurrence ends the other and, for all that is known, its report is the later one."""
    for ended, end in ((left, right), (right, left)):
        form = context.domain.occurrences[_name(end)]
        before, after = context.published(ended), context.published(end)
        if _name(ended) in form.ends:
            return before is None or after is None or before < after
    return False


def _name(claim: Claim) -> str:
    return str(claim.content.get("occurrence", ""))


def _label(name: str, context: Context) -> str:
    return context.domain.occurrences[name].label

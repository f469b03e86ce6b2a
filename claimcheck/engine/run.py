"""Runs rules over claims and makes findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from claimcheck.align.blocking import blocks, pairs
from claimcheck.engine import number_mismatch, part_exceeds_whole, slot_conflict, status_timeline, zero_vs_evidence
from claimcheck.engine.context import Context
from claimcheck.engine.descriptions import judge_corroboration, judge_opposition
from claimcheck.engine.identity import facet_key, fingerprint
from claimcheck.engine.judgement import Judgement
from claimcheck.engine.rule_files import Rule
from claimcheck.engine.templates import render
from claimcheck.engine.told import Told
from claimcheck.model import Claim, Finding, Relation, Severity

Judge = Callable[[Rule, Claim, Claim, Context], Judgement]
JUDGES: Mapping[str, Judge] = {
    "number_mismatch": number_mismatch.judge,
    "part_exceeds_whole": part_exceeds_whole.judge,
    "zero_vs_evidence": zero_vs_evidence.judge,
    "status_timeline": status_timeline.judge,
    "slot_conflict": slot_conflict.judge,
    "opposition": judge_opposition,
    "corroboration": judge_corroboration,
}
RELATION_ORDER: tuple[Relation, ...] = ("contradiction", "tension", "update", "agreement")
SEVERITY_ORDER: tuple[Severity, ...] = ("high", "medium", "low")


def judge(rule: Rule, left: Claim, right: Claim, context: Context) -> Judgement:
    """What a rule says about two claims, with every step: what `explain --why-not` shows."""
    return JUDGES[rule.form.check.type](rule, left, right, context)


def find(rules: Sequence[Rule], claims: Sequence[Claim], context: Context) -> tuple[Finding, ...]:
    """The findings of all rules over claims of any number of stories, sorted; the same facts give one finding."""
    found: dict[tuple[str, ...], Finding] = {}
    ordered = sorted(
        claims, key=lambda claim: (claim.story, claim.document, claim.field, claim.start, claim.end, claim.id)
    )
    active = [rule for rule in rules if rule.form.maturity != "deprecated"]
    told = Told(ordered, context.domain)
    for block in blocks(ordered, context.domain):
        for left, right in pairs(block):
            for rule in active:
                judgement = judge(rule, left, right, context)
                if judgement.relation is None or (judgement.relation != "agreement" and told.both(left, right)):
                    continue
                finding = _finding(rule, left, right, judgement, context)
                key = (rule.id, *sorted((facet_key(left), facet_key(right))))
                known = found.get(key)
                if known is None or _rank(finding) < _rank(known):
                    found[key] = finding
    return tuple(sorted(found.values(), key=_order))


def _rank(finding: Finding) -> tuple[int, float, str]:
    """The order in which one of several findings on the same two facts is kept."""
    return RELATION_ORDER.index(finding.relation), -finding.confidence, finding.fingerprint


def _order(finding: Finding) -> tuple[str, int, int, float, str, str]:
    return (
        finding.story,
        RELATION_ORDER.index(finding.relation),
        SEVERITY_ORDER.index(finding.severity),
        -finding.confidence,
        finding.rule,
        finding.fingerprint,
    )


def _finding(rule: Rule, left: Claim, right: Claim, judgement: Judgement, context: Context) -> Finding:
    assert judgement.relation is not None
    relation = judgement.relation
    if rule.form.maturity == "experimental" and relation == "contradiction":
        relation = "tension"
    sides = _sides(rule, left, right, context)
    key = fingerprint(rule.id, (left, right))
    return Finding(
        id="f-" + key[:10],
        fingerprint=key,
        story=left.story,
        rule=rule.id,
        rule_hash=rule.rule_hash,
        relation=relation,
        severity=rule.form.severity,
        confidence=judgement.confidence,
        claims=tuple(claim.id for claim in sides.values()),
        origins=(1, 1),
        title=rule.form.title,
        explanation=render(rule.form.explanation(relation), {**judgement.words, **_words(sides, context)}),
        steps=judgement.steps,
    )


def _sides(rule: Rule, left: Claim, right: Claim, context: Context) -> dict[str, Claim]:
    """The claims by the role the rule gives them."""
    kind = rule.form.check.type
    cast: tuple[Claim, Claim] | None = None
    if kind == "part_exceeds_whole":
        cast = part_exceeds_whole.roles(left, right, context)
    elif kind == "zero_vs_evidence":
        cast = zero_vs_evidence.roles(rule, left, right)
    elif kind == "status_timeline":
        cast = status_timeline.roles(rule, left, right)
    return dict(zip(rule.form.check.roles, cast or (left, right), strict=True))


def _words(sides: Mapping[str, Claim], context: Context) -> dict[str, str]:
    """What an explanation may say of each claim."""
    return dict(entry for role, claim in sides.items() for entry in _claim_words(role, claim, context))


def _claim_words(role: str, claim: Claim, context: Context) -> Iterable[tuple[str, str]]:
    quantity = claim.quantity
    noun = f" {quantity.noun}" if quantity is not None and quantity.noun else ""
    yield f"{role}.speaker", context.speaker(claim)
    yield f"{role}.quote", f"“{' '.join(claim.quote.split())}”"
    yield f"{role}.range", quantity.hard.describe() if quantity is not None else ""
    yield f"{role}.figure", f"{quantity.text}{noun}" if quantity is not None else ""
    yield f"{role}.measure", context.domain.label(claim.measure)
    yield f"{role}.quality", str(claim.content.get("pole", ""))
    yield f"{role}.status", str(claim.content.get("status", "")).replace("_", " ")
    yield f"{role}.outlet", context.outlet(claim)
    yield f"{role}.time", claim.time.text if claim.time else context.published(claim) or "an unknown time"

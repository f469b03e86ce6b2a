"""Runs rules over claims and makes findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from claimcheck.align.blocking import blocks
from claimcheck.engine import (
    alternatives,
    number_mismatch,
    part_exceeds_whole,
    slot_conflict,
    status_timeline,
    zero_vs_evidence,
)
from claimcheck.engine.context import Context
from claimcheck.engine.descriptions import judge_corroboration, judge_opposition
from claimcheck.engine.exceptions import exception_to
from claimcheck.engine.figure_words import figure_words
from claimcheck.engine.identity import facet_key, fingerprint, question_key
from claimcheck.engine.judgement import Judgement, silent
from claimcheck.engine.rule_files import Rule
from claimcheck.engine.rule_index import RuleIndex
from claimcheck.engine.templates import render
from claimcheck.engine.told import Told
from claimcheck.engine.told_particulars import ToldParticulars
from claimcheck.errors import Problem
from claimcheck.model import Claim, Finding, Relation, Severity

FactKey = tuple[str, ...]
Judge = Callable[[Rule, Claim, Claim, Context], Judgement]
JUDGES: Mapping[str, Judge] = {
    "number_mismatch": number_mismatch.judge,
    "part_exceeds_whole": part_exceeds_whole.judge,
    "zero_vs_evidence": zero_vs_evidence.judge,
    "status_timeline": status_timeline.judge,
    "slot_conflict": slot_conflict.judge,
    "alternatives": alternatives.judge,
    "opposition": judge_opposition,
    "corroboration": judge_corroboration,
}
RELATION_ORDER: tuple[Relation, ...] = ("contradiction", "tension", "update", "agreement")
SEVERITY_ORDER: tuple[Severity, ...] = ("high", "medium", "low")


def judge(rule: Rule, left: Claim, right: Claim, context: Context) -> Judgement:
    """What a rule says about two claims, with every step: what `explain --why-not` shows."""
    judgement = JUDGES[rule.form.check.type](rule, left, right, context)
    if judgement.relation is None or not rule.form.unless:
        return judgement
    excepted = exception_to(rule.form.unless, _sides(rule, left, right, context), context)
    if excepted is None:
        return judgement
    number, why = excepted
    return silent(
        judgement.steps, f"an exception of the rule: {why}", left, right, rule.line(f"unless.{number}")
    )


def _judged(
    index: RuleIndex, left: Claim, right: Claim, context: Context
) -> Iterator[tuple[Rule, Judgement, Relation]]:
    """The rules that say something on a pair; of rules with the same check one keeps silent for all."""
    for family in index.families(left, right):
        for rule in family:
            judgement = judge(rule, left, right, context)
            if judgement.relation is None:
                break
            yield rule, judgement, judgement.relation


@dataclass(frozen=True, slots=True)
class Found:
    """The findings of a run, sorted, and what was left out of it."""

    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]


def find(rules: Sequence[Rule] | RuleIndex, claims: Sequence[Claim], context: Context) -> Found:
    """The findings of all rules over claims of any number of stories; the same facts give one finding."""
    best: dict[FactKey, Finding] = {}
    voices: dict[FactKey, dict[str, set[str]]] = {}
    problems: list[Problem] = []
    ordered = sorted(
        claims, key=lambda claim: (claim.story, claim.document, claim.field, claim.start, claim.end, claim.id)
    )
    index = rules if isinstance(rules, RuleIndex) else RuleIndex(rules)
    told = Told(ordered, context.domain)
    particulars = ToldParticulars(ordered)
    for block in blocks(ordered, context.domain):
        if block.left_out:
            problems.append(
                Problem(block.story, f"{block.left_out} claims on one thing were too many to compare")
            )
        for left, right in block.pairs():
            for rule, judgement, relation in _judged(index, left, right, context):
                if relation != "agreement" and (told.both(left, right) or particulars.both(left, right)):
                    continue
                key = (rule.id, *question_key(left, right, relation))
                for claim in (left, right):
                    voices.setdefault(key, {}).setdefault(facet_key(claim), set()).add(
                        context.origin(claim) or ""
                    )
                known = best.get(key)
                if known is not None and _certain(judgement) > _rank(known)[:2]:
                    continue
                # of equal particulars the words that stand first in their reports are shown
                if known is not None and _answers(left) and _certain(judgement) == _rank(known)[:2]:
                    continue
                finding = _finding(rule, left, right, judgement, context)
                if known is None or _rank(finding) < _rank(known):
                    best[key] = finding
    by_id = {claim.id: claim for claim in ordered}
    findings = [_with_origins(finding, voices[key], by_id) for key, finding in best.items()]
    return Found(tuple(sorted(findings, key=_order)), tuple(dict.fromkeys(problems)))


def _with_origins(finding: Finding, voices: Mapping[str, set[str]], claims: Mapping[str, Claim]) -> Finding:
    """The finding with the number of independent origins behind each side; unknown ones count as one."""
    counts = [
        len(voices.get(facet_key(claims[name]), set()) - {""}) for name in finding.claims if name in claims
    ]
    return replace(finding, origins=tuple(max(count, 1) for count in counts))


def _answers(claim: Claim) -> bool:
    """Whether a claim is a particular of the event or of a person: when, where, who, how old."""
    return claim.content.get("of") == "event" or claim.content.get("attribute") == "person"


def _certain(judgement: Judgement) -> tuple[int, float]:
    """The first part of the rank that a judgement's finding would have."""
    assert judgement.relation is not None
    return RELATION_ORDER.index(judgement.relation), -judgement.confidence


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
        title=rule.form.titled(relation),
        explanation=render(rule.form.explanation(relation), {**judgement.words, **_words(sides, context)}),
        steps=judgement.steps,
        former_rules=rule.form.replaces,
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
    yield f"{role}.speaker", context.speaker(claim)
    yield f"{role}.quote", f"“{' '.join(claim.quote.split()).rstrip(' .,;:')}”"
    yield f"{role}.range", quantity.hard.describe() if quantity is not None else ""
    yield f"{role}.figure", f"“{figure_words(claim)}”" if quantity is not None else ""
    yield f"{role}.measure", context.domain.label(claim.measure)
    yield f"{role}.quality", str(claim.content.get("pole", ""))
    yield f"{role}.status", str(claim.content.get("status", "")).replace("_", " ")
    yield f"{role}.value", str(claim.content.get("value", ""))
    yield f"{role}.outlet", context.outlet(claim)
    yield f"{role}.time", claim.time.text if claim.time else context.published(claim) or "an unknown time"

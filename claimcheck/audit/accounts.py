"""How a finding came about, or why a rule did not fire: the claims, slot by slot, then the steps."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.align.blocking import block_keys
from claimcheck.engine.judgement import Judgement
from claimcheck.engine.rule_files import Rule
from claimcheck.engine.run import judge
from claimcheck.errors import UsageError
from claimcheck.model import Claim, Finding, Relation, Report, Step
from claimcheck.pipeline import Knowledge, context_of

JOINED = ("event", "actor", "place", "time")
_COMPARED = re.compile(r"(?P<slot>[a-z_]+): (?P<level>[a-z]+) - (?P<reason>.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class SlotRow:
    """How the claims stand in one slot; the level is `unknown` where it is not stated."""

    slot: str
    level: str
    reason: str
    rule_line: int | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """All that led from the words to the relation, or to none.

    `finding` is what the report holds of it; `stopped` is the step that kept the rule silent;
    `notes` say what a reader should know besides.
    """

    rule: str
    relation: Relation | None
    claims: tuple[Claim, ...]
    slots: tuple[SlotRow, ...]
    steps: tuple[Step, ...]
    finding: Finding | None = None
    stopped: Step | None = None
    notes: tuple[str, ...] = ()


def account_of(report: Report, finding: Finding) -> Account:
    """The account of a finding, from the report alone."""
    by_id = {claim.id: claim for claim in report.claims}
    missing = [name for name in finding.claims if name not in by_id]
    if missing:
        raise UsageError(f"finding {finding.id}: the report does not hold its claim {missing[0]}; verify it")
    claims = tuple(by_id[name] for name in finding.claims)
    slots, steps = _sorted_out(finding.steps, claims)
    return Account(finding.rule, finding.relation, claims, slots, steps, finding)


def account_of_rule(report: Report, rule: Rule, left: Claim, right: Claim, knowledge: Knowledge) -> Account:
    """What the rule says about two claims of the report, judged again; UsageError where it cannot be asked."""
    if left.id == right.id:
        raise UsageError(f"{left.id} is one claim: name two")
    judgement = judge(rule, left, right, context_of(report.documents, knowledge))
    slots, steps = _sorted_out(judgement.steps, (left, right))
    stopped = judgement.steps[-1] if judgement.relation is None and judgement.steps else None
    notes = tuple(_notes(report, rule, (left, right), judgement, knowledge))
    found = _finding(report, rule, (left, right)) if judgement.relation else None
    return Account(rule.id, judgement.relation, (left, right), slots, steps, found, stopped, notes)


def _sorted_out(
    steps: Sequence[Step], claims: Sequence[Claim]
) -> tuple[tuple[SlotRow, ...], tuple[Step, ...]]:
    """The steps that compare a slot as rows, with the slots that nobody states; and the other steps."""
    rows: list[SlotRow] = []
    others: list[Step] = []
    for step in steps:
        match = _COMPARED.fullmatch(step.text)
        if match:
            rows.append(SlotRow(match["slot"], match["level"], match["reason"], step.rule_line))
        else:
            others.append(step)
    known = {row.slot for row in rows}
    rows += [row for row in _unstated(claims) if row.slot not in known]
    return tuple(rows), tuple(others)


def _unstated(claims: Sequence[Claim]) -> Iterator[SlotRow]:
    """The slots that at least one claim leaves open."""
    for slot in JOINED:
        stated = [getattr(claim, slot) is not None for claim in claims]
        if not all(stated):
            side = "on one side" if any(stated) else "on either side"
            yield SlotRow(slot, "unknown", f"the {'side' if slot == 'actor' else slot} is not stated {side}")


def _finding(report: Report, rule: Rule, claims: Sequence[Claim]) -> Finding | None:
    wanted = {claim.id for claim in claims}
    return next(
        (found for found in report.findings if found.rule == rule.id and set(found.claims) == wanted), None
    )


def _notes(
    report: Report, rule: Rule, claims: tuple[Claim, Claim], judgement: Judgement, knowledge: Knowledge
) -> Iterator[str]:
    left, right = claims
    if left.story != right.story:
        yield "The two are of different stories: a run never compares them."
    elif not set(block_keys(left, knowledge.domain)) & set(block_keys(right, knowledge.domain)):
        yield "A run does not set these two against each other at all: they have no subject in common."
    if rule.form.maturity == "deprecated":
        yield "The rule is deprecated: a run does not use it."
    if any(found.rule == rule.id and found.rule_hash != rule.rule_hash for found in report.findings):
        yield "The rule has changed since the report was written."
    if judgement.relation is not None and _finding(report, rule, claims) is None:
        yield (
            "The rule fires on these two, but the report has no finding on just this pair: "
            "of places that tell the same facts it keeps one."
        )

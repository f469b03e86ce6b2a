"""Which pair stands for a discrepancy that several reports tell: in a case, the one that was shown before.

A run lets the pair that it is surest of stand for all pairs that set the same two facts against each other, so a
report that is added can put another pair in the place of the one that somebody has decided on. As long as the
words of that one are still there, the case keeps showing it, with the decision.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection, select

from claimcheck.engine.identity import facet_key, fingerprint
from claimcheck.model import Claim, Finding, Report
from claimcheck.store.judging import chunks
from claimcheck.store.keys import Lineages, claim_key, placed
from claimcheck.store.records import finding_of
from claimcheck.store.tables import evidence, finding_records, findings

Facts = tuple[str, ...]


def as_shown_before(connection: Connection, report: Report, lineages: Lineages) -> Report:
    """The report, its discrepancies told by the pairs by which the case knows them, where these still stand."""
    by_id = {(claim.story, claim.id): claim for claim in report.claims}
    sides = {
        finding.id: [by_id[finding.story, name] for name in finding.claims if (finding.story, name) in by_id]
        for finding in report.findings
    }
    own = {
        finding.id: fingerprint(finding.rule, [placed(claim, lineages) for claim in sides[finding.id]])
        for finding in report.findings
    }
    known = _present(connection, sorted({finding.story for finding in report.findings}))
    arrived = set(own.values())
    if arrived <= known.keys():
        return report
    now = {claim_key(claim, lineages): claim for claim in report.claims}
    before: dict[Facts, tuple[str, list[Claim]]] = {}
    for key, (rule, names) in sorted(known.items()):
        claims = [now[name] for name in names if name in now]
        if key not in arrived and len(claims) == len(names) > 1:
            before[_facts(rule, claims)] = key, claims
    chosen = {
        finding.id: before[facts]
        for finding in report.findings
        if own[finding.id] not in known and (facts := _facts(finding.rule, sides[finding.id])) in before
    }
    records = _records(connection, [key for key, _ in chosen.values()])
    return replace(
        report,
        findings=tuple(_shown(finding, chosen, records) for finding in report.findings),
    )


def _shown(
    finding: Finding, chosen: Mapping[str, tuple[str, list[Claim]]], records: Mapping[str, Finding]
) -> Finding:
    if finding.id not in chosen:
        return finding
    key, claims = chosen[finding.id]
    kept = records[key]
    if (kept.relation, kept.rule_hash) != (finding.relation, finding.rule_hash):
        return finding
    return replace(
        kept,
        story=finding.story,
        fingerprint=fingerprint(finding.rule, claims),
        claims=tuple(claim.id for claim in claims),
        origins=finding.origins if len(finding.origins) == len(claims) else kept.origins,
        severity=finding.severity,
        steps=tuple(replace(step, claims=()) for step in kept.steps),
    )


def _facts(rule: str, claims: Sequence[Claim]) -> Facts:
    return (rule, *sorted(map(facet_key, claims)))


def _present(connection: Connection, stories: Sequence[str]) -> dict[str, tuple[str, list[str]]]:
    """Rule and claim keys of the findings of these stories that are there now, by their keys."""
    found: dict[str, tuple[str, list[str]]] = {}
    for some in chunks(stories):
        query = (
            select(findings.c.finding_key, findings.c.rule, evidence.c.claim_key)
            .join(evidence, evidence.c.finding_key == findings.c.finding_key)
            .where(findings.c.story.in_(some), findings.c.state != "absent")
            .order_by(findings.c.finding_key, evidence.c.side)
        )
        for key, rule, claim in connection.execute(query):
            found.setdefault(key, (rule, []))[1].append(claim)
    return found


def _records(connection: Connection, keys: Sequence[str]) -> dict[str, Finding]:
    found: dict[str, Finding] = {}
    columns = finding_records.c
    for some in chunks(keys):
        query = select(columns.finding_key, columns.record).where(columns.finding_key.in_(some))
        found.update({key: finding_of(record) for key, record in connection.execute(query)})
    return found

"""Keeps a run in the case: its documents, claims and findings, and what became of the findings of before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy import bindparam as bind

from claimcheck.contract import finding_to_json
from claimcheck.model import Claim, Document, Finding, Report
from claimcheck.store.chain import append_event
from claimcheck.store.document_rows import (
    covered_stories,
    documents_by_place,
    lineages_of,
    write_claims,
    write_documents,
)
from claimcheck.store.finding_rows import cluster_of, finding_values, known_findings, search_text, weight_of
from claimcheck.store.judging import chunks, judge_findings
from claimcheck.store.keys import Keys, Lineages, keys_of
from claimcheck.store.matching import ArrivedFinding, KnownFinding, Match, gone, matched
from claimcheck.store.representatives import as_shown_before
from claimcheck.store.tables import (
    claims,
    documents,
    evidence,
    finding_records,
    findings,
    known_keys,
    occurrences,
    runs,
    search_words,
    stories,
)
from claimcheck.store.views import Policy, RunSummary


@dataclass(frozen=True, slots=True)
class FoundNow:
    """A finding of the run with all that belongs to it."""

    finding: Finding
    claims: tuple[Claim, ...]
    documents: tuple[Document, ...]
    keys: Keys
    position: int


def add_run(connection: Connection, report: Report, at: str, policy: Policy) -> RunSummary:
    """Writes a run and carries the decisions over; the connection must be a writing one."""
    run = int(connection.scalar(select(func.coalesce(func.max(runs.c.run), 0))) or 0) + 1
    connection.execute(insert(runs).values(_run(run, report, at)))
    lineages = lineages_of(connection, report)
    covered = covered_stories(connection, report, lineages)
    versions = write_documents(connection, run, at, report, lineages, covered)
    numbers = write_claims(connection, run, report, lineages, versions, covered)
    report = as_shown_before(connection, report, lineages)
    now = found_now(report, lineages)
    known = known_findings(connection, covered, [found.keys.finding for found in now])
    matches = matched(known, [_arrived(found) for found in now])
    absent = gone(known, matches, *_still_there(connection))
    _write_findings(connection, run, now, matches)
    _write_evidence(connection, now, lineages, versions, numbers)
    _write_absent(connection, run, absent)
    _write_stories(connection, run, report, covered)
    touched = [found.keys.finding for found in now] + [finding.finding_key for finding, _ in absent]
    judge_findings(connection, touched, policy)
    summary = _summary(connection, run, matches, absent)
    outcome = {name: getattr(summary, name) for name in _COUNTED}
    connection.execute(update(runs).where(runs.c.run == run).values(outcome=outcome))
    append_event(connection, at, "claimcheck", "run", str(run), {"findings": len(now), **outcome})
    return summary


_COUNTED = ("new", "unchanged", "updated", "reopened", "absent")


def found_now(report: Report, lineages: Lineages) -> list[FoundNow]:
    """The findings of a report with their keys; one that says the same as another stands once."""
    by_id = {(claim.story, claim.id): claim for claim in report.claims}
    places = documents_by_place(report.documents)
    found: dict[str, FoundNow] = {}
    for position, finding in enumerate(report.findings):
        own = tuple(by_id[finding.story, name] for name in finding.claims if (finding.story, name) in by_id)
        if len(own) != len(finding.claims):
            continue
        keys = keys_of(finding, own, lineages, places)
        sources = tuple(places[claim.story, claim.document] for claim in own)
        found.setdefault(keys.finding, FoundNow(finding, own, sources, keys, position))
    return list(found.values())


def _run(run: int, report: Report, at: str) -> dict[str, Any]:
    return {
        "run": run,
        "started_at": at,
        "tool_version": report.tool_version,
        "packs": [{"name": p.name, "version": p.version, "sha256": p.sha256} for p in report.packs],
        "inputs": [
            {"story": d.story, "id": d.id, "path": d.path, "url": d.url, "sha256": d.sha256}
            for d in report.documents
        ],
        "problems": [{"where": p.where, "what": p.what} for p in report.problems],
        "documents": len(report.documents),
        "claims": len(report.claims),
        "findings": len(report.findings),
        "outcome": {},
    }


def _arrived(found: FoundNow) -> ArrivedFinding:
    finding = found.finding
    sentences = tuple(claim.sentence for claim in found.claims)
    return ArrivedFinding(
        found.keys, finding.rule, finding.rule_hash, finding.relation, sentences, finding.former_rules
    )


def _still_there(connection: Connection) -> tuple[dict[str, str], set[str]]:
    """The document of every claim key whose document is still in the case's input, and the claim keys of now."""
    query = (
        select(claims.c.claim_key, claims.c.document)
        .join(documents, documents.c.key == claims.c.document)
        .where(documents.c.current)
    )
    there = dict(connection.execute(query).all())
    return there, set(connection.scalars(select(claims.c.claim_key).where(claims.c.current)))


def _write_findings(
    connection: Connection, run: int, now: Sequence[FoundNow], matches: Sequence[Match]
) -> None:
    weights = _cluster_weights(now)
    fresh, again = [], []
    for found, match in zip(now, matches, strict=True):
        values = finding_values(
            found.finding, found.claims, found.documents, found.keys, found.position, weights
        )
        values |= {"state": match.state, "returns": match.returns, "absent_because": None, "last_run": run}
        if match.known is not None:
            again.append(values)
        else:
            ancestor = match.ancestor.finding_key if match.ancestor else None
            fresh.append(
                values
                | {
                    "ancestor": ancestor,
                    "first_run": run,
                    "review": "unreviewed",
                    "reviewers": [],
                    "answered": 0,
                }
            )
    if fresh:
        connection.execute(insert(findings), fresh)
        own = [{"finding_key": row["finding_key"], "finding": row["finding_key"]} for row in fresh]
        _write_known_keys(connection, own)
    if again:
        names = [name for name in again[0] if name != "finding_key"]
        statement = (
            update(findings)
            .where(findings.c.finding_key == bind("of"))
            .values({name: bind(f"to_{name}") for name in names})
        )
        connection.execute(
            statement,
            [{"of": row["finding_key"], **{f"to_{name}": row[name] for name in names}} for row in again],
        )
    for some in chunks([found.keys.finding for found in now]):
        connection.execute(delete(search_words).where(search_words.c.finding_key.in_(some)))
        connection.execute(delete(finding_records).where(finding_records.c.finding_key.in_(some)))
    if now:
        connection.execute(
            insert(finding_records),
            [
                {
                    "finding_key": f.keys.finding,
                    "record": finding_to_json(f.finding),
                    "facts": [dict(facts) for facts in f.keys.facts],
                }
                for f in now
            ],
        )
        connection.execute(
            insert(search_words),
            [
                {
                    "finding_key": f.keys.finding,
                    "words": search_text(f.finding, f.claims, f.documents),
                }
                for f in now
            ],
        )
        connection.execute(
            insert(occurrences),
            [_occurrence(run, found, match) for found, match in zip(now, matches, strict=True)],
        )


def _write_known_keys(connection: Connection, own: Sequence[Mapping[str, str]]) -> None:
    """Every finding is known by its own key, also where an import had made that key another's name."""
    for some in chunks([row["finding_key"] for row in own]):
        connection.execute(delete(known_keys).where(known_keys.c.finding_key.in_(some)))
    connection.execute(insert(known_keys), list(own))


def _occurrence(run: int, found: FoundNow, match: Match) -> dict[str, Any]:
    return {
        "run": run,
        "finding_key": found.keys.finding,
        "state": match.state,
        "relation": found.finding.relation,
        "confidence": found.finding.confidence,
        "rule_hash": found.finding.rule_hash,
        "evidence_hash": found.keys.evidence_hash,
        "facts_hash": found.keys.facts_hash,
        "text_moved": match.text_moved,
    }


def _cluster_weights(now: Sequence[FoundNow]) -> dict[str, float]:
    weights: dict[str, float] = {}
    for found in now:
        cluster = cluster_of(found.finding, found.claims)
        weights[cluster] = max(weights.get(cluster, 0.0), weight_of(found.finding))
    return weights


def _write_evidence(
    connection: Connection,
    now: Sequence[FoundNow],
    lineages: Lineages,
    versions: Mapping[str, int],
    numbers: Mapping[str, int],
) -> None:
    for some in chunks([found.keys.finding for found in now]):
        connection.execute(delete(evidence).where(evidence.c.finding_key.in_(some)))
    rows = []
    for found in now:
        for side, (claim, key) in enumerate(zip(found.claims, found.keys.claims, strict=True), start=1):
            document = lineages[claim.story, claim.document].key
            rows.append(
                {
                    "finding_key": found.keys.finding,
                    "side": side,
                    "claim_key": key,
                    "claim_id": claim.id,
                    "claim": numbers.get(claim.id),
                    "document": document,
                    "version": versions[document],
                    "field": claim.field,
                    "start_offset": claim.start,
                    "end_offset": claim.end,
                    "quote": claim.quote,
                    "sentence": claim.sentence,
                }
            )
    if rows:
        connection.execute(insert(evidence), rows)


def _write_absent(connection: Connection, run: int, absent: Sequence[tuple[KnownFinding, str]]) -> None:
    if not absent:
        return
    statement = (
        update(findings)
        .where(findings.c.finding_key == bind("of"))
        .values(state="absent", absent_because=bind("why"))
    )
    connection.execute(statement, [{"of": finding.finding_key, "why": why} for finding, why in absent])
    rows = [
        {
            "run": run,
            "finding_key": finding.finding_key,
            "state": "absent",
            "relation": finding.relation,
            "confidence": 0.0,
            "rule_hash": finding.rule_hash,
            "evidence_hash": finding.evidence_hash,
            "facts_hash": finding.facts_hash,
            "text_moved": False,
        }
        for finding, _ in absent
    ]
    connection.execute(insert(occurrences), rows)


def _write_stories(connection: Connection, run: int, report: Report, covered: set[str]) -> None:
    for some in chunks(sorted(covered)):
        connection.execute(delete(stories).where(stories.c.name.in_(some)))
    by_document = {document.id: document.story for document in report.documents}
    rows: dict[str, list[dict[str, Any]]] = {document.story: [] for document in report.documents}
    for words in report.not_checked:
        rows[by_document[words.document]].append(
            {
                "document": words.document,
                "field": words.field,
                "start": words.start,
                "end": words.end,
                "quote": words.quote,
                "reason": words.reason,
            }
        )
    connection.execute(
        insert(stories),
        [{"name": name, "run": run, "not_checked": listed} for name, listed in sorted(rows.items())],
    )


def _summary(
    connection: Connection, run: int, matches: Sequence[Match], absent: Sequence[tuple[KnownFinding, str]]
) -> RunSummary:
    often = Counter(match.state for match in matches)
    query = (
        select(findings.c.review, func.count()).where(findings.c.last_run == run).group_by(findings.c.review)
    )
    review: dict[str, int] = dict(connection.execute(query).all())
    return RunSummary(
        run=run,
        findings=len(matches),
        new=often["new"],
        unchanged=often["unchanged"],
        updated=often["updated"],
        reopened=often["reopened"],
        absent=len(absent),
        kept_decisions=int(review.get("reviewed", 0)),
        to_confirm=int(review.get("changed", 0)),
    )

"""The case as a report, and a run's own report with the standing decisions of the case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, select

from claimcheck.errors import Problem
from claimcheck.model import Decision, Document, NotChecked, Pack, Report, Standing
from claimcheck.store.finding_views import before_of, last_answer
from claimcheck.store.judging import chunks
from claimcheck.store.keys import Lineage
from claimcheck.store.opened import document_in, open_finding
from claimcheck.store.records import claim_of, finding_of
from claimcheck.store.representatives import as_shown_before
from claimcheck.store.runs import found_now
from claimcheck.store.statistics import rule_rows
from claimcheck.store.tables import (
    claims,
    decisions,
    document_versions,
    documents,
    finding_records,
    findings,
    runs,
    stories,
)
from claimcheck.store.verdicts import decision_of
from claimcheck.store.views import Policy, Reviewer

ANYBODY = Reviewer("", "reader")


def case_report(connection: Connection, story: str | None, policy: Policy, *, names: bool) -> Report:
    """All that the case holds now of one story or of all, as a report; without a run an empty one."""
    last = connection.execute(select(runs).order_by(runs.c.run.desc()).limit(1)).one_or_none()
    own = [True] if story is None else [documents.c.story == story]
    sources = _documents(connection, own)
    query = (
        select(findings, finding_records.c.record)
        .join(finding_records, finding_records.c.finding_key == findings.c.finding_key)
        .where(findings.c.state != "absent")
    )
    if story is not None:
        query = query.where(findings.c.story == story)
    rows = sorted(connection.execute(query).all(), key=lambda row: (row.story, row.position, row.finding_key))
    shown = _reviewed(connection, rows, policy, names=names)
    return Report(
        tool_version=last.tool_version if last else "",
        packs=tuple(Pack(p["name"], p["version"], p["sha256"]) for p in last.packs) if last else (),
        documents=sources,
        claims=_claims(connection, story),
        findings=tuple(replace(finding_of(row.record), **shown[row.finding_key]) for row in rows),
        not_checked=_not_checked(connection, story),
        problems=(
            *(Problem(p["where"], p["what"]) for p in (last.problems if last else ())),
            *imprecise_rules(connection, policy),
        ),
    )


def with_decisions(connection: Connection, report: Report, policy: Policy, *, names: bool) -> Report:
    """The report of a run that the case keeps, its findings with what stands on them."""
    lineages = {
        (row.story, row.id): Lineage(row.key, row.first_story, row.first_id)
        for row in connection.execute(select(documents).where(documents.c.current))
    }
    report = as_shown_before(connection, report, lineages)
    keys = {
        (found.finding.story, found.finding.id): found.keys.finding for found in found_now(report, lineages)
    }
    rows: list[Any] = []
    for some in chunks(sorted(set(keys.values()))):
        rows += connection.execute(select(findings).where(findings.c.finding_key.in_(some))).all()
    shown = _reviewed(connection, rows, policy, names=names)
    return replace(
        report,
        findings=tuple(
            replace(finding, **shown.get(keys.get((finding.story, finding.id), ""), {}))
            for finding in report.findings
        ),
        problems=(*report.problems, *imprecise_rules(connection, policy)),
    )


def imprecise_rules(connection: Connection, policy: Policy) -> Iterator[Problem]:
    """The rules whose findings review has too often found wrong, for a reader of the report to know."""
    for row in rule_rows(connection, policy):
        if not row.below or row.precision is None or row.low is None or row.high is None:
            continue
        right, settled = row.confirmed + row.explained, row.confirmed + row.explained + row.dismissed
        yield Problem(
            f"rule {row.rule}",
            f"of {settled} findings that people answered, {right} were right: precision {row.precision:.0%} "
            f"(95 % interval {row.low:.0%} to {row.high:.0%}), below the {policy.precision_below:.0%} that is set",
        )


def _reviewed(
    connection: Connection, rows: Sequence[Any], policy: Policy, *, names: bool
) -> dict[str, dict[str, Any]]:
    """For each finding the fields `review` and `case`."""
    standing = _decisions(connection, [row.decision for row in rows if row.review == "reviewed"])
    shown: dict[str, dict[str, Any]] = {}
    for row in rows:
        decision = standing.get(row.decision) if row.review == "reviewed" else None
        earlier, changes = _earlier(connection, row, policy, names=names)
        shown[row.finding_key] = {
            "review": decision_of(decision, row.reviewers if names else ()) if decision else None,
            "case": Standing(row.state, row.review, earlier, changes),
        }
    return shown


def _earlier(
    connection: Connection, row: Any, policy: Policy, *, names: bool
) -> tuple[Decision | None, tuple[str, ...]]:
    if row.review != "changed":
        return None, ()
    found = last_answer(connection, row.finding_key, row.ancestor)
    if found is None:
        return None, ()
    opened = open_finding(connection, ANYBODY, row.finding_key, "", policy)
    before = before_of(connection, opened)
    return decision_of(found[1], (found[0].reviewer,) if names else ()), before.changes if before else ()


def _decisions(connection: Connection, ids: Sequence[str]) -> Mapping[str, Any]:
    columns = decisions.c
    found: dict[str, Any] = {}
    for some in chunks(ids):
        query = select(columns.id, columns.verdict, columns.at, columns.reason_code, columns.note)
        found.update({row.id: row for row in connection.execute(query.where(columns.id.in_(some)))})
    return found


def _documents(connection: Connection, own: Sequence[Any]) -> tuple[Document, ...]:
    query = (
        select(document_versions)
        .join(
            documents,
            (documents.c.key == document_versions.c.document)
            & (documents.c.version == document_versions.c.version),
        )
        .where(documents.c.current, *own)
    )
    found = [document_in(row) for row in connection.execute(query).mappings()]
    return tuple(sorted(found, key=lambda document: (document.story, document.id)))


def _claims(connection: Connection, story: str | None) -> tuple[Any, ...]:
    query = select(claims.c.record, claims.c.story, claims.c.position).where(claims.c.current)
    if story is not None:
        query = query.where(claims.c.story == story)
    rows = sorted(connection.execute(query).all(), key=lambda row: (row.story, row.position))
    return tuple(claim_of(row.record) for row in rows)


def _not_checked(connection: Connection, story: str | None) -> tuple[NotChecked, ...]:
    query = select(stories)
    if story is not None:
        query = query.where(stories.c.name == story)
    rows = sorted(connection.execute(query).all(), key=lambda row: str(row.name))
    return tuple(NotChecked(**words) for row in rows for words in row.not_checked)

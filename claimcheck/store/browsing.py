"""Stories, documents, runs and how far the review is."""

from __future__ import annotations

from sqlalchemy import Connection, case, func, or_, select

from claimcheck.errors import UsageError
from claimcheck.model import Document, Verdict
from claimcheck.store.opened import document_in
from claimcheck.store.queue import counts_by_state, review_counts
from claimcheck.store.records import claim_of
from claimcheck.store.tables import claims, document_versions, documents, evidence, findings, runs
from claimcheck.store.views import (
    DocumentRow,
    DocumentView,
    Progress,
    QueueFilter,
    Reviewer,
    RunRow,
    Story,
)

_PRESENT = findings.c.state != "absent"


def progress(connection: Connection, who: Reviewer, story: str | None) -> Progress:
    """How far the review of one story or of all is."""
    wanted = QueueFilter(story=story)
    often: dict[str, int] = {}
    for state, review, count in review_counts(connection, wanted):
        if state != "absent":
            often[review] = often.get(review, 0) + count
    verdicts: dict[Verdict, int] = {}
    if often.get("reviewed"):
        query = select(findings.c.verdict, func.count()).where(_PRESENT, findings.c.review == "reviewed")
        if story is not None:
            query = query.where(findings.c.story == story)
        given = connection.execute(query.group_by(findings.c.verdict))
        verdicts = {verdict: count for verdict, count in given if verdict}
    counts = counts_by_state(connection, who, wanted)
    return Progress(
        findings=sum(often.values()),
        reviewed=often.get("reviewed", 0),
        verdicts=verdicts,
        unreviewed=often.get("unreviewed", 0),
        changed=often.get("changed", 0),
        waiting=often.get("waiting", 0),
        disputed=often.get("disputed", 0),
        absent=counts["absent"],
        todo=counts["unreviewed"],
    )


def stories_of(connection: Connection) -> tuple[Story, ...]:
    """The stories that have a document now, by name."""
    sources = connection.execute(
        select(documents.c.story, func.count()).where(documents.c.current).group_by(documents.c.story)
    )
    found = {
        story: (count, done)
        for story, count, done in connection.execute(
            select(
                findings.c.story,
                func.count(),
                func.sum(case((findings.c.review == "reviewed", 1), else_=0)),
            )
            .where(_PRESENT)
            .group_by(findings.c.story)
        )
    }
    rows = [Story(story, count, *map(int, found.get(story, (0, 0)))) for story, count in sources]
    return tuple(sorted(rows, key=lambda story: story.name))


def document_rows(
    connection: Connection, story: str | None, key: str | None = None
) -> tuple[DocumentRow, ...]:
    """The documents that are there now (or the one of a key, there or not), by story and id."""
    versions = document_versions.c
    query = (
        select(documents.c.key, document_versions)
        .join(
            document_versions,
            (versions.document == documents.c.key) & (versions.version == documents.c.version),
        )
        .where(documents.c.key == key if key is not None else documents.c.current)
    )
    if story is not None:
        query = query.where(documents.c.story == story)
    said: dict[str, int] = dict(
        connection.execute(
            select(claims.c.document, func.count()).where(claims.c.current).group_by(claims.c.document)
        ).all()
    )
    stands: dict[str, int] = dict(
        connection.execute(
            select(evidence.c.document, func.count(evidence.c.finding_key.distinct()))
            .join(findings, findings.c.finding_key == evidence.c.finding_key)
            .where(_PRESENT)
            .group_by(evidence.c.document)
        ).all()
    )
    rows = [
        DocumentRow(
            key=row.key,
            story=row.story,
            id=row.id,
            outlet=row.outlet,
            title=row.title,
            published=row.published,
            url=row.url,
            path=row.path,
            sha256=row.sha256,
            retrieved_at=row.retrieved_at,
            versions=row.version,
            claims=said.get(row.key, 0),
            findings=stands.get(row.key, 0),
        )
        for row in connection.execute(query)
    ]
    return tuple(sorted(rows, key=lambda row: (row.story, row.id)))


def document_view(connection: Connection, key: str) -> DocumentView:
    """A document with its claims as it was last read; `key` may be its id too. UsageError where it is not one."""
    found = connection.scalars(
        select(documents.c.key).where(or_(documents.c.key == key, documents.c.id == key))
    ).all()
    rows = document_rows(connection, None, found[0]) if len(found) == 1 else ()
    if not rows:
        what = "more than one document" if len(found) > 1 else "no document"
        raise UsageError(f"there is {what} “{key}” in the case")
    row = rows[0]
    query = (
        select(claims.c.record)
        .join(documents, documents.c.key == claims.c.document)
        .where(claims.c.document == row.key, claims.c.last_run == documents.c.last_run)
        .order_by(claims.c.position)
    )
    stands: dict[str, list[str]] = {}
    for claim, finding in connection.execute(
        select(evidence.c.claim_id, evidence.c.finding_key)
        .join(findings, findings.c.finding_key == evidence.c.finding_key)
        .where(evidence.c.document == row.key, _PRESENT)
        .order_by(findings.c.weight.desc(), evidence.c.finding_key)
    ):
        stands.setdefault(claim, []).append(finding)
    return DocumentView(
        row=row,
        document=versions_of(connection, row.key)[-1],
        claims=tuple(claim_of(record) for record in connection.scalars(query)),
        findings={claim: tuple(keys) for claim, keys in stands.items()},
    )


def versions_of(connection: Connection, key: str) -> tuple[Document, ...]:
    """Every version of a document, the oldest first."""
    query = (
        select(document_versions)
        .where(document_versions.c.document == key)
        .order_by(document_versions.c.version)
    )
    return tuple(document_in(row) for row in connection.execute(query).mappings())


def run_rows(connection: Connection) -> tuple[RunRow, ...]:
    """All runs, the last first."""
    query = select(runs).order_by(runs.c.run.desc())
    return tuple(
        RunRow(row.run, row.started_at, row.tool_version, row.documents, row.claims, row.findings)
        for row in connection.execute(query)
    )

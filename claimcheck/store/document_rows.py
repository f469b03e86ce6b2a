"""Documents and claims of a run, written where a case keeps them; nothing that was read before is lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, insert, select, update
from sqlalchemy import bindparam as bind

from claimcheck.contract import claim_to_json, document_to_json
from claimcheck.model import Claim, Document, Report
from claimcheck.store.judging import chunks
from claimcheck.store.keys import Lineage, Lineages, claim_key, digest
from claimcheck.store.lineage import DERIVED, KnownDocument, line_hashes, traced
from claimcheck.store.tables import claims, document_versions, documents


def known_documents(connection: Connection) -> list[KnownDocument]:
    """All documents of the case as they were last seen, with the lines of those that have no id of their own."""
    versions = document_versions.c
    query = select(documents, versions.text).outerjoin(
        document_versions,
        (versions.document == documents.c.key) & (versions.version == documents.c.version),
    )
    return [
        KnownDocument(
            Lineage(row.key, row.first_story, row.first_id),
            row.story,
            row.id,
            row.outlet,
            row.path,
            row.sha256,
            line_hashes(row.text) if row.text and row.id.startswith(DERIVED) else {},
        )
        for row in connection.execute(query)
    ]


def covered_stories(connection: Connection, report: Report, lineages: Lineages) -> set[str]:
    """The stories that a run speaks for: its own, and those whose documents have all moved into it."""
    own = {document.story for document in report.documents}
    arrived = {lineage.key for lineage in lineages.values()}
    left: dict[str, set[str]] = {}
    for story, key in connection.execute(
        select(documents.c.story, documents.c.key).where(documents.c.current)
    ):
        left.setdefault(story, set()).add(key)
    return own | {story for story, keys in left.items() if keys <= arrived}


def lineages_of(connection: Connection, report: Report) -> Lineages:
    """The lineage of each document of a report in this case."""
    return traced(known_documents(connection), report.documents)


def write_documents(
    connection: Connection, run: int, at: str, report: Report, lineages: Lineages, covered: set[str]
) -> dict[str, int]:
    """Keeps the documents, a new version where one has changed; the version of each by its key."""
    for some in chunks(sorted(covered)):
        connection.execute(update(documents).where(documents.c.story.in_(some)).values(current=False))
    known = {
        row.key: (row.version, row.record_hash)
        for row in connection.execute(
            select(documents.c.key, documents.c.version, document_versions.c.record_hash).outerjoin(
                document_versions,
                (document_versions.c.document == documents.c.key)
                & (document_versions.c.version == documents.c.version),
            )
        )
    }
    rows: list[dict[str, Any]] = []
    fresh: list[dict[str, Any]] = []
    seen: list[dict[str, Any]] = []
    versions: dict[str, int] = {}
    for document in documents_by_place(report.documents).values():
        lineage = lineages[document.story, document.id]
        record = document_to_json(document)
        sealed = digest(record)
        number, before = known.get(lineage.key, (0, None))
        changed = before != sealed
        versions[lineage.key] = number + 1 if changed else number
        if changed:
            rows.append(_version(lineage.key, versions[lineage.key], run, at, record, sealed))
        (seen if lineage.key in known else fresh).append(
            _document(document, lineage, versions[lineage.key], run, new=lineage.key not in known)
        )
    if fresh:
        connection.execute(insert(documents), fresh)
    if seen:
        changing = [{f"to_{name}": value for name, value in row.items()} for row in seen]
        names = (name for name in seen[0] if name != "key")
        connection.execute(
            update(documents)
            .where(documents.c.key == bind("to_key"))
            .values({name: bind(f"to_{name}") for name in names}),
            changing,
        )
    if rows:
        connection.execute(insert(document_versions), rows)
    return versions


def _version(
    key: str, number: int, run: int, at: str, record: Mapping[str, Any], sealed: str
) -> dict[str, Any]:
    return {
        **record,
        "document": key,
        "version": number,
        "run": run,
        "retrieved_at": at,
        "record_hash": sealed,
    }


def _document(document: Document, lineage: Lineage, version: int, run: int, *, new: bool) -> dict[str, Any]:
    row: dict[str, Any] = {
        "key": lineage.key,
        "story": document.story,
        "id": document.id,
        "outlet": document.outlet,
        "path": document.path,
        "sha256": document.sha256,
        "current": True,
        "version": version,
        "last_run": run,
    }
    if new:
        row |= {"first_story": lineage.story, "first_id": lineage.id, "first_run": run}
    return row


def write_claims(
    connection: Connection,
    run: int,
    report: Report,
    lineages: Lineages,
    versions: Mapping[str, int],
    covered: set[str],
) -> dict[str, int]:
    """Keeps the claims, each once however often it is read; the number of each by its id within its document's key."""
    for some in chunks(sorted(covered)):
        connection.execute(update(claims).where(claims.c.story.in_(some)).values(current=False))
    known: dict[tuple[str, str], int] = {}
    for keys in chunks(sorted(versions)):
        query = select(claims.c.document, claims.c.record_hash, claims.c.number).where(
            claims.c.document.in_(keys)
        )
        known.update({(document, sealed): number for document, sealed, number in connection.execute(query)})
    fresh, seen = [], []
    places: dict[tuple[str, str], str] = {}
    for position, claim in enumerate(report.claims):
        key = lineages[claim.story, claim.document].key
        record = claim_to_json(claim)
        sealed = digest(record)
        places[key, sealed] = claim.id
        if (key, sealed) in known:
            number = known[key, sealed]
            seen.append({"of": number, "now": run, "at": position, "of_version": versions[key]})
        else:
            fresh.append(_claim(claim, key, versions[key], run, position, record, sealed, lineages))
    if seen:
        connection.execute(_SEEN_AGAIN, seen)
    if fresh:
        connection.execute(insert(claims), fresh)
    return _numbers(connection, run)


_SEEN_AGAIN = (
    update(claims)
    .where(claims.c.number == bind("of"))
    .values(last_run=bind("now"), position=bind("at"), version=bind("of_version"), current=True)
)


def _claim(
    claim: Claim,
    document: str,
    version: int,
    run: int,
    position: int,
    record: Mapping[str, Any],
    sealed: str,
    lineages: Lineages,
) -> dict[str, Any]:
    return {
        "id": claim.id,
        "claim_key": claim_key(claim, lineages),
        "document": document,
        "version": version,
        "story": claim.story,
        "kind": claim.kind,
        "measure": claim.measure,
        "speaker": claim.speaker.name if claim.speaker else None,
        "quote": claim.quote,
        "position": position,
        "record": record,
        "record_hash": sealed,
        "first_run": run,
        "last_run": run,
        "current": True,
    }


def _numbers(connection: Connection, run: int) -> dict[str, int]:
    """The numbers of the claims of a run by their ids."""
    query = select(claims.c.id, claims.c.number).where(claims.c.last_run == run, claims.c.current)
    return dict(connection.execute(query).all())


def documents_by_place(documents_: Sequence[Document]) -> dict[tuple[str, str], Document]:
    """The documents by story and id."""
    return {(document.story, document.id): document for document in documents_}

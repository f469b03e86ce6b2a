"""The record of a case as JSON Lines that live in git: sorted, one thing a line, no time of a run, no line numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from claimcheck.store.columns import canonical
from claimcheck.store.exchange_records import SCHEMA
from claimcheck.store.recording import CONTENT
from claimcheck.store.tables import decisions, documents, evidence, findings, known_keys

_DOCUMENT = ("key", "first_story", "first_id", "story", "id", "outlet", "path", "sha256")
_FINDING = (
    "finding_key",
    "group_key",
    "absent_because",
    "ancestor",
    "returns",
    "evidence_hash",
    "facts_hash",
    "rule_hash",
)
_LASTING = ("updated", "reopened", "absent")


def exported(connection: Connection) -> str:
    """All lines; the same case gives the same bytes."""
    return "".join(f"{canonical(line)}\n" for line in _lines(connection))


def _lines(connection: Connection) -> Iterator[dict[str, Any]]:
    yield {"type": "header", "schema": SCHEMA}
    decided = _decided(connection)
    sides = _sides(connection, decided)
    wanted = {side["document"] for listed in sides.values() for side in listed}
    for row in sorted(connection.execute(select(documents)).mappings(), key=lambda row: str(row["key"])):
        if row["key"] in wanted:
            yield {"type": "document", **{name: row[name] for name in _DOCUMENT}}
    for row in sorted(
        connection.execute(select(findings)).mappings(), key=lambda row: str(row["finding_key"])
    ):
        key = row["finding_key"]
        if key in decided:
            yield {
                "type": "finding",
                **{name: row[name] for name in _FINDING},
                "state": row["state"] if row["state"] in _LASTING else "unchanged",
                "ancestor": row["ancestor"] if row["ancestor"] in decided else None,
                "evidence": sides.get(key, []),
            }
    for name, finding in sorted(connection.execute(select(known_keys))):
        if name != finding and finding in decided:
            yield {"type": "key", "finding_key": name, "finding": finding}
    rows = connection.execute(select(decisions)).mappings()
    for row in sorted(rows, key=lambda row: (str(row["finding_key"]), str(row["at"]), str(row["id"]))):
        yield {"type": "decision", "id": row["id"], **{name: row[name] for name in CONTENT}}


def _decided(connection: Connection) -> set[str]:
    """The findings that have a row in the record."""
    query = select(known_keys.c.finding).join(decisions, decisions.c.finding_key == known_keys.c.finding_key)
    return set(connection.scalars(query.distinct()))


def _sides(connection: Connection, decided: set[str]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    query = select(evidence).order_by(evidence.c.finding_key, evidence.c.side)
    for row in connection.execute(query):
        if row.finding_key in decided:
            found.setdefault(row.finding_key, []).append(
                {
                    "document": row.document,
                    "claim_key": row.claim_key,
                    "claim_id": row.claim_id,
                    "field": row.field,
                    "start": row.start_offset,
                    "end": row.end_offset,
                    "quote": row.quote,
                    "sentence": row.sentence,
                }
            )
    return found

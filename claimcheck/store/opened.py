"""One finding as a reviewer has it open: what is there, what is hidden until they answer, what they may do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, or_, select

from claimcheck.errors import UsageError
from claimcheck.model import Claim, Document, Finding, FindingState, ReviewState
from claimcheck.store.judging import rows_of
from claimcheck.store.keys import digest
from claimcheck.store.records import claim_of, document_of, finding_of
from claimcheck.store.snapshots import seen_in
from claimcheck.store.standing import Asked, Row, answers_of, needed_for
from claimcheck.store.tables import (
    claims,
    decisions,
    document_versions,
    evidence,
    finding_records,
    findings,
    known_keys,
)
from claimcheck.store.views import HistoryEntry, Policy, Reviewer

SHORTEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Opened:
    """A finding with its record. `visible` are the rows that the reviewer may see, `holding` those that count now."""

    finding_key: str
    id: str
    row: Any
    finding: Finding
    claims: tuple[Claim, ...]
    documents: tuple[Document, ...]
    state: FindingState
    review: ReviewState
    asked: Asked
    evidence_hash: str
    needed: int
    rows: tuple[Row, ...]
    visible: tuple[Row, ...]
    holding: tuple[Row, ...]
    mine: Row | None
    hides_others: bool
    notes: dict[str, Any]
    seen: str

    def may_settle(self, who: Reviewer) -> bool:
        """An editor always, where there is something to settle; a third person where two differ."""
        if who.role == "reader" or self.state == "absent":
            return False
        if who.role == "editor":
            return bool(self.holding)
        return self.review == "disputed" and self.mine is None


def open_finding(connection: Connection, who: Reviewer, name: str, now: str, policy: Policy) -> Opened:
    """The finding of a key or id, or of the beginning of one, as `who` may see it; UsageError where it is not one."""
    row = finding_row(connection, name)
    key = row.finding_key
    record = select(finding_records.c.record).where(finding_records.c.finding_key == key)
    finding = finding_of(connection.execute(record).scalar_one())
    own, documents = evidence_of(connection, key)
    rows = tuple(rows_of(connection, [key]).get(key, ()))
    asked = Asked(row.facts_hash, row.rule_hash, row.returns)
    holding = tuple(answer for answer in answers_of(rows).values() if asked.held_by(answer))
    mine = next((answer for answer in holding if answer.line == f"review:{who.name}"), None)
    hides = row.review == "waiting" and mine is None
    visible = tuple(
        each for each in rows if not hides or each.reviewer == who.name or not asked.held_by(each)
    )
    return Opened(
        finding_key=key,
        id=row.id,
        row=row,
        finding=finding,
        claims=own,
        documents=documents,
        state=row.state,
        review=row.review,
        asked=asked,
        evidence_hash=row.evidence_hash,
        needed=needed_for(row.severity, policy),
        rows=rows,
        visible=visible,
        holding=holding,
        mine=mine,
        hides_others=hides,
        notes=_notes(connection, [each.id for each in visible]),
        seen=_token(row, asked, visible),
    )


def finding_row(connection: Connection, name: str) -> Any:
    """The stored finding of a key or id, or of the beginning of one; one that is there before one that is gone."""
    wanted = name.strip().lower()
    if len(wanted) < SHORTEST_NAME or not wanted.replace("-", "").isalnum():
        raise UsageError(f"“{name}” is no finding of the case; give its id (“f-…”)")
    known = known_keys.c
    exact = connection.execute(
        select(findings)
        .join(known_keys, known.finding == findings.c.finding_key)
        .where(known.finding_key == wanted)
    ).one_or_none()
    if exact is not None:
        return exact
    query = (
        select(findings)
        .where(
            or_(
                func.substr(findings.c.finding_key, 1, len(wanted)) == wanted,
                func.substr(findings.c.id, 1, len(wanted)) == wanted,
            )
        )
        .order_by(findings.c.finding_key)
        .limit(20)
    )
    found = connection.execute(query).all()
    there = [row for row in found if row.state != "absent"]
    whole = [row for row in there or found if row.id == wanted]
    chosen = whole or there or found
    if not chosen:
        raise UsageError(f"there is no finding “{name}” in the case")
    if len(chosen) > 1:
        listed = ", ".join(f"{row.finding_key} ({row.story})" for row in chosen[:5])
        raise UsageError(f"“{name}” begins the names of {len(chosen)} findings: {listed}")
    return chosen[0]


def evidence_of(connection: Connection, finding_key: str) -> tuple[tuple[Claim, ...], tuple[Document, ...]]:
    """The claims of a finding and the document of each, as they were when it was last found."""
    versions = document_versions.c
    query = (
        select(claims.c.record, document_versions)
        .select_from(
            evidence.join(claims, claims.c.number == evidence.c.claim).join(
                document_versions,
                (versions.document == evidence.c.document) & (versions.version == evidence.c.version),
            )
        )
        .where(evidence.c.finding_key == finding_key)
        .order_by(evidence.c.side)
    )
    rows = connection.execute(query).mappings().all()
    if not rows:
        return _evidence_seen(connection, finding_key)
    return tuple(claim_of(row["record"]) for row in rows), tuple(map(document_in, rows))


def _evidence_seen(
    connection: Connection, finding_key: str
) -> tuple[tuple[Claim, ...], tuple[Document, ...]]:
    """What the last decision saw of a finding that came by an import and that no run has looked for yet."""
    query = (
        select(decisions.c.snapshot)
        .join(known_keys, known_keys.c.finding_key == decisions.c.finding_key)
        .where(known_keys.c.finding == finding_key, decisions.c.what == "answer")
        .order_by(decisions.c.at.desc(), decisions.c.seq.desc())
        .limit(1)
    )
    snapshot = connection.scalar(query)
    if snapshot is None:
        return (), ()
    seen = seen_in(snapshot)
    return seen.claims, seen.documents


_DOCUMENT_FIELDS = (
    "id",
    "story",
    "outlet",
    "title",
    "author",
    "published",
    "url",
    "path",
    "sha256",
    "origin",
    "text",
    "parts",
)


def document_in(row: Any) -> Document:
    """The document of a row of `document_versions`."""
    return document_of({name: row[name] for name in _DOCUMENT_FIELDS})


def history_of(opened: Opened, only: Iterable[str] | None = None) -> Iterator[HistoryEntry]:
    """The visible record, oldest first."""
    wanted = set(only) if only is not None else None
    for row in opened.visible:
        if wanted is None or row.id in wanted:
            yield entry(row, opened.notes[row.id], holds=opened.asked.held_by(row))


def entry(row: Row, more: Any, *, holds: bool) -> HistoryEntry:
    """One row of the record as a reviewer sees it."""
    return HistoryEntry(
        id=row.id,
        what="undo" if row.what == "undo" else row.stage,
        verdict=row.verdict,
        reason_code=more.reason_code,
        note=more.note,
        reviewer=row.reviewer,
        at=row.at,
        seconds=more.seconds,
        supersedes=row.supersedes,
        finding_key=more.finding_key,
        holds=holds,
    )


def _notes(connection: Connection, ids: Sequence[str]) -> dict[str, Any]:
    columns = decisions.c
    query = select(columns.id, columns.reason_code, columns.note, columns.seconds, columns.finding_key).where(
        columns.id.in_(ids)
    )
    return {row.id: row for row in connection.execute(query)}


def _token(row: Any, asked: Asked, visible: Sequence[Row]) -> str:
    """What a reviewer has seen: what is asked, and the last of the record; a change of either makes another token."""
    question = digest([asked.facts_hash, asked.rule_hash, asked.returns, row.state == "absent"])[:16]
    return f"{question}.{visible[-1].id[:16] if visible else ''}"

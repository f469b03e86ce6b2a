"""Takes the decisions of other files into a case: the union of both records, and what they do not agree on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, insert, select, update

from claimcheck.contract import finding_to_json
from claimcheck.engine.identity import fingerprint
from claimcheck.errors import InputError
from claimcheck.model import Document
from claimcheck.store.chain import append_event
from claimcheck.store.document_rows import known_documents
from claimcheck.store.exchange_records import DecisionLine, DocumentLine, FindingLine
from claimcheck.store.finding_rows import cluster_of, finding_values, search_text, weight_of
from claimcheck.store.judging import judge_findings, rows_of
from claimcheck.store.keys import Keys, Lineage
from claimcheck.store.lineage import traced
from claimcheck.store.reading_lines import Lines, complete
from claimcheck.store.recording import CONTENT
from claimcheck.store.snapshots import seen_in
from claimcheck.store.standing import heads
from claimcheck.store.tables import (
    decisions,
    documents,
    evidence,
    finding_records,
    findings,
    known_keys,
    search_words,
)
from claimcheck.store.views import Policy


@dataclass(frozen=True, slots=True)
class Conflict:
    """A finding on which the answers differ; `why` says who says what."""

    finding_key: str
    title: str
    why: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import brought: decisions that are new, known before, and the findings without agreement now."""

    new: int
    known: int
    findings: int
    conflicts: tuple[Conflict, ...]


def import_lines(connection: Connection, lines: Lines, where: str, at: str, policy: Policy) -> Imported:
    """Adds what the case does not know; all or nothing. The connection must be a writing one."""
    complete(lines, list(connection.scalars(select(known_keys.c.finding_key))))
    lineages = _documents(connection, lines)
    created = _findings(connection, lines, lineages)
    known = set(connection.scalars(select(decisions.c.id)))
    fresh = [line for line in lines.decisions.values() if line.id not in known]
    fresh.sort(key=lambda line: (line.at, line.id))
    if fresh:
        connection.execute(insert(decisions), [_decision(line) for line in fresh])
        append_event(connection, at, "claimcheck", "imported", where, {"decisions": len(fresh)})
        for line in fresh:
            append_event(connection, at, line.reviewer, "received", line.id, {"verdict": line.verdict})
    touched = sorted({_finding_of(connection, line.finding_key) for line in fresh} | set(created))
    judge_findings(connection, touched, policy)
    conflicts = _conflicts(connection, touched)
    return Imported(len(fresh), len(lines.decisions) - len(fresh), len(created), conflicts)


def _documents(connection: Connection, lines: Lines) -> Mapping[str, Lineage]:
    """The lineage in this case of each document of the files; those that it does not know are added."""
    known = known_documents(connection)
    own = {document.lineage.key: document.lineage for document in known}
    found = {key: own[key] for key in lines.documents if key in own}
    others = [line for key, line in lines.documents.items() if key not in own]
    free = [document for document in known if document.lineage.key not in found]
    paired = traced(free, [_as_document(line) for line in others])
    for line in others:
        lineage = paired[line.story, line.id]
        if lineage.key in own:
            found[line.key] = lineage
            continue
        found[line.key] = Lineage(line.key, line.first_story, line.first_id)
        connection.execute(
            insert(documents).values(**line.model_dump(exclude={"type"}), current=False, version=0)
        )
    return found


def _as_document(line: DocumentLine) -> Document:
    return Document(line.id, line.story, "", outlet=line.outlet, path=line.path, sha256=line.sha256)


def _findings(connection: Connection, lines: Lines, lineages: Mapping[str, Lineage]) -> list[str]:
    """Adds the findings that the case does not know, under the keys that its own runs would give them."""
    known: dict[str, str] = {row.finding_key: row.finding for row in connection.execute(select(known_keys))}
    there = set(known.values())
    created = []
    named: dict[str, str] = {}
    for key, line in sorted(lines.findings.items()):
        if key in known:
            continue
        own = _own_key(line, lines, lineages)
        if own not in there:
            _create(connection, own, line, lines, lineages)
            there.add(own)
            created.append(own)
            named[own] = own
        named[key] = own
    for key, target in sorted(lines.keys.items()):
        if key not in known and key not in named:
            named[key] = named.get(target, known.get(target, target))
    if named:
        rows = [
            {"finding_key": key, "finding": own} for key, own in sorted(named.items()) if key not in known
        ]
        connection.execute(insert(known_keys), rows)
    _link_ancestors(connection, lines, named | known, created)
    return created


def _own_key(line: FindingLine, lines: Lines, lineages: Mapping[str, Lineage]) -> str:
    """The key that this case gives the finding: another where it knows a document by another lineage."""
    if all(lineages[side.document].key == side.document for side in line.evidence):
        return line.finding_key
    seen = seen_in(_snapshot(line, lines))
    placed = [
        replace(claim, story=lineages[side.document].story, document=lineages[side.document].id)
        for claim, side in zip(seen.claims, line.evidence, strict=False)
    ]
    return fingerprint(seen.finding.rule, placed)


def _snapshot(line: FindingLine, lines: Lines) -> dict[str, Any]:
    """What was last seen of a finding."""
    names = {line.finding_key, *(key for key, own in lines.keys.items() if own == line.finding_key)}
    seen = [d for d in lines.decisions.values() if d.finding_key in names and "finding" in d.snapshot]
    if not seen:
        raise InputError(f"finding {line.finding_key}: no decision holds a snapshot of it")
    return max(seen, key=lambda decision: (decision.at, decision.id)).snapshot


def _create(
    connection: Connection, key: str, line: FindingLine, lines: Lines, lineages: Mapping[str, Lineage]
) -> None:
    """A finding from its last snapshot; no run of this case has looked for it yet."""
    seen = seen_in(_snapshot(line, lines))
    keys = Keys(key, line.group_key, tuple(s.claim_key for s in line.evidence), line.evidence_hash, (), "")
    weights = {cluster_of(seen.finding, seen.claims): weight_of(seen.finding)}
    values = finding_values(seen.finding, seen.claims, seen.documents, keys, 0, weights) | {
        "state": line.state,
        "absent_because": line.absent_because,
        "returns": line.returns,
        "facts_hash": line.facts_hash,
        "rule_hash": line.rule_hash,
        "review": "unreviewed",
        "reviewers": [],
        "answered": 0,
    }
    connection.execute(insert(findings).values(values))
    connection.execute(
        insert(finding_records).values(finding_key=key, record=finding_to_json(seen.finding), facts=[])
    )
    words = search_text(seen.finding, seen.claims, seen.documents)
    connection.execute(insert(search_words).values(finding_key=key, words=words))
    for side, row in enumerate(line.evidence, start=1):
        connection.execute(
            insert(evidence).values(
                finding_key=key,
                side=side,
                document=lineages[row.document].key,
                claim_key=row.claim_key,
                claim_id=row.claim_id,
                field=row.field,
                start_offset=row.start,
                end_offset=row.end,
                quote=row.quote,
                sentence=row.sentence,
            )
        )


def _link_ancestors(
    connection: Connection, lines: Lines, own: Mapping[str, str], created: Sequence[str]
) -> None:
    for key, line in lines.findings.items():
        ancestor = own.get(line.ancestor) if line.ancestor else None
        if own.get(key) in created and ancestor is not None:
            connection.execute(
                update(findings).where(findings.c.finding_key == own[key]).values(ancestor=ancestor)
            )


def _decision(line: DecisionLine) -> dict[str, Any]:
    fields = line.model_dump()
    return {"id": line.id, **{name: fields[name] for name in CONTENT}}


def _finding_of(connection: Connection, key: str) -> str:
    return str(connection.scalar(select(known_keys.c.finding).where(known_keys.c.finding_key == key)))


def _conflicts(connection: Connection, touched: Sequence[str]) -> tuple[Conflict, ...]:
    found = []
    records = rows_of(connection, touched)
    for key in touched:
        row = connection.execute(
            select(findings.c.title, findings.c.review).where(findings.c.finding_key == key)
        ).one()
        ends = heads(records.get(key, []))
        answers = sorted((end for listed in ends.values() for end in listed), key=lambda end: end.reviewer)
        said = ", ".join(f"{end.reviewer}: {end.verdict or 'taken back'}" for end in answers)
        twice = [listed for listed in ends.values() if len({end.verdict for end in listed}) > 1]
        if row.review == "disputed":
            found.append(Conflict(key, row.title, said))
        elif twice:
            found.append(Conflict(key, row.title, f"{said} (the later answer counts)"))
    return tuple(found)

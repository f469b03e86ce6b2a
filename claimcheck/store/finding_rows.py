"""Findings as the case keeps them: the columns that the queue sorts and filters by, and the record in full."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from sqlalchemy import Connection, select

from claimcheck.model import Claim, Document, Finding
from claimcheck.store.judging import chunks, decided_ancestors
from claimcheck.store.keys import Keys, digest
from claimcheck.store.matching import KnownFinding
from claimcheck.store.tables import answers, evidence, findings

_SEVERITY = {"high": 3.0, "medium": 2.0, "low": 1.0}
_RELATION = {"contradiction": 1.0, "tension": 0.8, "update": 0.3, "agreement": 0.1}
LONGEST_QUOTE = 300


def weight_of(finding: Finding) -> float:
    """How soon a finding should be looked at: severity by confidence, conflicts before updates and agreements."""
    return round(_SEVERITY[finding.severity] * finding.confidence * _RELATION[finding.relation], 6)


def cluster_of(finding: Finding, claims: Sequence[Claim]) -> str:
    """Findings of one story on one thing, which are read together."""
    things = sorted({claim.measure or str(claim.content.get("axis", claim.kind)) for claim in claims})
    return digest([finding.story, things])[:24]


def source_name(document: Document) -> str:
    """The outlet, else the agency, the title, the file or the id."""
    file = PurePosixPath(document.path).name if document.path else None
    return document.outlet or document.origin or document.title or file or document.id


def search_text(finding: Finding, claims: Sequence[Claim], documents: Sequence[Document]) -> str:
    """All that a search looks at, in small letters."""
    words = [finding.id, finding.rule, finding.title, finding.explanation, finding.story]
    words += [claim.sentence for claim in claims]
    words += [f"{source_name(document)} {document.title or ''}" for document in documents]
    return " ".join(" ".join(words).lower().split())


def finding_values(
    finding: Finding,
    claims: Sequence[Claim],
    documents: Sequence[Document],
    keys: Keys,
    position: int,
    cluster_weights: Mapping[str, float],
) -> dict[str, Any]:
    """The columns of a finding that a run sets anew."""
    cluster = cluster_of(finding, claims)
    return {
        "finding_key": keys.finding,
        "group_key": keys.group,
        "id": finding.id,
        "story": finding.story,
        "rule": finding.rule,
        "rule_hash": finding.rule_hash,
        "relation": finding.relation,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "title": finding.title,
        "explanation": finding.explanation,
        "sources": [source_name(document) for document in documents],
        "quotes": [claim.quote[:LONGEST_QUOTE] for claim in claims],
        "evidence_hash": keys.evidence_hash,
        "facts_hash": keys.facts_hash,
        "weight": weight_of(finding),
        "cluster": cluster,
        "cluster_weight": cluster_weights.get(cluster, 0.0),
        "position": position,
    }


def known_findings(connection: Connection, covered: set[str], named: Sequence[str]) -> list[KnownFinding]:
    """The findings of the stories that a run covers, and those that it names; each with what was decided."""
    rows: dict[str, Any] = {}
    columns = (
        findings.c.finding_key,
        findings.c.group_key,
        findings.c.rule,
        findings.c.rule_hash,
        findings.c.relation,
        findings.c.evidence_hash,
        findings.c.facts_hash,
        findings.c.state,
        findings.c.returns,
        findings.c.ancestor,
        findings.c.review,
    )
    for some in chunks(sorted(covered)):
        for row in connection.execute(select(*columns).where(findings.c.story.in_(some))):
            rows[row.finding_key] = row
    for some in chunks(named):
        for row in connection.execute(select(*columns).where(findings.c.finding_key.in_(some))):
            rows[row.finding_key] = row
    answered = set(connection.scalars(select(answers.c.finding).distinct()))
    answered |= decided_ancestors(connection, {key: row.ancestor for key, row in rows.items()})
    sides: dict[str, list[tuple[str, str]]] = {}
    for some in chunks(sorted(rows)):
        query = (
            select(evidence.c.finding_key, evidence.c.claim_key, evidence.c.sentence)
            .where(evidence.c.finding_key.in_(some))
            .order_by(evidence.c.finding_key, evidence.c.side)
        )
        for key, claim_key, sentence in connection.execute(query):
            sides.setdefault(key, []).append((claim_key, sentence))
    return [
        KnownFinding(
            finding_key=key,
            group_key=row.group_key,
            rule=row.rule,
            rule_hash=row.rule_hash,
            relation=row.relation,
            evidence_hash=row.evidence_hash,
            facts_hash=row.facts_hash,
            claim_keys=tuple(claim for claim, _ in sides.get(key, ())),
            sentences=tuple(sentence for _, sentence in sides.get(key, ())),
            state=row.state,
            returns=row.returns,
            decided=key in answered,
            settled=row.review == "reviewed",
            ancestor=row.ancestor,
        )
        for key, row in sorted(rows.items())
    ]

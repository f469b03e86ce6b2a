"""One finding in full, with what was decided before its facts changed, and in words what changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, select

from claimcheck.model import Finding
from claimcheck.store.differences import differences
from claimcheck.store.judging import rows_of
from claimcheck.store.opened import Opened, entry, history_of, open_finding
from claimcheck.store.snapshots import seen_in
from claimcheck.store.standing import Row, answers_of
from claimcheck.store.tables import decisions, findings, leases
from claimcheck.store.verdicts import standing_decision
from claimcheck.store.views import Before, FindingView, Lease, Policy, Reviewer, Seen


def finding_view(connection: Connection, who: Reviewer, name: str, now: str, policy: Policy) -> FindingView:
    """The finding of a key or id as `who` may see it."""
    opened = open_finding(connection, who, name, now, policy)
    row = opened.row
    return FindingView(
        finding_key=opened.finding_key,
        group_key=row.group_key,
        finding=with_review(connection, opened),
        claims=opened.claims,
        documents=opened.documents,
        state=opened.state,
        absent_because=row.absent_because,
        review=opened.review,
        needed=opened.needed,
        answered=row.answered,
        history=tuple(history_of(opened)),
        hidden=len(opened.rows) - len(opened.visible),
        mine=next((each for each in history_of(opened) if opened.mine and each.id == opened.mine.id), None),
        before=before_of(connection, opened),
        similar=_similar(connection, opened),
        lease=lease_of(connection, who, opened.finding_key, now),
        may_answer=who.role != "reader" and opened.state != "absent",
        may_settle=opened.may_settle(who),
        seen=opened.seen,
    )


def with_review(connection: Connection, opened: Opened) -> Finding:
    """The finding with its standing decision."""
    decision = standing_decision(connection, opened.row, names=True)
    return replace(opened.finding, review=decision)


def before_of(connection: Connection, opened: Opened) -> Before | None:
    """The last answer that no longer holds, where the finding waits to be confirmed."""
    if opened.review != "changed":
        return None
    found = last_answer(connection, opened.finding_key, opened.row.ancestor)
    if found is None:
        return None
    row, more = found
    seen = seen_in(more.snapshot) if "finding" in more.snapshot else None
    changes = tuple(_changes(seen, opened, row)) if seen else ()
    return Before(entry(row, more, holds=False), seen, changes)


def last_answer(connection: Connection, finding_key: str, ancestor: str | None) -> tuple[Row, Any] | None:
    """The last answer on a finding that counts though it may not hold, else on its nearest ancestor."""
    seen: set[str] = set()
    key: str | None = finding_key
    following = ancestor
    while key is not None and key not in seen:
        seen.add(key)
        answers = answers_of(rows_of(connection, [key]).get(key, []))
        if answers:
            last = max(answers.values(), key=lambda row: (row.stage == "final", row.at, row.id))
            more = connection.execute(select(decisions).where(decisions.c.id == last.id)).one()
            return last, more
        key = following
        if key is not None:
            following = connection.scalar(select(findings.c.ancestor).where(findings.c.finding_key == key))
    return None


def lease_of(connection: Connection, who: Reviewer, finding_key: str, now: str) -> Lease | None:
    """The lease of somebody else that still runs."""
    row = connection.execute(
        select(leases.c.reviewer, leases.c.until).where(
            leases.c.finding_key == finding_key, leases.c.until > now, leases.c.reviewer != who.name
        )
    ).one_or_none()
    return Lease(row.reviewer, row.until) if row else None


def _similar(connection: Connection, opened: Opened) -> tuple[str, ...]:
    query = (
        select(findings.c.finding_key)
        .where(
            findings.c.group_key == opened.row.group_key,
            findings.c.finding_key != opened.finding_key,
            findings.c.state != "absent",
        )
        .order_by(findings.c.weight.desc(), findings.c.finding_key)
    )
    return tuple(connection.scalars(query))


def _changes(seen: Seen, opened: Opened, row: Row) -> Iterator[str]:
    if row.rule_hash != opened.asked.rule_hash:
        yield f"the rule {opened.finding.rule} has changed"
    if seen.finding.rule != opened.finding.rule:
        yield f"another rule finds it now: {opened.finding.rule}"
    yield from differences(seen, Seen(opened.finding, opened.claims, opened.documents))
    if row.returns < opened.asked.returns:
        yield "it had not been found for a time and has come back"

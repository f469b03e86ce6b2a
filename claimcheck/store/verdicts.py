"""The standing decision of a finding as a report shows it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from claimcheck.model import Decision
from claimcheck.store.tables import decisions, findings
from claimcheck.store.views import StandingDecision


def standing_decision(connection: Connection, row: Any, *, names: bool) -> Decision | None:
    """What stands on a stored finding, or None; without `names` it does not say whose it is."""
    if row.review != "reviewed" or row.decision is None:
        return None
    found = connection.execute(select(decisions).where(decisions.c.id == row.decision)).one()
    return decision_of(found, row.reviewers if names else ())


def decision_of(row: Any, reviewers: list[str] | tuple[str, ...]) -> Decision:
    """A row of the record as a decision, by these reviewers."""
    return Decision(row.verdict, ", ".join(reviewers), row.at, row.reason_code, row.note)


def standing_decisions(connection: Connection) -> tuple[StandingDecision, ...]:
    """What stands on every finding, by story and weight; those that are no longer found come last."""
    given = {row.id: row for row in connection.execute(select(decisions)).all()}
    rows = connection.execute(select(findings)).all()
    ranked = sorted(
        rows,
        key=lambda row: (
            row.state == "absent",
            row.story,
            -row.cluster_weight,
            row.cluster,
            -row.weight,
            row.id,
        ),
    )
    return tuple(
        StandingDecision(
            finding_key=row.finding_key,
            id=row.id,
            rule=row.rule,
            story=row.story,
            title=row.title,
            state=row.state,
            absent_because=row.absent_because,
            review=row.review,
            decision=decision_of(given[row.decision], row.reviewers) if row.decision else None,
            reviewers=tuple(row.reviewers),
        )
        for row in ranked
    )

"""The standing decision of a finding as a report shows it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from claimcheck.model import Decision
from claimcheck.store.tables import decisions


def standing_decision(connection: Connection, row: Any, *, names: bool) -> Decision | None:
    """What stands on a stored finding, or None; without `names` it does not say whose it is."""
    if row.review != "reviewed" or row.decision is None:
        return None
    found = connection.execute(select(decisions).where(decisions.c.id == row.decision)).one()
    return decision_of(found, row.reviewers if names else ())


def decision_of(row: Any, reviewers: list[str] | tuple[str, ...]) -> Decision:
    """A row of the record as a decision, by these reviewers."""
    return Decision(row.verdict, ", ".join(reviewers), row.at, row.reason_code, row.note)

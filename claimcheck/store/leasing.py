"""Soft leases: who has what open. They inform; they keep nobody from answering."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert

from claimcheck.store.finding_views import lease_of
from claimcheck.store.tables import leases
from claimcheck.store.views import Lease, Reviewer


def take(connection: Connection, who: Reviewer, finding_key: str, now: str, until: str) -> Lease | None:
    """Notes that `who` has a finding open; another's lease that still runs stays, and is what comes back."""
    other = lease_of(connection, who, finding_key, now)
    if other is None and who.role != "reader":
        connection.execute(delete(leases).where(leases.c.finding_key == finding_key))
        connection.execute(insert(leases).values(finding_key=finding_key, reviewer=who.name, until=until))
    return other


def give_up(connection: Connection, who: Reviewer, finding_key: str) -> None:
    """Ends the lease of `who`, if there is one."""
    connection.execute(
        delete(leases).where(leases.c.finding_key == finding_key, leases.c.reviewer == who.name)
    )

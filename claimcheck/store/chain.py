"""The hash chain of events: each one holds the hash of the one before. It shows tampering, it does not prevent it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, select, update

from claimcheck.store.keys import digest
from claimcheck.store.tables import chain, events

START = "0" * 64


def append_event(
    connection: Connection, at: str, who: str, what: str, subject: str, detail: Mapping[str, Any]
) -> int:
    """Adds an event to the chain; its number. The connection must be a writing one."""
    seq, previous = connection.execute(select(chain.c.seq, chain.c.hash)).one()
    event = {
        "seq": seq + 1,
        "at": at,
        "who": who,
        "what": what,
        "subject": subject,
        "detail": dict(detail),
        "prev_hash": previous,
    }
    sealed = digest(event)
    connection.execute(events.insert().values(**event, hash=sealed))
    connection.execute(update(chain).values(seq=seq + 1, hash=sealed))
    return int(seq) + 1


def walked(connection: Connection) -> Iterator[tuple[Mapping[str, Any], str | None]]:
    """Every event in order, with what is wrong with it (None: nothing)."""
    previous, expected = START, 1
    for row in connection.execute(select(events).order_by(events.c.seq)).mappings():
        event = dict(row)
        sealed = event.pop("hash")
        wrong = None
        if event["seq"] != expected:
            wrong = f"event {expected} is missing"
        elif event["prev_hash"] != previous:
            wrong = "does not follow from the event before it"
        elif digest(event) != sealed:
            wrong = "its words are not the ones that were hashed"
        yield dict(row), wrong
        previous, expected = sealed, event["seq"] + 1

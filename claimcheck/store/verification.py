"""Whether a case is what it says it is: the chain, the hashes of decisions, and what was worked out from them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select, text

from claimcheck.errors import Problem
from claimcheck.store.chain import START, walked
from claimcheck.store.judging import chunks, decided_ancestors, rows_of
from claimcheck.store.recording import decision_id
from claimcheck.store.standing import Asked, answers_of, needed_for, outcome_of
from claimcheck.store.tables import answers, chain, decisions, findings, known_keys
from claimcheck.store.views import Policy

WRITTEN = ("decided", "undone", "received")


@dataclass(frozen=True, slots=True)
class Verified:
    """What does not hold; how much was looked at; `head` is the last hash, worth keeping somewhere else."""

    faults: tuple[Problem, ...]
    events: int
    decisions: int
    head: str
    seq: int


def verify_case(connection: Connection, policy: Policy, known_head: str | None = None) -> Verified:
    """Walks the chain and the record. With `known_head` the chain must also hold that hash, noted earlier."""
    faults: list[Problem] = []
    told: dict[str, int] = {}
    hashes = {START}
    events, last = 0, START
    for event, wrong in walked(connection):
        events, last = events + 1, str(event["hash"])
        hashes.add(last)
        if wrong:
            faults.append(Problem(f"event {event['seq']}", wrong))
        if event["what"] in WRITTEN:
            told[str(event["subject"])] = told.get(str(event["subject"]), 0) + 1
    seq, head = connection.execute(select(chain.c.seq, chain.c.hash)).one()
    if (seq, head) != (events, last):
        faults.append(
            Problem("chain", f"its end is event {seq}, but the last event is {events}: events are missing")
        )
    if known_head is not None and not any(each.startswith(known_head.lower()) for each in hashes):
        faults.append(Problem("chain", f"no event has the hash {known_head}: the chain was made anew"))
    faults += _record(connection, told)
    count = len(list(connection.scalars(select(decisions.c.id))))
    faults += _outcomes(connection, policy)
    faults += _database(connection)
    return Verified(tuple(dict.fromkeys(faults)), events, count, last, events)


def _record(connection: Connection, told: dict[str, int]) -> Iterator[Problem]:
    """Every decision says what its id is the hash of, and stands in the chain once."""
    left = dict(told)
    ids: set[str] = set()
    replaced: list[tuple[str, str]] = []
    for row in connection.execute(select(decisions).order_by(decisions.c.seq)).mappings():
        name = str(row["id"])
        ids.add(name)
        if decision_id(dict(row)) != name:
            yield Problem(f"decision {name[:12]}", "its words are not the ones that were hashed")
        if left.pop(name, 0) != 1:
            yield Problem(f"decision {name[:12]}", "the chain of events does not tell of it once")
        if row["supersedes"]:
            replaced.append((name, str(row["supersedes"])))
    for name in left:
        yield Problem(f"decision {name[:12]}", "the chain tells of it, but it is not there")
    for name, earlier in replaced:
        if earlier not in ids:
            yield Problem(f"decision {name[:12]}", f"it replaces decision {earlier[:12]}, which is not there")


def _outcomes(connection: Connection, policy: Policy) -> Iterator[Problem]:
    """What stands on each finding follows from the record."""
    columns = (
        findings.c.finding_key,
        findings.c.severity,
        findings.c.facts_hash,
        findings.c.rule_hash,
        findings.c.returns,
        findings.c.ancestor,
        findings.c.review,
        findings.c.verdict,
        findings.c.decision,
    )
    every = connection.execute(select(*columns).order_by(findings.c.finding_key)).all()
    kept: dict[str, dict[str, str]] = {}
    given = select(answers.c.finding, answers.c.line, answers.c.decision)
    for finding, line, decision in connection.execute(given):
        kept.setdefault(finding, {})[line] = decision
    for some in chunks(every):
        records = rows_of(connection, [row.finding_key for row in some])
        decided = decided_ancestors(connection, {row.finding_key: row.ancestor for row in some})
        for row in some:
            counting = answers_of(records.get(row.finding_key, []))
            outcome = outcome_of(
                counting,
                Asked(row.facts_hash, row.rule_hash, row.returns),
                needed_for(row.severity, policy),
                decided_before=row.finding_key in decided,
            )
            stands = outcome.row.id if outcome.row else None
            said = outcome.row.verdict if outcome.row else None
            listed = {line: answer.id for line, answer in counting.items()}
            if (outcome.review, stands, said) != (row.review, row.decision, row.verdict):
                yield Problem(
                    f"finding {row.finding_key}", "what stands on it does not follow from its record"
                )
            elif listed != kept.get(row.finding_key, {}):
                yield Problem(f"finding {row.finding_key}", "its answers do not follow from its record")


def _database(connection: Connection) -> Iterator[Problem]:
    """What the database itself says of its file and its references."""
    known = set(connection.scalars(select(known_keys.c.finding)))
    for key in connection.scalars(select(findings.c.finding_key)):
        if key not in known:
            yield Problem(f"finding {key}", "no key leads to it")
    if connection.dialect.name == "sqlite":
        for (answer,) in connection.execute(text("PRAGMA integrity_check")):
            if answer != "ok":
                yield Problem("file", str(answer))
        for row in connection.execute(text("PRAGMA foreign_key_check")):
            yield Problem(f"table {row[0]}", f"row {row[1]} refers to something that is not in {row[2]}")

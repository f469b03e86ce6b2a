"""Works out what stands on findings and writes it where the queue can be sorted by it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy import bindparam as bind

from claimcheck.store.standing import Asked, Outcome, Row, answers_of, needed_for, outcome_of
from claimcheck.store.tables import answers, decisions, findings, known_keys
from claimcheck.store.views import Policy

T = TypeVar("T")
_CHUNK = 500
ROW_COLUMNS = (
    decisions.c.id,
    decisions.c.stage,
    decisions.c.what,
    decisions.c.verdict,
    decisions.c.reviewer,
    decisions.c.at,
    decisions.c.supersedes,
    decisions.c.blind,
    decisions.c.facts_hash,
    decisions.c.rule_hash,
    decisions.c.returns,
)


def rows_of(connection: Connection, finding_keys: Sequence[str]) -> dict[str, list[Row]]:
    """The record of each finding, oldest first; findings without one are left out."""
    found: dict[str, list[Row]] = {}
    for some in chunks(finding_keys):
        query = (
            select(known_keys.c.finding, *ROW_COLUMNS)
            .join(known_keys, known_keys.c.finding_key == decisions.c.finding_key)
            .where(known_keys.c.finding.in_(some))
            .order_by(decisions.c.at, decisions.c.seq)
        )
        for finding, *fields in connection.execute(query):
            found.setdefault(finding, []).append(Row(*fields))
    return found


def judge_findings(connection: Connection, finding_keys: Sequence[str], policy: Policy) -> None:
    """Brings answers and outcome of findings up to date with their record, their facts and the policy."""
    for some in chunks(finding_keys):
        records = rows_of(connection, some)
        asked = (
            select(
                findings.c.finding_key,
                findings.c.severity,
                findings.c.facts_hash,
                findings.c.rule_hash,
                findings.c.returns,
                findings.c.ancestor,
            )
            .where(findings.c.finding_key.in_(some))
            .order_by(findings.c.finding_key)
        )
        outcomes, given = [], []
        listed = connection.execute(asked).all()
        decided = decided_ancestors(connection, {row.finding_key: row.ancestor for row in listed})
        for key, severity, facts_hash, rule_hash, returns, _ in listed:
            counting = answers_of(records.get(key, []))
            question = Asked(facts_hash, rule_hash, returns)
            outcome = outcome_of(
                counting, question, needed_for(severity, policy), decided_before=key in decided
            )
            outcomes.append(_outcome_values(key, outcome))
            given += [_answer_values(key, line, row, question) for line, row in counting.items()]
        connection.execute(delete(answers).where(answers.c.finding.in_(some)))
        if given:
            connection.execute(insert(answers), given)
        if outcomes:
            connection.execute(_WRITE_OUTCOME, outcomes)


def decided_ancestors(connection: Connection, ancestors: Mapping[str, str | None]) -> set[str]:
    """The findings of which an ancestor, however far back, has an answer."""
    pending = {key: ancestor for key, ancestor in ancestors.items() if ancestor}
    decided: set[str] = set()
    seen: set[tuple[str, str]] = set()
    while pending:
        wanted = sorted(set(pending.values()))
        answered: set[str] = set()
        further: dict[str, str | None] = {}
        for some in chunks(wanted):
            answered |= set(
                connection.scalars(select(answers.c.finding).where(answers.c.finding.in_(some)).distinct())
            )
            query = select(findings.c.finding_key, findings.c.ancestor).where(
                findings.c.finding_key.in_(some)
            )
            further.update(connection.execute(query).all())
        decided |= {key for key, ancestor in pending.items() if ancestor in answered}
        seen |= set(pending.items())
        onward = ((key, further.get(a)) for key, a in pending.items() if key not in decided)
        pending = {key: a for key, a in onward if a is not None and (key, a) not in seen}
    return decided


def chunks(values: Iterable[T]) -> Iterator[list[T]]:
    """The values in lists short enough for one statement."""
    every = iter(values)
    while some := list(islice(every, _CHUNK)):
        yield some


_WRITE_OUTCOME = (
    update(findings)
    .where(findings.c.finding_key == bind("of"))
    .values(
        review=bind("outcome"),
        verdict=bind("said"),
        decision=bind("stands"),
        reviewers=bind("by"),
        answered=bind("often"),
    )
)


def _outcome_values(key: str, outcome: Outcome) -> dict[str, Any]:
    row = outcome.row
    return {
        "of": key,
        "outcome": outcome.review,
        "said": row.verdict if row else None,
        "stands": row.id if row else None,
        "by": list(outcome.reviewers),
        "often": outcome.answered,
    }


def _answer_values(key: str, line: str, row: Row, asked: Asked) -> dict[str, Any]:
    return {
        "finding": key,
        "line": line,
        "stage": row.stage,
        "reviewer": row.reviewer,
        "decision": row.id,
        "verdict": row.verdict,
        "at": row.at,
        "blind": row.blind,
        "holds": asked.held_by(row),
    }

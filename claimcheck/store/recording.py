"""Writes answers: appended, never edited; nothing is written over what somebody else has said meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert

from claimcheck.errors import UsageError
from claimcheck.store.chain import append_event
from claimcheck.store.judging import judge_findings
from claimcheck.store.keys import digest
from claimcheck.store.opened import Opened, history_of, open_finding
from claimcheck.store.snapshots import snapshot
from claimcheck.store.standing import FINAL_LINE, Row, answers_of, effective, heads
from claimcheck.store.tables import decisions, leases
from claimcheck.store.views import REASON_CODES, Answer, Policy, Recorded, Reviewer, Stage, Stale

VERDICTS = ("confirmed", "explained", "not_a_conflict", "unsure")
LONGEST_NOTE = 10_000
LONGEST_NAME = 100
CONTENT = (
    "finding_key",
    "stage",
    "what",
    "verdict",
    "reason_code",
    "note",
    "reviewer",
    "at",
    "seconds",
    "supersedes",
    "blind",
    "evidence_hash",
    "facts_hash",
    "rule_hash",
    "returns",
    "snapshot",
)
"""What the id of a decision is the hash of."""


def decide(
    connection: Connection,
    who: Reviewer,
    finding_key: str,
    answer: Answer,
    seen: str,
    at: str,
    policy: Policy,
) -> Recorded | Stale:
    """Appends an answer of `who`, unless what `who` saw has changed; UsageError for one that may not be given."""
    _check_reviewer(who)
    _check_answer(answer)
    opened = open_finding(connection, who, finding_key, at, policy)
    stale = _stale(opened, seen)
    if stale is not None:
        return stale
    if opened.state == "absent":
        raise UsageError(f"finding {opened.id} is no longer found: there is nothing to decide on it")
    stage = _stage(opened, who, answer)
    others = [row for row in opened.holding if row.reviewer != who.name]
    values = _values(opened, who, stage, at) | {
        "what": "answer",
        "verdict": answer.verdict,
        "reason_code": answer.reason_code,
        "note": answer.note.strip() or None if answer.note else None,
        "seconds": answer.seconds,
        "blind": stage == "review" and not (others and not opened.hides_others),
        "snapshot": snapshot(opened.finding, opened.claims, opened.documents),
    }
    return _append(connection, values, opened, who, at, policy, "decided")


def undo(
    connection: Connection, who: Reviewer, finding_key: str, seen: str, at: str, policy: Policy
) -> Recorded | Stale:
    """Takes back the last answer of `who` by a row that says so; UsageError where there is none."""
    _check_reviewer(who)
    opened = open_finding(connection, who, finding_key, at, policy)
    stale = _stale(opened, seen)
    if stale is not None:
        return stale
    own = _own_answer(opened.rows, who)
    if own is None:
        raise UsageError(f"{who.name} has no answer on finding {opened.id} to take back")
    values = _values(opened, who, own.stage, at) | {
        "what": "undo",
        "verdict": None,
        "reason_code": None,
        "note": None,
        "seconds": None,
        "blind": False,
        "snapshot": {"takes_back": own.id},
    }
    return _append(connection, values, opened, who, at, policy, "undone")


def decision_id(values: dict[str, Any]) -> str:
    """The id of a decision: the hash of all that it says."""
    return digest({name: values[name] for name in CONTENT})


def _append(
    connection: Connection,
    values: dict[str, Any],
    opened: Opened,
    who: Reviewer,
    at: str,
    policy: Policy,
    what: str,
) -> Recorded:
    name = decision_id(values)
    connection.execute(insert(decisions).values(id=name, **values))
    told = {"finding": opened.finding_key, "verdict": values["verdict"], "stage": values["stage"]}
    append_event(connection, at, who.name, what, name, told)
    connection.execute(
        delete(leases).where(leases.c.finding_key == opened.finding_key, leases.c.reviewer == who.name)
    )
    judge_findings(connection, [opened.finding_key], policy)
    now = open_finding(connection, who, opened.finding_key, at, policy)
    return Recorded(name, now.seen, now.review)


def _values(opened: Opened, who: Reviewer, stage: Stage, at: str) -> dict[str, Any]:
    line = FINAL_LINE if stage == "final" else f"review:{who.name}"
    ends = heads(opened.rows).get(line, [])
    return {
        "finding_key": opened.finding_key,
        "stage": stage,
        "reviewer": who.name,
        "at": max(at, ends[-1].at) if ends else at,
        "supersedes": ends[-1].id if ends else None,
        "evidence_hash": opened.evidence_hash,
        "facts_hash": opened.asked.facts_hash,
        "rule_hash": opened.asked.rule_hash,
        "returns": opened.asked.returns,
    }


def _stage(opened: Opened, who: Reviewer, answer: Answer) -> Stage:
    if not answer.final and not (opened.review == "disputed" and opened.mine is None):
        return "review"
    if not opened.may_settle(who):
        raise UsageError(
            f"a final answer on finding {opened.id} is for an editor, or for somebody who has not yet answered "
            "where two reviewers differ"
        )
    if not answer.reason_code and not (answer.note or "").strip():
        raise UsageError("a final answer needs a reason or a note: both reviewers will read it")
    return "final"


def _stale(opened: Opened, seen: str) -> Stale | None:
    if seen == opened.seen:
        return None
    asked, _, last = seen.partition(".")
    if asked != opened.seen.partition(".")[0]:
        return Stale("gone" if opened.state == "absent" else "changed", (), opened.seen)
    since = _since(opened, last)
    return Stale("answered", tuple(history_of(opened, since)), opened.seen)


def _since(opened: Opened, last: str) -> Sequence[str]:
    """The visible rows after the one that was the last when the finding was looked at."""
    visible = [row.id for row in opened.visible]
    at = next((place for place, name in enumerate(visible) if name.startswith(last)), -1) if last else -1
    return visible[at + 1 :]


def _own_answer(rows: Sequence[Row], who: Reviewer) -> Row | None:
    """The last answer of a reviewer that counts, final or not."""
    by_id = {row.id: row for row in rows}
    final = heads(rows).get(FINAL_LINE, [])
    settled = effective(final[-1], by_id) if final else None
    if settled is not None and settled.reviewer == who.name:
        return settled
    return answers_of(rows).get(f"review:{who.name}")


def _check_reviewer(who: Reviewer) -> None:
    if who.role == "reader":
        raise UsageError(f"{who.name} may read but not answer; an editor can change the role")
    if not who.name.strip() or not who.name.isprintable() or len(who.name) > LONGEST_NAME:
        raise UsageError(f"a reviewer's name must be printable and at most {LONGEST_NAME} characters long")


def _check_answer(answer: Answer) -> None:
    if answer.verdict not in VERDICTS:
        raise UsageError(f"the verdict “{answer.verdict}” is not one of {', '.join(VERDICTS)}")
    if answer.reason_code is not None and answer.reason_code not in REASON_CODES:
        raise UsageError(f"the reason “{answer.reason_code}” is not one of {', '.join(REASON_CODES)}")
    if answer.reason_code == "other" and not (answer.note or "").strip():
        raise UsageError("the reason “other” needs a note that says which")
    if answer.note is not None and len(answer.note) > LONGEST_NOTE:
        raise UsageError(f"a note is at most {LONGEST_NOTE:,} characters long")
    if answer.seconds is not None and answer.seconds < 0:
        raise UsageError("seconds cannot be negative")

"""`claimcheck decisions`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import typer

from claimcheck.cli.cases import opened_case
from claimcheck.cli.session import Session, printable
from claimcheck.errors import InputError, Problem, UsageError

if TYPE_CHECKING:
    from claimcheck.store.views import Recorded, Stale, StandingDecision

FORMATS = ("text", "json")
LIST_FORMATS = ("text", "json", "csv")


def run_list(session: Session, case: str, state: str | None, format_: str | None) -> None:
    """Writes every finding with what stands on it."""
    from claimcheck.report.csv_table import csv_lines
    from claimcheck.report.decision_list import COLUMNS, decision_lines, decision_row

    chosen = session.format(format_, LIST_FORMATS, "text")
    with opened_case(case, session) as service:
        listed = service.standing_decisions()
    rows = [decision_row(standing) for standing in listed if _wanted(standing, state)]
    if chosen == "json":
        session.write(_json(rows))
    elif chosen == "csv":
        session.write(csv_lines([COLUMNS, *([row[name] for name in COLUMNS] for row in rows)]))
    else:
        session.write("".join(f"{line}\n" for line in decision_lines(rows)))


def _wanted(standing: StandingDecision, state: str | None) -> bool:
    from claimcheck.store.views import FINDING_STATES, REVIEW_STATES

    known = (*REVIEW_STATES, *FINDING_STATES)
    if state is not None and state not in known:
        raise UsageError(f"--state {state}: use one of {', '.join(known)}")
    if state in REVIEW_STATES:
        return standing.review == state and standing.state != "absent"
    return state is None or standing.state == state


def run_add(
    session: Session,
    case: str,
    finding: str,
    verdict: str,
    reviewer: str,
    reason: str | None,
    note: str | None,
    *,
    final: bool,
) -> None:
    """Appends an answer to what is there now."""
    from claimcheck.store.views import Answer, Reviewer

    who = Reviewer(reviewer, "editor" if final else "reviewer")
    with opened_case(case, session) as service:
        view = service.finding(who, finding)
        answer = Answer(cast(Any, verdict), cast(Any, reason), note, None, final)
        outcome = service.decide(who, view.finding_key, answer, view.seen)
    _say(session, view.finding.id, outcome)


def run_undo(session: Session, case: str, finding: str, reviewer: str) -> None:
    """Takes back the reviewer's last answer."""
    from claimcheck.store.views import Reviewer

    who = Reviewer(reviewer, "editor")
    with opened_case(case, session) as service:
        view = service.finding(who, finding)
        outcome = service.undo(who, view.finding_key, view.seen)
    _say(session, view.finding.id, outcome)


def _say(session: Session, finding: str, outcome: Recorded | Stale) -> None:
    from claimcheck.store.views import Recorded

    if not isinstance(outcome, Recorded):
        raise UsageError(f"finding {finding} has changed meanwhile; look at it again and repeat the command")
    session.say(f"finding {finding}: {outcome.review}")


def run_export(session: Session, case: str) -> None:
    """Writes the record as JSON Lines."""
    session.format(None, ("jsonl",), "jsonl")
    with opened_case(case, session) as service:
        session.write(service.export_decisions())


def run_import(session: Session, case: str, files: list[Path], format_: str | None) -> None:
    """Merges exported records; the case is made where there is none."""
    from claimcheck.ingest.decoding import decoded

    chosen = session.format(format_, FORMATS, "text")
    texts: dict[str, str] = {}
    for file in files:
        try:
            text = decoded(file.read_bytes(), str(file))
        except OSError as error:
            raise InputError(f"{file}: cannot be read: {error.strerror or error}") from error
        if isinstance(text, Problem):
            raise InputError(str(text))
        texts[str(file)] = text
    with opened_case(case, session, create=True) as service:
        done = service.import_decisions(texts)
    if chosen == "json":
        conflicts = [{"finding": c.finding_key, "title": c.title, "why": c.why} for c in done.conflicts]
        session.write(_json({"new": done.new, "known": done.known, "conflicts": conflicts}))
        return
    lines = [f"{done.new} new, {done.known} known before; {len(done.conflicts)} in conflict"]
    lines += [f"- {c.finding_key[:12]} {c.title}: {c.why}" for c in done.conflicts]
    session.write("".join(f"{printable(line)}\n" for line in lines))


def run_verify(session: Session, case: str, head: str | None, format_: str | None) -> None:
    """Writes whether chain, record and outcomes hold; ends with 1 where something does not."""
    chosen = session.format(format_, FORMATS, "text")
    with opened_case(case, session) as service:
        found = service.verify(head)
    if chosen == "json":
        faults = [{"where": fault.where, "what": fault.what} for fault in found.faults]
        answer = {
            "holds": not faults,
            "faults": faults,
            "events": found.events,
            "decisions": found.decisions,
            "head": found.head,
        }
        session.write(_json(answer))
    else:
        verdict = f"{len(found.faults)} did not hold" if found.faults else "everything holds"
        lines = [
            f"{verdict} ({found.decisions} decisions, {found.events} events)",
            *map(str, found.faults),
            f"head {found.head}",
        ]
        session.write("".join(f"{printable(line)}\n" for line in lines))
    if found.faults:
        raise typer.Exit(1)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"

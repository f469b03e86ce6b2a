"""`claimcheck verify` and `claimcheck diff`."""

from __future__ import annotations

import json

import typer

from claimcheck.cli.session import Session, printable
from claimcheck.cli.written_reports import read_report
from claimcheck.errors import UsageError

FORMATS = ("text", "json")


def run_verify(session: Session, file: str, format_: str | None) -> None:
    """Writes what of a report no longer holds; ends with 1 where something does not."""
    from claimcheck.audit.verification import verify
    from claimcheck.report.comparison import holds_words

    chosen = session.format(format_, FORMATS, "text")
    report = read_report(file)
    found = verify(report)
    if chosen == "json":
        answer = {
            "holds": not found.faults,
            "faults": [{"where": fault.where, "what": fault.what} for fault in found.faults],
            "files": {"unchanged": found.unchanged, "not_there": list(found.absent)},
        }
        session.write(json.dumps(answer, ensure_ascii=False, indent=1) + "\n")
    else:
        looked = holds_words(report, found.unchanged, len(found.absent))
        verdict = f"{len(found.faults)} did not hold" if found.faults else "everything holds"
        lines = [f"{verdict} ({looked})", *(printable(str(fault)) for fault in found.faults)]
        session.write("".join(f"{line}\n" for line in lines))
    if found.faults:
        raise typer.Exit(1)


def run_diff(session: Session, old: str, new: str, format_: str | None) -> None:
    """Writes which findings and claims are new, gone or changed from one report to another."""
    from claimcheck.audit.changes import changes
    from claimcheck.report.comparison import changes_to_json, render_changes

    chosen = session.format(format_, FORMATS, "text")
    if old == new == "-":
        raise UsageError("only one of the two reports can come from standard input")
    before, after = read_report(old), read_report(new)
    found = changes(before, after)
    if chosen == "json":
        session.write(json.dumps(changes_to_json(found), ensure_ascii=False, indent=1) + "\n")
    else:
        session.write(render_changes(found, before, after))

"""`claimcheck rules stats`."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from claimcheck.cli.cases import opened_case
from claimcheck.cli.session import Session

if TYPE_CHECKING:
    from claimcheck.store.views import RuleRow

FORMATS = ("text", "json", "csv")


def run_stats(session: Session, case: str, format_: str | None) -> None:
    """Writes how each rule does in review."""
    chosen = session.format(format_, FORMATS, "text")
    with opened_case(case, session) as service:
        rows = service.rule_statistics()
    if chosen == "json":
        session.write(json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1) + "\n")
    elif chosen == "csv":
        session.write(_csv(rows))
    else:
        session.write(_table(rows))


def _csv(rows: tuple[RuleRow, ...]) -> str:
    from claimcheck.report.csv_table import csv_lines

    names = [name for name in asdict(rows[0]) if name != "reasons"] if rows else []
    listed = [[getattr(row, name) for name in names] + [_reasons(row)] for row in rows]
    return csv_lines([[*names, "reasons"], *listed])


def _table(rows: tuple[RuleRow, ...]) -> str:
    if not rows:
        return "The case has no findings.\n"
    wide = max(len(row.rule) for row in rows)
    lines = [f"{'rule':{wide}}  findings  reviewed  precision (95 % interval)  reasons"]
    for row in rows:
        lines.append(
            f"{row.rule:{wide}}  {row.findings:8}  {row.reviewed:8}  {_precision(row):25}  {_reasons(row)}".rstrip()
        )
        if row.pairs:
            kappa = f", kappa {row.kappa:.2f}" if row.kappa is not None else ""
            lines.append(
                f"{'':{wide}}  reviewers agree on {row.agreement:.0%} of {row.pairs} answers in pairs{kappa}"
            )
    return "".join(f"{line}\n" for line in lines)


def _precision(row: RuleRow) -> str:
    if row.precision is None:
        return "-"
    low = " LOW" if row.below else ""
    return f"{row.precision:.0%} ({row.low:.0%} to {row.high:.0%}){low}"


def _reasons(row: RuleRow) -> str:
    return ", ".join(f"{code} {count}" for code, count in row.reasons.items())

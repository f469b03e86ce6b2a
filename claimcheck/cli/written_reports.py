"""Reports that an earlier run wrote, read back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.cli.session import standard_input
from claimcheck.errors import InputError, Problem

if TYPE_CHECKING:
    from claimcheck.model import Report


def read_report(file: str) -> Report:
    """The report in a JSON file or, for "-", on standard input; raises InputError where there is none."""
    from claimcheck.contract import report_from_json
    from claimcheck.ingest.decoding import decoded

    where = "standard input" if file == "-" else file
    try:
        data = standard_input() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise InputError(f"{where}: cannot be read: {error.strerror or error}") from error
    text = decoded(data, where)
    if isinstance(text, Problem):
        raise InputError(str(text))
    if not text.strip():
        raise InputError(f"{where}: is empty; give a report written by “claimcheck check -o report.json”")
    return report_from_json(text, where)

"""`claimcheck pairs`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from claimcheck.cli.session import Session, choose_format
from claimcheck.errors import InputError

FORMATS = ("jsonl",)


def run_pairs(session: Session, file: str, format_: str | None) -> None:
    """Writes one answer a line, in the order of the input."""
    from claimcheck.pipeline import answer_pair

    choose_format(format_, session.output, FORMATS, "jsonl")
    knowledge = session.knowledge()
    session.warn(knowledge.problems)
    lines = []
    for row in _rows(file):
        claims, found = answer_pair(row["a"], row["b"], knowledge)
        lines.append(json.dumps(_record(row["id"], claims, found), ensure_ascii=False) + "\n")
    session.write("".join(lines))
    if knowledge.problems:
        raise typer.Exit(2)


def _record(name: object, claims: Any, found: Any) -> dict[str, Any]:
    from claimcheck.contract import claim_to_json, finding_to_json

    used = [claim for claim in claims if claim.id in found.claims]
    return {
        "id": name,
        "relation": found.relation,
        "claims": [claim_to_json(claim) for claim in used],
        "findings": [finding_to_json(finding) for finding in found.findings],
        "why": found.why,
    }


def _rows(file: str) -> Iterator[dict[str, Any]]:
    """The rows of a file of pairs; raises InputError naming the line that is wrong."""
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"{file}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{file}: not UTF-8 at byte {error.start}") from error
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        where = f"{'standard input' if file == '-' else file}:{number}"
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise InputError(f"{where}: not JSON: {error.msg}") from error
        if not isinstance(row, dict) or not all(isinstance(row.get(key), str) for key in ("a", "b")) or "id" not in row:
            raise InputError(f'{where}: a line must hold "id", "a" and "b", the last two as text')
        yield row

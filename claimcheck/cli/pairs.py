"""`claimcheck pairs`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer

from claimcheck.cli.session import Session, standard_input
from claimcheck.errors import InputError, Problem
from claimcheck.ingest.decoding import decoded
from claimcheck.model import Claim
from claimcheck.passages.answer import Answer

FORMATS = ("jsonl",)
LONGEST_PASSAGE = 1_000_000


@dataclass(frozen=True, slots=True)
class Pair:
    """Two passages on one event; `id` is whatever JSON value the line gives."""

    id: object
    a: str
    b: str


def run_pairs(session: Session, file: str, format_: str | None, *, strict: bool) -> None:
    """Writes one answer a line, in the order of the input; a broken line is named and left out."""
    from claimcheck.pipeline import answer_pair

    session.format(format_, FORMATS, "jsonl")
    knowledge = session.knowledge()
    answers: list[str] = []
    problems: list[Problem] = []
    for row in _rows(file):
        if isinstance(row, Problem):
            problems.append(row)
            session.warn([row])
            continue
        claims, found = answer_pair(row.a, row.b, knowledge)
        answers.append(json.dumps(_record(row.id, claims, found), ensure_ascii=False) + "\n")
    if not answers:
        raise InputError("no pair could be read")
    session.write("".join(answers))
    if knowledge.problems or (strict and problems):
        raise typer.Exit(2)


def _record(name: object, claims: Sequence[Claim], found: Answer) -> dict[str, Any]:
    from claimcheck.contract import claim_to_json, finding_to_json

    return {
        "id": name,
        "relation": found.relation,
        "claims": [claim_to_json(claim) for claim in claims if claim.id in found.claims],
        "findings": [finding_to_json(finding) for finding in found.findings],
        "why": found.why,
    }


def _rows(file: str) -> Iterator[Pair | Problem]:
    """The pairs of a file; raises InputError where it cannot be read at all."""
    try:
        data = standard_input() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise InputError(f"{file}: cannot be read: {error.strerror or error}") from error
    name = "standard input" if file == "-" else file
    if not data.strip():
        raise InputError(f"{name}: is empty")
    for number, line in enumerate(data.split(b"\n"), 1):
        if line.strip():
            yield _pair(line, f"{name}:{number}")


def _pair(line: bytes, where: str) -> Pair | Problem:
    text = decoded(line, where)
    if isinstance(text, Problem):
        return text
    try:
        row = json.loads(text, parse_constant=_refuse)
        fault = _fault(row)
    except json.JSONDecodeError as error:
        fault = f"is not valid JSON: {error.msg} at character {error.pos + 1}"
    except (ValueError, RecursionError) as error:
        fault = f"is not valid JSON: {error}"
    return Problem(where, fault) if fault else Pair(row["id"], row["a"], row["b"])


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON number")


def _fault(row: object) -> str | None:
    """Why a line is no pair, or None."""
    if not isinstance(row, dict) or "id" not in row:
        return 'is no pair: {"id", "a", "b"} is needed'
    for key in ("a", "b"):
        passage = row.get(key)
        if not isinstance(passage, str):
            return f'"{key}" is {"missing" if passage is None else "not a string"}'
        if len(passage) > LONGEST_PASSAGE:
            return f'"{key}" is longer than {LONGEST_PASSAGE:,} characters'
        if any("\ud800" <= sign <= "\udfff" for sign in passage):
            return f'"{key}" holds half of a surrogate pair (\\ud800 to \\udfff), which is no character'
    return None

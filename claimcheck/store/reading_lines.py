"""An exported decisions file, line by line; everything wrong is one message with file and line."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from pydantic import ValidationError

from claimcheck.errors import InputError
from claimcheck.store.exchange_records import (
    LINE,
    DecisionLine,
    DocumentLine,
    FindingLine,
    HeaderLine,
    KeyLine,
)
from claimcheck.store.recording import decision_id

_CONFLICT_MARKS = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


@dataclass(slots=True)
class Lines:
    """The lines of one or more files, each thing once."""

    documents: dict[str, DocumentLine] = field(default_factory=dict)
    findings: dict[str, FindingLine] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    decisions: dict[str, DecisionLine] = field(default_factory=dict)


def read_lines(text: str, where: str, into: Lines) -> None:
    """Adds the lines of a file; InputError for the first that is not as it must be, and nothing is imported then."""
    listed = text.split("\n")
    if not any(line.strip() for line in listed):
        raise InputError(f"{where}: is empty; give a file written by “claimcheck decisions export”")
    headed = False
    for number, line in enumerate(listed, start=1):
        if not line.strip():
            continue
        place = f"{where}:{number}"
        if line.startswith(_CONFLICT_MARKS):
            raise InputError(
                f"{place}: a mark of a git conflict; keep the lines of both sides, drop the marks"
            )
        read = _line(line, place)
        if isinstance(read, HeaderLine):
            headed = True
        elif not headed:
            raise InputError(f"{place}: the first line must say which file this is: a header")
        else:
            _add(read, place, into)


def complete(lines: Lines, known: Sequence[str]) -> None:
    """Raises InputError where a decision is on a finding that neither the files nor the case know."""
    there = {*lines.findings, *lines.keys, *known}
    for line in lines.decisions.values():
        if line.finding_key not in there:
            raise InputError(
                f"decision {line.id[:12]} is on finding {line.finding_key}, which no line describes"
            )
    for finding in lines.findings.values():
        for side in finding.evidence:
            if side.document not in lines.documents:
                raise InputError(
                    f"finding {finding.finding_key} rests on document {side.document}, which no line describes"
                )


def _line(line: str, place: str) -> HeaderLine | DocumentLine | FindingLine | KeyLine | DecisionLine:
    try:
        return LINE.validate_python(json.loads(line))
    except json.JSONDecodeError as error:
        raise InputError(f"{place}: not JSON: {error.msg}") from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        at = ".".join(str(part) for part in first["loc"][1:])
        raise InputError(
            f"{place}: not a line of a decisions file: {f'{at}: ' if at else ''}{first['msg']}"
        ) from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"{place}: not JSON: {error}") from error


def _add(read: DocumentLine | FindingLine | KeyLine | DecisionLine, place: str, into: Lines) -> None:
    if isinstance(read, DocumentLine):
        into.documents[read.key] = read
    elif isinstance(read, KeyLine):
        into.keys[read.finding_key] = read.finding
    elif isinstance(read, FindingLine):
        other = into.findings.get(read.finding_key)
        if other is None or other.returns <= read.returns:
            into.findings[read.finding_key] = read
    else:
        if decision_id(read.model_dump(exclude={"type", "id"})) != read.id:
            raise InputError(f"{place}: the decision was edited: its id is not the hash of what it says")
        if read.what == "answer" and (read.verdict is None or "finding" not in read.snapshot):
            raise InputError(f"{place}: an answer needs a verdict and the snapshot of what was seen")
        into.decisions[read.id] = read

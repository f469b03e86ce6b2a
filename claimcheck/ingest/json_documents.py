"""Documents of .json and .jsonl files."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from claimcheck.errors import Problem
from claimcheck.ingest.decoding import decoded
from claimcheck.ingest.draft import Draft, Misstated, read_stated

_SPACE = " \t\r\n"
_DECODER = json.JSONDecoder()


def read_json(text: str, where: str) -> Iterator[Draft | Problem]:
    """The documents of a JSON text: one object or a list of them; what follows a mistake is not read."""
    reached, line = 0, 1
    values = _values(text)
    while True:
        try:
            start, value = next(values)
        except StopIteration:
            return
        except (ValueError, RecursionError) as error:
            yield _broken(error, where)
            return
        line, reached = line + text.count("\n", reached, start), start
        yield _draft(value, f"{where}:{line}")


def read_json_lines(lines: Iterable[bytes], where: str) -> Iterator[Draft | Problem]:
    """The documents of a JSON Lines file; a broken line does not stop the others."""
    blank = True
    for number, line in enumerate(lines, start=1):
        if line.strip():
            blank = False
            yield _line(line, f"{where}:{number}")
    if blank:
        yield Problem(where, "is empty")


def _line(line: bytes, where: str) -> Draft | Problem:
    text = decoded(line, where)
    if isinstance(text, Problem):
        return text
    try:
        return _draft(json.loads(text), where)
    except (ValueError, RecursionError) as error:
        message = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
        return Problem(where, f"is not valid JSON: {message}")


def _values(text: str) -> Iterator[tuple[int, object]]:
    """Each document's offset and value."""
    start = _after_space(text, 0)
    if text[start : start + 1] != "[":
        value, end = _DECODER.raw_decode(text, start)
        yield start, value
        _expect_end(text, end)
        return
    start = _after_space(text, start + 1)
    if text[start : start + 1] == "]":
        return
    while True:
        value, end = _DECODER.raw_decode(text, start)
        yield start, value
        end = _after_space(text, end)
        if text[end : end + 1] != ",":
            break
        start = _after_space(text, end + 1)
    if text[end : end + 1] != "]":
        raise json.JSONDecodeError("Expecting ',' or ']'", text, end)
    _expect_end(text, end + 1)


def _after_space(text: str, offset: int) -> int:
    while offset < len(text) and text[offset] in _SPACE:
        offset += 1
    return offset


def _expect_end(text: str, offset: int) -> None:
    offset = _after_space(text, offset)
    if offset < len(text):
        raise json.JSONDecodeError(
            "text goes on after the end; one object a line belongs in .jsonl", text, offset
        )


def _broken(error: Exception, where: str) -> Problem:
    if isinstance(error, json.JSONDecodeError):
        return Problem(f"{where}:{error.lineno}", f"is not valid JSON: {error.msg}")
    return Problem(where, f"is not valid JSON: {error}")


def _draft(value: object, where: str) -> Draft | Problem:
    if not isinstance(value, dict):
        return Problem(where, 'is not a document: an object with a "text" is needed')
    stated = read_stated(value)
    if isinstance(stated, Misstated):
        return Problem(where, f"{stated.key}: {stated.what}")
    text = value.get("text")
    if not isinstance(text, str):
        return Problem(where, "text is missing" if text is None else "text is not a string")
    return Draft(where, text, stated, holds_headline=stated.title is None)

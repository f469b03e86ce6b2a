"""Data files as text: UTF-8 and of bounded size, from a folder or from inside a wheel."""

from __future__ import annotations

from importlib.resources.abc import Traversable

from claimcheck.errors import Problem

MOST_BYTES = 1_000_000


def read_text(file: Traversable, where: str) -> tuple[str | None, list[Problem]]:
    """The text of a data file, or None and why it cannot be read."""
    try:
        with file.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except OSError as error:
        return None, [Problem(where, f"cannot be read: {error.strerror or error}")]
    if len(content) > MOST_BYTES:
        return None, [too_large(where)]
    try:
        return content.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return None, [Problem(f"{where}:{line}", "is not UTF-8 text: save the file as UTF-8")]


def too_large(where: str) -> Problem:
    """The problem of a file over the limit."""
    return Problem(where, f"is larger than {MOST_BYTES // 1_000_000} MB: split it into several files")

"""Lines for a terminal: wrapped with a hanging indent, marked figures kept in view."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from claimcheck.report.excerpt import Piece

_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"
_COLOURS = {
    "contradiction": "\x1b[1;31m",
    "tension": "\x1b[1;33m",
    "update": "\x1b[1;34m",
    "agreement": "\x1b[1;32m",
}


def wrapped(text: str, width: int, indent: str = "", hanging: str | None = None) -> list[str]:
    """The text in lines of at most `width` characters; `hanging` indents all but the first."""
    return textwrap.wrap(
        text,
        width,
        initial_indent=indent,
        subsequent_indent=indent if hanging is None else hanging,
        break_on_hyphens=False,
    )


def wrapped_quote(pieces: Iterable[Piece], width: int, indent: str, *, colour: bool) -> list[str]:
    """A quote in its marks; its marked pieces bold with `colour`."""
    flagged = [(char, piece.marked) for piece in pieces for char in piece.text]
    text = f"“{''.join(char for char, _ in flagged)}”"
    lines = wrapped(text, width, indent, f"{indent} ")
    if not colour:
        return lines
    flags = [False, *(marked for _, marked in flagged), False]
    return _painted(lines, text, flags)


def tinted(word: str, relation: str) -> str:
    """A word in the colour of a relation."""
    return f"{_COLOURS[relation]}{word}{_PLAIN}"


def _painted(lines: list[str], text: str, flags: list[bool]) -> list[str]:
    """The lines with what is flagged in bold; each line is a stretch of the text behind its indent."""
    painted, place = [], 0
    for line in lines:
        body = line.lstrip()
        place = text.index(body, place)
        own = flags[place : place + len(body)]
        painted.append(line[: len(line) - len(body)] + _bold(body, own))
        place += len(body)
    return painted


def _bold(body: str, flags: list[bool]) -> str:
    out, bold = [], False
    for char, flag in zip(body, flags, strict=True):
        if flag != bold:
            out.append(_BOLD if flag else _PLAIN)
            bold = flag
        out.append(char)
    return "".join(out) + (_PLAIN if bold else "")

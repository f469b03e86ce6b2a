"""Characters that a rule file may not hold: those that nobody sees and tabs that indent."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
TAB_INDENT = re.compile(r"^ *\t[ \t]*(?=[^ \t\r\n])", re.MULTILINE)
LINE_END = re.compile(r"\r\n|\r|\n")


class Fault(NamedTuple):
    """Something wrong at a 1-based line and column."""

    line: int
    column: int
    what: str


def character_faults(text: str) -> list[Fault]:
    """Every control character and every tab used for indentation."""
    found = [(hit.start(), _unseen(hit.group())) for hit in UNSEEN.finditer(text)]
    found += [
        (hit.start() + hit.group().index("\t"), "a tab indents this line: use spaces")
        for hit in TAB_INDENT.finditer(text)
    ]
    if not found:
        return []
    starts = [0, *(end.end() for end in LINE_END.finditer(text))]
    return [_fault(starts, offset, what) for offset, what in sorted(found)]


def without_unseen(text: str) -> str:
    """The text with a space for each control character: all offsets stay."""
    return UNSEEN.sub(" ", text)


def _unseen(character: str) -> str:
    return f"the control character U+{ord(character):04X} stands here: remove it"


def _fault(starts: list[int], offset: int, what: str) -> Fault:
    line = bisect_right(starts, offset)
    return Fault(line, offset - starts[line - 1] + 1, what)

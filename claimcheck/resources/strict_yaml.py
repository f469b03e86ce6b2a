"""A strict subset of YAML: plain data, each value with its line and column, all problems at once.

Only null, true, false and plain numbers are typed; keys are always text. Refused are duplicate keys,
anchors, aliases, tags, tabs that indent, control characters, keys without a value inside { },
more than one document, more than 20 levels, more than 120,000 values and more than 1 MB.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from claimcheck.errors import Problem
from claimcheck.resources.characters import Fault, character_faults, without_unseen
from claimcheck.resources.files import MOST_BYTES, too_large
from claimcheck.resources.tree import TOO_DEEP, Node, Place, TreeBuilder

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MOST_PROBLEMS = 100
Path = tuple[str | int, ...]

HINTS = {
    "mapping values are not allowed": 'a ":" stands in text without quotes',
    "cannot start any token": "text that begins with this character must be in quotes",
    "expected ',' or '}'": "a { is not closed, or text that begins with { is not in quotes",
    "expected ',' or ']'": "a [ is not closed, or text that begins with [ is not in quotes",
    "did not find expected key": "the indentation is off, or a quoted text goes on after its closing quote",
    "expected <block end>": "the indentation is off, or a quoted text goes on after its closing quote",
    "expected <document start>": "the indentation is off: this line stands further left than the first",
    "expected '-' indicator": "the indentation is off, or a - is missing",
    "unexpected end of stream": "a quote or a bracket is not closed",
    "could not find expected ':'": 'a ":" is missing after the key',
    # newer parsers count levels themselves while they read ahead, before the event of the 21st is told
    "exceeded maximum nesting depth": TOO_DEEP,
}


@dataclass(frozen=True, slots=True)
class Parsed:
    """The data of one file and where each value stands. Where problems were found, ask `sound` first."""

    where: str
    root: Node

    @property
    def data(self) -> Any:
        return self.root.data

    def position(self, path: Path) -> Place:
        """Line and column of a value, 1-based; of the nearest value around a path that leads nowhere."""
        return self._walk(path)[-1].place

    def key_position(self, path: Path) -> Place:
        """Line and column of the key that a path ends in; of the value for an item of a list."""
        holders = self._walk(path)
        if path and len(holders) > len(path):
            return holders[-2].keys.get(str(path[-1]), holders[-1].place)
        return holders[-1].place

    def place(self, path: Path) -> str:
        """`file:line:column` of the key that a path ends in."""
        line, column = self.key_position(path)
        return f"{self.where}:{line}:{column}"

    def sound(self, path: Path = (), but: Collection[str] = ()) -> bool:
        """Whether no problem lies at or below a path, not looking under the keys of `but`."""
        holders = self._walk(path)
        return len(holders) > len(path) and _sound(holders[-1], but)

    def lines(self, path: Path = ()) -> dict[str, int]:
        """The line of each key below a path, by its dotted name; "" is the path itself."""
        node = self._walk(path)[-1]
        return {"": node.place[0], **dict(_lines(node, ""))}

    def _walk(self, path: Path) -> list[Node]:
        holders = [self.root]
        for step in path:
            child = holders[-1].children.get(step)
            if child is None:
                break
            holders.append(child)
        return holders


def parse(text: str, where: str) -> tuple[Parsed | None, list[Problem]]:
    """The data of a YAML text and all its problems; None where nothing could be read.

    After a syntax error the data before it is still returned, with what surrounds it marked unsound.
    """
    text = text.removeprefix("\ufeff")
    if len(text) > MOST_BYTES or len(text.encode("utf-8", "surrogatepass")) > MOST_BYTES:
        return None, [too_large(where)]
    faults = character_faults(text)
    bad_lines = {fault.line for fault in faults}
    builder = TreeBuilder(text, bad_lines)
    faults += _build(builder, without_unseen(text), bad_lines)
    if builder.root is None:
        return None, _problems(where, faults) or [Problem(where, "is empty")]
    return Parsed(where, builder.root), _problems(where, faults)


def _build(builder: TreeBuilder, text: str, told: Collection[int]) -> list[Fault]:
    """What the builder and the parser object to; a syntax error on a line told already is not repeated."""
    syntax: list[Fault] = []
    try:
        for event in yaml.parse(text, Loader=LOADER):
            builder.feed(event)
            if builder.stopped:
                builder.cut_off()
                break
    except yaml.YAMLError as error:
        builder.cut_off()
        syntax = [fault for fault in (_syntax_fault(error),) if fault.line not in told]
    return builder.faults + syntax


def _syntax_fault(error: yaml.YAMLError) -> Fault:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = str(getattr(error, "problem", None) or error)
    hint = next((hint for words, hint in HINTS.items() if words in said), said)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return Fault(line, column, f"{hint} (nothing after this was read)")


def _problems(where: str, faults: list[Fault]) -> list[Problem]:
    ordered = sorted(set(faults))
    told = [Problem(f"{where}:{fault.line}:{fault.column}", fault.what) for fault in ordered[:MOST_PROBLEMS]]
    if len(ordered) > MOST_PROBLEMS:
        told.append(Problem(where, f"has {len(ordered) - MOST_PROBLEMS} more problems"))
    return told


def _sound(node: Node, but: Collection[str] = ()) -> bool:
    return not node.broken and all(_sound(child) for key, child in node.children.items() if key not in but)


def _lines(node: Node, prefix: str) -> Iterator[tuple[str, int]]:
    for step, child in node.children.items():
        name = f"{prefix}{step}"
        yield name, node.keys.get(str(step), child.place)[0]
        yield from _lines(child, f"{name}.")

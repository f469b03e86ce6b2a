"""Builds plain data with positions from YAML events, and says what is not allowed in it."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field
from typing import Any

import yaml

from claimcheck.resources.characters import Fault
from claimcheck.resources.scalars import typed

DEEPEST = 20
TOO_DEEP = f"is nested more than {DEEPEST} levels deep"
MOST_VALUES = 120_000
Place = tuple[int, int]


@dataclass(slots=True)
class Node:
    """A value with its 1-based place; `broken` where something directly in it is wrong."""

    place: Place
    data: Any = None
    broken: bool = False
    keys: dict[str, Place] = field(default_factory=dict)
    children: dict[str | int, Node] = field(default_factory=dict)


# What every scalar shares: most values of a lexicon are words, and two new dicts for each take as long as reading it.
NO_KEYS: dict[str, Place] = {}
NO_CHILDREN: dict[str | int, Node] = {}


@dataclass(slots=True)
class _Open:
    """A mapping or sequence whose end has not come yet."""

    node: Node
    mapping: bool
    flow: bool
    key: str | None = None
    key_place: Place = (0, 0)
    last: Node | None = None


class TreeBuilder:
    """Takes events one by one; `root` and `faults` are the outcome, `root` of a cut-off file too."""

    def __init__(self, text: str, bad_lines: Set[int] = frozenset()) -> None:
        self.root: Node | None = None
        self.faults: list[Fault] = []
        self.stopped = False
        self._seen = 0
        self._text = text
        self._bad_lines = bad_lines
        self._open: list[_Open] = []

    def feed(self, event: yaml.Event) -> None:
        """Takes the next event; once `stopped`, the caller gives no more."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._start(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._put(self._open.pop().node)
        elif isinstance(event, yaml.AliasEvent):
            self._put(
                self._refused(_place(event), f"*{event.anchor}: aliases are not allowed, repeat the text")
            )
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            self._fault(_place(event), "a second document begins here: a file holds only one")

    def cut_off(self) -> None:
        """Closes what is open after a syntax error: the innermost and what came last in it are broken."""
        if self.root is not None:
            self.root.broken = True
        if self._open:
            innermost = self._open[-1]
            innermost.node.broken = True
            if innermost.last is not None:
                innermost.last.broken = True
        while self._open:
            self._put(self._open.pop().node)

    def _scalar(self, event: Any) -> None:
        mark = event.start_mark
        place = (mark.line + 1, mark.column + 1)
        if event.anchor is not None or event.tag is not None:
            self._check_properties(event)
        top = self._open[-1] if self._open else None
        if top is not None and self._bad_lines and self._touches_bad_line(event):
            top.node.broken = True
        if top is not None and top.mapping and top.key is None:
            self._key(top, event.value, place)
            return
        plain = not event.style
        if top is not None and top.flow and plain:
            self._check_comma(top, event, place)
        value = event.value
        self._put(
            Node(place, typed(value) if plain else value, broken=False, keys=NO_KEYS, children=NO_CHILDREN)
        )

    def _key(self, top: _Open, key: str, place: Place) -> None:
        if not key:
            self._fault(place, "a key is missing here", top.node)
        if key in top.node.keys:
            first = top.node.keys[key][0]
            self._fault(place, f'"{key}" stands twice here, first on line {first}', top.node)
        top.key, top.key_place = key, place

    def _check_comma(self, top: _Open, event: yaml.ScalarEvent, place: Place) -> None:
        if top.mapping and not event.value:
            cause = (
                "is there an unquoted comma inside { }?"
                if top.node.keys
                else "text that begins with { must be in quotes"
            )
            self._fault(top.key_place, f'"{top.key}" stands alone - {cause}', top.node)
        elif not top.mapping and _splits_a_number(self._text, event):
            what = (
                f'"{event.value}" was cut off at a comma - quote the number, or put a space after the comma'
            )
            self._fault(place, what, top.node)

    def _start(self, event: yaml.CollectionStartEvent) -> None:
        if len(self._open) >= DEEPEST:
            # The C parser takes minutes for a megabyte of brackets, so the caller stops here.
            self.stopped = True
            what = f"{TOO_DEEP} (nothing after this was read)"
            self._put(self._refused(_place(event), what))
            return
        mapping = isinstance(event, yaml.MappingStartEvent)
        node = Node(_place(event), {} if mapping else [])
        self._open.append(_Open(node, mapping, bool(event.flow_style)))
        self._check_properties(event)

    def _put(self, node: Node) -> None:
        self._seen += 1
        if self._seen == MOST_VALUES:
            self.stopped = True
            self._fault(
                node.place, f"is one of more than {MOST_VALUES:,} values (nothing after this was read)"
            )
        if not self._open:
            self.root = self.root or node
            return
        top = self._open[-1]
        top.last = node
        if not top.mapping:
            holder = top.node
            holder.children[len(holder.data)] = node
            holder.data.append(node.data)
        elif top.key is None:
            self._fault(node.place, "a key must be text, not a list or a mapping", top.node)
            top.key, top.key_place = "", node.place
        else:
            _enter(top.node, top.key, top.key_place, node)
            top.key = None

    def _touches_bad_line(self, event: yaml.Event) -> bool:
        assert event.start_mark is not None and event.end_mark is not None
        lines = range(event.start_mark.line + 1, event.end_mark.line + 2)
        return not self._bad_lines.isdisjoint(lines)

    def _check_properties(self, event: yaml.NodeEvent) -> None:
        holder = self._open[-1].node if self._open else None
        if event.anchor is not None:
            self._fault(_place(event), f"&{event.anchor}: anchors are not allowed, repeat the text", holder)
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._fault(_place(event), f"{tag}: tags are not allowed, write plain data", holder)

    def _refused(self, place: Place, what: str) -> Node:
        self._fault(place, what)
        return Node(place, broken=True)

    def _fault(self, place: Place, what: str, holder: Node | None = None) -> None:
        self.faults.append(Fault(*place, what))
        if holder is not None:
            holder.broken = True


def _place(event: yaml.Event) -> Place:
    assert event.start_mark is not None
    return event.start_mark.line + 1, event.start_mark.column + 1


def _enter(parent: Node, key: str, key_place: Place, node: Node) -> None:
    if key not in parent.keys:
        parent.keys[key] = key_place
        parent.children[key] = node
        parent.data[key] = node.data


def _splits_a_number(text: str, event: yaml.ScalarEvent) -> bool:
    """Whether `20,000` inside [ ] became the two items `20` and `000`."""
    assert event.start_mark is not None
    before = text[max(0, event.start_mark.index - 2) : event.start_mark.index]
    digits = event.value[:3]
    return (
        len(before) == 2
        and before[0].isdigit()
        and before[1] == ","
        and len(digits) == 3
        and digits.isdigit()
        and not event.value[3:4].isdigit()
    )

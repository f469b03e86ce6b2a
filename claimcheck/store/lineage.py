"""Which document of a new run is which of the case: the same article edited, moved, renamed or re-dated is the same."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TypeVar

from claimcheck.model import Document
from claimcheck.store.keys import Lineage, document_key

DERIVED = "d-"
"""How the id of a document begins that has none of its own: made from its words."""
FLOOR = 0.5
"""The share of its lines that an edited text must keep to count as the same article."""
_LINES = re.compile(r"(?<=[.!?])\s+|\n+")
SHORTEST_LINE = 20


Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """A document of the case as it was last seen; `lines` are hashes of its lines with their lengths."""

    lineage: Lineage
    story: str
    id: str
    outlet: str | None
    path: str | None
    sha256: str
    lines: Mapping[str, int] = field(default_factory=dict)


def line_hashes(text: str) -> dict[str, int]:
    """The lengths of the sentences and lines of a text, by a hash of each."""
    lines = (" ".join(line.split()) for line in _LINES.split(text))
    return {
        hashlib.sha256(line.encode("utf-8", "surrogatepass")).hexdigest()[:16]: len(line)
        for line in lines
        if len(line) >= SHORTEST_LINE
    }


def traced(known: Sequence[KnownDocument], arrived: Sequence[Document]) -> dict[tuple[str, str], Lineage]:
    """The lineage of each document of a run, by its story and id: one-to-one, the strongest evidence first.

    The same id in the same story; the same id; the same text of the same outlet; the same file; an edited text of
    the same outlet that keeps half its lines. What is left is new. Only a document without an id of its own
    (no id, address or title) can be another's successor by file or by words.
    """
    pairing = _Pairing(known, arrived)
    pairing.by(lambda k: (k.story, k.id), lambda d: (d.story, d.id))
    pairing.by(lambda k: k.id, lambda d: d.id)
    pairing.by(lambda k: (k.sha256, k.outlet), lambda d: (d.sha256, d.outlet))
    pairing.by(_known_file, _arrived_file)
    pairing.by(_known_name, _arrived_name)
    pairing.by_lines()
    return pairing.lineages()


def _known_file(document: KnownDocument) -> Hashable:
    return (document.path, document.outlet) if document.path and document.id.startswith(DERIVED) else None


def _arrived_file(document: Document) -> Hashable:
    return (document.path, document.outlet) if document.path and document.id.startswith(DERIVED) else None


def _known_name(document: KnownDocument) -> Hashable:
    """The name of the file where its folder was moved, within a story of the same name."""
    if not document.path or not document.id.startswith(DERIVED):
        return None
    return document.story, PurePosixPath(document.path).name, document.outlet


def _arrived_name(document: Document) -> Hashable:
    if not document.path or not document.id.startswith(DERIVED):
        return None
    return document.story, PurePosixPath(document.path).name, document.outlet


class _Pairing:
    """Documents that are still without a counterpart, and the pairs found so far."""

    def __init__(self, known: Sequence[KnownDocument], arrived: Sequence[Document]) -> None:
        self.known = {document.lineage.key: document for document in known}
        self.open = {document.lineage.key: document for document in known}
        self.arrived = {(document.story, document.id): document for document in arrived}
        self.waiting = dict(self.arrived)
        self.found: dict[tuple[str, str], Lineage] = {}

    def by(
        self, known_key: Callable[[KnownDocument], Hashable], arrived_key: Callable[[Document], Hashable]
    ) -> None:
        """Pairs those that share a key which no other document on either side has."""
        before = _unique((known_key(document), key) for key, document in self.open.items())
        after = _unique((arrived_key(document), key) for key, document in self.waiting.items())
        for shared in before.keys() & after.keys():
            self._pair(before[shared], after[shared])

    def by_lines(self) -> None:
        """Pairs edited texts of one outlet, those that share most first."""
        shared: Counter[tuple[str, tuple[str, str]]] = Counter()
        holders: dict[str, list[str]] = {}
        for key, known in self.open.items():
            for line in known.lines:
                holders.setdefault(line, []).append(key)
        sizes: dict[tuple[str, str], int] = {}
        for place, document in self.waiting.items():
            lines = line_hashes(document.text)
            sizes[place] = sum(lines.values())
            for line, length in lines.items():
                for key in holders.get(line, ()):
                    shared[key, place] += length
        ranked = sorted(
            (-self._share(key, length, sizes[place]), key, place) for (key, place), length in shared.items()
        )
        for share, key, place in ranked:
            if key not in self.open or place not in self.waiting or -share < FLOOR:
                continue
            if self._may_be_one(self.open[key], self.waiting[place]):
                self._pair(key, place)

    def lineages(self) -> dict[tuple[str, str], Lineage]:
        """The lineages of all that arrived; new ones where nothing fits."""
        taken = set(self.known)
        for place in self.waiting:
            story, id_ = place
            key, name = document_key(story, id_), id_
            while key in taken:
                name += "~"
                key = document_key(story, name)
            taken.add(key)
            self.found[place] = Lineage(key, story, name)
        return self.found

    def _share(self, key: str, shared: int, size: int) -> float:
        return 2 * shared / (sum(self.open[key].lines.values()) + size)

    def _may_be_one(self, known: KnownDocument, document: Document) -> bool:
        own = (known.id, document.id)
        return known.outlet == document.outlet and all(name.startswith(DERIVED) for name in own)

    def _pair(self, key: str, place: tuple[str, str]) -> None:
        self.found[place] = self.open.pop(key).lineage
        del self.waiting[place]


def _unique(entries: Iterable[tuple[Hashable, Key]]) -> dict[Hashable, Key]:
    listed = list(entries)
    often = Counter(shared for shared, _ in listed)
    return {shared: key for shared, key in listed if shared is not None and often[shared] == 1}

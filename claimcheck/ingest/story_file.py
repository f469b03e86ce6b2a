"""`story.yml`: names the story of a folder, orders its documents and adds what they lack."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from claimcheck.errors import Problem
from claimcheck.ingest.draft import Stated
from claimcheck.ingest.sources import Source
from claimcheck.resources import Parsed, nearest, parse, read_text, validated

STORY_FILE = "story.yml"


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, coerce_numbers_to_str=True)


class DocumentNotes(_Record):
    """What a story file says of one document."""

    outlet: str | None = None
    title: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    id: str | None = None


class StoryRecord(_Record):
    """The keys of story.yml."""

    name: str | None = None
    order: list[str] = Field(default_factory=list)
    documents: dict[str, DocumentNotes] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StoryNotes:
    """What one folder's story file says; without one it says nothing."""

    name: str | None = None
    order: tuple[str, ...] = ()
    documents: dict[str, Stated] = field(default_factory=dict)

    def ordered(self, files: list[Source]) -> list[Source]:
        """The files named in `order` first, the others after them as they were."""
        ranks = {name: rank for rank, name in enumerate(self.order)}
        return sorted(files, key=lambda file: ranks.get(file.name, len(ranks)))


def read_story_notes(folder: Path, files: Collection[str]) -> tuple[StoryNotes, list[Problem]]:
    """The story file of a folder and its problems; `files` are the documents that lie there."""
    path = folder / STORY_FILE
    if not path.is_file():
        return StoryNotes(), []
    text, problems = read_text(path, path.as_posix())
    parsed, problems = (None, problems) if text is None else parse(text, path.as_posix())
    if parsed is None:
        return StoryNotes(), problems
    record, invalid = validated(StoryRecord, parsed)
    if record is None:
        return StoryNotes(), problems + invalid
    return _notes(record), problems + _absent(record, parsed, files)


def _notes(record: StoryRecord) -> StoryNotes:
    stated = {name: Stated(**notes.model_dump()) for name, notes in record.documents.items()}
    return StoryNotes(record.name, tuple(record.order), stated)


def _absent(record: StoryRecord, parsed: Parsed, files: Collection[str]) -> list[Problem]:
    named: list[tuple[str, tuple[str | int, ...]]] = [
        (name, ("order", number)) for number, name in enumerate(record.order)
    ]
    named += [(name, ("documents", name)) for name in record.documents]
    return [
        Problem(parsed.place(path), f'"{name}" is no document of this folder{_hint(name, files)}')
        for name, path in named
        if name not in files
    ]


def _hint(name: str, files: Collection[str]) -> str:
    meant = nearest(name, sorted(files))
    return f" - did you mean '{meant}'?" if meant else ""

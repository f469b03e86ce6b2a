"""Which story each file belongs to, and the order of the files within it."""

from __future__ import annotations

from pathlib import Path

from claimcheck.errors import Problem
from claimcheck.ingest.draft import Stated
from claimcheck.ingest.sources import Source, folder_names
from claimcheck.ingest.story_file import StoryNotes, read_story_notes

LOOSE_FILES = "story"


class Stories:
    """The sources in their order, the names of their stories and what story files add."""

    def __init__(self, sources: list[Source]) -> None:
        held: dict[Path, list[Source]] = {}
        for source in sources:
            if source.folder:
                held.setdefault(source.folder, []).append(source)
        self.problems: list[Problem] = []
        self._names = folder_names(held)
        self._notes = {folder: self._read(folder, files) for folder, files in held.items()}
        self.sources = self._ordered(sources, held)

    def name(self, source: Source) -> str:
        """The story of a file whose documents name none themselves."""
        if source.folder is None:
            return LOOSE_FILES
        return self._notes[source.folder].name or self._names[source.folder]

    def notes(self, source: Source) -> Stated:
        """What the story file adds to the documents of one file."""
        if source.folder is None:
            return Stated()
        return self._notes[source.folder].documents.get(source.name, Stated())

    def _read(self, folder: Path, files: list[Source]) -> StoryNotes:
        notes, problems = read_story_notes(folder, [file.name for file in files])
        self.problems += problems
        return notes

    def _ordered(self, sources: list[Source], held: dict[Path, list[Source]]) -> list[Source]:
        """The same places for each folder's files, filled in the order that its story file asks for."""
        queues = {folder: iter(self._notes[folder].ordered(files)) for folder, files in held.items()}
        return [next(queues[source.folder]) if source.folder else source for source in sources]

"""Files, folders and standard input to documents: the whole of ingest on one screen."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from claimcheck.errors import Problem
from claimcheck.ingest.assembly import assemble
from claimcheck.ingest.decoding import decoded
from claimcheck.ingest.draft import MOST_CHARACTERS, Draft, Stated, draft_fault
from claimcheck.ingest.front_matter import read_plain_text
from claimcheck.ingest.html_documents import read_html
from claimcheck.ingest.json_documents import read_json, read_json_lines
from claimcheck.ingest.layout_words import layout_words
from claimcheck.ingest.own_reports import is_own_report
from claimcheck.ingest.sniffing import ending_of
from claimcheck.ingest.sources import Source, find_sources, handed_over
from claimcheck.ingest.stories import LOOSE_FILES, Stories
from claimcheck.model import Document

# No character of UTF-8 takes more than four bytes.
_MOST_BYTES = 4 * MOST_CHARACTERS + 3


@dataclass(frozen=True, slots=True)
class Ingested:
    """The documents in order, what was wrong, and how many documents could not be read at all."""

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]
    unreadable: int


def read_documents(inputs: Sequence[str], *, stdin: Callable[[], bytes] | None = None) -> Ingested:
    """All documents of files, folders and "-"; raises InputError for a path that does not exist.

    Offsets into `Document.text` count Unicode code points of the text as given: line ends stay as
    they are, a byte order mark is no part of it. For HTML the text is what was extracted.
    """
    sources = find_sources(inputs)
    stories = Stories([source for source in sources if isinstance(source, Source)])
    shelf = _Shelf(list(stories.problems))
    for refused in sources:
        if isinstance(refused, Problem):
            shelf.refuse(refused)
    for source in stories.sources:
        shelf.read(source, stories.name(source), stories.notes(source), stdin or sys.stdin.buffer.read)
    return shelf.ingested()


def read_handed_over(given: Sequence[tuple[str, bytes]], stated: Stated) -> Ingested:
    """All documents of bytes with their names, as from files of these names; the names are never opened.

    `stated` adds what the documents do not say themselves: the story, the outlet, the day.
    """
    shelf = _Shelf([])
    for name, content in given:
        source = handed_over(name, content)
        if isinstance(source, Problem):
            shelf.refuse(source)
        else:
            shelf.read(source, LOOSE_FILES, stated, lambda: b"")
    return shelf.ingested()


@dataclass(slots=True)
class _Shelf:
    """What has been read so far, each document once, by story and id."""

    problems: list[Problem]
    unreadable: int = 0
    kept: dict[tuple[str, str], tuple[Document, str]] = field(default_factory=dict)

    def read(self, source: Source, story: str, notes: Stated, stdin: Callable[[], bytes]) -> None:
        for draft in _checked(_drafts(source, stdin)):
            if isinstance(draft, Problem):
                self.refuse(draft)
            else:
                self.put(draft, *assemble(draft, story, notes, source.location, layout_words()))

    def ingested(self) -> Ingested:
        documents = tuple(document for document, _ in self.kept.values())
        return Ingested(documents, tuple(self.problems), self.unreadable)

    def refuse(self, problem: Problem) -> None:
        self.problems.append(problem)
        self.unreadable += 1

    def put(self, draft: Draft, document: Document, problems: list[Problem]) -> None:
        self.problems += problems
        first, where = self.kept.setdefault((document.story, document.id), (document, draft.where))
        if first is document:
            return
        if first.text == document.text:
            what = f"is the same document as {where}: only that one is kept"
        else:
            what = f'has the id "{document.id}" of {where} and is kept out: give it an id of its own'
        self.problems.append(Problem(draft.where, what))


def _checked(drafts: Iterator[Draft | Problem]) -> Iterator[Draft | Problem]:
    for draft in drafts:
        fault = draft_fault(draft) if isinstance(draft, Draft) else None
        yield Problem(draft.where, fault) if fault else draft


def _drafts(source: Source, stdin: Callable[[], bytes]) -> Iterator[Draft | Problem]:
    try:
        if source.ending == ".jsonl" and source.path:
            with source.path.open("rb") as lines:
                yield from read_json_lines(lines, source.where)
            return
        content = _content(source, stdin)
    except OSError as error:
        yield Problem(source.where, f"cannot be read: {error.strerror or error}")
        return
    text = decoded(content, source.where) if isinstance(content, bytes) else content
    if isinstance(text, Problem):
        yield text
    else:
        yield from _of_text(text, source)


def _content(source: Source, stdin: Callable[[], bytes]) -> bytes | Problem:
    if source.content is not None:
        return source.content
    return _content_of_file(source.path, source.where) if source.path else stdin()


def _content_of_file(path: Path, where: str) -> bytes | Problem:
    if path.suffix.casefold() != ".json" and path.stat().st_size > _MOST_BYTES:
        return Problem(where, f"is longer than {MOST_CHARACTERS:,} characters: split it into documents")
    return path.read_bytes()


def _of_text(text: str, source: Source) -> Iterator[Draft | Problem]:
    ending = source.ending or ending_of(text)
    if ending == ".jsonl":
        yield from read_json_lines(BytesIO(text.encode("utf-8")), source.where)
    elif is_own_report(text, ending):
        if source.folder is None:
            yield Problem(source.where, "is a report by claimcheck, not a document")
    elif ending == ".json":
        yield from read_json(text, source.where)
    elif ending in (".html", ".htm"):
        yield read_html(text, source.where)
    else:
        yield read_plain_text(text, source.where)

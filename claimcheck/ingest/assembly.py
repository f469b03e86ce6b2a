"""Drafts to documents: who published them, when, in which story, under which id."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.errors import Problem
from claimcheck.ingest.credits import agency_in
from claimcheck.ingest.dates import read_date
from claimcheck.ingest.draft import Draft, Stated
from claimcheck.ingest.identity import content_hash, document_id
from claimcheck.ingest.layout import Layout, find_layout
from claimcheck.ingest.layout_words import LayoutWords
from claimcheck.model import Document, Part, Span


def assemble(
    draft: Draft, story: str, notes: Stated, path: str | None, words: LayoutWords
) -> tuple[Document, list[Problem]]:
    """The document of a draft; what its file states wins over story.yml, that over what the page shows."""
    given = draft.stated.completed_by(notes)
    published, problems = _published(given.published, draft.where, words)
    layout = _layout(draft, given.completed_by(draft.found), words)
    known = replace(given, published=published).completed_by(_seen(draft, layout, given, words))
    document = Document(
        id=document_id(known, known.published, draft.text),
        story=known.story or story,
        text=draft.text,
        outlet=known.outlet,
        title=known.title,
        author=known.author,
        published=known.published,
        url=known.url,
        path=path,
        sha256=content_hash(draft.text),
        origin=agency_in(given.author, words) or layout.origin or _agency_of(known, words),
        parts=layout.parts,
    )
    return document, [*draft.problems, *problems]


def _published(value: str | None, where: str, words: LayoutWords) -> tuple[str | None, list[Problem]]:
    if value is None:
        return None, []
    date = read_date(value, words)
    if date and date.iso:
        return date.iso, []
    return None, [Problem(where, f'published "{value}" is not understood: write it as 2022-11-13')]


def _layout(draft: Draft, known: Stated, words: LayoutWords) -> Layout:
    title = None if draft.holds_headline else known.title
    layout = find_layout(draft.text, words, title=title, start=draft.front)
    if not draft.front:
        return layout
    return replace(layout, parts=(Part("boilerplate", Span(0, draft.front)), *layout.parts))


def _seen(draft: Draft, layout: Layout, given: Stated, words: LayoutWords) -> Stated:
    """What the page shows; a stated date that was not understood is not replaced by a seen one."""
    date = read_date(draft.found.published or "", words)
    published = (date.iso if date else None) or layout.published
    seen = replace(draft.found, published=None if given.published else published)
    return seen.completed_by(Stated(author=layout.author, outlet=layout.outlet))


def _agency_of(known: Stated, words: LayoutWords) -> str | None:
    return agency_in(known.author, words) or agency_in(known.outlet, words)

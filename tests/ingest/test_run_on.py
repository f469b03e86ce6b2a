"""Heads of pages that an archive keeps as one line."""

from __future__ import annotations

import pytest

from claimcheck.extract.assemble import read_document
from claimcheck.ingest.layout import find_layout
from claimcheck.ingest.layout_words import layout_words
from claimcheck.ingest.run_on import run_on_head
from claimcheck.model import Document

WORDS = layout_words()
TITLE = "Raid kills nine in Tal Amar"
BODY = "Two boys were among the dead when jets struck the bread market on Monday, doctors said. " * 3


def kinds(line: str, title: str | None = TITLE) -> list[tuple[str, str]]:
    return [(piece.kind, line[piece.start : piece.end]) for piece in run_on_head(line, WORDS, title)]


def test_date_headline_and_agency_are_told_from_the_text() -> None:
    assert kinds(f"Monday 3 May 2021 {TITLE} AFP {BODY}") == [
        ("dateline", "Monday 3 May 2021"),
        ("headline", TITLE),
        ("credit", "AFP"),
    ]


def test_a_headline_that_begins_with_a_number_follows_a_date() -> None:
    line = f"Published May 3 2021 9 dead in raid on Tal Amar. {BODY}"
    assert kinds(line, "9 dead in raid on Tal Amar") == [
        ("dateline", "Published May 3 2021"),
        ("headline", "9 dead in raid on Tal Amar."),
    ]


@pytest.mark.parametrize(
    "line",
    [
        f"On 3 May 2021 the raid began, and nine people died. {BODY}",
        f"AFP said nine people died. {BODY}",
        f"Raid kills nine. {BODY}",
        "Monday 3 May 2021",
    ],
)
def test_running_text_has_no_head(line: str) -> None:
    assert kinds(line) == []


def test_the_date_of_such_a_page_is_its_day_and_the_agency_its_origin() -> None:
    found = find_layout(f"Monday 3 May 2021 {TITLE} AFP {BODY}", WORDS, title=TITLE)
    assert (found.published, found.origin) == ("2021-05-03", "AFP")


def test_the_place_in_such_a_headline_ends_with_it() -> None:
    text = f"Monday 3 May 2021 {TITLE} AFP {BODY}"
    parts = find_layout(text, WORDS, title=TITLE).parts
    lead = read_document(Document("d", "s", text, title=TITLE, published="2021-05-03", parts=parts)).lead
    assert {"tal", "amar"} <= lead.places
    assert "afp" not in lead.places

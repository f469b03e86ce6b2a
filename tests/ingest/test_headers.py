"""What the lines above a report say of it, held to the corpus in headers.yml."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from claimcheck.ingest.layout import find_layout
from claimcheck.ingest.layout_words import layout_words
from claimcheck.resources import parse

CORPUS = Path(__file__).parent / "headers.yml"
BODY = (
    "The guns stopped shortly before noon, and some 2,400 people were on the last ship.\n\nNobody was hurt."
)


def _entries() -> list[Any]:
    parsed, problems = parse(CORPUS.read_text(encoding="utf-8"), "headers.yml")
    assert parsed is not None, problems
    assert isinstance(parsed.data, list)
    return [pytest.param(entry, id=" / ".join(entry["head"].split("\n\n"))[:70]) for entry in parsed.data]


@pytest.mark.parametrize("entry", _entries())
def test_the_lines_above_a_report_say_who_published_it_and_when(entry: Mapping[str, Any]) -> None:
    head = entry["head"].rstrip("\n")
    text = f"{head} {BODY}" if entry.get("inline") else f"{head}\n\n{BODY}"
    found = find_layout(text, layout_words())
    known = {
        "outlet": found.outlet,
        "author": found.author,
        "published": found.published,
        "origin": found.origin,
    }
    assert known == {name: entry.get(name) for name in known}
    headlines = [part.span.of(text) for part in found.parts if part.kind == "headline"]
    assert "headline" not in entry or headlines == [entry["headline"]]


def test_a_line_inside_the_running_text_names_no_outlet() -> None:
    text = f"Port falls silent\n\n{BODY}\n\nThe Harbour Gazette\n\n{BODY}"
    assert find_layout(text, layout_words()).outlet is None

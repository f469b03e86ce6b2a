"""Documents handed over as bytes with a name: uploads, pasted text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claimcheck.ingest import Ingested, Stated, read_documents, read_handed_over

PROSE = "Kyiv said half of the soldiers had left. Moscow said all had."
PAGE = f"<!doctype html><html><head><title>Delta</title></head><body><article><p>{PROSE}</p></article></body></html>"
NOTHING = Stated()
LINES = "\n".join(json.dumps({"outlet": name, "text": PROSE + name}) for name in ("Herald", "Courier"))


def read(*given: tuple[str, str], stated: Stated = NOTHING) -> Ingested:
    return read_handed_over([(name, text.encode("utf-8")) for name, text in given], stated)


@pytest.mark.parametrize(
    ("name", "text"), [("a.txt", PROSE), ("a.md", PROSE), ("a.html", PAGE), ("a.jsonl", LINES)]
)
def test_bytes_are_read_as_the_file_of_that_name_would_be(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    from_file = read_documents([str(tmp_path / name)])
    assert [document.text for document in read((name, text)).documents] == [
        document.text for document in from_file.documents
    ]


@pytest.mark.parametrize(("text", "documents"), [(PROSE, 1), (PAGE, 1), (LINES, 2)])
def test_pasted_text_needs_no_ending(text: str, documents: int) -> None:
    assert len(read(("pasted text", text)).documents) == documents


def test_a_name_is_never_a_path(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("The vault holds 40 people.", encoding="utf-8")
    (document,) = read((str(secret), PROSE)).documents
    assert document.text == PROSE
    assert document.path is None


def test_an_unknown_ending_is_refused_and_the_others_are_read() -> None:
    found = read(("report.exe", PROSE), ("report.txt", PROSE))
    assert len(found.documents) == 1
    assert [problem.where for problem in found.problems] == ["report.exe"]
    assert found.unreadable == 1


def test_what_is_stated_fills_what_the_document_leaves_open() -> None:
    stated = Stated(story="delta", outlet="Northern Herald", published="2031-05-03")
    (document,) = read(("pasted text", PROSE), stated=stated).documents
    assert (document.story, document.outlet, document.published) == ("delta", "Northern Herald", "2031-05-03")
    (own,) = read(("a.json", json.dumps({"text": PROSE, "outlet": "Courier"})), stated=stated).documents
    assert own.outlet == "Courier"


def test_nothing_but_space_is_refused_with_a_reason() -> None:
    found = read(("pasted text", "  \n"))
    assert not found.documents
    assert [problem.what for problem in found.problems] == ["is empty"]

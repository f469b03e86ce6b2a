"""Files, folders and standard input."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import InputError
from claimcheck.ingest import Ingested, read_documents

PROSE = "Kyiv said half of the soldiers had left. Moscow said all had."


def write(path: Path, content: str | bytes = PROSE) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return str(path)


def piped(content: str | bytes) -> Ingested:
    raw = content if isinstance(content, bytes) else content.encode("utf-8")
    return read_documents(["-"], stdin=lambda: raw)


def whats(found: Ingested) -> list[str]:
    return [problem.what for problem in found.problems]


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_the_text_is_unchanged_and_parts_lie_inside_it(text: str) -> None:
    line = json.dumps({"text": text})
    for document in piped(line).documents:
        assert document.text == text
        assert all(0 <= part.span.start < part.span.end <= len(text) for part in document.parts)


@given(st.text(st.characters(exclude_characters="\0\ufeff", exclude_categories=["Cs"])))
def test_plain_bytes_come_back_as_they_were(text: str) -> None:
    for document in piped("Kyiv: " + text).documents:
        assert document.text == "Kyiv: " + text


def test_line_ends_stay_and_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    given_file = write(tmp_path / "a.txt", b"\xef\xbb\xbfKyiv said.\r\n\r\nMoscow said.\r\n")
    assert read_documents([given_file]).documents[0].text == "Kyiv said.\r\n\r\nMoscow said.\r\n"


def test_what_is_not_utf_8_is_cp1252(tmp_path: Path) -> None:
    given_file = write(tmp_path / "a.txt", "Ukraine´s army – “free”.".encode("cp1252"))
    assert read_documents([given_file]).documents[0].text == "Ukraine´s army – “free”."


def test_the_hash_is_that_of_the_text(tmp_path: Path) -> None:
    document = read_documents([write(tmp_path / "a.txt", b"\xef\xbb\xbf" + PROSE.encode())]).documents[0]
    assert document.sha256 == sha256(PROSE.encode()).hexdigest()


def test_a_missing_path_stops_the_run(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_documents([str(tmp_path / "gone.txt")])


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"PK\x03\x04\0\0", "is binary, not text (it holds NUL bytes)"),
        (b"\xff\xfeK\0y\0", "is UTF-16: save it as UTF-8"),
        (b"", "is empty"),
        (b" \n", "is empty"),
        (b"\x81\x8d", "is neither UTF-8 nor cp1252 text: save it as UTF-8"),
    ],
)
def test_an_unreadable_file_is_named_and_the_others_go_on(tmp_path: Path, content: bytes, what: str) -> None:
    bad, good = write(tmp_path / "bad.txt", content), write(tmp_path / "good.txt")
    found = read_documents([bad, good])
    assert [(problem.where, problem.what) for problem in found.problems] == [(bad, what)]
    assert (len(found.documents), found.unreadable) == (1, 1)


def test_a_folder_is_read_by_path_without_hidden_and_other_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.txt", ".hidden.txt", ".git/d.txt", "notes.yml", "picture.png"):
        write(tmp_path / name, f"{PROSE} {name}")
    found = read_documents([str(tmp_path)])
    names = [Path(document.path or "").name for document in found.documents]
    assert (names, found.problems) == (["a.md", "b.txt", "c.txt"], ())


def test_a_named_file_with_another_ending_is_a_problem(tmp_path: Path) -> None:
    found = read_documents([write(tmp_path / "a.doc")])
    assert "its ending is none of .txt .md" in whats(found)[0]
    assert found.unreadable == 1


def test_an_empty_folder_is_a_problem(tmp_path: Path) -> None:
    assert "holds no document" in whats(read_documents([str(tmp_path)]))[0]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    given_file = write(tmp_path / "a.txt")
    found = read_documents([given_file, str(tmp_path)])
    assert (len(found.documents), found.problems) == (1, ())


def test_our_own_report_in_a_folder_is_not_input(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    report = write(tmp_path / "out.json", '{"schema": "claimcheck/report/1", "documents": []}')
    write(tmp_path / "out.html", '<html><head><meta name="generator" content="claimcheck 0.1"></head></html>')
    found = read_documents([str(tmp_path)])
    assert (len(found.documents), found.problems) == (1, ())
    assert whats(read_documents([report])) == ["is a report by claimcheck, not a document"]


def test_a_document_of_more_than_five_million_characters_is_refused(tmp_path: Path) -> None:
    line = json.dumps({"text": "a" * 50_000_000})
    jsonl = write(tmp_path / "a.jsonl", f'{line}\n{{"text": "{PROSE}"}}\n')
    found = read_documents([jsonl, write(tmp_path / "b.txt", "é" * 5_000_001)])
    assert whats(found) == ["is longer than 5,000,000 characters: split it into documents"] * 2
    assert len(found.documents) == 1


def test_a_line_of_five_million_characters_is_read() -> None:
    assert len(piped("word " * 999_999).documents) == 1


def test_a_broken_line_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    lines = ['{"id": "a", "text": "Kyiv said."}', '{"id": ', "", '{"id": "b"}', "[]", '{"text": 5}']
    given_file = write(tmp_path / "a.jsonl", "\n".join([*lines, '{"id": "c", "text": "Moscow said."}']))
    found = read_documents([given_file])
    assert [document.id for document in found.documents] == ["a", "c"]
    assert [problem.where for problem in found.problems] == [f"{given_file}:{line}" for line in (2, 4, 5, 6)]
    assert whats(found)[1:] == [
        "text is missing",
        'is not a document: an object with a "text" is needed',
        "text is not a string",
    ]


def test_broken_json_is_named_with_its_line(tmp_path: Path) -> None:
    given_file = write(tmp_path / "a.json", '[{"text": "Kyiv said."},\n\n {"text": 5},\n {"text": "Moscow')
    found = read_documents([given_file])
    assert [problem.where for problem in found.problems] == [f"{given_file}:3", f"{given_file}:4"]
    assert len(found.documents) == 1


def test_deep_nesting_and_half_characters_cost_one_document(tmp_path: Path) -> None:
    deep = write(tmp_path / "a.json", "[" * 100_000)
    half = write(tmp_path / "b.json", '{"text": "Kyiv \\ud800 said."}')
    found = read_documents([deep, half])
    assert (len(found.documents), found.unreadable) == (0, 2)


def test_extra_keys_are_ignored_but_a_misspelt_one_is_refused() -> None:
    lines = [
        {"text": "Kyiv.", "word_count": 5, "authors": ["A"], "uid": "7"},
        {"text": "Moscow.", "publishd": "2022"},
    ]
    found = piped("\n".join(json.dumps(line) for line in lines))
    assert len(found.documents) == 1
    assert whats(found) == ["publishd: unknown key - did you mean 'published'?"]


def test_a_json_document_keeps_its_fields() -> None:
    given_fields = {
        "id": 7,
        "story": "kherson",
        "outlet": "Dawn",
        "title": "T",
        "author": ["A B", "C D"],
        "url": "",
    }
    document = piped(json.dumps({**given_fields, "published": "4/16/2017", "text": PROSE})).documents[0]
    assert (document.id, document.story, document.outlet, document.title) == ("7", "kherson", "Dawn", "T")
    assert (document.author, document.published, document.url) == ("A B, C D", "2017-04-16", None)


def test_a_date_that_is_not_understood_is_a_problem_and_not_replaced_by_another() -> None:
    found = piped(
        json.dumps({"text": f"Kherson is free\n\nNovember 13, 2022\n\n{PROSE}", "published": "16/4/2017"})
    )
    assert found.documents[0].published is None
    assert whats(found) == ['published "16/4/2017" is not understood: write it as 2022-11-13']
    assert found.unreadable == 0


def test_standard_input_may_be_text_json_or_html() -> None:
    assert piped(PROSE).documents[0].text == PROSE
    assert len(piped('{"text": "Kyiv."}\n{"text": "Moscow."}\n').documents) == 2
    assert piped('{\n "text": "Kyiv."\n}').documents[0].text == "Kyiv."
    assert "<p>" not in piped(f"<!DOCTYPE html><html><body><p>{PROSE}</p></body></html>").documents[0].text
    assert piped("{“Kyiv” said so.}").documents[0].text == "{“Kyiv” said so.}"

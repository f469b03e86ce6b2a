"""Whatever the input is, the program says what is wrong with it and goes on with the rest."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from cli.conftest import Program

from claimcheck.extract import assemble
from claimcheck.extract.times import anchor, parts
from claimcheck.extract.times import find as times
from claimcheck.extract.times.days import Days
from claimcheck.extract.times.find import TimeMention
from claimcheck.extract.times.parts import TimePart
from claimcheck.text.sentences import Sentence

SENTENCE = "The coast guard said 12 people were killed. "
FIFTY_MEGABYTES = 50_000_000


def findings(text: str) -> list[dict[str, object]]:
    return list(json.loads(text)["findings"])


def test_an_empty_file_is_named_and_the_others_are_read(claimcheck: Program, story: Path) -> None:
    (story / "empty.txt").write_bytes(b"")
    done = claimcheck("check", "ferry", "--format", "json")
    assert done.code == 0
    assert done.err == "claimcheck: ferry/empty.txt: is empty\n"
    assert findings(done.out)
    assert {"where": "ferry/empty.txt", "what": "is empty"} in json.loads(done.out)["problems"]


def test_an_unreadable_document_fails_a_strict_run_that_still_reports(
    claimcheck: Program, story: Path
) -> None:
    (story / "empty.txt").write_bytes(b"")
    done = claimcheck("check", "ferry", "--strict", "--format", "json")
    assert done.code == 2
    assert findings(done.out)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("empty.txt", b"", "empty.txt: is empty"),
        ("photo.txt", b"\x89PNG\r\n\x1a\n\0\0\0", "photo.txt: is binary, not text"),
        ("wide.txt", "Kyiv said so.".encode("utf-16"), "wide.txt: is UTF-16: save it as UTF-8"),
        ("broken.json", b'{\n"text": "Kyiv",\n}', "broken.json:3: is not valid JSON"),
        ("broken.jsonl", b'\n\n{"text": \n', "broken.jsonl:3: is not valid JSON"),
        ("deep.json", b"[" * 100_000, "deep.json: is not valid JSON"),
        ("bare.json", b"3", "bare.json:1: is not a document"),
        ("list.json", b"[]", "no documents in the input"),
        ("photo.jpeg", b"\xff\xd8\xff", "photo.jpeg: is not read: its ending is none of .txt"),
    ],
)
def test_a_file_that_is_no_document_is_named(
    claimcheck: Program, tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    (tmp_path / name).write_bytes(content)
    done = claimcheck("check", name)
    assert done.code == 2
    assert message in done.err
    assert done.out == ""


@pytest.mark.parametrize("path", ["nowhere.txt", "nowhere/at/all", "x" * 5000])
def test_a_missing_path_ends_the_run_with_one_message(claimcheck: Program, story: Path, path: str) -> None:
    done = claimcheck("check", "ferry", path)
    assert done.code == 2
    assert done.err.startswith(f"claimcheck: {path}: ")
    assert done.err.count("\n") == 1


def test_an_empty_argument_does_not_mean_the_current_folder(claimcheck: Program, story: Path) -> None:
    done = claimcheck("check", "")
    assert (done.code, done.out) == (2, "")
    assert "an INPUT is empty" in done.err


def test_fifty_megabytes_of_text_are_refused_at_once(claimcheck: Program, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(SENTENCE * (FIFTY_MEGABYTES // len(SENTENCE)), encoding="utf-8")
    done = claimcheck("check", "long.txt")
    assert done.code == 2
    assert "long.txt: is longer than 5,000,000 characters: split it into documents" in done.err


def test_one_line_of_fifty_megabytes_does_not_stop_the_line_behind_it(
    claimcheck_process: Program, tmp_path: Path
) -> None:
    long = json.dumps({"text": SENTENCE * (FIFTY_MEGABYTES // len(SENTENCE))})
    (tmp_path / "long.jsonl").write_text(f"{long}\n{json.dumps({'text': SENTENCE})}\n", encoding="utf-8")
    done = claimcheck_process("extract", "long.jsonl", "--format", "jsonl")
    assert done.code == 0
    assert (
        done.err == "claimcheck: long.jsonl:1: is longer than 5,000,000 characters: split it into documents\n"
    )
    assert len(done.out.splitlines()) == 1


def test_a_document_comes_from_standard_input(claimcheck_process: Program) -> None:
    done = claimcheck_process("extract", "-", "--format", "jsonl", stdin=SENTENCE.encode())
    assert done.code == 0
    assert json.loads(done.out)["quantity"]["text"] == "12"


def test_nothing_on_standard_input_is_told(claimcheck: Program) -> None:
    done = claimcheck("check", "-")
    assert done.code == 2
    assert done.err.startswith("claimcheck: standard input: is empty\n")


def test_text_of_an_old_windows_machine_is_read(claimcheck: Program, tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes("The café said 12 people were killed.".encode("cp1252"))
    done = claimcheck("extract", "old.txt", "--format", "jsonl")
    assert "café" in json.loads(done.out)["sentence"]


def test_a_file_name_that_is_no_text_does_not_stop_the_run(claimcheck: Program, story: Path) -> None:
    try:
        (story / "odd\udcff.txt").write_text(SENTENCE, encoding="utf-8")
    except (OSError, UnicodeError):
        pytest.skip("this file system takes only names that are text")
    done = claimcheck("check", "ferry", "--format", "json")
    assert done.code == 0
    assert any("odd" in entry["path"] for entry in json.loads(done.out)["documents"])


def test_a_name_with_terminal_codes_is_shown_harmlessly(claimcheck: Program, tmp_path: Path) -> None:
    (tmp_path / "a\x1b[2J.txt").write_bytes(b"")
    done = claimcheck("check", "a\x1b[2J.txt")
    assert "\x1b" not in done.err
    assert r"a\x1b[2J.txt: is empty" in done.err


@pytest.fixture
def crash_on_zeppelins(monkeypatch: pytest.MonkeyPatch) -> None:
    """An extractor that runs off the end of a sentence with a certain word."""

    def find_times(sentence: Sentence, today: date | None, named: Days | None) -> list[TimeMention]:
        if "zeppelins" in sentence.lowers:
            assert sentence.tokens[len(sentence.tokens)]
        return times.find_times(sentence, today, named)

    monkeypatch.setattr(assemble, "find_times", find_times)


@pytest.mark.usefixtures("crash_on_zeppelins")
def test_a_document_that_breaks_the_reading_is_named_and_the_others_are_checked(
    claimcheck: Program, story: Path
) -> None:
    before = findings(claimcheck("check", "ferry", "--format", "json").out)
    (story / "crash.txt").write_text("Over 40 zeppelins were seen.", encoding="utf-8")
    done = claimcheck("check", "ferry", "--format", "json")
    report = json.loads(done.out)
    (problem,) = report["problems"]
    assert done.code == 0
    assert problem["where"] == "ferry/crash.txt"
    assert "could not be read through: IndexError in extract/assemble.py:" in problem["what"]
    assert done.err == f"claimcheck: {problem['where']}: {problem['what']}\n"
    assert before == report["findings"] != []
    assert "ferry/crash.txt" not in [document["path"] for document in report["documents"]]
    assert claimcheck("check", "ferry", "--strict").code == 2


@pytest.mark.usefixtures("crash_on_zeppelins")
@pytest.mark.parametrize("command", ["check", "extract"])
def test_a_run_whose_only_document_breaks_the_reading_ends_with_one_message(
    claimcheck: Program, tmp_path: Path, command: str
) -> None:
    (tmp_path / "crash.txt").write_text("Over 40 zeppelins were seen.", encoding="utf-8")
    done = claimcheck(command, "crash.txt")
    assert (done.code, done.out) == (2, "")
    assert "IndexError" in done.err and "Traceback" not in done.err
    assert done.err.endswith("claimcheck: no document could be read\n")


def test_a_document_that_breaks_the_search_for_its_day_is_named(
    claimcheck: Program, story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_part(sentence: Sentence, at: int) -> TimePart | None:
        if "zeppelins" in sentence.lowers:
            raise RecursionError
        return parts.read_part(sentence, at)

    monkeypatch.setattr(anchor, "read_part", read_part)
    (story / "crash.txt").write_text("Over 40 zeppelins were seen.", encoding="utf-8")
    done = claimcheck("check", "ferry", "--format", "json")
    assert done.code == 0
    assert "RecursionError in extract/times/anchor.py" in done.err
    assert findings(done.out)

"""Exit codes and messages of each command."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest
from cli.conftest import COMMAND, Program, environment

from claimcheck.cli.schema import NAMES

TYPO = """\
language: 1
rules:
  - id: two-figures
    title: Two figures
    maturity: test
    severty: high
    check:
      type: number_mismatch
      pair: {same: [event, measure]}
    explain: Two figures differ.
    tests: [{name: one, texts: {A: "12 people died.", B: "20 people died."}, expect: contradiction}]
"""


@pytest.fixture
def broken_pack(tmp_path: Path) -> Path:
    """A folder of rules with a misspelt key."""
    folder = tmp_path / "house" / "mine"
    folder.mkdir(parents=True)
    (folder / "pack.yml").write_text("name: mine\nversion: 1.0.0\nuses: [core]\n", encoding="utf-8")
    (folder / "rules.yml").write_text(TYPO, encoding="utf-8")
    return folder.parent


def pair(**fields: object) -> str:
    row = {"id": "p", "a": "12 people were killed.", "b": "40 people were killed."} | fields
    return json.dumps(row) + "\n"


@pytest.mark.parametrize("arguments", [(), ("check",), ("check", "--bogus", "x"), ("fly",), ("rules", "fly")])
def test_bad_usage_ends_with_two(claimcheck: Program, arguments: tuple[str, ...]) -> None:
    assert claimcheck(*arguments).code == 2


def test_the_version_is_told(claimcheck: Program) -> None:
    assert claimcheck("--version").out.startswith("claimcheck 0.")


def test_a_misspelt_rule_is_named_and_the_others_still_report(
    claimcheck: Program, story: Path, broken_pack: Path
) -> None:
    done = claimcheck("check", "ferry", "--rules", "house", "--format", "json")
    assert done.code == 2
    assert "house/mine/rules.yml:6:5: " in done.err
    assert "did you mean 'severity'?" in done.err
    report = json.loads(done.out)
    assert report["findings"]
    assert any(problem["where"] == "house/mine/rules.yml:6:5" for problem in report["problems"])


def test_a_folder_of_rules_that_is_not_there_ends_the_run(claimcheck: Program, story: Path) -> None:
    done = claimcheck("check", "ferry", "--rules", "nowhere")
    assert (done.code, done.err) == (2, "claimcheck: nowhere: no such folder of rules\n")


def test_a_project_file_that_is_not_there_ends_the_run(claimcheck: Program, story: Path) -> None:
    done = claimcheck("check", "ferry", "--config", "nowhere.yml")
    assert (done.code, done.err) == (2, "claimcheck: nowhere.yml: no such project file\n")


def test_a_misspelt_project_file_is_named_with_its_line(
    claimcheck: Program, story: Path, tmp_path: Path
) -> None:
    (tmp_path / "claimcheck.yml").write_text("pakcs: [core]\n", encoding="utf-8")
    done = claimcheck("check", "ferry")
    assert done.code == 2
    assert "claimcheck.yml:1:1: " in done.err
    assert "did you mean 'packs'?" in done.err


@pytest.mark.parametrize("wanted", ["contradiction", "unreviewed"])
def test_a_run_fails_on_what_it_was_told_to_fail_on(claimcheck: Program, story: Path, wanted: str) -> None:
    done = claimcheck("check", "ferry", "--fail-on", wanted)
    assert done.code == 1
    assert "CONTRADICTION" in done.out


def test_a_story_without_a_contradiction_does_not_fail(claimcheck: Program, story: Path) -> None:
    (story / "times.txt").unlink()
    assert claimcheck("check", "ferry", "--fail-on", "contradiction").code == 0


def test_a_reader_that_stops_early_does_not_hide_a_contradiction(story: Path, tmp_path: Path) -> None:
    command = subprocess.Popen(
        [*COMMAND, "check", "ferry", "--fail-on", "contradiction"],
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.PIPE,
    )
    assert command.stdout
    command.stdout.close()
    assert command.wait(60) == 1


def test_an_unknown_reason_to_fail_is_refused(claimcheck: Program, story: Path) -> None:
    done = claimcheck("check", "ferry", "--fail-on", "doubt")
    assert done.code == 2
    assert "--fail-on doubt: use one of contradiction, tension, unreviewed" in done.err


def test_broken_lines_of_pairs_are_named_and_the_others_answered(claimcheck: Program, tmp_path: Path) -> None:
    lines = [
        pair(id=1),
        "{not json}\n",
        "\n",
        pair(a=None),
        pair(b=7),
        "[1, 2]\n",
        '{"id": NaN, "a": "x", "b": "y"}\n',
        '{"id": 8, "a": "\\ud800", "b": "y"}\n',
        pair(id={"row": 9}).rstrip("\n"),
    ]
    (tmp_path / "pairs.jsonl").write_text("".join(lines), encoding="utf-8")
    done = claimcheck("pairs", "pairs.jsonl")
    assert done.code == 0
    answers = [json.loads(line) for line in done.out.splitlines()]
    assert [answer["id"] for answer in answers] == [1, {"row": 9}]
    assert {answer["relation"] for answer in answers} == {"contradiction"}
    named = [line.split(": ")[1] for line in done.err.splitlines()]
    assert named == [f"pairs.jsonl:{number}" for number in (2, 4, 5, 6, 7, 8)]
    assert claimcheck("pairs", "pairs.jsonl", "--strict").code == 2


def test_pairs_come_from_standard_input_with_a_mark_and_line_ends_of_windows(claimcheck: Program) -> None:
    done = claimcheck("pairs", "-", stdin=b"\xef\xbb\xbf" + pair().replace("\n", "\r\n").encode() * 2)
    assert (done.code, done.err) == (0, "")
    assert len(done.out.splitlines()) == 2


def test_passages_without_a_figure_are_not_comparable(claimcheck: Program) -> None:
    done = claimcheck("pairs", "-", stdin=pair(a="", b="Nothing was said.").encode())
    answer = json.loads(done.out)
    assert answer["relation"] == "not_comparable"
    assert answer["why"]


@pytest.mark.parametrize("content", [b"", b"\n\n", b"{}\n", b"\0\0"])
def test_a_file_without_a_pair_ends_with_two(claimcheck: Program, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "pairs.jsonl").write_bytes(content)
    done = claimcheck("pairs", "pairs.jsonl")
    assert (done.code, done.out) == (2, "")
    assert "pairs.jsonl" in done.err


def test_a_file_of_pairs_that_is_not_there_is_named(claimcheck: Program) -> None:
    done = claimcheck("pairs", "nowhere.jsonl")
    assert (done.code, done.err) == (
        2,
        "claimcheck: nowhere.jsonl: cannot be read: No such file or directory\n",
    )


@pytest.mark.parametrize("name", NAMES)
def test_every_schema_is_written(claimcheck: Program, name: str) -> None:
    done = claimcheck("schema", name)
    assert done.code == 0
    assert json.loads(done.out)["$schema"] == "http://json-schema.org/draft-07/schema#"


def test_an_unknown_schema_is_answered_with_the_known_ones(claimcheck: Program) -> None:
    done = claimcheck("schema", "claims")
    assert done.code == 2
    assert done.err == f"claimcheck: no schema is called claims; use one of {', '.join(NAMES)}\n"


def test_an_unknown_rule_is_answered_with_one_that_was_meant(claimcheck: Program) -> None:
    done = claimcheck("rules", "test", "-k", "number-mismach")
    assert done.code == 2
    assert "did you mean core/number-mismatch?" in done.err


def test_the_rules_of_a_broken_pack_end_with_two(claimcheck: Program, broken_pack: Path) -> None:
    done = claimcheck("rules", "list", "--rules", "house", "--format", "json")
    assert done.code == 2
    assert "core/number-mismatch" in {row["id"] for row in json.loads(done.out)}


@pytest.mark.skipif(os.name != "posix", reason="Ctrl-C is a signal here")
@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_stopped_run_ends_as_a_shell_expects(tmp_path: Path, sent: signal.Signals, code: int) -> None:
    os.mkfifo(tmp_path / "slow.txt")
    command = subprocess.Popen(
        [*COMMAND, "check", "slow.txt", "-o", "report.json"],
        cwd=tmp_path,
        env=environment(),
        stderr=subprocess.PIPE,
        text=True,
    )
    pipe = _opened_by_a_reader(tmp_path / "slow.txt")
    said = _stopped(command, sent)
    os.close(pipe)
    assert (command.returncode, said) == (code, "claimcheck: stopped\n")
    assert [path.name for path in tmp_path.iterdir()] == ["slow.txt"]


def _stopped(command: subprocess.Popen[str], sent: signal.Signals) -> str:
    """What a program says that is asked to stop, and asked again where the signal met it inside a destructor."""
    for _ in range(6):
        command.send_signal(sent)
        try:
            return command.communicate(timeout=10)[1]
        except subprocess.TimeoutExpired:
            continue
    command.kill()
    command.communicate()
    raise AssertionError("the program does not stop")


def _opened_by_a_reader(pipe: Path) -> int:
    """The writing end of a named pipe, as soon as the program has opened it to read."""
    for _ in range(600):
        try:
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            time.sleep(0.05)
    raise AssertionError("the program never read its input")

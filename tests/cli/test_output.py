"""Where the result goes, in which form, and that nothing is ever half written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from cli.conftest import COMMAND, Program, environment

from claimcheck.cli.output import encoded, replace_file


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("report.json", "{\n"),
        ("report.html", "<!"),
        ("report.md", "#"),
        ("report.csv", ""),
        ("report.txt", "2 reports"),
        ("report", "2 reports"),
    ],
)
def test_the_ending_of_the_output_decides_its_format(
    claimcheck: Program, story: Path, tmp_path: Path, name: str, start: str
) -> None:
    done = claimcheck("check", "ferry", "-o", name)
    assert (done.code, done.out) == (0, "")
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


def test_a_stated_format_wins_over_the_ending(claimcheck: Program, story: Path, tmp_path: Path) -> None:
    claimcheck("check", "ferry", "-o", "report.txt", "--format", "json")
    assert (
        json.loads((tmp_path / "report.txt").read_text(encoding="utf-8"))["schema"] == "claimcheck/report/1"
    )


@pytest.mark.parametrize("command", ["check", "extract", "pairs"])
def test_an_unknown_format_is_answered_with_the_known_ones(
    claimcheck: Program, story: Path, command: str
) -> None:
    done = claimcheck(command, "ferry", "--format", "papyrus")
    assert done.code == 2
    assert done.err.startswith("claimcheck: --format papyrus: not known here; use one of ")


def test_a_document_format_that_is_not_written_here_is_refused(claimcheck: Program, story: Path) -> None:
    done = claimcheck("extract", "ferry", "-o", "claims.pdf")
    assert done.code == 2
    assert "claims.pdf: no format here is .pdf" in done.err


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("missing/report.json", "does not exist; make it first"),
        ("ferry", "is a folder; name a file"),
        ("x" * 300, "File name too long"),
        ("ferry/times.txt/report.json", "does not exist; make it first"),
    ],
)
def test_an_output_that_cannot_be_written_is_named(
    claimcheck: Program, story: Path, path: str, message: str
) -> None:
    done = claimcheck("check", "ferry", "-o", path)
    assert done.code == 2
    assert done.err.startswith(f"claimcheck: {path}: ")
    assert message in done.err


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="permissions do not bind this user")
def test_a_folder_without_permission_is_named(claimcheck: Program, story: Path, tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir(mode=0o500)
    done = claimcheck("check", "ferry", "-o", "locked/report.json")
    assert done.code == 2
    assert "cannot be written" in done.err


@pytest.mark.parametrize("name", ["report.json", "report.html", "report.md", "report.txt"])
def test_a_report_in_the_input_folder_is_not_read_as_input(
    claimcheck: Program, story: Path, name: str
) -> None:
    output = story / name
    claimcheck("check", "ferry", "-o", output)
    first = output.read_bytes()
    done = claimcheck("check", "ferry", "-o", output)
    assert (done.code, done.err) == (0, "")
    assert output.read_bytes() == first


@pytest.mark.parametrize("name", ["report.txt", "report.md", "report.html", "report.htm", "report.json"])
def test_a_report_written_into_the_folder_of_its_input_is_not_read_as_input(
    claimcheck: Program, story: Path, name: str
) -> None:
    before = claimcheck("check", "ferry", "--format", "json").out
    assert claimcheck("check", "ferry", "-o", f"ferry/{name}").code == 0
    after = claimcheck("check", "ferry", "--format", "json")
    assert (after.out, after.code) == (before, 0)


def test_an_input_is_never_overwritten_by_its_own_report(claimcheck: Program, story: Path) -> None:
    before = (story / "times.txt").read_bytes()
    done = claimcheck("check", "ferry/herald.txt", "ferry/times.txt", "-o", "ferry/times.txt")
    assert done.code == 2
    assert "ferry/times.txt: is an input too" in done.err
    assert (story / "times.txt").read_bytes() == before


def test_a_dash_as_output_is_standard_output(claimcheck: Program, story: Path, tmp_path: Path) -> None:
    done = claimcheck("check", "ferry", "-o", "-", "--format", "json")
    assert json.loads(done.out)["findings"]
    assert not (tmp_path / "-").exists()


def test_a_replaced_file_keeps_its_permissions_and_a_link_stays_one(tmp_path: Path) -> None:
    file, link = tmp_path / "report.json", tmp_path / "latest.json"
    file.write_text("old", encoding="utf-8")
    file.chmod(0o600)
    link.symlink_to(file)
    replace_file(link, "new")
    assert link.is_symlink()
    assert file.read_text(encoding="utf-8") == "new"
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_device_is_written_and_not_replaced() -> None:
    replace_file(Path(os.devnull), "new")
    assert not Path(os.devnull).is_file()


def test_a_kill_in_the_middle_of_writing_leaves_the_old_file(tmp_path: Path) -> None:
    file = tmp_path / "report.json"
    file.write_text("old", encoding="utf-8")
    program = (
        "import os, pathlib, signal, sys\n"
        "from claimcheck.cli import output\n"
        "output._mode = lambda path: os.kill(os.getpid(), signal.SIGKILL)\n"
        "output.replace_file(pathlib.Path(sys.argv[1]), 'new' * 100_000)\n"
    )
    done = subprocess.run([sys.executable, "-c", program, file], env=environment(), check=False)
    assert done.returncode != 0
    assert file.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir() if not path.name.startswith(".")] == ["report.json"]


def test_half_a_surrogate_is_written_as_an_escape_that_json_reads() -> None:
    written = encoded(json.dumps("odd\udcff.txt", ensure_ascii=False))
    assert json.loads(written) == "odd\udcff.txt"


def test_a_reader_that_stops_early_is_no_fault(story: Path, tmp_path: Path) -> None:
    command = subprocess.Popen(
        [*COMMAND, "check", "ferry", "--format", "json"],
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert command.stdout
    command.stdout.close()
    assert command.stderr
    assert command.stderr.read() == b""
    command.stderr.close()
    assert command.wait(60) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_a_full_disk_is_told(story: Path, tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, "check", "ferry"],
            cwd=tmp_path,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.startswith(b"claimcheck: standard output: cannot be written: ")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_the_bytes_in_a_pipe_do_not_depend_on_the_terminal(
    claimcheck_process: Program, story: Path, encoding: str
) -> None:
    (story / "herald.txt").write_text("“12 people were killed,” said Zoë.\n", encoding="utf-8")
    done = claimcheck_process("extract", "ferry", PYTHONIOENCODING=encoding)
    assert done.code == 0
    assert "Zoë" in done.out


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo terminal")
def test_an_ascii_terminal_shows_what_it_can(story: Path, tmp_path: Path) -> None:
    import pty

    (story / "herald.txt").write_text("“12 people were killed,” said Zoë.\n", encoding="utf-8")
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [*COMMAND, "extract", "ferry"],
        cwd=tmp_path,
        env=environment(PYTHONIOENCODING="ascii"),
        stdout=theirs,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(theirs)
    shown = os.read(ours, 10_000)
    os.close(ours)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"Zo?" in shown

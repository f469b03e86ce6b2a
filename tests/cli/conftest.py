"""Runs the real command line: inside this process where that is enough, in one of its own where it is not."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from claimcheck.cli.main import run

ROOT = Path(__file__).resolve().parents[2]
COMMAND = (sys.executable, "-m", "claimcheck")
MACHINE = {"COLUMNS": "80", "NO_COLOR": "1", "TERM": "dumb", "PYTHONPATH": str(ROOT)}
LONGEST_WAIT = 60


@dataclass(frozen=True)
class Done:
    """How a run ended and what it wrote."""

    code: int
    out: str
    err: str


Program = Callable[..., Done]


def environment(**changes: str) -> dict[str, str]:
    return os.environ | MACHINE | changes


@pytest.fixture
def claimcheck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """`claimcheck ARGUMENTS...` in an empty folder, inside this process."""
    monkeypatch.chdir(tmp_path)
    for name, value in MACHINE.items():
        monkeypatch.setenv(name, value)

    def call(*arguments: str | Path, stdin: bytes = b"") -> Done:
        out, err = BytesIO(), BytesIO()
        handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
        with monkeypatch.context() as streams:
            streams.setattr(sys, "argv", ["claimcheck", *map(str, arguments)])
            streams.setattr(sys, "stdin", TextIOWrapper(BytesIO(stdin), encoding="utf-8"))
            streams.setattr(sys, "stdout", TextIOWrapper(out, encoding="utf-8", write_through=True))
            streams.setattr(sys, "stderr", TextIOWrapper(err, encoding="utf-8", write_through=True))
            try:
                run()
                code = 0
            except SystemExit as stop:
                code = int(stop.code or 0)
            finally:
                for number, handler in handlers.items():
                    signal.signal(number, handler)
            return _without_a_fault(code, out.getvalue(), err.getvalue())

    return call


@pytest.fixture
def claimcheck_process(tmp_path: Path) -> Program:
    """`claimcheck ARGUMENTS...` in an empty folder and a process of its own."""

    def call(*arguments: str | Path, stdin: bytes = b"", **changes: str) -> Done:
        done = subprocess.run(
            [*COMMAND, *arguments],
            cwd=tmp_path,
            env=environment(**changes),
            input=stdin,
            capture_output=True,
            timeout=LONGEST_WAIT,
            check=False,
        )
        return _without_a_fault(done.returncode, done.stdout, done.stderr)

    return call


def _without_a_fault(code: int, out: bytes, err: bytes) -> Done:
    said = err.decode("utf-8")
    assert "Traceback" not in said, said
    assert "a fault in claimcheck itself" not in said, said
    return Done(code, out.decode("utf-8"), said)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """Two reports that contradict each other."""
    folder = tmp_path / "ferry"
    folder.mkdir()
    (folder / "herald.txt").write_text("The coast guard said 12 people were killed.\n", encoding="utf-8")
    (folder / "times.txt").write_text("The coast guard said 40 people were killed.\n", encoding="utf-8")
    return folder


@pytest.fixture
def written(claimcheck: Program, story: Path, tmp_path: Path) -> Path:
    """The report on the two reports that contradict each other."""
    assert claimcheck("check", "ferry", "-o", "report.json").code == 0
    return tmp_path / "report.json"

"""What was acknowledged is there, whatever happens to the process that wrote it."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from store.desks import Clock, Desk, many_findings

from claimcheck.errors import InputError
from claimcheck.store.case import Case
from claimcheck.store.service import ReviewService

ROOT = Path(__file__).resolve().parents[2]
WRITERS = Path(__file__).with_name("writers.py")
KILLS = 200
PROCESSES, ANSWERS = 8, 12
LONGEST_WAIT = 240


def written(*arguments: str | int, told: str = "") -> list[str]:
    """What the writers told; they must have ended as they should."""
    done = subprocess.run(
        [sys.executable, str(WRITERS), *map(str, arguments)],
        input=told,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        timeout=LONGEST_WAIT,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def kept_of(where: str) -> tuple[str, int]:
    """The exported record of a case that must verify, and how many decisions it holds."""
    case = Case.open(where)
    service = ReviewService(case, None, Clock())
    verified = service.verify()
    kept = service.export_decisions()
    case.close()
    assert verified.faults == ()
    return kept, verified.decisions


def test_two_hundred_kills_lose_no_acknowledged_decision(file_desk: Desk) -> None:
    file_desk.service.add_run(many_findings(100))
    file_desk.case.close()
    chance = random.Random(20260302)
    waits = "".join(f"{chance.randint(0, 15_000)}\n" for _ in range(KILLS))
    told = written("killed", file_desk.case.name, told=waits)
    acknowledged = [line for line in told if line != "killed"]
    assert told.count("killed") == KILLS
    assert len(acknowledged) > KILLS, "every writer had an answer acknowledged before it was killed"
    kept, count = kept_of(file_desk.case.name)
    assert [name for name in acknowledged if f'"id":"{name}"' not in kept] == []
    assert count <= len(acknowledged) + KILLS, "at most one answer a kill was written but not acknowledged"


def test_eight_processes_that_decide_at_once_lose_nothing(desk: Desk, where: str) -> None:
    desk.service.add_run(many_findings(5))
    desk.case.close()
    acknowledged = written("together", where, PROCESSES, ANSWERS)
    assert len(set(acknowledged)) == len(acknowledged) == PROCESSES * ANSWERS
    kept, count = kept_of(where)
    assert count == PROCESSES * ANSWERS
    assert [name for name in acknowledged if f'"id":"{name}"' not in kept] == []


def test_eight_processes_that_open_a_new_case_at_once_make_one(where: str) -> None:
    written("opened", where, PROCESSES)
    assert kept_of(where)[1] == 0


@pytest.mark.parametrize("broken", [b"SQLite format 3\0 not really", b"A ferry sank.\n" * 200])
def test_a_file_that_is_no_case_is_named_and_left_alone(tmp_path: Path, broken: bytes) -> None:
    file = tmp_path / "notes.db"
    file.write_bytes(broken)
    with pytest.raises(InputError, match="not a claimcheck case"):
        Case.open(str(file), create=True)
    assert file.read_bytes() == broken

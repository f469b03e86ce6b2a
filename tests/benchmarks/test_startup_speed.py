"""How long it takes until something stands on the screen."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
RUNS = 9
CHECK_SECONDS = 1.0
HELP_FACTOR = 1.5


def _run(*arguments: str) -> float:
    """Seconds that one fresh Python takes; byte code is written, as it is for users."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    start = perf_counter()
    subprocess.run([sys.executable, *arguments], cwd=ROOT, env=environment, capture_output=True, check=True)
    return perf_counter() - start


def test_checking_two_reports_takes_less_than_a_second(benchmark: Any) -> None:
    check = ("-m", "claimcheck", "check", "seeds/kherson")
    benchmark.pedantic(_run, args=check, rounds=1, warmup_rounds=1)
    assert median(_run(*check) for _ in range(RUNS)) < CHECK_SECONDS


def test_help_takes_little_longer_than_importing_typer(benchmark: Any) -> None:
    show_help, import_typer = ("-m", "claimcheck", "--help"), ("-c", "import typer")
    benchmark.pedantic(_run, args=show_help, rounds=1, warmup_rounds=1)
    _run(*import_typer)
    # Taken in turns, so that both meet the same disturbances.
    pairs = [(_run(*show_help), _run(*import_typer)) for _ in range(RUNS)]
    ours, theirs = (median(times) for times in zip(*pairs, strict=True))
    assert ours <= HELP_FACTOR * theirs, f"{ours:.3f} s against {theirs:.3f} s"

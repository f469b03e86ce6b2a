"""Starting loads little: what a command does not use is not imported."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HEAVY = (
    "alembic",
    "argon2",
    "fastapi",
    "itsdangerous",
    "jsonschema",
    "lxml",
    "pydantic",
    "rapidfuzz",
    "simplemma",
    "sqlalchemy",
    "starlette",
    "trafilatura",
    "uvicorn",
    "yaml",
)

SHOW_HELP = """
import sys
from claimcheck.cli.main import run
sys.argv = ["claimcheck", "--help"]
try:
    run()
except SystemExit as stop:
    assert not stop.code, stop.code
"""
NAME_LOADED = f"""
import sys
print("loaded:", *sorted(set({HEAVY!r}) & set(sys.modules)), file=sys.stderr)
"""


@pytest.mark.parametrize("program", ["import claimcheck\n", SHOW_HELP], ids=["import", "help"])
def test_starting_loads_no_heavy_library(program: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", program + NAME_LOADED],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr.splitlines()[-1] == "loaded:"

"""The same input gives the same bytes on every machine."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MACHINES = (
    {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC"},
    {"PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8", "TZ": "Asia/Tokyo", "PYTHONUTF8": "0"},
    {"PYTHONHASHSEED": "4242", "LC_ALL": "tr_TR.UTF-8", "TZ": "America/St_Johns", "COLUMNS": "40"},
)


@pytest.mark.parametrize("form", ["json", "html", "csv"])
def test_hash_seed_locale_and_time_zone_do_not_change_a_byte(form: str) -> None:
    written = {
        subprocess.run(
            [sys.executable, "-m", "claimcheck", "check", "seeds/kherson", "--format", form],
            cwd=ROOT,
            env=os.environ | machine,
            capture_output=True,
            check=True,
        ).stdout
        for machine in MACHINES
    }
    assert len(written) == 1
    assert written != {b""}

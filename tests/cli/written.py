"""Reports as files, for tests of the commands that read them back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from cli.conftest import Done


def content(file: Path) -> Any:
    return json.loads(file.read_text(encoding="utf-8"))


def without_wraps(done: Done) -> str:
    return " ".join(done.out.split())

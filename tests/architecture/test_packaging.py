"""The wheel works where there is no checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Installed:
    """A wheel, and the program installed from it in a place of its own."""

    wheel: Path
    python: Path
    folder: Path

    def claimcheck(self, *arguments: str) -> str:
        return _run(self.python.with_name("claimcheck"), *arguments, folder=self.folder)


def _run(*command: str | Path, folder: Path) -> str:
    """What the command prints; fails the test with its messages when it fails."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment | {"PYTHONUTF8": "1", "NO_COLOR": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    folder = tmp_path_factory.mktemp("installed")
    _run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, folder=folder)
    (wheel,) = folder.glob("*.whl")
    _run(sys.executable, "-m", "venv", folder / "venv", folder=folder)
    python = folder / "venv" / "bin" / "python"
    _run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel, folder=folder)
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    return Installed(wheel, python, folder)


def test_the_program_is_the_one_from_the_wheel(installed: Installed) -> None:
    where = _run(
        installed.python, "-c", "import claimcheck; print(claimcheck.__file__)", folder=installed.folder
    )
    assert Path(where.strip()).is_relative_to(installed.folder / "venv")


def test_the_wheel_ships_every_rule_file(installed: Installed) -> None:
    shipped = set(zipfile.ZipFile(installed.wheel).namelist())
    rules = {f"claimcheck/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / "rules").rglob("*.yml")}
    assert rules
    assert rules <= shipped


def test_the_wheel_ships_the_templates_and_files_of_the_pages(installed: Installed) -> None:
    shipped = set(zipfile.ZipFile(installed.wheel).namelist())
    folders = ("report/templates", "review/templates", "review/static")
    files = {
        path.relative_to(ROOT).as_posix()
        for folder in folders
        for path in (ROOT / "claimcheck" / folder).iterdir()
        if path.is_file()
    }
    assert len(files) > len(folders)
    assert files <= shipped


def test_the_wheel_ships_no_corpora_tests_or_seeds(installed: Installed) -> None:
    shipped = zipfile.ZipFile(installed.wheel).namelist()
    assert [name for name in shipped if name.endswith("corpus.yml")] == []
    assert {name.split("/")[0] for name in shipped if ".dist-info/" not in name} == {"claimcheck"}


def test_check_finds_the_shipped_rules_outside_the_checkout(installed: Installed) -> None:
    printed = installed.claimcheck("check", "seeds/kherson")
    assert "20,000" in printed
    assert "30,000" in printed


def test_rules_list_names_the_shipped_rules(installed: Installed) -> None:
    assert "core/" in installed.claimcheck("rules", "list")

"""The whole report on the sample story in every format, byte for byte; `--update-golden` rewrites the files."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.engine.packs import load_rules
from claimcheck.ingest import read_documents
from claimcheck.model import Report
from claimcheck.pipeline import check_documents, knowledge_of
from claimcheck.report import render

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
STORY = "kherson"
FORMATS = {"txt": "text", "md": "markdown", "html": "html", "json": "json", "csv": "csv"}


@pytest.fixture
def report(monkeypatch: pytest.MonkeyPatch) -> Report:
    """The report as a run from the folder of the repository makes it: with paths that begin there."""
    monkeypatch.chdir(ROOT)
    return check_documents(read_documents([f"seeds/{STORY}"]).documents, knowledge_of(load_rules([], None)))


@pytest.mark.parametrize(("ending", "name"), FORMATS.items())
def test_the_report_is_the_golden_one(report: Report, ending: str, name: str, update_golden: bool) -> None:
    file = HERE / f"{STORY}.{ending}"
    written = render(report, name).encode("utf-8")
    if update_golden:
        file.write_bytes(written)
    assert file.is_file(), f"{file.name} is not there: run pytest --update-golden"
    assert written.decode("utf-8") == file.read_bytes().decode("utf-8"), "pytest --update-golden accepts this"

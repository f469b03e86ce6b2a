"""The report for a spreadsheet."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO

import pytest
from report.withdrawal import NUMBERS, hostile, report

from claimcheck.model import Report
from claimcheck.report import render


def rows(of: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(render(of, "csv"), newline="")))


def test_each_side_of_a_finding_has_a_row() -> None:
    left, right = rows(report(NUMBERS))
    assert (left["finding"], left["side"], right["side"]) == ("f-9c1d5a0b77e2", "1", "2")
    assert (left["value"], left["low"], left["high"], left["unit"]) == ("20000", "16000", "24000", "person")
    assert (right["value"], right["low"], right["high"]) == ("30000", "30000", "")
    assert right["speaker"] == "Norland's Defence Ministry"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", " =", "＝"])
def test_words_that_would_start_a_formula_are_guarded(start: str) -> None:
    guarded = rows(report(replace(NUMBERS, title=f"{start}1+1")))
    assert {row["title"] for row in guarded} == {f"'{start}1+1"}


def test_no_cell_of_a_hostile_story_starts_a_formula() -> None:
    cells = [cell for row in rows(hostile()) for cell in row.values()]
    assert not [cell for cell in cells if cell.lstrip()[:1] in tuple("=+-@")]
    assert "'@SUM(1)" in cells


def test_quotes_commas_and_line_ends_come_back_as_they_were() -> None:
    title = 'He said "20,000",\r\nthen left\rat once'
    assert rows(report(replace(NUMBERS, title=title)))[0]["title"] == title


def test_lines_end_with_a_line_feed() -> None:
    assert "\r" not in render(report(), "csv")

"""The report as Markdown."""

from __future__ import annotations

import re

from report.withdrawal import NUMBERS, hostile, report

from claimcheck.report import render


def test_both_quotes_stand_side_by_side_with_their_figures_bold() -> None:
    written = render(report(NUMBERS), "markdown")
    assert "|  | Delta Courier | Northern Herald |\n" in written
    words = next(line for line in written.splitlines() if line.startswith("| Words |"))
    assert "“**An estimated 20,000** troops" in words
    assert "“**More than 30,000** soldiers" in words


def test_every_row_of_a_table_has_as_many_cells_as_its_head() -> None:
    for each in (report(), hostile()):
        for block in re.findall(r"(?:^\|.*\n)+", render(each, "markdown"), re.MULTILINE):
            assert len({len(re.findall(r"(?<!\\)\|", line)) for line in block.splitlines()}) == 1


def test_no_tag_and_no_list_comes_out_of_a_story() -> None:
    written = render(hostile(), "markdown")
    outside_code = re.sub("`[^`]*`", "", written)
    assert re.findall("<(?!br>)", outside_code) == []
    assert "\n\\- &lt;script&gt;alert(5)&lt;/script&gt;\n" in written
    assert "\n1. 1\\. {{ 7 \\* 7 }}\n" in written


def test_the_derivation_names_the_line_of_the_rule() -> None:
    written = render(report(NUMBERS), "markdown")
    assert "3. The two ranges have no number in common. (line 14 of the rule)\n" in written


def test_the_gap_is_measured() -> None:
    assert "At least 6,000 apart, a factor of 1.25.\n" in render(report(NUMBERS), "markdown")

"""The report on a terminal."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from report.withdrawal import CONFIRMED, DISMISSED, MANNERS, NUMBERS, SAME, hostile, report

from claimcheck.report import render

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def test_the_first_line_sums_up() -> None:
    joined = " ".join(render(report(), "text").split())
    assert joined.startswith(
        "2 reports, 5 claims: 1 contradiction, 1 tension, 1 agreement; 1 figure not checked 1. CONTRADICTION"
    )


def test_each_side_shows_who_says_it_the_words_and_the_range() -> None:
    shown = render(report(NUMBERS), "text")
    assert "   the Estern army, in Delta Courier's report (2 May 2031):\n" in shown
    assert "     “An estimated 20,000 troops had been stationed west of the river”\n" in shown
    assert "     = more than 30,000 people\n" in shown


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("colour", [False, True])
def test_no_line_is_longer_than_the_terminal_is_wide(width: int, colour: bool) -> None:
    for each in (report(), hostile(), report(replace(NUMBERS, explanation="x" * 300, review=CONFIRMED))):
        plain = ANSI.sub("", render(each, "text", colour=colour, width=width))
        assert max(len(line) for line in plain.splitlines()) <= width


def test_colour_changes_nothing_but_the_colour() -> None:
    coloured = render(report(), "text", colour=True)
    assert ANSI.sub("", coloured) == render(report(), "text")
    assert "“\x1b[1mAn estimated 20,000\x1b[0m troops" in coloured


def test_a_marked_figure_stays_marked_across_two_lines() -> None:
    coloured = render(report(NUMBERS), "text", colour=True, width=40)
    marked = re.findall(r"\x1b\[1m(.*?)\x1b\[0m", coloured)
    assert " ".join(marked) == "An estimated 20,000 More than 30,000"


def test_a_document_cannot_move_the_cursor_or_turn_the_direction() -> None:
    shown = render(hostile(), "text")
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_an_agreement_takes_two_lines() -> None:
    agreement = render(report(SAME), "text").split("\n\n")[1]
    assert agreement.startswith("1. Agreement [f-3] Both speak of the same week\n")
    assert len(agreement.splitlines()) == 2


def test_a_dismissed_finding_stays_in_the_report_below_the_others() -> None:
    shown = render(report(replace(NUMBERS, review=DISMISSED), MANNERS), "text")
    assert shown.index("1. TENSION") < shown.index("2. Dismissed [f-9c1d5a0b77]")
    assert "2 reports, 5 claims: 1 tension; 1 figure not checked; 1 of 2 findings" in shown


def test_a_reviewed_finding_says_what_the_reviewer_said() -> None:
    shown = render(report(replace(NUMBERS, review=CONFIRMED)), "text", width=100)
    assert "   Confirmed by A. Berg, 4 May 2031, 10:00 UTC: Rang both press offices\n" in shown


def test_problems_are_named() -> None:
    assert "1 problem:\n- reports/empty.txt: holds no text\n" in render(report(), "text")

"""Counts against lists, and figures that a sentence hands out to several."""

from __future__ import annotations

import pytest

from claimcheck.passages.answer import judge

CONTRADICTION = [
    ("The valley has three small villages: Orlo, Bex.", "The valley has three small villages: Orlo, Bex."),
    (
        "In 1850 the railway was opened in five cities of the province.",
        "Cities of the province in which the railway was opened in 1850: Arn, Bex, Cory and Dalm.",
    ),
    (
        "Officers Lee Ash and Max Bird were suspended for 10 days and 25 days, respectively.",
        "Lee Ash was suspended for 25 days.",
    ),
    ("The club won six cups, two of them abroad.", "The club won six cups abroad."),
    (
        "Nine people died in the fire, four of them children.",
        "Nine people who died in the fire were children.",
    ),
]
SILENT = [
    ("The valley has two small villages: Orlo, Bex.", "The valley has two small villages: Orlo, Bex."),
    (
        "The valley has four small villages, among them Orlo and Bex.",
        "Villages of the valley: Orlo and Bex, among others.",
    ),
    (
        "In the 1850s the railway was opened in three cities.",
        "Cities in which the railway was opened: Arn, Bex and Cory.",
    ),
    (
        "Lee Ash and Max Bird were suspended for 10 and 25 days, respectively.",
        "Max Bird was suspended for 25 days.",
    ),
    ("The firm cut 900 jobs, of which 300 were in Lund.", "The firm cut 900 jobs; 300 in Lund alone."),
]


@pytest.mark.parametrize(("a", "b"), CONTRADICTION)
def test_what_is_counted_and_what_is_told_must_fit(a: str, b: str) -> None:
    assert judge(a, b).relation == "contradiction"


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_counts_that_fit_do_not_contradict(a: str, b: str) -> None:
    assert judge(a, b).relation != "contradiction"

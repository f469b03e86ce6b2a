"""What a denial denies, and what it leaves alone."""

from __future__ import annotations

from claimcheck import compare


def test_no_reports_of_deaths_do_not_deny_that_injuries_are_reported() -> None:
    a = "Nine people were hurt in the blast at the mill, police said, but there were no reports of deaths."
    b = "Nine people were reported hurt in the blast at the mill"
    assert compare(a, b).relation != "contradiction"


def test_an_n_t_that_stands_apart_denies() -> None:
    a = "The mayor said that residents should n't expect the bridge to open this year."
    b = "The mayor tells residents not to expect the bridge to open this year"
    assert compare(a, b).relation != "contradiction"

"""Bylines, datelines, credits and dates, word by word."""

from __future__ import annotations

import pytest

from claimcheck.ingest.bylines import read_byline
from claimcheck.ingest.credits import find_credit, find_dateline
from claimcheck.ingest.dates import read_date
from claimcheck.ingest.layout_words import layout_words

WORDS = layout_words()


@pytest.mark.parametrize(
    ("line", "author", "agency"),
    [
        ("By AFP", "AFP", "AFP"),
        ("BY JANE DOE", "JANE DOE", None),
        ("By Jane Doe and John Smith", "Jane Doe and John Smith", None),
        ("By Jane Doe, The Associated Press", "Jane Doe", "AP"),
        ("By Jane Doe, Senior Defence Correspondent", "Jane Doe", None),
        ("Reuters", "Reuters", "Reuters"),
    ],
)
def test_a_byline_names_author_and_agency(line: str, author: str, agency: str | None) -> None:
    byline = read_byline(line, WORDS)
    assert byline is not None
    assert (byline.author, byline.agency) == (author, agency)


@pytest.mark.parametrize(
    "line", ["By Thursday", "By November", "By the end of the week", "By 0500 Moscow time", "By then", "Kyiv"]
)
def test_a_line_that_tells_a_time_is_no_byline(line: str) -> None:
    assert read_byline(line, WORDS) is None


@pytest.mark.parametrize(
    ("line", "dateline", "name"),
    [
        ("KYIV: Kyiv said half had left", "KYIV:", None),
        ("KYIV, Nov 13 (Reuters) - Kyiv said", "KYIV, Nov 13 (Reuters) -", "Reuters"),
        ("MOSCOW, November 11. /TASS/. All troops left", "MOSCOW, November 11. /TASS/.", "TASS"),
        ("Mykolaiv (AFP) – The entire region", "Mykolaiv (AFP) –", "AFP"),
    ],
)
def test_a_dateline_opens_a_paragraph(line: str, dateline: str, name: str | None) -> None:
    mark = find_dateline(line, WORDS)
    assert mark is not None
    assert (line[mark.start : mark.end], mark.name) == (dateline, name)


@pytest.mark.parametrize(
    "line", ["Zelensky – who spoke first – said", "US - ", "F-16 - the jet", "Losses: 20"]
)
def test_other_openings_with_a_dash_are_no_dateline(line: str) -> None:
    assert find_dateline(line, WORDS) is None


def test_an_attribution_after_a_dash_inside_a_sentence_is_no_credit() -> None:
    assert find_credit("The army has fled Kherson – Ukraine’s General Staff reports", WORDS) is None


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2022-11-13", "2022-11-13"),
        ("2022-11-13T10:45:00Z", "2022-11-13T10:45:00Z"),
        ("2022-11-13 10:45", "2022-11-13T10:45:00"),
        ("4/16/2017", "2017-04-16"),
        ("16 Apr 2017", "2017-04-16"),
        ("Sept. 1st, 2022", "2022-09-01"),
        ("Sun, 13 Nov 2022 10:45:30 +0200", "2022-11-13T10:45:30+02:00"),
        ("November 13, 2022 at 4:05 p.m.", "2022-11-13T16:05:00"),
        ("13.11.2022", "2022-11-13"),
    ],
)
def test_common_dates_become_iso_dates(written: str, iso: str) -> None:
    date = read_date(written, WORDS)
    assert date is not None
    assert date.iso == iso


@pytest.mark.parametrize(
    "written", ["16/4/2017", "soon", "2022", "February 30, 2022", "2022-13-01", "", "²022-1"]
)
def test_what_is_no_date_is_not_guessed(written: str) -> None:
    assert read_date(written, WORDS) is None

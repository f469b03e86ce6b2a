"""Words for what the model holds as data; the names of sources; marks and excerpts."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from report.withdrawal import COURIER_DOCUMENT, HERALD_DOCUMENT, PUBLISHED, STATIONED, WITHDRAWN

from claimcheck.model import Attribution, Interval, Span, TimeReference
from claimcheck.report.excerpt import excerpt
from claimcheck.report.gap import gap_words
from claimcheck.report.marking import differing_words
from claimcheck.report.sources import safe_link, source_names
from claimcheck.report.wording import range_words, speaker_words, time_words


def test_a_chain_of_speakers_reads_from_the_nearest_to_the_report() -> None:
    links = (Attribution("the Ministry", 0, 1, "said"), Attribution("TASS", 2, 3, "reported"))
    chained = replace(STATIONED, attribution=links)
    assert speaker_words(chained, "AFP", outlet=True) == "the Ministry, reported by TASS, in AFP's report"
    assert speaker_words(chained, "a.txt", outlet=False) == "the Ministry, reported by TASS, in a.txt"
    assert speaker_words(PUBLISHED, "AFP", outlet=True) == "AFP, in its own voice"


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("1", "person", "exactly 1 person"),
        ("2", "person", "exactly 2 people"),
        ("2", "US_dollar", "exactly 2 US dollars"),
        ("2", "kilometre_per_hour", "exactly 2 kilometres per hour"),
        ("2", "percent", "exactly 2 percent"),
        ("2", None, "exactly 2"),
    ],
)
def test_a_range_has_its_unit_in_the_right_number(value: str, unit: str | None, words: str) -> None:
    assert range_words(Interval.point(Decimal(value)), unit) == words


def test_a_time_shows_its_words_and_the_dates_they_were_read_as() -> None:
    day = TimeReference("2031-05-01", "2031-05-01", "on Thursday")
    assert time_words(day) == "“on Thursday”: 1 May 2031"
    assert time_words(TimeReference(None, None, "recently")) == "“recently”: no date"


def test_two_reports_of_one_outlet_are_told_apart() -> None:
    again = replace(COURIER_DOCUMENT, id="courier-2", published="2031-05-04")
    nameless = replace(COURIER_DOCUMENT, id="x", outlet=None)
    names = source_names([COURIER_DOCUMENT, again, HERALD_DOCUMENT, nameless])
    assert list(names.values()) == [
        "Delta Courier (2 May 2031)",
        "Delta Courier (4 May 2031)",
        "Northern Herald",
        "courier.txt",
    ]


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//host/x",
        "https:",
        "http://[x",
        "java\tscript:x",
        "HTTPS ://x",
        "",
    ],
)
def test_what_is_no_web_address_is_no_link(url: str) -> None:
    assert safe_link(url) is None


def test_the_gap_lies_between_the_nearest_ends() -> None:
    assert gap_words([STATIONED, WITHDRAWN]) == "At least 6,000 apart, a factor of 1.25"
    assert gap_words([STATIONED, STATIONED]) is None
    assert gap_words([STATIONED, PUBLISHED]) is None


def test_two_sentences_with_little_in_common_are_not_marked() -> None:
    assert differing_words("Bodies of dozens were found", "The army suffered no losses") == ()


def test_a_claim_that_its_document_no_longer_holds_is_shown_by_its_own_words() -> None:
    edited = replace(COURIER_DOCUMENT, text="Something else.")
    found = excerpt(STATIONED, edited, [Span(STATIONED.start, STATIONED.start + 19)])
    assert (found.before, found.after) == ("", "")
    assert [(piece.text, piece.marked) for piece in found.pieces] == [
        ("An estimated 20,000", True),
        (" troops had been stationed west of the river", False),
    ]

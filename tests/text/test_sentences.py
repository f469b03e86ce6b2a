"""Where sentences and paragraphs begin and end, in clean and in messy text."""

from __future__ import annotations

import pytest

from claimcheck.text.sentences import paragraphs, split_sentences


def sentences(text: str) -> list[str]:
    return [sentence.of(text) for sentence in split_sentences(text)]


@pytest.mark.parametrize(
    "whole",
    [
        "The U.S. 1.5 million dollar pledge was never paid.",
        "The U.S. Navy sent 3 ships.",
        "Gen. Smith and Lt. Col. Ana Ruiz met Mr. Okafor at 5 p.m. on Friday.",
        "J. R. Ewing owned 12 wells.",
        "The St. Mary's church fell at 3 a.m. on Sunday.",
        "It measured 3.2 metres, i.e. more than in 1953.",
        "Acme Inc. shares fell 4.5 percent.",
        "He lives in Washington, D.C. with two dogs.",
        "Version 10.2.1 is out.",
        "See www.example.org/a.b for the No. 1 list.",
        "Prices rose approx. 3 percent.",
    ],
)
def test_a_stop_inside_a_sentence_does_not_end_it(whole: str) -> None:
    assert sentences(whole) == [whole]


@pytest.mark.parametrize(
    "text",
    [
        "Twelve died.|Forty were hurt.",
        "“Twelve died.”|The mayor wept.",
        '"Twelve died."|The mayor wept.',
        "Did twelve die?|No one knows.",
        "Twelve died!|Forty were hurt.",
        "He came from the U.S.|They had not met before.",
        "The toll was 12.|Forty were hurt.",
        "It began in 2022.|40 people were hurt.",
        "They left at 5 p.m.|The others stayed.",
        "(Twelve died.)|Forty were hurt.",
        "Twelve died…|Forty were hurt.",
    ],
)
def test_a_stop_at_the_end_ends_a_sentence(text: str) -> None:
    assert sentences(text.replace("|", " ")) == text.split("|")


def test_a_headline_a_byline_and_a_date_are_paragraphs_of_their_own() -> None:
    text = "Ferry sinks\nBy Ana Ruiz\n13 November 2022\n\nTwelve people died when a ferry sank.\n"
    assert [span.of(text) for span in paragraphs(text)] == [
        "Ferry sinks",
        "By Ana Ruiz",
        "13 November 2022",
        "Twelve people died when a ferry sank.",
    ]


def test_a_line_that_was_wrapped_goes_on() -> None:
    text = "The coast guard said on Tuesday evening that twelve of the sixty\npassengers had been killed in the night."
    assert sentences(text) == [text]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n", "\r\n\r\n", " \n \n", "\n\n\n"])
def test_line_ends_of_every_machine_part_paragraphs(end: str) -> None:
    text = f"Twelve died.{end}Forty were hurt."
    assert sentences(text) == ["Twelve died.", "Forty were hurt."]
    assert [sentence.paragraph for sentence in split_sentences(text)] == [0, 1]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u00a0\u2009", "\r\n \t"])
def test_nothing_has_no_sentences(text: str) -> None:
    assert sentences(text) == []
    assert paragraphs(text) == []


def test_offsets_count_code_points_of_the_text_as_given() -> None:
    text = "\ufeff🚢 sank.\r\n\r\n  Zoë’s crew — 12 — died.  "
    (_, second) = split_sentences(text)
    assert second.of(text) == "Zoë’s crew — 12 — died."


def test_no_sentence_crosses_a_break() -> None:
    text = "Ferry sinks Twelve people died."
    assert [s.of(text) for s in split_sentences(text, breaks=[12])] == ["Ferry sinks", "Twelve people died."]


def test_a_list_of_links_stays_line_by_line() -> None:
    text = "Share\nTweet\nRead more: Storm hits coast\n\nTwelve people died."
    assert sentences(text) == ["Share", "Tweet", "Read more: Storm hits coast", "Twelve people died."]

"""Marking of what is not running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.ingest.captions import is_caption
from claimcheck.ingest.layout import Layout, find_layout
from claimcheck.ingest.layout_words import layout_words

WORDS = layout_words()
BODY = "Russia said all its troops had left the right bank of the Dnipro."


def kinds(text: str) -> dict[str, str]:
    return {part.span.of(text): part.kind for part in find_layout(text, WORDS).parts}


@pytest.mark.parametrize(
    "line",
    [
        "Share",
        "close",
        "Similar Posts",
        "Leave a Reply",
        "Leave a Replyclose",
        "ADVERTISEMENT",
        "Share | Tweet | Email",
        "Read more: Russia says 30,000 troops have left Kherson",
        "Related: Kyiv hails joint victory",
        "Follow us on Facebook and Twitter",
        "Sign up for our daily newsletter and never miss a story.",
        "You must be logged in to post a comment.",
        "We use cookies to improve your experience.",
        "Get the best of the week in your inbox",
    ],
)
def test_page_furniture_is_boilerplate(line: str) -> None:
    assert kinds(f"Kherson is free\n\n{BODY}\n\n{line}")[line] == "boilerplate"


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell 5 percent after the announcement.",
        "Close to 30,000 troops left the right bank.",
        "“We changed our privacy policy after the leak of 5,000 names,” the ministry said.",
        "More than 30,000 troops left.",
        "Print works in Kherson were looted by 20 soldiers.",
    ],
)
def test_sentences_that_begin_like_page_furniture_are_not(line: str) -> None:
    assert line not in kinds(f"Kherson is free\n\n{BODY}\n\n{line}")


def test_the_first_line_of_a_wrapped_paragraph_is_no_headline() -> None:
    text = "Russia’s retreat from the key strategic city of Kherson appeared to have\ndescended into chaos.\n"
    assert kinds(text) == {}


def test_a_headline_right_above_its_first_paragraph_is_one() -> None:
    assert kinds(f"Kherson is free\n{BODY}") == {"Kherson is free": "headline"}


def test_with_a_title_given_apart_only_its_repetition_is_a_headline() -> None:
    assert (
        find_layout(f"Kherson is free\n\n{BODY}", WORDS, title="Kherson is  Free").parts[0].kind == "headline"
    )
    assert find_layout(f"Kherson is free\n\n{BODY}", WORDS, title="Kyiv hails victory").parts == ()


def test_a_date_above_the_text_without_a_headline_is_the_report_date() -> None:
    found = find_layout(f"November 13, 2022\n\n{BODY}", WORDS)
    assert (found.published, [part.kind for part in found.parts]) == ("2022-11-13", ["dateline"])


def test_a_date_without_a_year_leaves_the_report_undated() -> None:
    found = find_layout(f"Kherson is free\n\nWednesday, November 9\n\n{BODY}", WORDS)
    assert (found.published, found.parts[1].kind) == (None, "dateline")


def test_byline_and_date_may_share_a_line() -> None:
    found = find_layout(f"Kherson is free\n\nBy Jane Doe, Reuters | Nov 13, 2022 10:45 GMT\n\n{BODY}", WORDS)
    assert (found.author, found.origin, found.published) == ("Jane Doe", "Reuters", "2022-11-13T10:45:00Z")


def test_the_dateline_of_the_first_paragraph_names_the_agency() -> None:
    text = f"Kherson is free\n\nLONDON (Reuters) - {BODY}"
    assert find_layout(text, WORDS).origin == "Reuters"
    assert kinds(text)["LONDON (Reuters) -"] == "dateline"


def test_a_credit_inside_the_report_does_not_name_its_origin() -> None:
    text = f"Kherson is free\n\n{BODY} – The Guardian reports\n\nKyiv said half had left."
    assert kinds(text)["– The Guardian reports"] == "credit"
    assert find_layout(text, WORDS).origin is None


def test_a_correction_is_marked() -> None:
    line = "Correction: an earlier version gave the number of troops as 20,000."
    assert kinds(f"Kherson is free\n\n{BODY}\n\n{line}")[line] == "correction"


@pytest.mark.parametrize(
    "line",
    [
        "A destroyed Russian tank on the outskirts of Ivanivka",
        "A bridge damaged in the fighting near Kherson",
        "The left bank of the Dnipro at dawn",
        "File photo: Ukrainian soldiers ride into Kherson.",
    ],
)
def test_noun_phrases_alone_are_captions(line: str) -> None:
    assert is_caption(line, WORDS.caption)


@pytest.mark.parametrize(
    "line",
    [
        "The army destroyed 20 tanks near Kherson",
        "The ministry denies any loss of equipment",
        "The troops retreated from Kherson in panic",
        "The governor said the city was quiet",
        "Four soldiers killed in the shelling",
        "A destroyed Russian tank stood on the road.",
        "No losses on the Russian side",
        "What happened next",
    ],
)
def test_lines_that_claim_something_are_no_captions(line: str) -> None:
    assert not is_caption(line, WORDS.caption)


LINES = st.sampled_from(
    [
        "Share",
        "By AFP",
        "November 13, 2022",
        "KYIV: Kyiv said half had left. – The Guardian reports",
        "A destroyed Russian tank near Ivanivka",
        "",
        "\r",
        "\u2028",
        BODY,
    ]
)


@given(st.one_of(st.text(), st.lists(LINES).map("\n".join)), st.none() | st.text(max_size=5))
def test_every_part_lies_inside_the_text_in_order_and_apart(text: str, title: str | None) -> None:
    found: Layout = find_layout(text, WORDS, title=title)
    ends = [0, *(part.span.end for part in found.parts)]
    for part, before in zip(found.parts, ends, strict=False):
        assert before <= part.span.start < part.span.end <= len(text)

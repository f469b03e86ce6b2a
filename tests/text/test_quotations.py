"""Where quotations open and close, over sentences and paragraphs."""

from __future__ import annotations

import pytest

from claimcheck.text.quotations import LONGEST, find_quotations


def quoted(text: str) -> list[str]:
    return [span.of(text) for span in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("“Twelve died,” he said.", ["“Twelve died,”"]),
        ('"Twelve died," he said.', ['"Twelve died,"']),
        ("«Twelve died», he said.", ["«Twelve died»"]),
        ("„Twelve died“, he said.", ["„Twelve died“"]),
        ("“One,” he said. “Two,” she said.", ["“One,”", "“Two,”"]),
        ("It was “over” by “noon”.", ["“over”", "“noon”"]),
        ("It was 'over' by noon, the crew's cook said.", []),
        ('A 6" pipe and a 12" pipe.', []),
        ("No marks at all.", []),
        ("", []),
    ],
)
def test_a_quotation_runs_from_mark_to_mark(text: str, stretches: list[str]) -> None:
    assert quoted(text) == stretches


def test_a_quotation_may_hold_sentences_and_single_line_ends() -> None:
    text = "“Twelve died. Forty\nwere hurt,” he said."
    assert quoted(text) == ["“Twelve died. Forty\nwere hurt,”"]


def test_a_quotation_that_goes_on_is_closed_by_its_paragraph() -> None:
    text = "“Twelve died.\n\n“Forty were hurt,” he said."
    assert quoted(text) == ["“Twelve died.", "“Forty were hurt,”"]


def test_a_mark_that_is_never_closed_does_not_quote_the_rest_of_a_long_text() -> None:
    assert quoted("“" + "word " * LONGEST) == []

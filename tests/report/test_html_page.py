"""The report as a page."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

from report.withdrawal import CONFIRMED, COURIER_DOCUMENT, DISMISSED, MANNERS, NUMBERS, SAME, hostile, report

from claimcheck.model import Report
from claimcheck.report import render

VOID = {"meta", "br", "link", "img", "input", "hr"}


class Outline(HTMLParser):
    """What a page is made of: its tags in order, its ids, its links; and that all are closed."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def values(self, name: str) -> list[str]:
        return [value for own, value in self.attributes if own == name]


def outline(of: Report) -> Outline:
    parser = Outline()
    parser.feed(render(of, "html"))
    parser.close()
    assert parser.open == []
    return parser


def everything() -> Report:
    reviewed = replace(NUMBERS, id="f-8", review=CONFIRMED)
    return report(NUMBERS, MANNERS, SAME, reviewed, replace(MANNERS, id="f-9", review=DISMISSED))


def test_a_page_names_its_maker_early() -> None:
    assert '<meta name="generator" content="claimcheck 0.1.0">' in render(report(), "html")[:4000]


def test_a_page_fetches_nothing_and_runs_nothing() -> None:
    found = outline(everything())
    assert not {"script", "img", "link", "iframe", "object", "form"} & set(found.tags)
    assert found.values("src") == []
    assert "url(" not in render(everything(), "html")
    assert "@import" not in render(everything(), "html")


def test_the_words_of_a_story_never_become_mark_up() -> None:
    found = outline(hostile())
    assert not {"script", "img", "u", "s", "i", "b"} & set(found.tags)
    assert found.tags.count("h1") == 1
    assert not [name for name, _ in found.attributes if name.startswith("on")]
    assert "{{ 7 * 7 }}" in render(hostile(), "html")


def test_only_web_addresses_become_links() -> None:
    assert not [href for href in outline(hostile()).values("href") if not href.startswith("#")]
    found = outline(report())
    outside = [href for href in found.values("href") if not href.startswith("#")]
    assert set(outside) == {COURIER_DOCUMENT.url}
    assert found.values("rel") == ["noopener noreferrer"] * len(outside)


def test_every_inner_link_leads_to_one_place() -> None:
    found = outline(everything())
    ids = found.values("id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in found.values("href") if href.startswith("#")} <= set(ids)
    assert set(found.values("aria-labelledby")) <= set(ids)


def test_headings_go_down_one_level_at_a_time() -> None:
    levels = [int(tag[1]) for tag in outline(everything()).tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(deeper <= level + 1 for level, deeper in pairwise(levels))


def test_tables_have_captions_and_scopes() -> None:
    found = outline(everything())
    assert found.tags.count("caption") == found.tags.count("table") == 2
    assert len(found.values("scope")) == found.tags.count("th")


def test_the_figures_are_marked_exactly() -> None:
    page = render(report(NUMBERS), "html")
    assert re.findall("<mark>(.*?)</mark>", page) == ["An estimated 20,000", "More than 30,000"]
    assert "<mark>An estimated 20,000</mark> troops had been stationed west of the river" in page


def test_without_figures_the_differing_words_are_marked() -> None:
    assert re.findall("<mark>(.*?)</mark>", render(report(MANNERS), "html")) == ["chaotic", "orderly"]


def test_a_sentence_of_context_stands_on_either_side() -> None:
    page = render(report(NUMBERS), "html")
    assert '<span class="context">The last ferries crossed on Thursday.</span>' in page
    assert '<span class="context">Half of them had been withdrawn by Thursday evening' in page


def test_each_finding_says_whether_a_person_has_looked_at_it() -> None:
    page = render(everything(), "html")
    assert "Confirmed by A. Berg, 4 May 2031, 10:00 UTC: Rang both press offices" in page
    assert page.count('<p class="review">Not reviewed by a person</p>') == 3


def test_a_dismissed_finding_is_folded_and_kept() -> None:
    page = render(everything(), "html")
    assert "<summary>1 finding dismissed by a reviewer</summary>" in page
    assert "Dismissed as not a conflict by A. Berg, 4 May 2031: different scope" in page


def test_the_matrix_leads_from_a_figure_to_its_finding() -> None:
    page = render(report(NUMBERS), "html")
    assert '<span class="figure">More than 30,000</span> <span class="voice">Norland' in page
    assert 'href="#finding-1-f-9c1d5a0b77" aria-label="Finding 1, contradiction"' in page

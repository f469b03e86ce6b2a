"""The report for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from claimcheck.model import Report
from claimcheck.report.cards import Card, Deck, Side, summary
from claimcheck.report.excerpt import quote_pieces
from claimcheck.report.gap import gap_words
from claimcheck.report.sections import Section, sections
from claimcheck.report.standings import standing_words
from claimcheck.report.wording import clean, counted, date_words, reading, time_words
from claimcheck.report.wrapping import tinted, wrapped, wrapped_quote

_NARROWEST = 40
_BODY = "   "
_HINT = "More: write -o report.html, or -o report.json and then “claimcheck explain report.json ID”."


def render_text(report: Report, *, colour: bool, width: int) -> str:
    """The report in plain lines no longer than `width`; `colour` adds ANSI codes."""
    deck = Deck(report)
    page = _Page(colour=colour, width=max(width, _NARROWEST))
    lines = [*wrapped(summary(report), page.width), *_findings(deck, page), *_problems(report, page)]
    if report.findings:
        lines += ["", *wrapped(_HINT, page.width)]
    return "\n".join(lines) + "\n"


class _Page:
    """How wide and how colourful to write."""

    def __init__(self, *, colour: bool, width: int) -> None:
        self.colour = colour
        self.width = width

    def tinted(self, line: str, word: str, relation: str) -> str:
        """The line with the word for a relation in its colour."""
        return line.replace(word, tinted(word, relation), 1) if self.colour else line

    def shortened(self, text: str, indent: str) -> str:
        """The text on one line."""
        room = self.width - len(indent)
        return indent + textwrap.shorten(text, room, placeholder=" …", break_on_hyphens=False)


def _findings(deck: Deck, page: _Page) -> Iterator[str]:
    brief_before = False
    for section in sections(deck.cards, deck.report):
        card = section.first
        brief = card.compact or card.dismissed
        if not (brief and brief_before):
            yield ""
        brief_before = brief
        if section.joint:
            yield from _joint(section, page)
        else:
            yield from _brief(card, page) if brief else _full(card, page)


def _head(card: Card, page: _Page) -> list[str]:
    finding = card.finding
    word = finding.relation.upper()
    sure = f"({finding.severity}, {finding.confidence:.0%})"
    first, *rest = wrapped(
        f"{card.number}. {word} {sure} {clean(finding.title)} [{card.short_id}]", page.width, "", _BODY
    )
    return [page.tinted(first, word, finding.relation), *rest]


def _full(card: Card, page: _Page) -> Iterator[str]:
    yield from _head(card, page)
    for side in card.sides:
        yield from _side(side, page)
    gap = gap_words([side.claim for side in card.sides])
    why = f"Why: {clean(card.finding.explanation)}{f' ({gap}.)' if gap else ''}"
    yield from wrapped(why, page.width, _BODY, f"{_BODY}     ")
    rule = f"Rule: {clean(card.finding.rule)}"
    if card.finding.steps:
        rule += f", in {counted(len(card.finding.steps), 'step')}"
    yield from wrapped(rule, page.width, _BODY, f"{_BODY}      ")
    if card.finding.review or card.finding.case:
        yield from wrapped(standing_words(card.finding), page.width, _BODY, f"{_BODY}  ")


def _joint(section: Section, page: _Page) -> Iterator[str]:
    """The denial once, what stands against it one by one, then why and by which rule."""
    finding = section.first.finding
    word = section.count.upper()
    head = f"{section.numbers}. {word} ({finding.severity}, {section.sureness}) {clean(finding.title)}"
    first, *rest = wrapped(head, page.width, "", _BODY)
    yield page.tinted(first, word, finding.relation)
    yield from rest
    yield from _side(section.denial, page)
    yield f"{_BODY}against:"
    for card, side in section.evidence:
        yield from _side(side, page, f"{card.number}. ", f" [{card.short_id}]")
        if card.finding.review or card.finding.case:
            yield from wrapped(standing_words(card.finding), page.width, f"{_BODY}  ", f"{_BODY}    ")
    for numbers, words in section.explanations:
        told = "Why: " if len(section.explanations) == 1 else f"Why {numbers}: "
        yield from wrapped(f"{told}{words}", page.width, _BODY, f"{_BODY}     ")
    yield from wrapped(f"Rule: {clean(finding.rule)}", page.width, _BODY, f"{_BODY}      ")


def _side(side: Side, page: _Page, before: str = "", behind: str = "") -> Iterator[str]:
    published = side.document.published if side.document else None
    when = f" ({date_words(published)})" if published else ""
    yield from wrapped(f"{before}{side.speaker}{when}{behind}:", page.width, _BODY, f"{_BODY}  ")
    indent = f"{_BODY}  "
    yield from wrapped_quote(quote_pieces(side.claim, side.marks), page.width, indent, colour=page.colour)
    facts = [f"= {reading(side.claim.quantity)}"] if side.claim.quantity else []
    if side.claim.time:
        facts.append(time_words(side.claim.time))
    if facts:
        yield from wrapped("; ".join(facts), page.width, indent, f"{indent}  ")


def _brief(card: Card, page: _Page) -> Iterator[str]:
    finding = card.finding
    word = "Dismissed" if card.dismissed else finding.relation.capitalize()
    line = page.shortened(f"{card.number}. {word} [{card.short_id}] {clean(finding.title)}", "")
    if card.dismissed:
        yield line
        yield from wrapped(standing_words(finding), page.width, _BODY)
    else:
        yield page.tinted(line, word, finding.relation)
        yield page.shortened(" · ".join(_said(side) for side in card.sides), _BODY)


def _said(side: Side) -> str:
    words = side.claim.quantity.text if side.claim.quantity else side.claim.quote
    speaker = f"{clean(side.claim.speaker.name)} in {side.source}" if side.claim.speaker else side.source
    return f"{speaker}: “{clean(words)}”"


def _problems(report: Report, page: _Page) -> Iterator[str]:
    if report.problems:
        yield ""
        yield f"{counted(len(report.problems), 'problem')}:"
    for problem in report.problems:
        yield from wrapped(f"- {clean(problem.where)}: {clean(problem.what)}", page.width, "", "  ")

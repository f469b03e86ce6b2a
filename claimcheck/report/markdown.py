"""The report as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.model import Report
from claimcheck.report.cards import Card, Deck, Side, summary
from claimcheck.report.excerpt import excerpt
from claimcheck.report.facts import facts
from claimcheck.report.gap import gap_words
from claimcheck.report.markdown_tables import (
    escaped,
    matrix_lines,
    not_checked_lines,
    problem_lines,
    source_lines,
    table,
    tool_lines,
)
from claimcheck.report.sections import Section, sections
from claimcheck.report.standings import standing_words
from claimcheck.report.wording import clean, counted

_BLOCK_START = re.compile(r"^([-+=]|\d+[.)])")


def render_markdown(report: Report) -> str:
    """The whole report, its findings first."""
    deck = Deck(report)
    lines = ["# Discrepancy report", "", f"{escaped(summary(report))}.", ""]
    standing = [card for card in deck.cards if not card.dismissed]
    lines += _section(
        "Findings", (line for section in sections(standing, report) for line in _findings(section))
    )
    lines += _section("Dismissed", (line for card in deck.cards if card.dismissed for line in _card(card)))
    lines += _section("Claims by sources", matrix_lines(deck))
    lines += _section("Sources", source_lines(deck))
    lines += _section("Not checked", not_checked_lines(deck))
    lines += _section("Problems", problem_lines(report))
    lines += _section("Made with", tool_lines(report))
    return "\n".join(lines).rstrip("\n") + "\n"


def _section(title: str, body: Iterator[str]) -> list[str]:
    lines = list(body)
    while lines and not lines[-1]:
        lines.pop()
    return [f"## {title}", "", *lines, ""] if lines else []


def _findings(section: Section) -> Iterator[str]:
    """One finding, or all on one denial: the denial once and in a row each what speaks against it."""
    if not section.joint:
        yield from _card(section.first)
        return
    finding = section.first.finding
    yield f"### {section.numbers}. {section.count.capitalize()}: {escaped(finding.title)}"
    yield ""
    yield f"**{finding.severity.capitalize()} severity**, confidence {section.sureness}."
    yield ""
    yield from _sides([section.denial])
    yield "Against it:"
    yield ""
    rows = [
        [
            str(card.number),
            _quote(side),
            escaped(side.speaker),
            f"{card.finding.confidence:.0%}",
            _reference(card),
        ]
        for card, side in section.evidence
    ]
    yield from table(["Finding", "Words", "Said by", "Confidence", "Review"], rows)
    yield ""
    for numbers, words in section.explanations:
        yield _line(words) if len(section.explanations) == 1 else f"Finding {numbers}: {escaped(words)}"
        yield ""
    yield f"Rule `{_code(finding.rule)}` ({escaped(finding.rule_hash)[:12] or 'no hash'})"
    yield ""
    for card in section.cards:
        yield f"Finding {card.number} follows in {counted(len(card.finding.steps), 'step')}:"
        yield ""
        yield from _steps(card)


def _reference(card: Card) -> str:
    return f"`{_code(card.short_id)}` *{escaped(standing_words(card.finding))}*"


def _steps(card: Card) -> Iterator[str]:
    for number, step in enumerate(card.finding.steps, start=1):
        line = f" (line {step.rule_line} of the rule)" if step.rule_line else ""
        yield f"{number}. {_line(step.text)}{line}"
    if card.finding.steps:
        yield ""


def _card(card: Card) -> Iterator[str]:
    finding = card.finding
    yield f"### {card.number}. {finding.relation.capitalize()}: {escaped(finding.title)}"
    yield ""
    yield (
        f"**{finding.severity.capitalize()} severity**, confidence {finding.confidence:.0%}, "
        f"`{_code(card.short_id)}`. *{escaped(standing_words(finding))}.*"
    )
    yield ""
    yield _line(finding.explanation)
    yield ""
    yield from _sides(card.sides)
    gap = gap_words([side.claim for side in card.sides])
    if gap:
        yield f"{escaped(gap)}."
        yield ""
    yield f"Rule `{_code(finding.rule)}` ({escaped(finding.rule_hash)[:12] or 'no hash'})"
    yield ""
    yield from _steps(card)


def _sides(sides: Sequence[Side]) -> Iterator[str]:
    """Both quotes side by side, and below them the same facts in the same rows."""
    known = [dict(facts(side)) for side in sides]
    terms = list(dict.fromkeys(term for own in known for term in own))
    rows = [["Words", *(_quote(side) for side in sides)]]
    rows += [[f"**{term}**", *(escaped(own.get(term, "")) for own in known)] for term in terms]
    yield from table(["", *(escaped(side.source) for side in sides)], rows)
    yield ""


def _quote(side: Side) -> str:
    found = excerpt(side.claim, side.document, side.marks)
    words = "".join(_marked(piece.text) if piece.marked else escaped(piece.text) for piece in found.pieces)
    context = [f"*{escaped(words)}*" if words else "" for words in (found.before, found.after)]
    return " ".join(part for part in (context[0], f"“{words.strip()}”", context[1]) if part)


def _marked(text: str) -> str:
    inner = text.strip()
    head, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{head}**{escaped(inner)}**{tail}" if inner else text


def _line(text: str) -> str:
    """Words at the start of a line, where `-` or `1.` would begin a list."""
    return _BLOCK_START.sub(lambda found: f"{found[1][:-1]}\\{found[1][-1]}", escaped(text))


def _code(text: str) -> str:
    return clean(text).replace("`", "'")

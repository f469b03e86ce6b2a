"""The report as one HTML file that stands alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimcheck.model import Report
from claimcheck.report.cards import Card, Deck, Side, review_tally, summary, tally
from claimcheck.report.excerpt import excerpt
from claimcheck.report.facts import facts
from claimcheck.report.gap import gap_words
from claimcheck.report.matrix import matrices, strongest
from claimcheck.report.range_chart import RangeRow, range_chart
from claimcheck.report.sections import sections
from claimcheck.report.sources import headline, safe_link
from claimcheck.report.standings import reviewed_class, standing_words
from claimcheck.report.wording import clean, counted, date_words

if TYPE_CHECKING:
    from jinja2 import Environment


def render_html(report: Report) -> str:
    """A page without scripts and without anything to fetch."""
    deck = Deck(report)
    return (
        _environment()
        .get_template("report.html")
        .render(
            report=report,
            deck=deck,
            standing=sections([card for card in deck.cards if not card.dismissed], report),
            dismissed=[card for card in deck.cards if card.dismissed],
            matrices=matrices(deck),
            claims=Counter(claim.document for claim in report.claims),
        )
    )


def _environment() -> Environment:
    """Jinja with escaping always on: the text of a report is hostile until shown otherwise."""
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=PackageLoader("claimcheck.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"clean": clean, "date": date_words}
    environment.globals |= {
        "chart": lambda card: Markup(_chart(card)),
        "counted": counted,
        "excerpt": _excerpt,
        "facts": facts,
        "gap": _gap,
        "headline": headline,
        "link": safe_link,
        "review_tally": review_tally,
        "reviewed_class": reviewed_class,
        "standing_words": standing_words,
        "strongest": strongest,
        "summary": summary,
        "tally": tally,
    }
    return environment


def _excerpt(side: Side) -> object:
    return excerpt(side.claim, side.document, side.marks)


def _gap(card: Card) -> str | None:
    return gap_words([side.claim for side in card.sides])


def _chart(card: Card) -> str:
    """The ranges of a finding drawn; nothing where its sides are not figures of one unit."""
    rows = _chart_rows(card.sides)
    return range_chart(rows) if len(rows) > 1 else ""


def _chart_rows(sides: Sequence[Side]) -> Sequence[RangeRow]:
    quantities = [(side, side.claim.quantity) for side in sides if side.claim.quantity]
    if len({(quantity.unit, quantity.change) for _, quantity in quantities}) != 1:
        return ()
    return [
        RangeRow(f"{side.source}: {clean(quantity.text)}", quantity.hard, quantity.soft)
        for side, quantity in quantities
    ]

"""Jinja set up for pages: escaping always on, the words and drawings of a report at hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimcheck.report.cards import Card, Side, review_tally, summary, tally
from claimcheck.report.excerpt import excerpt
from claimcheck.report.facts import facts
from claimcheck.report.gap import gap_words
from claimcheck.report.matrix import strongest
from claimcheck.report.range_chart import RangeRow, range_chart
from claimcheck.report.sources import headline, safe_link
from claimcheck.report.standings import reviewed_class, standing_words
from claimcheck.report.wording import clean, counted, date_words, in_words

if TYPE_CHECKING:
    from jinja2 import Environment


def page_environment(*packages: str) -> Environment:
    """Templates of the report, and before them those of other packages.

    What reports quote is hostile until shown otherwise: everything is escaped.
    """
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=ChoiceLoader([PackageLoader(package) for package in (*packages, "claimcheck.report")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"clean": clean, "date": date_words, "words": in_words}
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

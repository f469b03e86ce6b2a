"""The report as one HTML file that stands alone."""

from __future__ import annotations

from collections import Counter

from claimcheck.model import Report
from claimcheck.report.cards import Deck
from claimcheck.report.environment import page_environment
from claimcheck.report.matrix import matrices
from claimcheck.report.sections import sections


def render_html(report: Report) -> str:
    """A page without scripts and without anything to fetch."""
    deck = Deck(report)
    return (
        page_environment()
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

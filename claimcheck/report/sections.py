"""Findings that turn on one denial stand together: the denial once, and what speaks against it one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.model import Report
from claimcheck.report.cards import Card, Side, key_words, turns
from claimcheck.report.wording import clean, counted


@dataclass(frozen=True, slots=True)
class Section:
    """One finding, or several of one rule against one and the same claim of nothing."""

    cards: tuple[Card, ...]

    @property
    def joint(self) -> bool:
        return len(self.cards) > 1

    @property
    def first(self) -> Card:
        return self.cards[0]

    @property
    def denial(self) -> Side:
        """The side that all findings of the section share."""
        return self.first.sides[0]

    @property
    def evidence(self) -> tuple[tuple[Card, Side], ...]:
        """What stands against the denial, each with its finding."""
        return tuple((card, side) for card in self.cards for side in card.sides[1:])

    @property
    def numbers(self) -> str:
        """The numbers of its findings: `2` or `2–6`."""
        last = self.cards[-1].number
        return str(self.first.number) if not self.joint else f"{self.first.number}–{last}"

    @property
    def gist(self) -> str:
        """Its sides in a few words: those of the one finding, or the denial."""
        return self.first.gist if not self.joint else f"“{key_words(self.denial)}”"

    @property
    def count(self) -> str:
        """How many of which relation: `5 tensions`."""
        return counted(len(self.cards), self.first.finding.relation)

    @property
    def sureness(self) -> str:
        """The confidence of its findings: `58%` or `42–58%`."""
        shares = sorted({round(card.finding.confidence * 100) for card in self.cards})
        return f"{shares[0]}%" if len(shares) == 1 else f"{shares[0]}–{shares[-1]}%"

    @property
    def explanations(self) -> tuple[tuple[str, str], ...]:
        """Each explanation once, with the numbers of the findings it is given for."""
        told: dict[str, list[int]] = {}
        for card in self.cards:
            told.setdefault(clean(card.finding.explanation), []).append(card.number)
        return tuple((", ".join(map(str, numbers)), words) for words, numbers in told.items())


def sections(cards: Sequence[Card], report: Report) -> tuple[Section, ...]:
    """The cards in sections, in their order; findings on one denial stand side by side already."""
    known = turns(report)
    found: list[list[Card]] = []
    for card in cards:
        own = known.get(card.finding.id)
        if found and own is not None and own == known.get(found[-1][-1].finding.id) and not card.compact:
            found[-1].append(card)
        else:
            found.append([card])
    return tuple(Section(tuple(group)) for group in found)

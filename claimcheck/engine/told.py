"""Which figures each report gives: a report that gives both sides of a pair does not contradict the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from claimcheck.align.comparisons import is_main
from claimcheck.align.scopes import scope_of
from claimcheck.engine.judgement import one_speaker, speaker_key
from claimcheck.engine.responsibility import may_be_one
from claimcheck.lexicon.domain import Domain
from claimcheck.model import Claim

Figure = tuple[str, str, str | None, str]


class Told:
    """The figures of each report, by measure and value."""

    def __init__(self, claims: Iterable[Claim], domain: Domain) -> None:
        self._domain = domain
        self._counts = defaultdict[tuple[str, str, str], set[Decimal]](set)
        self._figures = defaultdict[Figure, list[Claim]](list)
        self._bodies = set[Figure]()
        self._answers = defaultdict[tuple[str, str], set[tuple[str, str]]](set)
        for claim in claims:
            if claim.content.get("attribute") == "responsibility" and is_main(claim):
                self._answers[claim.story, claim.document].add(_answer(claim))
            figure = _figure(claim, claim.document)
            if figure is not None:
                self._figures[figure].append(claim)
                if claim.quantity is not None and isinstance(claim.quantity.value, Decimal) and claim.measure:
                    self._counts[claim.story, claim.document, claim.measure].add(claim.quantity.value)
                if not claim.in_headline:
                    self._bodies.add(figure)

    def both(self, left: Claim, right: Claim) -> bool:
        """Whether two claims do not exclude each other because one report knows, or counts in, the other's."""
        if left.content.get("attribute") == "responsibility":
            return left.document != right.document and (
                self._answers_itself(left, right) or self._answers_itself(right, left)
            )
        if self._lumps(left, right) or self._lumps(right, left):
            return True
        if left.document == right.document:
            return self._headline_holds(left) or self._headline_holds(right)
        return self._told_beside(left, right) or self._told_beside(right, left)

    def _told_beside(self, own: Claim, other: Claim) -> bool:
        """Whether the report of a claim gives the other's figure too, of the same people and in the same voice.

        Two voices in one report that differ are a discrepancy that the report itself tells of.
        """
        figure = _figure(other, own.document)
        return figure is not None and any(
            told.content.get("superseded") or (self._same_people(told, other) and _in_one_voice(told, own))
            for told in self._figures.get(figure, ())
        )

    def _same_people(self, left: Claim, right: Claim) -> bool:
        return scope_of(left, self._domain) == scope_of(right, self._domain)

    def _answers_itself(self, own: Claim, other: Claim) -> bool:
        """Whether the report of a claim gives the other's answer to who did it, too."""
        denied, party = _answer(other)
        return any(
            known == denied and may_be_one(party, name)
            for known, name in self._answers[own.story, own.document]
        )

    def _lumps(self, smaller: Claim, larger: Claim) -> bool:
        """Whether the larger figure is the smaller with what loose wording counts in: 3 hurt and 1 dead are 4 hurt."""
        one, two = smaller.quantity, larger.quantity
        known = self._domain.measures.get(smaller.measure or "")
        if known is None or one is None or two is None:
            return False
        if not isinstance(one.value, Decimal) or not isinstance(two.value, Decimal):
            return False
        return any(
            two.value - one.value in self._counts[claim.story, claim.document, measure]
            for measure in known.may_include
            for claim in (smaller, larger)
        )

    def _headline_holds(self, claim: Claim) -> bool:
        """Whether a figure of a headline stands in the body too, so that other figures there are of other things."""
        return claim.in_headline and _figure(claim, claim.document) in self._bodies


def _in_one_voice(told: Claim, own: Claim) -> bool:
    """Whether one voice gives both figures of a report; a headline speaks for all of it."""
    return told.in_headline or one_speaker(speaker_key(told), speaker_key(own))


def _answer(claim: Claim) -> tuple[str, str]:
    return str(claim.content.get("denied")), str(claim.content.get("value"))


def _figure(claim: Claim, document: str) -> Figure | None:
    quantity = claim.quantity
    if quantity is None or quantity.value is None or claim.kind == "zero":
        return None
    return claim.story, document, claim.measure, str(quantity.value)

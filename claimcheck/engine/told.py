"""Which figures each report gives: a report that gives both sides of a pair does not contradict the other."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.model import Claim

Figure = tuple[str, str, str | None, str]


class Told:
    """The figures of each report, by measure and value."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._figures = set[Figure]()
        self._bodies = set[Figure]()
        for claim in claims:
            figure = _figure(claim, claim.document)
            if figure is not None:
                self._figures.add(figure)
                if not _in_headline(claim):
                    self._bodies.add(figure)

    def both(self, left: Claim, right: Claim) -> bool:
        """Whether one of the two reports also gives the figure of the other, so that it knows both."""
        if left.document == right.document:
            return self._headline_holds(left) or self._headline_holds(right)
        return _figure(left, right.document) in self._figures or _figure(right, left.document) in self._figures


    def _headline_holds(self, claim: Claim) -> bool:
        """Whether a figure of a headline stands in the body too, so that other figures there are of other things."""
        return _in_headline(claim) and _figure(claim, claim.document) in self._bodies


def _in_headline(claim: Claim) -> bool:
    return claim.field == "title" or claim.content.get("part") == "headline"


def _figure(claim: Claim, document: str) -> Figure | None:
    quantity = claim.quantity
    if quantity is None or quantity.value is None or claim.kind == "zero":
        return None
    return claim.story, document, claim.measure, str(quantity.value)

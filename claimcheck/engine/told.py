"""Which figures each report gives: a report that gives both sides of a pair does not contradict the other."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.model import Claim

Figure = tuple[str, str, str | None, str]


class Told:
    """The figures of each report, by measure and value."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._figures = {figure for claim in claims if (figure := _figure(claim, claim.document)) is not None}

    def both(self, left: Claim, right: Claim) -> bool:
        """Whether one of the two reports also gives the figure of the other, so that it knows both."""
        if left.document == right.document:
            return False
        return _figure(left, right.document) in self._figures or _figure(right, left.document) in self._figures


def _figure(claim: Claim, document: str) -> Figure | None:
    quantity = claim.quantity
    if quantity is None or quantity.value is None or claim.kind == "zero":
        return None
    return claim.story, document, claim.measure, str(quantity.value)

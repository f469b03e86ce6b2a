"""Which particulars each report gives: one that gives both sides of a pair does not contradict the other."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.model import Claim

OF_PERSONS = frozenset({"person", "street", "phone", "responsibility"})
Particular = tuple[str, str, str, str, str]


class ToldParticulars:
    """The particulars of each report by question and value."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._told = {
            _particular(claim, claim.document)
            for claim in claims
            if "attribute" in claim.content and claim.content["attribute"] not in OF_PERSONS
        }

    def both(self, left: Claim, right: Claim) -> bool:
        """Whether one of two reports gives the other's value too."""
        if "attribute" not in left.content or left.document == right.document:
            return False
        return (
            _particular(left, right.document) in self._told or _particular(right, left.document) in self._told
        )


def _particular(claim: Claim, document: str) -> Particular:
    content = claim.content
    return claim.story, document, str(content["attribute"]), str(content.get("of")), str(content.get("value"))

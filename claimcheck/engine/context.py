"""What the checks know besides the two claims."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from claimcheck.lexicon.domain import Domain
from claimcheck.model import Claim, Document


@dataclass(frozen=True, slots=True)
class Context:
    """The lexicons of a run, its documents by story and id, and the day of each report."""

    domain: Domain
    documents: Mapping[tuple[str, str], Document]
    days: Mapping[tuple[str, str], date] = field(default_factory=dict)

    def document(self, claim: Claim) -> Document:
        return self.documents[claim.story, claim.document]

    def outlet(self, claim: Claim) -> str:
        """How a report calls the document: its outlet, agency, file or id."""
        document = self.document(claim)
        named = document.outlet or document.origin
        if named:
            return named
        return document.path.rsplit("/", 1)[-1] if document.path else document.id

    def speaker(self, claim: Claim) -> str:
        """Who says it, in words that start a sentence: "Moscow, quoted by AFP,"."""
        if claim.speaker is None:
            return self.outlet(claim)
        first, *others = [link.name for link in claim.attribution]
        return f"{first}, quoted by {', '.join([*others, self.outlet(claim)])},"

    def published(self, claim: Claim) -> str | None:
        stated = self.document(claim).published
        day = self.days.get((claim.story, claim.document))
        if day is not None and (stated is None or stated[:10] < day.isoformat()):
            return day.isoformat()
        return stated

    def origin(self, claim: Claim) -> str | None:
        """The independent root of a claim; None where it is not known.

        It is the agency that the claim is quoted from, else the agency or outlet of its document; of outlets that
        belong to one house it is the house.
        """
        for link in claim.attribution:
            quoted = self.domain.outlet(link.name)
            if quoted is not None and quoted.agency:
                return quoted.name
        document = self.document(claim)
        named = document.origin or document.outlet
        known = self.domain.outlet(named)
        return known.house if known is not None else named

    def house(self, claim: Claim) -> str:
        """The outlet of a claim, or the house that it belongs to."""
        known = self.domain.outlet(self.document(claim).outlet)
        return known.house if known is not None else self.outlet(claim)

"""What the claims of a story's reports gain from one another: events, groups counted, wholes added up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimcheck.align.events import Key, name_events
from claimcheck.align.mixed import with_mixed
from claimcheck.align.sums import with_sums
from claimcheck.extract.lead import Lead
from claimcheck.lexicon.domain import Domain
from claimcheck.model import Claim


def aligned(claims: Sequence[Claim], leads: Mapping[Key, Lead], domain: Domain) -> tuple[Claim, ...]:
    """The claims with the ids of their story's events, mixed counts marked, and wholes that their parts make."""
    return with_sums(with_mixed(name_events(claims, leads), domain), domain)

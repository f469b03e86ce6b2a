"""What a reader wants to know of one side of a finding, term by term."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claimcheck.model import Claim, ContentValue, Quantity
from claimcheck.report.cards import Side
from claimcheck.report.sources import headline
from claimcheck.report.wording import (
    chain_words,
    clean,
    date_words,
    expectation,
    in_words,
    reading,
    time_words,
)

PARTICULARS = ("age", "kin", "rank", "home", "block", "number", "role")
"""What is told of a person or a place beside the name."""


def facts(side: Side) -> Iterator[tuple[str, str]]:
    """Terms with what holds for this side; a term without anything to say is left out."""
    claim, document = side.claim, side.document
    yield "Said by", chain_words(claim) or "the report itself, in its own voice"
    if document and headline(document):
        yield "Headline", headline(document)
    if document and document.author:
        yield "Author", clean(document.author)
    if document:
        yield "Published", date_words(document.published) if document.published else "date unknown"
    if claim.time:
        yield "Speaks of", time_words(claim.time)
    yield from _readings(claim)
    subject = [in_words(name) for name in (claim.measure, claim.actor, claim.place) if name]
    if subject:
        yield "About", " · ".join(subject)
    if claim.factuality != "asserted" or claim.polarity == "negated":
        yield "Stated as", " and ".join(_stance(claim))
    if side.origins is not None:
        yield "Origins", f"{side.origins} independent"


def _readings(claim: Claim) -> Iterator[tuple[str, str]]:
    if claim.quantity:
        yield "Read as", f"“{clean(claim.quantity.text)}” = {_figure(claim.quantity)}"
    elif claim.content:
        words = _content_words(claim.content)
        if words:
            yield "Read as", clean(words)
    if claim.derived:
        yield "Computed", "; ".join(clean(step) for step in claim.derived.steps)


def _content_words(content: Mapping[str, ContentValue]) -> str:
    """What a fact says, in words; how it was found, and what only the rules go by, is left out."""
    value = in_words(str(content.get("value", "")))
    if content.get("attribute") == "responsibility":
        return f"{value} {'denies it' if content.get('denied') == 'true' else 'is said to have done it'}"
    if "attribute" in content:
        more = (f"{in_words(name)} {content[name]}" for name in PARTICULARS if name in content)
        return "; ".join([f"{in_words(str(content['attribute']))}: {value}", *more])
    if "occurrence" in content:
        strength = f" ({content['strength']} evidence)" if "strength" in content else ""
        return in_words(str(content["occurrence"])) + strength
    named = (content.get(name) for name in ("status", "pole", "extent"))
    return "; ".join(in_words(str(name)) for name in named if name)


def _figure(quantity: Quantity) -> str:
    expected = expectation(quantity)
    return reading(quantity) + (f" (a reader expects {expected})" if expected else "")


def _stance(claim: Claim) -> Iterator[str]:
    if claim.polarity == "negated":
        yield "not so"
    if claim.factuality != "asserted":
        yield claim.factuality

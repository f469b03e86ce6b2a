"""Claims that state a figure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from types import MappingProxyType

from claimcheck.extract.circumstances import actor_of, event_of, place_of
from claimcheck.extract.counted import OF_THEM, content_of
from claimcheck.extract.measures import measure_of
from claimcheck.extract.quantities.find import find_quantities
from claimcheck.extract.quantities.mention import QuantityMention
from claimcheck.extract.quantities.zeros import NOTHING, find_zeros
from claimcheck.extract.scene import Scene
from claimcheck.extract.stance import polarity_of
from claimcheck.model import Claim, ContentValue, EventReference, Quantity
from claimcheck.text.groups import clause_bounds
from claimcheck.text.sentences import Sentence


def quantity_claims(scene: Scene) -> Iterable[Claim]:
    """The claims of a sentence that hold a figure, from left to right; those that say "none" behind them."""
    before: Claim | None = None
    mentions = find_quantities(scene.sentence)
    claims = [_quantity_claim(scene, mention) for mention in mentions]
    for number, mention in enumerate(mentions):
        listed = _with_measure_of_list(scene, mentions[number:], claims[number:])
        claim = _with_measure_of_whole(scene, mention, listed, before)
        before = claim
        yield _as_zero(scene, mention, claim)
    for mention in find_zeros(scene.sentence):
        if _of_those_counted(scene, mention):
            continue
        claim = _quantity_claim(scene, mention)
        if claim.measure in scene.domain.measures:
            yield replace(
                claim, kind="zero", polarity="affirmed", content=_zero_content(scene, mention, claim)
            )


def _of_those_counted(scene: Scene, mention: QuantityMention) -> bool:
    """Whether nothing is said of some who are counted: "none of the injured is a pupil" leaves open how many are hurt."""
    lowers, noun = scene.sentence.lowers, mention.noun
    return (
        noun is not None
        and noun.first > mention.last
        and lowers[mention.last] == "of"
        and lowers[noun.head] in scene.domain.heads.keys() - scene.domain.roles
    )


def _as_zero(scene: Scene, mention: QuantityMention, claim: Claim) -> Claim:
    """The claim, of kind zero where its figure is nothing: "put the casualties at zero"."""
    if claim.measure not in scene.domain.measures or mention.hard != NOTHING or mention.change is not None:
        return claim
    return replace(claim, kind="zero", content=_zero_content(scene, mention, claim))


def _with_measure_of_whole(
    scene: Scene, mention: QuantityMention, claim: Claim, before: Claim | None
) -> Claim:
    """The claim with the measure of the figure before where it names a part of it: "86 dead, 30 of them children"."""
    if (
        before is None
        or before.measure not in scene.domain.measures
        or claim.measure in scene.domain.measures
    ):
        return claim
    lowers = scene.sentence.lowers
    if claim.quantity is None or claim.quantity.unit not in ("person", None):
        return claim
    pointed = lowers[mention.last : mention.last + 2] in OF_THEM
    opened = mention.first > 0 and lowers[mention.first - 1] in ("including", "them")
    if not (pointed or opened):
        return claim
    return replace(claim, measure=before.measure, event=before.event, place=claim.place or before.place)


def _with_measure_of_list(
    scene: Scene, mentions: Sequence[QuantityMention], claims: Sequence[Claim]
) -> Claim:
    """The first claim with the measure of the second where one verb has both: "22 children, 6 teachers killed"."""
    claim, sentence = claims[0], scene.sentence
    if len(claims) < 2 or claim.measure in scene.domain.measures or mentions[0].unit != "person":
        return claim
    group, behind = mentions[0].noun, mentions[1].noun
    if group is None or behind is None or mentions[1].unit != "person":
        return claim
    between = sentence.lowers[group.last : mentions[1].first]
    listed = between in ((), (",",), ("and",), ("&",), (",", "and"))
    if not listed or sentence.tags[behind.last : behind.last + 1] not in ("V", "T", "X"):
        return claim
    return replace(claim, measure=claims[1].measure, event=claims[1].event or claim.event)


def _quantity_claim(scene: Scene, mention: QuantityMention) -> Claim:
    sentence, domain = scene.sentence, scene.domain
    first, last = clause_bounds(sentence, mention.number)
    measured = measure_of(sentence, mention, domain, scene.chains.cues(mention.number))
    predicate = measured.predicate
    known = domain.measures.get(measured.measure or "")
    claim = scene.claim("quantity", _quote_span(sentence, first, last, mention), mention.number)
    polarity = claim.polarity
    if polarity == "affirmed":
        polarity = polarity_of(sentence, predicate.at if predicate else None, mention.first)
    speaker = next((link.entity for link in claim.attribution if link.entity), None)
    event = event_of(sentence, first, last, predicate, domain)
    spoken = scene.read.spoken
    return replace(
        claim,
        event=EventReference(event) if event else None,
        measure=measured.measure,
        actor=actor_of(sentence, mention, predicate, known.actor if known is not None else "owner", speaker),
        place=place_of(sentence, first, last, mention.number, domain, spoken)
        or place_of(sentence, 0, len(sentence.tokens), mention.number, domain, spoken),
        content=content_of(sentence, mention, predicate.base if predicate else None, scene.read.part, known),
        quantity=quantity_of(scene.field.text, sentence, mention),
        polarity=polarity,
    )


def quantity_of(text: str, sentence: Sentence, mention: QuantityMention) -> Quantity:
    """The quantity of a mention with offsets into its field."""
    start, end = sentence.tokens[mention.first].start, sentence.tokens[mention.last - 1].end
    return Quantity(
        text=text[start:end],
        start=start,
        end=end,
        value=mention.value,
        hard=mention.hard,
        soft=mention.soft,
        qualifier=mention.qualifier,
        change=mention.change,
        unit=mention.unit,
        noun=mention.noun_lemma,
        period=mention.period,
        currency=mention.currency,
        basis=mention.basis,
    )


def _quote_span(sentence: Sentence, first: int, last: int, mention: QuantityMention) -> tuple[int, int]:
    """Tokens [first, last) of the clause, at least around the figure and its noun."""
    first = min(first, mention.first)
    last = max(last, mention.last, mention.noun.last if mention.noun else 0)
    while first < mention.first and sentence.tags[first] in "UC":
        first += 1
    return first, last


def _zero_content(
    scene: Scene, mention: QuantityMention, claim: Claim
) -> MappingProxyType[str, ContentValue]:
    """The content of a claim of nothing with its scope: what of, by the nouns behind it, else before it."""
    tags = scene.sentence.tags
    last = next((at for at in range(mention.last, len(tags)) if tags[at] in "VUSW"), len(tags))
    first = mention.first if mention.noun is not None else clause_bounds(scene.sentence, mention.first)[0]
    scope = tuple(
        dict.fromkeys(
            name
            for at in range(first, min(last, mention.last + 8))
            for name in sorted(scene.domain.classes.get(scene.sentence.lowers[at], ()))
            if name in ("personnel", "equipment")
        )
    )
    return MappingProxyType({**claim.content, "scope": scope or (_group_of(scene, claim),)})


def _group_of(scene: Scene, claim: Claim) -> str:
    """Of whom a count of nothing speaks: a group that is none of a side's own, such as passengers, else its people."""
    noun = claim.quantity.noun if claim.quantity is not None else None
    group = scene.domain.scopes.get(noun or "", "generic")
    return "personnel" if group == "generic" else group

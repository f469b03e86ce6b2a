"""Joins the mentions of a document into claims."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from types import MappingProxyType

from claimcheck.extract.attribution.find import SpeechMention
from claimcheck.extract.circumstances import actor_of, event_of, place_of
from claimcheck.extract.derive import derive_shares
from claimcheck.extract.entities import NameHistory
from claimcheck.extract.measures import measure_of
from claimcheck.extract.quantities.find import QuantityMention, find_quantities
from claimcheck.extract.reading import ReadField, ReadSentence, read_fields
from claimcheck.extract.stance import factuality_of, polarity_of
from claimcheck.lexicon.domain import Domain, shipped_domain
from claimcheck.model import Attribution, Claim, ContentValue, Document, EventReference, Polarity, Quantity
from claimcheck.text.groups import clause_bounds
from claimcheck.text.sentences import Sentence

LONGEST_QUOTE = 390


def extract_claims(document: Document, domain: Domain | None = None) -> tuple[Claim, ...]:
    """The claims of a document in the order of its text, title first.

    >>> document = Document("d", "s", "Moscow said it pulled back more than 30,000 troops.")
    >>> [(c.quantity.text, c.measure, c.attribution[0].name) for c in extract_claims(document)]
    [('more than 30,000', 'troops_withdrawn', 'Moscow')]
    """
    vocabulary = domain if domain is not None else shipped_domain()
    history = NameHistory(vocabulary)
    claims: list[Claim] = []
    for field in read_fields(document):
        open_speech: tuple[Attribution, ...] = ()
        paragraph = -1
        for read in field.sentences:
            if read.sentence.paragraph != paragraph and not read.quoted:
                open_speech = ()
            paragraph = read.sentence.paragraph
            chains = _Chains(field, read, history, open_speech)
            claims.extend(_quantity_claims(document, field, read, chains, vocabulary))
            history.note_groups(read.sentence)
            open_speech = chains.carried()
    claims.sort(key=lambda claim: (claim.field != "title", claim.start, claim.end, claim.id))
    return tuple(_unique(derive_shares(claims)))


class _Chains:
    """The speakers of one sentence: for each token, who is said to say it, nearest first."""

    def __init__(
        self, field: ReadField, read: ReadSentence, history: NameHistory, before: tuple[Attribution, ...]
    ) -> None:
        self._read = read
        self._before = before
        self._links = [
            (mention, self._attribution(field, read.sentence, mention, history)) for mention in read.speech
        ]

    def _attribution(
        self, field: ReadField, sentence: Sentence, mention: SpeechMention, history: NameHistory
    ) -> Attribution | None:
        words = mention.speaker
        if words is None:
            return None
        name, entity = history.resolve(sentence, words.first, words.last)
        start, end = sentence.tokens[words.first].start, sentence.tokens[words.last - 1].end
        cue = field.text[sentence.tokens[mention.cue].start : sentence.tokens[mention.cue_last - 1].end]
        return Attribution(name, start, end, cue, entity)

    def at(self, token: int) -> tuple[tuple[Attribution, ...], Polarity]:
        """The chain for a token, and the polarity that "X denied P" gives it."""
        inside = sorted(
            ((mention, link) for mention, link in self._links if mention.covers(token)),
            key=lambda item: item[0].width,
        )
        chain = tuple(link for _, link in inside if link is not None)
        if not chain and self._in_quotation(token):
            chain = tuple(link for _, link in self._links[:1] if link is not None) or self._before
        denied = bool(inside) and inside[0][0].stance == "deny"
        return chain, "negated" if denied else "affirmed"

    def cues(self, token: int) -> frozenset[int]:
        """The verbs of speech whose content holds a token."""
        return frozenset(mention.cue for mention, _ in self._links if mention.covers(token))

    def _in_quotation(self, token: int) -> bool:
        return any(first <= token < last for first, last in self._read.quoted)

    def carried(self) -> tuple[Attribution, ...]:
        """Who goes on speaking where the next sentence is wholly quoted without a cue."""
        spoken = tuple(link for _, link in self._links[-1:] if link is not None)
        return spoken or self._before


def _quantity_claims(
    document: Document, field: ReadField, read: ReadSentence, chains: _Chains, domain: Domain
) -> Iterable[Claim]:
    sentence = read.sentence
    for mention in find_quantities(sentence):
        yield _quantity_claim(document, field, read, mention, chains, domain)


def _quantity_claim(
    document: Document,
    field: ReadField,
    read: ReadSentence,
    mention: QuantityMention,
    chains: _Chains,
    domain: Domain,
) -> Claim:
    sentence = read.sentence
    first, last = clause_bounds(sentence, mention.number)
    measured = measure_of(sentence, mention, domain, chains.cues(mention.number))
    predicate = measured.predicate
    chain, polarity = chains.at(mention.number)
    if polarity == "affirmed":
        polarity = polarity_of(sentence, predicate.at if predicate else None, mention.first)
    known = domain.measures.get(measured.measure or "")
    owner = known.actor if known is not None else "owner"
    speaker = next((link.entity for link in chain if link.entity), None)
    event = event_of(sentence, first, last, predicate, domain)
    quantity = quantity_of(field.text, sentence, mention)
    start, end = _quote_span(sentence, first, last, mention)
    claim = Claim(
        id="",
        document=document.id,
        story=document.story,
        field=field.name,
        start=start,
        end=end,
        quote=field.text[start:end],
        sentence=sentence.of(field.text),
        kind="quantity",
        event=EventReference(event) if event else None,
        measure=measured.measure,
        actor=actor_of(sentence, mention, predicate, owner, speaker),
        place=place_of(sentence, first, last, mention.number, domain)
        or place_of(sentence, 0, len(sentence.tokens), mention.number, domain),
        content=_content(sentence, mention, predicate.base if predicate else None, read.part),
        quantity=quantity,
        polarity=polarity,
        factuality=factuality_of(sentence, first, last),
        attribution=chain,
    )
    return replace(claim, id=claim_id(claim))


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
    )


def _quote_span(sentence: Sentence, first: int, last: int, mention: QuantityMention) -> tuple[int, int]:
    """Offsets of the clause, at least around the figure and its noun, at most 390 characters."""
    first = min(first, mention.first)
    last = max(last, mention.last, mention.noun.last if mention.noun else 0)
    while first < mention.first and sentence.tags[first] in "UC":
        first += 1
    start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
    if end - start > LONGEST_QUOTE:
        start = max(start, sentence.tokens[mention.first].start - LONGEST_QUOTE // 2)
        end = min(end, start + LONGEST_QUOTE)
        start = min(token.start for token in sentence.tokens if token.start >= start)
        end = max(token.end for token in sentence.tokens if token.end <= end)
    return start, end


def _content(
    sentence: Sentence, mention: QuantityMention, verb: str | None, part: str | None
) -> MappingProxyType[str, ContentValue]:
    """What a quantity claim says besides its slots: modifiers of the noun, the verb, the part it stands in."""
    content: dict[str, ContentValue] = {}
    if mention.noun is not None:
        modifiers = tuple(
            sentence.lowers[at]
            for at in range(mention.noun.first, mention.noun.last)
            if at != mention.noun.head and sentence.tags[at] in "JNETG"
        )
        if modifiers:
            content["modifiers"] = modifiers
    if verb is not None:
        content["verb"] = verb
    if mention.another:
        content["another"] = "true"
    if mention.partitive and mention.noun is not None:
        content["of"] = " ".join(sentence.lowers[mention.last + 1 : mention.noun.last])
    if part is not None:
        content["part"] = part
    return MappingProxyType(content)


def claim_id(claim: Claim) -> str:
    """An id that is the same on every run over the same content."""
    place = claim.quantity.start if claim.quantity else claim.start
    where = (claim.story, claim.document, claim.field, claim.kind, claim.start, claim.end, place, claim.measure)
    key = "\0".join(map(str, where))
    return "c" + hashlib.sha256(key.encode()).hexdigest()[:10]


def _unique(claims: Sequence[Claim]) -> Iterable[Claim]:
    """The claims with a letter behind an id that stands twice."""
    seen: dict[str, int] = {}
    for claim in claims:
        count = seen.get(claim.id, 0)
        seen[claim.id] = count + 1
        yield claim if not count else replace(claim, id=f"{claim.id}-{count}")

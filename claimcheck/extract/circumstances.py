"""Place, actor and event of a clause."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from claimcheck.extract.predicates import Predicate
from claimcheck.extract.quantities.mention import QuantityMention
from claimcheck.lexicon.calendar import month_names, weekday_names
from claimcheck.lexicon.domain import Domain
from claimcheck.lexicon.gazetteer import gazetteer
from claimcheck.lexicon.grammar import grammar
from claimcheck.lexicon.speech import speech_words
from claimcheck.lexicon.tables import english, words
from claimcheck.text.phrases import PhraseIndex
from claimcheck.text.sentences import Sentence

OWN = frozenset({"its", "their", "our", "his", "her"})


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Typed view of places.yml."""

    prepositions: frozenset[str]
    strong: frozenset[str]
    skipped: frozenset[str]
    region_kinds: frozenset[str]
    bodies: frozenset[str]


@cache
def _words() -> PlaceWords:
    table = english("places")
    return PlaceWords(
        words(table, "prepositions"),
        words(table, "strong"),
        words(table, "skipped"),
        words(table, "region_kinds"),
        words(table, "bodies"),
    )


NOWHERE = frozenset[int]()


def place_of(
    sentence: Sentence, first: int, last: int, around: int, domain: Domain, aside: frozenset[int] = NOWHERE
) -> str | None:
    """The key of the named place in the clause [first, last) that is nearest behind (else before) a token.

    `aside` are tokens that tell no place of the event, such as those that name a speaker: "monitors in London said".

    >>> from claimcheck.lexicon.domain import shipped_domain
    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("Officials said 12 people died in Kherson city on Friday.")[0]
    >>> place_of(sentence, 0, len(sentence.tokens), 2, shipped_domain())
    'kherson'
    """
    found: list[tuple[int, str]] = []
    for at in range(first, last - 1):
        if sentence.tags[at] != "P" or sentence.lowers[at] not in _words().strong or at in aside:
            continue
        name = _place_name(sentence, at + 1, last)
        if name is not None:
            distance = at - around if at >= around else 100 + around - at
            found.append((distance, domain.aliases.get("place", {}).get(name.replace("_", " "), name)))
    return min(found)[1] if found else None


def named_place(sentence: Sentence, first: int, last: int, around: int, domain: Domain) -> str | None:
    """The key of the place of what the clause tells, else of the place that it names first: "the assault on Homs".

    >>> from claimcheck.lexicon.domain import shipped_domain
    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("Rebels seized the town of Mostar, a spokesman said.")[0]
    >>> named_place(sentence, 0, 6, 1, shipped_domain())
    'mostar'
    """
    place = place_of(sentence, first, last, around, domain)
    for at in range(first, last - 1) if place is None else ():
        if sentence.tags[at] == "P" and sentence.lowers[at] in _words().prepositions:
            name = _place_name(sentence, at + 1, last)
            if name is not None:
                return domain.aliases.get("place", {}).get(name.replace("_", " "), name)
    return place


def places_of(sentence: Sentence, domain: Domain, aside: frozenset[int] = NOWHERE) -> list[str]:
    """The keys of all places a sentence names behind a preposition of place, in order; `aside` as in `place_of`.

    >>> from claimcheck.lexicon.domain import shipped_domain
    >>> from claimcheck.text.sentences import split_sentences
    >>> places_of(split_sentences("A blast in Homs killed 12 near Aleppo.")[0], shipped_domain())
    ['homs', 'aleppo']
    """
    found = []
    for at in range(len(sentence.tokens) - 1):
        if sentence.tags[at] == "P" and sentence.lowers[at] in _words().prepositions and at not in aside:
            name = _place_name(sentence, at + 1, len(sentence.tokens))
            if name is not None:
                found.append(domain.aliases.get("place", {}).get(name.replace("_", " "), name))
    return found


def regions_of(sentence: Sentence) -> set[str]:
    """The words of the names that a sentence gives to provinces, counties and states.

    >>> from claimcheck.text.sentences import split_sentences
    >>> sorted(regions_of(split_sentences("A blast in Tal Amar in Homs province killed 12 in the region of Bor.")[0]))
    ['bor', 'homs']
    """
    found = set()
    lowers, tags = sentence.lowers, sentence.tags
    for at, lower in enumerate(lowers):
        if lower not in _words().region_kinds:
            continue
        if at and tags[at - 1] == "E":
            found.add(lowers[at - 1])
        behind = at + 1 + (lowers[at + 1 : at + 2] == ("of",))
        if tags[behind : behind + 1] == "E" and (behind > at + 1 or tags[at] != "E"):
            found.add(lowers[behind])
    return found


def containing_places(sentence: Sentence, domain: Domain) -> list[str]:
    """The keys of the places that a sentence says another lies in: "the Saladin district of Aleppo".

    >>> from claimcheck.lexicon.domain import shipped_domain
    >>> from claimcheck.text.sentences import split_sentences
    >>> containing_places(split_sentences("Shells hit the Saladin district of Aleppo.")[0], shipped_domain())
    ['aleppo']
    """
    kinds = gazetteer().place_kinds
    found = []
    for at in range(1, len(sentence.tokens) - 1):
        if sentence.lowers[at] == "of" and sentence.lowers[at - 1] in kinds:
            name = _place_name(sentence, at + 1, len(sentence.tokens))
            if name is not None:
                found.append(domain.aliases.get("place", {}).get(name.replace("_", " "), name))
    return found


def _place_name(sentence: Sentence, at: int, last: int) -> str | None:
    """The key of the proper name that starts at a token, behind an article and words such as "the city of"."""
    here = at
    kinds = gazetteer().place_kinds
    while here < last and (
        sentence.tags[here] in "DJ"
        or sentence.lowers[here] in kinds
        or sentence.lowers[here] in _words().skipped
        or (sentence.tags[here] == "N" and here + 1 < last and sentence.lowers[here + 1] == "of")
        or gazetteer().people.get(sentence.lowers[here]) is not None
    ):
        here += 1
    if here < last and sentence.lowers[here] in speech_words().titles:
        return None
    named: list[str] = []
    while (
        here < last
        and (sentence.tags[here] == "E" or (sentence.lowers[here] == "-" and named))
        and not _calendar(sentence, here)
    ):
        named.append(sentence.lowers[here])
        here += 1
    if named and here < last and sentence.tags[here] == "A":
        return _place_name(sentence, here + 1, last)
    if named and named[-1] in _words().bodies:
        return None
    return _key(named, kinds)


def _calendar(sentence: Sentence, at: int) -> bool:
    return sentence.lowers[at] in weekday_names() or sentence.lowers[at] in month_names()


def _key(words: list[str], kinds: frozenset[str]) -> str | None:
    named = [word for word in words if word not in kinds and word != "-"] or [
        word for word in words if word != "-"
    ]
    return "_".join(named).replace(".", "") or None


def actor_of(
    sentence: Sentence,
    mention: QuantityMention | None,
    predicate: Predicate | None,
    owner: str,
    speaker: str | None,
) -> str | None:
    """The key of the people a figure counts ("Russian troops"), or of who acts where the measure says so."""
    if mention is not None and mention.noun is not None:
        for at in range(mention.noun.first, mention.noun.last):
            country = gazetteer().people.get(sentence.lowers[at]) or gazetteer().names.get(
                sentence.lowers[at]
            )
            if country is not None:
                return country
        owned = _owners(sentence, mention, speaker)
        if owned is not None:
            return owned
    if owner == "subject" and predicate is not None and predicate.role == "object":
        return _subject(sentence, predicate.at, speaker)
    return None


def _owners(sentence: Sentence, mention: QuantityMention, speaker: str | None) -> str | None:
    """The country behind the noun, or that of the speaker: "35 citizens of Oman", "Omani officials said 24 of theirs"."""
    noun, lowers = mention.noun, sentence.lowers
    if noun is None or mention.unit != "person":
        return None
    if lowers[noun.last : noun.last + 1] == ("of",):
        at = noun.last + 1 + (lowers[noun.last + 1 : noun.last + 2] == ("the",))
        for last in range(at + 3, at, -1):
            name = " ".join(lowers[at:last])
            country = gazetteer().names.get(name)
            if country is not None:
                return country
    if not OWN.isdisjoint(lowers[mention.last : noun.head]) and speaker is not None:
        return next((key for word in speaker.lower().split() if (key := gazetteer().actor(word))), None)
    return None


def _subject(sentence: Sentence, verb: int, speaker: str | None) -> str | None:
    """Who does what the verb says: a country's name before it, or the speaker behind "it"."""
    for here in range(verb - 1, max(verb - 6, -1), -1):
        kind, lower = sentence.tags[here], sentence.lowers[here]
        if kind in "RXM":
            continue
        if kind == "O" and lower in ("it", "they", "we"):
            return speaker
        if kind in "NE":
            return _country_of_group(sentence, here)
        return None
    return None


def _country_of_group(sentence: Sentence, last: int) -> str | None:
    """The country that a noun group ending at a token names: "Russian forces", "Moscow"."""
    here = last
    while here >= 0 and sentence.tags[here] in "NEJA":
        country = gazetteer().actor(sentence.lowers[here])
        if country is not None:
            return country
        here -= 1
    return None


def side_of(sentence: Sentence, first: int, last: int, anchor: int) -> str | None:
    """Whose people or things the clause speaks of: the people named nearest before the anchor, else behind it."""
    found = [
        (at > anchor, abs(at - anchor), country)
        for at in range(first, last)
        if (country := gazetteer().people.get(sentence.lowers[at])) is not None and sentence.tags[at] in "EJN"
    ]
    return min(found)[2] if found else None


@lru_cache(maxsize=8)
def _event_nouns(domain: Domain) -> PhraseIndex[str]:
    return PhraseIndex(domain.event_nouns.items())


def events_named(sentence: Sentence, domain: Domain) -> set[str]:
    """The types of events that the nouns of a sentence name."""
    return {event for _, _, event in _event_nouns(domain).every(sentence.lowers)}


def event_of(
    sentence: Sentence, first: int, last: int, predicate: Predicate | None, domain: Domain
) -> str | None:
    """The type of event a clause speaks of: by its verb, else by a noun in the clause, else in the sentence."""
    if predicate is not None:
        known = domain.event_verbs.get(predicate.base) or domain.event_verbs.get(predicate.base.split()[0])
        if known is not None:
            return known
    index = _event_nouns(domain)
    lowers = sentence.lowers
    if not month_names().keys().isdisjoint(lowers):
        # "March" is no march
        lowers = tuple(
            "" if lower in month_names() and token.text[0].isupper() else lower
            for lower, token in zip(lowers, sentence.tokens, strict=True)
        )
    for stretch in (lowers[first:last], lowers):
        for _, _, event in index.every(stretch):
            return event
    for lower, kind in zip(sentence.lowers, sentence.tags, strict=True):
        verb = grammar().verbs.get(lower)
        if kind in "VGT" and verb is not None and verb.base in domain.event_verbs:
            return domain.event_verbs[verb.base]
    return None

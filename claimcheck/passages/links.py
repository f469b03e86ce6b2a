"""Who stands to whom in which relation: "Abbas's predecessor Arafat", "Boeing bought the plant"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.lexicon.grammar import grammar
from claimcheck.lexicon.relations import relations
from claimcheck.lexicon.senses import senses
from claimcheck.passages.phrases import Phrase, noun_phrases
from claimcheck.passages.words import Word
from claimcheck.text.sentences import Sentence

TOWARDS = frozenset({"against", "on", "over", "with", "to", "about", "of"})
POSSESSIVES = frozenset({"his", "her", "their", "its"})
OWNING = frozenset({"of", "to", "for"})
EXAMPLES = frozenset({"such", "as", "including", "like", "and", "or", ","})
MOST_EXAMPLES = 4
REACH = 6
VERB_GROUP = frozenset("XMRY")
SKIPPED = frozenset("XMRYVTIGDP")


@dataclass(frozen=True, slots=True)
class Link:
    """One stands in a relation to other, as a passage says in `text`."""

    relation: str
    one: Phrase
    other: Phrase
    denied: bool
    text: str
    word: str

    def turned(self) -> Link:
        """The same words with the sides exchanged."""
        return Link(self.relation, self.other, self.one, self.denied, self.text, self.word)


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence with its phrases, and who a pronoun in it stands for."""

    sentence: Sentence
    phrases: list[Phrase]
    words: tuple[Word, ...]
    before: Phrase | None

    def token(self, at: int) -> str:
        return self.sentence.lowers[at] if 0 <= at < len(self.sentence.lowers) else ""

    def tag(self, at: int) -> str:
        return self.sentence.tags[at] if 0 <= at < len(self.sentence.tags) else ""

    def denied(self, at: int) -> bool:
        """Whether a word of denial stands right before a token."""
        words = (self.token(here) for here in range(max(at - REACH // 2, 0), at))
        return any(word in senses().negators or word in grammar().negators for word in words)


def readings(sentences: Sequence[Sentence], words: Sequence[Word]) -> Iterator[Reading]:
    """The sentences of a passage with their phrases, each with the name that a pronoun in it stands for."""
    named: Phrase | None = None
    for number, sentence in enumerate(sentences):
        held = tuple(word for word in words if word.sentence == number)
        reading = Reading(sentence, noun_phrases(sentence, held), held, named)
        yield reading
        named = next((phrase for phrase in reading.phrases if phrase.names), named)


def find_links(sentences: Sequence[Sentence], words: Sequence[Word]) -> list[Link]:
    """The relations that the sentences of a passage state, nouns and verbs alike.

    >>> from claimcheck.passages.words import read_words
    >>> from claimcheck.text.sentences import split_sentences
    >>> found = split_sentences("The mill, a subsidiary of Orlo Steel, was bought by Ada Byte.")
    >>> [(link.relation, link.one.text, link.other.text) for link in find_links(found, read_words(found))]
    [('ownership', 'Orlo Steel', 'mill'), ('ownership', 'Ada Byte', 'mill')]
    """
    known = relations()
    if not any(
        word.key in known.nouns or word.key in known.verbs or word.key in known.stances for word in words
    ):
        return []
    return [
        link
        for reading in readings(sentences, words)
        for link in (*_of_nouns(reading), *_of_verbs(reading), *_of_stances(reading))
    ]


def _of_nouns(reading: Reading) -> Iterator[Link]:
    for at, phrase in enumerate(reading.phrases):
        for place, word in enumerate(phrase.words):
            told = relations().nouns.get(word.key)
            if told is None or word.kind == "name":
                continue
            bearers = _bearers(reading, at, place)
            for owner in (_owners(reading, at, place) or _kin_of(reading, at, told[0])) if bearers else ():
                for bearer in bearers:
                    if bearer.words != owner.words:
                        link = _link(reading, told[0], bearer, owner, word)
                        yield link.turned() if told[1] else link
            break


def _link(reading: Reading, relation: str, one: Phrase, other: Phrase, word: Word) -> Link:
    text = _wording(reading, one, other, word)
    return Link(relation, one, other, reading.denied(word.first), text, word.key)


def _kin_of(reading: Reading, at: int, relation: str) -> list[Phrase]:
    """Whose relative "a brother-in-law" is, where nothing says it: the last person named before."""
    if relation not in relations().kin:
        return []
    return [phrase for phrase in reading.phrases[:at] if phrase.names][-1:]


def _wording(reading: Reading, one: Phrase, other: Phrase, word: Word) -> str:
    """The stretch of the sentence that holds both sides and the word of the relation."""
    places = [phrase for phrase in (one, other) if any(phrase.words[0] is held for held in reading.words)]
    first = min([word.first, *(phrase.first for phrase in places)])
    last = max([word.first + 1, *(phrase.last for phrase in places)])
    tokens = reading.sentence.tokens[first:last]
    text = ""
    for at, token in enumerate(tokens):
        text += (" " if at and token.start > tokens[at - 1].end else "") + token.text
    return text


def _owners(reading: Reading, at: int, place: int) -> list[Phrase]:
    """Whose the noun is: "Ada's boss", "the boss of Ada", "the Velm boss"."""
    phrase = reading.phrases[at]
    if phrase.owner is not None:
        return [phrase.owner]
    if reading.token(phrase.first) in POSSESSIVES:
        named = [item for item in reading.phrases[:at] if item.names][-1:]
        return [reading.before] if reading.before is not None else named
    if place == len(phrase.words) - 1 and reading.token(phrase.last) in OWNING:
        return _behind(reading, at)
    return []


def _behind(reading: Reading, at: int) -> list[Phrase]:
    """The phrase behind another and a preposition, with the examples it is given: "drugs such as aspirin"."""
    found = [
        phrase for phrase in reading.phrases[at + 1 : at + 2] if phrase.first <= reading.phrases[at].last + 2
    ]
    for phrase in reading.phrases[at + 2 : at + 2 + MOST_EXAMPLES]:
        if not found or not {reading.token(here) for here in range(found[-1].last, phrase.first)} <= EXAMPLES:
            break
        if all(word.key == "such" for word in phrase.words):
            continue
        found.append(phrase)
    return found


def _bearers(reading: Reading, at: int, place: int) -> list[Phrase]:
    """Who the noun is said of: a name behind it, what it stands beside, or the subject of "is"."""
    phrase = reading.phrases[at]
    behind = phrase.words[place + 1 :]
    if behind and behind[-1].kind == "name":
        return [phrase.within(place + 1)]
    if behind:
        return []
    owned = phrase.owner is not None or reading.token(phrase.first) in POSSESSIVES
    following = [item for item in reading.phrases[at + 1 : at + 2] if item.first <= phrase.last + 2]
    beside = reading.token(phrase.last) == "," and bool(following) and bool(following[0].names)
    if beside and (owned or reading.token(following[0].last) in (",", ".")):
        return following
    if owned and reading.token(phrase.last) in grammar().be:
        return following
    start = phrase.owner.first if phrase.owner is not None else phrase.first
    before = reading.token(start - 1)
    if before == ",":
        aside = [item for item in reading.phrases if item.last < start and not _age(reading, item)]
        if aside and not _verb_between(reading, aside[-1].last, start):
            return aside[-1:]
    if before in grammar().be or before in ("as", "become", "became") or reading.denied(start):
        return subjects_of(reading, start)
    return []


def _age(reading: Reading, phrase: Phrase) -> bool:
    """Whether a figure alone stands between commas: "James Clark, 68, …"."""
    return phrase.head.range is not None and reading.token(phrase.first - 1) == ","


def _verb_between(reading: Reading, start: int, end: int) -> bool:
    return any(reading.tag(here) in "VXM" for here in range(start, end))


def subjects_of(reading: Reading, at: int) -> list[Phrase]:
    """The subject of the verb group that ends before a token, a pronoun's name for it."""
    here = at - 1
    inside = {place for phrase in reading.phrases for place in range(phrase.first, phrase.last)}
    while here >= 0 and here not in inside and reading.tag(here) in SKIPPED:
        here -= 1
    if reading.tag(here) == "W":
        here -= 1 + (reading.token(here - 1) == ",")
    if reading.tag(here) == "O":
        return [reading.before] if reading.before is not None else []
    if reading.token(here) == ",":
        aside = [item for item in reading.phrases if item.last <= here]
        outer = [item for item in aside if reading.token(item.last) == ","]
        return outer[:1]
    found = [item for item in reading.phrases if item.last <= here + 1]
    while found and reading.token(found[-1].first - 1) == "of" and len(found) > 1:
        found.pop()
    return found[-1:]


def _of_verbs(reading: Reading) -> Iterator[Link]:
    for word in reading.words:
        told = relations().verbs.get(word.key)
        phrasal = " " in word.key and reading.token(word.first) in grammar().verbs
        if told is None or not (phrasal or reading.tag(word.first) in "VTIG"):
            continue
        group = word.first
        while group > 0 and reading.tag(group - 1) in VERB_GROUP:
            group -= 1
        passive = word.tag in "TV" and any(
            reading.token(here) in grammar().be for here in range(group, word.first)
        )
        subjects = subjects_of(reading, word.first)
        objects = objects_of(reading, word, by=passive)
        if passive:
            subjects, objects = objects, subjects
        for one in subjects[:1]:
            for other in objects:
                link = _link(reading, told[0], one, other, word)
                yield link.turned() if told[1] else link


def _of_stances(reading: Reading) -> Iterator[Link]:
    """A noun of a stance, who takes it and towards what: "his fight against graft", "the doubts it casts on him"."""
    for at, phrase in enumerate(reading.phrases):
        relation = relations().stances.get(phrase.head.key)
        if relation is None or phrase.head.kind == "name":
            continue
        towards = [
            item
            for item in reading.phrases[at + 1 : at + 3]
            if item.first <= phrase.last + REACH and _leads_to(reading, item.first)
        ]
        holder = _owners(reading, at, -1) or reading.phrases[at - 1 : at]
        for one in holder[:1]:
            for other in towards[:1]:
                yield _link(reading, relation, one, other, phrase.head)


def _leads_to(reading: Reading, at: int) -> bool:
    return reading.token(at - 1) in TOWARDS


def objects_of(reading: Reading, word: Word, *, by: bool) -> list[Phrase]:
    """The phrase right behind a verb, or behind the "by" of a passive."""
    last = word.first + len(word.text.split())
    for phrase in reading.phrases:
        if phrase.first < last:
            continue
        between = [reading.token(here) for here in range(last, phrase.first)]
        wanted = between[-1:] == ["by"] if by else not between
        if wanted and len(between) <= REACH:
            return [phrase]
        if not by:
            return []
    return []

"""The one country that something is kept to or at home in: "endemic to Peru", "the Dutch firm Velmart"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.lexicon.gazetteer import gazetteer
from claimcheck.lexicon.grammar import grammar
from claimcheck.lexicon.senses import senses
from claimcheck.passages.phrases import Phrase, noun_phrases, one_thing
from claimcheck.passages.words import Word
from claimcheck.text.sentences import Sentence

REACH = 4


@dataclass(frozen=True, slots=True)
class _Home:
    who: Phrase
    country: str
    text: str


def at_home_elsewhere(
    first: Sequence[Sentence], left: Sequence[Word], second: Sequence[Sentence], right: Sequence[Word]
) -> str | None:
    """Why two passages put one company or body into two countries, or None.

    >>> from claimcheck.passages.words import read_words
    >>> from claimcheck.text.sentences import split_sentences
    >>> one, two = map(split_sentences, ("Orlo sold the Dutch retail company, Velmart, to a fund.",
    ...     "Velmart is based in Peru."))
    >>> at_home_elsewhere(one, read_words(one), two, read_words(two))
    'a says “Dutch retail company, Velmart”, b says “based in Peru”'
    """
    told, said = list(_homes(first, left)), list(_homes(second, right))
    for two in said:
        rivals = [one for one in told if one_thing(one.who, two.who)]
        if rivals and all(one.country != two.country for one in rivals):
            return f"a says “{rivals[0].text}”, b says “{two.text}”"
    return None


def _homes(sentences: Sequence[Sentence], words: Sequence[Word]) -> Iterator[_Home]:
    for number, sentence in enumerate(sentences):
        phrases = noun_phrases(sentence, [word for word in words if word.sentence == number])
        for at, phrase in enumerate(phrases):
            yield from _of_nation(sentence, phrases, at, phrase)
            yield from _of_base(sentence, phrases, at, phrase)


def _of_nation(sentence: Sentence, phrases: Sequence[Phrase], at: int, phrase: Phrase) -> Iterator[_Home]:
    """ "The Dutch retail company, Velmart" and "the Dutch company Velmart"."""
    country = gazetteer().people.get(phrase.words[0].text.lower())
    places = [place for place, word in enumerate(phrase.words) if word.key in senses().bodies]
    if country is None or not places:
        return
    behind = phrase.words[places[-1] + 1 :]
    following = phrases[at + 1] if at + 1 < len(phrases) else None
    if behind and all(word.kind == "name" for word in behind):
        yield _Home(phrase.within(places[-1] + 1), country, _text(sentence, phrase.first, phrase.last))
        return
    beside = following is not None and sentence.lowers[phrase.last : following.first] == (",",)
    if following is not None and beside and not behind and len(following.names) == len(following.words):
        yield _Home(following, country, _text(sentence, phrase.first, following.last))


def _of_base(sentence: Sentence, phrases: Sequence[Phrase], at: int, phrase: Phrase) -> Iterator[_Home]:
    """ "Velmart is based in Peru", "Velmart's headquarters is in Peru"."""
    country = gazetteer().names.get(phrase.text.lower()) or gazetteer().seats.get(phrase.text.lower())
    before = sentence.lowers[max(phrase.first - REACH, 0) : phrase.first]
    if country is None or not before or before[-1] not in ("in", "the") or "in" not in before:
        return
    if any(word in senses().negators or word in grammar().negators for word in before):
        return
    seated = [place for place, word in enumerate(before) if word in senses().seated]
    earlier = [item for item in phrases[:at] if item.names]
    if seated and earlier:
        start = phrase.first - len(before) + seated[0]
        yield _Home(earlier[-1], country, _text(sentence, start, phrase.last))


def _text(sentence: Sentence, start: int, end: int) -> str:
    tokens = sentence.tokens[start:end]
    spaced = (
        (" " if at and token.start > tokens[at - 1].end else "") + token.text
        for at, token in enumerate(tokens)
    )
    return "".join(spaced).removeprefix("the ")


def found_elsewhere(left: Sequence[Word], right: Sequence[Word]) -> str | None:
    """Why b finds in other countries what a keeps to one, or None.

    >>> from claimcheck.passages.words import read_words
    >>> from claimcheck.text.sentences import split_sentences
    >>> one, two = (read_words(split_sentences(t)) for t in ("The Orlo bat is endemic to Mexico.",
    ...     "The Orlo bat has been reported from Colombia."))
    >>> found_elsewhere(one, two)
    'a says “endemic to Mexico”, b speaks of “Colombia”'
    """
    ours = {word.key for word in left if word.content}
    for at, word in enumerate(left[:-2]):
        if word.key not in senses().kept_to or left[at + 1].text.lower() not in ("to", "in"):
            continue
        home = gazetteer().names.get(left[at + 2].text.lower())
        if home is None or _denied(left, at):
            continue
        for here, other in enumerate(right):
            country = gazetteer().names.get(other.text.lower())
            start = [held for held in right if held.sentence == other.sentence][:2]
            known = bool(start) and all(held.key in ours for held in start)
            if country in (None, home) or other.text.islower() or not known or _denied(right, here):
                continue
            if right[here - 1].text.lower() in ("from", "in", "to") and _found(right, here):
                return f"a says “{word.text} {left[at + 1].text} {left[at + 2].text}”, b speaks of “{other.text}”"
    return None


def _denied(words: Sequence[Word], at: int) -> bool:
    return any(word.key in senses().negators for word in words[max(at - REACH, 0) : at])


def _found(words: Sequence[Word], at: int) -> bool:
    """Whether a word of finding or living stands before a place in its sentence."""
    return any(word.key in senses().found_in and word.sentence == words[at].sentence for word in words[:at])

"""Speakers set off by a colon or dash: "Police: 3 shot", "12 dead: ministry", "PENCE: Well, look"."""

from __future__ import annotations

from claimcheck.extract.attribution.mention import SpeakerWords, SpeechMention
from claimcheck.lexicon.gazetteer import gazetteer
from claimcheck.lexicon.speech import speech_words
from claimcheck.text.sentences import Sentence

LONGEST_NAME = 5
SHORTEST_REST = 2
DASHES = ("–", "—", "―", "--", "-")


def colon_cue(sentence: Sentence) -> SpeechMention | None:
    """The speaker that a sentence opens or ends with.

    >>> from claimcheck.text.sentences import split_sentences
    >>> [colon_cue(split_sentences(text)[0]).content for text in ["Police: 3 shot outside bar", "12 dead: ministry"]]
    [((2, 6),), ((0, 2),)]
    """
    lowers = sentence.lowers
    if ":" not in lowers and not any(dash in lowers for dash in DASHES):
        return None
    return _at_the_start(sentence) or _at_the_end(sentence)


def _at_the_start(sentence: Sentence) -> SpeechMention | None:
    first = 0
    while first < len(sentence.tags) and sentence.lowers[first] in ("“", '"'):
        first += 1
    colon = next(
        (i for i in range(first + 1, first + 2 + LONGEST_NAME) if sentence.lowers[i : i + 1] == (":",)), None
    )
    end = len(sentence.tags)
    if colon is None or end - colon <= SHORTEST_REST or not _names_someone(sentence, first, colon):
        return None
    speaker = SpeakerWords(first, colon, colon - 1)
    return SpeechMention(speaker, colon, colon + 1, "say", "assert", ((colon + 1, end),))


def _at_the_end(sentence: Sentence) -> SpeechMention | None:
    end = len(sentence.tags)
    if sentence.tags[-1] == "U":
        return None
    for at in range(end - 2, max(end - 2 - LONGEST_NAME, 1), -1):
        if sentence.lowers[at] == ":" or sentence.lowers[at] in DASHES:
            spaced = sentence.tokens[at].end < sentence.tokens[at + 1].start
            if not spaced or not _names_someone(sentence, at + 1, end, sure=sentence.lowers[at] != ":"):
                return None
            return SpeechMention(SpeakerWords(at + 1, end, end - 1), at, at + 1, "say", "assert", ((0, at),))
    return None


def _names_someone(sentence: Sentence, first: int, last: int, *, sure: bool = False) -> bool:
    """A source, a country, words in capitals; a full name where the sign leaves no doubt."""
    words = speech_words()
    tags = sentence.tags[first:last]
    if any(kind not in "NEJDA" for kind in tags):
        return False
    text = sentence.tokens[last - 1].text
    lower = sentence.lowers[last - 1]
    if lower in words.mute or lower in words.labels:
        return False
    if lower in words.source_nouns and (tags[-1] == "E" or lower not in words.documents):
        return True
    if gazetteer().actor(lower) is not None or (text.isupper() and len(text) > 1 and text.isalpha()):
        return True
    return (
        not sure
        and 1 < last - first < 4
        and all(sentence.tokens[i].text[0].isupper() for i in range(first, last))
    )

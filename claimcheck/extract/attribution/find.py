"""Who says what in a sentence: speaker, cue and the words that are said.

Cue, source and content in the terms of PARC 3.0 (Pareti 2016); found by rules over tags. Each kind of cue has
a module of its own: verbs, passives, phrases, nouns and colons.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.attribution.colons import colon_cue
from claimcheck.extract.attribution.mention import SpeechMention, Stretch
from claimcheck.extract.attribution.nouns import noun_cue
from claimcheck.extract.attribution.overlaps import settle
from claimcheck.extract.attribution.passives import quoting_cue
from claimcheck.extract.attribution.phrases import phrase_cue
from claimcheck.extract.attribution.verbs import verb_cue
from claimcheck.lexicon.speech import speech_words
from claimcheck.text.sentences import Sentence

__all__ = ["SpeechMention", "find_speech"]


def find_speech(sentence: Sentence, quoted: Sequence[Stretch] = ()) -> list[SpeechMention]:
    """The attributions inside one sentence, from left to right.

    `quoted` are the token stretches [first, last) that stand between quotation marks.

    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("At least 12 people died, police told AFP on Monday.")[0]
    >>> [(sentence.lowers[m.speaker.head], m.content) for m in find_speech(sentence)]
    [('police', ((0, 6),))]
    """
    colon = colon_cue(sentence)
    found = [] if colon is None else [colon]
    triggers = speech_words().triggers
    resume = 0
    for at, lower in enumerate(sentence.lowers):
        if lower not in triggers or at < resume:
            continue
        mentions = _cues_at(sentence, at, quoted, found)
        if mentions:
            found.extend(mentions)
            resume = max(at + 1, *(mention.cue_last for mention in mentions))
    return settle(sentence, found)


def _cues_at(
    sentence: Sentence, at: int, quoted: Sequence[Stretch], found: Sequence[SpeechMention]
) -> list[SpeechMention]:
    single = phrase_cue(sentence, at) if not any(a <= at < b for a, b in quoted) else None
    single = single or noun_cue(sentence, at)
    if single is not None:
        return [single]
    return quoting_cue(sentence, at) or verb_cue(sentence, at, quoted, found)

"""Nouns of speech with their owners: "the ministry's claim that", "a Times report that", "the IMF's estimate of"."""

from __future__ import annotations

from claimcheck.extract.attribution.mention import SpeakerWords, SpeechMention, Stance
from claimcheck.extract.attribution.speakers import is_time
from claimcheck.extract.attribution.subjects import speaker_before
from claimcheck.lexicon.speech import speech_words
from claimcheck.text.sentences import Sentence

LONGEST_NAME = 12


def noun_cue(sentence: Sentence, at: int) -> SpeechMention | None:
    """The speech that the noun (or participle) at a token names, with its owner as the speaker.

    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("The ministry's claim that 40 tanks were lost is false.")[0]
    >>> mention = noun_cue(sentence, 3)
    >>> sentence.lowers[mention.speaker.head], mention.content
    ('ministry', ((5, 9),))
    """
    words, kind = speech_words(), sentence.tags[at]
    if at < 2 or at + 1 >= len(sentence.tags):
        return None
    if (
        kind in "JTV"
        and sentence.tags[at - 1] == "A"
        and words.verbs.get(sentence.lowers[at]) in words.attributive
    ):
        return _mention(sentence, at, _owner(sentence, at), at + 1, _phrase_last(sentence, at + 1))
    lower = sentence.lowers[at]
    if kind not in "NV" or (lower not in words.spoken_nouns and lower not in words.report_nouns):
        return None
    following = sentence.lowers[at + 1]
    if following == "that" or (following == "to" and sentence.lowers[at] in words.promises):
        speaker = _owner(sentence, at) or (None if lower.endswith("s") else _named(sentence, at))
        return _mention(sentence, at, speaker, at + 2, _clause_last(sentence, at + 2))
    if following in ("of", "for", "to", "by", "at") and sentence.lowers[at] in words.measures:
        speaker = _owner(sentence, at) or _pronoun_owner(sentence, at)
        return _mention(sentence, at, speaker, at + 2, _end_of_clause(sentence, at + 2))
    if following in ("about", ":") and sentence.lowers[at] in words.report_nouns:
        speaker = _owner(sentence, at) or _possessive(sentence, at) or _doer(sentence, at)
        last = len(sentence.tags) if following == ":" else _end_of_clause(sentence, at + 2)
        return _mention(sentence, at, speaker, at + 2, last)
    if sentence.lowers[at] in words.plans and sentence.tags[at + 1] == "M":
        return _mention(sentence, at, _owner(sentence, at), at + 1, len(sentence.tags))
    return None


def _mention(
    sentence: Sentence, at: int, speaker: SpeakerWords | None, first: int, last: int
) -> SpeechMention | None:
    if speaker is None or first >= last or is_time(sentence, speaker):
        return None
    base = sentence.lowers[at]
    words = speech_words()
    stance: Stance = "deny" if base in words.deny else "doubt" if base in words.doubt else "assert"
    return SpeechMention(speaker, at, at + 1, base, stance, ((first, last),))


def _owner(sentence: Sentence, at: int) -> SpeakerWords | None:
    """The group before the possessive mark that stands before a noun and its adjectives."""
    here = at - 1
    while here > 0 and sentence.tags[here] in "JNRTQ":
        here -= 1
    if here < 1 or sentence.tags[here] != "A":
        return None
    last = here
    first = last - 1
    while first > 0 and (sentence.tags[first - 1] in "NEJD" or sentence.lowers[first - 1] == "."):
        first -= 1
        if sentence.tags[first] == "D":
            break
    return SpeakerWords(first, last, last - 1) if sentence.tags[last - 1] in "NE" else None


def _named(sentence: Sentence, at: int) -> SpeakerWords | None:
    """A name that stands before the noun: "a New York Times report that"."""
    first = at
    while first > 0 and at - first < LONGEST_NAME and sentence.tags[first - 1] in "EJN":
        first -= 1
    if "E" not in sentence.tags[first:at]:
        return None
    if first > 0 and sentence.tags[first - 1] == "D":
        first -= 1
    return SpeakerWords(first, at + 1, at)


def _pronoun_owner(sentence: Sentence, at: int) -> SpeakerWords | None:
    """The subject that "its" stands for: "It raised its forecast to 3 percent"."""
    here = at - 1
    while here > 0 and sentence.tags[here] in "JNEQ":
        here -= 1
    if here < 1 or sentence.lowers[here] not in ("its", "his", "her", "their"):
        return None
    for verb in range(here - 1, max(here - 4, 0), -1):
        if sentence.tags[verb] == "V":
            return speaker_before(sentence, verb)
    return None


def _possessive(sentence: Sentence, at: int) -> SpeakerWords | None:
    """The pronoun in "his infamous comment about"."""
    here = at - 1
    while here > 0 and sentence.tags[here] in "JN":
        here -= 1
    return SpeakerWords(here, here + 1, here) if sentence.lowers[here] in ("his", "her", "their") else None


def _doer(sentence: Sentence, at: int) -> SpeakerWords | None:
    """The subject of "made the following comment:"."""
    for verb in range(at - 1, max(at - 5, 0), -1):
        if sentence.tags[verb] == "V":
            return speaker_before(sentence, verb)
        if sentence.tags[verb] not in "DJGNP":
            return None
    return None


def _phrase_last(sentence: Sentence, first: int) -> int:
    last = first
    while last < len(sentence.tags) and (
        sentence.tags[last] in "QJNEP" or sentence.lowers[last] in ("$", "%", "-")
    ):
        last += 1
    return last


def _end_of_clause(sentence: Sentence, first: int) -> int:
    """Where the next finite verb or pause stands."""
    last = first
    while (
        last < len(sentence.tags)
        and sentence.tags[last] not in "VXM"
        and sentence.lowers[last] not in (",", ";")
    ):
        last += 1
    return last


def _clause_last(sentence: Sentence, first: int) -> int:
    """Behind the clause: up to its second finite verb ("that 40 were destroyed | could not be verified")."""
    seen, last = False, first
    while last < len(sentence.tags):
        kind = sentence.tags[last]
        if kind in "XM" and seen and sentence.tags[last - 1] in "NVTEQ":
            return last
        if sentence.lowers[last] == ";":
            return last
        seen = seen or kind in "VXM"
        last += 1
    return last

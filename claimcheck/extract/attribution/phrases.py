"""Phrases that name a speaker: "according to the mayor", "citing officials", "by one estimate", "in the last poll"."""

from __future__ import annotations

from functools import cache

from claimcheck.extract.attribution.mention import SpeakerWords, SpeechMention, Stretch
from claimcheck.extract.attribution.passives import auxiliary_of_passive
from claimcheck.extract.attribution.speakers import is_time, speaker_after
from claimcheck.lexicon.grammar import grammar
from claimcheck.lexicon.speech import speech_words
from claimcheck.lexicon.tables import word_set
from claimcheck.text.phrases import PhraseIndex
from claimcheck.text.sentences import Sentence

ASIDE = 2


@cache
def _according() -> PhraseIndex[str]:
    return PhraseIndex((phrase, phrase) for phrase in speech_words().according)


def phrase_cue(sentence: Sentence, at: int) -> SpeechMention | None:
    """The speaker phrase that starts at a token.

    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("Some 300 acres have been lost, by one estimate.")[0]
    >>> mention = phrase_cue(sentence, 7)
    >>> sentence.lowers[mention.speaker.head], mention.content
    ('estimate', ((0, 7),))
    """
    hit = _according().starting(sentence.lowers, at)
    if hit is None:
        return _measured_by(sentence, at) or _opening_phrase(sentence, at)
    if at and auxiliary_of_passive(sentence, at) is not None and hit[1].endswith(" by"):
        return None
    behind = at + hit[0]
    speaker = speaker_after(sentence, behind) if behind < len(sentence.tags) else None
    if speaker is None or is_time(sentence, speaker):
        return None
    if sentence.lowers[speaker.head] in word_set("cues", "not_sources"):
        return None
    if hit[1] in speech_words().inner and not _can_be_cited(sentence, speaker):
        return None
    return SpeechMention(speaker, at, behind, hit[1], "assert", _around(sentence, at, speaker.last), rank=2)


def _can_be_cited(sentence: Sentence, speaker: SpeakerWords) -> bool:
    words, lower = speech_words(), sentence.lowers[speaker.head]
    known = words.source_nouns | words.report_nouns | words.documents | grammar().person_nouns
    return sentence.tags[speaker.head] in "EO" or lower in known


def _around(sentence: Sentence, first: int, last: int) -> tuple[Stretch, ...]:
    """What the phrase speaks of: what follows when it opens the clause, else what stands before and behind."""
    end = len(sentence.tokens)
    if first <= 1 or (
        sentence.lowers[first - 1] in ("and", "but", ";") and sentence.lowers[last : last + 1] == (",",)
    ):
        return ((last, end),)
    before = (0, first)
    rest = last
    while rest < end and sentence.tags[rest] in "UREP" and sentence.lowers[rest] not in (",",):
        rest += 1
    if rest < end - 2 and sentence.lowers[rest] == ",":
        return (before, (rest, end))
    return (before,)


def _measured_by(sentence: Sentence, at: int) -> SpeechMention | None:
    """ "by one estimate", "by Trump's own admission"."""
    if sentence.lowers[at] != "by" or at + 2 >= len(sentence.tags):
        return None
    group = speaker_after(sentence, at + 1)
    if group is None or sentence.lowers[group.head] not in speech_words().measures:
        return None
    speaker = owner_of(sentence, group) or group
    return SpeechMention(speaker, at, at + 1, "by", "assert", _around(sentence, at, group.last), rank=2)


def owner_of(sentence: Sentence, group: SpeakerWords) -> SpeakerWords | None:
    """The owner in "Mrs. Clinton's plan", None without one."""
    for here in range(group.head, group.first, -1):
        if sentence.tags[here] == "A":
            owner = speaker_after(sentence, group.first)
            head = here - 1
            return None if owner is None else SpeakerWords(group.first, here, head)
    return None


def _opening_phrase(sentence: Sentence, at: int) -> SpeechMention | None:
    """ "In the previous X poll, …", "Under Mrs. Clinton's plan, …" at the beginning of a sentence."""
    words = speech_words()
    nouns = words.opening.get(sentence.lowers[at])
    if nouns is None or at > ASIDE or at + 2 >= len(sentence.tags):
        return None
    group = speaker_after(sentence, at + 1)
    if group is None or sentence.lowers[group.head] not in nouns:
        return None
    comma = next(
        (i for i in range(group.last, min(group.last + 4, len(sentence.tags))) if sentence.lowers[i] == ","),
        None,
    )
    if comma is None:
        return None
    speaker = owner_of(sentence, group) if sentence.lowers[group.head] in words.plans else group
    if speaker is None:
        return None
    return SpeechMention(speaker, at, at + 1, "in", "assert", ((comma, len(sentence.tags)),), rank=3)

"""Passives of speech: "was confirmed by police", "was quoted by TASS as saying", "quoted X as saying"."""

from __future__ import annotations

from claimcheck.extract.attribution.mention import SpeakerWords, SpeechMention, Stretch
from claimcheck.extract.attribution.speakers import is_time, speaker_after
from claimcheck.extract.attribution.subjects import speaker_before
from claimcheck.lexicon.grammar import grammar
from claimcheck.lexicon.speech import speech_words
from claimcheck.text.sentences import Sentence


def auxiliary_of_passive(sentence: Sentence, at: int) -> int | None:
    """Where the "be" of a passive stands: "was told", "are believed"."""
    if sentence.lowers[at].endswith("ing"):
        return None
    here = at - 1
    while here >= 0 and sentence.tags[here] in "RX":
        if sentence.tags[here] == "X" and sentence.lowers[here] in grammar().be:
            return here
        here -= 1
    return None


def passive_cue(sentence: Sentence, at: int, auxiliary: int, base: str) -> list[SpeechMention]:
    """The speaker behind "by"; the subject of "was quoted as saying"; else nobody.

    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("The death of 7 people was confirmed by police.")[0]
    >>> [(m.speaker.head, m.content) for m in passive_cue(sentence, 6, 5, "confirm")]
    [(8, ((0, 5),))]
    """
    agent = _agent(sentence, at)
    quoted = _quoted_subject(sentence, at, auxiliary, agent)
    if quoted:
        return quoted
    words = speech_words()
    if agent is None or base not in words.passives or not _speaks(sentence, agent):
        return []
    first = auxiliary
    subject = speaker_before(sentence, auxiliary)
    if subject is not None and sentence.lowers[subject.head] == "it":
        first = subject.first
    content = ((0, first),) if first else ((agent.last, len(sentence.tokens)),)
    return [SpeechMention(agent, at, at + 1, base, "assert", content)]


def _agent(sentence: Sentence, at: int) -> SpeakerWords | None:
    behind = at + 1
    while behind < len(sentence.tags) and sentence.tags[behind] == "R":
        behind += 1
    if sentence.lowers[behind : behind + 1] != ("by",):
        return None
    agent = speaker_after(sentence, behind + 1)
    return None if agent is None or is_time(sentence, agent) else agent


def _speaks(sentence: Sentence, agent: SpeakerWords) -> bool:
    words = speech_words()
    lower = sentence.lowers[agent.head]
    return sentence.tags[agent.head] == "E" or lower in words.source_nouns or lower in words.report_nouns


def _quoted_subject(
    sentence: Sentence, at: int, auxiliary: int, agent: SpeakerWords | None
) -> list[SpeechMention]:
    begin = at + 1 if agent is None else agent.last
    subject = speaker_before(sentence, auxiliary)
    saying = _as_saying(sentence, begin)
    if saying is None or subject is None:
        return []
    content = _said_by(sentence, subject.first, saying)
    inner = SpeechMention(subject, at, saying + 1, "quote", "assert", content, rank=0)
    return [inner] if agent is None else [inner, SpeechMention(agent, at, at + 1, "quote", "assert", content)]


def _as_saying(sentence: Sentence, begin: int) -> int | None:
    """The place of "saying" in "as saying" at a token."""
    if sentence.lowers[begin : begin + 1] == ("as",) and sentence.lowers[begin + 1 : begin + 2] in (
        ("saying",),
        ("telling",),
    ):
        return begin + 1
    return None


def _said_by(sentence: Sentence, first: int, saying: int) -> tuple[Stretch, ...]:
    behind = saying + 1
    if sentence.lowers[behind : behind + 1] == ("that",):
        behind += 1
    if "N" in sentence.tags[behind:] or "V" in sentence.tags[behind:]:
        return ((behind, len(sentence.tokens)),)
    return ((0, first),)


def quoting_cue(sentence: Sentence, at: int) -> list[SpeechMention]:
    """ "TASS quoted the ministry as saying that": the ministry, then TASS.

    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("TASS quoted the ministry as saying that 40 tanks were destroyed.")[0]
    >>> [(sentence.lowers[m.speaker.head], m.content) for m in quoting_cue(sentence, 1)]
    [('ministry', ((7, 12),)), ('tass', ((7, 12),))]
    """
    if sentence.lowers[at] not in speech_words().quoting or auxiliary_of_passive(sentence, at) is not None:
        return []
    inner = speaker_after(sentence, at + 1) if at + 1 < len(sentence.tags) else None
    saying = _as_saying(sentence, inner.last) if inner is not None else None
    if inner is None or saying is None:
        return []
    outer = speaker_before(sentence, at) if sentence.tags[at] == "V" else None
    content = _said_by(sentence, outer.first if outer else at, saying)
    if not content[0][1]:
        return []
    found = [SpeechMention(inner, at, saying + 1, "quote", "assert", content, rank=0)]
    if outer is not None:
        found.append(SpeechMention(outer, at, at + 1, "quote", "assert", content))
    return found

"""Where one speaker's words end and another's begin, and who of two is nearer."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.extract.attribution.mention import SpeechMention, Stretch
from claimcheck.lexicon.speech import speech_words
from claimcheck.text.sentences import Sentence


def settle(sentence: Sentence, found: list[SpeechMention]) -> list[SpeechMention]:
    """The mentions with phrases set inside or around the verbs beside them, and overlaps cut."""
    if len(found) < 2:
        return found
    found = [
        mention
        for mention in found
        if not _same_voice(sentence, mention, found) and not _judged_plan(sentence, mention, found)
    ]
    return _cut_overlaps(sentence, _nest_phrases(sentence, found))


def _same_voice(sentence: Sentence, mention: SpeechMention, found: list[SpeechMention]) -> bool:
    """ "Officials said they hoped": the pronoun that opens what is said is the speaker again."""
    speaker = mention.speaker
    if speaker is None or speaker.antecedent is not None or sentence.tags[speaker.first] != "O":
        return False
    return any(
        other.cue < speaker.first and other.speaker is not None and other.content[0][0] == speaker.first
        for other in found
    )


def _judged_plan(sentence: Sentence, mention: SpeechMention, found: list[SpeechMention]) -> bool:
    """ "The centre estimates that her plan would raise $1 billion": what the plan brings is the centre's word."""
    words = speech_words()
    return sentence.lowers[mention.cue] in words.plans and any(
        other.verb in words.showing and other.cue < mention.cue and other.covers(mention.cue)
        for other in found
    )


def _nest_phrases(sentence: Sentence, found: list[SpeechMention]) -> list[SpeechMention]:
    words = speech_words()
    nested: list[SpeechMention] = []
    for mention in found:
        if mention.rank == 3 and any(other.rank < 3 and other.cue > mention.cue for other in found):
            continue
        if mention.verb in words.inner:
            host = _host(mention, found)
            nested.append(mention if host is None else replace(mention, content=host.content, rank=0))
        elif mention.rank == 2 and not _is_medium(sentence, mention):
            nested.append(replace(mention, content=_within(mention, found)))
        else:
            nested.append(mention)
    return nested


def _host(mention: SpeechMention, found: list[SpeechMention]) -> SpeechMention | None:
    """The verb of speech that "citing doctors" belongs to: the one before it, else the one behind."""
    verbs = [other for other in found if other.rank == 1 and other.speaker is not None]
    before = [other for other in verbs if other.cue < mention.cue]
    return before[-1] if before else verbs[0] if verbs else None


def _within(mention: SpeechMention, found: list[SpeechMention]) -> tuple[Stretch, ...]:
    """What "according to X" speaks of inside the words of another: "Y reports that …, according to X"."""
    first, last = mention.content[0]
    for other in found:
        if (
            other.rank == 1
            and other.speaker is not None
            and other.cue < mention.cue
            and len(other.content) == 1
        ):
            begin, end = other.content[0]
            if first == 0 < begin < last <= end:
                return ((begin, last), *mention.content[1:])
    return mention.content


def _is_medium(sentence: Sentence, mention: SpeechMention) -> bool:
    """ "…, the ministry said, according to TASS": the medium stands outside."""
    if mention.speaker is None:
        return False
    inside = sentence.lowers[mention.speaker.first : mention.speaker.last]
    return any(lower in speech_words().hearers or lower in speech_words().media for lower in inside)


def _cut_overlaps(sentence: Sentence, found: list[SpeechMention]) -> list[SpeechMention]:
    """Ends what is said where the next speaker's part begins: "X said A, but Y said B", "X said A, Y reported"."""
    cut: list[SpeechMention] = []
    for number, mention in enumerate(found):
        content = mention.content
        for other in found[number + 1 :]:
            if other.rank == 0 or (other.rank == 1 and other.cue == mention.cue):
                continue
            begin = other.cue if other.speaker is None else min(other.cue, other.speaker.first)
            if other.rank == 2:
                if (
                    other.content[0][0] == 0 < mention.content[0][0] <= begin
                    and sentence.lowers[begin - 1] != "that"
                ):
                    content = tuple((first, min(last, begin)) for first, last in content)
                continue
            if _apart(sentence, begin):
                edge = _clause_edge(sentence, begin)
                content = tuple(
                    (first, min(last, edge)) if first <= begin < last else (first, last)
                    for first, last in content
                )
        content = tuple((first, last) for first, last in content if first < last)
        if content:
            cut.append(replace(mention, content=content))
    return cut


def _clause_edge(sentence: Sentence, at: int) -> int:
    joining = speech_words().joining
    here = at
    while here > 0 and (sentence.tags[here - 1] in "UC" or sentence.lowers[here - 1] in joining):
        here -= 1
    return here


def _apart(sentence: Sentence, begin: int) -> bool:
    """Whether another cue's part stands beside, not inside, what was said before."""
    before = sentence.lowers[begin - 1] if begin else ""
    return before in (",", "but", "—", "–", ";", "”", '"') or before in speech_words().joining

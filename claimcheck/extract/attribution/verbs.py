"""Verbs of speech with their speakers: "police said", "said Dan Lynch", "a poll found"."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.attribution.contents import content_of
from claimcheck.extract.attribution.frames import may_speak
from claimcheck.extract.attribution.mention import SpeakerWords, SpeechMention, Stance, Stretch
from claimcheck.extract.attribution.passives import auxiliary_of_passive, passive_cue
from claimcheck.extract.attribution.speakers import group_at, is_time, speaker_after
from claimcheck.extract.attribution.subjects import speaker_before
from claimcheck.lexicon.grammar import grammar
from claimcheck.lexicon.speech import speech_words
from claimcheck.text.sentences import Sentence

RELATIVE = ("who", "which")
BARE = 8
LIVES_REACH = 7


def verb_cue(
    sentence: Sentence, at: int, quoted: Sequence[Stretch], found: Sequence[SpeechMention]
) -> list[SpeechMention]:
    """The attributions that the verb at a token makes, none if it is no verb of speech here."""
    words = speech_words()
    base = words.verbs.get(sentence.lowers[at])
    if base is None or any(first <= at < last for first, last in quoted):
        return []
    kind = sentence.tags[at]
    auxiliary = auxiliary_of_passive(sentence, at) if kind in "VT" else None
    if auxiliary is not None:
        return passive_cue(sentence, at, auxiliary, base)
    if not _is_verb(sentence, at) or _unsaid(sentence, at) or _takes_lives(sentence, at, base):
        return []
    inverted = _inverted(sentence, at, base)
    speaker = inverted or _speaker(sentence, at, found)
    content = content_of(sentence, at, base, speaker, quoted, inverted=inverted is not None)
    if not content or (speaker is None and not _touches(content, quoted)):
        return []
    if speaker is not None and (is_time(sentence, speaker) or not may_speak(sentence, speaker, base)):
        return []
    return [SpeechMention(speaker, at, at + 1, base, stance_of(base), content)]


def _unsaid(sentence: Sentence, at: int) -> bool:
    """ "did not say", "will announce": nothing has been said."""
    here = at - 1
    while here >= 0 and sentence.tags[here] in "RXM":
        if sentence.tags[here] == "M" or sentence.lowers[here] in speech_words().unsaid:
            return True
        here -= 1
    return False


def _takes_lives(sentence: Sentence, at: int, base: str) -> bool:
    """ "the raid claimed 17 lives" says nothing."""
    if base not in speech_words().taking:
        return False
    for here in range(at + 1, min(at + LIVES_REACH, len(sentence.tags))):
        if sentence.lowers[here] in ("life", "lives"):
            return True
        if sentence.tags[here] in "USWVXMP":
            return False
    return False


def stance_of(base: str) -> Stance:
    """How a verb of speech stands to what is said: it asserts, denies or doubts it."""
    words = speech_words()
    return "deny" if base in words.deny else "doubt" if base in words.doubt else "assert"


def bare_cue(sentence: Sentence) -> SpeechMention | None:
    """The cue that opens a sentence and says nothing in it: "“Who did it?” | Smith asked, looking out"."""
    words = speech_words()
    for at in range(min(BARE, len(sentence.tags))):
        base = words.verbs.get(sentence.lowers[at])
        if base in words.inverting and sentence.tags[at] in "VTJ":
            speaker = speaker_before(sentence, at) if at else speaker_after(sentence, 1)
            if speaker is None or is_time(sentence, speaker) or not may_speak(sentence, speaker, base):
                return None
            return SpeechMention(speaker, at, at + 1, base, stance_of(base), ((at, at + 1),))
    return None


def _touches(content: Sequence[Stretch], quoted: Sequence[Stretch]) -> bool:
    return any(a < last and first < b for a, b in content for first, last in quoted)


def _is_verb(sentence: Sentence, at: int) -> bool:
    """Whether the word is used as a verb; "reports", "claims", "show" are led back from nouns by their places."""
    tags = sentence.tags
    kind = tags[at]
    if tags[at + 1 : at + 2] in ("V", "X", "M") and not sentence.lowers[at].endswith("ed"):
        return sentence.lowers[at] in ("said", "told")
    if sentence.lowers[at] in ("said", "told") and at and kind in "JT":
        return tags[at - 1] != "D" or sentence.lowers[at - 1] in RELATIVE
    if kind in "VG":
        return not (
            kind == "G" and tags[at - 1 : at] in ("N", "J", "D") and tags[at + 1 : at + 2] in ("N", "U", "V")
        )
    if kind == "T":
        return at > 0 and (tags[at - 1] in "UW" or sentence.lowers[at - 1] in RELATIVE)
    if kind != "N" or at == 0:
        return False
    if sentence.lowers[at - 1] in RELATIVE:
        return True
    forms = grammar().verbs[sentence.lowers[at]].forms
    before, behind = tags[at - 1], tags[at + 1 : at + 2]
    if "third" in forms:
        if behind == "U" and sentence.lowers[at + 1] in (".", ",", ":"):
            return before in "NE" and _noun_comma_before(sentence, at)
        if behind == "P" and before in "NEJ":
            return any(lower in ("how", "that", "what", "why") for lower in sentence.lowers[at + 2 : at + 5])
        return before in "NEOJU" and behind in tuple("DOSWQEYR") and not _verb_soon(sentence, at)
    if "base" in forms:
        subject = at - 1
        while subject > 0 and tags[subject] == "R":
            subject -= 1
        before = tags[subject]
        plural = sentence.lowers[subject].endswith("s")
        if subject < at - 1:
            return plural and before in "NE"
        return (plural and before in "NE" and behind in tuple("DOSWEQ")) or (
            before in "NEQ" and sentence.lowers[at + 1 : at + 2] in (("that",), ("he",), ("she",), ("they",))
        )
    return False


def _noun_comma_before(sentence: Sentence, at: int) -> bool:
    """ "…, The Wall Street Journal reports": a name between a comma and a verb that ends the sentence."""
    here = at - 1
    while here > 0 and at - here < BARE + 6 and sentence.tags[here] not in "UMX":
        here -= 1
    return here > 0 and sentence.lowers[here] in (",", "”", '"') and sentence.tags[here + 1] in "DE"


def _verb_soon(sentence: Sentence, at: int) -> bool:
    """A finite verb stands right behind the next word: "reports that | claims police | said"."""
    return sentence.tags[at + 2 : at + 3] in ("V", "X", "M") and sentence.tags[at + 1] in "R"


def _speaker(sentence: Sentence, at: int, found: Sequence[SpeechMention]) -> SpeakerWords | None:
    if sentence.tags[at] != "G" or _has_be(sentence, at):
        return speaker_before(sentence, at)
    if at >= 1 and sentence.tags[at - 1] in "NE":
        first = at - 1
        while first > 0 and sentence.tags[first - 1] in "NEJDA":
            first -= 1
        if sentence.lowers[first - 1 : first] == ("with",) or sentence.lowers[at + 2 : at + 3] in (
            ("“",),
            ('"',),
        ):
            return group_at(sentence, first, at)
        return None
    return _subject_of_participle(sentence, at, found)


def _has_be(sentence: Sentence, at: int) -> bool:
    here = at - 1
    while here >= 0 and sentence.tags[here] == "R":
        here -= 1
    return here >= 0 and sentence.lowers[here] in grammar().be


def _subject_of_participle(
    sentence: Sentence, at: int, found: Sequence[SpeechMention]
) -> SpeakerWords | None:
    """ "…, adding that": the speaker of the finite cue before, else the subject of the first finite verb."""
    for mention in reversed(found):
        if mention.speaker is not None and sentence.tags[mention.cue] == "V" and mention.cue < at:
            return mention.speaker
    for main in range(at):
        if sentence.tags[main] == "V":
            return speaker_before(sentence, main)
    return None


def _inverted(sentence: Sentence, at: int, base: str) -> SpeakerWords | None:
    """The speaker behind the verb: "…, said Dan Lynch, a doctor"."""
    tags = sentence.tags
    if at == 0 or tags[at] == "G" or at + 1 >= len(tags) or base not in speech_words().inverting:
        return None
    before = sentence.lowers[at - 1]
    if tags[at - 1] != "U" or before in ("(", ":", ";") or tags[at + 1] not in "DNEJQ":
        return None
    speaker = speaker_after(sentence, at + 1)
    if speaker is None or is_time(sentence, speaker):
        return None
    clause = tags[speaker.last : speaker.last + 1] in ("V", "X", "M")
    if clause or sentence.tags[speaker.head] in "Q":
        return None
    if before == "," and not _ends_or_pauses(sentence, speaker.last):
        left = speaker_before(sentence, at)
        if left is not None and left.last < at - 1:
            return None
    return speaker


def _ends_or_pauses(sentence: Sentence, at: int) -> bool:
    return at >= len(sentence.tags) or sentence.lowers[at] in (".", ",", "who")

"""The words that name a speaker beside a cue."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.lexicon.calendar import weekday_names
from claimcheck.text.sentences import Sentence


@dataclass(frozen=True, slots=True)
class SpeakerWords:
    """Tokens [first, last) that name a speaker, and the head among them."""

    first: int
    last: int
    head: int


ATTACHING = frozenset({"of", "for", "in", "at", "from", "with", "on", "to"})
WEAK_ADVERBS = "RXM"


def speaker_before(sentence: Sentence, cue: int) -> SpeakerWords | None:
    """The noun group that is the subject of a verb of speech.

    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("Andriy Zholob, a commander of a medical unit, said they had been greeted.")[0]
    >>> speaker = speaker_before(sentence, sentence.lowers.index("said"))
    >>> " ".join(sentence.lowers[speaker.first : speaker.last])
    'andriy zholob'
    """
    here = cue - 1
    while here >= 0 and sentence.tags[here] in WEAK_ADVERBS:
        here -= 1
    if here >= 0 and sentence.lowers[here] in ("who", "which", "that") and here > 0:
        here -= 1
        if sentence.lowers[here] == ",":
            here -= 1
    if here >= 0 and sentence.lowers[here] in (",", ")", "—", "–"):
        return _before_appositive(sentence, here)
    if here >= 0 and sentence.lowers[here] in weekday_names():
        return _across_phrase(sentence, here)
    return _group_ending(sentence, here) or _across_phrase(sentence, here)


def _across_phrase(sentence: Sentence, here: int) -> SpeakerWords | None:
    """A subject with a time between it and the verb: "the ministry on Friday said"."""
    while here >= 0 and (sentence.tags[here] in "EQR" or sentence.lowers[here] in ("late", "early", ",")):
        here -= 1
    if here > 0 and sentence.lowers[here] in ("on", "in"):
        here -= 1
    while here >= 0 and sentence.tags[here] in WEAK_ADVERBS:
        here -= 1
    return _group_ending(sentence, here)


def _before_appositive(sentence: Sentence, comma: int) -> SpeakerWords | None:
    """The name before ", a commander," when the second comma stands at `comma`."""
    for here in range(comma - 1, max(comma - 26, 0), -1):
        lower = sentence.lowers[here]
        if sentence.tags[here] == "U" and lower in (",", "(", "—", "–"):
            inner = sentence.tags[here + 1 : here + 2]
            if (
                inner in ("D", "N", "E", "J", "W", "Q", "R", "P", "T", "G")
                and here > 0
                and sentence.tags[here - 1] in "ENO"
            ):
                return _group_ending(sentence, here - 1)
            if lower == ",":
                continue
            return None
        if lower in ("“", "”", '"', ";", ":"):
            return None
    return None


def _group_ending(sentence: Sentence, last: int) -> SpeakerWords | None:
    """The noun group whose last word stands at a token, with what hangs on it to the left."""
    tags, lowers = sentence.tags, sentence.lowers
    if (
        last < 0
        or tags[last] not in "NEOJT"
        or (tags[last] in "JT" and lowers[last] not in ("official", "accused", "injured", "wounded"))
    ):
        return None
    if tags[last] == "O":
        if lowers[last] in ("himself", "herself", "itself", "themselves") and last > 0:
            return _group_ending(sentence, last - 1)
        return SpeakerWords(last, last + 1, last)
    first, head = last, last
    while first > 0:
        before = tags[first - 1]
        if tags[first] == "D":
            if before == "P" and lowers[first - 1] in ATTACHING and first >= 2 and tags[first - 2] in "NE":
                first, head = first - 2, first - 2
                continue
            break
        if (
            before in "NEJAT"
            or before == "D"
            or (before == "Q" and tags[first] in "NJ")
            or (before == "G" and tags[first] == "N" and first >= 2 and tags[first - 2] in "DEA")
        ):
            first -= 1
        elif (
            before == "P" and lowers[first - 1] in ATTACHING and first >= 2 and tags[first - 2] in "NE"
        ) or (before == "C" and first >= 2 and tags[first - 2] in "NE" and tags[first] in "NEJ"):
            first, head = first - 2, first - 2
        elif (
            before == "U"
            and lowers[first - 1] in ("-", "&", ".", "/")
            and first >= 2
            and tags[first - 2] in "NEJP"
        ):
            first -= 2
        else:
            break
    return SpeakerWords(first, last + 1, head)


def speaker_after(sentence: Sentence, first: int) -> SpeakerWords | None:
    """The noun group that starts at a token, with what hangs on it to the right.

    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("Two men died, according to the head of the regional hospital.")[0]
    >>> speaker = speaker_after(sentence, 6)
    >>> " ".join(sentence.lowers[speaker.first : speaker.last]), sentence.lowers[speaker.head]
    ('the head of the regional hospital', 'head')
    """
    tags, lowers = sentence.tags, sentence.lowers
    here, head, end = first, -1, len(tags)
    settled = False
    while here < end:
        kind = tags[here]
        if kind in "NE":
            if not settled:
                head = here
        elif kind == "O" and head < 0:
            return SpeakerWords(first, here + 1, here)
        elif (kind in "DJAQGT" and (head < 0 or kind == "A" or (settled and tags[here - 1] in "PDJA"))) or (
            kind == "R" and head < 0
        ):
            pass
        elif kind == "P" and lowers[here] in ("of", "for", "from", "at", "in", "with") and head >= 0:
            settled = True
        elif (
            kind == "U"
            and lowers[here] in ("-", ".", "&")
            and head >= 0
            and here + 1 < end
            and tags[here + 1] in "NEJ"
            and (lowers[here] != "." or len(lowers[here - 1]) <= 4)
        ):
            pass
        elif kind == "C" and head >= 0 and here + 1 < end and tags[here + 1] in "NEJ" and not settled:
            settled = True
        else:
            break
        here += 1
    if head < 0:
        return None
    while here > first and tags[here - 1] in "PDJACUTG" and here - 1 > head:
        here -= 1
    return SpeakerWords(first, here, head)

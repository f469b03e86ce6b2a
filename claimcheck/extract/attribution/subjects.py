"""The subject of a verb of speech, found to its left across all that may stand between."""

from __future__ import annotations

from claimcheck.extract.attribution.mention import SpeakerWords
from claimcheck.extract.attribution.speakers import group_at, is_time, time_words
from claimcheck.lexicon.grammar import grammar
from claimcheck.lexicon.speech import speech_words
from claimcheck.text.sentences import Sentence

BETWEEN = "RXM"
FINITE = "VXM"
CLOSERS = {",": ",", ")": "(", "—": "—", "–": "–", "--": "--"}
FAR = 40


def speaker_before(sentence: Sentence, cue: int) -> SpeakerWords | None:
    """The noun group that is the subject of a verb of speech.

    >>> from claimcheck.text.sentences import split_sentences
    >>> def subject(text, verb):
    ...     sentence = split_sentences(text)[0]
    ...     speaker = speaker_before(sentence, sentence.lowers.index(verb))
    ...     return " ".join(sentence.lowers[speaker.first : speaker.last])
    >>> subject("Andriy Zholob, a commander of a medical unit, said they had been greeted.", "said")
    'andriy zholob'
    >>> subject("A poll released in late August found that 74 percent agreed.", "found")
    'a poll'
    """
    here = cue - 1
    while here >= 0 and sentence.tags[here] in BETWEEN:
        here -= 1
    if here < 0:
        return None
    if sentence.lowers[here] in ("who", "which") or (
        sentence.tags[here] == "W" and sentence.lowers[here] == "that"
    ):
        return _relative(sentence, here)
    if sentence.tags[here] == "C" and sentence.lowers[here] in ("and", "but"):
        return _shared(sentence, here)
    jumped = False
    while here >= 0 and sentence.lowers[here] in CLOSERS:
        opening = _opening(sentence, here)
        if opening is None:
            return None
        here, jumped = opening - 1, True
    return _subject_ending(sentence, here, jumped=jumped)


def _subject_ending(sentence: Sentence, here: int, *, jumped: bool = False) -> SpeakerWords | None:
    """The subject whose stretch of words, with all that hangs on it, ends at a token."""
    last = here + 1
    for _ in range(3):
        first = _stretch_begin(sentence, here)
        group = _first_group(sentence, first, last)
        if group is not None:
            outer = _before_apposition(sentence, first) if jumped else None
            return outer or group
        here = first - 1
        if here < 1 or not _may_be_participle(sentence, here):
            return None
        while here > 0 and sentence.tags[here] in "VTXR":
            here -= 1
    return None


def _before_apposition(sentence: Sentence, first: int) -> SpeakerWords | None:
    """The name before the group at `first`, itself an apposition: "Brunner, | a developer, which …, said"."""
    if first < 2 or sentence.lowers[first - 1] != "," or sentence.tags[first - 2] not in "NE":
        return None
    if sentence.tags[first] != "D":
        return None
    begin = _stretch_begin(sentence, first - 2)
    return None if sentence.tags[begin] in "PGS" else _first_group(sentence, begin, first - 1)


def _relative(sentence: Sentence, pronoun: int) -> SpeakerWords | None:
    """The subject "who", "which": the words it stands for are its antecedent."""
    here = pronoun - 1
    if here >= 0 and sentence.lowers[here] in (",", "--", "—", "–"):
        here -= 1
    if here < 0 or sentence.tags[here] not in "NEOQ":
        return None
    first = here
    while first > 0 and sentence.tags[first - 1] in "DJQNEA":
        first -= 1
    group = group_at(sentence, first, here + 1)
    if group is None or is_time(sentence, group):
        return None
    return SpeakerWords(pronoun, pronoun + 1, group.head, (group.first, group.last))


def _shared(sentence: Sentence, coordinator: int) -> SpeakerWords | None:
    """The subject of the verb before "and": "He visited Kyiv on Friday and said"."""
    for here in range(coordinator - 1, max(coordinator - FAR, 0), -1):
        if sentence.tags[here] == "V" or (sentence.tags[here] == "T" and sentence.tags[here - 1] == "U"):
            return speaker_before(sentence, here)
        if sentence.lowers[here] in (";", ":", "”", '"'):
            return None
    return None


def _opening(sentence: Sentence, closing: int) -> int | None:
    """The sign that opens what the sign at `closing` closes: an apposition, a relative clause, a bracket."""
    wanted = CLOSERS[sentence.lowers[closing]]
    for here in range(closing - 1, max(closing - FAR, 0), -1):
        lower = sentence.lowers[here]
        if lower in ("“", "”", '"', ";", ":"):
            return None
        if lower != wanted or sentence.tags[here - 1] not in "NEOQAJ":
            continue
        inner = sentence.tags[here + 1 : closing]
        if wanted == "(" or _parenthetical(inner):
            return here
    return None


def _parenthetical(inner: str) -> bool:
    """A relative clause, or a group without a finite verb."""
    if inner[:1] == "W" or inner[:2] == "PW":
        return True
    return inner[:1] in tuple("DNEJQRPTG") and not any(
        kind in FINITE for kind in inner.split("W", maxsplit=1)[0]
    )


def _stretch_begin(sentence: Sentence, last: int) -> int:
    """Where the words begin that reach to `last` without a sign, a finite verb or a subordinator."""
    tags, here = sentence.tags, last
    floor = max(last - FAR, -1)
    while here > floor:
        kind = tags[here]
        if kind in "NEJDPQAGTORYI" or (kind == "C" and here > 0 and tags[here - 1] in "NEJO"):
            here -= 1
        elif (
            kind == "V" and here < last and tags[here - 1] == "R" and tags[here - 2 : here - 1] in ("P", "D")
        ):
            here -= 1  # "an analysis of newly filed reports"
        elif kind in FINITE:
            before = _before_relative(sentence, here, last)
            if before is None:
                break
            here = before
        elif kind == "U" and _joins(sentence, here):
            here -= 1
        else:
            break
    return here + 1


def _joins(sentence: Sentence, at: int) -> bool:
    """A sign inside a name or figure: "Washington Post/ABC", "Sen. Warren", "$5"."""
    lower, tags = sentence.lowers[at], sentence.tags
    if lower == "-" and at and sentence.tokens[at - 1].end < sentence.tokens[at].start:
        return False  # "LEEDS (Reuters) - Police said"
    if lower in ("-", "&", "/", "$", "%", "€", "£"):
        return True
    if lower == "." and 0 < at < len(tags) - 1:
        return sentence.tokens[at - 1].end == sentence.tokens[at].start and tags[at + 1] in "NE"
    return lower in ("'", "’") and at > 0 and sentence.lowers[at - 1].endswith("s")


def _before_relative(sentence: Sentence, verb: int, last: int) -> int | None:
    """The noun before a relative clause without commas that holds a verb: "an official who asked not to be named"."""
    tags = sentence.tags
    if verb == last and verb >= 2 and tags[verb - 1] in "OE" and tags[verb - 2] == "N":
        return verb - 2  # "all the experts I interviewed"
    for here in range(verb - 1, max(verb - 14, 0), -1):
        if tags[here] == "W" or sentence.lowers[here] == "who":
            return here - 1 if tags[here - 1] in "NEQJ" else None
        if tags[here] in "US":
            return None
    return None


def _may_be_participle(sentence: Sentence, at: int) -> bool:
    """ "a poll released in August": a participle read as a finite verb."""
    verb = grammar().verbs.get(sentence.lowers[at])
    return sentence.tags[at] in "TV" and (verb is None or "participle" in verb.forms)


def _first_group(sentence: Sentence, first: int, last: int) -> SpeakerWords | None:
    """The first noun group of a stretch that is neither a time nor hangs on a preposition."""
    here, skipped = first, None
    while here < last:
        kind = sentence.tags[here]
        opens = here == first and sentence.lowers[here] in speech_words().narrating
        if kind in "RCYI" or opens or sentence.lowers[here] in ("late", "early"):
            here += 1
        elif kind in "PGTU":
            here = _behind_phrase(sentence, here, last)
            skipped = kind if skipped is None else skipped
        else:
            group = group_at(sentence, here, last)
            if group is None:
                here += 1
            elif is_time(sentence, group):
                here = group.last
            else:
                return group
    source = sentence.lowers[last - 1]
    if skipped == "P" and source in speech_words().source_nouns and sentence.tags[last - 2 : last] == "EN":
        return SpeakerWords(last - 1, last, last - 1)  # "At the hospital in Lunca | doctors said"
    if skipped in ("G", "T"):
        return group_at(sentence, first, last)
    return None


def _behind_phrase(sentence: Sentence, at: int, last: int) -> int:
    """Behind a preposition and its noun group: a determiner or a pronoun behind a noun opens the next group."""
    here, noun = at + 1, False
    while here < last:
        kind = sentence.tags[here]
        if noun and kind in "DO":
            break
        if noun and kind in "NEJQ" and sentence.lowers[here - 1] in time_words():
            break
        if kind in "PGTC":
            break
        noun = noun or kind in "NEQ"
        here += 1
    return here

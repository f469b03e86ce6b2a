"""Whether a verb says something: the frames in which it is a verb of speech."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.attribution.mention import SpeakerWords, Stretch
from claimcheck.lexicon.grammar import grammar
from claimcheck.lexicon.speech import speech_words
from claimcheck.text.sentences import Sentence

NAMING = "NEVQO"
OBJECT = "DNEJQOAGT"
SAID_AFTER_P = 14
CLAUSE = 14
INDIRECT = 3


def states(
    sentence: Sentence, at: int, base: str, speaker: SpeakerWords | None, quoted: Sequence[Stretch]
) -> bool:
    """Whether something is said from a token on: a clause, a quotation, an object or phrase that the verb takes.

    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("The widow said as 300 mourners followed the coffin.")[0]
    >>> states(sentence, 3, "say", None, ())
    False
    """
    tags, lowers, words = sentence.tags, sentence.lowers, speech_words()
    rest = tags[at:]
    if not any(kind in NAMING for kind in rest):
        return False
    if lowers[at - 1] == "that" or any(at - 1 <= first <= at + 2 for first, _ in quoted):
        return True
    if lowers[at] in (":", "“", '"', "‘", "'", "``"):
        return True
    if _quotation_behind_colon(sentence, at) and base in words.plain:
        return True
    if lowers[at] in words.frames.get(base, ()) and _finite_behind(tags, at + 1):
        return False  # "the ship that they speak of | ran aground"
    if lowers[at] in words.frames.get(base, ()) or _framed(sentence, at, base):
        return True
    if tags[at] == "Y":
        return base in words.infinitives
    if _is_sign(sentence, at) or lowers[at] in words.turning or lowers[at] in words.narrating:
        return False
    if (tags[at] in OBJECT or lowers[at] in words.money) and _takes_object(sentence, speaker, base):
        return True
    if base in words.knowing:
        return False
    if base in words.weak and "W" in tags[at : at + INDIRECT] and "U" not in tags[at : at + INDIRECT]:
        return True
    if base in words.weak:
        return clause_with_verb(sentence, at)
    if base in words.hearing and base not in ("warn",):
        return clause_with_verb(sentence, at)
    if tags[at] == "P":
        return base in words.plain and any(kind in "VXM" for kind in rest[:SAID_AFTER_P])
    return not (tags[at] == "C" and lowers[at] in ("and", "but"))


def _finite_behind(tags: str, at: int) -> bool:
    """Whether a finite verb stands at a token, a past tense that could be a participle before its preposition too."""
    return tags[at : at + 1] in ("V", "X", "M") or tags[at : at + 2] == "TP"


def _quotation_behind_colon(sentence: Sentence, at: int) -> bool:
    """ "told how it began: “The guns"."""
    lowers = sentence.lowers
    return ":" in lowers[at:] and lowers[lowers.index(":", at) + 1 :][:1] in (("“",), ('"',), ("‘",))


def _is_sign(sentence: Sentence, at: int) -> bool:
    return sentence.tags[at] == "U" and sentence.lowers[at] not in speech_words().money


def _framed(sentence: Sentence, at: int, base: str) -> bool:
    """ "accused him of stealing", "put the toll at 10": an object, then the verb's own preposition."""
    prepositions = speech_words().frames.get(base)
    if prepositions is None:
        return False
    for here in range(at, min(at + CLAUSE, len(sentence.tags))):
        if sentence.lowers[here] in prepositions:
            return here > at
        if sentence.tags[here] not in "DNEJQOAPC" and sentence.lowers[here] not in ("-", ".", ","):
            return False
    return False


def _takes_object(sentence: Sentence, speaker: SpeakerWords | None, base: str) -> bool:
    """ "proposed a tax" always, "found 31 incidents" of a study."""
    if base in speech_words().objects:
        return True
    return speaker is not None and _document_says(sentence, speaker, base)


def _document_says(sentence: Sentence, speaker: SpeakerWords, base: str) -> bool:
    """ "A study found 31 incidents": what a document shows, or what researchers find, is said by it."""
    words = speech_words()
    if base not in words.showing:
        return False
    inside = speaker.antecedent or (speaker.first, speaker.last)
    if any(
        lower in words.documents or lower in words.researchers for lower in sentence.lowers[slice(*inside)]
    ):
        return True
    return sentence.tags[speaker.head] == "E" and base == "show"


def clause_with_verb(sentence: Sentence, at: int) -> bool:
    """A subject and its verb follow before the clause ends: "showed the army had left".

    >>> from claimcheck.text.sentences import split_sentences
    >>> clause_with_verb(split_sentences("She told AFP her name and left.")[0], 3)
    False
    """
    noun = False
    tags = sentence.tags
    for here in range(at, min(at + CLAUSE, len(tags))):
        kind = tags[here]
        if kind in "NEOQ":
            noun = True
        elif kind in "VXMY" and noun:
            return True
        elif kind in "SW" or _ends_clause(sentence, here) or (kind == "P" and not noun):
            return False
    return False


def _ends_clause(sentence: Sentence, at: int) -> bool:
    lower = sentence.lowers[at]
    if sentence.tags[at] == "C":
        return sentence.tags[at + 1 : at + 2] in ("V", "T", "X")
    return (
        sentence.tags[at] == "U" and lower not in speech_words().money and lower not in ("-", "%", "/", ".")
    )


def may_speak(sentence: Sentence, speaker: SpeakerWords, base: str) -> bool:
    """Numbers and things do not speak: "12 people said" may, "the figure suggests" may not alone."""
    words = speech_words()
    lower, kind = sentence.lowers[speaker.head], sentence.tags[speaker.head]
    if base in words.written:
        return lower in words.documents or lower in words.report_nouns
    if kind in "EO":
        return lower not in words.mute or base == "say"
    known = words.source_nouns | words.report_nouns | words.documents | words.researchers
    inside = sentence.lowers[speaker.first : speaker.last]
    return (
        base in words.plain
        or base in words.speaking
        or kind in "QD"
        or lower in known
        or lower in grammar().person_nouns
        or any(word in words.documents for word in inside)
        or "that" in sentence.lowers[speaker.last : speaker.last + 6]
    )

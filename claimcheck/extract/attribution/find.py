"""Who says what in a sentence: speaker, cue and the words that are said.

Cue, source and content in the terms of PARC 3.0 (Pareti 2016); found by rules over tags.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from claimcheck.extract.attribution.speakers import SpeakerWords, speaker_after, speaker_before
from claimcheck.lexicon.grammar import grammar
from claimcheck.lexicon.speech import speech_words
from claimcheck.text.phrases import PhraseIndex
from claimcheck.text.sentences import Sentence

Stance = Literal["assert", "deny", "doubt"]


@dataclass(frozen=True, slots=True)
class SpeechMention:
    """A speaker, the cue, and the tokens [first, last) of what is said (up to two stretches)."""

    speaker: SpeakerWords | None
    cue: int
    cue_last: int
    verb: str
    stance: Stance
    content: tuple[tuple[int, int], ...]

    def covers(self, at: int) -> bool:
        return any(first <= at < last for first, last in self.content)

    @property
    def width(self) -> int:
        return sum(last - first for first, last in self.content)


@cache
def _according() -> PhraseIndex[str]:
    return PhraseIndex((phrase, phrase) for phrase in speech_words().according)


def find_speech(sentence: Sentence, quoted: Sequence[tuple[int, int]] = ()) -> list[SpeechMention]:
    """The attributions inside one sentence, from left to right.

    `quoted` are the token stretches [first, last) that stand between quotation marks.

    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("At least 12 people died, police told AFP on Monday.")[0]
    >>> [(sentence.lowers[m.speaker.head], m.content) for m in find_speech(sentence)]
    [('police', ((0, 6),))]
    """
    found: list[SpeechMention] = []
    for at in range(len(sentence.tokens)):
        mention = _phrase_cue(sentence, at) or _verb_cue(sentence, at, quoted, found)
        if mention is not None:
            found.append(mention)
    return _cut_overlaps(sentence, found)


def _phrase_cue(sentence: Sentence, at: int) -> SpeechMention | None:
    """ "according to the mayor", "citing officials"."""
    hit = _according().starting(sentence.lowers, at)
    if hit is None:
        return None
    behind = at + hit[0]
    speaker = speaker_after(sentence, behind)
    if speaker is None:
        return None
    content = _around(sentence, at, speaker.last)
    return SpeechMention(speaker, at, behind, hit[1], "assert", content)


def _around(sentence: Sentence, first: int, last: int) -> tuple[tuple[int, int], ...]:
    """What an "according to" speaks of: what follows when it opens the sentence, else what stands before and behind."""
    end = len(sentence.tokens)
    if first <= 1:
        return ((last, end),)
    before = (0, first)
    rest = last
    while rest < end and sentence.tags[rest] in "UREP" and sentence.lowers[rest] not in (",",):
        rest += 1
    if rest < end - 2 and sentence.lowers[rest] == ",":
        return (before, (rest, end))
    return (before,)


def _verb_cue(
    sentence: Sentence, at: int, quoted: Sequence[tuple[int, int]], found: list[SpeechMention]
) -> SpeechMention | None:
    words = speech_words()
    base = words.verbs.get(sentence.lowers[at])
    if base is None or sentence.tags[at] not in "VTG" or _inside(at, quoted):
        return None
    if sentence.tags[at] == "T" and not _may_be_inverted(sentence, at):
        return None
    if _passive(sentence, at):
        return None
    stance: Stance = "deny" if base in words.deny else "doubt" if base in words.doubt else "assert"
    inverted = _inverted(sentence, at, base)
    speaker = inverted or speaker_before(sentence, at)
    if speaker is None and sentence.tags[at] == "G":
        speaker = _subject_of_participle(sentence, at, found)
    cue_last = at + 1 if inverted is None else inverted.last
    content = _content(sentence, at, base, speaker, cue_last, quoted, inverted=inverted is not None)
    if not content or (speaker is None and not _quote_in(content, quoted)):
        return None
    if speaker is not None and not _may_speak(sentence, speaker, base):
        return None
    return SpeechMention(speaker, at, at + 1, base, stance, content)


def _may_speak(sentence: Sentence, speaker: SpeakerWords, base: str) -> bool:
    """Numbers and things do not speak: "12 people said" may, "the figure suggests" may not alone."""
    tag = sentence.tags[speaker.head]
    if tag in "EO":
        return (
            sentence.lowers[speaker.head] not in ("there", "that", "which", "this", "what", "nothing")
            or base == "say"
        )
    lower = sentence.lowers[speaker.head]
    words = speech_words()
    return base in (
        "say",
        "tell",
        "add",
        "write",
        "announce",
        "state",
        "claim",
        "insist",
        "argue",
        "explain",
        "report",
        "warn",
        "deny",
        "acknowledge",
        "admit",
        "tweet",
    ) or (lower in words.source_nouns or lower in words.report_nouns or lower in grammar().person_nouns)


def _inside(at: int, quoted: Sequence[tuple[int, int]]) -> bool:
    return any(first <= at < last for first, last in quoted)


def _quote_in(content: tuple[tuple[int, int], ...], quoted: Sequence[tuple[int, int]]) -> bool:
    return any(a < last and first < b for a, b in content for first, last in quoted)


def _passive(sentence: Sentence, at: int) -> bool:
    """ "was told", "are believed": the subject does not speak."""
    if sentence.tags[at] == "G":
        return False
    here = at - 1
    while here >= 0 and sentence.tags[here] in "RX":
        if sentence.tags[here] == "X" and sentence.lowers[here] in grammar().be:
            return True
        here -= 1
    return False


def _may_be_inverted(sentence: Sentence, at: int) -> bool:
    return at > 0 and sentence.tags[at - 1] == "U"


def _inverted(sentence: Sentence, at: int, base: str) -> SpeakerWords | None:
    """The speaker behind the verb: "…, said Dan Lynch, a doctor"."""
    if at == 0 or sentence.tags[at] == "G" or at + 1 >= len(sentence.tokens):
        return None
    before = sentence.lowers[at - 1]
    if sentence.tags[at - 1] != "U" or before in ("(", ":"):
        return None
    if base not in (
        "say",
        "add",
        "write",
        "explain",
        "ask",
        "tell",
        "warn",
        "report",
        "claim",
        "argue",
        "note",
        "recall",
        "insist",
        "declare",
        "tweet",
        "reply",
        "state",
        "announce",
        "joke",
        "continue",
        "acknowledge",
        "conclude",
        "observe",
        "remark",
        "agree",
        "quip",
        "suggest",
        "predict",
        "complain",
        "confirm",
    ):
        return None
    if sentence.tags[at + 1] not in "DNEJ" or (before == "," and _appositive_before(sentence, at)):
        return None
    return speaker_after(sentence, at + 1)


def _appositive_before(sentence: Sentence, at: int) -> bool:
    """Whether the comma before a verb closes an appositive: "Zholob, a commander, said the"."""
    left = speaker_before(sentence, at)
    return left is not None and left.last < at - 1


def _subject_of_participle(sentence: Sentence, at: int, found: list[SpeechMention]) -> SpeakerWords | None:
    """ "…, adding that": the speaker of the finite cue before, else the subject of the first finite verb."""
    for mention in reversed(found):
        if mention.speaker is not None and sentence.tags[mention.cue] == "V" and mention.cue < at:
            return mention.speaker
    main = sentence.tags.find("V", 0, at)
    return speaker_before(sentence, main) if main > 0 else None


def _content(
    sentence: Sentence,
    at: int,
    base: str,
    speaker: SpeakerWords | None,
    cue_last: int,
    quoted: Sequence[tuple[int, int]],
    *,
    inverted: bool,
) -> tuple[tuple[int, int], ...]:
    """The token stretches of what is said."""
    end = len(sentence.tokens)
    begin = speaker.first if speaker is not None and not inverted and speaker.first < at else at
    behind = _behind_cue(sentence, cue_last, base)
    before = _trim_left(sentence, begin)
    forward = behind < end and _states(sentence, behind, base, quoted)
    leads = _comma_or_quote_before(sentence, begin) or inverted
    if inverted or (before > 1 and not forward):
        if not inverted and (sentence.tags[at] == "G" or (base in speech_words().weak and not leads)):
            return ()
        rest = ((behind, end),) if forward and _inside_any(behind, end, quoted) else ()
        return ((0, before), *rest)
    if not forward:
        return ()
    if leads and before > 2 and _quote_ends_at(sentence, before, quoted):
        return ((0, before), (behind, end))
    return ((behind, end),)


def _inside_any(first: int, last: int, quoted: Sequence[tuple[int, int]]) -> bool:
    return any(first < b and a < last for a, b in quoted)


def _quote_ends_at(sentence: Sentence, before: int, quoted: Sequence[tuple[int, int]]) -> bool:
    return any(abs(b - before) <= 2 for _, b in quoted)


def _comma_or_quote_before(sentence: Sentence, at: int) -> bool:
    return (
        at > 0
        and sentence.tags[at - 1] == "U"
        and sentence.lowers[at - 1] in (",", "”", '"', "’", "'", "--", "—", "–", "»")
    )


def _trim_left(sentence: Sentence, at: int) -> int:
    return at


def _behind_cue(sentence: Sentence, at: int, base: str) -> int:
    """Where what is said begins behind the cue: behind the hearer and the time and place of speaking."""
    end = len(sentence.tokens)
    here = at
    if base in ("tell", "inform", "assure", "remind", "warn", "brief", "ask"):
        here = _skip_hearer(sentence, here)
    while here < end and (
        sentence.tags[here] == "R"
        or (sentence.tags[here] == "E" and sentence.lowers[here] in _days())
        or (
            sentence.tags[here] == "P"
            and sentence.lowers[here] in ("on", "in", "at", "to", "during", "via", "late", "early", "through")
            and _short_phrase(sentence, here)
        )
    ):
        here = here + 1 if sentence.tags[here] in "RE" else _phrase_end(sentence, here)
    if (
        here < end
        and sentence.lowers[here] == ","
        and here + 1 < end
        and sentence.lowers[here + 1] in ("that", "“", '"')
    ):
        here += 1
    if here < end and sentence.lowers[here] == "that":
        here += 1
    return here


@cache
def _days() -> frozenset[str]:
    from claimcheck.lexicon.calendar import weekday_names

    return weekday_names()


def _skip_hearer(sentence: Sentence, at: int) -> int:
    here = at
    while here < len(sentence.tags) and sentence.tags[here] in "DENOJA" and here < at + 6:
        if sentence.tags[here] == "O" and here > at:
            break
        if here > at and sentence.tags[here] == "D":
            break
        here += 1
    return here


def _short_phrase(sentence: Sentence, at: int) -> bool:
    """Whether a preposition here opens the time or place of speaking: "on Monday", "in a statement", "on Telegram"."""
    end = _phrase_end(sentence, at)
    inner = sentence.lowers[at + 1 : end]
    if not inner:
        return False
    if any(word in _days() or word in speech_words().report_nouns for word in inner):
        return True
    if sentence.lowers[at] == "to" and inner[-1] in speech_words().hearers:
        return True
    return end < len(sentence.lowers) and (sentence.lowers[end] == "that" or sentence.tags[end] == "U")


def _phrase_end(sentence: Sentence, at: int) -> int:
    here = at + 1
    while here < len(sentence.tags) and sentence.tags[here] in "DNEJAQ" and here < at + 7:
        here += 1
    return here


def _states(sentence: Sentence, at: int, base: str, quoted: Sequence[tuple[int, int]]) -> bool:
    """Whether something is said from a token on: a clause, a quotation, or (strong verbs) an object."""
    tags, lowers = sentence.tags, sentence.lowers
    rest = tags[at:]
    if not any(kind in "NEVQO" for kind in rest):
        return False
    if sentence.lowers[at - 1] == "that" or any(at - 1 <= first <= at + 2 for first, _ in quoted):
        return True
    if tags[at] == "U" and lowers[at] in (":", "“", '"', "‘", "'"):
        return True
    if tags[at] == "U" or (tags[at] == "C" and lowers[at] in ("and", "but")):
        return False
    if base in speech_words().weak:
        return _clause_with_verb(sentence, at)
    if tags[at] == "P" and base in ("say", "tell", "add", "write", "state"):
        return any(kind in "VXM" for kind in rest[:14])
    return True


def _clause_with_verb(sentence: Sentence, at: int) -> bool:
    """A subject and its verb follow before the clause ends: "showed the army had left"."""
    seen_noun = False
    for here in range(at, min(at + 12, len(sentence.tags))):
        kind = sentence.tags[here]
        if kind in "NEOQ":
            seen_noun = True
        elif kind in "VXM" and seen_noun:
            return True
        elif kind in "USW" or (kind == "P" and not seen_noun):
            return False
    return False


def _cut_overlaps(sentence: Sentence, found: list[SpeechMention]) -> list[SpeechMention]:
    """Ends what is said where the next speaker's part begins: "X said A, but Y said B", "X said A, Y reported"."""
    cut: list[SpeechMention] = []
    for number, mention in enumerate(found):
        content = mention.content
        for other in found[number + 1 :]:
            begin = other.cue if other.speaker is None else min(other.cue, other.speaker.first)
            content = tuple(
                (first, min(last, _clause_edge(sentence, begin)))
                if first <= begin < last and _apart(sentence, begin, other)
                else (first, last)
                for first, last in content
            )
        content = tuple((first, last) for first, last in content if first < last)
        if content:
            cut.append(
                SpeechMention(
                    mention.speaker, mention.cue, mention.cue_last, mention.verb, mention.stance, content
                )
            )
    return cut


def _clause_edge(sentence: Sentence, at: int) -> int:
    here = at
    while here > 0 and (
        sentence.tags[here - 1] in "UC"
        or sentence.lowers[here - 1]
        in ("while", "whereas", "although", "after", "when", "as", "before", "since", "because", "until")
    ):
        here -= 1
    return here


def _apart(sentence: Sentence, begin: int, other: SpeechMention) -> bool:
    """Whether another cue's part stands beside, not inside, what was said before."""
    before = sentence.lowers[begin - 1] if begin else ""
    if before in (",", "but", "while", "whereas", "although", "—", "–", ";", "”", '"') or before in (
        "and",
        "after",
        "when",
        "as",
        "before",
        "since",
        "because",
        "until",
    ):
        return True
    return (
        other.content[0][0] < begin
        and other.content[0][0] == 0
        and before not in ("that",)
        and other.verb in speech_words().according
    )

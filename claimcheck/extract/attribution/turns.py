"""Who speaks a quotation that has no cue in its own sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimcheck.extract.attribution.mention import SpeechMention, Stretch
from claimcheck.extract.attribution.verbs import bare_cue

if TYPE_CHECKING:
    from claimcheck.extract.reading import ReadSentence

FARTHEST = 8
MARKS = frozenset("“”\"«»„'`")


def place_of(sentences: Sequence[ReadSentence], read: ReadSentence) -> int:
    """The number of a sentence in its field."""
    return bisect_left(sentences, read.sentence.start, key=lambda other: other.sentence.start)


def goes_on(read: ReadSentence, stretch: Stretch) -> bool:
    """A quotation runs past the end of its sentence."""
    last = len(read.sentence.tokens)
    return stretch[1] == last and (
        read.sentence.tokens[last - 1].text not in MARKS or stretch[1] - stretch[0] == 1
    )


def comes_from_before(read: ReadSentence, stretch: Stretch) -> bool:
    """A quotation began in an earlier sentence."""
    return stretch[0] == 0 and read.sentence.tokens[0].text not in MARKS


def closing_cue(
    sentences: Sequence[ReadSentence], read: ReadSentence, stretch: Stretch
) -> tuple[ReadSentence, SpeechMention] | None:
    """The cue behind the end of a quotation that runs on into later sentences: "“A. B,” he said."

    In a paragraph that is wholly quoted up to there, the next sentence without a quotation of its own may
    name the speaker too, but not one that is far away.
    """
    at = place_of(sentences, read)
    paragraph = read.sentence.paragraph
    running = goes_on(read, stretch)
    if not running:
        return _asked_behind(sentences, at, stretch)
    for later in sentences[at + 1 : at + 1 + FARTHEST]:
        if later.sentence.paragraph != paragraph:
            return None
        first = next((other for other in later.quoted if comes_from_before(later, other)), None)
        if first is None:
            return None
        if goes_on(later, first):
            continue
        for mention in later.speech:
            if mention.speaker is not None and mention.cue >= first[1] and mention.covers(0):
                return later, mention
        return _asked_behind(sentences, place_of(sentences, later), first)
    return None


def _asked_behind(
    sentences: Sequence[ReadSentence], at: int, stretch: Stretch
) -> tuple[ReadSentence, SpeechMention] | None:
    """The cue in the sentence behind a quotation that ends with "?" or "!"."""
    read = sentences[at]
    closed = stretch[1] == len(read.sentence.tokens) and read.sentence.tokens[-1].text in MARKS
    if not closed or read.sentence.lowers[-2:-1] not in (("?",), ("!",)) or at + 1 >= len(sentences):
        return None
    later = sentences[at + 1]
    if later.sentence.paragraph != read.sentence.paragraph or later.sentence.tokens[0].text in MARKS:
        return None
    mention = bare_cue(later.sentence)
    return None if mention is None else (later, mention)


def next_cue(
    sentences: Sequence[ReadSentence], read: ReadSentence
) -> tuple[ReadSentence, SpeechMention] | None:
    """The cue of the next quotation in the same paragraph, for one that nobody is yet said to speak."""
    at = place_of(sentences, read)
    for later in sentences[at + 1 : at + 4]:
        if later.sentence.paragraph != read.sentence.paragraph:
            return None
        for mention in later.speech:
            if mention.speaker is not None and any(mention.covers(first) for first, _ in later.quoted):
                return later, mention
    return None


def same_paragraph(sentences: Sequence[ReadSentence], read: ReadSentence, offset: int) -> bool:
    """Whether an offset stands in the paragraph of a sentence, not far before it."""
    at = place_of(sentences, read)
    floor = max(at - FARTHEST * 2, 0)
    while at > floor and sentences[at - 1].sentence.paragraph == read.sentence.paragraph:
        at -= 1
        if offset >= sentences[at].sentence.start:
            return True
    return offset >= sentences[at].sentence.start


def beside(read: ReadSentence, stretch: Stretch) -> SpeechMention | None:
    """The cue in the sentence itself that stands nearest outside a quotation."""
    outside = [
        mention
        for mention in read.speech
        if mention.speaker is not None
        and (not stretch[0] <= mention.cue < stretch[1] or read.sentence.lowers[mention.cue] == ":")
    ]
    return min(outside, key=lambda m: min(abs(m.cue - stretch[0]), abs(m.cue - stretch[1])), default=None)

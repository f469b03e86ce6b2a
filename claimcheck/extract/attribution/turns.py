"""Who speaks a quotation that has no cue in its own sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimcheck.extract.attribution.mention import SpeechMention, Stretch

if TYPE_CHECKING:
    from claimcheck.extract.reading import ReadSentence

FARTHEST = 8
MARKS = frozenset("“”\"«»„")


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
    for later in sentences[at + 1 : at + 1 + FARTHEST]:
        if not running or later.sentence.paragraph != paragraph:
            return None
        first = next((other for other in later.quoted if comes_from_before(later, other)), None)
        if first is None:
            return None
        if goes_on(later, first):
            continue
        for mention in later.speech:
            if mention.speaker is not None and mention.cue >= first[1] and mention.covers(0):
                return later, mention
        return None
    return None


def beside(read: ReadSentence, stretch: Stretch) -> SpeechMention | None:
    """The cue in the sentence itself that stands nearest outside a quotation."""
    outside = [m for m in read.speech if m.speaker is not None and not stretch[0] <= m.cue < stretch[1]]
    return min(outside, key=lambda m: min(abs(m.cue - stretch[0]), abs(m.cue - stretch[1])), default=None)

"""The chain of speakers of every word of a sentence."""

from __future__ import annotations

from claimcheck.extract.attribution.mention import SpeechMention, Stretch
from claimcheck.extract.attribution.turns import (
    beside,
    closing_cue,
    comes_from_before,
    next_cue,
    same_paragraph,
)
from claimcheck.extract.entities import NameHistory
from claimcheck.extract.reading import ReadField, ReadSentence
from claimcheck.model import Attribution, Polarity
from claimcheck.text.sentences import Sentence

SHORTEST_SPEECH = 4


class Chains:
    """The speakers of one sentence: for each token, who is said to say it, nearest first."""

    def __init__(
        self, field: ReadField, read: ReadSentence, history: NameHistory, before: tuple[Attribution, ...]
    ) -> None:
        self._read = read
        self._before = before
        self._links = [
            (mention, _attribution(field, read.sentence, mention, history)) for mention in read.speech
        ]
        self._turns = [(stretch, self._turn(field, history, stretch)) for stretch in read.quoted]

    def _turn(self, field: ReadField, history: NameHistory, stretch: Stretch) -> tuple[Attribution, ...]:
        """Who speaks a quotation where no cue of its sentence holds it."""
        read = self._read
        later = closing_cue(field.sentences, read, stretch)
        if later is not None and not (self._before and comes_from_before(read, stretch)):
            link = _attribution(field, later[0].sentence, later[1], history)
            return () if link is None else (link,)
        near = beside(read, stretch)
        if near is not None:
            return tuple(link for mention, link in self._links if mention is near and link is not None)
        if self._before and same_paragraph(field.sentences, read, self._before[0].start):
            return self._before
        coming = next_cue(field.sentences, read)
        if coming is not None:
            link = _attribution(field, coming[0].sentence, coming[1], history)
            return () if link is None else (link,)
        return self._before

    def at(self, token: int) -> tuple[tuple[Attribution, ...], Polarity]:
        """The chain for a token, and the polarity that "X denied P" gives it."""
        inside = sorted(
            ((mention, link) for mention, link in self._links if mention.covers(token)),
            key=lambda item: (item[0].rank == 0 and -1, item[0].width, item[0].rank),
        )
        chain: list[Attribution] = []
        for _, link in inside:
            if link is not None and all(link.start != other.start for other in chain):
                chain.append(link)
        if not chain:
            chain.extend(self._quoting(token))
        denied = bool(inside) and inside[0][0].stance == "deny"
        return tuple(chain), "negated" if denied else "affirmed"

    def cues(self, token: int) -> frozenset[int]:
        """The verbs of speech whose content holds a token."""
        return frozenset(mention.cue for mention, _ in self._links if mention.covers(token))

    def _quoting(self, token: int) -> tuple[Attribution, ...]:
        for (first, last), turn in self._turns:
            if first <= token < last and last - first >= SHORTEST_SPEECH:
                return turn
        return ()

    def carried(self) -> tuple[Attribution, ...]:
        """Who goes on speaking where the next sentence is wholly quoted without a cue."""
        for (_, last), turn in self._turns:
            if last == len(self._read.sentence.tokens) and turn:
                return turn
        spoken = tuple(link for _, link in self._links[-1:] if link is not None)
        return spoken or self._before


def _attribution(
    field: ReadField, sentence: Sentence, mention: SpeechMention, history: NameHistory
) -> Attribution | None:
    words = mention.speaker
    if words is None:
        return None
    named = words.antecedent or (words.first, words.last)
    name, entity = history.resolve(sentence, *named)
    start, end = sentence.tokens[words.first].start, sentence.tokens[words.last - 1].end
    cue = field.text[sentence.tokens[mention.cue].start : sentence.tokens[mention.cue_last - 1].end]
    return Attribution(name, start, end, cue, entity)

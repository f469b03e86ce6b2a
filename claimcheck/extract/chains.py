"""The chain of speakers of every word of a sentence."""

from __future__ import annotations

from claimcheck.extract.attribution.find import SpeechMention
from claimcheck.extract.entities import NameHistory
from claimcheck.extract.reading import ReadField, ReadSentence
from claimcheck.model import Attribution, Polarity
from claimcheck.text.sentences import Sentence


class Chains:
    """The speakers of one sentence: for each token, who is said to say it, nearest first."""

    def __init__(
        self, field: ReadField, read: ReadSentence, history: NameHistory, before: tuple[Attribution, ...]
    ) -> None:
        self._read = read
        self._before = before
        self._links = [
            (mention, self._attribution(field, read.sentence, mention, history)) for mention in read.speech
        ]

    def _attribution(
        self, field: ReadField, sentence: Sentence, mention: SpeechMention, history: NameHistory
    ) -> Attribution | None:
        words = mention.speaker
        if words is None:
            return None
        name, entity = history.resolve(sentence, words.first, words.last)
        start, end = sentence.tokens[words.first].start, sentence.tokens[words.last - 1].end
        cue = field.text[sentence.tokens[mention.cue].start : sentence.tokens[mention.cue_last - 1].end]
        return Attribution(name, start, end, cue, entity)

    def at(self, token: int) -> tuple[tuple[Attribution, ...], Polarity]:
        """The chain for a token, and the polarity that "X denied P" gives it."""
        inside = sorted(
            ((mention, link) for mention, link in self._links if mention.covers(token)),
            key=lambda item: item[0].width,
        )
        chain = tuple(link for _, link in inside if link is not None)
        if not chain and self._in_quotation(token):
            chain = tuple(link for _, link in self._links[:1] if link is not None) or self._before
        denied = bool(inside) and inside[0][0].stance == "deny"
        return chain, "negated" if denied else "affirmed"

    def cues(self, token: int) -> frozenset[int]:
        """The verbs of speech whose content holds a token."""
        return frozenset(mention.cue for mention, _ in self._links if mention.covers(token))

    def _in_quotation(self, token: int) -> bool:
        return any(first <= token < last for first, last in self._read.quoted)

    def carried(self) -> tuple[Attribution, ...]:
        """Who goes on speaking where the next sentence is wholly quoted without a cue."""
        spoken = tuple(link for _, link in self._links[-1:] if link is not None)
        return spoken or self._before

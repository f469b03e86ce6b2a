"""A field of a document made ready for the extractors: sentences with quotations and speakers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.extract.attribution.find import SpeechMention, find_speech
from claimcheck.model import Document, Field, Span
from claimcheck.text.quotations import find_quotations
from claimcheck.text.sentences import Sentence, split_sentences

SKIPPED_PARTS = frozenset({"boilerplate", "byline", "credit"})


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence with the token stretches that are quoted and the attributions inside it.

    `part` is the kind of part it stands in ("headline", "caption", "correction"), None for running text.
    """

    sentence: Sentence
    quoted: tuple[tuple[int, int], ...]
    speech: tuple[SpeechMention, ...]
    part: str | None

    @property
    def spoken(self) -> frozenset[int]:
        """The tokens that name speakers."""
        speakers = (mention.speaker for mention in self.speech if mention.speaker is not None)
        return frozenset(at for speaker in speakers for at in range(speaker.first, speaker.last))


@dataclass(frozen=True, slots=True)
class ReadField:
    """The text of one field with its sentences in order."""

    name: Field
    text: str
    sentences: tuple[ReadSentence, ...]


def read_fields(document: Document) -> Iterator[ReadField]:
    """The title (where it was given apart) and the text of a document."""
    if document.title:
        yield _read(document, "title")
    yield _read(document, "text")


def _read(document: Document, name: Field) -> ReadField:
    text = document.field(name)
    parts = document.parts if name == "text" else ()
    breaks = [edge for part in parts for edge in (part.span.start, part.span.end)]
    quotations = find_quotations(text)
    starts = [quotation.start for quotation in quotations]
    sentences = []
    for sentence in split_sentences(text, breaks):
        kind = next((part.kind for part in parts if part.span.holds(sentence.span)), None)
        if kind in SKIPPED_PARTS:
            continue
        quoted = _quoted(sentence, quotations, starts)
        part = "headline" if name == "title" else kind
        sentences.append(ReadSentence(sentence, quoted, tuple(find_speech(sentence, quoted)), part))
    return ReadField(name, text, tuple(sentences))


def _quoted(sentence: Sentence, quotations: list[Span], starts: list[int]) -> tuple[tuple[int, int], ...]:
    """The quotations that touch a sentence, as token stretches."""
    found = []
    at = max(bisect_right(starts, sentence.start) - 1, 0)
    while at < len(quotations) and quotations[at].start < sentence.end:
        span = quotations[at]
        inside = [
            number
            for number, token in enumerate(sentence.tokens)
            if span.start <= token.start and token.end <= span.end
        ]
        if inside:
            found.append((inside[0], inside[-1] + 1))
        at += 1
    return tuple(found)

"""One sentence with all that the extractors found around it, and the claims it can begin."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimcheck.extract.chains import Chains
from claimcheck.extract.circumstances import event_of, place_of, side_of
from claimcheck.extract.reading import ReadField, ReadSentence
from claimcheck.extract.stance import factuality_of
from claimcheck.extract.times.find import TimeMention
from claimcheck.lexicon.domain import Domain
from claimcheck.lexicon.tables import word_set
from claimcheck.model import Claim, Document, EventReference, Kind, TimeReference
from claimcheck.text.groups import clause_bounds
from claimcheck.text.sentences import Sentence

LONGEST_QUOTE, DATELINE = 390, 14
DASHES = ("-", "–", "—", "--")


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence in its document, with speakers and times."""

    document: Document
    field: ReadField
    read: ReadSentence
    chains: Chains
    times: tuple[TimeMention, ...]
    domain: Domain

    @property
    def sentence(self) -> Sentence:
        return self.read.sentence

    def claim(self, kind: Kind, span: tuple[int, int], anchor: int) -> Claim:
        """A claim over the tokens of `span` with speaker, polarity, factuality and time at token `anchor`."""
        sentence = self.sentence
        first, last = clause_bounds(sentence, anchor)
        chain, polarity = self.chains.at(anchor)
        start, end = self._offsets(span, anchor)
        return Claim(
            id="",
            document=self.document.id,
            story=self.document.story,
            field=self.field.name,
            start=start,
            end=end,
            quote=self.field.text[start:end],
            sentence=sentence.of(self.field.text),
            kind=kind,
            time=self.time_at(anchor),
            polarity=polarity,
            factuality=factuality_of(sentence, first, last, anchor),
            attribution=chain,
        )

    def _offsets(self, span: tuple[int, int], anchor: int) -> tuple[int, int]:
        """The offsets of the tokens of a span, cut to 390 characters around the anchor."""
        tokens = self.sentence.tokens
        start, end = tokens[span[0]].start, tokens[span[1] - 1].end
        if end - start > LONGEST_QUOTE:
            start = max(start, tokens[anchor].start - LONGEST_QUOTE // 2)
            end = min(end, start + LONGEST_QUOTE)
            start = min(token.start for token in tokens if token.start >= start)
            end = max(token.end for token in tokens if token.end <= end)
        return start, end

    def is_of_earlier_year(self, time: TimeMention) -> bool:
        """Whether a time ends in an earlier year than the one its report was published in."""
        year = (self.document.published or "")[:4]
        return bool(year) and time.end is not None and str(time.end.year) < year

    def tells_of_earlier_year(self) -> bool:
        """Whether the sentence dates what it tells in an earlier year, and only there: "gas was used there in 2013"."""
        dated = [time for time in self.times if time.start is not None and time.end is not None]
        return bool(dated) and all(self.is_of_earlier_year(time) and time.bound == "at" for time in dated)

    def names_a_day(self) -> bool:
        """Whether the sentence names a time of the year of its report."""
        return any(time.end is not None and not self.is_of_earlier_year(time) for time in self.times)

    def time_at(self, anchor: int) -> TimeReference | None:
        """The time that the clause around a token names, else the only one of the sentence.

        The time of speaking ("police said on Monday") is not the time of what is said.
        """
        dateline = self._dateline_end()
        usable = [time for time in self.times if time.first >= dateline and not self._of_speaking(time)]
        if not usable:
            return None
        first, last = clause_bounds(self.sentence, anchor)
        inside = [time for time in usable if first <= time.first < last]
        pool = inside or (usable if len(usable) == 1 else [])
        if not pool:
            return None
        nearest = min(pool, key=lambda time: (abs(time.first - anchor), time.first))
        return nearest.reference(self.field.text, self.sentence)

    def _dateline_end(self) -> int:
        """Where a dateline at the head of the sentence ends: "LEEDS, March 13 (Reuters) - | Police said"."""
        sentence = self.sentence
        for at in range(1, min(DATELINE, len(sentence.tags) - 1)):
            if sentence.tags[at] in "VXM":
                break
            spaced = sentence.tokens[at - 1].end < sentence.tokens[at].start
            if sentence.lowers[at] in DASHES and spaced:
                return at
        return 0

    def _of_speaking(self, time: TimeMention) -> bool:
        if not word_set("words", "speaking").isdisjoint(
            self.sentence.lowers[max(0, time.first - 5) : time.first]
        ):
            return True
        return any(
            mention.cue < time.first <= mention.cue_last + 1
            or (mention.speaker is not None and mention.speaker.last <= time.first < mention.cue)
            for mention in self.read.speech
        )

    def located(self, claim: Claim, anchor: int, event: str | None = None) -> Claim:
        """The claim with its event, side and place."""
        first, last = clause_bounds(self.sentence, anchor)
        named = event or event_of(self.sentence, first, last, None, self.domain)
        return replace(
            claim,
            event=EventReference(named) if named else None,
            actor=side_of(self.sentence, first, last, anchor),
            place=place_of(self.sentence, first, last, anchor, self.domain),
        )

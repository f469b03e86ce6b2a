"""The exceptions of a rule: what a pair of claims may say that makes the rule keep silent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from pydantic import Field, model_validator

from claimcheck.engine.context import Context
from claimcheck.engine.forms import Form, Text
from claimcheck.model import Claim
from claimcheck.text.phrases import PhraseIndex
from claimcheck.text.tokens import tokenize


class ExceptionForm(Form):
    """When the rule keeps silent: all that is named must hold of one claim of the pair."""

    words: tuple[Text, ...] = Field(
        default=(), description="One of these stands in the sentence, in small letters: [second suspect]."
    )
    speaker: Text | None = Field(default=None, description="Who says it, by name or normalised name.")
    outlet: Text | None = Field(default=None, description="Who published it.")
    actor: Text | None = Field(default=None, description="Whose people or things it speaks of: russia.")
    place: Text | None = Field(default=None, description="Where it happened, by normalised name: kherson.")
    side: Text | None = Field(default=None, description="The role of the claim, such as left or evidence.")
    why: Text = Field(description="Why this is no finding; the trace says it.")

    @model_validator(mode="after")
    def _names_something(self) -> ExceptionForm:
        if not (self.words or self.speaker or self.outlet or self.actor or self.place):
            raise ValueError("names nothing: give words, a speaker, an outlet, an actor or a place")
        return self


def exception_to(
    exceptions: tuple[ExceptionForm, ...], sides: Mapping[str, Claim], context: Context
) -> tuple[int, str] | None:
    """The number and the reason of the first exception that a pair falls under; None where it does not."""
    for number, exception in enumerate(exceptions):
        for role, claim in sides.items():
            if exception.side in (None, role) and all(_holds(exception, claim, context)):
                return number, exception.why
    return None


def _holds(exception: ExceptionForm, claim: Claim, context: Context) -> Iterator[bool]:
    if exception.words:
        yield any(_phrases(exception.words).every(_words(claim.sentence)))
    speaker = claim.speaker
    named = (
        (exception.speaker, (speaker.name, speaker.entity) if speaker else ()),
        (exception.outlet, (context.document(claim).outlet,)),
        (exception.actor, (claim.actor,)),
        (exception.place, (claim.place,)),
    )
    for wanted, names in named:
        if wanted is not None:
            yield any(name is not None and name.casefold() == wanted.casefold() for name in names)


@lru_cache(maxsize=200)
def _phrases(words: tuple[str, ...]) -> PhraseIndex[bool]:
    return PhraseIndex((word, True) for word in words)


@lru_cache(maxsize=2000)
def _words(sentence: str) -> tuple[str, ...]:
    return tuple(token.lower for token in tokenize(sentence))

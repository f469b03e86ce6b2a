"""What an attribution is: a speaker, the cue and the words that are said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Stance = Literal["assert", "deny", "doubt"]
Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SpeakerWords:
    """Tokens [first, last) that name a speaker, and the head among them.

    `antecedent` are the words that a relative pronoun stands for: "the Department, which reported".
    """

    first: int
    last: int
    head: int
    antecedent: Stretch | None = None


@dataclass(frozen=True, slots=True)
class SpeechMention:
    """A speaker, the cue, and the tokens [first, last) of what is said (one or more stretches).

    Of two mentions that hold the same words the one with the lower `rank` is nearer to them:
    in "TASS, citing the ministry, said" the ministry.
    """

    speaker: SpeakerWords | None
    cue: int
    cue_last: int
    verb: str
    stance: Stance
    content: tuple[Stretch, ...]
    rank: int = 1

    def covers(self, at: int) -> bool:
        return any(first <= at < last for first, last in self.content)

    @property
    def width(self) -> int:
        return sum(last - first for first, last in self.content)

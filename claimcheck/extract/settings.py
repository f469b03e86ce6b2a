"""What stands around a figure in its sentence and tells of which event it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.extract.attribution.mention import SpeechMention
from claimcheck.extract.circumstances import containing_places, places_of
from claimcheck.extract.lead import countries
from claimcheck.lexicon.calendar import weekday_names
from claimcheck.lexicon.domain import Domain
from claimcheck.lexicon.tables import word_set
from claimcheck.text.groups import clause_bounds
from claimcheck.text.listed import listed, tells
from claimcheck.text.sentences import Sentence

DEFINITE = frozenset({"the", "this", "these", "'s"})
RELATIVE = frozenset({"which", "that", "who", "whose"})
INDEFINITE = frozenset({"a", "an"})
WINDOW_BEFORE, WINDOW_BEHIND = 10, 10
HISTORY_BEFORE, HISTORY_BEHIND = 14, 13


@dataclass(frozen=True, slots=True)
class SentenceSetting:
    """What a whole sentence says: the words of its places, and whether it points to a known event or toll.

    `around` are places that it says others lie in: "a district of Aleppo".
    """

    places: frozenset[str]
    around: frozenset[str]
    pointed: bool
    toll: bool
    updated: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around one figure: words of history, of another place or time, of another event.

    `introduced` is an event that the words around the figure tell of for the first time: "a strike on a school";
    `beside` is a deed told beside that of the report: "rebels also fired rockets"; `resuming` takes up what
    the figure before spoke of: "900 people have died in it"; `alone` is a figure of one place of several: "in Bor alone";
    `said_before` what a speaker is quoted with from an earlier day: "police previously said"; `own_place` is where
    the speaker lives: "our neighbourhood was shelled. At least eight died."
    """

    sentence: SentenceSetting
    history: bool
    elsewhere: bool
    other: bool
    superseded: bool
    introduced: bool
    beside: bool
    resuming: bool = False
    alone: bool = False
    said_before: bool = False
    own_place: bool = False


def _tells(key: str, lowers: Sequence[str]) -> bool:
    return tells("narrative", key, lowers)


def sentence_setting(
    sentence: Sentence, domain: Domain, aside: frozenset[int] = frozenset()
) -> SentenceSetting:
    """What a sentence says of its event; `aside` are tokens that tell nothing of it, such as speakers' names.

    >>> from claimcheck.lexicon.domain import shipped_domain
    >>> from claimcheck.text.sentences import split_sentences
    >>> setting = sentence_setting(split_sentences("The attack near Homs killed 12 people.")[0], shipped_domain())
    >>> sorted(setting.places), setting.pointed
    (['homs'], True)
    """
    bodies = word_set("narrative", "institutions")
    named = (place.split("_") for place in places_of(sentence, domain, aside))
    places = {word for parts in named if bodies.isdisjoint(parts) for word in parts}
    toll = _tells("toll_nouns", sentence.lowers)
    return SentenceSetting(
        frozenset(places - countries()),
        frozenset(word for place in containing_places(sentence, domain) for word in place.split("_")),
        toll or _definite_event(sentence.lowers),
        toll,
        _tells("updated", sentence.lowers),
    )


def setting_of(
    sentence: Sentence, at: int, whole: SentenceSetting, speech: Sequence[SpeechMention] = ()
) -> Setting:
    """What stands around the figure at a token; capitalised words near it, which are names, are left out.

    So is what is said of a speaker of `speech`: "the group, which monitors the conflict, said nine were killed".
    """
    first = max(0, at - HISTORY_BEFORE)
    aside = _said_of_speakers(sentence, speech)
    around = [
        (number, token.lower if token.text[0].islower() or not number else token.text)
        for number, token in enumerate(sentence.tokens[first : at + HISTORY_BEHIND], first)
        if number not in aside
    ]
    near = [word for number, word in around if at - WINDOW_BEFORE <= number < at + WINDOW_BEHIND]
    history = any(
        phrase != "since" and phrase not in word_set("narrative", "no_history")
        for _, _, phrase in listed("narrative", "history", "no_history").every([word for _, word in around])
    )
    superseded = _tells("superseded", sentence.lowers[: at + 1])
    return Setting(
        sentence=whole,
        history=history,
        elsewhere=_tells("elsewhere", near),
        other=_tells("other", near),
        superseded=superseded,
        introduced=_new_event(near),
        beside=_tells("also_deeds", sentence.lowers[: at + 1]),
        resuming=_tells("resuming", near),
        alone=_in_one_place_alone(sentence, at),
        said_before=any(sentence.lowers[word] in word_set("narrative", "said_before") for word in aside),
    )


def _said_of_speakers(sentence: Sentence, speech: Sequence[SpeechMention]) -> frozenset[int]:
    """The tokens that name a speaker and what stands between a speaker and the verb of speech.

    "The group, which monitors the conflict, said", "police previously said".
    """
    found: set[int] = set()
    for mention in speech:
        if mention.speaker is None:
            continue
        found.update(range(mention.speaker.first, mention.speaker.last))
        between = range(mention.speaker.last, mention.cue)
        relative = sentence.lowers[mention.speaker.last : mention.speaker.last + 2]
        if not RELATIVE.isdisjoint(relative) or all(sentence.tags[at] in "RX" for at in between):
            found.update(between)
    return frozenset(found)


def names_own_place(sentence: Sentence) -> bool:
    """Whether a speaker tells of the part of a town that he or she lives in.

    >>> from claimcheck.text.sentences import split_sentences
    >>> names_own_place(split_sentences("They were shelling our neighbourhood, a resident said.")[0])
    True
    """
    return _tells("own_place", sentence.lowers)


def points_back(sentence: Sentence) -> bool:
    """Whether a sentence takes up a deed told before it as no longer near: "that attack", "that massacre".

    >>> from claimcheck.text.sentences import split_sentences
    >>> points_back(split_sentences("Paris accused the army of that massacre.")[0])
    True
    """
    nouns = word_set("narrative", "event_nouns")
    pairs = zip(sentence.lowers, sentence.lowers[1:], strict=False)
    return any(first == "that" and second in nouns for first, second in pairs)


def _in_one_place_alone(sentence: Sentence, at: int) -> bool:
    """ "160 people were killed in Tokhar alone": the figure at a token is of one place of several."""
    if "alone" not in sentence.lowers:
        return False
    first, last = clause_bounds(sentence, at)
    return any(
        sentence.lowers[here] == "alone" and sentence.tags[here - 1] == "E" for here in range(first + 1, last)
    )


def _new_event(lowers: Sequence[str]) -> bool:
    """ "a strike on a school", "a suicide bombing": an event that was not told of before."""
    nouns = word_set("narrative", "event_nouns")
    for at, lower in enumerate(lowers):
        if lower in nouns:
            before = lowers[max(0, at - 4) : at]
            articles = [word for word in before if word in INDEFINITE or word in DEFINITE]
            if articles and articles[-1] in INDEFINITE:
                return True
    return False


def _definite_event(lowers: Sequence[str]) -> bool:
    """ "the attack", "Sunday's shooting" (also without its apostrophe): an event that was told of before."""
    nouns = word_set("narrative", "event_nouns")
    pointing = DEFINITE | {day + "s" for day in weekday_names()}
    return any(
        lower in nouns and not pointing.isdisjoint(lowers[max(0, at - 3) : at])
        for at, lower in enumerate(lowers)
    )

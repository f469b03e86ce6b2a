"""Small sentences built around a word or a pattern of a lexicon, the likeliest wording first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice, product

from claimcheck.lexicon.grammar import grammar
from claimcheck.lexicon.inflection import past, progressive

FILLERS = ("", "the", "their", "many of the", "was", "were", "had been")
OCCURRENCE_TEMPLATES = (
    "The {} in the retreat.",
    "In the retreat the army {}.",
    "Villagers saw the {} on Friday.",
    "Villagers told of {} in the retreat.",
    "In the retreat the fighters had to {}.",
    "In the retreat the fighters were {}.",
    "It was {}.",
)
COUNTED = {
    "person": "people",
    "soldier": "soldiers",
    "personnel_or_equipment": "vehicles",
    "ammunition": "rockets",
    "equipment": "tanks",
    "flying": "drones",
    "settlement": "villages",
    "strike": "strikes",
    "weapon": "guns",
}
MOST_SENTENCES = 6000


@cache
def _forms(base: str) -> tuple[str, ...]:
    """The forms of a verb: past, participle, progressive, base; just the word where it is no verb."""
    table = grammar().verbs
    if base == "be":
        return ("was", "were", "be", "are")
    kinds = ("past", "participle", "progressive", "base")
    found = {kind: form for form, verb in sorted(table.items()) if verb.base == base for kind in verb.forms}
    return tuple(dict.fromkeys(found[kind] for kind in kinds if kind in found)) or (base,)


def _wordings(word: str) -> tuple[str, ...]:
    """A pattern's word as prose may have it: as it is, inflected, or in the plural."""
    if word == "...":
        return FILLERS
    plural = () if word.endswith(("s", "ed")) else (f"{word}s",)
    return tuple(dict.fromkeys((*_forms(word), word, *plural)))


def occurrence_sentences(pattern: str) -> Iterator[str]:
    """Sentences with the pattern filled in."""
    phrases = (" ".join(" ".join(words).split()) for words in product(*map(_wordings, pattern.split())))
    for phrase, template in islice(product(phrases, OCCURRENCE_TEMPLATES), MOST_SENTENCES):
        yield template.format(phrase)


def head_sentences(head: str) -> Iterator[str]:
    """Sentences in which the noun suffices by itself."""
    yield f"Officials said 12 {head} were counted after the attack."
    yield f"The attack left 12 {head}, officials said."
    yield f"The attack left 12 people {head}, officials said."
    yield f"The {head} from the attack rose to 12, officials said."
    yield f"The {head} was 1,200 strong, officials said."
    yield f"Officials reported one {head} after the attack."


def verb_sentences(verb: str, counted: str | None, *, undergone: bool) -> Iterator[str]:
    """Sentences in which what the verb does, or is done, to a number of people or things is counted."""
    first, _, rest = verb.partition(" ")
    for noun in dict.fromkeys((COUNTED.get(counted or "person", "people"), "soldiers")):
        for form in _conjugated(first):
            said = " ".join((form, rest)).strip()
            if undergone:
                yield f"Officials said 12 {noun} were {said} on Friday."
                yield f"The army {said} 12 {noun} on Friday."
                yield f"The army {form} 12 {noun} {rest}.".replace(" .", ".")
            else:
                yield f"Officials said 12 {noun} {said} on Friday."
                yield f"Officials said 12 {noun} {said} the town on Friday."
                yield f"Officials said 12 {noun} {said} for."


def _conjugated(verb: str) -> tuple[str, ...]:
    known = _forms(verb)
    return known if known != (verb,) else (past(verb), progressive(verb), verb)


def progress_verb_sentences(verb: str) -> Iterator[str]:
    """Sentences in which the verb says how far a withdrawal has come."""
    first, _, rest = verb.partition(" ")
    for form in _conjugated(first):
        said = " ".join((form, rest)).strip()
        yield f"The army {said} the withdrawal on Friday."
        yield f"The withdrawal {said} on Friday."
        yield f"The withdrawal was {said} on Friday."


def described_sentences(words: str) -> Iterator[str]:
    """Sentences in which the words describe a withdrawal."""
    yield f"The withdrawal was {words}, officials said."
    yield f"The withdrawal went {words}, officials said."
    yield f"The withdrawal was a {words}, officials said."
    yield f"The withdrawal ended in {words}, officials said."


def event_verb_sentences(verb: str) -> Iterator[str]:
    """Sentences in which the verb names the event that a figure is of."""
    first, _, rest = verb.partition(" ")
    for form in _conjugated(first):
        said = " ".join((form, rest)).strip()
        yield f"The rebels {said} the town, officials said, and 12 people were hurt."
        yield f"Officials said 12 soldiers {said} on Friday."
        yield f"The army {said} 12 people on Friday."
        yield f"Two trains {said} and 12 people were hurt."


def all_sentences(verb: str, counted: str | None, event: str) -> Iterator[str]:
    """Sentences in which all of a class have done what the verb says, in a report that names the event."""
    noun = COUNTED.get(counted or "person", "people")
    for form in _conjugated(verb):
        yield f"The {event} is over. All {noun} had {form} the valley, officials said."
        yield f"The {event} is over. All the {noun} have been {form} out of the valley."


def class_sentences(noun: str, undergone: Iterable[str], done: Iterable[str]) -> Iterator[str]:
    """Sentences in which the noun is counted with the verbs of a measure, or said not to be lost."""
    for verbs, passive in ((undergone, True), (done, False)):
        for verb in verbs:
            first, _, rest = verb.partition(" ")
            for form in _conjugated(first)[:2]:
                said = " ".join((form, rest)).strip()
                for count in ("12", "one"):
                    yield (
                        f"The army {said} {count} {noun} on Friday."
                        if passive
                        else f"Officials said {count} {noun} {said}."
                    )
    yield f"Not one {noun} was fired, the army said."
    yield f"The army lost no {noun} in the retreat."
    yield f"There was no loss of {noun} in the retreat."
    yield f"There were no {noun}, the army said."

"""What a figure measures, by its noun and governing verb."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from claimcheck.extract.joined import whole_of_joined
from claimcheck.extract.predicates import Predicate, Role, governing_verb
from claimcheck.extract.quantities.mention import QuantityMention
from claimcheck.lexicon.domain import Domain
from claimcheck.lexicon.grammar import grammar
from claimcheck.lexicon.inflection import noun_lemma
from claimcheck.text.patterns import lemmas
from claimcheck.text.phrases import PhraseIndex
from claimcheck.text.sentences import Sentence

LEVEL_VERBS = frozenset(
    {
        "reach",
        "rise",
        "climb",
        "stand",
        "hit",
        "be",
        "pass",
        "exceed",
        "grow",
        "jump",
        "top",
        "surpass",
        "remain",
        "increase",
        "number",
        "soar",
        "come",
        "put",
        "revise",
        "raise",
        "update",
        "estimate",
    }
)


@dataclass(frozen=True, slots=True)
class Measured:
    """The measure of a figure with the verb that gave it."""

    measure: str | None
    predicate: Predicate | None


def measure_of(
    sentence: Sentence, mention: QuantityMention, domain: Domain, cues: frozenset[int] = frozenset()
) -> Measured:
    """The measure of a figure: from the lexicon by head noun or verb, else `open:NOUN/VERB`.

    `cues` are the verbs of speech around it, which govern nothing.

    >>> from claimcheck.extract.quantities.find import find_quantities
    >>> from claimcheck.lexicon.domain import shipped_domain
    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("Moscow said it pulled back more than 30,000 troops.")[0]
    >>> measure_of(sentence, find_quantities(sentence)[0], shipped_domain()).measure
    'troops_withdrawn'
    """
    group = mention.noun
    last = group.last if group is not None else mention.last
    first = mention.number if mention.form == "zero" else mention.first
    predicate = governing_verb(sentence, first, last, cues)
    if (
        mention.age
        or sentence.lowers[mention.first - 1 : mention.first] in (("ages",), ("aged",))
        or _age_in_commas(sentence, mention)
    ):
        return Measured("age", predicate)
    if mention.unit not in (None, "person", "item", "share", "percent"):
        return Measured(_open(mention.noun_lemma or mention.unit or "figure", predicate), predicate)
    by_verb = _by_verb(sentence, mention, predicate, domain)
    by_head = _by_head(sentence, mention, domain)
    toll = _by_subject(sentence, mention, predicate, domain)
    if (
        by_verb is not None
        and mention.noun is not None
        and sentence.lowers[mention.noun.head] in domain.roles
    ):
        # "twelve protesters were killed" counts the dead
        by_head = None
    measure = by_head or by_verb or toll
    words = [mention.noun.head, mention.noun.last] if by_head and mention.noun is not None else []
    words += [predicate.at] if by_verb and predicate is not None else []
    measure = whole_of_joined(sentence, measure, words, mention.first, domain)
    if measure is None and mention.noun_lemma is None and mention.unit is None and predicate is None:
        return Measured(None, None)
    return Measured(measure or _open(mention.noun_lemma or mention.unit or "figure", predicate), predicate)


def _age_in_commas(sentence: Sentence, mention: QuantityMention) -> bool:
    """ "Owen Price, 24, of Leeds": an age stands between commas behind a name."""
    first, last = mention.first, mention.last
    return (
        first >= 2
        and sentence.lowers[first - 1] == ","
        and (
            sentence.tags[first - 2] == "E"
            or (sentence.lowers[first - 2] == "." and sentence.tags[first - 3] == "E")
        )
        and sentence.lowers[last : last + 1] in ((",",), (".",), (";",), ("and",), (")",))
        and isinstance(mention.value, Decimal)
        and mention.value < 111
    )


def _open(noun: str, predicate: Predicate | None) -> str:
    verb = predicate.base if predicate is not None else "be"
    return f"open:{noun}/{verb}".replace(" ", "_")


@lru_cache(maxsize=8)
def _head_phrases(domain: Domain) -> PhraseIndex[str]:
    return PhraseIndex((head, names[0]) for head, names in domain.heads.items() if " " in head)


def _by_head(sentence: Sentence, mention: QuantityMention, domain: Domain) -> str | None:
    if mention.noun is None:
        return None
    head = sentence.lowers[mention.noun.head]
    # "Two Women Dead, Two Injured": the state stands behind the noun
    state = sentence.lowers[mention.noun.last : mention.noun.last + 1]
    if state and state[0] in grammar().head_adjectives and sentence.tags[mention.noun.last] in "JT":
        return next(iter(domain.heads.get(state[0], ())), None)
    phrases, at = _head_phrases(domain), mention.noun.head
    phrase = phrases.starting(sentence.lowers, at) or phrases.ending(sentence.lowers, at)
    if phrase is not None:
        return phrase[1]
    names = domain.heads.get(head)
    return names[0] if names else None


def _by_verb(
    sentence: Sentence, mention: QuantityMention, predicate: Predicate | None, domain: Domain
) -> str | None:
    if predicate is None:
        return None
    # "no lives were lost" counts those who lost them
    if mention.noun_lemma is not None and predicate.role == "object":
        lost = domain.done.get(f"{predicate.base} {noun_lemma(mention.noun_lemma)}")
        if lost is not None:
            return lost[0]
    fitting = [
        name
        for name in _verb_names(sentence, predicate, domain)
        if domain.measures[name].counted is None
        or _is_of_class(sentence, mention, str(domain.measures[name].counted), domain)
    ]
    # "evacuated soldiers" are troops withdrawn before they are people evacuated
    return min(fitting, key=lambda name: domain.measures[name].counted in (None, "person"), default=None)


def _verb_names(sentence: Sentence, predicate: Predicate, domain: Domain) -> tuple[str, ...]:
    """The measures that a verb can mean, together with what belongs to it: "be missing", "bring home"."""
    be = any(lower in grammar().be for lower in sentence.lowers[max(0, predicate.at - 2) : predicate.at])
    state = domain.done.get(f"be {predicate.verb}") if be else None
    if state is not None:
        return state
    table = domain.undergone if predicate.role == "object" else domain.done
    words = lemmas(sentence)
    for first, rest, names in _verb_phrases(domain, predicate.role):
        if first == predicate.base.split()[0] and _stands_behind(sentence, words, predicate.at, rest):
            return names
    return table.get(predicate.base) or table.get(predicate.base.split()[0]) or ()


@lru_cache(maxsize=16)
def _verb_phrases(domain: Domain, role: Role) -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    """The verbs of several words as (verb, the other words, measures), the longest first."""
    table = domain.undergone if role == "object" else domain.done
    parted = [(phrase.split(), names) for phrase, names in table.items() if " " in phrase]
    parted.sort(key=lambda item: (-len(item[0]), item[0]))
    return tuple((first, tuple(rest), names) for (first, *rest), names in parted if first != "be")


def _stands_behind(sentence: Sentence, words: tuple[str, ...], verb: int, rest: tuple[str, ...]) -> bool:
    """Whether words belong to a verb before them, with nothing but its object between: "brought 400 men home"."""
    for at in range(verb + 1, min(verb + 9, len(words))):
        # "forced from their homes": a determiner inside the words does not part them
        here = [
            word
            for word in range(at, min(at + len(rest) + 1, len(words)))
            if word == at or sentence.tags[word] not in "DO"
        ]
        if all(
            word in (words[place], sentence.lowers[place]) for word, place in zip(rest, here, strict=False)
        ) and len(here) >= len(rest):
            return True
        if sentence.tags[at] not in "DJQNERTO":
            return False
    return False


def _is_of_class(sentence: Sentence, mention: QuantityMention, counted: str, domain: Domain) -> bool:
    if mention.noun is None:
        return counted == "person" and mention.unit is None
    head = sentence.lowers[mention.noun.head]
    return counted in domain.classes.get(head, ()) or (counted == "person" and mention.unit == "person")


def _by_subject(
    sentence: Sentence, mention: QuantityMention, predicate: Predicate | None, domain: Domain
) -> str | None:
    """ "the death toll from the blast reached 112", "putting the toll at 70": a noun before names the measure."""
    if mention.noun is not None and mention.unit != "person":
        return None
    level = (
        predicate is not None and predicate.base.split()[0] in LEVEL_VERBS and predicate.at < mention.first
    )
    aimed = sentence.lowers[mention.first - 1 : mention.first] in (("at",), ("to",), ("of",), ("stands",))
    aimed = aimed or sentence.lowers[mention.number - 1 : mention.number] in (("at",), ("to",))
    # "Death toll from market bomb at least 112"
    behind = sentence.lowers[mention.last : mention.last + 1]
    bare = mention.noun is None and predicate is None and behind in ((), (".",), (",",), (";",))
    if not level and not aimed and not bare:
        return None
    for here in range(mention.first - 1, max(mention.first - 26, -1), -1):
        phrase = _head_phrases(domain).ending(sentence.lowers, here)
        if phrase is not None:
            return phrase[1]
        if bare and not level and not aimed:
            continue
        if sentence.tags[here] == "N" or _numbered(sentence, here):
            names = domain.heads.get(sentence.lowers[here]) or _of_number(sentence, here, domain)
            # "a blast beside a bus of evacuees … has risen to 70" counts no evacuees
            if names and (sentence.lowers[here] not in domain.roles or _numbered(sentence, here)):
                return names[0]
        elif level and sentence.lowers[here : here + 2] in (("those", "who"), ("people", "who")):
            return _of_relative(sentence, here + 2, domain)
        elif sentence.lowers[here] in (";", ":", "“", "”", '"'):
            break
    return None


def _of_relative(sentence: Sentence, at: int, domain: Domain) -> str | None:
    """The measure of "those who were executed are around 300", the token standing behind "who"."""
    be = False
    for here in range(at, min(at + 5, len(sentence.tags))):
        lower, kind = sentence.lowers[here], sentence.tags[here]
        verb = grammar().verbs.get(lower)
        if kind in "VT" and verb is not None:
            table = domain.undergone if be else domain.done
            return next(iter(table.get(verb.base, ())), None)
        if kind not in "XR":
            return None
        be = be or lower in grammar().be
    return None


def _of_number(sentence: Sentence, at: int, domain: Domain) -> tuple[str, ...]:
    """The measure of "the number of families evacuated by boat rose to 90", the token being "number"."""
    if sentence.lowers[at] != "number" or sentence.lowers[at + 1 : at + 2] != ("of",):
        return ()
    words = lemmas(sentence)
    for here in range(at + 2, min(at + 8, len(words))):
        if sentence.tags[here] in "VT" and words[here] in domain.undergone:
            return domain.undergone[words[here]]
    return ()


def _numbered(sentence: Sentence, at: int) -> bool:
    """Whether "number of" stands before a word: "the number of wounded"."""
    before = sentence.lowers[max(0, at - 3) : at]
    return sentence.tags[at] in "JT" and (
        before[-2:] == ("number", "of") or before == ("number", "of", "the")
    )

"""What a figure takes from its sentence: the noun of a verb, an age, the qualifier of the figure before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

from claimcheck.extract.quantities.mention import Figure, QuantityMention
from claimcheck.extract.quantities.surroundings import word, word_class
from claimcheck.lexicon.figures import figure_words
from claimcheck.lexicon.grammar import grammar
from claimcheck.text.sentences import Sentence

OLDEST = 120
"""No one is older than this; a number above it behind a name is no age."""
TOLL_REACH = 16
"""How many tokens may stand between a toll and its figure: "the toll of the attack on a bridge has climbed to four"."""


def is_rate_base(sentence: Sentence, figure: Figure, found: Sequence[QuantityMention]) -> bool:
    """Whether a figure is what a rate is per: the 100,000 of "85 cases per 100,000 people".

    >>> from claimcheck.extract.quantities.figures import read_figure
    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("It saw 85 cases per 100,000 people.")[0]
    >>> is_rate_base(sentence, read_figure(sentence, 5, frozenset()), ["85 cases"])
    True
    """
    if not found or figure.form != "cardinal":
        return False
    before = word(sentence, figure.first - 1)
    per = before == "per" or (before == "every" and word(sentence, figure.first - 2) in ("for", "in"))
    return per and figure.low >= 1


def age_unit(sentence: Sentence, figure: Figure, last: int, *, age: bool) -> str | None:
    """The unit of an age that names none: "aged 24", "Owen Price, 24, of Swansea"."""
    if age:
        return "year"
    if figure.form != "cardinal" or not 0 < figure.low < OLDEST or figure.last != last:
        return None
    if sentence.tokens[figure.first].kind != "number" or not sentence.tokens[figure.first].text.isdigit():
        return None
    before, after = word(sentence, figure.first - 1), word(sentence, last)
    opened = (before == "," and after in (",", ".", ";", "")) or (before == "(" and after == ")")
    return "year" if opened and _names_person(sentence, figure.first - 2) else None


def _names_person(sentence: Sentence, at: int) -> bool:
    """Whether a person ends at a token: two capitals, not behind "in" or "at", or a noun for a person."""
    if word(sentence, at) in grammar().person_nouns:
        return True
    if word(sentence, at) == "." and word(sentence, at - 1) in figure_words().name_suffixes:
        at -= 1
    if word_class(sentence, at) != "E":
        return False
    first = at
    while first > 0 and sentence.tags[first - 1] == "E":
        first -= 1
    if first == at and word_class(sentence, at - 1) == "U" and sentence.lowers[at - 1] == ",":
        return False
    return word(sentence, first - 1) not in figure_words().place_prepositions


@cache
def _harming() -> tuple[frozenset[str], frozenset[str]]:
    """Forms of the verbs whose object is people, and of those whose subject is."""
    words = figure_words()
    objects = {form for form, verb in grammar().verbs.items() if verb.base in words.person_objects}
    subjects = {form for form, verb in grammar().verbs.items() if verb.base in words.person_subjects}
    return frozenset(objects), frozenset(subjects)


def person_by_verb(
    sentence: Sentence, figure: Figure, first: int, last: int, *, counting: bool = False
) -> bool:
    """Whether a figure without a noun counts people by its verb: "killed six", "six died", "toll at 40".

    >>> from claimcheck.extract.quantities.figures import read_figure
    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("The avalanche killed six.")[0]
    >>> person_by_verb(sentence, read_figure(sentence, 3, frozenset()), 3, 4)
    True

    `counting`: a noun may stand behind it all the same.
    """
    if figure.form not in ("cardinal", "band", "range"):
        return False
    objects, subjects = _harming()
    here = first - 1
    while here > 0 and sentence.tags[here] == "R":
        here -= 1
    if here >= 0 and word(sentence, here) in objects and sentence.tags[here] in "VGTINX":
        return counting or word_class(sentence, last) not in ("N", "E", "J")
    while last < len(sentence.tags) and (sentence.tags[last] in "XRM" or sentence.lowers[last] == "more"):
        last += 1
    if word(sentence, last) in subjects or word(sentence, last) in objects:
        return word_class(sentence, last) in ("V", "T", "J", "I")
    # "put the toll at least at 85": the preposition stands inside the wording
    return _is_toll(sentence, figure.first if word(sentence, figure.first - 1) in ("at", "to") else first)


def _is_toll(sentence: Sentence, first: int) -> bool:
    """Whether a toll is the subject before a figure: "the death toll climbs to 40"."""
    if first < 2 or word_class(sentence, first - 1) not in ("P", "V", "X", "R", "Y"):
        return False
    for at in range(first - 1, max(first - TOLL_REACH, -1), -1):
        if sentence.tags[at] in "USWC":
            return False
        if sentence.lowers[at] in figure_words().person_tolls:
            return True
    return False


def in_context(
    sentence: Sentence, mention: QuantityMention, found: Sequence[QuantityMention]
) -> QuantityMention:
    """A figure with what it takes from the one before it: its conversion in brackets, "or 0.6 %", "two" of nine.

    >>> from claimcheck.extract.quantities.find import find_quantities
    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("The index lost 190 points, or 0.6%.")[0]
    >>> [m.change for m in find_quantities(sentence)]
    ['down', 'down']
    """
    if not found:
        return mention
    before = found[-1]
    if before.age and mention.unit is None and before.unit == "year":
        between = sentence.lowers[before.last : mention.first]
        listed = all(lower in (",", "and") for lower in between)
        return replace(mention, unit="year", age=True) if listed else mention
    if before.noun is not None and mention.noun_lemma is None and mention.unit in (None, "person"):
        return _of_the_whole(sentence, mention, before)
    if mention.unit in (None, "person", "item") or before.qualifier == "vague":
        return mention
    behind = max(before.last, before.noun.last if before.noun is not None else 0)
    joint = " ".join(sentence.lowers[behind : mention.first])
    if joint not in figure_words().restating:
        return mention
    if mention.change is None and before.change is not None:
        mention = replace(mention, change=before.change)
    if mention.qualifier == "exact" and before.qualifier not in ("exact", "range"):
        mention = _qualified_like(mention, before)
    return mention


def _qualified_like(mention: QuantityMention, before: QuantityMention) -> QuantityMention:
    """A conversion bounded as the figure that it converts: "more than 5 miles (8 km)"."""
    from claimcheck.extract.quantities.qualifiers import hedge_named, interval_for

    if not isinstance(mention.value, Decimal):
        return mention
    hard, soft = interval_for(hedge_named(before.qualifier), mention.value, mention.value)
    return replace(mention, qualifier=before.qualifier, hard=hard, soft=soft)


def _of_the_whole(sentence: Sentence, mention: QuantityMention, whole: QuantityMention) -> QuantityMention:
    """The "two" of "Of the nine miners, two were found": it counts what the whole counts."""
    assert whole.noun is not None
    opener = whole.first - 1
    opener -= word(sentence, opener) in figure_words().partitive_openers
    opened = (
        opener >= 0
        and sentence.lowers[opener] == "of"
        and (opener == 0 or sentence.lowers[opener - 1] in (",", ";", "and", "but"))
    )
    between = sentence.lowers[whole.noun.last : mention.first]
    if not opened or "," not in between or mention.form not in ("cardinal", "band", "range"):
        return mention
    return replace(mention, unit=whole.unit, noun=whole.noun, noun_lemma=whole.noun_lemma)

"""What the figures of a sentence are reckoned on, where the words say so: "per head", "of registered voters"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from claimcheck.extract.quantities.mention import QuantityMention
from claimcheck.lexicon.bases import SORTS, basis_words, sort_of_basis
from claimcheck.lexicon.figures import number_words
from claimcheck.text.phrases import PhraseIndex
from claimcheck.text.sentences import Sentence

REACH = 8
"""How many tokens may stand between a figure and the words of its basis."""
SHARES = frozenset({"percent", "percentage_point", "share", "basis_point", "point"})


@cache
def _wordings() -> PhraseIndex[str]:
    return PhraseIndex(((phrase, phrase) for phrase in basis_words().wordings), number_words().splitting)


def with_bases(sentence: Sentence, found: Sequence[QuantityMention]) -> list[QuantityMention]:
    """The figures of a sentence with what each is reckoned on; of two the words stand nearer to.

    >>> from claimcheck.extract.quantities.find import find_quantities
    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("Output grew 0.4 percent on the quarter and 1.9 percent year on year.")[0]
    >>> [mention.basis for mention in find_quantities(sentence)]
    ['quarter_on_quarter', 'year_on_year']
    """
    bases: dict[int, list[str]] = {
        number: [mention.basis] for number, mention in enumerate(found) if mention.basis is not None
    }
    for first, last, phrase in _wordings().every(sentence.lowers):
        number = _figure_of(sentence, found, first, last, phrase)
        if number is not None:
            bases.setdefault(number, []).append(basis_words().wordings[phrase])
    return [
        replace(mention, basis=_joined(bases[number])) if number in bases else mention
        for number, mention in enumerate(found)
    ]


def _figure_of(
    sentence: Sentence, found: Sequence[QuantityMention], first: int, last: int, phrase: str
) -> int | None:
    """The number of the figure that words at tokens [first, last) belong to: the nearest they can stand beside."""
    table = basis_words()
    fitting = [
        (distance, number)
        for number, mention in enumerate(found)
        if (distance := _distance(sentence, mention, first, last, before=phrase in table.before)) is not None
        and (phrase not in table.beside_measured or mention.currency or mention.unit in SHARES)
        and (not table.wordings[phrase].startswith("of_") or mention.unit in SHARES)
    ]
    return min(fitting, default=(0, None))[1]


def _distance(
    sentence: Sentence, mention: QuantityMention, first: int, last: int, *, before: bool
) -> int | None:
    """How many tokens stand between a figure and the words of a basis, None where they cannot belong together."""
    end = mention.last if mention.partitive or mention.noun is None else max(mention.last, mention.noun.last)
    if first < mention.last and mention.first < last:
        return 0
    if first >= mention.last:
        between = range(min(end, first), first)
    elif before:
        between = range(last, mention.first)
    else:
        return None
    if len(between) > REACH or any(sentence.lowers[at] in (";", ".", ":") for at in between):
        return None
    return len(between)


def _joined(names: Sequence[str]) -> str:
    """The bases of one figure in the order of their sorts, at most one of each."""
    by_sort: dict[str, str] = {}
    for name in names:
        by_sort.setdefault(sort_of_basis(name), name)
    return ", ".join(by_sort[sort] for sort in SORTS if sort in by_sort)

"""Words of two parts joined before or behind one figure, which then counts the whole: "48 killed and wounded"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck.lexicon.domain import Domain
from claimcheck.lexicon.grammar import grammar
from claimcheck.text.sentences import Sentence

JOINTS = frozenset({"and", "or", ",", "/", "&", "and/or"})


def whole_of_joined(
    sentence: Sentence, measure: str | None, words: Iterable[int], figure: int, domain: Domain
) -> str | None:
    """The measure, or the whole of it and another where the words of both are joined with no figure between.

    `words` are the tokens that gave the measure, `figure` the first token of the figure.

    >>> from claimcheck.lexicon.domain import shipped_domain
    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("The shelling killed and wounded 48 people in Homs.")[0]
    >>> whole_of_joined(sentence, "injuries", [4], 5, shipped_domain())
    'casualties'
    """
    for whole, form in domain.measures.items():
        if measure not in form.sum_of:
            continue
        others = {part for part in form.sum_of if part != measure}
        if any(
            others & _meant(sentence, at, domain)
            for word in words
            for at in _neighbours(sentence, word, figure)
        ):
            return whole
    return measure


def _neighbours(sentence: Sentence, at: int, figure: int) -> Iterator[int]:
    """The tokens before and behind a word that only "and", "or" or a comma parts from it; none with another figure."""
    lowers = sentence.lowers
    here = at + 1
    while here < len(lowers) and lowers[here] in JOINTS:
        here += 1
    if at + 1 < here < len(lowers) and (here + 1 == figure or sentence.tags[here + 1 : here + 2] != "Q"):
        yield here
    here = at - 1
    while here >= 0 and lowers[here] in JOINTS:
        here -= 1
    if here >= 0 and (here < at - 1 or sentence.tags[here] == "V"):
        yield here


def _meant(sentence: Sentence, at: int, domain: Domain) -> set[str]:
    """The measures that a noun or a verb can give."""
    lower = sentence.lowers[at]
    verb = grammar().verbs.get(lower)
    names = domain.heads.get(lower, ())
    return {*names, *(domain.undergone.get(verb.base, ()) if verb is not None else ())}

"""What a person is to another, and in what rank: the words right beside the name."""

from __future__ import annotations

from functools import cache

from claimcheck.lexicon.tables import english, word_set
from claimcheck.text.sentences import Sentence

NEAR = 7


@cache
def _kin() -> dict[str, str]:
    """The wordings of kinship with their names: "mom" is a mother."""
    return _by_word("kin")


@cache
def _ranks() -> dict[str, str]:
    return _by_word("ranks")


def _by_word(key: str) -> dict[str, str]:
    table = english("persons")[key]
    return {str(word): str(name) for name, forms in table.items() for word in forms}


def kin_of_person(sentence: Sentence, first: int, last: int) -> tuple[str, str] | None:
    """What the person named at tokens [first, last) is to somebody named beside: (aunt, of whom).

    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("Nora Bell, Pryce's aunt, wept. His uncle, Ed Bell, did not.")[0]
    >>> kin_of_person(sentence, 0, 2)
    ('aunt', 'pryce')
    """
    lowers, kin = sentence.lowers, _kin()
    for at in range(last + 1, min(last + NEAR, len(lowers))):
        if lowers[last] != "," or lowers[at] in (",", "."):
            break
        owner = _owner(sentence, at)
        if lowers[at] in kin and owner is not None:
            return kin[lowers[at]], owner
    for at in range(first - 1, max(first - 4, -1), -1):
        owner = _owner(sentence, at)
        if lowers[at] in kin and owner is not None:
            return kin[lowers[at]], owner
        if lowers[at] != ",":
            break
    return None


def _owner(sentence: Sentence, at: int) -> str | None:
    """The name in the possessive before a token, in small letters: "Pryce's older sister"."""
    for here in range(at - 1, max(at - 4, -1), -1):
        if sentence.tags[here] == "A" and here:
            return sentence.lowers[here - 1] if sentence.tokens[here - 1].text[0].isupper() else None
        if sentence.tags[here] not in "JN":
            return None
    return None


def rank_of_person(sentence: Sentence, first: int, last: int) -> str | None:
    """The police or military rank of the person named at tokens [first, last), as a title or behind the name.

    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("Owen Price, a retired state police lieutenant, was shot.")[0]
    >>> rank_of_person(sentence, 0, 2)
    'lieutenant'
    """
    lowers, ranks = sentence.lowers, _ranks()
    for at in range(first - 1, max(first - 3, -1), -1):
        if lowers[at] in ranks:
            return ranks[lowers[at]]
        if lowers[at] != ".":
            break
    behind = last + 1
    if lowers[last : last + 1] in (("was",), ("is",)) or lowers[last : last + 1] == (",",):
        for at in range(behind, min(behind + NEAR, len(lowers))):
            if lowers[at] in ranks and sentence.tags[at] in "NEJ":
                return ranks[lowers[at]]
            if sentence.tags[at] not in "DJNTE":
                break
    return None


def home_of_person(sentence: Sentence, last: int) -> str | None:
    """The town behind a name that ends at a token: "Owen Price, 24, of Selby"; None for a body or a street.

    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("Owen Price, 24, of East Selby, and Ann Cole of the Red Cross were there.")[0]
    >>> home_of_person(sentence, 2), home_of_person(sentence, 12)
    ('east selby', None)
    """
    lowers = sentence.lowers
    here = last
    while here < min(last + 4, len(lowers)) and (
        lowers[here] == "," or sentence.tokens[here].kind == "number"
    ):
        here += 1
    if here == last or lowers[here : here + 1] != ("of",):
        return None
    named: list[str] = []
    for at in range(here + 1, len(lowers)):
        if sentence.tags[at] != "E" and not (lowers[at] == "." and lowers[at - 1] == "st"):
            break
        named.append(lowers[at])
    bodies = word_set("narrative", "institutions")
    return " ".join(named) if named and bodies.isdisjoint(named) else None

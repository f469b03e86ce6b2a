"""Forms of English verbs and nouns by rule."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache, lru_cache

VOWELS = "aeiou"


def third_person(base: str) -> str:
    """The third person singular of a verb.

    >>> third_person("push"), third_person("deny"), third_person("kill")
    ('pushes', 'denies', 'kills')
    """
    if base == "be":
        return "is"
    if base == "have":
        return "has"
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def past(base: str, doubling: Collection[str] = ()) -> str:
    """The regular past of a verb.

    >>> past("deny"), past("stop", {"stop"}), past("raise")
    ('denied', 'stopped', 'raised')
    """
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in VOWELS:
        return base[:-1] + "ied"
    return (base + base[-1] if base in doubling else base) + "ed"


def progressive(base: str, doubling: Collection[str] = ()) -> str:
    """The -ing form of a verb.

    >>> progressive("die"), progressive("flee"), progressive("shoot")
    ('dying', 'fleeing', 'shooting')
    """
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return base[:-1] + "ing"
    return (base + base[-1] if base in doubling else base) + "ing"


@cache
def _irregular_plurals() -> dict[str, str]:
    from claimcheck.lexicon.tables import english

    return dict(english("words")["irregular_plurals"])


@lru_cache(maxsize=65536)
def noun_lemma(word: str) -> str:
    """The singular of a noun, from simplemma's dictionary, with English plurals as a fallback.

    >>> noun_lemma("soldiers"), noun_lemma("women"), noun_lemma("bus")
    ('soldier', 'woman', 'bus')
    """
    from simplemma import lemmatize

    if word in _irregular_plurals():
        return _irregular_plurals()[word]
    if word.endswith(("ss", "us", "is")) or len(word) < 4:
        return word
    if word.endswith("men") and len(word) > 4:
        return word[:-3] + "man"
    if word.endswith(("ed", "ing")):
        return word
    return str(lemmatize(word, lang="en")).lower()

"""Where two passages set the same persons or things into relations that exclude each other."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.lexicon.relations import relations
from claimcheck.passages.links import Link
from claimcheck.passages.phrases import one_thing


def excluded(left: Sequence[Link], right: Sequence[Link]) -> str | None:
    """Why the relations stated by two passages exclude each other, or None.

    >>> from claimcheck.passages.links import find_links
    >>> from claimcheck.passages.words import read_words
    >>> from claimcheck.text.sentences import split_sentences
    >>> one, two = (find_links(s, read_words(s)) for s in map(split_sentences,
    ...     ("Orlo succeeded Marsh.", "Marsh is the successor of Orlo.")))
    >>> excluded(one, two)
    'a says “Orlo succeeded Marsh”, b has it the other way round: “Marsh is the successor of Orlo”'
    """
    for said in right:
        if any(_same(told, said) for told in left):
            continue
        for told in left:
            found = _apart(told, said) or _other_bearer(told, said)
            if found is not None:
                return found
    return None


def _same(told: Link, said: Link) -> bool:
    return (
        told.relation == said.relation
        and told.denied == said.denied
        and one_thing(told.one, said.one)
        and one_thing(told.other, said.other)
    )


def _other_bearer(told: Link, said: Link) -> str | None:
    """Two names for what there is one of: "Ada's father Lee", "Ada's father Max"."""
    only = relations().one_only
    kind = only.get(said.word)
    if kind is None or only.get(told.word) != kind or told.denied or said.denied:
        return None
    if not (told.one.names and said.one.names and one_thing(told.other, said.other)):
        return None
    return None if one_thing(told.one, said.one) else f"a says “{told.text}”, b says “{said.text}”"


def _apart(told: Link, said: Link) -> str | None:
    straight = one_thing(told.one, said.one) and one_thing(told.other, said.other)
    crossed = one_thing(told.one, said.other) and one_thing(told.other, said.one)
    if straight == crossed:
        return None
    if told.relation == said.relation:
        if straight and told.denied != said.denied:
            return f"a says “{told.text}”, b says “{said.text}”: one side denies it"
        if crossed and told.relation in relations().one_way and not (told.denied or said.denied):
            return f"a says “{told.text}”, b has it the other way round: “{said.text}”"
        return None
    known = relations()
    symmetric = not {told.relation, said.relation} <= known.directed
    if (
        (straight or symmetric)
        and known.exclude(told.relation, said.relation)
        and not (told.denied or said.denied)
    ):
        return f"a says “{told.text}”, b says “{said.text}”: both cannot hold"
    return None

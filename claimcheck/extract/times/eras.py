"""Times that hang on a long event whose days nobody states: "since the war began", "before the uprising"."""

from __future__ import annotations

from claimcheck.lexicon.calendar import calendar
from claimcheck.lexicon.tables import word_set
from claimcheck.model import Bound
from claimcheck.text.sentences import Sentence

REACH = 7


def read_era(sentence: Sentence, at: int) -> tuple[int, Bound] | None:
    """Where a time that hangs on a long event ends, and its bound; None where none begins at the token.

    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("Some 4,000 people have died since the war began.")[0]
    >>> read_era(sentence, 6)
    (10, 'since')
    """
    bound = calendar().era_bounds.get(sentence.lowers[at])
    if bound is None:
        return None
    edges, eras, verbs = (word_set("calendar", key) for key in ("era_edges", "eras", "era_verbs"))
    for here in range(at + 1, min(at + REACH, len(sentence.lowers))):
        lower = sentence.lowers[here]
        if lower in eras:
            last = here + 1
            if sentence.lowers[last : last + 1] and sentence.lowers[last] in verbs:
                last += 1 + (sentence.lowers[last + 1 : last + 2] == ("out",))
            return last, bound
        between = sentence.tags[here] in "DJENA" or lower in edges or lower == "of"
        if not between:
            return None
    return None

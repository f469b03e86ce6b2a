"""Word classes in context: a small rule tagger in the manner of Brill (1992), without a model.

Tags: D determiner, P preposition, C coordinator, S subordinator, W wh-word, R adverb, J adjective, N noun,
E proper name, V finite verb, G -ing form, T participle, I infinitive, X auxiliary, M modal, O pronoun,
Q number, Y "to", A possessive, U sign.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claimcheck.lexicon.calendar import month_names, weekday_names
from claimcheck.lexicon.figures import figure_words, number_words, units
from claimcheck.lexicon.grammar import Grammar, grammar
from claimcheck.text.tokens import Token

NOMINAL = frozenset("NEQ")
BEFORE_NOUN = frozenset("DJQA")
TAGS_OF_KINDS = {"number": "Q", "sign": "U", "name": "E"}
PRONOUNS = frozenset({"i", "you", "he", "she", "it", "we", "they", "that", "there"})
SUBJECT = frozenset("NEO")


@cache
def _calendar() -> frozenset[str]:
    return frozenset([*month_names(), *weekday_names()])


@cache
def _numbers() -> frozenset[str]:
    table = number_words()
    return frozenset([*table.ones, *table.tens, *table.magnitudes, *table.bands])


@cache
def _unit_words() -> frozenset[str]:
    return frozenset(word for word in units().words if " " not in word)


def tag(tokens: Sequence[Token]) -> list[str]:
    """One tag for each token of a sentence.

    >>> from claimcheck.text.tokens import tokenize
    >>> "".join(tag(tokenize("Moscow said it pulled back more than 30,000 wounded troops")))
    'EVOVRDPQJN'
    """
    words = grammar()
    tags: list[str] = []
    shouting = sum(t.text[0].isupper() for t in tokens) > 0.7 * sum(t.kind == "word" for t in tokens) > 3
    for at, token in enumerate(tokens):
        tags.append(_tag_one(tokens, tags, at, token, words, shouting))
    return tags


def _tag_one(
    tokens: Sequence[Token], tags: list[str], at: int, token: Token, words: Grammar, shouting: bool
) -> str:
    if token.kind != "word":
        return TAGS_OF_KINDS.get(token.kind, "Q")
    lower = token.lower
    before = tags[-1] if tags else ""
    if lower in ("'s", "s'"):
        return "X" if before == "O" else "A"
    if lower in _numbers():
        return "Q"
    capital = token.text[0].isupper()
    closed = words.closed.get(lower) if token.text != "US" or shouting else None
    if closed is not None and not (
        capital and at and closed in "RPM" and not shouting and lower in ("may", "will")
    ):
        return _closed(closed, lower, tokens, tags, at, words)
    if capital and lower in _calendar():
        return "E"
    if capital and not shouting and at and not _opens_quote(tokens, at):
        return "E"
    if lower in words.adjectives and not (lower in words.also_nouns or lower in words.verbs):
        return "J"
    if "'" in lower and lower.partition("'")[0] in PRONOUNS:
        return "O"
    verb = words.verbs.get(lower)
    if verb is not None:
        return _verb(tokens, tags, at, words)
    if capital and at == 0 and not shouting:
        return (
            "E"
            if lower not in words.adjectives
            and lower not in words.person_nouns
            and lower not in _unit_words()
            else "N"
        )
    if lower in words.adjectives:
        return "J"
    if lower.endswith("ly") and len(lower) > 4 and lower not in words.nouns_despite_ending:
        return "R"
    if lower in words.nouns_despite_ending:
        return "N"
    if lower.endswith("ing") and len(lower) > 5 and before not in ("D", "J", "A", "Q"):
        return "G"
    if lower.endswith("ed") and len(lower) > 4:
        return _unlisted_participle(tokens, tags, at)
    if lower.endswith(words.adjective_endings) and _noun_may_follow(tokens, at, words):
        return "J"
    return "N"


def _opens_quote(tokens: Sequence[Token], at: int) -> bool:
    return (
        at > 0
        and tokens[at - 1].kind == "sign"
        and tokens[at - 1].text in "“\"':.‘"
        and tokens[at].text[1:].islower()
    )


def _noun_may_follow(tokens: Sequence[Token], at: int, words: Grammar) -> bool:
    """The next word could be the noun that an adjective here stands before."""
    if at + 1 >= len(tokens):
        return False
    following = tokens[at + 1]
    if following.kind != "word" or following.lower in ("'s",):
        return following.lower == "-" and at + 2 < len(tokens) and tokens[at + 2].kind == "word"
    return following.lower not in words.closed and following.lower not in _numbers()


def _closed(tag_: str, lower: str, tokens: Sequence[Token], tags: list[str], at: int, words: Grammar) -> str:
    before = tags[-1] if tags else ""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if lower == "to":
        if following is not None and following.kind == "word":
            verb = words.verbs.get(following.lower)
            if following.lower in ("be", "have", "do") or (verb and "base" in verb.forms):
                return "Y"
        return "P"
    if lower in ("that", "this", "these", "those"):
        if following is None or following.kind == "sign":
            return "O"
        if lower == "that":
            if before in ("V", "T", "G"):
                return "S"
            if before in ("N", "E"):
                return "W"
        return "D" if following.lower not in words.closed else ("O" if lower != "that" else "S")
    if lower == "one":
        return "Q"
    if lower in ("her", "his", "their", "its", "my", "our", "your"):
        return (
            "D"
            if following is not None
            and following.kind in ("word", "number")
            and following.lower not in words.closed
            else "O"
        )
    if lower in ("after", "before", "since", "until", "till", "as", "once"):
        return _subordinator(tokens, at, words)
    if lower in ("'s", "'d", "'re", "'ve", "'m"):
        return "X"
    if lower in (
        "early",
        "late",
        "last",
        "next",
        "past",
        "further",
        "much",
        "long",
        "far",
        "straight",
        "hard",
        "fast",
    ) and before in ("D",):
        return "J"
    if lower in ("like",) and before in ("O", "M"):
        return "V"
    if lower == "may" and tokens[at].text[0].isupper() and at:
        return "E"
    return tag_


def _subordinator(tokens: Sequence[Token], at: int, words: Grammar) -> str:
    """S where a clause with a verb follows before the next comma, P where only a noun group does."""
    for token in tokens[at + 1 : at + 9]:
        if token.kind == "sign" and token.text in ",;:.—":
            return "P"
        if token.lower in words.be or token.lower in words.have or words.closed.get(token.lower) == "M":
            return "S"
        verb = words.verbs.get(token.lower)
        if (
            verb is not None
            and "past" in verb.forms
            and token.lower not in words.also_nouns
            and token is not tokens[at + 1]
        ):
            return "S"
        if words.closed.get(token.lower) in ("C", "S", "W"):
            return "P"
    return "P"


def _unlisted_participle(tokens: Sequence[Token], tags: list[str], at: int) -> str:
    before = tags[-1] if tags else ""
    if before in BEFORE_NOUN or (before == "R" and len(tags) > 1 and tags[-2] in BEFORE_NOUN):
        return "J"
    return "V" if before in SUBJECT or _auxiliary_before(tokens, tags) else "T"


def _plural_subject(tokens: Sequence[Token], at: int, next_tag: str, words: Grammar) -> bool:
    """Whether a noun in the plural before a verb that is a noun too is its subject: "15 people need help"."""
    subject = tokens[at - 1].lower
    plural = subject.endswith("s")
    if plural and next_tag in ("D", "O", "S"):
        return True
    people = subject in words.person_nouns and (plural or subject in figure_words().plurals)
    if (
        not people
        or at + 1 >= len(tokens)
        or tokens[at + 1].kind == "sign"
        or "base" not in words.verbs[tokens[at].lower].forms
    ):
        return False
    following = words.verbs.get(tokens[at + 1].lower)
    if following is not None and tokens[at + 1].lower not in words.also_nouns:
        return False
    return next_tag in ("D", "O", "S", "P", "R", "") and tokens[at + 1].lower != "of"


def _auxiliary_before(tokens: Sequence[Token], tags: list[str]) -> str:
    """The word of the nearest auxiliary or modal to the left with only adverbs between, or ""."""
    for back in range(len(tags) - 1, max(len(tags) - 5, -1), -1):
        if tags[back] in "XM":
            return tokens[back].lower
        if tags[back] != "R":
            return ""
    return ""


def _verb(tokens: Sequence[Token], tags: list[str], at: int, words: Grammar) -> str:
    lower = tokens[at].lower
    forms = words.verbs[lower].forms
    before = tags[-1] if tags else ""
    noun_too = (
        lower in words.also_nouns
        or (lower.endswith("s") and lower[:-1] in words.also_nouns)
        or (lower.endswith("es") and lower[:-2] in words.also_nouns)
    )
    helper = _auxiliary_before(tokens, tags)
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    next_tag = words.closed.get(following, "")
    if before == "Y":
        return "I"
    if "progressive" in forms:
        if helper:
            return "V"
        if before in ("D", "J", "A") and not (at + 1 < len(tokens) and next_tag in ("D", "O")):
            return "N"
        return "G"
    if helper and "participle" in forms:
        return "V"
    if helper and "base" in forms and helper not in words.be:
        return "V"
    if before in ("D", "J", "A", "Q") or (before == "P" and noun_too and "base" in forms):
        if "participle" in forms and "base" not in forms and not noun_too:
            return "J" if _noun_may_follow(tokens, at, words) or lower in words.head_adjectives else "T"
        if noun_too or lower in words.person_nouns or lower in words.adjectives:
            if lower in words.adjectives and not noun_too:
                return "J"
            if "participle" in forms and before == "Q":
                # "12 wounded", "12 shot": the figure is the subject
                return "J" if lower in words.head_adjectives else "V"
            return "N"
        if before in ("D", "A"):
            return "J" if "participle" in forms else "N"
        return "V" if "past" in forms or "third" in forms else "N"
    if before in ("S", "W") and lower in words.head_adjectives and _noun_may_follow(tokens, at, words):
        return "J"
    if "past" in forms and "base" not in forms:
        if before == "R" and len(tags) > 1 and tags[-2] in "DJ" and _noun_may_follow(tokens, at, words):
            return "J"
        if before in SUBJECT or before in ("R", "W", "U", "C", "", "X", "T", "V"):
            if before == "V" or (before == "T"):
                return "T"
            return "V" if before != "U" or not tags else "T"
        return "T"
    if "third" in forms and noun_too:
        if (
            before in ("N", "E") and (next_tag in ("D", "P", "O", "S", "R", "M") and next_tag != "P")
        ) or before == "O":
            return "V"
        return "V" if before == "W" else "N"
    if "third" in forms:
        return "V"
    if "participle" in forms and "past" not in forms:
        return "T"
    if noun_too:
        if (
            lower in ("shot", "hit", "cut", "hurt", "set", "put", "let", "left", "read", "split", "spread")
            and before in SUBJECT
        ):
            return "V"
        if before == "O" or (before == "N" and _plural_subject(tokens, at, next_tag, words)):
            return "V"
        return "N"
    if lower in words.adjectives:
        return "J"
    return "V"

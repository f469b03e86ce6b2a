"""Word classes in context: a small rule tagger in the manner of Brill (1992), without a model.

Tags: D determiner, P preposition, C coordinator, S subordinator, W wh-word, R adverb, J adjective, N noun,
E proper name, V finite verb, G -ing form, T participle, I infinitive, X auxiliary, M modal, O pronoun,
Q number, Y "to", A possessive, U sign.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claimcheck.lexicon.calendar import month_names, weekday_names
from claimcheck.lexicon.figures import number_words, units
from claimcheck.lexicon.grammar import Grammar, grammar
from claimcheck.text.tokens import Token
from claimcheck.text.verbs import noun_may_follow, number_class, participle_tag, verb_tag

TAGS_OF_KINDS = {"number": "Q", "sign": "U", "name": "E"}
FLOATING = frozenset({"both", "all", "each"})
"""Words that float behind an auxiliary: "both sides have" is "have both"."""
PRONOUNS = frozenset({"i", "you", "he", "she", "it", "we", "they", "that", "there"})


@cache
def _calendar() -> frozenset[str]:
    return frozenset([*month_names(), *weekday_names()])


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
    if lower in number_class() or (before == "Q" and _glued_magnitude(tokens, at)):
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
        return verb_tag(tokens, tags, at, words)
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
        return participle_tag(tokens, tags, at)
    if lower.endswith(words.adjective_endings) and noun_may_follow(tokens, at, words):
        return "J"
    return "N"


def _glued_magnitude(tokens: Sequence[Token], at: int) -> bool:
    """The "m" of "2.5m books"."""
    token, before = tokens[at], tokens[at - 1]
    return (
        before.kind == "number"
        and before.end == token.start
        and token.lower in number_words().short_magnitudes
    )


def _opens_quote(tokens: Sequence[Token], at: int) -> bool:
    return (
        at > 0
        and tokens[at - 1].kind == "sign"
        and tokens[at - 1].text in "“\"':.‘"
        and tokens[at].text[1:].islower()
    )


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
    if before == "X" and lower in FLOATING and following is not None and _participle(following.lower, words):
        return "R"
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
    if before == "D" and lower in words.adjectives_behind_article:
        return "J"
    if lower in ("like",) and before in ("O", "M"):
        return "V"
    if lower == "may" and tokens[at].text[0].isupper() and at:
        return "E"
    return tag_


def _participle(lower: str, words: Grammar) -> bool:
    verb = words.verbs.get(lower)
    return "participle" in verb.forms if verb is not None else lower.endswith("ed")


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

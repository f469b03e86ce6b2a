"""Names of speakers and actors: short names and pronouns led back to full ones."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from claimcheck.lexicon.domain import Domain
from claimcheck.lexicon.gazetteer import gazetteer
from claimcheck.lexicon.speech import speech_words
from claimcheck.lexicon.tables import word_set
from claimcheck.text.sentences import Sentence

PERSON_PRONOUNS = frozenset({"he", "she", "him", "his", "her", "i", "himself", "herself", "who"})
GROUP_PRONOUNS = frozenset(
    {"it", "they", "we", "them", "its", "their", "itself", "themselves", "which", "that"}
)
LINKS = frozenset({"of", "for"})
ARTICLES = frozenset(
    {"the", "a", "an", "its", "his", "her", "their", "this", "that", "these", "those", "our", "some"}
)


def slug(text: str) -> str:
    """A key from words: small letters, words joined by underscores.

    >>> slug("Syrian Observatory for Human Rights")
    'syrian_observatory_for_human_rights'
    """
    return "_".join(re.findall(r"[^\W_]+", text.lower().replace("'s", "").replace("’s", "")))


@dataclass(slots=True)
class NameHistory:
    """The names a document has used so far, to lead "he", "Zholob" and "the ministry" back to."""

    domain: Domain
    full: dict[str, str] = field(default_factory=dict)
    last_person: str | None = None
    last_group: str | None = None
    last_body: str | None = None

    def resolve(self, sentence: Sentence, first: int, last: int) -> tuple[str, str | None]:
        """The name and the entity that the words at tokens [first, last) stand for.

        >>> from claimcheck.lexicon.domain import shipped_domain
        >>> from claimcheck.text.sentences import split_sentences
        >>> history = NameHistory(shipped_domain())
        >>> sentence = split_sentences("Russia's Defence Ministry said the Ministry knew.")[0]
        >>> history.resolve(sentence, 0, 4), history.resolve(sentence, 5, 7)
        (("Russia's Defence Ministry", 'russia'), ("Russia's Defence Ministry", 'russia'))
        """
        lowers = sentence.lowers[first:last]
        literal = _literal(sentence, first, last)
        if len(lowers) == 1 and lowers[0] in PERSON_PRONOUNS | GROUP_PRONOUNS:
            known = self.last_person if lowers[0] in PERSON_PRONOUNS else self.last_group or self.last_person
            return (known, self.entity(known)) if known else (literal, None)
        if literal.lower() in speech_words().body_references and self.last_body:
            return self.last_body, self.entity(self.last_body)
        name = _without_article(literal)
        longer = self._longer(name)
        if longer is not None:
            name = longer
        self._note(name)
        return name, self.entity(name)

    def note_groups(self, sentence: Sentence) -> None:
        """Remembers the capitalised names of a sentence for later pronouns and short forms."""
        at = 0
        while at < len(sentence.tags):
            if sentence.tags[at] != "E":
                at += 1
                continue
            last = at + 1
            while last < len(sentence.tags):
                joined = _joined(sentence, last)
                if not joined:
                    break
                last += joined
            first = 0 if at == 1 and sentence.tags[0] in "JN" else at
            if last - first > 1:
                placed = first > 0 and sentence.lowers[first - 1] in _place_prepositions()
                self._note(_literal(sentence, first, last), referred=not placed)
            at = last
        self._note_opening_body(sentence)

    def _note_opening_body(self, sentence: Sentence) -> None:
        """Remembers a body that opens a sentence, for "it": "The defence ministry gave another account"."""
        if sentence.lowers[:1] != ("the",):
            return
        last = 1
        while last < len(sentence.tags) and sentence.tags[last] in "JN":
            last += 1
        organs = gazetteer().organs | speech_words().bodies
        if last > 1 and sentence.lowers[last - 1] in organs:
            self._note(_literal(sentence, 1, last))

    def _note(self, name: str, *, referred: bool = True) -> None:
        """Remembers a name for short forms and, where it can be `referred` to so, for pronouns."""
        words = name.split()
        keys = {words[-1].lower(), name.lower()}
        core = next((i for i, word in enumerate(words) if word in LINKS and i), 0)
        if core:
            keys.add(words[core - 1].lower())
        for key in keys:
            if len(name) >= len(self.full.get(key, "")):
                self.full[key] = name
        if not referred:
            return
        if _person_like(name):
            self.last_person = name
        else:
            self.last_group = name
            self.last_body = name if name != name.lower() else self.last_body

    def _longer(self, name: str) -> str | None:
        words = name.split()
        known = self.full.get(words[-1].lower()) if words else None
        if known is None or len(known.split()) <= len(words) or " and " in known:
            return None
        own = {word.lower() for word in words}
        theirs = {word.lower() for word in known.split()}
        return known if own <= theirs else None

    def entity(self, name: str | None) -> str | None:
        """The normalised key of a name: a country for its government, else the name's slug."""
        if not name:
            return None
        return entity_of(name, self.domain)


def _joined(sentence: Sentence, at: int) -> int:
    """How many tokens at a place go on with a name: "Observatory | for Human Rights", "Sen | . Elizabeth"."""
    tags, lowers = sentence.tags, sentence.lowers
    if tags[at] == "E":
        return 1
    if at + 1 >= len(tags):
        return 0
    capital = sentence.tokens[at + 1].text[:1].isupper() and tags[at + 1] in "NE"
    if tags[at] == "A" or (lowers[at] in LINKS and lowers[at - 1] in speech_words().bodies):
        return 2 if tags[at + 1] == "E" else 0
    if lowers[at] == "." and lowers[at - 1] in speech_words().titles:
        return 2 if capital else 0
    return 1 if capital and tags[at] == "N" and sentence.tokens[at].text[:1].isupper() else 0


def entity_of(name: str, domain: Domain) -> str:
    """The key of an actor's name.

    >>> from claimcheck.lexicon.domain import shipped_domain
    >>> entity_of("the Russian authorities", shipped_domain()), entity_of("Andriy Zholob", shipped_domain())
    ('russia', 'zholob')
    """
    bare = _without_article(name)
    lower = bare.lower()
    alias = domain.aliases.get("actor", {}).get(lower)
    if alias is not None:
        return alias
    table = gazetteer()
    country = table.actor(lower)
    if country is not None:
        return country
    words = re.findall(
        r"[^\W_]+(?:\.[^\W_]+)*\.?", lower.replace("'s", "").replace("’s", "").replace("´s", "")
    )
    core = words[
        : next((i for i, word in enumerate(words) if word in ("of", "for", "in", "at") and i), len(words))
    ]
    if core and core[-1] in table.organs | speech_words().source_nouns | speech_words().report_nouns:
        for size in (2, 1):
            for at in range(len(words) - size + 1):
                country = table.actor(" ".join(words[at : at + size]))
                if country is not None and core[-1] in table.organs:
                    return country
        return slug(bare)
    return slug(core[-1]) if core and _person_like(bare) else slug(bare)


@cache
def _place_prepositions() -> frozenset[str]:
    return word_set("places", "strong")


@cache
def _bodies() -> frozenset[str]:
    """Words that end the name of a body, an office or a place, none of a person."""
    words = speech_words()
    named = words.source_nouns | words.bodies | words.report_nouns
    return (named | gazetteer().organs | gazetteer().place_kinds) - words.titles


def _person_like(name: str) -> bool:
    """Two or three capitalised words, none of which names an office or body."""
    words = name.replace("´", "'").split()
    titles = speech_words().titles
    proper = [word for word in words if word[:1].isupper() and word.lower().rstrip(".") not in titles]
    return (
        1 <= len(proper) <= 3
        and words[-1].lower() not in _bodies()
        and gazetteer().actor(proper[-1].lower()) is None
        and (len(words) > 1)
        and "'s" not in words[-1]
    )


def _literal(sentence: Sentence, first: int, last: int) -> str:
    """The words as they stand, with single spaces."""
    pieces: list[str] = []
    for at in range(first, last):
        token = sentence.tokens[at]
        glued = pieces and token.start == sentence.tokens[at - 1].end
        pieces.append(token.text if glued or not pieces else " " + token.text)
    return "".join(pieces)


def _without_article(name: str) -> str:
    words = name.split()
    while len(words) > 1 and words[0].lower() in ARTICLES:
        words = words[1:]
    return " ".join(words)

"""The claims of a story by what they speak of and by who published them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.model import Claim
from claimcheck.report.cards import RELATIONS, Card, Deck
from claimcheck.report.wording import clean, in_words

_LONGEST_WORDS = 90
_LONGEST_CELL = 6


@dataclass(frozen=True, slots=True)
class Entry:
    """What one voice in one document says: the figure or the words, and the findings it takes part in."""

    words: str
    speaker: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One measure or kind of claim across the documents; `more` counts the entries each cell leaves out."""

    label: str
    cells: tuple[tuple[Entry, ...], ...]
    more: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """One story's claims by documents."""

    story: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def matrices(deck: Deck) -> tuple[Matrix, ...]:
    """One matrix for each story that has rows to show."""
    cards = _cards_by_claim(deck.cards)
    built = (_matrix(deck, story, cards) for story in deck.stories)
    return tuple(matrix for matrix in built if matrix.rows)


def _cards_by_claim(cards: Sequence[Card]) -> Mapping[str, tuple[Card, ...]]:
    found: dict[str, list[Card]] = defaultdict(list)
    for card in cards:
        for side in card.sides:
            found[side.claim.id].append(card)
    return {claim: tuple(own) for claim, own in found.items()}


def _matrix(deck: Deck, story: str, cards: Mapping[str, tuple[Card, ...]]) -> Matrix:
    documents = [document.id for document in deck.report.documents if document.story == story]
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in deck.report.claims:
        if claim.story == story and claim.document in deck.documents:
            groups[_subject(claim)].append(claim)
    rows = []
    for label, claims in groups.items():
        numbers = [card.number for claim in claims for card in cards.get(claim.id, ())]
        if numbers or len({claim.document for claim in claims}) > 1:
            rows.append((min(numbers, default=len(deck.cards) + 1), label, claims))
    rows.sort(key=lambda row: row[:2])
    return Matrix(
        story=clean(story),
        columns=tuple(deck.source(document) for document in documents),
        rows=tuple(_row(label, claims, documents, cards) for _, label, claims in rows),
    )


def _subject(claim: Claim) -> str:
    if claim.measure:
        return in_words(claim.measure)
    return f"{claim.kind}: {in_words(claim.event.type)}" if claim.event else claim.kind


def _row(
    label: str, claims: Sequence[Claim], documents: Sequence[str], cards: Mapping[str, tuple[Card, ...]]
) -> Row:
    cells = [tuple(_entries([c for c in claims if c.document == document], cards)) for document in documents]
    return Row(
        label=label,
        cells=tuple(cell[:_LONGEST_CELL] for cell in cells),
        more=tuple(max(0, len(cell) - _LONGEST_CELL) for cell in cells),
    )


def _entries(claims: Sequence[Claim], cards: Mapping[str, tuple[Card, ...]]) -> Iterator[Entry]:
    """Each thing said once, what takes part in a finding first."""
    said: dict[tuple[str, str], dict[int, Card]] = {}
    for claim in claims:
        speaker = clean(claim.speaker.name) if claim.speaker else "own voice"
        own = said.setdefault((_words(claim), speaker), {})
        own.update((card.number, card) for card in cards.get(claim.id, ()))
    entries = [
        Entry(words, speaker, tuple(own[number] for number in sorted(own)))
        for (words, speaker), own in said.items()
    ]
    return iter(sorted(entries, key=lambda entry: not entry.cards))


def strongest(entry: Entry) -> str:
    """The most severe relation that an entry takes part in; empty for none."""
    found = {card.finding.relation for card in entry.cards if not card.dismissed}
    return next((relation for relation in RELATIONS if relation in found), "")


def _words(claim: Claim) -> str:
    if claim.quantity:
        return clean(claim.quantity.text)
    words = clean(claim.quote)
    return words if len(words) <= _LONGEST_WORDS else f"{words[:_LONGEST_WORDS].rsplit(' ', 1)[0]} …"

"""Word classes where the reading of a figure hangs on them."""

from __future__ import annotations

import pytest

from claimcheck.text.sentences import split_sentences


def tags(text: str) -> dict[str, str]:
    (sentence,) = split_sentences(text)
    return dict(zip((token.text for token in sentence.tokens), sentence.tags, strict=True))


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("The ministry said 12 people died.", "said", "V"),
        ("The ministry said 12 people died.", "died", "V"),
        ("The ministry said 12 people died.", "people", "N"),
        ("The ministry said 12 people died.", "12", "Q"),
        ("About 30,000 wounded troops left.", "wounded", "J"),
        ("Some 15 people need treatment.", "need", "V"),
        ("Witnesses saw 9 men climb out of the van.", "climb", "V"),
        ("The US fluid ounce is small.", "US", "E"),
        ("Moscow pulled back its troops.", "Moscow", "E"),
        ("The town has twelve bridges.", "twelve", "Q"),
        ("They will withdraw tomorrow.", "will", "M"),
        ("They will withdraw tomorrow.", "They", "O"),
        ("The mayor was killed in March.", "March", "E"),
        ("Russia's army left.", "'s", "A"),
        ("The army of the north left.", "of", "P"),
        ("It fell, and nobody spoke.", ",", "U"),
        ("Nearly 40 people were hurt.", "Nearly", "R"),
        ("The boats were slowly sinking.", "slowly", "R"),
    ],
)
def test_a_word_has_its_class_in_its_sentence(text: str, word: str, tag: str) -> None:
    assert tags(text)[word] == tag


def test_a_headline_in_capitals_is_not_all_names() -> None:
    found = tags("TWELVE PEOPLE DIED IN THE STORM")
    assert found["PEOPLE"] == "N"
    assert found["THE"] == "D"

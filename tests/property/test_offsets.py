"""Whatever the text is, offsets cut exactly the words they name."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st
from property.strategies import any_text, mixed_text, news_text, number_signs

from claimcheck.extract.assemble import extract_claims
from claimcheck.lexicon.figures import number_words
from claimcheck.model import Document
from claimcheck.text.quotations import find_quotations
from claimcheck.text.sentences import paragraphs, split_sentences
from claimcheck.text.tokens import tokenize

every_text = news_text | mixed_text | any_text | number_signs


@given(every_text)
def test_tokens_cover_the_text_in_order_without_overlap(text: str) -> None:
    reached = 0
    for token in tokenize(text, split=number_words().splitting):
        assert reached <= token.start < token.end
        assert text[token.start : token.end] == token.text
        assert not text[reached : token.start].strip()
        reached = token.end
    assert not text[reached:].strip()


@given(every_text)
def test_sentences_follow_each_other_and_leave_no_word_out(text: str) -> None:
    reached = 0
    for sentence in split_sentences(text):
        assert reached <= sentence.start < sentence.end
        assert not text[reached : sentence.start].strip()
        assert len(sentence.tags) == len(sentence.tokens) == len(sentence.lowers)
        reached = sentence.end
    assert not text[reached:].strip()


@given(every_text, st.lists(st.integers(0, 200), max_size=3))
def test_no_sentence_crosses_a_break(text: str, breaks: list[int]) -> None:
    for sentence in split_sentences(text, breaks):
        assert not [at for at in breaks if sentence.start < at < sentence.end]


@given(every_text)
def test_paragraphs_follow_each_other_and_leave_no_word_out(text: str) -> None:
    reached = 0
    for span in paragraphs(text):
        assert reached <= span.start < span.end
        assert not text[reached : span.start].strip()
        reached = span.end
    assert not text[reached:].strip()


@given(every_text)
def test_quotations_follow_each_other(text: str) -> None:
    reached = 0
    for span in find_quotations(text):
        assert reached <= span.start < span.end <= len(text)
        reached = span.end


@settings(max_examples=150)
@given(every_text, st.none() | news_text)
@example("He said: “40 people were killed.", "12 killed")
def test_claims_cut_their_quote_their_figure_and_their_speakers(text: str, title: str | None) -> None:
    document = Document("d", "s", text, title=title)
    claims = extract_claims(document)
    for claim in claims:
        field = document.field(claim.field)
        assert field[claim.start : claim.end] == claim.quote
        assert claim.quote in claim.sentence
        assert claim.sentence in field
        for link in claim.attribution:
            assert 0 <= link.start < link.end <= len(field)
        if claim.quantity is not None:
            assert field[claim.quantity.start : claim.quantity.end] == claim.quantity.text
            assert claim.start <= claim.quantity.start < claim.quantity.end <= claim.end
    assert len({claim.id for claim in claims}) == len(claims)


@given(news_text)
def test_a_claim_lies_inside_one_sentence_of_its_field(text: str) -> None:
    spans = [(sentence.start, sentence.end) for sentence in split_sentences(text)]
    for claim in extract_claims(Document("d", "s", text)):
        assert any(start <= claim.start and claim.end <= end for start, end in spans)


@given(news_text)
def test_the_same_text_gives_the_same_claims(text: str) -> None:
    document = Document("d", "s", text)
    assert extract_claims(document) == extract_claims(document)

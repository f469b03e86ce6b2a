"""Which document of a run is which of the case: one-to-one, never by likeness alone across outlets or ids."""

from __future__ import annotations

from builders import document

from claimcheck.model import Document
from claimcheck.store.keys import Lineage
from claimcheck.store.lineage import KnownDocument, line_hashes, traced

ARTICLE = "\n".join(
    (
        "The ferry left the harbour at dawn with its lights still on.",
        "Passengers spoke of a loud noise from below the car deck.",
        "The captain turned the ship towards the sandbank at once.",
        "Fishing boats from the village took most of them on board.",
    )
)


def known(name: str, text: str = ARTICLE, **fields: object) -> KnownDocument:
    given = {
        "story": "ferry",
        "outlet": None,
        "path": f"ferry/{name}.txt",
        "sha256": f"hash of {text}",
    } | fields
    return KnownDocument(Lineage(f"key of {name}", "ferry", name), id=name, lines=line_hashes(text), **given)


def arrived(name: str, text: str = ARTICLE, **fields: object) -> Document:
    given = {
        "story": "ferry",
        "outlet": None,
        "path": f"ferry/{name}.txt",
        "sha256": f"hash of {text}",
    } | fields
    return document(text, id=name, **given)


def keys(before: list[KnownDocument], after: list[Document]) -> list[str]:
    found = traced(before, after)
    return [found[each.story, each.id].key for each in after]


def test_the_same_id_is_the_same_document_whatever_its_words() -> None:
    assert keys([known("a"), known("b")], [arrived("b", "Quite other words."), arrived("a")]) == [
        "key of b",
        "key of a",
    ]


def test_the_same_text_under_another_id_is_the_same_document_of_one_outlet_alone() -> None:
    before = [known("d-1", outlet="The Herald")]
    assert keys(before, [arrived("d-2", outlet="The Herald")]) == ["key of d-1"]
    assert keys(before, [arrived("d-2", outlet="The Times", path=None)]) != ["key of d-1"]


def test_an_edited_file_is_known_by_its_path_and_a_moved_one_by_its_name() -> None:
    before = [known("d-1", path="ferry/herald.txt")]
    assert keys(before, [arrived("d-2", "All new.", path="ferry/herald.txt")]) == ["key of d-1"]
    assert keys(before, [arrived("d-2", "All new.", path="elsewhere/herald.txt")]) == ["key of d-1"]


def test_an_edited_and_renamed_file_is_known_by_half_its_lines() -> None:
    lines = ARTICLE.split("\n")
    before = [known("d-1", path="ferry/herald.txt")]
    kept = "\n".join([*lines[:3], "Divers found nobody else when they went down in the evening."])
    lost = "\n".join([lines[0], "Divers found nobody else.", "The minister spoke of a dark day for all."] * 2)
    assert keys(before, [arrived("d-2", kept, path="ferry/x.txt")]) == ["key of d-1"]
    assert keys(before, [arrived("d-2", lost, path="ferry/x.txt")]) != ["key of d-1"]


def test_documents_with_ids_of_their_own_are_never_taken_for_each_other_by_likeness() -> None:
    before = [known("https://herald.example/1", path=None)]
    after = [
        arrived("https://herald.example/2", f"{ARTICLE}\nThis story was updated at noon today.", path=None)
    ]
    assert keys(before, after) != ["key of https://herald.example/1"]


def test_one_document_has_one_successor() -> None:
    before = [known("d-1", path="ferry/herald.txt")]
    after = [
        arrived("d-2", f"{ARTICLE}\nOne more line was added to this one.", path="ferry/x.txt"),
        arrived("d-3", f"{ARTICLE}\nAnother line was added to that one.", path="ferry/y.txt"),
    ]
    assert sorted(key == "key of d-1" for key in keys(before, after)) == [False, True]


def test_a_document_that_takes_the_id_of_one_that_was_renamed_gets_a_key_of_its_own() -> None:
    from claimcheck.store.keys import document_key

    first = Lineage(document_key("ferry", "a"), "ferry", "a")
    before = [KnownDocument(first, "ferry", "b", None, None, "hash of it")]
    found = traced(before, [arrived("a", "Other words altogether."), arrived("b")])
    assert found["ferry", "b"] == first
    assert found["ferry", "a"].key != first.key
    assert found["ferry", "a"].id != "a"

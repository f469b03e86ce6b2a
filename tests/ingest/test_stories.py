"""Stories, story files, front matter and identity."""

from __future__ import annotations

import json
from pathlib import Path

from claimcheck.ingest import Ingested, read_documents

PROSE = "Kyiv said half of the soldiers had left. Moscow said all had."


def write(path: Path, content: str = PROSE) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, "utf-8")
    return str(path)


def names(found: Ingested) -> list[str]:
    return [Path(document.path or "").name for document in found.documents]


def test_a_folder_with_subfolders_holds_a_story_for_each(tmp_path: Path) -> None:
    write(tmp_path / "kherson" / "a.txt")
    write(tmp_path / "bakhmut" / "a.txt")
    found = read_documents([str(tmp_path)])
    assert [document.story for document in found.documents] == ["bakhmut", "kherson"]


def test_folders_of_the_same_name_are_different_stories(tmp_path: Path) -> None:
    write(tmp_path / "2022" / "kherson" / "a.txt")
    write(tmp_path / "2023" / "kherson" / "a.txt")
    found = read_documents([str(tmp_path)])
    assert [document.story for document in found.documents] == ["2022/kherson", "2023/kherson"]


def test_files_named_one_by_one_are_one_story(tmp_path: Path) -> None:
    files = [write(tmp_path / "x" / "a.txt"), write(tmp_path / "y" / "b.txt", PROSE + " Again.")]
    assert [document.story for document in read_documents(files).documents] == ["story", "story"]


def test_a_story_file_names_orders_and_adds(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        write(tmp_path / name, f"{PROSE} {name}")
    write(tmp_path / "d.txt", "---\noutlet: Dawn\n---\n" + PROSE)
    notes = "name: Kherson\norder: [c.txt, b.txt]\ndocuments:\n"
    notes += "  c.txt: {outlet: AFP, published: 13 Nov 2022, id: c1}\n"
    write(tmp_path / "story.yml", notes + "  d.txt: {outlet: Reuters, title: Kherson is free}\n")
    found = read_documents([str(tmp_path)])
    first, last = found.documents[0], found.documents[-1]
    assert names(found) == ["c.txt", "b.txt", "a.txt", "d.txt"]
    assert (first.id, first.outlet, first.origin, first.published) == ("c1", "AFP", "AFP", "2022-11-13")
    assert (last.outlet, last.title, last.story) == ("Dawn", "Kherson is free", "Kherson")
    assert found.problems == ()


def test_a_story_file_with_mistakes_is_named_and_the_documents_are_read(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    story = write(tmp_path / "story.yml", "order: [b.txt]\n")
    found = read_documents([str(tmp_path)])
    assert [str(problem) for problem in found.problems] == [
        f"{story}:1:9: \"b.txt\" is no document of this folder - did you mean 'a.txt'?"
    ]
    write(tmp_path / "story.yml", "nmae: Kherson\n")
    found = read_documents([str(tmp_path)])
    assert "did you mean 'name'?" in found.problems[0].what
    assert (len(found.documents), found.unreadable) == (1, 0)


def test_front_matter_overrides_the_page_and_stays_in_the_text(tmp_path: Path) -> None:
    page = "Kherson is free\n\nBy AFP\nNovember 13, 2022\n\n" + PROSE
    text = f"---\noutlet: Dawn\nauthor: Jane Doe\npublished: 2022-11-14\nstory: k\nid: 7\n---\n{page}"
    document = read_documents([write(tmp_path / "a.md", text)]).documents[0]
    assert (document.id, document.story, document.outlet) == ("7", "k", "Dawn")
    assert (document.author, document.published, document.origin) == ("Jane Doe", "2022-11-14", "AFP")
    assert document.text == text
    front, headline = document.parts[:2]
    assert front.kind == "boilerplate"
    assert front.span.of(text).endswith("id: 7\n---")
    assert headline.span.of(text) == "Kherson is free"


def test_broken_front_matter_is_named_and_the_text_is_read(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", f"---\noutlet: Dawn\noutlet: AFP\n---\n{PROSE}")
    found = read_documents([path])
    assert found.problems[0].where == f"{path}:3:1"
    assert (len(found.documents), found.documents[0].outlet, found.unreadable) == (1, None, 0)


def test_a_rule_of_dashes_is_no_front_matter(tmp_path: Path) -> None:
    found = read_documents([write(tmp_path / "a.md", f"---\n{PROSE}\n---\n{PROSE}")])
    assert (found.problems, found.documents[0].parts) == ((), ())


def test_the_same_id_twice_in_a_story_is_kept_once(tmp_path: Path) -> None:
    rows = [("a", "s", "Kyiv."), ("a", "s", "Kyiv."), ("a", "s", "Moscow."), ("a", "t", "Moscow.")]
    lines = "\n".join(json.dumps({"id": row[0], "story": row[1], "text": row[2]}) for row in rows)
    path = write(tmp_path / "a.jsonl", lines)
    found = read_documents([path])
    assert [(document.story, document.text) for document in found.documents] == [
        ("s", "Kyiv."),
        ("t", "Moscow."),
    ]
    assert [str(problem) for problem in found.problems] == [
        f"{path}:2: is the same document as {path}:1: only that one is kept",
        f'{path}:3: has the id "a" of {path}:1 and is kept out: give it an id of its own',
    ]


def test_identity_falls_back_from_url_to_outlet_title_and_date_to_content(tmp_path: Path) -> None:
    rows = [
        {"url": "https://example.org/a", "text": "Kyiv."},
        {"outlet": "Dawn", "title": "T", "published": "2022-11-13", "text": "Kyiv."},
        {"outlet": "Dawn", "title": "T", "text": "Kyiv."},
    ]
    found = read_documents([write(tmp_path / "a.jsonl", "\n".join(map(json.dumps, rows)))])
    ids = [document.id for document in found.documents]
    assert ids[0] == "https://example.org/a"
    assert len(set(ids)) == 3
    assert all(name.startswith("d-") and len(name) == 12 for name in ids[1:])


def test_the_same_input_gives_the_same_documents(tmp_path: Path) -> None:
    write(tmp_path / "b.txt", PROSE + " B.")
    write(tmp_path / "a.txt", PROSE + " A.")
    assert read_documents([str(tmp_path)]) == read_documents([str(tmp_path)])

"""Articles inside HTML pages."""

from __future__ import annotations

import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from claimcheck.ingest import read_documents

pytest.importorskip("trafilatura")

PAGE = """<html><head><title>Kherson is free | The Daily</title>
<meta property="og:site_name" content="The Daily"><meta name="author" content="Jane Doe">
<meta property="article:published_time" content="2022-11-13T10:00:00Z">
<link rel="canonical" href="https://example.org/kherson"></head><body><nav>Home</nav><article>
<h1>Kherson is free</h1><p>Share</p>
<p>KYIV (AFP) - Kyiv said on Saturday that half of the soldiers had been withdrawn across the river.</p>
<p>Moscow said it had pulled back more than 30,000 troops, and that none had been lost on the way.</p>
</article></body></html>"""


def test_the_article_and_what_the_page_says_of_it_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(PAGE, "utf-8")
    document = read_documents([str(path)]).documents[0]
    assert (document.outlet, document.title, document.author) == ("The Daily", "Kherson is free", "Jane Doe")
    assert (document.published, document.url) == ("2022-11-13", "https://example.org/kherson")
    assert (document.id, document.origin) == ("https://example.org/kherson", "AFP")
    assert document.sha256 == sha256(document.text.encode("utf-8")).hexdigest()
    marked = {part.span.of(document.text): part.kind for part in document.parts}
    assert marked == {"Kherson is free": "headline", "Share": "boilerplate", "KYIV (AFP) -": "dateline"}


def test_a_page_that_is_hardly_an_article_still_gives_its_text(tmp_path: Path) -> None:
    path = tmp_path / "a.htm"
    path.write_text(
        "<html><body><script>x()</script><div>Kyiv said <b>20</b> left.</div></body></html>", "utf-8"
    )
    found = read_documents([str(path)])
    assert [document.text for document in found.documents] == ["Kyiv said 20 left."]


@pytest.mark.parametrize("markup", ["<html></html>", "<!-- -->", "<"])
def test_a_page_without_words_is_a_problem(tmp_path: Path, markup: str) -> None:
    path = tmp_path / "a.html"
    path.write_text(markup, "utf-8")
    found = read_documents([str(path)])
    assert (len(found.documents), found.unreadable) in {(0, 1), (1, 0)}


def test_html_libraries_are_not_imported_for_plain_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Kyiv said half had left.", "utf-8")
    code = (
        "import sys; from claimcheck.ingest import read_documents; "
        f"read_documents([{str(path)!r}]); print('trafilatura' in sys.modules or 'lxml' in sys.modules)"
    )
    root = Path(__file__).parents[2]
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root)
    assert run.stdout.strip() == "False"

"""PDF and Word files: their text, their pages, and what is wrong with them."""

from io import BytesIO

import docx
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from corpus.article import read_article
from corpus.errors import UnreadableError
from corpus.formats import read_document
from corpus.metadata import Description

FIRST = "The council voted on Monday to close the old bridge."
SECOND = "Traffic is led over the new one, the mayor said."


def pdf(*pages: list[str], password: str | None = None) -> bytes:
    """A PDF with these lines on its pages."""
    writer = PdfWriter()
    named = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    font = DictionaryObject({NameObject(key): NameObject(value) for key, value in named.items()})
    for lines in pages:
        page = writer.add_blank_page(600, 800)
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
        )
        stream = DecodedStreamObject()
        drawn = "".join(f"({line}) Tj 0 -16 Td " for line in lines)
        stream.set_data(f"BT /F1 12 Tf 40 760 Td {drawn} ET".encode())
        page[NameObject("/Contents")] = stream
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def test_sentences_of_a_pdf_know_their_page() -> None:
    """Offsets count in the extracted text, and every sentence names its page."""
    document = read_document("a.pdf", pdf([FIRST], [SECOND]))
    found = read_article(document, Description()).sentences
    assert [(sentence.text, sentence.page) for sentence in found] == [(FIRST, 1), (SECOND, 2)]
    assert all(document.text[sentence.start : sentence.end] == sentence.text for sentence in found)


def test_running_heads_and_page_numbers_are_furniture() -> None:
    """What stands at the edge of every page is not quoted."""
    pages = [
        ["The Journal of Bridges, volume 3.", f"{FIRST[:-1]} {number}.", f"Page {number} of 4"]
        for number in range(1, 5)
    ]
    found = read_article(read_document("a.pdf", pdf(*pages)), Description()).sentences
    assert len(found) == 4 and all(sentence.text.startswith(FIRST[:-1]) for sentence in found)


@pytest.mark.parametrize(("line", "author"), [("By ANN REED", "Ann Reed"), ("Ann Reed", "Ann Reed"), ("Page 1", None)])
def test_the_properties_of_a_pdf_name_the_author_its_page_shows(line: str, author: str | None) -> None:
    """Who made the PDF counts as its author only where the first page names them; the byline is not quoted."""
    writer = PdfWriter(clone_from=BytesIO(pdf(["The old bridge closes", line, "", FIRST], [SECOND])))
    writer.add_metadata({"/Author": "Ann Reed", "/Title": "bridge-final-2.doc"})
    target = BytesIO()
    writer.write(target)
    found = read_article(read_document("a.pdf", target.getvalue()), Description())
    assert found.description.author == author
    assert [sentence.text for sentence in found.sentences] == ["The old bridge closes", FIRST, SECOND]


def test_words_cut_at_a_line_end_are_whole() -> None:
    """A hyphen at the end of a line is not part of its word."""
    document = read_document("a.pdf", pdf(["The council voted to close the brid-", "ge for good."]))
    assert "bridge for good" in document.text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (pdf([FIRST], password="secret"), "password"),
        (pdf([]), "no text"),
        (pdf([FIRST])[:200], "PDF"),
        (b"no PDF at all", "PDF"),
    ],
    ids=["encrypted", "scanned", "cut off", "other"],
)
def test_a_pdf_that_cannot_be_read_says_why(data: bytes, reason: str) -> None:
    """Locked, scanned and damaged files are told apart."""
    with pytest.raises(UnreadableError, match=reason):
        read_document("a.pdf", data)


def word(*paragraphs: tuple[str, str]) -> bytes:
    """A Word document of (style, text)."""
    document = docx.Document()
    for style, text in paragraphs:
        document.add_paragraph(text, style=style)
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Monday", "300 lorries crossed"
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def test_a_word_document_is_read_in_order() -> None:
    """Headings, paragraphs and tables are read; the styles say which is which."""
    document = read_document(
        "a.docx", word(("Title", "The bridge"), ("Normal", f"{FIRST} {SECOND}"), ("List Bullet", "One more"))
    )
    found = read_article(document, Description())
    assert found.description.title == "The bridge"
    assert [(sentence.kind, sentence.text) for sentence in found.sentences] == [
        ("heading", "The bridge"),
        ("prose", FIRST),
        ("prose", SECOND),
        ("prose", "One more"),
        ("prose", "Monday | 300 lorries crossed"),
    ]
    assert all(document.text[sentence.start : sentence.end] == sentence.text for sentence in found.sentences)


@pytest.mark.parametrize("data", [b"PK\x03\x04 broken", b"nothing", word()[:2000]])
def test_a_broken_word_document_is_named(data: bytes) -> None:
    """A damaged archive is refused with a reason."""
    with pytest.raises(UnreadableError, match="Word"):
        read_document("a.docx", data)


def test_the_sample_is_a_pdf() -> None:
    """The PDFs made here are PDFs."""
    assert len(PdfReader(BytesIO(pdf([FIRST], [SECOND]))).pages) == 2

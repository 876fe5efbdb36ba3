"""Encodings: every text is read, and what is no text is named."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.encodings import decode
from corpus.errors import UnreadableError

TEXT = "“Genug!” sagte sie – 3 € für Käse.\r\nDann ging sie heim."


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
    ],
)
def test_the_text_is_the_same_in_every_encoding(data: bytes) -> None:
    """A mark is not counted, and line ends stay as they are."""
    assert decode(data).text == TEXT


def test_a_declared_encoding_counts_before_a_guess() -> None:
    """A page that names its encoding is read in it."""
    russian = "Привет, мир. Это короткий текст."
    assert decode(russian.encode("koi8-r"), "koi8-r").text == russian
    assert decode(TEXT.encode(), "koi8-r").text == TEXT, "but UTF-8 that is valid is UTF-8"
    assert decode(TEXT.encode("cp1252"), "no-such-encoding").text == TEXT


def test_other_encodings_are_guessed() -> None:
    """A text in another alphabet is recognised by its letters."""
    russian = "Жители города покидают свои дома. Дороги переполнены, и никто не знает, когда они вернутся. " * 5
    assert decode(russian.encode("cp1251")).text == russian


RUSSIAN = "Жители города покидают свои дома. Дороги переполнены, и никто не знает, когда они вернутся."
POLISH = "Mieszkańcy opuszczają swoje domy. Drogi są pełne i nikt nie wie, kiedy wrócą; zginął żołnierz."
CZECH = "Obyvatelé opouštějí své domovy. Silnice jsou přeplněné a nikdo neví, kdy se vrátí, řekla včera šťastná žena."
HUNGARIAN = "A város lakói elhagyják otthonaikat. Az utak zsúfoltak, senki sem tudja, mi történt, őket később temetik."
TURKISH = "Şehrin sakinleri evlerini terk ediyor; ne zaman döneceklerini bilmiyorlar, ğ ve ı ile yazılır, çünkü öyle."
LITHUANIAN = (
    "Miesto gyventojai palieka savo namus. Niekas nežino, kada jie sugrįš, sakė ministras Šarūnas ir ąžuolų ūkis."
)
ICELANDIC = (
    "Íbúar bæjarins yfirgefa heimili sín. Vegirnir eru fullir og enginn veit hvenær þeir snúa aftur, sagði ráðherrann."
)
PORTUGUESE = "As populações não têm água; as eleições serão em São Paulo, disse o ministro. Milhões estão nas ruas."
NAMES = (
    "The mayor, Søren Ågård, and Tomás García left. Nobody was hurt, police said; the café lost £400, or “2½m² of £m”. "
)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((RUSSIAN, encoding) for encoding in ("koi8-r", "cp1251", "iso8859-5", "cp866")),
        *((text, encoding) for text in (POLISH, CZECH, HUNGARIAN) for encoding in ("cp1250", "iso8859-2")),
        (TURKISH, "cp1254"),
        (LITHUANIAN, "cp1257"),
        *((text, "cp1252") for text in (ICELANDIC, PORTUGUESE, NAMES)),
    ],
)
def test_a_language_is_read_in_its_own_encoding(text: str, encoding: str) -> None:
    """Where no encoding is declared, its letters show which it is, in a sentence as in an article; no doubt is told."""
    for times in (1, 20):
        decoded = decode((text * times).encode(encoding))
        assert decoded.text == text * times
        assert decoded.doubt is None


@pytest.mark.parametrize("encoding", ["cp1250", "iso8859-2", "cp1251", "koi8-r"])
def test_a_guess_from_a_few_letters_is_told(encoding: str) -> None:
    """An English text with a foreign name is read, and its owner hears that this was a guess, and what to do."""
    name = "Владимир Перов" if encoding in ("cp1251", "koi8-r") else "Łukasz Dvořák"
    decoded = decode(
        f"The minister, {name}, left on Monday. {'Nobody knows when he will be back. ' * 9}".encode(encoding)
    )
    assert decoded.doubt is not None
    assert decoded.doubt.startswith(f"does not say its encoding and was read as {decoded.encoding}; if letters")
    assert name in decoded.text or encoding == "koi8-r"


@pytest.mark.parametrize(
    ("name", "encoding"), [("ISO-8859-1", "cp1252"), ("iso-8859-9", "cp1254"), ("gb2312", "gb18030")]
)
def test_a_declared_name_is_read_as_browsers_do(name: str, encoding: str) -> None:
    """Pages that call themselves Latin-1 have the quotation marks of Windows, and so on."""
    text = "“Yes” – he said, 市民."[: None if encoding == "gb18030" else -4]
    assert decode(text.encode(encoding), name).text == text


@pytest.mark.parametrize("name", ["unicode_escape", "raw-unicode-escape", "utf-16", "punycode", "rot13", "hex"])
def test_what_is_no_encoding_of_files_is_not_obeyed(name: str) -> None:
    """A page cannot have its bytes turned into others by the name of a codec."""
    assert decode(TEXT.encode("cp1252"), name).text == TEXT


@given(
    st.sampled_from([RUSSIAN, POLISH, CZECH, HUNGARIAN, PORTUGUESE]), st.sampled_from(["koi8-r", "cp1250", "cp1252"])
)
def test_reading_is_reversible(text: str, encoding: str) -> None:
    """Whatever encoding is chosen, the text written in it again is the file: no byte is lost."""
    data = text.encode(encoding, "ignore")
    decoded = decode(data)
    assert decoded.text.encode(decoded.encoding) == data


def test_a_few_broken_bytes_do_not_spoil_a_text() -> None:
    """UTF-8 with a broken byte stays UTF-8, and the damage is told."""
    decoded = decode("“Ja”, sagte er. ".encode() * 5 + b"\xff Ende.")
    assert decoded.text.startswith("“Ja”") and "�" in decoded.text
    assert decoded.damage is not None and "1 places" in decoded.damage


@pytest.mark.parametrize(
    "data", [b"\x00\x01\x02\xfe" * 400, b"%PDF-1.7 ...", b"\x89PNG\r\n", b"PK\x03\x04abc", bytes(range(256))]
)
def test_binary_files_are_refused(data: bytes) -> None:
    """A picture with a text's name is named, not quoted."""
    with pytest.raises(UnreadableError, match="is a"):
        decode(data)


@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """No bytes raise anything but UnreadableError."""
    try:
        assert isinstance(decode(data).text, str)
    except UnreadableError as error:
        assert str(error)

"""Bytes become the text they are, or are refused by name in one sentence."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import UnreadableFileError
from corpus.read.decode import decode

SPANISH = "La región andina aumentó la erradicación; según el Ministerio, cayó la producción en Nariño y Cauca."


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (b"one\r\ntwo\rthree\n", "one\r\ntwo\rthree\n", "utf-8"),
        (codecs.BOM_UTF8 + "é".encode(), "\ufeffé", "utf-8"),
        ("a\u00a0b ½ 😀".encode(), "a\u00a0b ½ 😀", "utf-8"),
        ("Größe".encode("utf-16"), "Größe", "utf-16"),
        ("Größe".encode("utf-32"), "Größe", "utf-32"),
        (b"page one\fpage two", "page one\fpage two", "utf-8"),
    ],
)
def test_declared_and_utf8_texts_keep_every_character(data, text, encoding):
    assert decode(data, "a.txt") == (text, encoding)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SPANISH, "cp1252"),
        ("Größe und Übermaß der Förderung: 5 Mio. € für Köln – “quoted” text.", "cp1252"),
        ("¿Quién paga? La ayuda subió a 30 km² y 5 °C.¹² Así dijo el señor Peña.", "cp1252"),
        ("Правительство Российской Федерации увеличило расходы на программу в 2019 году.", "cp1251"),
    ],
)
def test_an_older_encoding_is_detected_and_named(text, encoding):
    assert decode(text.encode(encoding), "a.txt") == (text, encoding)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "is empty"),
        (b" \r\n\t", "is empty"),
        (codecs.BOM_UTF8, "is empty"),
        (b"%PDF-1.7\nhello", "is a PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"{\\rtf1 hello}", "RTF"),
        (b"text\x00with nul", "binary"),
        (bytes(range(256)) * 4, "binary"),
        (b"\x01\x02\x03\x04 abc", "binary"),
        (codecs.BOM_UTF8 + b"\xff\xfe\xfa", "not valid utf-8 at byte"),
        (b"caf\xe9", "cannot be told"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data, why):
    with pytest.raises(UnreadableFileError, match=why) as caught:
        decode(data, "report.txt")
    assert str(caught.value).startswith("report.txt ")
    assert "\n" not in str(caught.value)


@given(st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs", "Cc"]), min_size=1))
def test_any_utf8_text_comes_back_as_it_was(text):
    if text.strip(" \ufeff"):
        data = text.encode()
        if not any(data.startswith(mark) for mark in (b"\xff\xfe", b"\xfe\xff", b"%PDF-", b"{\\rtf")):
            assert decode(data, "a.txt") == (text, "utf-8")


@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_or_one_sentence(data):
    try:
        text, _ = decode(data, "a.txt")
    except UnreadableFileError as refusal:
        assert str(refusal).startswith("a.txt ")
    else:
        assert text.strip()

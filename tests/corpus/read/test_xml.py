"""XML becomes a tree of our names, and what could hide an attack is refused at its first word."""

import pytest

from corpus.errors import UnreadableFileError
from corpus.read import xml as room
from corpus.read.xml import parse_xml


def parsed(data):
    return parse_xml(data, "p.xml", "a.docx", {"urn:w": "w"})


def test_known_namespaces_get_our_prefixes():
    root = parsed(b'<x:a xmlns:x="urn:w" xmlns:y="urn:y" x:b="1" c="2"><y:d/></x:a>')
    assert (root.tag, root.attrib, [child.tag for child in root]) == ("w-a", {"w-b": "1", "c": "2"}, ["d"])


BOMB = (
    '<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]><l>&j;</l>"
)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (BOMB.encode(), "document type"),
        (BOMB.encode("utf-16"), "document type"),
        (b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a>&x;</a>', "document type"),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "document type"),
        (b"<a>" * 100_000 + b"</a>" * 100_000, "nested deeper"),
        (b"<a>&x;</a>", "broken in its part 'p.xml'"),
        (b"<a>\x00</a>", "broken"),
        (b"<a>&#xD800;</a>", "broken"),
        (b'<?xml version="1.0" encoding="none-such"?><a/>', "broken"),
        (b"<a><b></a>", "broken"),
        (b"", "broken"),
    ],
)
def test_what_is_broken_or_hostile_is_refused_in_one_sentence(data, why):
    with pytest.raises(UnreadableFileError, match=why) as caught:
        parsed(data)
    assert str(caught.value).startswith("a.docx ")
    assert "\n" not in str(caught.value)


def test_the_number_of_elements_has_a_bound(monkeypatch):
    monkeypatch.setattr(room, "MOST_ELEMENTS", 10)
    with pytest.raises(UnreadableFileError, match="more parts"):
        parsed(b"<a>" + b"<b/>" * 20 + b"</a>")

"""Every common way to link a note gives the same marker and the same words; other links stay words."""

import pytest

from corpus.model import MARKER, NOTE_TEXT
from corpus.read.html.reader import read_html

FIRST = "The mains lose 40% of the water in 2022."
SECOND = "Repairs cost $15 million in 2019."


def page(body):
    return read_html(f"<!DOCTYPE html><html><body>{body}</body></html>".encode(), "a.html")


def markers(reading):
    return [(reading.text[slice(*r.span)], r.label, r.key) for r in reading.regions if r.role == MARKER]


def notes(reading):
    found = {}
    for region in reading.regions:
        if region.role == NOTE_TEXT:
            found.setdefault(region.key, []).append(reading.text[slice(*region.span)])
    return found


def linked(reading):
    """(printed marker, label, paragraphs of its note)"""
    words = notes(reading)
    return [(printed, label, words.get(key)) for printed, label, key in markers(reading)]


CONVENTIONS = {
    "roles of the web standard": (
        f'<p>{FIRST}<a id="r1" href="#n1" role="doc-noteref"><sup>1</sup></a> {SECOND}'
        '<a id="r2" href="#n2" role="doc-noteref"><sup>2</sup></a></p>'
        '<section role="doc-endnotes"><ol><li id="n1"><p>See Ward. <a href="#r1" role="doc-backlink">Back</a></p></li>'
        '<li id="n2"><p>Ibid., 4.<a href="#r2" role="doc-backlink">↩</a></p></li></ol></section>'
    ),
    "pandoc": (
        f'<p>{FIRST}<a href="#fn1" class="footnote-ref" id="fnref1"><sup>1</sup></a> {SECOND}'
        '<a href="#fn2" class="footnote-ref" id="fnref2"><sup>2</sup></a></p><section class="footnotes"><hr><ol>'
        '<li id="fn1"><p>See Ward.<a href="#fnref1" class="footnote-back">↩︎</a></p></li>'
        '<li id="fn2"><p>Ibid., 4.<a href="#fnref2" class="footnote-back">↩︎</a></p></li></ol></section>'
    ),
    "plain anchors in a list": (
        f'<p>{FIRST}<sup><a href="#a1">1</a></sup> {SECOND}<sup><a href="#a2">2</a></sup></p>'
        '<ol><li id="a1">See Ward.</li><li id="a2">Ibid., 4.</li></ol>'
    ),
    "Substack": (
        f'<p>{FIRST}<a class="footnote-anchor" id="footnote-anchor-1-9" href="#footnote-1-9">1</a> {SECOND}'
        '<a class="footnote-anchor" id="footnote-anchor-2-9" href="#footnote-2-9">2</a></p>'
        '<div class="footnote"><a id="footnote-1-9" href="#footnote-anchor-1-9" class="footnote-number">1</a>'
        '<div class="footnote-content"><p>See Ward.</p></div></div>'
        '<div class="footnote"><a id="footnote-2-9" href="#footnote-anchor-2-9" class="footnote-number">2</a>'
        '<div class="footnote-content"><p>Ibid., 4.</p></div></div>'
    ),
    "an encyclopedia": (
        f'<p>{FIRST}<sup id="cite_ref-w_1-0" class="reference"><a href="#cite_note-w-1"><span>[</span>1<span>]</span>'
        f'</a></sup> {SECOND}<sup id="cite_ref-2" class="reference"><a href="#cite_note-2">[2]</a></sup></p>'
        '<ol class="references"><li id="cite_note-w-1"><span class="mw-cite-backlink"><b>'
        '<a href="#cite_ref-w_1-0">^</a>'
        '</b></span> <span class="reference-text">See Ward.</span></li><li id="cite_note-2"><span>'
        '<a href="#cite_ref-2">Jump up ^</a></span> <span class="reference-text">Ibid., 4.</span></li></ol>'
    ),
    "easy footnotes": (
        f'<p>{FIRST}<span id="easy-footnote-1-5" class="easy-footnote-margin-adjust"></span>'
        f'<span class="easy-footnote">'
        f'<a href="#easy-footnote-bottom-1-5" title="See Ward."><sup>1</sup></a></span> {SECOND}'
        '<span id="easy-footnote-2-5" class="easy-footnote-margin-adjust"></span><span class="easy-footnote">'
        '<a href="#easy-footnote-bottom-2-5" title="Ibid., 4."><sup>2</sup></a></span></p>'
        '<ol class="easy-footnotes-wrapper"><li class="easy-footnote-single">'
        '<span id="easy-footnote-bottom-1-5"></span>'
        'See Ward.<a class="easy-footnote-to-top" href="#easy-footnote-1-5"></a></li><li class="easy-footnote-single">'
        '<span id="easy-footnote-bottom-2-5"></span>Ibid., 4.<a class="easy-footnote-to-top" href="#easy-footnote-2-5">'
        "</a></li></ol>"
    ),
    "an absolute link to the page itself": (
        f'<p>{FIRST}<sup><a href="https://example.org/p/#f1">1</a></sup> {SECOND}<sup>'
        f'<a href="https://example.org/p/#f2">2'
        '</a></sup></p><ol><li id="f1">See Ward.</li><li id="f2">Ibid., 4.</li></ol>'
    ),
    "a marker numbered by the style sheet": (
        f'<p>{FIRST}<a class="footnote-ref" href="#f1"></a> {SECOND}<a class="footnote-ref" href="#f2"></a></p>'
        '<ol><li id="f1">See Ward.</li><li id="f2">Ibid., 4.</li></ol>'
    ),
    "letters for several links back": (
        f'<p>{FIRST}<sup id="b1"><a href="#f1">1</a></sup> {SECOND}<sup id="b2"><a href="#f2">2</a></sup></p>'
        '<ol><li id="f1">^ <a href="#b1">a</a> <a href="#b1">b</a> See Ward.</li><li id="f2"><a href="#b2">'
        '↑</a> Ibid., 4.'
        "</li></ol>"
    ),
    "notes on a page turned off": (
        f'<p>{FIRST}<a href="#f1"><sup>1</sup></a> {SECOND}<a href="#f2"><sup>2</sup></a></p>'
        '<aside id="f1" epub:type="footnote" hidden><p>See Ward.</p></aside>'
        '<aside id="f2" epub:type="footnote" style="display: none"><p>Ibid., 4.</p></aside>'
    ),
    "an office on the web": (
        f'<p>{FIRST}<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup> {SECOND}'
        '<sup><a href="#ftnt2" id="ftnt_ref2">[2]</a></sup></p><hr><div><p><a href="#ftnt_ref1" id="ftnt1">1</a>&nbsp;'
        'See Ward.</p></div><div><p><a href="#ftnt_ref2" id="ftnt2">2</a>&nbsp;Ibid., 4.</p></div>'
    ),
    "a forge": (
        f'<p>{FIRST}<sup><a href="#user-content-fn-1" id="user-content-fnref-1" data-footnote-ref>1</a></sup> {SECOND}'
        '<sup><a href="#user-content-fn-b" id="user-content-fnref-b" data-footnote-ref>2</a></sup></p>'
        '<section data-footnotes class="footnotes"><h2 class="sr-only" id="footnote-label">Footnotes</h2><ol>'
        '<li id="user-content-fn-1"><p>See Ward. <a href="#user-content-fnref-1" data-footnote-backref '
        'aria-label="Back to reference 1" class="data-footnote-backref">↩</a></p></li><li id="user-content-fn-b">'
        '<p>Ibid., 4. <a href="#user-content-fnref-b" class="data-footnote-backref">↩</a></p></li></ol></section>'
    ),
    "kramdown": (
        f'<p>{FIRST}<sup id="fnref:1" role="doc-noteref"><a href="#fn:1" class="footnote" rel="footnote">1</a></sup> '
        f'{SECOND}<sup id="fnref:b"><a href="#fn:b" class="footnote">2</a></sup></p>'
        '<div class="footnotes" role="doc-endnotes"><ol><li id="fn:1" role="doc-endnote"><p>See Ward. '
        '<a href="#fnref:1" class="reversefootnote" role="doc-backlink">&#8617;</a></p></li><li id="fn:b"><p>Ibid., 4. '
        '<a href="#fnref:b" class="reversefootnote">&#8617;&#xFE0E;</a></p></li></ol></div>'
    ),
    "Drupal": (
        f'<p>{FIRST}<a class="see-footnote" id="footnoteref1_x" title="See Ward." href="#footnote1_x">1</a> {SECOND}'
        '<a class="see-footnote" id="footnoteref2_y" title="Ibid., 4." href="#footnote2_y">2</a></p>'
        '<ul class="footnotes"><li class="footnote" id="footnote1_x"><a class="footnote-label" href="#footnoteref1_x">1'
        '</a> See Ward.</li><li class="footnote" id="footnote2_y"><a class="footnote-label" href="#footnoteref2_y">2'
        "</a> Ibid., 4.</li></ul>"
    ),
    "raised by a style sheet": (
        f'<style>.up {{ vertical-align: super }}</style><p>{FIRST}<span class="up"><a href="#q1">[1]</a>'
        f'</span> {SECOND}<span class="up"><a href="#q2">[2]</a></span></p><p id="q1">1 See Ward.</p>'
        '<p id="q2">2 Ibid., 4.</p>'
    ),
    "no style sheet to raise a number": (
        f'<p>{FIRST}<a href="#fn1" class="footnote-ref">1</a> {SECOND}<a href="#fn2" class="footnote-ref">2</a></p>'
        '<div class="footnotes"><div id="fn1"><p><a href="#fnref1" class="footnote-back">1</a> See Ward.</p></div>'
        '<div id="fn2"><p><a href="#fnref2" class="footnote-back">2</a> Ibid., 4.</p></div></div>'
    ),
    "side notes": (
        f'<p>{FIRST}<label for="s1" class="margin-toggle sidenote-number"></label><input type="checkbox" id="s1">'
        f'<span class="sidenote">See Ward.</span>'
        f' {SECOND}<label for="s2" class="margin-toggle sidenote-number"></label>'
        '<input type="checkbox" id="s2"><span class="sidenote">Ibid., p. 4.</span></p>'
    ),
    "tool tips": (
        f'<p>{FIRST}<sup class="footnote" data-footnote="See Ward there.">1</sup> {SECOND}'
        '<sup><a href="javascript:void(0)" title="Ibid., page 4.">2</a></sup></p>'
    ),
    "a note behind its number": (
        f'<p>{FIRST}<sup class="modern-footnotes-footnote"><a href="javascript:void(0)">1</a></sup>'
        '<span class="modern-footnotes-footnote__note">See Ward there.</span> '
        f'{SECOND}<sup class="modern-footnotes-footnote"><a href="javascript:void(0)">2</a></sup>'
        '<span class="modern-footnotes-footnote__note">Ibid., page 4.</span></p>'
    ),
    "a converter of scientific papers": (
        f'<p>{FIRST}<span class="ltx_note ltx_role_footnote"><sup class="ltx_note_mark">1</sup>'
        f'<span class="ltx_note_outer">'
        '<span class="ltx_note_content"><sup class="ltx_note_mark">1</sup><span class="ltx_tag ltx_tag_note">1</span>'
        f'See Ward there.</span></span></span> {SECOND}<span class="ltx_note"><sup class="ltx_note_mark">2</sup>'
        '<span class="ltx_note_outer"><sup class="ltx_note_mark">2</sup>Ibid., page 4.</span></span></p>'
    ),
}  # fmt: skip


@pytest.mark.parametrize("body", CONVENTIONS.values(), ids=CONVENTIONS.keys())
def test_raised_markers_tie_to_their_notes(body):
    reading = page(body)
    assert f"{FIRST}¹ {SECOND}²" in reading.text
    first, second = linked(reading)
    assert first[:2] == ("¹", "1")
    assert second[:2] == ("²", "2")
    assert first[2] in (["¹ See Ward."], ["1 See Ward."], ["¹ See Ward there."])
    assert second[2] in (["² Ibid., 4."], ["2 Ibid., 4."], ["² Ibid., p. 4."], ["² Ibid., page 4."])


BRACKETED = {
    "a word processor": (
        (f'<p>{FIRST}<a href="#_ftn1" name="_ftnref1"><span class="MsoFootnoteReference">[1]</span></a> {SECOND}'
        '<a href="#_ftn2" name="_ftnref2">[2]</a></p><hr><div><div id="ftn1"><p class="MsoFootnoteText">'
        '<a href="#_ftnref1" name="_ftn1">[1]</a> See Ward.</p><p>And Hill.</p></div><div id="ftn2"><p>'
        '<a href="#_ftnref2" name="_ftn2">[2]</a> Ibid., 4.</p></div></div>'),
        [["[1] See Ward.", "And Hill."], ["[2] Ibid., 4."]],
    ),
    "paragraphs": (
        (f'<p>{FIRST}<a href="#e1">[1]</a> {SECOND}<a href="#e2">[2]</a></p><h2>Notes</h2>'
        '<p id="e1">[1] See Ward.</p><p>And Hill.</p><p id="e2">[2] Ibid., 4.</p>'),
        [["[1] See Ward.", "And Hill."], ["[2] Ibid., 4."]],
    ),
    "anchors before the paragraphs": (
        (f'<div><p>{FIRST}<a href="#e1">[1]</a> {SECOND}<a href="#e2">[2]</a></p></div><div><a name="e1"></a><p>[1] '
        'See Ward.</p><p>And Hill.</p><a name="e2"></a><p>[2] Ibid., 4.</p><p>About this site.</p></div>'),
        [["[1] See Ward.", "And Hill."], ["[2] Ibid., 4."]],
    ),
    "line breaks": (
        (f'<p>{FIRST}<a href="#e1">[1]</a> {SECOND}<a href="#e2">[2]</a></p>'
        '<p><a name="e1">[1]</a> See Ward.<br><a name="e2">[2]</a> Ibid., 4.</p>'),
        [["[1] See Ward."], ["[2] Ibid., 4."]],
    ),
    "a table": (
        (f'<p>{FIRST}<a href="#e1">[1]</a> {SECOND}<a href="#e2">[2]</a></p>'
        '<table><tr><td><a name="e1">[1]</a></td><td>See Ward.</td></tr><tr><td><a name="e2">[2]</a></td>'
        "<td>Ibid., 4.</td></tr></table>"),
        [["[1] See Ward."], ["[2] Ibid., 4."]],
    ),
    "terms and their meaning": (
        (f'<p>{FIRST}<a href="#e1">[1]</a> {SECOND}<a href="#e2">[2]</a></p>'
        '<dl class="footnotes"><dt id="e1">[1]</dt><dd>See Ward.</dd><dt id="e2">[2]</dt><dd>Ibid., 4.</dd></dl>'),
        [["[1]", "See Ward."], ["[2]", "Ibid., 4."]],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), BRACKETED.values(), ids=BRACKETED.keys())
def test_bracketed_markers_stay_as_printed(body, expected):
    reading = page(body)
    assert f"{FIRST}[1] {SECOND}[2]" in reading.text
    found = linked(reading)
    assert [each[:2] for each in found] == [("[1]", "1"), ("[2]", "2")]
    assert [[line for words in each[2] for line in [words]] for each in found] in (
        expected,
        [[" ".join(words)] for words in expected],
    )


def test_a_note_of_two_paragraphs_and_a_list_is_one_note():
    reading = page(
        '<p>Text.<sup><a href="#n1" id="r1">1</a></sup></p><ol><li id="n1"><p>See:</p><ul><li>Ward</li><li>'
        "Hill</li></ul>"
        '<p>And so on. <a href="#r1">↩</a></p></li></ol>'
    )
    assert linked(reading) == [("¹", "1", ["¹ See:", "Ward", "Hill", "And so on."])]


def test_two_markers_may_have_the_same_note():
    reading = page(
        '<p>One.<sup id="a"><a href="#n1">1</a></sup> Two.<sup id="b"><a href="#n1">1</a></sup></p>'
        '<ol><li id="n1">See Ward. <a href="#a">a</a> <a href="#b">b</a></li></ol>'
        '<p>Three.<sup><a href="#n1">1</a></sup></p>'
    )
    assert [key for _, _, key in markers(reading)] == ["n1"] * 3
    assert notes(reading) == {"n1": ["¹ See Ward."]}


def test_roman_numerals_are_counted():
    body = "".join(f'<p>Text.<a href="#_edn{n}" name="_ednref{n}">[{s}]</a></p>' for n, s in ((1, "i"), (2, "ii")))
    foot = "".join(
        f'<div id="edn{n}"><p><a href="#_ednref{n}" name="_edn{n}">[{s}]</a> Note {n}.</p></div>'
        for n, s in ((1, "i"), (2, "ii"))
    )
    assert linked(page(body + foot)) == [("[i]", "1", ["[i] Note 1."]), ("[ii]", "2", ["[ii] Note 2."])]


def test_letters_and_stars_are_their_own_labels():
    reading = page(
        '<p>A<sup><a href="#a">a</a></sup> B<sup><a href="#b">b</a></sup> C<a href="#s">*</a></p>'
        '<p id="a"><sup>a</sup> First.</p><p id="b"><sup>b</sup> Second.</p><p id="s" class="footnote">* Third.</p>'
    )
    assert linked(reading) == [("ᵃ", "a", ["a First."]), ("ᵇ", "b", ["b Second."]), ("*", "*", ["* Third."])]


def test_numbers_restart_with_each_chapter():
    chapter = '<p>Text.<sup><a href="#c{0}n1">1</a></sup></p><ol><li id="c{0}n1">Note of {0}.</li></ol>'
    reading = page(chapter.format("A") + chapter.format("B"))
    assert linked(reading) == [("¹", "1", ["¹ Note of A."]), ("¹", "1", ["¹ Note of B."])]


def test_a_note_that_begins_with_a_number_keeps_it():
    reading = page(
        '<p>Text.<sup><a href="#n1">1</a></sup> More.<sup><a href="#n2">2</a></sup></p><ol><li id="n1">'
        "1 in 3 people.</li>"
        '<li id="n2">2.5 million.</li></ol>'
    )
    assert [words for _, _, words in linked(reading)] == [["¹ 1 in 3 people."], ["² 2.5 million."]]


def test_a_marker_whose_note_is_missing_is_a_marker_alone():
    assert linked(page('<p>Text.<sup><a href="#gone">7</a></sup></p>')) == [("⁷", "7", None)]


def test_a_margin_note_without_a_sign_is_a_note_without_a_marker():
    reading = page(
        '<p>Water is life,<label for="m" class="margin-toggle">⊕</label><input id="m">'
        '<span class="marginnote">A motto of '
        "the town.</span> as they say.</p>"
    )
    assert reading.text == "Water is life, as they say.\n\nA motto of the town.\n\n"
    assert [r.role for r in reading.regions] == ["paragraph", "note"]


@pytest.mark.parametrize(
    "body",
    [
        '<ul><li><a href="#one">1</a></li></ul><h2 id="one">1 Background</h2><p>Text.</p>',
        '<p>See section <a href="#s2">2</a>.</p><section id="s2"><h2>2 Method</h2><p>Text.</p></section>',
        '<p>As Figure <a href="#f2">2</a> shows.</p><figure id="f2"><figcaption>Figure 2. Rain</figcaption></figure>',
        '<p>Table <a href="#t1">1</a> has it.</p><div id="t1"><p>1 column</p></div>',
        '<p>By (<a href="#e3">3</a>) it holds.</p><p id="e3">a = b (3)</p>',
        '<p>Smith (<a href="#smith2020">2020</a>) says.</p><div id="smith2020">Smith, A. 2020. Water.</div>',
        '<p>See paragraph <a href="#p12">12</a>.</p><p id="p12">12. The committee met.</p>',
        '<p>See <a href="#more">more</a>.</p><p id="more">More text.</p>',
        '<p>Page <a href="other.html#n1">1</a>.</p>',
        "<p>10 km<sup>2</sup> and CO<sub>2</sub> in the 19<sup>th</sup> century.</p>",
        "<p>Text.<sup>12</sup></p><p>12 See Ward.</p>",
        '<p><a href="#top">Top</a></p>',
        ('<p>An <abbr title="World Health Organization of all">WHO</abbr>'
        ' report, 3<sup title="raised to the power">rd</sup>.</p>'),
    ],
)  # fmt: skip
def test_other_links_are_no_markers(body):
    assert markers(page(body)) == []
    assert notes(page(body)) == {}


def test_a_note_is_never_lost_with_the_furniture_around_it():
    reading = page(
        '<main><p>A long text of the paper that says much about water.<sup><a href="#n1">1</a></sup></p></main>'
        '<footer class="site-footer"><div class="cookie-bar"><ol><li id="n1">See Ward.</li></ol></div></footer>'
    )
    assert linked(reading) == [("¹", "1", ["¹ See Ward."])]


def test_body_text_between_notes_is_no_note():
    reading = page(
        '<div><p>One.<sup><a href="#n1">1</a></sup></p><p id="n1"><sup>1</sup> See Ward.</p><p>Two.<sup>'
        '<a href="#n2">2</a></sup>'
        '</p><p>Three.</p><p id="n2"><sup>2</sup> Ibid.</p></div>'
    )
    assert [words for _, _, words in linked(reading)] == [["¹ See Ward."], ["² Ibid."]]

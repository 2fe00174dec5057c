"""A writer of small PDFs, so that the tests know what is printed where, and how it is raised."""

import zlib

import pytest

FONTS = {"F1": "Times-Roman", "F2": "Times-Bold", "F3": "Times-Italic", "F4": "Helvetica"}
PAGE = (595, 842)


def escaped(words):
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("cp1252").decode("latin-1")


class Writer:
    """Pages of text in Times, set line by line; `pdf()` gives the bytes."""

    def __init__(self, labels="", size=PAGE, trailer=""):
        self.pages, self.labels, self.size, self.trailer = [], labels, size, trailer
        self.extra = {}
        """Object number (from 100) -> its source, for what hostile files hold."""

    def page(self, rotate=0):
        self.pages.append([])
        self.rotate = rotate
        return self

    def draw(self, operators):
        self.pages[-1].append(operators)
        return self

    def text(self, x, y, words, size=10, font="F1", rise=0, angle=0):
        turn = {0: "1 0 0 1", 90: "0 1 -1 0"}[angle]
        return self.draw(f"BT /{font} {size} Tf {rise} Ts {turn} {x} {y} Tm ({escaped(words)}) Tj ET")

    def runs(self, x, y, *runs, size=10):
        """One line of runs: a string, or (string, size, rise)."""
        out = [f"BT 1 0 0 1 {x} {y} Tm"]
        for run in runs:
            words, points, rise = (run, size, 0) if isinstance(run, str) else run
            out.append(f"/F1 {points} Tf {rise} Ts ({escaped(words)}) Tj")
        return self.draw(" ".join([*out, "ET"]))

    def lines(self, x, y, lines, size=10, step=12, font="F1"):
        for number, words in enumerate(lines):
            self.text(x, y - number * step, words, size, font)
        return self

    def pdf(self):
        objects = {1: f"<< /Type /Catalog /Pages 2 0 R {self.labels} >>"}
        kids = " ".join(f"{10 + 2 * at} 0 R" for at in range(len(self.pages)))
        objects[2] = f"<< /Type /Pages /Kids [{kids}] /Count {len(self.pages)} >>"
        fonts = " ".join(
            f"/{key} << /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>"
            for key, name in FONTS.items()
        )
        for at, page in enumerate(self.pages):
            objects[10 + 2 * at] = (
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {self.size[0]} {self.size[1]}] /Rotate {self.rotate} "
                f"/Contents {11 + 2 * at} 0 R "
                f"/Resources << /Font << {fonts} >> /XObject << /X 100 0 R /Y 101 0 R >> >> >>"
            )
            objects[11 + 2 * at] = stream("\n".join(page).encode("latin-1"))
        return written({**objects, **self.extra}, self.trailer)


def stream(data, entries=""):
    packed = zlib.compress(data)
    head = f"<< /Length {len(packed)} /Filter /FlateDecode {entries} >>\nstream\n".encode()
    return head + packed + b"\nendstream"


def written(objects, trailer=""):
    """The bytes of a PDF with these objects (number -> source)."""
    out, places = b"%PDF-1.7\n", {}
    for number, source in sorted(objects.items()):
        places[number] = len(out)
        out += (
            b"%d 0 obj\n" % number + (source if isinstance(source, bytes) else source.encode("latin-1")) + b"\nendobj\n"
        )
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in sorted(places.items()):
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    return out + f"trailer << /Root 1 0 R /Size {max(objects) + 1} {trailer} >>\nstartxref\n{start}\n%%EOF".encode()


@pytest.fixture
def pdf():
    """Begins a PDF: ``pdf().page().text(72, 700, "Words").pdf()``."""
    return Writer


@pytest.fixture
def raw_pdf():
    """A PDF of hand-made objects, and a stream for it."""
    return written, stream


@pytest.fixture
def shown():
    """What a reading says: (role, words) of each region, in text order."""

    def show(reading):
        return [(one.role, reading.text[one.span.start : one.span.end]) for one in reading.regions]

    return show

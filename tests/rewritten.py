"""The shared papers printed in another form: only marks, lines and places change, and the gold is carried along.

A form takes a text and its gold and gives pieces: a string to be printed, a stretch of the old text to be kept
(start, end), or a string that stands for such a stretch (start, end, new). Every old character knows where it
went, so every gold offset can follow it.
"""

import json
import random
import re
from bisect import bisect_right
from dataclasses import dataclass, field

FILES = ("notes", "markers", "unlinked", "blocks", "joins")
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
WIDTH = 88
PAGE = 46
"""Lines."""


@dataclass(frozen=True)
class Gold:
    """The gold rows of one paper, by file."""

    notes: list
    markers: list
    unlinked: list
    blocks: list
    joins: list


@dataclass
class Printed:
    """A text being printed anew, with where each old character went."""

    old: str
    parts: list = field(default_factory=list)
    went: list = field(default_factory=list)
    """(old start, old end, new start, new end), sorted once all is printed; new is as long, or a replacement."""
    at: int = 0

    def add(self, piece):
        words = piece if isinstance(piece, str) else piece[2] if len(piece) == 3 else self.old[slice(*piece)]
        if not isinstance(piece, str) and piece[0] < piece[1] and words:
            self.went.append((piece[0], piece[1], self.at, self.at + len(words)))
        self.parts.append(words)
        self.at += len(words)

    def finish(self):
        self.went.sort()
        self.starts = [row[0] for row in self.went]
        return "".join(self.parts)

    def moved(self, start, end):
        """Where the kept characters of start..end now stand, as stretches; empty when none was kept."""
        found = []
        for a, b, x, y in self.went[max(0, bisect_right(self.starts, start) - 1) :]:
            if a >= end:
                break
            if b > start:
                same = b - a == y - x
                first, last = (x + max(start - a, 0), x + min(end, b) - a) if same else (x, y)
                if found and found[-1][1] == first:
                    found[-1] = (found[-1][0], last)
                else:
                    found.append((first, last))
        return found


def load(folder):
    """Paper -> (file name, text, Gold)."""
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    rows = {n: [json.loads(line) for line in (folder / f"{n}.jsonl").read_text("utf-8").splitlines()] for n in FILES}
    for paper, about in meta.items():
        with (folder.parents[1] / "papers" / about["file"]).open(encoding="utf-8", newline="") as file:
            text = file.read()
        yield paper, about["file"], text, Gold(*([r for r in rows[n] if r["paper"] == paper] for n in FILES))


def rewritten(text, gold, form):
    """(new text, new Gold): the paper in that form."""
    if isinstance(form, tuple):
        for each in form:
            text, gold = rewritten(text, gold, each)
        return text, gold
    made = form(text, gold)
    pieces, numbers = made if isinstance(made, tuple) else (made, {})
    page = Printed(text)
    for piece in pieces:
        page.add(piece)
    return page.finish(), _carried(gold, page, numbers)


def _carried(gold, page, numbers):
    notes = []
    for note in gold.notes:
        spans = [list(m) for a, b in note["spans"] for m in page.moved(a, b)]
        if spans:
            hull = {"spans": spans, "start": spans[0][0], "end": max(b for _, b in spans)}
            if note.get("label_start") is not None:
                label = page.moved(note["label_start"], note["label_end"])
                hull |= {"label_start": label[0][0], "label_end": label[-1][1]}
            notes.append(note | hull | {"note_id": numbers.get(note["uid"], note["note_id"])})
    left = {note["uid"] for note in notes}
    markers = []
    for marker in gold.markers:
        place = page.moved(marker["start"], marker["end"])
        if place:
            uid = marker.get("note_uid")
            row = marker | {"start": place[0][0], "end": place[-1][1], "note_uid": uid if uid in left else None}
            markers.append(row | {"note_id": numbers.get(marker["start"], marker["note_id"])})
    blocks = []
    for block in gold.blocks:
        blocks += [block | {"start": a, "end": b} for a, b in _whole(page.moved(block["start"], block["end"]))]
    joins = []
    for join in gold.joins:
        last, first = (
            page.moved(join["left_end"] - 1, join["left_end"]),
            page.moved(join["right_start"], join["right_start"] + 1),
        )
        if last and first and last[0][1] < first[0][0]:
            joins.append(join | {"left_end": last[0][1], "right_start": first[0][0]})
    return Gold(notes, markers, gold.unlinked, blocks, joins)


def _whole(stretches):
    """One block, unless what was put between is no longer its own."""
    return [(stretches[0][0], stretches[-1][1])] if stretches else []


def edited(text, edits):
    """Pieces: `text` with each (start, end, new) printed instead."""
    at = 0
    for start, end, new in sorted(edits):
        assert start >= at, (start, at, new)
        yield (at, start)
        yield (start, end, new)
        at = end
    yield (at, len(text))


def _counted(rows):
    return [row for row in rows if row["note_id"].isdigit()]


def marks(marker, label):
    """Markers and labels printed by these functions of (number, the character before); None leaves them alone."""

    def form(text, gold):
        edits = [(m["start"], m["end"], marker(m["note_id"], text[m["start"] - 1])) for m in _counted(gold.markers)]
        for note in _counted(gold.notes):
            if note.get("label_start") is not None:
                end = note["label_end"]
                end += len(text[end:]) - len(text[end:].lstrip(" \u00a0")) if text[end : end + 1] in " \u00a0" else 0
                edits.append((note["label_start"], end, label(note["note_id"])))
        return list(edited(text, edits))

    return form


def wrapped(text, gold, *, blank=True, width=WIDTH):
    """Lines broken by a printer at `width` columns, with or without blank lines between paragraphs."""
    return list(edited(text, _wraps(text, width) + ([] if blank else _blanks(text))))


def _wraps(text, width):
    edits = []
    for line in re.finditer(r"[^\n]+", text):
        if "\t" in line.group():
            continue
        start = line.start()
        while line.end() - start > width:
            cut = text.rfind(" ", start, start + width + 1)
            cut = cut if cut > start else text.find(" ", start + width, line.end())
            if cut < 0:
                break
            edits.append((cut, cut + 1, "\n"))
            start = cut + 1
    return edits


def _blanks(text):
    return [(found.start(), found.end(), "\n") for found in re.finditer(r"\n(?:[ \t]*\n)+", text)]


def dropped(which, share=0.15, seed=7):
    """A share of the notes, or of the markers, lost."""

    def form(text, gold):
        chance = random.Random(seed)
        if which == "markers":
            return list(
                edited(text, [(m["start"], m["end"], "") for m in _counted(gold.markers) if chance.random() < share])
            )
        whole = [n for n in _counted(gold.notes) if n.get("label_start") is not None and len(n["spans"]) == 1]
        edits = [(note["label_start"], note["end"], "") for note in whole if chance.random() < share]
        return list(edited(text, edits))

    return form


def furnished(text, gold):
    """Pages of PAGE lines: a number and a running head, in turn at the left and at the right, between the lines.

    They stand where a page may end: after any line of the wrapped text, in mid-sentence too.
    """
    wraps = _wraps(text, WIDTH)
    broken = {start for start, _, _ in wraps}
    tables = [
        (b["start"], b["end"])
        for b in gold.blocks
        if b["type"] in {"table", "caption", "table_note", "title", "heading"}
    ]
    edits, lines, page = [], 0, 1
    for found in re.finditer(r"\n+| ", text):
        start, end = found.span()
        if text[start] == " " and start not in broken:
            continue
        lines += 1
        inside = any(a <= start < b for a, b in tables)
        if lines >= PAGE and not inside:
            head = "Papers on Public Order" if page % 2 else "Order, Rivers and Reform"
            edits += [(start, end, ""), (end, end, f"\n\n{page}\n\n{head}\n\n")]
            lines, page = 0, page + 1
        elif text[start] == " ":
            edits.append((start, end, "\n"))
    return list(edited(text, edits))


def endnotes(text, gold):
    """All notes moved behind the text, under a heading."""
    whole = [(n.get("label_start") or n["start"], n["end"]) for n in _counted(gold.notes) if len(n["spans"]) == 1]
    kept = list(edited(text, [(a, b, "") for a, b in whole]))
    kept = [piece for piece in kept if len(piece) == 2 or piece[2]]
    if not whole:
        return kept
    tail = ["\n\nNOTES\n"]
    for a, b in sorted(whole):
        tail += ["\n", (a, b), "\n"]
    return kept + tail


def restarted(text, gold):
    """Numbering that begins anew after each heading that has notes under it."""
    heads = sorted(b["start"] for b in gold.blocks if b["type"] == "heading")
    ordered = sorted(_counted(gold.markers), key=lambda m: int(m["note_id"]))
    numbers, edits, count, section = {}, [], 0, None
    for marker in ordered:
        here = bisect_right(heads, marker["start"])
        count = count + 1 if here == section else 1
        section = here
        numbers[marker["start"]] = numbers[marker.get("note_uid")] = str(count)
        edits.append((marker["start"], marker["end"], str(count).translate(RAISED)))
    for note in _counted(gold.notes):
        if note.get("label_start") is not None and note["uid"] in numbers:
            old = text[note["label_start"] : note["label_end"]]
            new = numbers[note["uid"]]
            edits.append((note["label_start"], note["label_end"], new if old.isascii() else new.translate(RAISED)))
    return list(edited(text, edits)), numbers


def symbols(text, gold):
    """Notes marked * † ‡ § ¶ in turn, anew with each group of notes."""
    cycle = ["*", "†", "‡", "§", "¶", "**", "††", "‡‡", "§§", "¶¶", "***", "†††", "‡‡‡"]
    ordered = sorted(_counted(gold.notes), key=lambda note: note["start"])
    ends = [0, *(note["end"] for note in ordered)]
    numbers, edits, count = {}, [], 0
    for note, above in zip(ordered, ends, strict=False):
        start = note["label_start"] if note.get("label_start") is not None else note["start"]
        count = count + 1 if not text[above:start].strip() and count < len(cycle) else 1
        numbers[note["uid"]] = cycle[count - 1]
        if note.get("label_start") is not None:
            edits.append((note["label_start"], note["label_end"], cycle[count - 1]))
    for marker in _counted(gold.markers):
        sign = numbers.get(marker.get("note_uid"))
        if sign:
            numbers[marker["start"]] = sign
            edits.append((marker["start"], marker["end"], sign))
    return list(edited(text, edits)), numbers


BRACKETS = marks(lambda n, _: f"[{n}]", lambda n: f"[{n}] ")
SPACED = marks(lambda n, before: f" {n} " if before != " " else f"{n} ", lambda n: f"{n} ")
GLUED = marks(lambda n, _: n, lambda n: n)
ROUND = marks(lambda n, _: f"({n})", lambda n: f"({n}) ")
TAGGED = marks(lambda n, _: f"^{n}^", lambda n: f"^{n}^ ")
BEHIND = marks(lambda n, _: f" [{n}]", lambda n: f"[{n}]: ")
CLOSED = marks(lambda n, _: f"({n})", lambda n: f"{n}) ")
DOTTED = marks(lambda n, _: n.translate(RAISED), lambda n: f"{n}. ")
PLAIN_LABELS = marks(lambda n, _: n, lambda n: f"{n} ")
FORMS = {
    "as it is": lambda text, gold: [(0, len(text))],
    "brackets": BRACKETS,
    "round brackets": ROUND,
    "spaced": SPACED,
    "glued": GLUED,
    "glued, labels spaced": PLAIN_LABELS,
    "dotted labels": DOTTED,
    "carets": TAGGED,
    "brackets set apart": BEHIND,
    "round brackets, half ones at the foot": CLOSED,
    "wrapped": wrapped,
    "wrapped at 66": lambda text, gold: wrapped(text, gold, width=66),
    "wrapped, no blank lines": lambda text, gold: wrapped(text, gold, blank=False),
    "15 % of notes lost": dropped("notes"),
    "15 % of markers lost": dropped("markers"),
    "pages and running heads": furnished,
    "endnotes": endnotes,
    "restarted": restarted,
    "symbols": symbols,
    "brackets, pages": (BRACKETS, furnished),
    "spaced, wrapped": (SPACED, wrapped),
    "glued, no blank lines": (GLUED, lambda text, gold: wrapped(text, gold, blank=False)),
    "restarted endnotes": (restarted, endnotes),
    "round, wrapped, notes lost": (ROUND, dropped("notes"), wrapped),
}

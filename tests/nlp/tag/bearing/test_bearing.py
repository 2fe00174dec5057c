"""What figures bear: sentences of our own, read by the whole pipeline."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from api.pipeline import analyse
from corpus.read.readers import read_file

_spec = importlib.util.spec_from_file_location("bearing_sentences", Path(__file__).with_name("sentences.py"))
sentences = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(sentences)


def analysed(text, tmp_path):
    path = tmp_path / "paper.txt"
    path.write_text(text, encoding="utf-8")
    return analyse(read_file(path, "paper.txt"))


def years(figure):
    if figure.since is None and figure.until is None:
        return ""
    if figure.since == figure.until:
        return str(figure.since)
    return f"{figure.since or ''}-{figure.until or ''}"


def bears(marked, tmp_path):
    start, end = marked.index("{"), marked.index("}") - 1
    analysis = analysed(marked.replace("{", "").replace("}", ""), tmp_path)
    figure = next((each for each in analysis.figures if each.span.start < end and start < each.span.end), None)
    if figure is None:
        return None
    text = analysis.paper.text

    def said(spans):
        return "|".join(text[span.start : span.end] for span in spans)

    relation = said((figure.relation,)) if figure.relation else ""
    return said(figure.subject), relation, years(figure), said(figure.who), said(figure.where)

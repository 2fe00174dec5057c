"""Our own references -> how many citations and entries are the same as pandoc's, style by style, in one run.

    python bench/styles.py REFERENCES.json [--styles chicago apa ...] [--keep GOLDEN.json] [--all]

REFERENCES.json has lists of CSL-JSON items under a name each; each list is one document. Every item is cited with a
page, again later, and a third time right after that, and stands in the bibliography. pandoc is asked with
--citeproc and the same style; `--keep` writes what it printed, which tests compare with. `--all` prints differences.
"""

from __future__ import annotations

import argparse
import html
import json
import re
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from nlp.csl.citing import Cite, References
from nlp.csl.output import to_html
from nlp.csl.situation import Item
from nlp.csl.style import SHORT, Style

FORMS = ("first", "again", "ibid", "entry")
ENTRY = re.compile(r'<div id="ref-([^"]+)" class="csl-entry"[^>]*>(.*?)</div>\n?(?=<div id="ref-|</div>)', re.DOTALL)
Printed = dict[str, dict[str, str]]
"""Id of an item -> form -> words, italics between stars."""


def ours(style: Style, items: Sequence[Item]) -> Printed:
    """What pincite prints."""
    references = References(style, items)
    ids = [str(item["id"]) for item in items]
    notes = [[Cite(key, "12")] for key in ids]
    notes += [[Cite(key, page)] for key in ids for page in ("14", "15")]
    cited = [starred(to_html(text)) for text in references.citations(notes)]
    entries = {entry.id: starred(to_html(entry.text)) for entry in references.bibliography()}
    return _table(ids, cited, entries)


def pandocs(style: str, items: Sequence[Item]) -> Printed:
    """What pandoc prints."""
    import pypandoc  # noqa: PLC0415 - tests read what it printed, and do without it

    ids = [str(item["id"]) for item in items]
    text = [f"X [@{key}, p. 12]" for key in ids]
    text += [f"X [@{key}, p. {page}]" for key in ids for page in (14, 15)]
    with tempfile.TemporaryDirectory() as folder:
        file, csl = Path(folder) / "references.json", Path(folder) / "style.csl"
        file.write_text(json.dumps(items, ensure_ascii=False), encoding="utf-8")
        csl.write_bytes(Style.place(style).read_bytes())
        how = ["--citeproc", "--csl", str(csl), "--bibliography", str(file), "--wrap=none"]
        page = pypandoc.convert_text("\n\n".join(text), "html", "markdown", extra_args=how)
    body, _, listed = page.partition('<div id="refs"')
    cited = re.findall(r'<li id="fn\d+">(.*?)</li>', page, re.DOTALL)
    if not cited:
        cited = [found.removeprefix("X ") for found in re.findall(r"<p>(X .*?)</p>", body, re.DOTALL)]
    margin = re.compile(r'<div class="csl-left-margin">.*?</div>', re.DOTALL)
    entries = {key: starred(margin.sub("", words)) for key, words in ENTRY.findall(listed)}
    return _table(ids, [starred(words) for words in cited], entries)


def starred(page: str) -> str:
    """HTML as words, italics between stars."""
    page = re.sub(r"<a [^>]*footnote-back.*?</a>", "", page, flags=re.DOTALL)
    words = re.sub(r"<[^>]+>", "", re.sub(r"</?(?:em|i)>", "*", page))
    return " ".join(html.unescape(words).split()).replace("**", "")


def _table(ids: Sequence[str], cited: Sequence[str], entries: dict[str, str]) -> Printed:
    again = cited[len(ids) :]
    rows = zip(ids, cited, again[::2], again[1::2], strict=False)
    return {key: dict(zip(FORMS, (*forms, entries.get(key, "")), strict=True)) for key, *forms in rows}


def main() -> None:
    """Read the arguments, print both, compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("references", type=Path)
    parser.add_argument("--styles", nargs="*", default=[name for name in SHORT if name != "chicago"])
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()
    golden: dict[str, Printed] = {}
    for name in options.styles:
        same, many, spent = dict.fromkeys(FORMS, 0), 0, 0.0
        golden[name] = {}
        for items in json.loads(options.references.read_text(encoding="utf-8")).values():
            started = time.perf_counter()
            own = ours(Style.named(name), items)
            spent += time.perf_counter() - started
            theirs = pandocs(name, items)
            golden[name] |= theirs
            many += len(items)
            for key, forms in theirs.items():
                for form, words in forms.items():
                    same[form] += own[key][form] == words
                    if options.all and own[key][form] != words:
                        print(f"  {key} {form}\n    pandoc  {words}\n    pincite {own[key][form]}")
        print(f"{name:14}", *(f"{form} {same[form]}/{many}" for form in FORMS), f"{spent:.2f} s", sep="  ")
    if options.keep:
        lines = [f" {json.dumps(name)}: {{\n" + ",\n".join(
            f"  {json.dumps(key)}: {json.dumps(forms, ensure_ascii=False)}" for key, forms in rows.items()
        ) + "\n }" for name, rows in golden.items()]  # fmt: skip
        options.keep.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()

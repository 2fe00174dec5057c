"""Small spaCy pipelines that stand for a user's own model: their `ner` knows the names it is given."""

import json

import spacy


def save_pipeline(folder, names, ner="ner", **meta):
    """A pipeline at `folder` that finds `names` (name -> label) and has a sentencizer, which nobody needs."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("entity_ruler", name=ner).add_patterns(
        [{"label": label, "pattern": name} for name, label in names.items()]
    )
    nlp.to_disk(folder)
    about = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    (folder / "meta.json").write_text(json.dumps(about | meta), encoding="utf-8")
    return str(folder)

"""Answers as they look, for OpenAPI: short, of papers that nobody has written."""

from __future__ import annotations

from api.records import Record

JOB: Record = {
    "id": "5d0f6ad7c1e94b02",
    "state": "running",
    "progress": {"done": 1, "total": 2, "file": "ledger.pdf"},
    "results": [
        {
            "path": "wells.txt",
            "outcome": "added",
            "paper": "wells.txt",
            "passages": 12,
            "figures": 30,
            "message": None,
        }
    ],
    "made": "2025-03-01T09:30:00Z",
    "ended": None,
}
PAPER: Record = {
    "paper": "wells.txt",
    "title": "The wells of Elm",
    "authors": ["A. Roe"],
    "date": "2013-08",
    "year": 2013,
    "institution": "Council of Elm",
    "language": "en",
    "series": None,
    "genre": "report",
    "characters": 8412,
    "pages": 0,
    "format": "txt",
    "encoding": "utf-8",
    "path": "/papers/wells.txt",
    "sha256": "5d0f6ad7c1e94b02a8f3b1c6e7d9f0a45d0f6ad7c1e94b02a8f3b1c6e7d9f0a4",
    "reader": "txt 1",
}
PAPERS: Record = {"results": [PAPER], "next": None, "cursor": None}
HIT: Record = {
    "rank": 1,
    "paper": "wells.txt",
    "page": None,
    "start": 18,
    "end": 66,
    "text": "The council of Elm paid 5 million euros in 2013.",
    "spans": [[18, 66]],
    "kind": "body",
    "section": ["The wells of Elm"],
    "paragraph": 1,
    "note": None,
    "score": 1.0,
    "words": 6.1,
    "meaning": 0.7,
    "late": 0.8,
    "matched": [[22, 29]],
    "best": [[18, 66]],
    "citation": "wells.txt, para. 1",
    "also": [],
}
SEARCH: Record = {
    "query": "what did the council pay",
    "read_as": "ranked by: what did the council pay",
    "notices": [],
    "suggestion": None,
    "results": [HIT],
    "mode": "both",
    "warnings": [],
}
ANSWER: Record = {
    "question": "How many submarines does Elm own?",
    "verdict": "refused",
    "abstained": True,
    "text": "",
    "citations": [],
    "reason": "no passage mentions submarines",
    "related": [],
}

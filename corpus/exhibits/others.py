"""Where an exhibit is named -> whether it is another work's, as in "Figure 6 of the Annual Report"."""

from __future__ import annotations

import re

AROUND = 160
"""Characters: as far as a work is named before and behind."""
_OURS = re.compile(
    r"""\s?(?:of|in|to|from|de|del|da|do|di|der|des|dieses|du|en|dans|em|no|na)\s(?:the\s(?:present|current|preceding|previous
        |following|next|first|second|third|last|main|statistical|online|technical)\s(?:\w+\s)?|this\s|our\s|the\s|el\s|la\s|le\s|l['’])?
        (?:annex|appendi|section|chapter|part|text|anexo|annexe|anhang|secci|cap[íi]tulo|chapitre|kapitel|paper|report|brief
          |study|document|article|volume|summary|introduction|conclusion)""",
    re.VERBOSE | re.IGNORECASE,
)
_LINK = re.compile(
    r"""\s?(?:,\s)?(?:\(?pp?\.\s?\d{1,4}(?:[-–]\d{1,4})?\)?,?\s)?
        (?:of|in|from|by|de|del|da|do|das|dos|di|dans|von|aus|der|des|du|em|en)\s
        (?P<whose>(?:the|their|his|her|its|that|el|la|los|las|le|les|o|a|il|lo|dem|den|der|l['’])?\s?)""",
    re.VERBOSE,
)
_DATED = re.compile(r"(?:[^\W\d_][\w’'.&-]{0,40}[\s,]{1,2}){1,12}\(?(?:1[6-9]|20)\d\d[a-z]?\)?")
_TITLED = re.compile(
    r"""(?:[^\W\d_][\w’'&-]{0,40},?\s){0,9}?(?:Reports?|Review|Outlook|Survey|Study|Assessment|Bulletin|Yearbook|Statistics|Index
        |Handbook|Strategy|Plan|Manual|Guide(?:lines)?|Atlas|Paper|Act|Convention|Audit|Budget|Census|Informe|Anuario|Encuesta
        |Rapport|Annuaire|Enquête|Relatório|Anuário|Bericht|Jahrbuch|Gutachten|Rapporto)\b""",
    re.VERBOSE,
)
_THEIRS = re.compile(r"(?:their|his|her)\s[a-z]{0,20}\s?(?:paper|report|study|book|article|review|thesis|work)\b")
_ET_AL = re.compile(r"(?:[^\W\d_][\w’'-]{0,40}\s){1,4}et\sal\b|(?:ibid|op\.\scit)\b", re.IGNORECASE)
_CITED_BEFORE = re.compile(
    r"""(?:\((?:1[6-9]|20)\d\d[a-z]?\)|\b(?P<name>[A-Z][\w’'.&-]{1,40}|al\.|eds?\.\)?),?\s\(?(?:1[6-9]|20)\d\d[a-z]?\)?
          |\b[Ii]bid(?:em)?\.?|\b[Oo]p\.\s?cit\.?|\bp{1,2}\.\s?\d{1,4}(?:[-–]\d{1,4})?)
        \s?[,:;]\s?(?:(?:see|at|in|esp\.)\s)?\Z""",
    re.VERBOSE,
)
_MONTHS = frozenset(
    "january february march april may june july august september october november december in by since".split()
)
_POSSESSIVE = re.compile(r"(?P<owner>[\w-]{1,40})['’]s\s(?:own\s|new\s)?\Z")
_OURSELVES = frozenset("paper report brief study chapter section annex appendix author".split())
_IN_A_CITATION = re.compile(r"[\w”\"’'*_)]\s?,\s(?:and\s)?[*_]{0,2}\Z")
_SAID_HERE = re.compile(r"\b(?:see|compare|cf\.|above|below|here|also|as|and)\b[^,]{0,40},\s\Z", re.IGNORECASE)


def is_others(words: str, start: int, end: int, *, cited: bool) -> bool:
    """Whether the exhibit named in ``words[start:end]`` is another work's.

    `cited`: the words are a note or a source line, where what follows a comma is part of a citation.
    """
    before, behind = words[max(0, start - AROUND) : start], words[end : end + AROUND]
    if _before(before):
        return True
    if cited and _IN_A_CITATION.search(before) and not _SAID_HERE.search(before):
        return True
    return not _OURS.match(behind) and _behind(behind)


def _before(before: str) -> bool:
    owner = _POSSESSIVE.search(before)
    if owner is not None and owner["owner"].lower() not in _OURSELVES:
        return True
    found = _CITED_BEFORE.search(before)
    return found is not None and (found["name"] or "").lower() not in _MONTHS


def _behind(behind: str) -> bool:
    link = _LINK.match(behind)
    if link is None:
        return False
    at = link.end()
    if _THEIRS.match(behind, link.start("whose")) or _ET_AL.match(behind, at):
        return True
    return any(
        found is not None and _names(found.group()) for found in (_DATED.match(behind, at), _TITLED.match(behind, at))
    )


def _names(told: str) -> bool:
    """Whether words are a name: most that are longer than "and" begin with a capital."""
    longer = [word for word in told.split() if len(word) > 3 and word[0].isalpha()]
    return bool(longer) and 2 * sum(word[0].isupper() for word in longer) >= len(longer)

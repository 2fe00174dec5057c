"""The label of a row or column -> whether its cells sum up others, as the words say."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SUM = re.compile(
    r"""(?:grand[\s-]|sub[\s-]?|overall\s|running\s)?totals?(?:\s(?:sum|amount|général|general|geral|(?:for\s|of\s)?all\s\w+))?
      | sums? | (?:over)?all | all\s(?:the\s)?[^\W\d_]+s | (?-i:All\s[A-Z][^\W\d_]+) | aggregate | combined
      | (?:zwischen|gesamt|end)?summe | (?:ins)?gesamt | sous[\s-]total | ensemble | suma(?:\stotal)? | soma
      | totale(?:\sgenerale)? | razem | ogółem | łącznie | totaal | summa | итого | всего | toplam | 合計 | 总计""",
    re.VERBOSE | re.IGNORECASE,
)
_OF_SOMETHING = re.compile(r"(?:grand\s|sub[\s-]?)?total\s\w", re.IGNORECASE)
_AROUND = re.compile(
    r"\s*(?:\([^()]*\)|\[[^\[\]]*\]|[,:;–—]\s.*|\b(?:FY\s?)?(?:1[5-9]|20)\d\d(?:\s?[-–/]\s?\d{2,4})?)\s*"
)
_PLAIN = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d{1,9})?|\d{1,15}(?:\.\d{1,9})?")
_LEADING = re.compile(r"^(?:[A-Z\d]{1,3}[.)]\s+|[=∑Σ]\s*)")


def is_total(label: str) -> bool:
    """Whether `label` says "the sum of these" and nothing else: "Total", "Sub-total (A+B)", "All regions"."""
    return _SUM.fullmatch(_bare(label)) is not None


def may_be_total(label: str) -> bool:
    """Whether `label` names the sum of something, or a measure of its own: "Total cost", "Total population"."""
    return not is_total(label) and _OF_SOMETHING.match(_bare(label)) is not None


def _bare(label: str) -> str:
    return " ".join(_AROUND.sub(" ", _LEADING.sub("", label)).split()).strip(" .:*=")


def adds_up(whole: str, parts: Sequence[str]) -> bool:
    """Whether two or more plain numbers come to `whole`, but for rounding."""
    printed = [part for part in parts if part]
    if len(printed) < 2 or not all(_PLAIN.fullmatch(part) for part in (whole, *printed)):
        return False
    total = float(whole.replace(",", ""))
    return abs(sum(float(part.replace(",", "")) for part in printed) - total) <= 0.005 * abs(total)

"""One reference in one situation -> its printed form: the layout of a style, element by element.

A group prints nothing when it calls variables and all of them are empty (CSL 1.0.2, "cs:group"); variables printed
in place of missing names are not printed again ("cs:substitute").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from xml.etree.ElementTree import Element

from corpus.errors import BadQueryError
from nlp.csl.cases import cased
from nlp.csl.conditions import chosen
from nlp.csl.dates import days, written
from nlp.csl.locale import Locale
from nlp.csl.marks import QUOTED, TERM, wrapped, wrapped_in
from nlp.csl.names import Lister, Name
from nlp.csl.numbers import is_many, numbered
from nlp.csl.seams import affixed, together
from nlp.csl.situation import Position, Situation
from nlp.csl.style import Style
from nlp.csl.values import value

INHERITED = {"name-form": "form", "name-delimiter": "delimiter"}
"""What an option is called on `name` itself."""
DEEPEST = 40
"""Macros that call each other."""
MOST_RUN = 20_000
"""Macros run for one reference; the largest styles run some hundred."""


class Renderer:
    """Prints one reference. Made for one printing: it remembers what was printed already."""

    def __init__(self, style: Style, part: str, situation: Situation, locale: Locale | None = None) -> None:
        """`part`: "citation" or "bibliography", whose layout and options hold."""
        self._style = style
        self._part = style.root.find(part)
        self._at = situation
        self._item = situation.item
        self._locale = locale or style.locale
        self._calls: list[list[int]] = [[0, 0]]
        self._printed: list[set[str]] = []
        self._gone: set[str] = set()
        self._depth = self._run = 0
        self.names = ""
        """The first list of names that was printed, without labels."""
        language = str(self._item.get("language") or self._locale.name)
        self._english = language[:2].lower() == "en" and self._locale.english

    def layout(self) -> str:
        """The layout's content, without its affixes."""
        layout = None if self._part is None else self._part.find("layout")
        return "" if layout is None else self._children(layout)

    def key(self, macro: str) -> str:
        """What a macro prints, to sort by."""
        found = self._style.macros.get(macro)
        return "" if found is None else self._children(found)

    def listed(self, element: Element) -> str:
        """What a `names` element prints of its own variables."""
        lister = self._lister(element)
        people = (self._people(variable) for variable in element.get("variable", "").split())
        return next((self._list(lister, found) for found in people if found), "")

    def _children(self, element: Element, delimiter: str = "") -> str:
        return together(self._each(element), delimiter)

    def _each(self, element: Element) -> Iterator[str]:
        """What each child prints; `choose` is as if its branch stood in its place."""
        for child in element:
            if child.tag == "choose":
                branch = chosen(child, self._at)
                if branch is not None:
                    yield from self._each(branch)
            else:
                yield self._one(child)

    def _one(self, element: Element) -> str:
        printers: Mapping[str, Callable[[Element], str]] = {
            "text": self._text,
            "number": self._number,
            "label": self._label,
            "date": self._date,
            "names": self._names,
            "group": self._group,
        }
        return printers[element.tag](element) if element.tag in printers else ""

    @contextmanager
    def _counted(self) -> Iterator[list[int]]:
        """Count the variables that are called, and those that print something, from here on."""
        self._calls.append([0, 0])
        yield self._calls[-1]
        self._calls.pop()

    def _called(self, variable: str | None, text: str) -> str:
        """Note that a variable was called and what it printed."""
        self._calls[-1][0] += 1
        self._calls[-1][1] += bool(text)
        if variable and text:
            for printed in self._printed:
                printed.add(variable)
        return text

    def _group(self, element: Element) -> str:
        with self._counted() as calls:
            text = self._children(element, element.get("delimiter", ""))
            empty = calls[0] and not calls[1]
        if empty:
            return self._called(None, "")
        shown = affixed(element.get("prefix", ""), wrapped_in(element, text), element.get("suffix", ""))
        return self._called(None, shown)

    def _macro(self, name: str) -> str:
        macro = self._style.macros.get(name)
        if macro is None:
            return ""
        self._depth, self._run = self._depth + 1, self._run + 1
        if self._depth > DEEPEST or self._run > MOST_RUN:
            raise BadQueryError(f"the style {self._style.name} is no good: its macros call each other without end.")
        with self._counted() as calls:
            text = self._children(macro)
        self._depth -= 1
        if calls[0] and not calls[1]:
            text = ""  # a macro of words alone, as a group of them
        return self._called(None, text)

    def _text(self, element: Element) -> str:
        if "variable" in element.attrib:
            variable = element.get("variable", "")
            text = self._value(variable, element.get("form", "long"))
            if text or variable != "year-suffix":  # which is no variable of the reference
                text = self._called(variable, text)
            if self._printed and text:  # a substitute may call macros that each would print it
                self._gone.add(variable)
        elif "macro" in element.attrib:
            text = self._macro(element.get("macro", ""))
        elif "term" in element.attrib:
            plural = element.get("plural") == "true"
            text = self._locale.term(element.get("term", ""), element.get("form", "long"), plural=plural) or ""
            text = self._own(text)
        else:
            text = self._own(element.get("value", ""))
        return self._shaped(element, text)

    def _own(self, text: str) -> str:
        """A word of the style's own."""
        return TERM + text if text[:1].isalpha() and self._at.cite else text

    def _shaped(self, element: Element, text: str) -> str:
        if not text:
            return ""
        if element.get("strip-periods") == "true":
            text = text.replace(".", "")
        text = cased(text, element.get("text-case"), english=self._english)
        if element.get("quotes") == "true":
            text = wrapped(text, QUOTED)
        return affixed(element.get("prefix", ""), wrapped_in(element, text), element.get("suffix", ""))

    def _value(self, variable: str, form: str = "long") -> str:
        return "" if variable in self._gone else value(self._at, variable, form, self._style, self._locale)

    def _number(self, element: Element) -> str:
        variable = element.get("variable", "")
        told = self._value(variable)
        text = numbered(told, element.get("form", "numeric"), self._locale, variable) if told else ""
        return self._shaped(element, self._called(variable, text))

    def _label(self, element: Element) -> str:
        """The word for what a number is: "pp."; none where there is no number."""
        variable = element.get("variable", "")
        told = self._value(variable)
        several = told.strip() != "1" if variable.startswith("number-of") else is_many(told)
        return self._word(element, variable, many=several) if told else ""

    def _word(self, element: Element, variable: str, *, many: bool) -> str:
        """The word for what one or many of a variable are: "eds."."""
        plural = {"always": True, "never": False}.get(element.get("plural", ""), many)
        term = self._at.cite.label if variable == "locator" and self._at.cite else variable
        return self._shaped(element, self._locale.term(term, element.get("form", "long"), plural=plural) or "")

    def _date(self, element: Element) -> str:
        variable = element.get("variable", "")
        told = None if variable in self._gone else self._item.get(variable)
        if self._at.sorting is not None:
            return self._called(variable, "–".join(day.sortable for day in days(told)))
        text = self._called(variable, written(element, told, self._locale) if told else "")
        return self._shaped(element, text)

    def _people(self, variable: str) -> Sequence[Name]:
        if variable in self._gone:
            return ()
        told = self._item.get(variable)
        return [each for each in told if isinstance(each, Mapping)] if isinstance(told, list | tuple) else ()

    def _names(self, element: Element, like: Element | None = None) -> str:
        """The names of an element's variables; where there are none, what is to be printed in their place."""
        variables = element.get("variable", "").split()
        shape = like if like is not None and not [child for child in element if child.tag != "substitute"] else element
        lister = self._lister(shape)
        many = [(variable, self._people(variable)) for variable in variables]
        found = [(variable, people) for variable, people in self._merged(many) if people]
        if lister.form == "count":
            counted = sum(len(self._shown(lister, people)) for _, people in found)
            return self._called(variables[0], str(counted) if counted else "")
        listed = [self._called(variable, self._labelled(shape, variable, people, lister)) for variable, people in found]
        delimiter = element.get("delimiter") or self._option(None, "names-delimiter") or ""
        text = together(listed, delimiter)
        if text:
            shown = wrapped_in(element, text)
            return affixed(element.get("prefix", ""), shown, element.get("suffix", ""))
        self._called(None, "")
        return self._substitute(element)

    def _shown(self, lister: Lister, people: Sequence[Name]) -> Sequence[Name]:
        return lister.shown(people, later=self._later, at_least=self._at.apart.names)[0]

    @property
    def _later(self) -> bool:
        return self._at.position is not Position.FIRST

    def _merged(self, many: list[tuple[str, Sequence[Name]]]) -> list[tuple[str, Sequence[Name]]]:
        """Editors who are the translators too are named once, as both."""
        told = dict(many)
        same = told.get("editor") and told.get("editor") == told.get("translator")
        if not same or self._locale.term("editortranslator") is None:
            return many
        both = "editortranslator"
        return [(both if name == "editor" else name, people) for name, people in many if name != "translator"]

    def _labelled(self, element: Element, variable: str, people: Sequence[Name], lister: Lister) -> str:
        text = self._list(lister, people)
        self.names = self.names or text
        found = [child for child in element if child.tag in ("label", "name")]
        labels = [child for child in found if child.tag == "label"]
        if not labels or self._at.sorting is not None:
            return text
        label = self._word(labels[0], variable, many=len(people) > 1)
        first = found[0].tag == "label" and any(child.tag == "name" for child in found)
        return together([label, text] if first else [text, label])

    def _substitute(self, element: Element) -> str:
        instead = element.find("substitute")
        for child in instead if instead is not None else ():
            self._printed.append(set())
            text = together(self._instead(child, element))
            printed = self._printed.pop()
            if text:
                self._gone |= printed
                return text
        return ""

    def _instead(self, child: Element, like: Element) -> Iterator[str]:
        """What one child of a `substitute` prints; names are listed as those they stand for."""
        branch = chosen(child, self._at) if child.tag == "choose" else None
        for each in branch if branch is not None else [child] if child.tag != "choose" else ():
            if each.tag == "choose":
                yield from self._instead(each, like)
            else:
                yield self._names(each, like=like) if each.tag == "names" else self._one(each)

    def _list(self, lister: Lister, people: Sequence[Name]) -> str:
        apart = self._at.apart
        return lister.listed(people, later=self._later, given=apart.given, at_least=apart.names)

    def _lister(self, element: Element) -> Lister:
        name = element.find("name")
        return Lister(name, element.find("et-al"), lambda option: self._option(name, option), self._locale)

    def _option(self, name: Element | None, option: str) -> str | None:
        """An inheritable option: of the key sorted by, the name itself, the citation or bibliography, the style."""
        if self._at.sorting is not None:
            if option in self._at.sorting:
                return self._at.sorting[option]
            if option == "name-as-sort-order":
                return "all"
            if option == "demote-non-dropping-particle" and self._style.root.get(option) == "sort-only":
                return "display-and-sort"
        places: list[tuple[Element | None, str]] = [
            (name, INHERITED.get(option, option)), (self._part, option), (self._style.root, option)
        ]  # fmt: skip
        return next((place.get(key) for place, key in places if place is not None and key in place.attrib), None)

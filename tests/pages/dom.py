"""HTML read as a browser reads it: a tree of elements and text, and a few questions to it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
BLOCKS = {"p", "li", "td", "th", "dt", "dd", "div", "blockquote", "title", "label", "body", "html"}
BLOCKS |= {f"h{level}" for level in range(1, 7)}


@dataclass(eq=False)
class Element:
    """An element with what it holds, in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    parent: "Element | None" = None
    inside: list["Element | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text of the element and all below it, each character as a browser has it."""
        return "".join(one if isinstance(one, str) else one.text for one in self.inside)

    @property
    def classes(self) -> list[str]:
        """The classes of the element."""
        return self.attributes.get("class", "").split()

    def all(self, tag: str = "", class_: str = "") -> Iterator["Element"]:
        """Yield the elements below with this tag and class, in order."""
        for one in self.inside:
            if isinstance(one, Element):
                if tag in ("", one.tag) and (not class_ or class_ in one.classes):
                    yield one
                yield from one.all(tag, class_)

    def above(self) -> Iterator["Element"]:
        """Yield the elements around this one, the nearest first."""
        if self.parent:
            yield self.parent
            yield from self.parent.above()

    @property
    def block(self) -> "Element":
        """The paragraph, list item, heading or the like that holds the element."""
        return next(one for one in self.above() if one.tag in BLOCKS or one.parent is None)

    def around(self, within: "Element") -> tuple[str, str]:
        """Return the text before and after this element inside another, its spaces made single."""
        pieces = list(within.pieces())
        mine = [self in (holder, *holder.above()) for holder, _ in pieces]
        first, last = mine.index(True), len(mine) - mine[::-1].index(True)
        before, after = pieces[:first], pieces[last:]
        return squeezed("".join(t for _, t in before)), squeezed("".join(t for _, t in after))

    def pieces(self) -> Iterator[tuple["Element", str]]:
        """Yield each run of text below, in order, with the element that holds it."""
        for one in self.inside:
            if isinstance(one, str):
                yield self, one
            else:
                yield from one.pieces()


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self.here = Element("")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Element(tag, {name: value or "" for name, value in attrs}, self.here)
        self.here.inside.append(made)
        if tag not in VOID:
            self.here = made

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        opened = next((one for one in (self.here, *self.here.above()) if one.tag == tag), None)
        if opened and opened.parent:
            self.here = opened.parent

    def handle_data(self, data: str) -> None:
        self.here.inside.append(data)


def parse(html: str) -> Element:
    """Return the tree of a page; its root is an element without a tag."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    return builder.root


def squeezed(text: str) -> str:
    """Return a text with single spaces, as it is shown."""
    return " ".join(text.split())

"""The tagging canvas: every mark on a page belongs to a structure element or is an artifact.

Nodes are declared while the story is built; marks are recorded while it is drawn. A node that nothing is
drawn for never reaches the file, and a paragraph cut by a page simply has two marks.

This file leans on private parts of ReportLab 5.1 (``tests/exports/pdf/test_reportlab_hooks.py`` names each).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from desktop.look.runs import Run
from exports.pdf.about import About
from exports.pdf.fonts import EmbeddedFace
from exports.pdf.objects import Stream, array, colour, dictionary, number, string
from exports.pdf.text.spans import Link


@dataclass(eq=False, slots=True)
class Node:
    """A structure element to be: its role, the node it belongs to (None: the document) and what it says."""

    role: str
    parent: Node | None = None
    alt: str = ""
    attributes: Mapping[str, Any] | None = None
    language: str = ""
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of page content: page index and marked-content number."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class ObjectMark:
    """A link annotation as a child of its element."""

    page: int
    reference: Any


Child = Node | Mark | ObjectMark


@dataclass(slots=True)
class Recorded:
    """What was drawn: the children of each node in order, the marks of each page, the links' annotations."""

    children: dict[Node, list[Child]] = field(default_factory=dict)
    pages: list[list[Node]] = field(default_factory=list)
    annotations: list[tuple[Any, Node]] = field(default_factory=list)


class NotMarked(AssertionError):
    """Something was painted outside every mark, or a mark was opened inside another."""


class TagCanvas(Canvas):
    """A ReportLab canvas that writes PDF/UA-1 and PDF/A-2a."""

    about: About
    _doc: Any
    _code: list[str]
    _pageNumber: int  # noqa: N815
    _annotationrefs: list[Any]
    _bookmarkReference: Any  # noqa: N815

    def __init__(self, filename: Any, *, about: About, **options: Any) -> None:
        self.about = about
        self.document_node = Node("Document")
        self.recorded = Recorded({self.document_node: []})
        self.missing: dict[str, Counter[int]] = {}
        self.places: dict[str, int] = {}
        self.faces: dict[str, EmbeddedFace] = {}
        self._links: dict[tuple[Node, Link], Node] = {}
        self._page_marks: list[Node] = []
        self.marking = False
        options |= {"pdfVersion": (1, 7), "lang": about.language, "invariant": 1, "pageCompression": 1}
        super().__init__(filename, **options)
        self._doc.setCompression(1)

    # text

    def embedded(self, run: Run) -> EmbeddedFace:
        """The document's copy of the run's face."""
        found = self.faces.get(run.face.name)
        if found is None:
            found = self.faces[run.face.name] = EmbeddedFace(run.face)
        return found

    def count_missing(self, run: Run) -> None:
        """Remember that a character no face has was drawn as U+FFFD on this page."""
        self.missing.setdefault(run.missing, Counter())[self._pageNumber] += 1

    def write(self, operators: str) -> None:
        """Put operators on the page as they are."""
        self._code.append(operators)

    # marks

    @contextmanager
    def mark(self, node: Node) -> Iterator[None]:
        """What is painted inside belongs to ``node``."""
        self.attach(node)
        number_ = len(self._page_marks)
        self._page_marks.append(node)
        self.recorded.children[node].append(Mark(len(self.recorded.pages), number_))
        with self._content(f"/{node.role} <</MCID {number_}>> BDC"):
            yield

    @contextmanager
    def artifact(self, kind: str = "Layout", subtype: str = "") -> Iterator[None]:
        """What is painted inside says nothing: rules and fills (Layout), heads and feet (Pagination)."""
        sub = f" /Subtype /{subtype}" if subtype else ""
        with self._content(f"/Artifact <</Type /{kind}{sub}>> BDC"):
            yield

    @contextmanager
    def _content(self, begin: str) -> Iterator[None]:
        if self.marking:
            raise NotMarked("a mark inside a mark")
        self.write(begin)
        self.marking = True
        yield
        self.marking = False
        self.write("EMC")

    def attach(self, node: Node) -> None:
        """Give a node its place in the tree, even if nothing will be painted for it (an empty cell)."""
        if node in self.recorded.children:
            return
        self.recorded.children[node] = []
        parent = node.parent or self.document_node
        self.attach(parent)
        self.recorded.children[parent].append(node)

    def drawn(self, node: Node) -> bool:
        """Whether the node already has its place in the tree."""
        return node in self.recorded.children

    # links, anchors, outline

    def link_node(self, parent: Node, link: Link) -> Node:
        """The Link element of a link inside a block."""
        found = self._links.get((parent, link))
        if found is None:
            found = self._links[(parent, link)] = Node("Link", parent)
        return found

    def annotate(self, node: Node, link: Link, box: tuple[float, float, float, float]) -> None:
        """Make a box (in the current coordinates) clickable, as part of the Link element ``node``."""
        x0, y0 = self.absolutePosition(box[0], box[1])
        x1, y1 = self.absolutePosition(box[2], box[3])
        entries: dict[str, Any] = {
            "Type": "/Annot",
            "Subtype": "/Link",
            "Rect": array([round(value, 2) for value in (x0, y0, x1, y1)]),
            "Border": array([0, 0, 0]),
            "F": 4,
            "Contents": string(link.says),
        }
        if link.target.startswith("#"):
            entries["Dest"] = self._bookmarkReference(link.target[1:])
        else:
            entries["A"] = dictionary({"S": "/URI", "URI": string(link.target)})
        annotation = dictionary(entries)
        reference = self._doc.Reference(annotation)
        self._annotationrefs.append(reference)
        self.attach(node)
        self.recorded.children[node].append(ObjectMark(len(self.recorded.pages), reference))
        self.recorded.annotations.append((annotation, node))

    def anchor(self, key: str, top: float) -> None:
        """Name a place on the page, ``top`` in the current coordinates."""
        _, y = self.absolutePosition(0, top)
        self.bookmarkPage(key, fit="XYZ", left=0, top=round(y, 2), zoom=0)
        self.places.setdefault(key, self._pageNumber)

    def outline(self, title: str, key: str, level: int) -> None:
        """Add a heading to the outline; ``level`` counts from 0."""
        self.addOutlineEntry(title, key, level, closed=0)

    # shapes

    def fill_box(self, x: float, y: float, width: float, height: float, ink: str) -> None:
        """A filled rectangle; the caller has opened a mark."""
        self.write(f"q {colour(ink)} rg {number(x)} {number(y)} {number(width)} {number(height)} re f Q")

    def rule(self, x0: float, x1: float, y: float, weight: float, ink: str) -> None:
        """A horizontal line; the caller has opened a mark."""
        self.write(
            f"q {colour(ink)} RG {number(weight)} w {number(x0)} {number(y)} m {number(x1)} {number(y)} l S Q"
        )

    # private parts of ReportLab

    def _make_preamble(self) -> None:
        """No page may begin with a font that is not embedded."""
        self._preamble = "1 0 0 1 0 0 cm"

    def _setAnnotations(self, page: Any) -> None:  # noqa: N802
        """The last look at a page before it is written: tie it to the structure."""
        if self.marking:
            raise NotMarked("a mark is open at the end of the page")
        super()._setAnnotations(page)  # type: ignore[misc]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = len(self.recorded.pages)
        page.Tabs = "/S"
        page.Contents = Stream(
            page.stream.encode("ascii")
        )  # ReportLab's own lacks a line end that PDF/A asks for
        self.recorded.pages.append(self._page_marks)
        self._page_marks = []

    def save(self) -> None:
        """Finish the last page, write fonts, structure and metadata, then the file."""
        from exports.pdf.metadata import write_metadata
        from exports.pdf.tree import write_tree

        if self._code:
            self.showPage()
        fonts = self._doc.idToObject["BasicFonts"].dict
        for name in sorted(self.faces):
            fonts[name] = self._doc.Reference(self.faces[name].font_object(self._doc))
        write_tree(self._doc, self.document_node, self.recorded)
        write_metadata(self, self.about)
        super().save()

"""A document from a story: laid out until its page numbers stand, tagged, and put in place only when whole."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reportlab.platypus import BaseDocTemplate, Flowable, NextPageTemplate, PageBreak, PageTemplate

from desktop.look.marks import Box, Picture
from exports.pdf.about import About
from exports.pdf.block import Block
from exports.pdf.content_frame import ContentFrame
from exports.pdf.flowables_layout import Stack
from exports.pdf.flowables_text import TextBlock, line_of, one_line, width_of
from exports.pdf.painter import paint
from exports.pdf.sheet import (
    A4,
    HAIRLINE,
    HEAD,
    INK,
    RUNNING,
    RUNNING_STRONG,
    WHITE,
    Page,
    Style,
)
from exports.pdf.tags import Node, TagCanvas
from exports.pdf.text.spans import Words
from exports.safely import NotWhole, Saved, write_safely

_MOST_PASSES = 5
_TAG_ROOM = 6.0
_NUMBER_ROOM = 120.0  # kept free of head and foot, for the status mark and the page number


@dataclass(frozen=True, slots=True)
class Places:
    """What an earlier pass found: the page of every anchor, and how many pages there are."""

    pages: Mapping[str, int] = field(default_factory=dict)
    count: int = 0

    def page(self, anchor: str) -> str:
        """The page number of an anchor, "00" before it is known."""
        return str(self.pages.get(anchor, "00"))


@dataclass(frozen=True, slots=True)
class Running:
    """The running head and foot. ``tag`` is the status mark at the right (Draft v1, Rehearsal).

    ``page`` makes the words for page n of N. ``head_aloud``: on the first page the head is read, as a paragraph; on
    all others it is an artifact like the rest.
    """

    head: Words
    foot: Words
    page: Callable[[int, int], str]
    tag: str = ""
    tag_solid: bool = False
    head_aloud: bool = False


@dataclass(frozen=True, slots=True)
class Missing:
    """A character that no shipped face has, and the pages where U+FFFD stands for it."""

    character: str
    pages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """A finished document: its bytes, pages, and the characters that could not be drawn."""

    data: bytes
    places: Places
    missing: tuple[Missing, ...]

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return self.places.count


@dataclass(frozen=True, slots=True)
class Written:
    """A document in place: where (perhaps under a second name, see ``saved.reason``), and what it holds."""

    saved: Saved
    pages: int
    missing: tuple[Missing, ...]


Story = Callable[[Places], Sequence[Flowable]]


def make_document(
    about: About,
    story: Story,
    running: Running,
    *,
    page: Page = A4,
    first: str = "page",
    canvas: type[TagCanvas] = TagCanvas,
    once: bool = False,
    begun: Callable[[int], None] = lambda _page: None,
) -> Made:
    """Lay ``story`` out until page numbers no longer change (mostly two passes).

    ``story`` is called once a pass. Page templates: ``page`` (running head
    and foot) and ``cover`` (neither); ``first`` names the first page's, ``turn_page("page")`` changes.
    ``once``: nothing in it depends on page numbers, one pass will do. ``begun(page)`` is told of each page of
    each pass; what it raises stops the work.
    """
    places = Places()
    for _ in range(1 if once else _MOST_PASSES):
        made = _pass(about, story(places), running, places, page, first, canvas, begun)
        if made.places == places:
            break
        places = made.places
    return made


def write_document(
    target: Path,
    about: About,
    story: Story,
    running: Running,
    *,
    page: Page = A4,
    first: str = "page",
) -> Written:
    """Make a document and put it in place by :func:`exports.safely.write_safely`.

    Raises :class:`exports.safely.NotWhole` if it does not read back, OSError if the folder refuses.
    """
    return write_made(target, make_document(about, story, running, page=page, first=first))


def write_made(target: Path, made: Made) -> Written:
    """Put a finished document in place; raises as :func:`write_document`."""
    saved = write_safely(
        target, lambda part: _write(part, made.data), lambda part: check_whole(part, made.pages)
    )
    return Written(saved, made.pages, made.missing)


def turn_page(template: str = "") -> list[Flowable]:
    """A new page, if named with another template; blocks for the story."""
    return [NextPageTemplate(template), PageBreak()] if template else [PageBreak()]


def check_whole(path: Path, pages: int) -> None:
    """Read a written PDF again: head, end, page objects, embedded fonts. Raises :class:`NotWhole`."""
    data = path.read_bytes()
    if not data.startswith(b"%PDF-1.7") or not data.rstrip().endswith(b"%%EOF"):
        raise NotWhole(f"{path.name} is cut short")
    start = re.search(rb"startxref\s+(\d+)\s+%%EOF\s*$", data)
    if start is None or not data[int(start[1]) :].startswith(b"xref"):
        raise NotWhole(f"{path.name} has no table of its objects")
    if len(re.findall(rb"/Type /Page\b(?!s)", data)) != pages:
        raise NotWhole(f"{path.name} does not have {pages} pages")
    if data.count(b"/Subtype /Type0") != data.count(b"/FontFile2") or b"/StructTreeRoot" not in data:
        raise NotWhole(f"{path.name} lacks fonts or structure")


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def _pass(
    about: About,
    story: Sequence[Flowable],
    running: Running,
    places: Places,
    page: Page,
    first: str,
    canvas: type[TagCanvas],
    begun: Callable[[int], None],
) -> Made:
    buffer = io.BytesIO()
    opened: list[TagCanvas] = []

    def open_canvas(filename: Any, **options: Any) -> TagCanvas:
        wanted = {"pagesize": options.get("pagesize")}
        opened.append(canvas(filename, about=about, **wanted))
        return opened[0]

    furniture = _Furniture(running, page, about.rtl, places.count, begun)
    names = ("page", "cover") if first == "page" else ("cover", "page")
    templates = [
        PageTemplate(
            name, [ContentFrame(page)], onPage=furniture.draw if name == "page" else furniture.nothing
        )
        for name in names
    ]
    template = BaseDocTemplate(
        buffer, pagesize=(page.width, page.height), pageTemplates=templates, invariant=1, allowSplitting=1
    )
    template.build(_gathered(story), canvasmaker=open_canvas)
    done = opened[0]
    missing = tuple(
        Missing(character, tuple(sorted(pages))) for character, pages in sorted(done.missing.items())
    )
    return Made(buffer.getvalue(), Places(dict(done.places), len(done.recorded.pages)), missing)


def _gathered(story: Sequence[Flowable]) -> list[Flowable]:
    """Blocks that keep with the next one, as stacks with it: ReportLab's own way moves whole tables."""
    out: list[Flowable] = []
    held: list[Block] = []
    for flowable in story:
        if isinstance(flowable, Block):
            flowable.rested()
            held.append(flowable)
            if flowable.keep_next:
                continue
        out += [Stack(held)] if len(held) > 1 else held
        held = []
        if not isinstance(flowable, Block):
            out.append(flowable)
    return out + ([Stack(held)] if len(held) > 1 else held)


class _Furniture:
    """What stands on every page around the content, all of it pagination artifacts."""

    def __init__(
        self, running: Running, page: Page, rtl: bool, count: int, begun: Callable[[int], None]
    ) -> None:
        self.running, self.page, self.rtl, self.count, self.begun = running, page, rtl, count, begun

    def nothing(self, canvas: Any, document: Any) -> None:
        """A cover has no running head or foot."""
        self.begun(canvas.getPageNumber())

    def draw(self, canvas: Any, document: Any) -> None:
        """Head, status mark, rule, foot and page number."""
        page = self.page
        number = canvas.getPageNumber()
        self.begun(number)
        aloud = self.running.head_aloud and number == 1
        with canvas.mark(Node("P")) if aloud else canvas.artifact("Pagination", "Header"):
            self._line(canvas, self.running.head, RUNNING, HEAD, "start")
        if self.running.tag:
            with canvas.artifact("Pagination", "Header"):
                self._tag(canvas)
        with canvas.artifact("Pagination", "Footer"):
            canvas.rule(page.left, page.right, page.height - page.foot_rule, 0.5, HAIRLINE)
            self._line(canvas, self.running.foot, RUNNING, page.foot, "start")
            words = self.running.page(number, max(self.count, number))
            self._line(canvas, words, RUNNING_STRONG, page.foot, "end")

    def _line(self, canvas: TagCanvas, words: Words, style: Style, baseline: float, align: Any) -> None:
        room = self.page.full - (_NUMBER_ROOM if align == "start" else 0.0)
        block = TextBlock(
            line_of(words, style, room), style, role="", rtl=self.rtl, align=align, fit="filled"
        )
        block.wrap(self.page.full, 100)
        self._at(canvas, block, self.page.left, baseline)

    def _tag(self, canvas: TagCanvas) -> None:
        ink = WHITE if self.running.tag_solid else INK
        style = RUNNING_STRONG.but(colour=ink)
        words = one_line(self.running.tag, style, _NUMBER_ROOM - 2 * _TAG_ROOM)
        wide = width_of(words, style, self.rtl) + 2 * _TAG_ROOM
        left = self.page.left if self.rtl else self.page.right - wide
        solid = INK if self.running.tag_solid else WHITE
        frame = Box(0, 0, wide, 14, fill=solid, stroke=INK, line=0.9, radius=3)
        paint(canvas, Picture(wide, 14, (frame,)), left, self.page.height - HEAD + 10)
        block = TextBlock(words, style, role="", rtl=self.rtl, fit="filled")
        block.wrap(wide - 2 * _TAG_ROOM + 0.01, 100)
        self._at(canvas, block, left + _TAG_ROOM, HEAD)

    def _at(self, canvas: TagCanvas, block: TextBlock, x: float, baseline: float) -> None:
        y = self.page.height - baseline + block.first_baseline() - block.height
        canvas.write(f"q 1 0 0 1 {x:.3f} {y:.3f} cm")
        block.paint_lines(canvas)
        canvas.write("Q")

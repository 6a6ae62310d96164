"""What the pages for the day need at hand, and how they become a document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from reportlab.platypus import Flowable

from desktop.look.marks import Box, Mark, Text
from desktop.look.palette import PAPER
from desktop.words.catalogue import Words
from desktop.words.dates import long_date
from desktop.words.lists import isolated
from exports.pdf.about import About
from exports.pdf.document import Made, Running, make_document, turn_page
from exports.pdf.flowables_text import one_line, width_of
from exports.pdf.pages.setting import Setting
from exports.pdf.printed.board import Board, Later
from exports.pdf.sheet import Page, Style
from exports.printed import AskedPivot, Printed

Begun = Callable[[int], None]
"""Told of each page as it begins; what it raises stops the work."""


class Desk(Setting):
    """What is printed, its words, its direction and its paper."""

    def __init__(self, printed: Printed, words: Words) -> None:
        """Lay out for one workshop in one language."""
        super().__init__(words, printed.paper)
        self.printed = printed

    @property
    def city_and_day(self) -> str:
        """Says "Rivermouth, 1 March 2027"; a rehearsal says that it is one."""
        return self._said(isolated(self.words, self.printed.city))

    def where(self, style: Style, room: float) -> str:
        """The same on one line: a long city is cut, never the day."""
        rest = width_of(self._said(""), style)
        return self._said(one_line(self.printed.city, style, max(room - rest, 0.0)))

    def _said(self, city: str) -> str:
        printed, say = self.printed, self.words.say
        said = say("{city}, {date}", city=city, date=long_date(self.words, printed.date))
        return f"{said} · {say('Rehearsal')}" if printed.rehearsal else said

    def about(self, title: str) -> About:
        """What the document says about itself."""
        printed = self.printed
        whole = self.words.say("{title}, {city}", title=title, city=printed.city)
        author = printed.organisation or printed.city
        return About(
            whole, self.words.language, author, datetime.fromisoformat(printed.made_at), rtl=self.rtl
        )

    def running(self, head: str) -> Running:
        """Head, foot and page number of a document that is read in a column."""
        tag = self.words.say("Rehearsal") if self.printed.rehearsal else ""
        return Running(head, self.city_and_day, self.page_words, tag=tag, tag_solid=True)

    def boards(self, title: str, page: Page, boards: Sequence[Callable[[], Board]], begun: Begun) -> Made:
        """A document of whole pages, each set when its turn comes."""

        def story(_places: object) -> list[Flowable]:
            out: list[Flowable] = []
            for number, board in enumerate(boards):
                out += [
                    *(turn_page() if number else ()),
                    Later(page.full, page.bottom - page.top, board),
                ]
            return out

        running = Running("", "", self.page_words)
        return make_document(
            self.about(title), story, running, page=page, first="cover", once=True, begun=begun
        )

    def column(self, title: str, story: Callable[[], Sequence[Flowable]], begun: Begun) -> Made:
        """A document with running head and foot; ``story`` is called once a pass."""
        return make_document(
            self.about(title), lambda _: story(), self.running(title), page=self.page, begun=begun
        )


def badge(pivot: AskedPivot, x: float, y: float, size: float) -> tuple[Mark, ...]:
    """A pivot's number on its colour, for decoration: the words beside it say the same."""
    middle = (x + size / 2, y + size / 2 + size * 0.18)
    return (
        Box(x, y, size, size, fill=PAPER.pivot(pivot.colour), radius=size * 0.24),
        Text(middle, str(pivot.place), size * 0.52, PAPER.digit_on(pivot.colour), "bold", "middle"),
    )

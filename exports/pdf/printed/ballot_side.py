"""One side of a ballot: the seat, how to answer, the questions, the promise, and a box for whoever keys it in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.look.marks import Box, Mark, Text
from desktop.words import printed as say
from exports.pdf.flowables import Block, Span, TextBlock
from exports.pdf.flowables_text import one_line, width_of
from exports.pdf.printed.ballot_type import BallotType
from exports.pdf.printed.board import Board, Standing
from exports.pdf.printed.choices import Choices, Place
from exports.pdf.printed.desk import Desk, badge
from exports.pdf.sheet import HAIRLINE, INK, LABEL, MUTED, WHITE, Page
from exports.printed import AskedPivot, AskedQuestion

_FOOT_ROOM, _CITY_ROOM = 16.0, 160.0
_AFTER_HOW, _AFTER_HEADS, _BADGE_GAP, _COLUMN_GAP = 9.0, 5.0, 6.0, 6.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the plan: a question, or (``question`` None) the heading of a pivot, perhaps once more."""

    pivot: AskedPivot
    question: AskedQuestion | None = None
    badged: bool = False
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """Which side this is of how many, counted from 1."""

    side: int
    sides: int

    @property
    def sheet(self) -> int:
        """The sheet of paper it is on."""
        return (self.side + 1) // 2

    @property
    def sheets(self) -> int:
        """How many sheets there are."""
        return (self.sides + 1) // 2


class Side:
    """Sets the sides of one ballot, whoever's it is."""

    def __init__(self, desk: Desk, page: Page, type_: BallotType) -> None:
        """Lay out on bare ``page``."""
        self.desk, self.page, self.type = desk, page, type_
        self.high = page.bottom - page.top
        self.stages = desk.printed.stages
        self._heights: dict[tuple[str, str, bool], float] = {}

    # ---- measuring ------------------------------------------------------------------------------------------

    def room(self, *, first: bool) -> float:
        """The height left for questions."""
        return self._bottom() - self._head(None, first=first)[1] - self._columns(0.0)[1]

    def height(self, entry: Entry) -> float:
        """How high an entry is, with what follows it."""
        key = (entry.pivot.id, entry.question.id if entry.question else "", entry.continued)
        if key not in self._heights:
            self._heights[key] = self._entry(entry, 0.0)[1]
        return self._heights[key]

    # ---- setting --------------------------------------------------------------------------------------------

    def board(self, seat: int | None, entries: Sequence[Entry], turn: Turn) -> Board:
        """The finished side."""
        first = turn.side == 1
        blocks, y, drawn = self._head(seat, first=first)
        heads, below = self._columns(y)
        blocks += heads
        y = below
        marks: list[Mark] = list(drawn)
        if heads:
            marks.append(self._rule(y - 0.45, 0.9, INK))
        for number, entry in enumerate(entries):
            placed, high, own = self._entry(entry, y)
            blocks += placed
            marks += own
            y += high
            last = number + 1 == len(entries)
            if entry.question is not None or last:
                marks.append(self._rule(y, 0.9 if last else 0.5, INK if last else HAIRLINE))
        promise = self._text(say.promise(self.desk.words), self.type.promise)
        blocks.append(Standing(promise, 0.0, y + 2 * self.type.gap, self.page.full))
        return Board(self.page.full, self.high, blocks, marks, self._foot(seat, turn))

    def empty(self, seat: int | None, turn: Turn) -> Board:
        """The back that only lets the next ballot begin on a sheet of its own."""
        words = self._text(say.empty_side(self.desk.words), self.type.where)
        return Board(
            self.page.full, self.high, [Standing(words, 0.0, 0.0, self.page.full)], (), self._foot(seat, turn)
        )

    def _text(self, words: object, style: object, **how: object) -> TextBlock:
        return self.desk.text(words, style, **how)  # type: ignore[arg-type]

    def _bottom(self) -> float:
        """Where the questions end: above the promise and the foot."""
        promise = self._text(say.promise(self.desk.words), self.type.promise)
        return self.high - _FOOT_ROOM - promise.height_at(self.page.full) - 3 * self.type.gap

    def _head(self, seat: int | None, *, first: bool) -> tuple[list[Standing], float, list[Mark]]:
        """Who and where, the title, how to answer, the yardstick, the seat; and the y below them."""
        desk, type_, full = self.desk, self.type, self.page.full
        box_wide, box_high = type_.seat_box if first else (type_.seat_box[0], type_.seat_box[1] * 0.45)
        room = full - box_wide - 18
        words: list[Block] = [
            self._text(desk.where(type_.where, room), type_.where),
            self._text(
                say.heading(desk.words),
                type_.title if first else type_.again,
                role="H1" if first else "P",
                outline=say.seat(desk.words, seat) if first else False,
            ),
        ]
        if first:
            words.append(self._text(say.how_to_answer(desk.words), type_.how, before=3))
        placed, y = [], 0.0
        for block in words:
            y += block.spaceBefore
            placed.append(Standing(block, 0.0, y, room))
            y += block.height_at(room)
        y = max(y, box_high) + (7 if first else 5)
        yardstick = self._text(desk.printed.yardstick, type_.yardstick)
        placed.append(Standing(yardstick, 0.0, y, full))
        y += yardstick.height_at(full) + _AFTER_HOW
        seat_words, frame = self._seat(seat, box_wide, box_high, first=first)
        return [*placed, *seat_words], y, frame

    def _seat(
        self, seat: int | None, wide: float, high: float, *, first: bool
    ) -> tuple[list[Standing], list[Mark]]:
        x = 0.0 if self.desk.rtl else self.page.full - wide
        frame = Box(x + 0.45, 0.45, wide - 0.9, high - 0.9, stroke=INK, line=0.9, radius=4)
        label, number = self.type.seat, self.type.number
        if not first:
            words = self._text(say.seat(self.desk.words, seat), label.but(colour=INK), align="centre")
            return [Standing(words, x, (high - label.leading) / 2, wide)], [frame]
        head = self._text(self.desk.words.say("Seat"), label, align="centre")
        placed = [Standing(head, x, 7.0, wide)]
        if seat is not None:
            digits = self._text(str(seat), number, align="centre")
            left = high - 7.0 - label.leading
            placed.append(Standing(digits, x, 7.0 + label.leading + (left - number.leading) / 2 - 3, wide))
        return placed, [frame]

    def _columns(self, y: float) -> tuple[list[Standing], float]:
        """The names of the levels over their columns; nothing where levels go down the page."""
        if not self.type.across:
            return [], y
        placed, high = [], 0.0
        for place, stage in zip(self._places(), self.stages, strict=False):
            words = self._text(f"{stage.level}  {stage.name}", self.type.stage, fit="balanced")
            high = max(high, words.height_at(place.width - 4))
            x = self.page.full - place.x - place.width + 4 if self.desk.rtl else place.x
            placed.append(Standing(words, x, y, place.width - 4))
        return placed, y + high + _AFTER_HEADS

    def _places(self) -> list[Place]:
        """The columns of the levels, then the narrower one of "can't say"."""
        each = (self.page.full - self.type.cant_say) / len(self.stages)
        places = [Place(number * each, each - _COLUMN_GAP) for number in range(len(self.stages))]
        return [*places, Place(self.page.full - self.type.cant_say, self.type.cant_say)]

    def _entry(self, entry: Entry, y: float) -> tuple[list[Standing], float, list[Mark]]:
        return self._question(entry, y) if entry.question is not None else self._pivot(entry, y)

    def _pivot(self, entry: Entry, y: float) -> tuple[list[Standing], float, list[Mark]]:
        style = self.type.pivot
        name = say.goes_on(self.desk.words, entry.pivot.name) if entry.continued else entry.pivot.name
        words = self._text(name, style, role="H2")
        side, top = style.size * 1.35, y + self.type.gap + 3
        inset = side + _BADGE_GAP
        high = words.height_at(self.page.full - inset)
        placed = [Standing(words, 0.0 if self.desk.rtl else inset, top, self.page.full - inset)]
        return placed, top - y + high, list(self._badge(entry.pivot, top, style.leading, side))

    def _question(self, entry: Entry, y: float) -> tuple[list[Standing], float, list[Mark]]:
        question, type_, words = entry.question, self.type, self.desk.words
        assert question is not None
        side = type_.question.size * 1.35
        inset = side + _BADGE_GAP if entry.badged else 0.0
        top, room = y + type_.gap, self.page.full - inset
        id_style = type_.question.but(colour=MUTED, weight="medium")
        title = self._text(
            [Span(f"{question.id}  ", id_style), question.text],
            type_.question,
            role="H2" if entry.badged else "H3",
        )
        high = title.height_at(room)
        answers = [
            (str(stage.level), level) for stage, level in zip(self.stages, question.levels, strict=True)
        ]
        choices = Choices(
            [*answers, ("–", say.cant_say(words))],
            self._places() if type_.across else None,
            type_.level,
            type_.digit,
            type_.box,
            gap=5.0 if type_.across else 9.0,
            rtl=self.desk.rtl,
        )
        below = top + high + type_.gap - 1
        placed = [
            Standing(title, 0.0 if self.desk.rtl else inset, top, room),
            Standing(choices, 0.0, below, self.page.full),
        ]
        marks = self._badge(entry.pivot, top, type_.question.leading, side) if entry.badged else ()
        return placed, below + choices.height_at(self.page.full) + type_.gap - y, list(marks)

    def _badge(self, pivot: AskedPivot, top: float, leading: float, side: float) -> tuple[Mark, ...]:
        x = self.page.full - side if self.desk.rtl else 0.0
        return badge(pivot, x, top + (leading - side) / 2, side)

    def _rule(self, y: float, thick: float, ink: str) -> Mark:
        return Box(0, y, self.page.full, thick, fill=ink)

    def _foot(self, seat: int | None, turn: Turn) -> list[Mark]:
        """City, set and sheet; whether there is more; a box to say it is keyed in; the seat once more."""
        desk, style, full = self.desk, self.type.foot, self.page.full
        line, words = self.high - 2.0, desk.words
        own = say.seat(words, seat)
        keyed = words.say("keyed in")
        x = full - width_of(own, style.but(weight="semibold")) - 24
        marks: list[Mark] = [
            Text((full, line), own, style.size, INK, "semibold", "end"),
            Text((x, line), keyed, style.size, MUTED, "regular", "end"),
        ]
        side = style.size * 1.1
        x -= width_of(keyed, style) + side + 5
        marks.append(Box(x, line - side + 1, side, side, fill=WHITE, stroke=INK, line=0.8, radius=1.5))
        if turn.side < turn.sides:
            more = say.turn_over(words) if turn.side % 2 else say.next_sheet(words)
            x -= 14
            marks.append(Text((x, line), more, style.size, INK, "semibold", "end"))
            x -= width_of(more, style.but(weight="semibold"))
        sheet = say.sheet_of(words, turn.sheet, turn.sheets)
        where = (
            sheet
            if self.type.foot.size > LABEL.size
            else f"{one_line(desk.printed.city, style, _CITY_ROOM)} · {desk.printed.set_name} · {sheet}"
        )
        marks.append(Text((0, line), one_line(where, style, x - 14), style.size, MUTED))
        return marks

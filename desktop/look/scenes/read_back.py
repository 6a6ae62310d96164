"""Commit: what was decided, pivot by pivot, who does what, and what some saw otherwise, to be read aloud."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.look.marks import Picture, Table
from desktop.look.scale import LABEL, LEAST, LINE
from desktop.look.scenes.frame import GAP, Frame, Wall
from desktop.look.wrap import Fitted


@dataclass(frozen=True, slots=True)
class Decided:
    """One pivot: "Data", "2½", "3½", and until when where not all have one day. ``today`` may be "not scored"."""

    number: int
    colour: int
    name: str
    today: str
    target: str = ""
    by: str = ""

    def levels(self, rtl: bool) -> str:
        """From today to the target."""
        return f"{self.today} {'←' if rtl else '→'} {self.target}" if self.target else self.today


@dataclass(frozen=True, slots=True)
class Kept:
    """One action of the plan and its owner, or what is said where there is none."""

    number: int
    colour: int
    title: str
    owner: str


@dataclass(frozen=True, slots=True)
class ReadBack:
    """``decided_head`` names the day all targets share; ``others`` are dissent and what was left open: pairs of a
    heading and its recorded words. ``more_kept`` and ``more_others`` say how many are not shown, by number from 1.
    """

    title: str
    aside: str
    decided_head: str
    decided: tuple[Decided, ...]
    kept_head: str
    kept: tuple[Kept, ...]
    nothing: str
    more_kept: tuple[str, ...]
    others: tuple[tuple[str, str], ...]
    more_others: tuple[str, ...]


SIZES = (LINE, LABEL, LEAST)
"""Type sizes tried, the largest first."""
_LEADING = 1.18
_OTHERS_SHARE = 0.26
"""Of the wall's height, for what some saw otherwise."""


def read_back(said: ReadBack, frame: Frame) -> Picture:
    """Pivots at the reading side, actions at the other, other views across the foot."""
    wall = Wall(frame)
    top = wall.title(said.title, said.aside) + 34
    foot = _others(wall, said, wall.h - 44)
    side = wall.inner * (0.43 if wall.narrow else 0.4)
    left = wall.margin + side + (GAP if wall.narrow else 2 * GAP)
    wall.line(wall.margin, top + 30, side, said.decided_head, LEAST, wall.ground.muted, "medium")
    wall.line(left, top + 30, wall.right - left, said.kept_head, LEAST, wall.ground.muted, "medium")
    top += 48
    wall.rule(wall.margin, top, side)
    wall.rule(left, top, wall.right - left)
    _decided(wall, said.decided, side, top + 8, foot)
    _kept(wall, said, left, top + 8, foot)
    rows = [(one.name, f"{one.levels(frame.rtl)} {one.by}".strip()) for one in said.decided]
    rows += [(one.title, one.owner) for one in said.kept]
    return wall.close(said.title, Table((said.title, ""), (*rows, *said.others)))


def _decided(wall: Wall, rows: Sequence[Decided], side: float, top: float, foot: float) -> None:
    """A row a pivot; the days stand at the rows' ends where all fit there, else under the levels."""
    step = min(96.0, (foot - top) / max(1, len(rows)))
    badge = min(52.0, step - 10)
    indent = badge + 20 if badge >= LEAST * 1.1 else 0.0
    end = wall.margin + side
    said = [one.levels(wall.frame.rtl) for one in rows]

    def fits(size: float) -> bool:
        return all(
            wall.width(one.name, size, "medium") + wall.width(levels, size + 4, "semibold")
            + wall.width(one.by, LEAST) + 44 <= side - indent
            for one, levels in zip(rows, said, strict=True)
        )  # fmt: skip

    size = next((each for each in SIZES if each * 1.5 <= step and fits(each)), LEAST)
    beside = fits(size)
    below = not beside and any(one.by for one in rows) and step >= 2 * LEAST
    for place, (one, levels) in enumerate(zip(rows, said, strict=True)):
        middle = top + step * (place + 0.5)
        base, right = middle + (-5 if below and one.by else 12), end
        if indent:
            wall.badge(one.number, one.colour, wall.margin, middle - badge / 2, badge)
        if beside and one.by:
            right -= wall.line(end, base, side, one.by, LEAST, wall.ground.muted, anchor="end") + 20
        elif below:
            wall.line(end, middle + 29, side - indent, one.by, LEAST, wall.ground.muted, anchor="end")
        right -= wall.line(right, base, side * 0.5, levels, size + 4, None, "semibold", "end") + 20
        x = wall.margin + indent
        wall.line(x, base, right - x, one.name, size, None, "medium")


def _kept(wall: Wall, said: ReadBack, x: float, top: float, foot: float) -> None:
    """Each action whole, over its owner; those beyond the room are counted."""
    room = wall.right - x - 62
    if not said.kept:
        wall.block(x, top + 16, wall.right - x, 120, said.nothing, LABEL, wall.ground.muted)
        return
    sized = ([_action(wall, one, room, size) for one in said.kept] for size in SIZES)
    fitted = next(
        (each for each in sized if top + _talls(each) <= foot),
        [_action(wall, one, room, LEAST) for one in said.kept],
    )
    shown = len(fitted)
    while shown > 1 and top + _talls(fitted[:shown]) + (0 if shown == len(fitted) else LEAST * 1.4) > foot:
        shown -= 1
    spare = foot - top - _talls(fitted[:shown]) - (0 if shown == len(fitted) else LEAST * 1.4)
    between = min(26.0, max(0.0, spare / shown))
    y = top + 6
    for one, (title, owner) in zip(said.kept[:shown], fitted[:shown], strict=True):
        wall.badge(one.number, one.colour, x, y + 2, 42)
        end = wall.lines(x + 62, y, title, None, "medium", leading=_LEADING)
        y = wall.lines(x + 62, end, owner, wall.ground.muted, leading=_LEADING) + _PAD + between
    if shown < len(fitted):
        more = said.more_kept[len(fitted) - shown - 1]
        wall.line(x + 62, y + LEAST, room, more, LEAST, wall.ground.muted, "medium")


_PAD = 12.0


def _action(wall: Wall, one: Kept, room: float, size: float) -> tuple[Fitted, Fitted]:
    """Title and owner."""
    title = wall.fit(one.title, room, size * _LEADING * 2.1, size, "medium", _LEADING)
    return title, wall.fit(one.owner, room, LEAST * _LEADING * 1.1, LEAST, leading=_LEADING)


def _talls(fitted: Sequence[tuple[Fitted, Fitted]]) -> float:
    return sum(title.tall(_LEADING) + owner.tall(_LEADING) + _PAD for title, owner in fitted)


def _others(wall: Wall, said: ReadBack, foot: float) -> float:
    """Other views at the foot, a line or two each; returns the y over them."""
    if not said.others:
        return foot
    room = wall.h * _OTHERS_SHARE
    sized = ([_other(wall, *one, size) for one in said.others] for size in (LABEL, LEAST))
    blocks = next(
        (each for each in sized if _deep(each) <= room), [_other(wall, *one, LEAST) for one in said.others]
    )
    shown = len(blocks)
    extra = LEAST * 1.3
    while shown > 1 and _deep(blocks[:shown]) + (extra if shown < len(blocks) else 0) > room:
        shown -= 1
    tall = _deep(blocks[:shown]) + (extra if shown < len(blocks) else 0)
    y = foot - tall
    wall.rule(wall.margin, y - 20, wall.inner)
    for heading, words in blocks[:shown]:
        y = wall.lines(wall.margin, y, heading, wall.ground.lit, "semibold", leading=_LEADING)
        y = wall.lines(wall.margin, y, words, None, leading=_LEADING) + _PAD
    if shown < len(blocks):
        more = said.more_others[len(blocks) - shown - 1]
        wall.line(wall.margin, y + LEAST * 0.8, wall.inner, more, LEAST, wall.ground.muted, "medium")
    return foot - tall - 32


def _other(wall: Wall, heading: str, words: str, size: float) -> tuple[Fitted, Fitted]:
    head = wall.fit(heading, wall.inner, size * _LEADING * 1.1, size, "semibold", _LEADING)
    return head, wall.fit(words, wall.inner, size * _LEADING * 2.1, size, leading=_LEADING)


def _deep(blocks: Sequence[tuple[Fitted, Fitted]]) -> float:
    return sum(head.tall(_LEADING) + words.tall(_LEADING) + _PAD for head, words in blocks)

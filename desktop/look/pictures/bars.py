"""Now → target as bars: one slim bar for screens, and the figure of the papers with the stages on their lines.

On screens today is filled and the target outlined. On paper the bar has the pivot's colour (computed levels are
outlined), a tick stands at the target and a thin tint between: two outlines never meet.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.look.marks import Picture, Table
from desktop.look.pictures.standing import Scale, Standing
from desktop.look.scale import CAP
from desktop.look.sheet import Sheet


def bar(
    sheet: Sheet,
    standing: Standing,
    scale: Scale,
    x: float,
    y: float,
    width: float,
    height: float = 14.0,
    progress: float = 1.0,
) -> None:
    """A bar on the whole scale for the wall or the console: track, target outline, today; ``y`` is its upper edge.

    ``progress`` lets the target grow out of today.
    """
    ground = sheet.ground
    sheet.box(x, y, width, height, ground.track, radius=height / 2)
    today = 0.0 if standing.today is None else width * scale.share(standing.today)
    if standing.target is not None:
        wanted = width * scale.share(standing.target)
        if wanted > today:
            wanted = today + (wanted - today) * progress
        sheet.box(x, y, wanted, height, ground.surface, ground.target, max(1.5, height * 0.22), height / 2)
    if today:
        sheet.box(x, y, today, height, ground.today, radius=height / 2)


@dataclass(frozen=True, slots=True)
class BarTable:
    """The figure of the papers: the words over its columns; ``by`` only where the days of the targets differ."""

    pivot: str
    now: str
    target: str
    finding: str
    by: str = ""


_BY = 56.0
"""The width of the column *By*; names, numbers and heads then stand closer."""
_HEAD, _BADGE, _NAME, _LABEL, _NUMBER = 24.0, 13.0, 9.0, 8.5, 10.5


def bar_table(
    standings: Sequence[Standing],
    scale: Scale,
    words: BarTable,
    sheet: Sheet,
    width: float = 483.0,
    row: float = 20.0,
) -> Picture:
    """Every pivot's bar, tick and numbers, ``width`` points wide, a ``row`` high each; unscored pivots say so."""
    across = width - (_BY if words.by else 0.0)
    start, end = (width * 0.372, across - width * 0.118) if words.by else (width * 0.388, width * 0.857)
    x_now, x_target = end + width * (0.044 if words.by else 0.062), across
    _heads(sheet, scale, words, start, end, x_now, x_target)
    if words.by:
        sheet.line(width, 19, _BY - 6, words.by, _LABEL, sheet.ground.muted, "semibold", "end")
    y, foot = _HEAD, _HEAD + len(standings) * row
    sheet.rule(0, y, width, sheet.ground.ink, 0.9)
    for level in range(1, scale.levels + 1):
        at = start + (end - start) * level / (scale.levels + 0.25)
        sheet.stroke(((at, y + 0.9), (at, foot)), sheet.ground.axis, 0.5)
    full = (end - start) * scale.levels / (scale.levels + 0.25)
    for standing in standings:
        _paper_row(sheet, standing, scale, y, row, start, full)
        _votes(sheet, standing, scale, y + row / 2, start, full)
        middle = y + row / 2 + _NUMBER * CAP / 2
        _level(sheet, x_now, middle, standing.today_words, standing.agreed or standing.today is None)
        _level(sheet, x_target - 9, middle, standing.target_words or "–", True)
        if words.by and standing.target is not None:
            sheet.line(width, middle, _BY - 4, standing.by, _LABEL, None, "regular", "end")
        y += row
        if y < foot - 1:
            sheet.rule(0, y, start - 6, sheet.ground.axis, 0.5)
            sheet.rule(end + 4, y, width - end - 4, sheet.ground.axis, 0.5)
    sheet.stroke(((start, _HEAD), (start, foot)), sheet.ground.ink, 0.9)
    sheet.rule(0, foot - 0.45, width, sheet.ground.ink, 0.9)
    return sheet.picture(width, foot + 0.5, words.finding, said(standings, words))


def _heads(
    sheet: Sheet, scale: Scale, words: BarTable, start: float, end: float, x_now: float, x_target: float
) -> None:
    step = (end - start) / (scale.levels + 0.25)
    for place, stage in enumerate(scale.stages, 1):
        first, _, rest = f"{scale.lowest + place - 1} {stage}".replace("\u00a0", " ").partition(" ")
        head, _, tail = rest.partition(" ")
        room = step + 6 if words.by else step
        sheet.line(start + step * place, 9, room, f"{first} {head}", _LABEL, None, "semibold", "middle")
        sheet.line(start + step * place, 19, step, tail, _LABEL, sheet.ground.muted, "regular", "middle")
    muted = sheet.ground.muted
    sheet.line(0, 19, start * 0.6, words.pivot, _LABEL, muted, "semibold")
    sheet.line(x_now, 19, x_now - end, words.now, _LABEL, muted, "semibold", "end")
    sheet.line(x_target, 19, x_target - x_now - 6, words.target, _LABEL, muted, "semibold", "end")


def _level(sheet: Sheet, x: float, base: float, words: str, agreed: bool) -> None:
    """A level in a column: its units digit ends at ``x``, a half or a decimal hangs behind."""
    units = 0
    while units < len(words) and words[units].isdecimal():
        units += 1
    units = units or len(words)
    wide = sheet.width(words[:units], _NUMBER, "semibold")
    sheet.text(x - wide, base, words, _NUMBER, None, "semibold")
    if not agreed:
        sheet.disc(x - wide - 7, base - _NUMBER * CAP / 2, 2.8, sheet.ground.surface, sheet.ground.ink, 1.0)


def _paper_row(
    sheet: Sheet, standing: Standing, scale: Scale, y: float, row: float, start: float, full: float
) -> None:
    ground, middle = sheet.ground, y + row / 2
    sheet.badge(standing.number, standing.colour, 0, middle - _BADGE / 2, _BADGE)
    name = sheet.fit(standing.name, start - 28, row, _NAME, leading=1.1)
    sheet.lines(20, middle - name.tall(1.1) / 2, name, leading=1.1)
    colour, begin = ground.pivot(standing.colour), start
    if standing.today is None:
        said_instead = sheet.width(standing.stage, _NAME)
        sheet.box(start + 4, middle - 6, said_instead + 8, 12, ground.surface)
        sheet.text(start + 8, middle + _NAME * CAP / 2, standing.stage, _NAME, ground.muted)
    else:
        length = full * scale.share(standing.today)
        begin = start + length
        if standing.agreed:
            sheet.box(start, middle - 5, length, 10, colour)
        else:
            sheet.box(start, middle - 5, length, 10, ground.surface, colour, 1.2)
    if standing.target is None:
        return
    to = start + full * scale.share(standing.target)
    if standing.today is not None and to > begin:
        sheet.box(begin, middle - 1.5, to - begin, 3, ground.faint(standing.colour))
    sheet.box(to - 1.25, middle - 7, 2.5, 14, ground.ink)


def _votes(sheet: Sheet, standing: Standing, scale: Scale, middle: float, start: float, full: float) -> None:
    """A hollow disc where the votes would have put a level that the room agreed far from them."""
    if standing.votes is not None:
        at = start + full * scale.share(standing.votes)
        sheet.disc(at, middle, 3.6, sheet.ground.surface, sheet.ground.ink, 1.2)


def said(standings: Sequence[Standing], words: BarTable) -> Table:
    """The numbers of the bars as a table."""
    return Table(
        (words.pivot, words.now, words.target, *((words.by,) if words.by else ())),
        tuple(
            (
                one.name,
                one.today_words if one.today is not None else one.stage,
                one.target_words or "–",
                *((one.by,) if words.by else ()),
            )
            for one in standings
        ),
    )

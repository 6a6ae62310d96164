"""How the answers lie: a bar a level with its count, can't say a bar apart and outlined, never a percentage.

Two forms of the same numbers: columns for the wall, rows with each level's short line for paper and console.
The levels the counting sentence names are in full colour, the others in a tint.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.look.palette import mix
from desktop.look.scale import CAP
from desktop.look.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Distribution:
    """Counts from the lowest level up. ``named`` are the places (from 0) of the levels the sentence names.

    ``labels`` stand at the levels ("1", or "1 Exploring"); ``cant_label`` at the bar apart. ``cant_named`` is
    true where can't say itself is the finding.
    """

    labels: tuple[str, ...]
    counts: tuple[int, ...]
    cant_say: int
    cant_label: str
    named: frozenset[int] = frozenset()
    cant_named: bool = False

    @property
    def most(self) -> int:
        """The longest bar, at least 1."""
        return max(*self.counts, self.cant_say, 1)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where and how large columns are drawn: type sizes of counts and labels, and the room under the foot line."""

    count: float
    label: float
    under: float
    corner: float = 10.0


def columns(
    sheet: Sheet,
    shown: Distribution,
    colour: int,
    x: float,
    top: float,
    width: float,
    foot: float,
    form: Columns,
    most: int | None = None,
    progress: float = 1.0,
    card: str | None = None,
) -> None:
    """Upright bars on a foot line, counts above them; can't say apart at the end.

    ``most`` is the count of a full-height bar, to draw several questions on one scale. ``progress`` raises the
    bars and their counts together.
    """
    levels = len(shown.counts)
    gap = width * 0.05 if levels < 6 else width * 0.02
    apart = gap * 1.6
    bar = (width - gap * (levels - 1) - gap - apart) / (levels + 1)
    full = foot - top - form.count * (CAP + 0.45)
    tint = sheet.ground.faint(colour, card)
    for place, count in enumerate(shown.counts):
        left, hot = x + place * (bar + gap), place in shown.named
        tall = full * count / (most or shown.most) * progress
        _column(sheet, left, foot, bar, tall, sheet.ground.pivot(colour) if hot else tint, form.corner)
        _labels(
            sheet, left, foot, bar, tall, count, shown.labels[place], hot, form, progress, bar + gap * 0.8
        )
    left = x + width - bar
    tall = full * shown.cant_say / (most or shown.most) * progress
    line = sheet.ground.ink if shown.cant_named else sheet.ground.muted
    sheet.box(left, foot - tall, bar, tall, None, line, max(2.0, form.corner * 0.3), form.corner * 0.4)
    _labels(
        sheet,
        left,
        foot,
        bar,
        tall,
        shown.cant_say,
        shown.cant_label,
        shown.cant_named,
        form,
        progress,
        bar + gap,
    )
    rule = width - bar - apart
    sheet.rule(x, foot, rule)
    sheet.rule(left, foot, bar)


def _column(
    sheet: Sheet, left: float, foot: float, bar: float, tall: float, fill: str, corner: float
) -> None:
    if tall <= 0:
        return
    sheet.box(left, foot - tall, bar, tall, fill, radius=min(corner, tall / 2))
    if tall > corner:
        sheet.box(left, foot - corner, bar, corner, fill)


def _labels(
    sheet: Sheet,
    left: float,
    foot: float,
    bar: float,
    tall: float,
    count: int,
    label: str,
    hot: bool,
    form: Columns,
    progress: float,
    room: float,
) -> None:
    middle = left + bar / 2
    risen = str(round(count * progress))
    sheet.line(middle, foot - tall - form.count * 0.3, room, risen, form.count, None, "bold", "middle")
    colour = sheet.ground.ink if hot else sheet.ground.muted
    top = foot + form.label * 0.35
    sheet.block(
        middle, top, room, form.under - form.label * 0.35, label, form.label, colour, "medium", "middle", 1.16
    )


@dataclass(frozen=True, slots=True)
class Rows:
    """Row height, type sizes, and the share of the width that words may take before the bars begin."""

    row: float
    text: float
    count: float
    words: float = 0.6


def rows(
    sheet: Sheet,
    shown: Distribution,
    lines: Sequence[str],
    colour: int,
    x: float,
    top: float,
    width: float,
    form: Rows,
    progress: float = 1.0,
) -> float:
    """A level a row: its label, its short line, a bar, the count; can't say apart below a rule. Returns the end."""
    begins, ends = x + width * form.words, x + width
    full, y = ends - form.count * 2.2 - begins, top
    label = (
        max((sheet.width(each, form.text, "semibold") for each in shown.labels), default=0.0)
        + form.text * 0.6
    )
    for place, count in enumerate(shown.counts):
        hot = place in shown.named
        middle, weight = y + form.row / 2, "semibold" if hot else "regular"
        base = middle + form.text * CAP / 2
        sheet.text(x, base, shown.labels[place], form.text, None, "semibold" if hot else "regular")
        room = begins - x - label - form.text
        sheet.line(x + label, base, room, lines[place], form.text, None, "semibold" if hot else "regular")
        fill = sheet.ground.pivot(colour) if hot else sheet.ground.faint(colour)
        length = full * count / shown.most * progress
        sheet.box(begins, middle - form.row * 0.3, length, form.row * 0.6, fill)
        sheet.text(
            ends,
            middle + form.count * CAP / 2,
            str(count),
            form.count,
            None,
            "semibold" if weight == "semibold" else "regular",
            "end",
        )
        y += form.row
    return _cant_row(sheet, shown, x, y, width, begins, full, form, progress, top)


def _cant_row(
    sheet: Sheet,
    shown: Distribution,
    x: float,
    y: float,
    width: float,
    begins: float,
    full: float,
    form: Rows,
    progress: float,
    top: float,
) -> float:
    hot = shown.cant_named
    sheet.rule(
        x, y + form.row * 0.1, width, mix(sheet.ground.axis, sheet.ground.surface, 0.9), form.text * 0.06
    )
    middle = y + form.row * 0.7
    colour = sheet.ground.ink if hot else sheet.ground.muted
    base = middle + form.text * CAP / 2
    room = begins - x - form.text
    sheet.line(x, base, room, shown.cant_label, form.text, colour, "semibold" if hot else "regular")
    length = full * shown.cant_say / shown.most * progress
    thick = form.text * (0.16 if hot else 0.09)
    sheet.box(begins, middle - form.row * 0.27, length, form.row * 0.54, None, colour, thick)
    count = str(shown.cant_say)
    sheet.text(x + width, middle + form.count * CAP / 2, count, form.count, colour, "regular", "end")
    end = middle + form.row * 0.5
    sheet.stroke(((begins, top), (begins, end)), sheet.ground.ink, form.text * 0.1)
    return end


def said(shown: Distribution) -> tuple[tuple[str, str], ...]:
    """The numbers as table rows: label, count."""
    levels = zip(shown.labels, map(str, shown.counts), strict=True)
    return (*levels, (shown.cant_label, str(shown.cant_say)))

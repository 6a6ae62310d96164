"""The plan by wave: cards in three columns, an arrow where one needs the card to its left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.look.marks import Table
from desktop.look.sheet import Sheet
from desktop.look.wrap import Fitted


@dataclass(frozen=True, slots=True)
class Card:
    """One action of the plan. ``key`` names it for the ``needs`` of others; ``owner`` is a post, or what is said."""

    key: str
    number: int
    colour: int
    title: str
    owner: str
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wave:
    """A column: its name, until when, and its cards; ``more`` says how many are not shown, or is empty."""

    name: str
    until: str
    cards: tuple[Card, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A card in its row, and whether an arrow comes to it from the column before."""

    card: Card
    row: int
    needs_left: bool


def place(waves: Sequence[Wave]) -> list[list[Placed]]:
    """A row for every card: beside the card it needs where that row is free, else the first free one."""
    columns: list[list[Placed]] = []
    before: dict[str, int] = {}
    for wave in waves:
        taken: set[int] = set()
        column: list[Placed] = []
        wishes = [
            (card, next((before[need] for need in card.needs if need in before), None)) for card in wave.cards
        ]
        for card, row in wishes:
            if row is not None and row not in taken:
                taken.add(row)
                column.append(Placed(card, row, True))
        settled = {placed.card.key for placed in column}
        for card in wave.cards:
            if card.key not in settled:
                row = next(row for row in range(len(wave.cards) + len(taken) + 1) if row not in taken)
                taken.add(row)
                column.append(Placed(card, row, False))
        column.sort(key=lambda placed: placed.row)
        columns.append(column)
        before = {placed.card.key: placed.row for placed in column}
    return columns


@dataclass(frozen=True, slots=True)
class CardForm:
    """Sizes of a card: type, badge, the space inside it and the space to the next row."""

    title: float
    owner: float
    badge: float
    pad: float
    gap: float
    tallest: float
    radius: float


EMPTY = 0.6
"""How wide a wave without cards is beside one with cards."""


def columns_of(plan: Sequence[Wave], x: float, width: float, gap: float) -> list[tuple[float, float]]:
    """Left edge and width of each wave's column: a wave without cards leaves room to the others."""
    some = any(wave.cards for wave in plan)
    shares = [1.0 if wave.cards or not some else EMPTY for wave in plan]
    unit = (width - gap * (len(plan) - 1)) / max(EMPTY, sum(shares))
    columns = []
    for share in shares:
        columns.append((x, unit * share))
        x += unit * share + gap
    return columns


def waves(
    sheet: Sheet,
    plan: Sequence[Wave],
    x: float,
    top: float,
    width: float,
    bottom: float,
    gap: float,
    form: CardForm,
) -> None:
    """The cards of all waves between ``top`` and ``bottom``; they get lower as they get many.

    The owners are left out of all cards where one of them would cost a title its end.
    """
    placed = place(plan)
    columns = columns_of(plan, x, width, gap)
    step, tall = _rows(placed, bottom - top, form)
    owners = owners_fit(sheet, plan, width, bottom - top, gap, form)
    for (left, wide), column in zip(columns, placed, strict=True):
        for one in column:
            y = top + one.row * step
            _card(sheet, one.card, left, y, wide, tall, form, owner=owners and bool(one.card.owner))
            if one.needs_left:
                arrow(sheet, left - gap + gap * 0.12, y + tall / 2, gap * 0.76)


def _rows(placed: Sequence[Sequence[Placed]], room: float, form: CardForm) -> tuple[float, float]:
    """From one row to the next, and how tall a card is."""
    many = max((one.row + 1 for column in placed for one in column), default=1)
    step = min(form.tallest + form.gap, (room + form.gap) / many)
    return step, step - min(form.gap, step * 0.09)


def owners_fit(
    sheet: Sheet, plan: Sequence[Wave], width: float, room: float, gap: float, form: CardForm
) -> bool:
    """Whether every card has room for its owner under a whole title."""
    placed = place(plan)
    _, tall = _rows(placed, room, form)
    return all(
        _owner_fits(sheet, one.card, wide, tall, form)
        for (_, wide), column in zip(columns_of(plan, 0.0, width, gap), placed, strict=True)
        for one in column
    )


_TITLE_LEADING = 1.16
_OWNER_LEADING = 1.2
_OWNER_LINES = 2
_LEAST_PAD = 4.0
_ORDINARY_POST = 32
"""Characters of an owner beyond which its end may be cut, so that one odd name does not cost all the others."""


def _inside(wide: float, tall: float, form: CardForm, least: float) -> tuple[float, float, float]:
    """Badge size, and the width and height a card leaves for words."""
    badge = min(form.badge, tall - 16)
    pad = min(form.pad, max(4.0, (tall - least * (1.05 + _TITLE_LEADING)) / 2))
    return badge, wide - form.pad * 2.4 - badge, tall - 2 * pad


def _owner_fits(sheet: Sheet, card: Card, wide: float, tall: float, form: CardForm) -> bool:
    _, room, _ = _inside(wide, tall, form, sheet.least)
    if _one_line(sheet, card, room, form):
        return True
    owner = _owner(sheet, card, room, form)
    height = tall - 2 * _LEAST_PAD - _owner_tall(owner, form)
    ordinary = len(card.owner) <= _ORDINARY_POST
    if height < sheet.least * 1.05 or (ordinary and owner.lines and owner.lines[-1].endswith("…")):
        return False
    title = sheet.fit(card.title, room, height, form.title, "semibold", _TITLE_LEADING)
    return not title.lines or title.lines[-1][-1:] != "…" or card.title.rstrip().endswith("…")


def _one_line(sheet: Sheet, card: Card, room: float, form: CardForm) -> bool:
    """Whether title and owner fit beside each other, as in a low card that is wide."""
    title = sheet.width(card.title, form.title, "semibold")
    return title + sheet.width(card.owner, form.owner) + form.pad * 2 <= room


def _owner(sheet: Sheet, card: Card, room: float, form: CardForm) -> Fitted:
    """The owner on one line, or on two where the column is narrow."""
    return sheet.fit(
        card.owner,
        room,
        form.owner * _OWNER_LEADING * (_OWNER_LINES + 0.1),
        form.owner,
        leading=_OWNER_LEADING,
    )


def _owner_tall(owner: Fitted, form: CardForm) -> float:
    return form.owner * (0.2 + _OWNER_LEADING * max(1, len(owner.lines)))


def _card(
    sheet: Sheet, card: Card, x: float, y: float, wide: float, tall: float, form: CardForm, *, owner: bool
) -> None:
    sheet.box(x, y, wide, tall, sheet.ground.card, radius=form.radius)
    badge, room, height = _inside(wide, tall, form, sheet.least)
    post, left, below = _owner(sheet, card, room, form), x + form.pad * 1.7 + badge, 0.0
    if owner and tall - 2 * _LEAST_PAD < form.title * _TITLE_LEADING + _owner_tall(post, form):
        base = y + tall / 2 + form.owner * 0.36
        sheet.line(x + wide - form.pad, base, room, card.owner, form.owner, sheet.ground.muted, anchor="end")
        owner = False
    elif owner:
        below, height = _owner_tall(post, form), tall - 2 * _LEAST_PAD
    title = sheet.fit(card.title, room, height - below, form.title, "semibold", _TITLE_LEADING)
    start = y + (tall - title.tall(_TITLE_LEADING) - below) / 2
    beside = start - badge * 0.04 if owner else y + (tall - badge) / 2
    sheet.badge(card.number, card.colour, x + form.pad, beside, badge)
    end = sheet.lines(left, start, title, None, "semibold", leading=_TITLE_LEADING)
    if owner:
        sheet.lines(left, end + form.owner * 0.1, post, sheet.ground.muted, leading=_OWNER_LEADING)


def arrow(sheet: Sheet, x: float, y: float, long: float) -> None:
    """From left to right."""
    head, line = long * 0.28, max(1.0, long * 0.08)
    sheet.stroke(((x, y), (x + long, y)), sheet.ground.muted, line)
    sheet.stroke(
        ((x + long - head, y - head), (x + long, y), (x + long - head, y + head)), sheet.ground.muted, line
    )


def said(plan: Sequence[Wave], heads: tuple[str, str, str]) -> Table:
    """The plan as a table: wave, action, owner."""
    rows = [
        (f"{wave.name} {wave.until}".strip(), card.title, card.owner) for wave in plan for card in wave.cards
    ]
    return Table(heads, tuple(rows))

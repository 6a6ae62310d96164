"""The plan by wave: cards in three columns, an arrow where one needs the card to its left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.look.marks import Table
from desktop.look.sheet import Sheet


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
    """The cards of all waves between ``top`` and ``bottom``; they get lower, and lose the owner, as they get many."""
    columns = place(plan)
    many = max((placed.row + 1 for column in columns for placed in column), default=1)
    step = min(form.tallest + form.gap, (bottom - top + form.gap) / many)
    tall = step - min(form.gap, step * 0.12)
    wide = (width - gap * (len(plan) - 1)) / max(1, len(plan))
    for at, column in enumerate(columns):
        left = x + at * (wide + gap)
        for placed in column:
            y = top + placed.row * step
            _card(sheet, placed.card, left, y, wide, tall, form)
            if placed.needs_left:
                arrow(sheet, left - gap + gap * 0.12, y + tall / 2, gap * 0.76)


def _card(sheet: Sheet, card: Card, x: float, y: float, wide: float, tall: float, form: CardForm) -> None:
    sheet.box(x, y, wide, tall, sheet.ground.card, radius=form.radius)
    pad = min(form.pad, max(4.0, (tall - sheet.least * 1.1) / 2))
    badge = min(form.badge, tall - 2 * min(pad, 8.0))
    left = x + form.pad + badge + form.pad * 0.7
    room, height = x + wide - form.pad * 0.7 - left, tall - 2 * pad
    owner = form.owner * 1.45
    with_owner = bool(card.owner) and height >= owner + form.title * 1.05
    title = sheet.fit(card.title, room, height - (owner if with_owner else 0), form.title, "semibold", 1.2)
    used = title.tall(1.2) + (owner if with_owner else 0)
    start = y + pad if tall > form.tallest * 0.8 else y + (tall - used) / 2
    sheet.badge(card.number, card.colour, x + form.pad, min(start, y + tall - badge - 6), badge)
    end = sheet.lines(left, start, title, None, "semibold", leading=1.2)
    if with_owner:
        sheet.line(left, end + form.owner * 1.02, room, card.owner, form.owner, sheet.ground.muted)


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

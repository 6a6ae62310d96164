"""Action cards: the ready-made actions by number, four to a sheet, with marks to cut along."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from desktop.look.marks import Line, Mark
from desktop.words import printed as say
from desktop.words.catalogue import Words
from desktop.words.clean import clean_line, shorten
from desktop.words.lists import stopped
from exports.pdf.document import Made
from exports.pdf.flowables import TextBlock
from exports.pdf.flowables_text import one_line
from exports.pdf.printed.board import Board, Standing
from exports.pdf.printed.desk import Begun, Desk, badge
from exports.pdf.sheet import LABEL, MUTED, SMALL_STRONG, Page, Style, bare
from exports.printed import Card, Printed

PAD = 22.0
_TITLE, _NUMBER, _DETAIL = Style(16, 20, "semibold"), Style(28, 30, "bold"), Style(11, 15)
_FACT, _LABEL = Style(10, 13.25), LABEL.but(size=9)
_LABELS, _GAP, _BADGE = 64.0, 5.0, 18.0
_CUT, _CROSS = 14.0, 6.0
_LIMITS = (600, 260, 180, 120, 80)
"""Letters of a text on a card, tried in turn until the card holds everything; ours need no limit."""


def cards(printed: Printed, words: Words, begun: Begun) -> Made:
    """Every card, in the order of the questions they lift."""
    desk = Desk(printed, words)
    page = bare(desk.page.width, desk.page.height, 0.0)
    found = printed.cards
    boards = [partial(_board, desk, page, found[first : first + 4]) for first in range(0, len(found), 4)]
    return desk.boards(words.say("Action cards"), page, boards or [partial(_nothing, desk, page)], begun)


def _nothing(desk: Desk, page: Page) -> Board:
    none = desk.text(say.no_actions(desk.words), role="H1")
    return Board(page.width, page.height, [Standing(none, 2 * PAD, 2 * PAD, page.width - 4 * PAD)])


def _board(desk: Desk, page: Page, four: Sequence[Card]) -> Board:
    """A sheet of up to four cards."""
    wide, high = page.width / 2, page.height / 2
    blocks: list[Standing] = []
    marks: list[Mark] = list(_cut_marks(page))
    for place, card in enumerate(four):
        column = 1 - place % 2 if desk.rtl else place % 2
        placed, own = _set(desk, card, wide * column, high * (place // 2), wide, high)
        blocks += placed
        marks += own
    return Board(page.width, page.height, blocks, marks)


def _cut_marks(page: Page) -> Iterator[Mark]:
    """Short lines at the edges and a cross in the middle."""
    x, y, wide, high = page.width / 2, page.height / 2, page.width, page.height
    for points in (
        ((x, 0.0), (x, _CUT)),
        ((x, high - _CUT), (x, high)),
        ((0.0, y), (_CUT, y)),
        ((wide - _CUT, y), (wide, y)),
        ((x - _CROSS, y), (x + _CROSS, y)),
        ((x, y - _CROSS), (x, y + _CROSS)),
    ):
        yield Line(points, MUTED, 0.6)


def _set(
    desk: Desk, card: Card, x: float, y: float, wide: float, high: float
) -> tuple[list[Standing], list[Mark]]:
    """One card in its quarter of the sheet."""
    for limit in _LIMITS:
        placed, bottom = _laid(desk, card, x + PAD, y + PAD, wide - 2 * PAD, limit)
        if bottom <= y + high - PAD + 6:
            break
    side = x + wide - PAD - _BADGE if desk.rtl else x + PAD
    marks = list(badge(card.pivot, side, y + PAD + 5, _BADGE))
    return placed, marks


def _laid(
    desk: Desk, card: Card, x: float, top: float, wide: float, limit: int
) -> tuple[list[Standing], float]:
    inset, number_wide = _BADGE + 7, 60.0
    name = one_line(card.pivot.name, SMALL_STRONG, wide - inset - number_wide)
    number = desk.text(str(card.number), _NUMBER, align="end")
    placed = [
        Standing(number, x if desk.rtl else x + wide - number_wide, top, number_wide),
        Standing(
            desk.text(name, SMALL_STRONG),
            x + number_wide if desk.rtl else x + inset,
            top + 5 + (_BADGE - 12) / 2,
            wide - inset - number_wide,
        ),
    ]
    y = top + 34
    for block in (
        _text(desk, card.title, _TITLE, limit, role="H1", outline=True),
        _text(desk, stopped(card.detail), _DETAIL, limit),
    ):
        placed.append(Standing(block, x, y, wide))
        y += block.height_at(wide) + 5
    y += 3
    for label, text in _facts(desk, card):
        head = desk.text(label, _LABEL)
        words = _text(desk, text, _FACT, limit)
        start = words.first_baseline() - head.first_baseline()
        placed.append(Standing(head, x + wide - _LABELS if desk.rtl else x, y + start, _LABELS - 6))
        placed.append(Standing(words, x if desk.rtl else x + _LABELS, y, wide - _LABELS))
        y += max(words.height_at(wide - _LABELS), head.height_at(_LABELS - 6)) + _GAP
    return placed, y


def _text(desk: Desk, words: str, style: Style, limit: int, **how: object) -> TextBlock:
    return desk.text(shorten(clean_line(words), limit), style, **how)


def _facts(desk: Desk, card: Card) -> Sequence[tuple[str, str]]:
    words = desk.words
    return (
        (words.say("Lifts"), card.lifts),
        (words.say("First step"), stopped(card.first_step)),
        (words.say("Owner, a post"), card.owner),
        (words.say("Benefit"), stopped(card.benefit)),
        (words.say("If not done"), stopped(card.risk)),
        (words.say("Measure"), card.measure),
        (words.say("Effort"), say.effort(words, card.effort)),
    )

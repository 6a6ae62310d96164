"""Ballots: one for each seat, one without a number for guests, and one in large print."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from desktop.words.catalogue import Words
from exports.pdf.document import Made
from exports.pdf.printed.ballot_side import Entry, Side, Turn
from exports.pdf.printed.ballot_type import LARGE, MOST_ACROSS, PLAIN, BallotType
from exports.pdf.printed.board import Board
from exports.pdf.printed.desk import Begun, Desk
from exports.pdf.sheet import bare
from exports.printed import Printed

MARGIN = 36.0
_SHARES = (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95)
_EXACT = 1e-6


def by_seat(printed: Printed, words: Words, begun: Begun) -> Made:
    """A ballot for every seat, in order of the seats."""
    return _made(printed, words, begun, PLAIN, printed.seats, words.say("Ballots"))


def for_a_guest(printed: Printed, words: Words, begun: Begun) -> Made:
    """One ballot whose seat is written by hand; printed as often as it takes."""
    return _made(printed, words, begun, PLAIN, (None,), words.say("Ballot without seat number"))


def in_large_print(printed: Printed, words: Words, begun: Begun) -> Made:
    """One ballot in large print whose seat is written by hand."""
    return _made(printed, words, begun, LARGE, (None,), words.say("Ballot in large print"))


def sides_of(printed: Printed, words: Words) -> int:
    """How many printed sides one ordinary ballot has."""
    return len(_plan(_side(Desk(printed, words), PLAIN)))


def _made(
    printed: Printed,
    words: Words,
    begun: Begun,
    type_: BallotType,
    seats: Sequence[int | None],
    title: str,
) -> Made:
    desk = Desk(printed, words)
    side = _side(desk, type_)
    plan = _plan(side)
    boards = [board for seat in seats for board in _ballot(side, seat, plan)]
    return desk.boards(title, side.page, boards, begun)


def _side(desk: Desk, type_: BallotType) -> Side:
    if len(desk.printed.stages) > MOST_ACROSS:
        type_ = replace(type_, across=False)
    return Side(desk, bare(desk.page.width, desk.page.height, MARGIN), type_)


def _ballot(side: Side, seat: int | None, plan: Sequence[Sequence[Entry]]) -> Iterator[Callable[[], Board]]:
    """The sides of one ballot; from two sides on it fills whole sheets, so that both sides can be printed."""
    sides = len(plan)
    for number, entries in enumerate(plan, 1):
        yield partial(side.board, seat, entries, Turn(number, sides))
    if sides > 1 and sides % 2:
        yield partial(side.empty, seat, Turn(sides + 1, sides))


def _plan(side: Side) -> list[list[Entry]]:
    """Which entries stand on which side: as few sides as can be, about equally full."""
    fullest = _filled(side, 1.0)
    for share in _SHARES:
        if len(even := _filled(side, share)) == len(fullest):
            return even
    return fullest


def _filled(side: Side, share: float) -> list[list[Entry]]:
    """Sides filled to a share of their room: a pivot whole where it fits, else cut between its questions."""
    sides: list[list[Entry]] = [[]]
    left = side.room(first=True) * share
    fresh = side.room(first=False) * share
    for unit in _units(side.desk.printed):
        high = sum(side.height(entry) for entry in unit)
        if high > left + _EXACT and sides[-1] and (high <= fresh or _high(side, unit[:2]) > left):
            sides.append([])
            left = fresh
        for place, entry in enumerate(unit):
            needs = _high(side, unit[place : place + 2]) if entry.question is None else side.height(entry)
            if needs > left + _EXACT and sides[-1]:
                sides.append([])
                left = fresh
                if entry.question is not None and not entry.badged:
                    again = replace(unit[0], continued=True)
                    sides[-1].append(again)
                    left -= side.height(again)
            sides[-1].append(entry)
            left -= side.height(entry)
    return sides


def _high(side: Side, entries: Sequence[Entry]) -> float:
    return sum(side.height(entry) for entry in entries)


def _units(printed: Printed) -> Iterator[list[Entry]]:
    """A pivot's heading with its questions; where every pivot has one question, the question alone, badged."""
    if all(len(pivot.questions) == 1 for pivot in printed.pivots):
        for pivot in printed.pivots:
            yield [Entry(pivot, pivot.questions[0], badged=True)]
        return
    for pivot in printed.pivots:
        yield [Entry(pivot), *(Entry(pivot, question) for question in pivot.questions)]

"""Page two of the council paper: the plan by wave, its money and reach, and what follows if nothing is decided."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.look.marks import Picture, Table
from desktop.words.dates import short_date
from exports.pdf.flowables import Band, Block, Cell, Column, Gap, Span, TableBlock
from exports.pdf.pages.council_front import Numbers, who_took_part
from exports.pdf.pages.parts import Desk
from exports.pdf.sheet import NOTE, SMALL, SMALL_STRONG, WAVE
from exports.report import ActionEntry

FOLDS = ("later", "next", "now")
"""The order in which waves fold to one line an action when the page is full."""

Row = Sequence[str | Cell] | Band


def back(
    desk: Desk, numbers: Numbers, *, folded: int, risks: bool, most: int | None, who: bool
) -> list[Block]:
    """The blocks of page two.

    ``folded`` waves stand in one line an action; without ``risks`` the column *If it is not done* goes to the
    roadmap; at most ``most`` actions are listed, the rest is counted; ``who`` took part came over from page one.
    """
    council, say = desk.report.council, desk.words.say
    blocks: list[Block] = []
    if who:
        blocks += [who_took_part(desk, numbers), Gap(8)]
    blocks += [desk.beside(say("The plan by wave"), [desk.text(council.plan, number=numbers.next())]), Gap(4)]
    if desk.report.actions:
        blocks += [plan_table(desk, folded=folded, risks=risks, most=most), Gap(6)]
    for heading, words in (
        (say("Money"), council.money),
        (say("What the plan reaches"), council.reach),
        (say("If nothing is decided"), council.if_nothing),
        (say("More"), council.more),
    ):
        if words:
            blocks += [desk.beside(heading, [desk.text(words, number=numbers.next())]), Gap(6)]
    return blocks[:-1]


def plan_table(desk: Desk, *, folded: int = 0, risks: bool = True, most: int | None = None) -> TableBlock:
    """The actions by wave, each wave headed by its end and its load."""
    say = desk.words.say
    left = len(desk.report.actions) if most is None else most
    rows: list[Row] = []
    short = set(FOLDS[:folded])
    for wave in desk.report.waves:
        entries = [desk.report.action_by_number[number] for number in wave.actions][:left]
        left -= len(entries)
        if entries:
            rows.append(Band(Span(wave.name, WAVE), Span(wave.load_words, NOTE)))
        rows += [
            _row(desk, entry, folded=wave.wave in short or folded > len(FOLDS), risks=risks)
            for entry in entries
        ]
    hidden = len(desk.report.actions) - sum(not isinstance(row, Band) for row in rows)
    if hidden:
        more = desk.words.many("and {n} more in the roadmap", "and {n} more in the roadmap", hidden)
        rows.append((Cell(more, NOTE), *("" for _ in _columns(desk, risks=risks)[1:])))
    return TableBlock(_columns(desk, risks=risks), rows, rtl=desk.rtl, empty=say("none"))


def _columns(desk: Desk, *, risks: bool) -> list[Column]:
    say = desk.words.say
    spare = 0.0 if risks else 85.0 / 3
    wide = desk.page.full - 483.28
    columns = [
        Column(say("Action"), 122 + spare + wide / 2, style=SMALL_STRONG),
        Column(say("Owner"), 75 + spare),
        Column(say("By"), 66),
        Column(say("Money"), 50),
        Column(say("Measure"), 85 + spare + wide / 2),
    ]
    return [*columns, Column(say("If it is not done"), 85.28)] if risks else columns


def _row(desk: Desk, entry: ActionEntry, *, folded: bool, risks: bool) -> Sequence[str | Cell]:
    title: list[str | Span] = [
        entry.title,
        Span(f" {entry.number}" if folded else f"\n{entry.number}", SMALL.but(colour=NOTE.colour)),
    ]
    due = short_date(desk.words, entry.due) if entry.due else desk.words.say("no date")
    owner = entry.owner or desk.words.say("no owner yet")
    standing = desk.report.standing_of.get(entry.pivot)
    badge = _badge(desk, standing.place, standing.colour) if standing else None
    cells: list[str | Cell] = [Cell(title, picture=badge), owner, due, _capital(entry.money)]
    cells.append("" if folded else entry.measure)
    if risks:
        cells.append("" if folded else entry.risk)
    return cells


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _badge(desk: Desk, place: int, colour: int) -> Picture:
    sheet = desk.sheet()
    sheet.badge(place, colour, 0, 0, 10.5)
    return sheet.picture(10.5, 10.5, "", Table())

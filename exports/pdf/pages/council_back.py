"""Page two of the council paper: the plan by wave, its money and reach, and what follows if nothing is decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.look.marks import Picture, Table
from desktop.words.dates import short_date
from exports.pdf.flowables import Band, Block, Cell, Column, Gap, Span, TableBlock
from exports.pdf.flowables_text import width_of
from exports.pdf.pages.council_front import Numbers
from exports.pdf.pages.parts import Desk
from exports.pdf.sheet import NOTE, SMALL, SMALL_STRONG, WAVE
from exports.report import ActionEntry

FOLDS = ("later", "next", "now")
"""The order in which waves fold to one line an action when the page is full."""

Row = Sequence[str | Cell] | Band


def back(
    desk: Desk, numbers: Numbers, *, folded: int, risks: bool, most: int | None, disagreement: bool
) -> list[Block]:
    """The blocks of page two.

    ``folded`` waves stand in one line an action; without ``risks`` the column *If it is not done* goes to the
    roadmap; at most ``most`` actions are listed, the rest is counted; the ``disagreement`` came over from page one.
    """
    council, say = desk.report.council, desk.words.say
    blocks: list[Block] = []
    if disagreement and council.disagreement:
        said = desk.text(council.disagreement, number=numbers.next())
        blocks += [desk.beside(say("Where they disagreed"), [said]), Gap(8)]
    blocks += [desk.beside(say("The plan by wave"), [desk.text(council.plan, number=numbers.next())]), Gap(4)]
    if desk.report.actions:
        blocks += [plan_table(desk, folded=folded, risks=risks, most=most), Gap(6)]
        if folded:
            blocks += [desk.text(_where_measures_are(desk, folded), NOTE), Gap(6)]
    for heading, words in (
        (say("Money"), council.money),
        (say("What the plan reaches"), council.reach),
        (say("If nothing is decided"), council.if_nothing),
        (say("More"), council.more),
    ):
        if words:
            blocks += [desk.beside(heading, [desk.text(words, number=numbers.next())]), Gap(6)]
    return blocks[:-1]


def _where_measures_are(desk: Desk, folded: int) -> str:
    """Under a table with folded rows."""
    if folded >= len(FOLDS):
        return desk.words.say("Measures: roadmap, Actions.")
    return desk.words.say("Measures of the later waves: roadmap, Actions.")


def plan_table(desk: Desk, *, folded: int = 0, risks: bool = True, most: int | None = None) -> TableBlock:
    """The actions by wave, each wave headed by its end and its load."""
    say = desk.words.say
    left = len(desk.report.actions) if most is None else most
    form = Form(frozenset(FOLDS[:folded]), risks, everything=folded >= len(FOLDS))
    columns = _columns(desk, form)
    rows: list[Row] = []
    for wave in desk.report.waves:
        entries = [desk.report.action_by_number[number] for number in wave.actions][:left]
        left -= len(entries)
        if entries:
            rows.append(Band(Span(wave.name, WAVE), Span(wave.load_words, NOTE)))
        rows += [_row(desk, entry, form, folded=wave.wave in form.folded) for entry in entries]
    hidden = len(desk.report.actions) - sum(not isinstance(row, Band) for row in rows)
    if hidden:
        more = desk.words.many("and {n} more in the roadmap", "and {n} more in the roadmap", hidden)
        rows.append((Cell(more, NOTE, span=len(columns)),))
    return TableBlock(columns, rows, rtl=desk.rtl, empty=say("none"))


@dataclass(frozen=True, slots=True)
class Form:
    """Which waves stand in one line an action, and whether the risks are told; ``everything``: all are folded."""

    folded: frozenset[str]
    risks: bool
    everything: bool

    @property
    def last(self) -> int:
        """How many columns come after the money."""
        return 0 if self.everything else 2 if self.risks else 1


def _columns(desk: Desk, form: Form) -> list[Column]:
    """Action, owner, day, money as wide as its longest word, and what is told beside them."""
    say = desk.words.say
    money = _money_width(desk)
    shares = (122, 75, 85, 85)[: 2 + form.last]
    rest = desk.page.full - _DAY - money
    action, owner, *others = (rest * share / sum(shares) for share in shares)
    columns = [
        Column(say("Action"), action, style=SMALL_STRONG),
        Column(say("Owner"), owner),
        Column(say("By"), _DAY),
        Column(say("Money"), money),
    ]
    heads = (say("Measure"), say("If it is not done"))
    return columns + [Column(head, width) for head, width in zip(heads, others, strict=False)]


_DAY = 64.0
_MONEY, _MOST_MONEY = 50.0, 110.0


def _money_width(desk: Desk) -> float:
    """Wide enough that no sum is broken: a line may end only between its words."""
    words = [word for entry in desk.report.actions for word in entry.money.split(" ")]
    return min(_MOST_MONEY, max([_MONEY, *(width_of(word, SMALL) + 11 for word in words)]))


def _row(desk: Desk, entry: ActionEntry, form: Form, *, folded: bool) -> Sequence[str | Cell]:
    title: list[str | Span] = [
        Span(entry.title, isolate=True),
        Span(f" {entry.number}" if folded else f"\n{entry.number}", SMALL.but(colour=NOTE.colour)),
    ]
    due = short_date(desk.words, entry.due) if entry.due else desk.words.say("no date")
    owner = entry.owner or desk.words.say("no owner yet")
    standing = desk.report.standing_of.get(entry.pivot)
    badge = _badge(desk, standing.place, standing.colour) if standing else None
    cells: list[str | Cell] = [Cell(title, picture=badge), owner, due, _capital(entry.money)]
    if folded and form.last:
        cells.append(Cell("", span=form.last))
    elif form.last:
        cells += (entry.measure, entry.risk)[: form.last]
    return cells


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _badge(desk: Desk, place: int, colour: int) -> Picture:
    sheet = desk.sheet()
    sheet.badge(place, colour, 0, 0, 10.5)
    return sheet.picture(10.5, 10.5, "", Table())

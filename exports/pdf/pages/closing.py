"""The last chapters: gaps in order, the plan, every action, what is to finish, the method, long notes."""

from __future__ import annotations

from desktop.words import figures, formats
from desktop.words.clean import shorten
from desktop.words.dates import dates, short_date
from desktop.words.gaps import how_to_read, rounded_sums
from desktop.words.lists import sentence
from exports.pdf.annex import Annex
from exports.pdf.flowables import (
    Beside,
    Block,
    Column,
    Columns,
    FigureBlock,
    Gap,
    ListBlock,
    Rule,
    Span,
    Stack,
    TableBlock,
)
from exports.pdf.pages.figures import moved, plan_picture, radar_picture
from exports.pdf.pages.parts import Desk, figure_caption
from exports.pdf.sheet import H1, INK, LABEL, LEVEL, NOTE, SHEET_TITLE, SMALL, SMALL_STRONG, STRONG
from exports.report import ActionEntry


def gaps(desk: Desk) -> list[Block]:
    """The gaps in order with how firm each place is, then the radar and its numbers."""
    report, say = desk.report, desk.words.say
    blocks: list[Block] = [
        desk.text(say("Gaps, in order"), H1, role="H1", outline=True, anchor="gaps"),
        Gap(9),
        desk.beside(
            say("How to read it"), [desk.text(how_to_read(desk.words, equal_weights=report.equal_weights))]
        ),
        Gap(9),
    ]
    if report.gaps:
        blocks.append(_gap_table(desk))
        notes = (report.not_listed, rounded_sums(desk.words) if _in_tenths(desk) else "")
        blocks += [desk.text(words, NOTE, before=4) for words in notes if words]
        blocks.append(Gap(14))
    else:
        blocks += [desk.text(report.gaps_note), Gap(14)]
    if not has_radar(desk):
        return blocks
    table = 2 if report.gaps else 1
    reached = sum(one.reached for one in report.standings)
    finding = figures.radar_finding(desk.words, len(report.actions), len(moved(report.standings)), reached)
    alt = f"{finding} {say('The numbers are in table {n}.', n=table)}"
    return [
        *blocks,
        desk.text(figure_caption(desk.words, "figure", 2, finding), NOTE, keep_next=True, after=5),
        FigureBlock(radar_picture(desk, finding), alt=alt),
        Gap(8),
        _radar_table(desk, table),
    ]


def has_radar(desk: Desk) -> bool:
    """Whether there is something to draw: a level and a target somewhere."""
    standings = desk.report.standings
    return any(one.now is not None for one in standings) and any(one.target is not None for one in standings)


def _in_tenths(desk: Desk) -> bool:
    return any(desk.report.standing_of[gap.pivot].agreed is None for gap in desk.report.gaps)


_CLOSE = 3.2
"""Above and below the rows of the two tables, so that both stand on one page with the radar."""


def _gap_table(desk: Desk) -> TableBlock:
    report, say = desk.report, desk.words.say
    columns = [
        Column(say("Pivot"), 190), Column(say("Now"), 50, "units", LEVEL), Column(say("Target"), 55, "units", LEVEL),
        Column(say("Gap"), 45, "units", LEVEL), Column(say("Weight"), 55, "end"),
        Column(say("Share"), 50, "end"), Column(say("Place"), 38.28),
    ]  # fmt: skip
    rows = []
    for gap in report.gaps:
        one = report.standing_of[gap.pivot]
        rows.append((
            one.name, desk.level(one), desk.target(one),
            formats.steps(desk.words, gap.gap, agreed_levels=one.agreed is not None),
            formats.computed(desk.words, one.weight), formats.computed(desk.words, gap.share * 100), gap.word,
        ))  # fmt: skip
    caption = figure_caption(desk.words, "table", 1, report.gaps_note)
    return TableBlock(columns, rows, caption=caption, rtl=desk.rtl, pad=_CLOSE)


def _radar_table(desk: Desk, number: int) -> TableBlock:
    say = desk.words.say
    columns = [
        Column(say("Pivot"), 220), Column(say("Now"), 60, "units", LEVEL), Column(say("If all is done"), 80, "end"),
        Column(say("Target"), 63, "units", LEVEL), Column(say("Still open"), 60.28, "end"),
    ]  # fmt: skip
    rows = [
        (one.name, desk.level(one), formats.computed(desk.words, one.if_done),
         desk.target(one), formats.computed(desk.words, one.still_open))
        for one in desk.report.standings
    ]  # fmt: skip
    finding = say("The numbers of figure 2: now, if every chosen action finishes and works, and the target.")
    finding = f"{finding} {rounded_sums(desk.words)}"
    return TableBlock(
        columns, rows, caption=figure_caption(desk.words, "table", number, finding), rtl=desk.rtl
    )


def plan(desk: Desk) -> list[Block]:
    """The plan in one picture, its loads, keeper and reviews."""
    report, say = desk.report, desk.words.say
    blocks: list[Block] = [
        desk.text(say("The plan in one picture"), H1, role="H1", outline=True, anchor="plan"),
        Gap(9),
        desk.beside(say("In words"), [desk.text(report.council.plan)]),
        Gap(9),
    ]
    if report.actions:
        finding = figures.plan_finding(
            desk.words, len(report.actions), sum(bool(wave.actions) for wave in report.waves)
        )
        blocks += [
            desk.text(
                figure_caption(desk.words, "figure", 3 if has_radar(desk) else 2, finding),
                NOTE,
                keep_next=True,
                after=6,
            ),
            FigureBlock(plan_picture(desk, finding), alt=finding),
            Gap(10),
        ]
    keeper = report.plan_keeper or say("not named yet")
    reviews = dates(desk.words, report.reviews) if report.reviews else say("no date is set")
    return [
        *blocks,
        desk.beside(
            say("Reviews"),
            [
                desk.text(
                    sentence(say("{dates}. Plan keeper: {keeper}.", dates=reviews, keeper=desk.typed(keeper)))
                )
            ],
        ),
        Gap(6),
        desk.beside(say("What it reaches"), [desk.text(report.council.reach)]),
    ]


def actions(desk: Desk, annex: Annex) -> list[Block]:
    """Every action in full, in the order of the waves."""
    report, say = desk.report, desk.words.say
    blocks: list[Block] = [desk.text(say("Actions"), H1, role="H1", outline=True, anchor="actions")]
    for wave in report.waves:
        for place, number in enumerate(wave.actions):
            if not place:
                blocks += [Gap(8), desk.text(wave.name, SHEET_TITLE, role="H2", outline=True)]
            blocks += _action(desk, report.action_by_number[number], annex)
    return blocks


def _action(desk: Desk, entry: ActionEntry, annex: Annex) -> list[Block]:
    say = desk.words.say
    standing = desk.report.standing_of[entry.pivot]
    side: list[Block] = [
        desk.heading(entry.number, "H3"),
        desk.text(f"{standing.place} {standing.short}", SMALL, before=3),
    ]
    if entry.question and entry.from_level is not None and entry.to_level is not None:
        step = say("{id}, from {a} to {b}", id=entry.question, a=entry.from_level, b=entry.to_level)
        side.append(desk.text(step, SMALL, before=3))
    if entry.days is not None:
        days = formats.person_days(desk.words, entry.days)
        side.append(
            desk.text(say("{days}, guessed", days=days) if entry.days_guessed else days, NOTE, before=3)
        )
    needs = (
        say("Needs {what}", what="; ".join(desk.typed(need) for need in entry.needs))
        if entry.needs
        else say("Needs nothing first")
    )
    side.append(desk.text(needs, NOTE, before=3))
    due = short_date(desk.words, entry.due) if entry.due else say("no date")
    heads = (
        (say("Owner"), entry.owner or say("no owner yet")), (say("Reports to"), entry.reports_to or "–"),
        (say("By"), due), (say("Money"), entry.money),
    )  # fmt: skip
    facts = Columns(
        [Stack([desk.text(label, LABEL), desk.text(value, SMALL_STRONG, before=2)]) for label, value in heads],
        (0, 98, 178, 246), rtl=desk.rtl, before=5,
    )  # fmt: skip
    main: list[Block] = [desk.text(entry.title, SHEET_TITLE, role="H3", keep_next=True), facts]
    source = f" ({entry.measure_source})" if entry.measure_source else ""
    for label, words in (
        (say("What"), entry.detail), (say("First step"), entry.first_step), (say("Measure"), f"{entry.measure}{source}"),
        (say("Residents notice"), entry.benefit), (say("If it is not done"), entry.risk), (say("Money"), entry.money_note),
    ):  # fmt: skip
        if words.strip():
            text = [
                Span(f"{label}: ", LABEL.but(size=9)),
                *annex.cap(f"{entry.number} {label}", words, SMALL),
            ]
            main.append(desk.text(text, SMALL, before=4))
    again = [
        desk.text(say("{number}, continued", number=entry.number), SMALL_STRONG),
        desk.text(shorten(entry.title, _TITLE), SMALL, before=3),
    ]
    card = Beside(side, main, rtl=desk.rtl, whole=True, again=again)
    return [Stack([_Held(0.9, INK, before=10, after=8), card])]


_TITLE = 120
"""Characters of a title where a long card goes on."""


class _Held(Rule):
    """A rule that never stands alone at the end of a page."""

    keep_next = True


def open_points(desk: Desk) -> str:
    """The name of the chapter: a final paper is finished, whatever is still open."""
    return desk.words.say("Known open points") if desk.report.status.final else desk.words.say("To finish")


def to_finish(desk: Desk) -> list[Block]:
    """What the plan keeper works off after the day; in a final paper, what was known to be open."""
    say = desk.words.say
    lines = desk.report.to_finish
    parked = desk.report.parked
    blocks: list[Block] = [
        desk.text(open_points(desk), H1, role="H1", outline=True, anchor="to-finish"),
        Gap(9),
    ]
    if lines:
        blocks.append(ListBlock(list(lines), rtl=desk.rtl))
    else:
        final = desk.report.status.final
        blocks.append(desk.text(say("None is known.") if final else say("Nothing is left to finish.")))
    if parked:
        blocks += [Gap(12), desk.beside(say("Parked"), [ListBlock(list(parked), rtl=desk.rtl)])]
    return blocks


def method(desk: Desk) -> list[Block]:
    """Method and limits, with the sums of one pivot of this workshop."""
    say = desk.words.say
    blocks: list[Block] = [
        desk.text(say("Method and limits"), H1, role="H1", outline=True, anchor="method"),
        Gap(9),
    ]
    for number, (heading, words) in enumerate(desk.report.method.paragraphs):
        main: list[Block] = [desk.text(words)]
        if number == 2:
            for label, total in desk.report.method.example:
                main.append(desk.text([Span(f"{label}  ", SMALL_STRONG), total], SMALL, before=5))
        blocks += [desk.beside(heading, main), Gap(6)]
    return blocks[:-1]


def notes(desk: Desk, annex: Annex) -> list[Block]:
    """The long notes in full."""
    say = desk.words.say
    blocks: list[Block] = [
        desk.text(say("Annex: long notes in full"), H1, role="H1", outline=True, anchor="annex"),
        Gap(9),
    ]
    for note in annex.notes:
        blocks += [
            desk.text(note.title, STRONG, role="H2", anchor=note.anchor, before=8),
            desk.text(note.text),
        ]
    return blocks

"""The run sheet: the timetable on its first page, then the script, the questions and the help in the day's order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportlab.platypus import Flowable

from desktop.look.marks import Line, Picture, Table
from desktop.look.measure import FontMeasure
from desktop.look.palette import PAPER
from desktop.look.sheet import Sheet
from desktop.words import run_sheet as sheet_words
from desktop.words.catalogue import Words
from desktop.words.dates import duration, long_date
from desktop.words.glossary import rehearsal_mark
from exports.gathering.run_sheet import Chapter, Sitting, Spoken
from exports.gathering.run_sheet import Line as Entry
from exports.pdf.document import Made, make_document
from exports.pdf.flowables import (
    Band,
    Beside,
    Block,
    Cell,
    Column,
    Columns,
    Gap,
    ListBlock,
    Rule,
    Span,
    Stack,
    TableBlock,
    Tinted,
    width_of,
)
from exports.pdf.flowables_table import Row
from exports.pdf.pages.parts import ink_of
from exports.pdf.printed.desk import Begun, Desk
from exports.pdf.printed.whole import Whole
from exports.pdf.sheet import (
    GUTTER,
    H1,
    INK,
    LABEL,
    MUTED,
    NOTE,
    QUESTION,
    SHEET_TITLE,
    SIDE,
    SMALL,
    SMALL_STRONG,
    STRONG,
)
from exports.printed import AskedQuestion, Printed

_LEAST = 8.5
_BADGE = 12.0
_TO_WRITE = 38.0
_SIGN, _SECOND = 200.0, 198.0
_AFTER_ENTRY = 9.0
_BOX = "☐"
WHOLE_UP_TO = 3
"""A pivot of at most so many questions stands on one page."""


def run_sheet(printed: Printed, words: Words, begun: Begun) -> Made:
    """Lay the run sheet out."""
    desk = Desk(printed, words)
    title = sheet_words.title(words)
    running = replace(
        desk.running(sheet_words.for_whom(words, printed.city)),
        foot=f"{title}, {long_date(words, printed.date)}",
    )
    return make_document(desk.about(title), lambda _: _story(desk), running, page=desk.page, begun=begun)


def _story(desk: Desk) -> Sequence[Flowable]:
    sheet = desk.printed.run_sheet
    story: list[Flowable] = [*_title(desk), *_before(desk), Gap(8), _timetable(desk), Gap(10)]
    story += [*_late(desk), _keys(desk), Gap(14)]
    for chapter in sheet.chapters:
        story += _chapter(desk, chapter)
        if chapter.kind == "pivot":
            for line in sheet.lines:
                if line.pivot is not None:
                    story += [_pivot(desk, line), Gap(9)]
    if sheet.also:
        story += [Whole([desk.heading(desk.words.say("Also at hand")), _said_when(desk, sheet.also)])]
    return story


def _beside(desk: Desk, side: Sequence[Block], main: Sequence[Block], before: float = 0.0) -> Beside:
    """Blocks in the side column, and what stands beside them."""
    return Beside(list(side) or None, list(main), rtl=desk.rtl, before=before)


def _badge(number: int, colour: int) -> Picture:
    """A pivot's number on its colour."""
    drawing = Sheet(FontMeasure(), PAPER, _LEAST)
    drawing.badge(number, colour, 0, 0, _BADGE)
    return drawing.picture(_BADGE, _BADGE, "", Table())


# ---- page one -----------------------------------------------------------------------------------------------


def _title(desk: Desk) -> list[Block]:
    sittings = desk.printed.run_sheet.sittings
    when = [long_date(desk.words, sitting.day) for sitting in sittings] or [
        long_date(desk.words, desk.printed.date)
    ]
    said = f"{when[0]}, {_hours(desk, sittings[0])}" if len(sittings) == 1 else " · ".join(when)
    heads = [
        desk.text(sheet_words.title(desk.words), H1, role="H1", outline=True, keep_next=False),
        desk.text(said, SHEET_TITLE, align="end"),
    ]
    blocks: list[Block] = [Columns(heads, (0.0, 180.0), rtl=desk.rtl), Rule(0.9, INK, before=5, after=9)]
    if desk.printed.rehearsal:
        blocks.append(desk.text(rehearsal_mark(desk.words), NOTE, after=6))
    return blocks


def _hours(desk: Desk, sitting: Sitting) -> str:
    return desk.words.say("{begins} to {ends}", begins=sitting.begins, ends=sitting.ends)


def _before(desk: Desk) -> list[Block]:
    ready = ListBlock(
        desk.printed.run_sheet.checks,
        desk.body,
        label=lambda _: _BOX,
        indent=18.0,
        item_gap=1.5,
        rtl=desk.rtl,
    )
    return [_beside(desk, [desk.heading(desk.words.say("Before they come"))], [ready])]


def _timetable(desk: Desk) -> TableBlock:
    say, sheet = desk.words.say, desk.printed.run_sheet
    columns = [
        Column(say("Start"), 36, style=SMALL_STRONG), Column(say("Min"), 28, "end"),
        Column(say("Step"), 101, style=SMALL_STRONG), Column(say("Say"), desk.page.full - 36 - 28 - 101 - 112 - _TO_WRITE),
        Column(say("Do"), 112, style=NOTE), Column(say("Ended"), _TO_WRITE),
    ]  # fmt: skip
    rows: list[Row] = []
    for sitting in sheet.sittings:
        if len(sheet.sittings) > 1:
            rows.append(Band(long_date(desk.words, sitting.day), _hours(desk, sitting)))
        rows += [_row(desk, line) for line in sitting.lines]
    return TableBlock(columns, rows, rtl=desk.rtl, pad=2.9, empty=say("No step is planned."))


def _row(desk: Desk, line: Entry) -> Row:
    pivot = line.pivot
    badge = _badge(pivot.place, pivot.colour) if pivot is not None else None
    cells = (
        line.begins,
        str(line.minutes),
        Cell(line.name, picture=badge),
        _quoted(desk, line.say) if line.say else "",
        line.do,
        Cell("\u00a0", picture=_to_write(_TO_WRITE)),
    )
    return Tinted(cells) if line.kind == "break" else cells


def _to_write(wide: float) -> Picture:
    """A line to write on."""
    return Picture(wide, 10, (Line(((0, 10), (wide, 10)), MUTED, 0.5),), "", Table())


def _quoted(desk: Desk, words: str) -> str:
    return desk.words.say("“{words}”", words=words)


def _late(desk: Desk) -> list[Block]:
    say, late = desk.words.say, desk.printed.run_sheet.late
    if not late:
        return []
    side = [desk.heading(say("If you run late")), desk.text(say("minutes saved"), NOTE)]
    return [
        _beside(desk, side, [_two_columns(desk, late, _SECOND)]),
        Gap(8),
    ]


def _keys(desk: Desk) -> Block:
    side = [desk.heading(desk.words.say("Keys"))]
    return _beside(desk, side, [_two_columns(desk, desk.printed.run_sheet.keys, _SECOND)])


def _two_columns(desk: Desk, pairs: Sequence[tuple[str, str]], second: float) -> Columns:
    """Short entries and what they mean, read downwards: the first half, then the second, from ``second``."""
    half = -(-len(pairs) // 2)
    parts = [part for part in (pairs[:half], pairs[half:]) if part]
    stacks = [Stack([_entry(desk, part, *pair) for pair in part]) for part in parts]
    return Columns(stacks, (0.0, second)[: len(parts)], rtl=desk.rtl, gap=12)


def _entry(desk: Desk, part: Sequence[tuple[str, str]], entry: str, means: str) -> Columns:
    wide = max(width_of(other, SMALL_STRONG) for other, _ in part) + _AFTER_ENTRY
    blocks = [desk.text(entry, SMALL_STRONG), desk.text(means, SMALL)]
    return Columns(blocks, (0.0, wide), rtl=desk.rtl, gap=_AFTER_ENTRY - 1)


# ---- the chapters -------------------------------------------------------------------------------------------


def _chapter(desk: Desk, chapter: Chapter) -> list[Block]:
    """Name and times in the side column; how to open it, what to say, what to do when something goes wrong."""
    words = desk.words
    pivots = chapter.kind == "pivot"
    side: list[Block] = [desk.heading(words.say("At every pivot") if pivots else chapter.name)]
    if not pivots:
        side.append(desk.text(", ".join(chapter.times), NOTE))
    main: list[Block] = [desk.text(chapter.open, NOTE, after=2)] if chapter.open else []
    opens = [line for spoken in chapter.spoken if not spoken.when for line in spoken.lines]
    main += [desk.text(_quoted(desk, line), before=2) for line in opens]
    blocks: list[Block] = [
        _rule(),
        _beside(desk, side, main or [desk.text(words.say("Nothing is said here."), NOTE)]),
    ]
    moments = [spoken for spoken in chapter.spoken if spoken.when]
    if pivots:
        blocks += [Gap(6), _said_when(desk, moments)] if moments else []
    else:
        blocks += [_said_then(desk, spoken) for spoken in moments]
    if chapter.wrong:
        blocks += [Gap(6), _wrong(desk, chapter)]
    return [*blocks, Gap(9)] if pivots else [Whole(blocks), Gap(9)]


def _said_then(desk: Desk, spoken: Spoken) -> Beside:
    """A later moment of a step, with when it comes in the side column."""
    said = [
        desk.text(_quoted(desk, line), before=2 if place else 0) for place, line in enumerate(spoken.lines)
    ]
    return _beside(desk, [desk.text(spoken.when, NOTE)], said, before=4)


def _rule() -> Rule:
    """Over a chapter, never parted from it."""
    rule = Rule(0.9, INK, after=7)
    rule.keep_next = True
    return rule


def _said_when(desk: Desk, moments: Sequence[Spoken]) -> TableBlock:
    rows = [(one.when, " ".join(_quoted(desk, line) for line in one.lines)) for one in moments]
    return _pairs(desk, desk.words.say("When"), desk.words.say("Say"), rows, SIDE + GUTTER)


def _wrong(desk: Desk, chapter: Chapter) -> TableBlock:
    say = desk.words.say
    return _pairs(desk, say("If"), say("Then"), chapter.wrong, _SIGN)


def _pairs(desk: Desk, first: str, second: str, rows: Sequence[tuple[str, str]], start: float) -> TableBlock:
    """A table of two columns, the second from ``start``."""
    columns = [Column(first, start, style=SMALL_STRONG), Column(second, desk.page.full - start)]
    return TableBlock(columns, rows, rtl=desk.rtl, pad=1.9, gap=GUTTER)


def _pivot(desk: Desk, line: Entry) -> Block:
    """One pivot: when, what opens it, and its questions."""
    pivot, words = line.pivot, desk.words
    assert pivot is not None, "only pivots come here"
    digit = SHEET_TITLE.but(colour=ink_of(pivot.colour))
    name = desk.text(
        [Span(f"{pivot.place}  ", digit), pivot.name], SHEET_TITLE, role="H2", outline=pivot.name
    )
    when = words.say("{begins}, {time}", begins=line.begins, time=duration(words, line.minutes))
    said = [desk.text(_quoted(desk, one), before=2) for one in pivot.say]
    head = Columns(
        [name, desk.text(when, STRONG, align="end")], (0.0, desk.page.full - 110), rtl=desk.rtl, after=4
    )
    blocks: list[Block] = [_rule(), _kept(head), _beside(desk, [desk.text(words.say("Say"), NOTE)], said)]
    asked = {question.id: question for question in desk.printed.questions}
    for question in (asked[id] for id in pivot.questions if id in asked):
        blocks += [Gap(5 if len(pivot.questions) == 1 else 11), Whole([_question(desk, question)])]
    if not pivot.questions:
        blocks += [Gap(7), _beside(desk, [], [desk.text(line.do)])]
    return Whole(blocks) if len(pivot.questions) <= WHOLE_UP_TO else Stack(blocks)


def _kept(block: Block) -> Block:
    block.keep_next = True
    return block


def _question(desk: Desk, question: AskedQuestion) -> Beside:
    """Id and title in the side column; what is asked, the levels, and what to listen for."""
    say = desk.words.say
    side = [desk.text(question.id, LABEL, keep_next=True), desk.text(question.title, QUESTION, role="H3")]
    levels = [stage.level for stage in desk.printed.stages]
    facts = (
        (say("Ask for"), question.ask_for),
        (say("Not this"), question.not_this),
        (say("Who would know"), question.who_knows),
    )
    return _beside(desk, side, [
        desk.text(question.text, STRONG, keep_next=True, after=2),
        ListBlock(question.levels, SMALL, label=lambda at: str(levels[at]), indent=14, item_gap=1, rtl=desk.rtl),
        *(
            desk.text([Span(f"{name}  ", SMALL_STRONG), words], SMALL, before=3 if place == 0 else 0)
            for place, (name, words) in enumerate(facts)
        ),
    ])  # fmt: skip

"""The reading copy: every question with its levels, for the days before. No level stands out."""

from __future__ import annotations

from reportlab.platypus import Flowable

from desktop.words import printed as say
from desktop.words.catalogue import Words
from desktop.words.dates import long_date
from desktop.words.lists import stopped
from exports.pdf.document import Made, turn_page
from exports.pdf.flowables import Beside, Block, Column, Gap, ListBlock, Panel, Rule, Span, TableBlock
from exports.pdf.flowables import Words as Text
from exports.pdf.pages.parts import ink_of
from exports.pdf.printed.desk import Begun, Desk
from exports.pdf.printed.whole import Whole
from exports.pdf.sheet import H1, INK, NOTE, QUESTION, SMALL, SMALL_STRONG
from exports.printed import AskedPivot, AskedQuestion, Printed

_QUESTION_GAP = 12.0


def reading_copy(printed: Printed, words: Words, begun: Begun) -> Made:
    """Lay the reading copy out: what it is, then a pivot after the other, each from the top of a page."""
    desk = Desk(printed, words)

    def story() -> list[Flowable]:
        out: list[Flowable] = [*_opening(desk)]
        for number, pivot in enumerate(printed.pivots):
            out += [*(turn_page() if number or len(printed.questions) > len(printed.pivots) else [Gap(14)])]
            out += _pivot(desk, pivot)
        return out + _glossary(desk)

    return desk.column(words.say("Reading copy of the questions"), story, begun)


def _opening(desk: Desk) -> list[Block]:
    printed, words = desk.printed, desk.words
    number = len(printed.questions)
    lines = [say.reading_intro(words, number), say.reading_rule(words), say.reading_cant_say(words)]
    scale = [f"{stage.level}  {stage.name}" for stage in printed.stages]
    blocks: list[Block] = [
        desk.text(say.heading(words), H1, role="H1", outline=True),
        Rule(0.9, INK, before=3, after=7),
        desk.facts(
            (
                (words.say("City"), printed.city),
                (words.say("Workshop"), long_date(words, printed.date)),
                (words.say("Questions"), f"{number} · {printed.set_name}"),
            )
        ),
        Gap(9),
        Panel([desk.beside(words.say("Before the day"), [desk.text(line, after=4) for line in lines])]),
        Gap(9),
        desk.beside(words.say("The levels"), [ListBlock(scale, desk.body, label=lambda _: "", indent=0.0)]),
        Gap(7),
        desk.beside(words.say("The yardstick"), [desk.text(printed.yardstick)]),
    ]
    if printed.busiest:
        blocks += [Gap(7), desk.beside("", [desk.text(say.busiest(words, printed.busiest))])]
    if len(printed.questions) > len(printed.pivots):
        blocks += [Gap(14), _overview(desk)]
    return blocks


def _overview(desk: Desk) -> Block:
    """The pivots at a glance, where each of them has pages of its own."""
    words = desk.words
    columns = (
        Column(words.say("Pivot"), 186),
        Column(words.say("What it means"), 233),
        Column(words.say("Questions"), 64, "end"),
    )
    rows = [
        (f"{one.place}  {one.name}", one.definition, str(len(one.questions))) for one in desk.printed.pivots
    ]
    return TableBlock(columns, rows, rtl=desk.rtl)


def _glossary(desk: Desk) -> list[Block]:
    """The words of the day, last: nobody needs them to answer."""
    words = desk.words
    if not desk.printed.glossary:
        return []
    said: list[Text] = [
        [Span(f"{word}  ", desk.body.but(weight="semibold")), meaning] if word else meaning
        for word, meaning in desk.printed.glossary
    ]
    name = words.say("Words of the day")
    listed = ListBlock(said, desk.body, label=lambda _: "", indent=0.0, rtl=desk.rtl)
    return [desk.text(name, H1, role="H1", outline=True, before=18), Gap(7), listed]


def _pivot(desk: Desk, pivot: AskedPivot) -> list[Block]:
    words = desk.words
    title: Text = [Span(f"{pivot.place}  ", H1.but(colour=ink_of(pivot.colour))), pivot.name]
    covers = words.say("It covers {covers}", covers=pivot.covers[:1].lower() + pivot.covers[1:])
    blocks: list[Block] = [
        desk.text(title, H1, role="H1", outline=pivot.name),
        Gap(7),
        desk.beside(
            words.say("What it means"), [desk.text(pivot.definition), desk.text(covers, NOTE, before=2)]
        ),
        Gap(7),
        desk.beside(words.say("Why it matters"), [desk.text(pivot.why)]),
        Gap(9),
    ]
    for question in pivot.questions:
        blocks += [Whole([Rule(after=8), _question(desk, question)], after=_QUESTION_GAP)]
    return blocks


def _question(desk: Desk, question: AskedQuestion) -> Block:
    """Its id and lens beside; the question, the levels, and three lines that help to find out."""
    words = desk.words
    side: list[Block] = [
        desk.heading(question.id, "H3"),
        desk.text(question.title, NOTE, before=2),
        desk.text(question.lens, NOTE, before=2),
    ]
    levels: list[Text] = [
        [Span(f"{stage.name}  ", desk.body.but(weight="semibold")), level]
        for stage, level in zip(desk.printed.stages, question.levels, strict=True)
    ]
    first = desk.printed.stages[0].level
    hints = (
        (words.say("Ask for"), question.ask_for),
        (words.say("Not this"), question.not_this),
        (words.say("Who would know"), question.who_knows),
    )
    main: list[Block] = [
        desk.text(question.text, QUESTION, after=5),
        ListBlock(levels, desk.body, label=lambda index: str(first + index), indent=16.0, rtl=desk.rtl),
        *(
            desk.text([Span(f"{name}: ", SMALL_STRONG), stopped(text)], SMALL, before=5 if not place else 1)
            for place, (name, text) in enumerate(hints)
            if text.strip()
        ),
    ]
    return Beside(side, main, rtl=desk.rtl)

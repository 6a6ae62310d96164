"""The first pages of the roadmap: cover, contents, and the whole in short."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.words import figures
from desktop.words.dates import long_date, until
from desktop.words.formats import of
from exports.pdf.document import Places
from exports.pdf.flowables import (
    Block,
    Cell,
    Column,
    Columns,
    FigureBlock,
    Gap,
    Link,
    Rule,
    Span,
    Stack,
    TableBlock,
)
from exports.pdf.pages.figures import city_picture
from exports.pdf.pages.parts import Desk, figure_caption
from exports.pdf.pages.setting import QUARTERS
from exports.pdf.sheet import COVER, H1, INK, NOTE, SMALL, STRONG, Style

LEAD = Style(14, 20)
FACT = Style(14, 18, "semibold")


def cover(desk: Desk) -> list[Block]:
    """City, title, what it is, four facts, the city in lights, and what it is not."""
    report, say = desk.report, desk.words.say
    status = report.status.line or report.status.word
    horizons = {one.horizon for one in report.standings if one.target is not None}
    if len(horizons) == 1:
        lead = say(
            "Where the city stands on seven digital pivots, where it wants to be by {horizon}, and what comes first.",
            horizon=until(desk.words, next(iter(horizons))),
        )
    else:
        lead = say(
            "Where the city stands on seven digital pivots, where it wants to be, and what comes first."
        )
    questions = sum(len(section.questions) for section in report.pivots)
    facts = (
        (long_date(desk.words, report.date), report.workshop_title),
        (
            of(desk.words, report.present, max(report.present, report.invited)),
            say("invited officials took part"),
        ),
        (str(questions), say("questions on {n} pivots", n=len(report.standings))),
        (str(len(report.actions)), desk.words.many("action", "actions", len(report.actions))),
    )
    blocks: list[Block] = [
        Columns([desk.text(report.city, FACT), desk.text(status, STRONG)], (0, 365.3), rtl=desk.rtl),
        Rule(0.9, INK, before=6, after=120),
        desk.text(report.title, COVER, role="H1", outline=True, fit="balanced"),
        desk.text(lead, LEAD, before=10, fit="balanced", after=54),
        Columns(
            [Stack([desk.text(value, FACT), desk.text(label, NOTE, before=3)]) for value, label in facts],
            QUARTERS,
            rtl=desk.rtl,
        ),
    ]
    if report.options.city_picture:
        blocks += [Gap(48), *city(desk)]
    return [*blocks, Rule(before=18, after=6), desk.text(report.council.limits, NOTE)]


def city(desk: Desk) -> list[Block]:
    """The city with its caption."""
    say = desk.words.say
    caption: list[str | Span] = [
        Span(say("Our city today, and the city we chose.  "), NOTE.but(weight="semibold", colour=INK)),
        figures.city_key(desk.words, dim=any(one.now is None for one in desk.report.standings)),
    ]
    alt = f"{desk.report.council.in_short} {'; '.join(desk.levels_aloud())}."
    return [desk.text(caption, NOTE, keep_next=True, after=6), FigureBlock(city_picture(desk, alt), alt=alt)]


def contents(desk: Desk, places: Places, chapters: Sequence[tuple[str, str]]) -> list[Block]:
    """Every chapter with its page, as links."""
    say = desk.words.say
    blocks: list[Block] = [
        desk.text(say("Contents"), H1, role="H1", outline=True),
        Rule(0.9, INK, before=3, after=8),
    ]
    rows = []
    for name, anchor in chapters:
        link = Span(name, link=Link(f"#{anchor}", name))
        rows.append((Cell([link]), places.page(anchor)))
    columns = [Column(say("Chapter"), desk.page.full - 60), Column(say("Page"), 60, "end")]
    return [*blocks, TableBlock(columns, rows, style=SMALL.but(size=10.5, leading=15), rtl=desk.rtl)]


def in_short(desk: Desk) -> list[Block]:
    """The whole in one page: where we stand, the bars, the gaps, who said so."""
    report, say = desk.report, desk.words.say
    council = report.council
    bars = f"{council.figure}"
    blocks: list[Block] = [
        desk.text(say("In short"), H1, role="H1", outline=True, anchor="in-short"),
        Gap(9),
        desk.beside(
            say("Where we stand"),
            [desk.text(words) for words in (council.in_short, council.overruled) if words],
        ),
        Gap(9),
        desk.text(figure_caption(desk.words, "figure", 1, bars), NOTE, keep_next=True, after=5),
        FigureBlock(desk.bars(bars, desk.page.full), alt=desk.bars_alt(bars)),
        Gap(10),
        desk.beside(say("Who took part"), [desk.text(f"{council.who} {council.disagreement}".rstrip())]),
        Gap(8),
        desk.beside(say("What the plan reaches"), [desk.text(council.reach)]),
        Gap(8),
    ]
    if council.money:
        blocks += [desk.beside(say("Money"), [desk.text(council.money)]), Gap(8)]
    return [*blocks, desk.beside(say("Limits"), [desk.text(council.limits)])]

"""The pictures of the roadmap on paper: the city, a vote, two votes side by side, the radar, the plan by wave."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.look.marks import Picture, Table
from desktop.look.palette import PAPER
from desktop.look.pictures import city, radar, roadmap
from desktop.look.pictures.distribution import Distribution, Rows, rows
from desktop.look.sheet import Sheet
from desktop.words.dates import short_date
from desktop.words.glossary import wave_name
from exports.pdf.pages.parts import Desk
from exports.report import QuestionResult, RoundResult, Standing

CITY_HEIGHT = 96.0
ROW = 14.6


def city_picture(desk: Desk, alt: str) -> Picture:
    """Every district with its number, short name, levels and stage."""
    drawn = [desk.drawn(standing) for standing in desk.report.standings]
    sheet, width = desk.sheet(), desk.page.full
    base = CITY_HEIGHT + 4
    marks, plots = city.skyline(drawn, desk.scale, 0, base, width, PAPER, strip=6.0, tallest=CITY_HEIGHT)
    sheet.marks += marks
    for one, (middle, step) in zip(drawn, plots, strict=True):
        room = step - 4
        sheet.line(middle, base + 22, room, one.short, 8.5, None, "semibold", "middle")
        sheet.text(middle, base + 40, one.arrow(desk.rtl), 13, None, "bold", "middle")
        sheet.block(middle, base + 44, room, 34, one.stage, 8.5, PAPER.muted, "regular", "middle", 1.25)
    return sheet.picture(width, base + 82, alt, Table())


def vote_picture(
    desk: Desk, question: QuestionResult, held: RoundResult, colour: int, width: float
) -> Picture:
    """One vote: a level a row with its short line, bar and count; can't say apart."""
    assert held.counts is not None, "a vote of too few is not drawn"
    lowest = desk.report.stages[0].level
    shown = Distribution(
        labels=tuple(str(stage.level) for stage in desk.report.stages),
        counts=held.counts,
        cant_say=held.cant_say or 0,
        cant_label=desk.words.say("Can’t say"),
        named=frozenset(level - lowest for level in held.named),
    )
    sheet = desk.sheet()
    form = Rows(row=ROW, text=9.0, count=9.5, words=0.62)
    end = rows(sheet, shown, question.levels, colour, 0, 0, width, form)
    table = Table(
        (desk.words.say("Level"), desk.words.say("People")),
        tuple((stage.name, str(count)) for stage, count in zip(desk.report.stages, held.counts, strict=True)),
    )
    return sheet.picture(width, end + 2, vote_alt(desk, held), table)


def vote_alt(desk: Desk, held: RoundResult) -> str:
    """The counting sentence, then every level with its people."""
    counts = ", ".join(
        f"{stage.name} {count}" for stage, count in zip(desk.report.stages, held.counts or (), strict=True)
    )
    return f"{held.sentence} {counts}, {desk.words.say('can’t say {n}', n=held.cant_say or 0)}."


def radar_picture(desk: Desk, alt: str) -> Picture:
    """Now, if all is done, and the target, with the key beside it."""
    drawn = [desk.drawn(standing) for standing in desk.report.standings]
    sheet, width, high = desk.sheet(), desk.page.full, 222.0
    centre, radius = (170.0, high / 2 + 4), 78.0
    radar.radar(sheet, drawn, desk.scale, centre, radius, 13.0, line=0.9, words=8.5)
    for place, one in enumerate(drawn):
        x, y = radar.spoke(centre, radius + 24, place, len(drawn), 1.0)
        side = x - centre[0]
        anchor = "middle" if abs(side) < 12 else "start" if side > 0 else "end"
        lift = -6 if abs(side) < 12 and y < centre[1] else 12 if abs(side) < 12 else 3
        sheet.line(x, y + lift, 92, one.short, 9, None, "semibold", anchor)  # type: ignore[arg-type]
    _radar_key(desk, sheet, 338.0)
    return sheet.picture(width, high, alt, Table())


def _radar_key(desk: Desk, sheet: Sheet, x: float) -> None:
    say = desk.words.say
    sheet.stroke(((x, 60), (x + 30, 60)), PAPER.today, 1.6)
    sheet.disc(x + 15, 60, 2.8, PAPER.today)
    sheet.text(x + 40, 63, say("Now"), 9)
    sheet.stroke(((x, 78), (x + 30, 78)), PAPER.plan, 0.8)
    sheet.box(x + 13, 76, 4, 4, PAPER.surface, PAPER.plan, 0.8)
    sheet.text(x + 40, 81, say("If all is done"), 9)
    sheet.stroke(((x, 96), (x + 30, 96)), PAPER.target, 1.0, (3, 2))
    sheet.text(x + 40, 99, say("Target"), 9)
    sheet.block(
        x, 118, 140, 60, say("Rings are the levels 1 to {n}.", n=len(desk.report.stages)), 9, PAPER.muted
    )


def plan_picture(desk: Desk, alt: str) -> Picture:
    """The plan by wave: three columns of cards."""
    report, words = desk.report, desk.words
    waves: list[roadmap.Wave] = []
    for wave in report.waves:
        cards = tuple(
            roadmap.Card(
                entry.number,
                report.standing_of[entry.pivot].place,
                report.standing_of[entry.pivot].colour,
                f"{entry.number} {entry.title}",
                entry.owner or words.say("no owner yet"),
                entry.needs,
            )
            for entry in (report.action_by_number[number] for number in wave.actions)
        )
        name = wave_name(words, wave.wave) if wave.wave else wave.name
        waves.append(roadmap.Wave(name, short_date(words, wave.until) if wave.until else "", cards))
    sheet, width, gap = desk.sheet(), desk.page.full, 22.0
    many = max((len(wave.cards) for wave in waves), default=1)
    bottom = 44 + max(1, many) * 62.0
    wide = (width - gap * (len(waves) - 1)) / len(waves)
    for place, column in enumerate(waves):
        left = place * (wide + gap)
        sheet.text(left, 14, column.name, 13, None, "semibold")
        if column.until:
            until = words.say("by {date}", date=column.until)
            sheet.line(left + wide, 14, wide - 50, until, 9, PAPER.muted, "regular", "end")
        sheet.rule(left, 22, wide, PAPER.ink, 0.9)
        load = report.waves[place].load_words
        if load:
            sheet.line(left, 36, wide, load, 8.5, PAPER.muted)
    form = roadmap.CardForm(title=9.0, owner=8.5, badge=13.0, pad=7.0, gap=8.0, tallest=54.0, radius=3.0)
    roadmap.waves(sheet, waves, 0, 44, width, bottom, gap, form)
    return sheet.picture(width, bottom, alt, Table())


def moved(standings: Sequence[Standing]) -> list[Standing]:
    """The pivots that the plan moves."""
    return [
        one for one in standings if one.if_done is not None and one.now is not None and one.if_done > one.now
    ]

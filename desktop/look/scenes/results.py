"""Reveal: the pivot's answers side by side, widest first. Counts, and one counting sentence each; no index.

One question takes the whole wall, with its stages written out; two and three stand as cards on one scale; from
four on each question is a line.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.look.marks import Picture, Table, Weight
from desktop.look.pictures import distribution
from desktop.look.pictures.distribution import Columns, Distribution
from desktop.look.pictures.standing import Scale
from desktop.look.scale import COUNT, LABEL, LEAST, LINE, QUESTION
from desktop.look.scenes.frame import GAP, Frame, Head, Wall
from desktop.look.wrap import TIE, Fitted


@dataclass(frozen=True, slots=True)
class Result:
    """One question's answers. ``shown`` is None where the room state forbids bars: ``sentence`` says why.

    ``text`` is the whole question, for the large form; ``word`` the facilitator's verdict, or empty. ``means`` says
    what the most chosen levels mean for this question, a line each ("3  A plan they practised"), for the large form.
    """

    title: str
    text: str
    shown: Distribution | None
    sentence: str
    word: str = ""
    means: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Results:
    """``title`` heads several questions; one question is headed by its own text."""

    head: Head
    title: str
    scale: Scale
    cant_say: str
    questions: tuple[Result, ...]


_CARDS_UP_TO = 3
LEAST_BARS = 240.0
"""The height that bars keep beside the words under them."""


def results(said: Results, frame: Frame) -> Picture:
    """The answers of one pivot's questions, in the order given."""
    wall = Wall(frame)
    wall.head(said.head)
    if len(said.questions) == 1:
        _large(wall, said, said.questions[0])
    else:
        wall.line(wall.margin, 236, wall.inner, said.title, QUESTION, None, "semibold")
        form = _cards if len(said.questions) <= _CARDS_UP_TO else _lines
        form(wall, said, wall.h - 128)
        wall.legend(said.scale, said.cant_say)
    alt = " ".join(f"{one.title}: {one.sentence}" for one in said.questions)
    return wall.close(alt, _table(said))


def _table(said: Results) -> Table:
    lowest = said.scale.lowest
    head = (
        "",
        *(f"{lowest + place} {stage}" for place, stage in enumerate(said.scale.stages)),
        said.cant_say,
        "",
    )
    rows = []
    for one in said.questions:
        counts = ["–"] * (said.scale.levels + 1)
        if one.shown:
            counts = [*map(str, one.shown.counts), str(one.shown.cant_say)]
        rows.append((one.title, *counts, one.sentence))
    return Table(head, tuple(rows))


def _large(wall: Wall, said: Results, one: Result) -> None:
    y = wall.block(wall.margin, 192, wall.inner, 140, one.text, QUESTION, None, "semibold")
    words = f"{one.word}. {one.sentence}" if one.word else one.sentence
    sentence = wall.fit(words, wall.inner - 88, 112, LINE, "semibold")
    means = _means(wall, one, y, sentence.tall(1.24))
    deep = sentence.tall(1.24) + 68 + means.tall(1.24) + (10 if means.lines else 0)
    band = wall.h - 64 - deep
    wall.card(wall.margin, band, wall.inner, deep)
    end = wall.lines(wall.margin + 44, band + 34, sentence, None, "semibold")
    wall.lines(wall.margin + 44, end + 10, means, wall.ground.muted)
    if one.shown:
        under = 96.0
        form = Columns(COUNT, LEAST, under, 12.0)
        named = replace(one.shown, labels=_stages(said.scale), cant_label=said.cant_say)
        distribution.columns(
            wall,
            named,
            said.head.colour,
            wall.margin,
            y + 28,
            wall.inner,
            band - 24 - under,
            form,
            progress=wall.progress,
        )


def _means(wall: Wall, one: Result, top: float, above: float) -> Fitted:
    """What the most chosen levels mean, each on a line of its own; nothing where the bars need the room."""
    room = wall.inner - 88
    size = LABEL if all(wall.width(said, LABEL) <= room for said in one.means) else LEAST
    lines = tuple(wall.fit(said, room, size * 1.3, size).lines[0] for said in one.means)
    made = Fitted(lines, size)
    bars = wall.h - 64 - above - 68 - 10 - made.tall(1.24) - 24 - 96 - top - 28
    return made if one.shown and bars >= LEAST_BARS else Fitted((), LEAST)


def _stages(scale: Scale) -> tuple[str, ...]:
    """The levels with their names: "1  Exploring"."""
    return tuple(f"{scale.lowest + place}{TIE}{TIE}{stage}" for place, stage in enumerate(scale.stages))


def _cards(wall: Wall, said: Results, foot: float) -> None:
    many, top, pad = len(said.questions), 282.0, 28.0 if wall.narrow else 36.0
    wide = (wall.inner - GAP * (many - 1)) / many
    inner, size = wide - 2 * pad, LEAST if wall.narrow else LABEL
    titles = [wall.fit(one.title, inner, 96, 40, "semibold", 1.2) for one in said.questions]
    most_said = (foot - top) * 0.42
    sentences = [wall.fit(_sentence(one), inner, most_said, size, "medium", 1.26) for one in said.questions]
    bars = top + 32 + max(title.tall(1.2) for title in titles) + 18
    words = foot - 34 - max(sentence.tall(1.26) for sentence in sentences)
    form = Columns(46.0 if many < 4 else LEAST, LEAST, 58.0)
    base = words - 30 - form.under
    most = max((one.shown.most for one in said.questions if one.shown), default=1)
    for place, one in enumerate(said.questions):
        x = wall.margin + place * (wide + GAP)
        wall.card(x, top, wide, foot - top)
        wall.lines(x + pad, top + 32, titles[place], None, "semibold", leading=1.2)
        if one.shown:
            # The legend below names the dash; the words would be cut under so thin a column.
            shown = replace(one.shown, cant_label="–")
            distribution.columns(
                wall,
                shown,
                said.head.colour,
                x + pad,
                bars,
                inner,
                base,
                form,
                most,
                wall.progress,
                wall.ground.card,
            )
        wall.rule(x + pad, words - 26, inner)
        wall.lines(x + pad, words, sentences[place], None, "medium", leading=1.26)


def _sentence(one: Result) -> str:
    return f"{one.word}. {one.sentence}" if one.word else one.sentence


def _lines(wall: Wall, said: Results, foot: float) -> None:
    top, many = 276.0, len(said.questions)
    row = (foot - top) / many
    title, bars = wall.inner * 0.24, wall.inner * 0.27
    words = wall.inner - title - bars - 2 * GAP
    most = max((one.shown.most for one in said.questions if one.shown), default=1)
    for place, one in enumerate(said.questions):
        y = top + place * row
        wall.rule(wall.margin, y, wall.inner)
        _middle(wall, wall.margin, y, row, title, one.title, "semibold")
        if one.shown:
            form = Columns(LEAST, LEAST, 0.0, 6.0)
            _strip(
                wall,
                one.shown,
                said.head.colour,
                wall.margin + title + GAP,
                y + 8,
                bars,
                y + row - 8,
                form,
                most,
            )
        _middle(wall, wall.right - words, y, row, words, _sentence(one), "medium")


def _middle(wall: Wall, x: float, y: float, row: float, room: float, words: str, weight: Weight) -> None:
    fitted = wall.fit(words, room, row - 14, LEAST, weight, 1.16)
    wall.lines(x, y + (row - fitted.tall(1.16)) / 2, fitted, None, weight, leading=1.16)


def _strip(
    wall: Wall,
    shown: Distribution,
    colour: int,
    x: float,
    top: float,
    width: float,
    foot: float,
    form: Columns,
    most: int,
) -> None:
    """Bars without labels: the legend below the lines names their places."""
    bare = Distribution(
        tuple("" for _ in shown.counts), shown.counts, shown.cant_say, "", shown.named, shown.cant_named
    )
    distribution.columns(wall, bare, colour, x, top, width, foot, form, most, wall.progress)

"""A question's levels as rows: number, stage, short line, and beside them nothing, a cover, or bars with counts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QGridLayout

from desktop.model.framework import Question
from desktop.model.measures.tally import Tally
from desktop.model.workshop import Workshop
from desktop.ui import theme
from desktop.ui.widgets.arrange import column, frame, row
from desktop.ui.widgets.pictures import Bar
from desktop.ui.widgets.words import MIDDLE, RIGHT, Glyph, OneLine, words
from desktop.words.catalogue import Words
from desktop.words.stages import stages_of


def levels_table(
    speech: Words,
    w: Workshop,
    question: Question,
    *,
    tally: Tally | None = None,
    named: Sequence[int] = (),
    covered: str = "",
) -> QFrame:
    """The table. ``named`` levels are those of the counting sentence; ``covered`` says what the cover hides."""
    made = QFrame()
    made.setProperty("role", "plain")
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(10)
    grid.setColumnStretch(2, 1)
    stages = stages_of(speech, w.framework)
    pivot = w.framework.pivot_by_id[question.pivot]
    ground = theme.current().theme.ground
    for place, (level, text) in enumerate(zip(w.framework.levels, question.levels, strict=True)):
        hot = "bold" if level in named else ""
        grid.addWidget(words(str(level), hot), place, 0)
        grid.addWidget(words(stages.name(level), hot), place, 1)
        grid.addWidget(OneLine(w.words(question.id, f"level {place + 1}", text.short), ""), place, 2)
        if tally is not None:
            _count(
                grid,
                place,
                tally.counts[place],
                max(*tally.counts, tally.cant_say, 1),
                ground.pivot(pivot.colour) if hot else ground.faint(pivot.colour),
                hot,
                stages.name(level),
            )
    last = len(question.levels)
    grid.addWidget(words("–", "muted"), last, 0)
    grid.addWidget(words(speech.say("Can’t say"), "muted"), last, 1)
    if tally is not None:
        _count(
            grid,
            last,
            tally.cant_say,
            max(*tally.counts, tally.cant_say, 1),
            "muted",
            "",
            speech.say("Can’t say"),
        )
    if covered:
        cover = frame(
            "sunken",
            column(
                ...,
                row(..., Glyph("eye-off", "muted", 22), ...),
                words(covered, "muted", align=MIDDLE),
                ...,
                gap=4,
            ),
        )
        cover.setMinimumWidth(130)
        grid.addWidget(cover, 0, 3, last + 1, 2)
    return made


def _count(grid: QGridLayout, line: int, count: int, most: int, ink: str, role: str, says: str) -> None:
    bar = Bar(ink=ink, width=130, thick=10)
    bar.show_share(count / most, f"{says}: {count}")
    grid.addWidget(bar, line, 3)
    grid.addWidget(words(str(count), role or "muted", align=RIGHT, width=30), line, 4)

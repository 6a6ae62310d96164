"""Fill in your ballots: what to do, the yardstick, the promise, and how many are in. Never a value."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.look.marks import Picture, Table
from desktop.look.scale import LABEL, LEAD, LEAST, LINE, TITLE
from desktop.look.scenes.frame import Frame, Wall
from desktop.look.scenes.question import Counter, draw_counter


@dataclass(frozen=True, slots=True)
class Ballots:
    """``steps`` are numbered; ``yardstick`` says what some, most and all mean; ``counter`` may be None."""

    title: str
    aside: str
    steps: tuple[str, ...]
    yardstick: str
    promise: str
    counter: Counter | None = None


def ballots(said: Ballots, frame: Frame) -> Picture:
    """The scene while people fill in paper ballots."""
    wall = Wall(frame)
    column = 0.0 if said.counter is None else (250.0 if wall.narrow else 380.0)
    apart = 0.0 if said.counter is None else (64.0 if wall.narrow else 96.0)
    aside = wall.line(wall.right, 128, wall.inner * 0.4, said.aside, LABEL, wall.ground.muted, anchor="end")
    y = wall.block(
        wall.margin,
        76,
        wall.inner - (aside + 64 if aside else 0),
        200,
        said.title,
        TITLE,
        None,
        "bold",
        leading=1.12,
    )
    promise = wall.fit(said.promise, wall.inner, 90, LABEL)
    foot = wall.h - 64 - promise.tall(1.24)
    wall.rule(wall.margin, foot - 36, wall.inner)
    wall.lines(wall.margin, foot, promise, wall.ground.muted)
    y, wide = y + 56, wall.inner - column - apart
    bottom = foot - 36 - 40
    _steps(wall, said, y, wide, bottom)
    if said.counter is not None:
        x = wall.right - column
        wall.box(x - apart / 2, y + 8, 2, bottom - y - 8, wall.ground.axis)
        draw_counter(wall, said.counter, x, y, column, bottom, wall.ground.lit)
    count = f"{said.counter.label}: {said.counter.count} {said.counter.of_words}." if said.counter else ""
    rows = tuple((str(place), step) for place, step in enumerate(said.steps, 1))
    return wall.close(f"{said.title}. {count} {said.promise}", Table(("", said.title), rows))


def _steps(wall: Wall, said: Ballots, top: float, wide: float, bottom: float) -> None:
    yardstick = wall.fit(said.yardstick, wide, (bottom - top) * 0.4, LEAST)
    end = bottom - yardstick.tall(1.24) - (40 if said.yardstick else 0)
    share = (end - top) / max(1, len(said.steps))
    fitted = [wall.fit(step, wide - 108, max(LEAST * 1.1, share - 22), LEAD, "medium") for step in said.steps]
    size = min((one.size for one in fitted), default=LEAD)
    y = top
    for place, step in enumerate(said.steps, 1):
        words = wall.fit(step, wide - 108, max(LEAST * 1.1, share - 22), size, "medium")
        tall = max(72.0, words.tall(1.24)) if share >= 72 + 16 else words.tall(1.24)
        middle = y + tall / 2
        radius = min(36.0, share * 0.42)
        wall.disc(wall.margin + 38, middle, radius, None, wall.ground.lit, 4)
        wall.centred(wall.margin + 38, middle, str(place), min(LINE, max(LEAST, radius * 1.2)), None, "bold")
        wall.lines(wall.margin + 108, middle - words.tall(1.24) / 2, words, None, "medium")
        y += tall + min(34.0, max(8.0, share - tall))
    wall.lines(wall.margin, bottom - yardstick.tall(1.24), yardstick, wall.ground.muted)

"""Draws every step of a rehearsed day, console and wall, with the program's own screens.

    python -m tools.screenshots [--out FOLDER] [--docs FOLDER]

The gallery goes to ``out/screenshots``: ``console-light-NN-…``, ``console-dark-NN-…`` (1440 × 900) and ``wall-NN-…``
(1920 × 1080), the list of workshops and Prepare, and where pdftoppm is installed the pages of both documents.
``--docs docs/pictures`` also keeps the few that the README shows, none above 200 KB.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app import Backstage, build_window
from desktop.look.palette import WALL
from desktop.model import builtin, walk
from desktop.model.clerk import Clerk
from desktop.model.desk import Desk
from desktop.model.library.file import open_library
from desktop.model.library.listing import listing
from desktop.model.rehearsal.clock import ScriptClock, seeded_ids
from desktop.model.rehearsal.script import play
from desktop.model.verbs import prepare
from desktop.settings import Settings
from desktop.ui.ask import Feed
from desktop.ui.collecting import Collecting
from desktop.ui.console.screen import Console
from desktop.ui.gallery import breathe, take_pictures
from desktop.ui.jobs import Jobs
from desktop.ui.painter import image
from desktop.ui.stage import Stage
from desktop.ui.theme import Wardrobe
from exports.gather import gather
from exports.handover import hand_over
from tests.journeys.playing import START

CONSOLE, WALL_SIZE = QSize(1440, 900), QSize(1920, 1080)
README = (
    ("workshops-light", "", "workshops"),
    ("prepare-light", "", "prepare"),
    ("console-light", "ballots-fill", "ballots"),
    ("console-light", "pivot-discuss-E", "results"),
    ("console-dark", "pivot-agree-E", "agree"),
    ("console-light", "where_to-aims", "where-to"),
    ("console-light", "actions-plan", "actions"),
    ("wall", "pivot-results-E", "wall-results"),
    ("wall", "pivot-lit-E", "wall-city"),
    ("wall", "where_to-gaps", "wall-gaps"),
    ("wall", "commit-roadmap", "wall-roadmap"),
    ("council-1", "", "council-paper"),
    ("roadmap-02", "", "roadmap-city"),
)
"""Which pictures the README shows: how their names in the gallery begin and end, and their names there."""
WIDTH, COLOURS, MOST_BYTES = 1200, 160, 200_000


def main() -> int:
    """Play, draw, and say where the pictures are."""
    parser = argparse.ArgumentParser(prog="python -m tools.screenshots")
    parser.add_argument("--out", type=Path, default=Path("out/screenshots"))
    parser.add_argument("--docs", type=Path, default=None)
    given = parser.parse_args()
    shutil.rmtree(given.out, ignore_errors=True)
    given.out.mkdir(parents=True)
    app = QApplication([])
    collecting = Collecting(app)
    with tempfile.TemporaryDirectory() as aside:
        for theme in ("light", "dark"):
            for name, made in _day(app, Path(aside) / theme, theme, given.out):
                made.save(str(given.out / f"{name}.png"))
    collecting.end()
    print(f"{len(list(given.out.iterdir()))} pictures in {given.out}")
    if given.docs is not None:
        for problem in keep_few(given.out, given.docs):
            print(problem, file=sys.stderr)
    return 0


def _day(app: QApplication, folder: Path, theme: str, out: Path) -> Iterator[tuple[str, QImage]]:
    """The pictures of one rehearsed day, in the order of the day; the wall's with the light console only."""
    folder.mkdir()
    clock = ScriptClock(START)
    settings = Settings(folder / "settings.json")
    settings.change(reduce_motion=True, theme=theme)
    clerk = Clerk.start(folder / "library.sqlite", clock=clock, ids=seeded_ids(7))
    desk = _rehearsal(clerk)
    jobs = Jobs(app)
    holder = QWidget()
    holder.resize(CONSOLE)
    stage = Stage(holder, reduce_motion=True)
    Wardrobe(app, settings).dress()
    console: Console | None = None
    number = 0
    for _ in play(desk, 7, clock.forward):
        if console is None:
            console = Console(Feed(desk, holder), stage, settings, jobs, lambda: None, clock=clock)
            console.setParent(holder)
            console.resize(CONSOLE)
            holder.show()
        breathe(60)
        place = walk.here(desk.workshop)
        step = desk.workshop.steps[place.step]
        number += 1
        name = "-".join(part for part in (step.kind, place.part, step.subject) if part)
        yield f"console-{theme}-{number:02d}-{name}", _grabbed(holder)
        picture = stage.picture
        if theme == "light" and picture is not None:
            yield (
                f"wall-{number:02d}-{name}",
                image(picture, WALL_SIZE.width(), WALL_SIZE.height(), WALL.surface),
            )
    breathe(60)
    yield f"console-{theme}-{number + 1:02d}-after", _grabbed(holder)
    stage.close()
    holder.close()
    if theme == "light":
        _documents(desk, folder, out)
    clerk.close()
    file = open_library(folder / "library.sqlite", stamp="screenshots")
    backstage = Backstage(file)
    if theme == "light":
        window = build_window(app, settings, jobs, backstage.take_up, listing(file.connection))
        take_pictures(window, settings, out)
        window.close()
    backstage.close()
    jobs.close()


def _rehearsal(clerk: Clerk) -> Desk:
    framework, template = builtin.framework(), builtin.agendas()["ninety-minutes"]
    key = clerk.create(
        framework,
        lambda at: prepare.create(
            at, framework, city="Rivermouth", date="2027-03-01", template=template, people=24, rehearsal=True,
            seed=7,
        ),
    ).result()  # fmt: skip
    return clerk.open(key).result()


def _grabbed(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def _documents(desk: Desk, folder: Path, out: Path) -> None:
    """Pages of both PDF documents, where a program is there that can draw them."""
    if shutil.which("pdftoppm") is None:
        print("pdftoppm is not installed, so the documents' pages are left out", file=sys.stderr)
        return
    for made in hand_over(gather(desk.workshop, made_at="2027-03-01T12:00Z"), folder, ("council", "roadmap")):
        subprocess.run(["pdftoppm", "-r", "100", "-png", str(made.path), str(out / made.kind)], check=True)


def keep_few(taken: Path, docs: Path) -> Iterator[str]:
    """Keep what the README shows, in few colours so that none is large; what is missing or too large."""
    docs.mkdir(parents=True, exist_ok=True)
    for start, end, name in README:
        found = sorted(one for one in taken.glob(f"{start}*.png") if one.stem.endswith(end))
        if not found:
            yield f"No picture for {name}."
            continue
        target = docs / f"{name}.png"
        with Image.open(found[0]) as whole:
            whole.thumbnail((WIDTH, 2 * WIDTH), Image.Resampling.LANCZOS)
            few = whole.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(target, optimize=True)
        if target.stat().st_size > MOST_BYTES:
            yield f"{target} is larger than {MOST_BYTES} bytes."


if __name__ == "__main__":
    sys.exit(main())

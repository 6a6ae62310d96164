"""Draws every screen, scene and page of a rehearsed day with the program's own screens.

    python -m tools.screenshots [--out FOLDER] [--docs FOLDER]

The gallery goes to ``out/screens``: the list, Prepare and the console (``console-NN-<part>-<width>-<theme>``) on
three laptops, light and dark; the wall (``wall-NN-<part>-<width>``) on three projectors; and where pdftoppm is
installed the pages of both documents. ``--docs docs/pictures`` also keeps the few that the README shows.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from desktop.ui.collecting import Collecting
from tools.gallery.album import THEMES, Album
from tools.gallery.before import screens_before
from tools.gallery.day import exercises, rehearsed_day
from tools.gallery.papers import pages
from tools.gallery.readme import keep_few

NO_WINDOWS = "This plugin does not support"
"""How Qt begins what it says of every window that nobody can see."""


def main() -> int:
    """Play, draw, and say where the pictures are; 1 if one for the README is missing or too large."""
    parser = argparse.ArgumentParser(prog="python -m tools.screenshots")
    parser.add_argument("--out", type=Path, default=Path("out/screens"))
    parser.add_argument("--docs", type=Path, default=None)
    given = parser.parse_args()
    shutil.rmtree(given.out, ignore_errors=True)
    given.out.mkdir(parents=True)
    album = Album(given.out.resolve())
    qInstallMessageHandler(_without_chatter)
    app = QApplication([])
    app.setCursorFlashTime(0)
    collecting = Collecting(app)
    for number, theme in enumerate(THEMES):
        with tempfile.TemporaryDirectory() as aside:
            screens_before(app, Path(aside), theme, album)
            ended = rehearsed_day(app, Path(aside), theme, album, walls=number == 0)
            exercises(app, Path(aside), theme, album, walls=number == 0)
    collecting.end()
    pages(ended, album.folder)
    print(f"{len(list(given.out.glob('*.png')))} pictures in {given.out}")
    problems = keep_few(given.out, given.docs) if given.docs is not None else ()
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


def _without_chatter(_kind: QtMsgType, _where: QMessageLogContext, said: str) -> None:
    if not said.startswith(NO_WINDOWS):
        print(said, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())

"""Where the pictures go, and in which sizes and colours they are taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from desktop.look.marks import Measure
from desktop.look.palette import WALL
from desktop.look.scenes.frame import frame_for
from desktop.ui.gallery import breathe
from desktop.ui.painter import image
from desktop.ui.stage import Scene

LAPTOPS = (QSize(1366, 768), QSize(1440, 900), QSize(1920, 1080))
WALLS = (QSize(1920, 1080), QSize(1024, 768), QSize(1366, 768))
THEMES = ("light", "dark")
SETTLE_MS = 60
"""Longer than one layout takes."""
MOST_LOOKS = 20


@dataclass(slots=True)
class Album:
    """One folder of pictures; ``taken`` counts them."""

    folder: Path
    laptops: Sequence[QSize] = LAPTOPS
    walls: Sequence[QSize] = WALLS
    taken: list[Path] = field(default_factory=list)

    def take(self, widget: QWidget, name: str, theme: str) -> None:
        """A screen in every size, as ``<name>-<width>-<theme>.png``."""
        for size in self.laptops:
            widget.resize(size)
            self.keep(_settled(widget), f"{name}-{size.width()}-{theme}")

    def take_wall(self, scene: Scene, measure: Measure, name: str) -> None:
        """A scene on every projector, as ``wall-<name>-<width>.png``."""
        for size in self.walls:
            picture = scene(frame_for(measure, size.width(), size.height()))
            self.keep(
                image(picture, size.width(), size.height(), WALL.surface), f"wall-{name}-{size.width()}"
            )

    def keep(self, picture: QImage, name: str) -> None:
        """Write one picture.

        Raises:
            OSError: the folder does not take it.
        """
        file = self.folder / f"{name}.png"
        if not picture.save(str(file)):
            raise OSError(0, "the picture could not be written", str(file))
        self.taken.append(file)


def _settled(widget: QWidget) -> QImage:
    """The screen once two looks at it are the same: a page may be laid out in several turns.

    Raises:
        TimeoutError: it never stands still.
    """
    before = QImage()
    for _ in range(MOST_LOOKS):
        breathe(SETTLE_MS)
        now = widget.grab().toImage()
        if now == before:
            return now
        before = now
    raise TimeoutError("the screen did not stand still")

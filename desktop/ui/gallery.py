"""Pictures of the real screens, drawn without anybody touching them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEventLoop, QSize, QTimer

from desktop.settings import Settings
from desktop.ui.window import Window

SIZE = QSize(1440, 900)
LONGEST_MS = 20_000


def take_pictures(window: Window, settings: Settings, folder: Path) -> list[Path]:
    """The list of workshops and Prepare, light and dark, as ``folder/<screen>-<theme>.png``."""
    folder.mkdir(parents=True, exist_ok=True)
    settings.change(reduce_motion=True)
    window.resize(SIZE)
    window.show()
    wait_until(lambda: window.ready)
    taken: list[Path] = []
    for theme in ("light", "dark"):
        settings.change(theme=theme)
        window.dress()
        window.show_portfolio()
        taken.append(_take(window, folder / f"workshops-{theme}.png"))
        window.begin()
        taken.append(_take(window, folder / f"prepare-{theme}.png"))
    window.show_portfolio()
    return taken


def wait_until(done: Callable[[], bool]) -> None:
    """Let the window work until ``done``.

    Raises:
        TimeoutError: it never was.
    """
    clock = QElapsedTimer()
    clock.start()
    while not done():
        if clock.hasExpired(LONGEST_MS):
            raise TimeoutError("the screen did not settle")
        breathe(10)


def _take(window: Window, file: Path) -> Path:
    breathe(120)
    if not window.grab().save(str(file)):
        raise OSError(0, "the picture could not be written", str(file))
    return file


def breathe(milliseconds: int) -> None:
    """Let the window work that long."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()

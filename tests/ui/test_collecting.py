"""Cycles go on the window's thread, whatever thread made the garbage."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.ui.collecting import Collecting


class Knot:
    """Holds itself, so that only the collector lets it go."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture
def collecting(qapp: QObject) -> Iterator[Collecting]:
    made = Collecting(qapp)
    yield made
    made.end()


def test_a_cycle_goes_on_the_window_s_thread(collecting: Collecting, qtbot: QtBot) -> None:
    gone: list[threading.Thread] = []
    knot = Knot()
    weakref.finalize(knot, lambda: gone.append(threading.current_thread()))
    del knot
    held: list[list[object]] = []

    def work() -> None:
        held.extend([] for _ in range(20 * gc.get_threshold()[0]))

    other = threading.Thread(target=work)
    other.start()
    other.join()
    assert not gone, "another thread's work collects nothing"
    qtbot.waitUntil(lambda: bool(gone))
    assert gone == [threading.main_thread()]


def test_python_collects_again_afterwards(qapp: QObject) -> None:
    Collecting(qapp).end()
    assert gc.isenabled()

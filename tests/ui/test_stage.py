"""The audience window. Two displays need a display platform of their own, so those run in a fresh program."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.look.marks import Picture, Text
from desktop.look.palette import WALL
from desktop.look.scenes.frame import Frame
from desktop.ui.stage import Preview, Stage

ROOT = Path(__file__).resolve().parents[2]


def _scene(words: str, seen: list[Frame] | None = None):  # type: ignore[no-untyped-def]
    def draw(frame: Frame) -> Picture:
        if seen is not None:
            seen.append(frame)
        return Picture(frame.width, frame.height, (Text((96, 540), words, 92, "#FFFFFF"),), alt=words)

    return draw


@pytest.fixture
def console(dressed: QApplication, qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(600, 400)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def stage(console: QWidget) -> Stage:
    return Stage(console, reduce_motion=True)


def test_on_one_display_the_wall_waits_until_f5(stage: Stage, console: QWidget) -> None:
    stage.turn_on()
    assert not stage.on
    stage.turn_off()
    stage.toggle()
    assert stage.on
    assert stage.over_console
    assert stage.window.isFullScreen()
    assert stage.window.size() == console.screen().size()
    assert stage.window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert stage.window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    stage.toggle()
    assert not stage.on
    stage.close()


def test_hold_keeps_the_wall_while_the_console_moves_on(stage: Stage) -> None:
    stage.show_scene(_scene("story"))
    stage.hold(True)
    stage.show_scene(_scene("vote"))
    stage.show_scene(_scene("results"))
    assert stage.picture is not None
    assert stage.picture.alt == "story"
    stage.hold(False)
    assert stage.picture.alt == "results"  # type: ignore[unreachable]
    stage.close()


def test_blank_shows_nothing_and_comes_back(stage: Stage) -> None:
    stage.show_scene(_scene("story"))
    stage.set_blank(True)
    assert stage.picture is None
    stage.set_blank(False)
    assert stage.picture is not None
    stage.close()


def test_a_scene_that_fails_leaves_the_last_good_picture(stage: Stage, qtbot: QtBot) -> None:
    def broken(frame: Frame) -> Picture:
        raise ZeroDivisionError

    stage.show_scene(_scene("story"))
    with qtbot.captureExceptions() as reported:
        stage.show_scene(broken)
    assert [kind for kind, *_ in reported] == [ZeroDivisionError]
    assert stage.picture is not None
    assert stage.picture.alt == "story"
    stage.close()


def test_reduced_motion_shows_the_end_at_once(console: QWidget) -> None:
    seen: list[Frame] = []
    still = Stage(console, reduce_motion=True)
    still.show_scene(_scene("results", seen), moves=True)
    assert {frame.progress for frame in seen} == {1.0}
    still.close()


def test_a_scene_unfolds_from_nothing_to_all(console: QWidget, qtbot: QtBot) -> None:
    seen: list[Frame] = []
    moving = Stage(console)
    preview = Preview(moving)
    qtbot.addWidget(preview)
    preview.show()
    moving.show_scene(_scene("results", seen), moves=True)
    assert seen[0].progress == 0.0
    qtbot.waitUntil(lambda: seen[-1].progress == 1.0)
    steps = [frame.progress for frame in seen]
    assert steps == sorted(steps)
    moving.close()


def test_the_preview_is_the_wall_in_small(stage: Stage, qtbot: QtBot) -> None:
    preview = Preview(stage)
    qtbot.addWidget(preview)
    preview.resize(352, preview.heightForWidth(352))
    preview.show()
    assert preview.height() == 198
    before = preview.grab().toImage()
    stage.show_scene(_scene("Rivermouth"))
    after = preview.grab().toImage()
    assert before != after
    assert preview.accessibleDescription() == "Rivermouth"
    assert after.pixelColor(176, 20).name().upper() == WALL.surface
    stage.close()


TWO = """
import json, sys
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
from desktop.ui.stage import Stage
def pause(ms):
    loop = QEventLoop(); QTimer.singleShot(ms, loop.quit); loop.exec()
told = {"screens": [screen.name() for screen in app.screens()]}
console = QWidget(); console.setGeometry(50, 50, 800, 600); console.show(); console.activateWindow(); pause(100)
stage = Stage(console, reduce_motion=True)
def where():
    return [stage.on, stage.window.screen().name(), list(stage.window.geometry().getRect()), stage.window.isFullScreen()]
told["shape before"] = stage.shape.toTuple()
stage.turn_on()
told["on"] = where()
told["shape"] = stage.shape.toTuple()
wall = app.screens()[1]
app.screenRemoved.emit(wall)
told["unplugged"] = stage.on
pause(400)
told["plugged in again"] = where()
stage.window.hide()
app.screenAdded.emit(wall)
pause(400)
told["added"] = stage.on
stage.turn_off()
app.screenRemoved.emit(wall)
pause(400)
told["off stays off"] = stage.on
stage.toggle()
told["toggled"] = where()
print(json.dumps(told))
sys.stdout.flush()
import os
os._exit(0)
"""


def test_two_displays(tmp_path: Path) -> None:
    """Shown on the second display, hidden at once when it goes, back when it returns."""
    screens = [
        {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768, "logicalDpi": 96, "dpr": 1},
        {"name": "projector", "x": 1366, "y": 0, "width": 1024, "height": 768, "logicalDpi": 96, "dpr": 1},
    ]
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"synchronousWindowSystemEvents": True, "screens": screens}))
    run = subprocess.run(
        [sys.executable, "-c", TWO],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={config}"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    told = json.loads(run.stdout)
    there = [True, "projector", [1366, 0, 1024, 768], True]
    assert told == {
        "screens": ["laptop", "projector"],
        "shape before": [1920, 1080],
        "on": there,
        "shape": [1024, 768],
        "unplugged": False,
        "plugged in again": there,
        "added": True,
        "off stays off": False,
        "toggled": there,
    }

"""What holds for every test: no display, no user's folders, one locale, the shipped fonts."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

# Before anything makes a QApplication: each xdist worker is its own display, whatever the desktop around it wants.
# TEST_QT_PLATFORM=xcb shows the windows.
os.environ["QT_QPA_PLATFORM"] = os.environ.get("TEST_QT_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"
for name in (
    "LANGUAGE",
    "QT_SCALE_FACTOR",
    "QT_SCREEN_SCALE_FACTORS",
    "QT_STYLE_OVERRIDE",
    "QT_QPA_PLATFORMTHEME",
):
    os.environ.pop(name, None)

# Properties are judged by what they find, not by how long a busy machine took.
settings.register_profile("house", deadline=None, database=None)
settings.load_profile("house")


@pytest.fixture(autouse=True)
def user_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own for each test: settings, library and backups never touch the developer's."""
    home = tmp_path_factory.mktemp("home")
    for name, folder in (
        ("HOME", home),
        ("USERPROFILE", home),
        ("XDG_DATA_HOME", home / "data"),
        ("XDG_CONFIG_HOME", home / "config"),
        ("XDG_STATE_HOME", home / "state"),
        ("XDG_CACHE_HOME", home / "cache"),
        ("XDG_DOCUMENTS_DIR", home / "Documents"),
    ):
        monkeypatch.setenv(name, str(folder))
    return home


@pytest.fixture(autouse=True)
def collected_here() -> Iterator[None]:
    """Cycles go on the tests' own thread, as they do in the program (desktop/ui/collecting.py)."""
    from desktop.ui.collecting import collect_due

    gc.disable()
    yield
    collect_due()


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The application with the shipped faces, which the offscreen platform does not find by itself."""
    from PySide6.QtGui import QFontDatabase

    for face in sorted(files("resources").joinpath("fonts").iterdir(), key=lambda found: found.name):
        if face.name.endswith((".ttf", ".otf")):
            assert QFontDatabase.addApplicationFontFromData(face.read_bytes()) != -1, face.name
    return qapp

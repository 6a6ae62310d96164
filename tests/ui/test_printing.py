"""Print for the day, ticked and pressed: the papers are in the workshop's folder, and the card says where."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.settings import Settings
from desktop.ui.prepare.printing import Printing
from tests.ui.finding import Keep, Open, focused_name, named, press


@pytest.fixture
def printing(window: Open, keep: Keep, settings: Settings, tmp_path: Path, qtbot: QtBot) -> Printing:
    """The card of a kept workshop of 3 people, whose folder is chosen."""
    workshop = keep("Rivermouth", "2027-03-01", people=3)
    settings.choose_folder(workshop, tmp_path / "papers")
    opened = window()
    opened.open_workshop(workshop)
    qtbot.waitUntil(lambda: opened.prepare is not None)
    assert opened.prepare is not None
    return opened.prepare.printing


def only(printing: Printing, *keys: str) -> None:
    for key, tick in printing.ticks.items():
        tick.setChecked(key in keys)


def test_what_is_ticked_is_written_and_the_card_says_where(
    printing: Printing, tmp_path: Path, qtbot: QtBot
) -> None:
    only(printing, "signin", "invitation")
    press(qtbot, printing.write)
    qtbot.waitUntil(lambda: not printing.running and printing.open.isVisibleTo(printing))
    assert {file.name for file in (tmp_path / "papers").iterdir()} == {
        "rivermouth-2027-03-01-sign-in.pdf",
        "rivermouth-2027-03-01-invitation.pdf",
        "rivermouth-2027-03-01-invitation.txt",
    }
    assert printing.said.text() == f"3 files are ready in {tmp_path / 'papers'}."
    assert focused_name(printing) == "Write the papers"


def test_nothing_ticked_writes_nothing(printing: Printing) -> None:
    only(printing)
    assert not printing.write.isEnabled()
    printing.begin()
    assert not printing.running


def test_it_can_be_stopped(printing: Printing, tmp_path: Path, qtbot: QtBot) -> None:
    press(qtbot, printing.write)
    assert printing.stop.isVisibleTo(printing)
    assert printing.write.isHidden()
    press(qtbot, printing.stop)
    qtbot.waitUntil(lambda: not printing.running and printing.write.isVisibleTo(printing))
    assert printing.said.text() == "Stopped. What was written stays."
    left = list((tmp_path / "papers").iterdir()) if (tmp_path / "papers").exists() else []
    assert not [file for file in left if ".part" in file.name]


def test_a_folder_that_takes_nothing_is_told(printing: Printing, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "papers").write_text("in the way")
    only(printing, "signin")
    press(qtbot, printing.write)
    qtbot.waitUntil(
        lambda: not printing.running and printing.said.text().startswith("The folder cannot take")
    )


def test_every_paper_is_reached_by_the_keyboard(printing: Printing, qtbot: QtBot) -> None:
    tick = named(printing, "Ballots")
    tick.setFocus()
    seen = []
    for _ in range(7):
        seen.append(focused_name(printing))
        qtbot.keyClick(printing.window().focusWidget(), Qt.Key.Key_Tab)
    assert seen == [
        "Ballots", "Reading copy", "Posters for dots", "Action cards", "Sign-in sheet", "Invitation", "Write the papers",
    ]  # fmt: skip

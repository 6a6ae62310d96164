"""Own questions in the window: a copy to edit, loading with its faults, removing, and Prepare that offers them."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.model import builtin
from desktop.model.clerk import Clerk
from desktop.model.library.content import Choice, Offered
from desktop.ui.own.screen import OwnContent
from desktop.ui.window import Window
from exports.content.copies import copy_of
from tests.ui.finding import Keep, Open, named, press, type_into

LEFT = Qt.MouseButton.LeftButton


def own_screen(window: Window, qtbot: QtBot) -> OwnContent:
    """Go there from the list, as a person does."""
    qtbot.mouseClick(named(window, "Own questions…"), LEFT)
    screen = window.screen_shown
    assert isinstance(screen, OwnContent)
    qtbot.waitUntil(lambda: bool(screen.rows) and all(one.copy.isVisible() for one in screen.rows))
    return screen


def load_own(clerk: Clerk) -> Choice:
    framework, actions = copy_of(Choice(builtin.framework()))
    assert actions is not None
    return clerk.load_content(Offered((framework,), ((framework, actions),))).result(20)[0]


@pytest.fixture
def saved_to(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The system's own chooser answers the last of these."""
    chosen: list[Path] = []
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_, **__: (str(chosen[-1]) if chosen else "", "")
    )
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_, **__: ([str(one) for one in chosen], ""))
    return chosen


def test_save_a_copy_edit_it_and_load_it(
    window: Open, keep: Keep, clerk: Clerk, qtbot: QtBot, saved_to: list[Path], tmp_path: Path
) -> None:
    keep("Rivermouth")
    screen = own_screen(window(), qtbot)
    assert len(screen.rows) == 1
    saved_to.append(tmp_path / "ours.xlsx")
    qtbot.mouseClick(named(screen, "Save a copy of Seven digital pivots to edit"), LEFT)
    qtbot.waitUntil(lambda: screen.notice.text.startswith("Saved: ours.xlsx"))
    book = openpyxl.load_workbook(saved_to[0])
    book["Texts en"]["E5"].value = "Our own seven"
    book.save(saved_to[0])
    qtbot.mouseClick(screen.load, LEFT)
    qtbot.waitUntil(lambda: len(screen.rows) == 2 and screen.rows[1].copy.isVisible())
    assert screen.notice.text.startswith("“Our own seven” 1.0.0 is loaded: ")
    assert named(screen, "Save a copy of Our own seven (seven-pivots-own 1.0.0) to edit")
    (choice,) = clerk.own_content().result(20)
    assert choice.framework.title == {"en": "Our own seven"}


def test_json_is_saved_as_two_files_that_load_together(
    window: Open, keep: Keep, qtbot: QtBot, saved_to: list[Path], tmp_path: Path
) -> None:
    keep("Rivermouth")
    screen = own_screen(window(), qtbot)
    saved_to.append(tmp_path / "ours.json")
    qtbot.mouseClick(screen.rows[0].copy, LEFT)
    qtbot.waitUntil(lambda: "ours.json + ours-actions.json" in screen.notice.text)
    saved_to.append(tmp_path / "ours-actions.json")
    press(qtbot, screen.load)
    qtbot.waitUntil(lambda: len(screen.rows) == 2)


def test_faults_are_listed_and_can_be_copied_and_nothing_is_loaded(
    window: Open, keep: Keep, clerk: Clerk, qtbot: QtBot, saved_to: list[Path], tmp_path: Path
) -> None:
    keep("Rivermouth")
    screen = own_screen(window(), qtbot)
    saved_to.append(tmp_path / "ours.xlsx")
    qtbot.mouseClick(screen.rows[0].copy, LEFT)
    qtbot.waitUntil(lambda: bool(screen.notice.text))
    book = openpyxl.load_workbook(saved_to[0])
    book["Texts en"]["E5"].value = None
    book["Framework"]["B5"].value = "<b>our city</b>"
    book.save(saved_to[0])
    qtbot.mouseClick(screen.load, LEFT)
    qtbot.waitUntil(lambda: screen.faults.isVisible())
    told = screen.faults.sentences
    assert len(told) == 2
    assert told[0].startswith("Framework, B5: The id “<b>our city</b>”")
    assert told[1].startswith("Texts en, E5: “")
    assert named(screen, "What to mend") is screen.window().focusWidget()
    qtbot.mouseClick(screen.faults.copy, LEFT)
    assert QGuiApplication.clipboard().text().splitlines() == list(told)
    assert clerk.own_content().result(20) == ()
    assert not screen.load.waiting
    book["Texts en"]["E5"].value = "Ours"
    book["Framework"]["B5"].value = "our-city"
    book.save(saved_to[0])
    qtbot.mouseClick(screen.load, LEFT)
    qtbot.waitUntil(lambda: len(screen.rows) == 2)
    assert not screen.faults.isVisible()


def test_a_file_of_another_kind_is_refused_in_the_notice_line(
    window: Open, keep: Keep, qtbot: QtBot, saved_to: list[Path], tmp_path: Path
) -> None:
    keep("Rivermouth")
    screen = own_screen(window(), qtbot)
    saved_to.append(tmp_path / "letter.json")
    saved_to[0].write_text('{"dear": "council"}', "utf-8")
    qtbot.mouseClick(screen.load, LEFT)
    qtbot.waitUntil(lambda: screen.notice.tone == "warn")
    assert screen.notice.text.startswith("letter.json holds neither questions nor actions.")
    saved_to.append(tmp_path / "gone.json")
    del saved_to[0]
    qtbot.mouseClick(screen.load, LEFT)
    qtbot.waitUntil(lambda: screen.notice.text.startswith("The file cannot be used"))


def test_an_unused_one_is_removed_at_the_second_press_and_taken_back(
    window: Open, keep: Keep, clerk: Clerk, qtbot: QtBot
) -> None:
    keep("Rivermouth")
    load_own(clerk)
    screen = own_screen(window(), qtbot)
    remove = screen.rows[1].remove
    qtbot.mouseClick(remove, LEFT)
    assert remove.words == "Press again"
    assert screen.notice.text == "Press again to remove"
    assert len(clerk.own_content().result(20)) == 1
    qtbot.mouseClick(remove, LEFT)
    qtbot.waitUntil(lambda: len(screen.rows) == 1)
    assert screen.notice.text.startswith("“Seven digital pivots” is removed.")
    qtbot.mouseClick(screen.notice.again, LEFT)
    qtbot.waitUntil(lambda: len(screen.rows) == 2)
    assert clerk.own_content().result(20)[0].actions is not None


def test_one_in_use_cannot_be_removed(window: Open, keep: Keep, clerk: Clerk, qtbot: QtBot) -> None:
    workshop = keep("Rivermouth")
    clerk.use_framework(workshop, load_own(clerk), next(iter(builtin.agendas().values()))).result(20)
    screen = own_screen(window(), qtbot)
    assert not screen.rows[1].remove.isVisible()
    assert not screen.rows[0].remove.isVisible(), "what comes with the program stays"


def test_escape_leads_back_and_every_control_has_a_name(window: Open, keep: Keep, qtbot: QtBot) -> None:
    keep("Rivermouth")
    opened = window()
    screen = own_screen(opened, qtbot)
    able = [
        one
        for one in screen.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible() and one.isEnabled()
    ]
    assert able
    assert not [one for one in able if not one.accessibleName()]
    qtbot.keyClick(screen, Qt.Key.Key_Escape)
    assert opened.screen_shown is opened.portfolio


def test_prepare_asks_from_where_only_if_there_is_a_choice(
    window: Open, keep: Keep, clerk: Clerk, qtbot: QtBot
) -> None:
    opened = window()
    opened.begin()
    assert opened.prepare is not None
    first = opened.prepare
    type_into(qtbot, first.fields.city, "Rivermouth")
    qtbot.waitUntil(lambda: first.feed is not None)
    assert not first.of_source.isVisible()
    first.leave()
    own = load_own(clerk)
    opened.begin()
    screen = opened.prepare
    qtbot.waitUntil(lambda: screen.of_source.isVisible())
    assert [screen.source.itemText(at) for at in range(screen.source.count())] == [
        "Seven digital pivots", "Seven digital pivots (seven-pivots-own 1.0.0)",
    ]  # fmt: skip
    screen.source.setFocus()
    qtbot.keyClick(screen.source, Qt.Key.Key_Down)
    type_into(qtbot, screen.fields.city, "Eastmere")
    qtbot.waitUntil(lambda: screen.feed is not None)
    assert screen.feed is not None
    assert screen.feed.workshop.framework == own.framework
    assert screen.feed.workshop.library == own.actions


def test_a_kept_workshop_takes_other_questions_and_more_follows(
    window: Open, keep: Keep, clerk: Clerk, qtbot: QtBot
) -> None:
    workshop = keep("Rivermouth")
    own = load_own(clerk)
    opened = window()
    opened.open_workshop(workshop)
    qtbot.waitUntil(lambda: opened.prepare is not None and opened.prepare.feed is not None)
    screen = opened.prepare
    assert screen is not None
    feed = screen.feed
    assert feed is not None
    qtbot.waitUntil(lambda: screen.of_source.isVisible())
    screen.more.turn()
    screen.source.setFocus()
    qtbot.keyClick(screen.source, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: feed.workshop.framework == own.framework)
    assert screen.source.currentData() == own.framework.sha256
    assert screen.more.opened
    asked = own.framework.questions[own.framework.set_by_id["quick"].questions[0]]
    tick = named(screen.more, f"Infrastructure: {asked.title['en']}")
    press(qtbot, tick)
    qtbot.waitUntil(lambda: bool(feed.workshop.about.questions_out))
    qtbot.keyClick(screen.source, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: feed.workshop.framework == builtin.framework())
    assert feed.workshop.about.questions_out == ()

"""The hand-over: documents named in the room's words, noted whoever is looking, and a second copy where there is a stick."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.model.clerk import Clerk
from desktop.model.verbs import agenda
from desktop.settings import Settings
from desktop.ui.ask import Feed
from desktop.ui.console.steps.hand_over import HandOver
from desktop.ui.jobs import Jobs
from desktop.ui.notice import NoticeLine
from desktop.words.catalogue import ENGLISH
from desktop.words.glossary import PAPERS, name
from exports.handover import KINDS
from tests.ui.disks import Disk
from tests.ui.finding import Keep, Open

LONG = 60_000
"""Milliseconds three documents may take beside another test."""


def test_every_document_handed_over_has_a_name() -> None:
    said = [name(ENGLISH, PAPERS, kind) for kind in KINDS]
    assert said == ["Council paper", "Roadmap", "Action plan"]


class Table:
    """The hand-over over a real desk, into a folder of its own."""

    def __init__(self, clerk: Clerk, workshop: str, qtbot: QtBot, settings: Settings, folder: Path) -> None:
        self.desk, self.qtbot, self.settings, self.folder = (
            clerk.open(workshop).result(20),
            qtbot,
            settings,
            folder,
        )
        settings.choose_folder(workshop, folder)
        self.holder = QWidget()
        self.holder.notice = self.notice = NoticeLine()  # type: ignore[attr-defined]
        qtbot.addWidget(self.holder)
        self.feed = Feed(self.desk, self.holder)
        self.jobs = Jobs()
        self.box = QVBoxLayout(self.holder)
        self.box.addWidget(self.notice)
        self.holder.show()

    def open(self) -> HandOver:
        made = HandOver(ENGLISH, self.feed, self.settings, self.jobs)
        self.box.addWidget(made)
        self.feed.changed.connect(lambda w, _: made.show_workshop(w))
        made.show_workshop(self.feed.workshop)
        made.show()
        return made

    def until(self, sentence: str) -> None:
        self.qtbot.waitUntil(lambda: self.says(sentence), timeout=LONG)

    def says(self, sentence: str) -> bool:
        return any(sentence in one.text() for one in self.holder.findChildren(QLabel) if one.isVisible())

    @property
    def files(self) -> list[str]:
        return sorted(one.name for one in self.folder.iterdir())


@pytest.fixture
def table(
    dressed: QApplication, clerk: Clerk, keep: Keep, qtbot: QtBot, settings: Settings, tmp_path: Path
) -> Iterator[Table]:
    (tmp_path / "papers").mkdir()
    made = Table(clerk, keep(people=5), qtbot, settings, tmp_path / "papers")
    yield made
    made.feed.close()
    made.jobs.close()


def test_the_files_are_listed_by_name_and_noted(table: Table) -> None:
    screen = table.open()
    assert screen.write.isVisible()
    assert not table.says("Second copy")
    screen.write.click()
    assert screen.stop.isVisible()
    table.until("The documents are ready.")
    assert len(table.files) == 3
    for text in ("Council paper", "Roadmap", "Action plan", *table.files):
        assert table.says(text), text
    assert screen.write.words == "Write them again"
    assert not table.says("stick")
    noted = table.desk.workshop.exports.values()
    assert sorted(one.file_name for one in noted) == table.files
    assert {one.revision for one in noted} == {1}


def test_a_second_copy_goes_to_the_stick(table: Table, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    table.settings.choose_stick(table.desk.workshop.about.id, stick)
    table.open().write.click()
    assert table.says(str(stick))
    table.until("A second copy is on the stick.")
    assert sorted(one.name for one in stick.iterdir()) == table.files
    assert all((stick / one).read_bytes() == (table.folder / one).read_bytes() for one in table.files)


@pytest.mark.parametrize(("stick", "said"), [
    ("nowhere", "The stick for the second copy is not in."),
    ("shut", "The stick could not take the second copy."),
])  # fmt: skip
def test_a_stick_that_is_missing_or_full_takes_nothing_with_it(
    table: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stick: str, said: str
) -> None:
    (tmp_path / "shut").mkdir()
    if stick == "shut":
        monkeypatch.setattr("shutil.copyfile", lambda *_: (_ for _ in ()).throw(OSError(28, "no space")))
    table.settings.choose_stick(table.desk.workshop.about.id, tmp_path / stick)
    table.open().write.click()
    table.until(said)
    assert table.says("The documents are ready.")
    assert len(table.files) == len(table.desk.workshop.exports) == 3
    assert not (tmp_path / "nowhere").exists()
    assert list((tmp_path / "shut").iterdir()) == []


def test_what_was_written_before_a_stop_is_noted(table: Table) -> None:
    screen = table.open()
    screen.write.click()
    table.qtbot.waitUntil(lambda: bool(table.desk.workshop.exports), timeout=LONG)
    screen.stop.click()
    table.qtbot.waitUntil(lambda: screen.write.isVisible(), timeout=LONG)
    assert sorted(one.file_name for one in table.desk.workshop.exports.values()) == table.files


def test_documents_the_disk_would_not_note_can_be_noted_again(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Disk(table.desk, monkeypatch)
    disk.full = True
    table.open().write.click()
    table.until("The documents are ready.")
    table.qtbot.waitUntil(lambda: table.notice.tone == "bad")
    assert not table.desk.workshop.exports
    disk.full = False
    table.notice.try_again()
    table.qtbot.waitUntil(lambda: bool(table.desk.workshop.exports))


def test_a_console_that_is_left_meanwhile_takes_no_document_with_it(
    window: Open, keep: Keep, clerk: Clerk, qtbot: QtBot, settings: Settings, tmp_path: Path
) -> None:
    workshop = keep("Aldersund", people=5)
    desk = clerk.open(workshop).result(20)
    commit = next(one for one in desk.workshop.agenda if one.kind == "commit")
    desk.do(agenda.go, step=commit.id, part="read_back").result(20)
    settings.choose_folder(workshop, tmp_path)
    opened = window()
    opened.open_workshop(workshop)
    qtbot.waitUntil(lambda: bool(opened.screen_shown.findChildren(HandOver)))
    (screen,) = opened.screen_shown.findChildren(HandOver)
    screen.begin()
    opened.show_portfolio()
    opened.open_workshop(workshop)
    qtbot.waitUntil(lambda: bool(opened.screen_shown.findChildren(HandOver)))
    (again,) = opened.screen_shown.findChildren(HandOver)
    assert again is not screen
    assert again.stop.isVisibleTo(again), "it goes on, and can be stopped here"
    again.begin()
    qtbot.waitUntil(lambda: len(desk.workshop.exports) == 3, timeout=LONG)
    qtbot.waitUntil(lambda: again.write.isVisibleTo(again), timeout=LONG)
    assert len(desk.workshop.exports) == 3, "begun once"
    assert {one.revision for one in desk.workshop.exports.values()} == {1}


def test_without_a_chosen_folder_nothing_but_the_users_program_writes_among_their_documents(
    dressed: QApplication, clerk: Clerk, settings: Settings, keep: Keep, qtbot: QtBot, user_folders: Path
) -> None:
    feed = Feed(clerk.open(keep("a/b Ålesund")).result(20))
    made = HandOver(ENGLISH, feed, settings, Jobs(dressed))
    qtbot.addWidget(made)
    assert made.folder == settings.file.parent / "documents" / "a b Ålesund 2027-03-01"
    assert not made.folder.is_relative_to(user_folders)
    feed.close()

"""The hand-over names its documents in the room's words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.model.clerk import Clerk
from desktop.settings import Settings
from desktop.ui.ask import Feed
from desktop.ui.console.steps.hand_over import HandOver
from desktop.ui.jobs import Jobs
from desktop.words.catalogue import ENGLISH
from desktop.words.glossary import PAPERS, name
from exports.handover import KINDS
from tests.ui.finding import Keep


def test_every_document_handed_over_has_a_name() -> None:
    said = [name(ENGLISH, PAPERS, kind) for kind in KINDS]

    assert said == ["Council paper", "Roadmap", "Action plan"]


def test_without_a_chosen_folder_nothing_but_the_users_program_writes_among_their_documents(
    dressed: QApplication, clerk: Clerk, settings: Settings, keep: Keep, qtbot: QtBot, user_folders: Path
) -> None:
    feed = Feed(clerk.open(keep("a/b Ålesund")).result(20))
    made = HandOver(ENGLISH, feed, settings, Jobs(dressed))
    qtbot.addWidget(made)
    assert made.folder == settings.file.parent / "documents" / "a b Ålesund 2027-03-01"
    assert not made.folder.is_relative_to(user_folders)
    feed.close()

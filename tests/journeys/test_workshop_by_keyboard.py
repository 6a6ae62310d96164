"""A whole workshop of twelve people, from an empty list to both documents, by keyboard and clicker keys alone."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import build_window
from desktop.look.palette import LIGHT_THEME
from desktop.model import builtin, levels, walk
from desktop.model.clerk import Clerk
from desktop.model.walk import Place
from desktop.model.workshop import Workshop
from desktop.settings import Settings
from desktop.ui import theme
from desktop.ui.console import pressing
from desktop.ui.console.screen import Console
from desktop.ui.jobs import Jobs
from desktop.ui.window import Window

PEOPLE = 12
BALLOTS = (
    "2312213",
    "2312213",
    "3222114",
    "2312212",
    "2411313",
    "1312213",
    "2312413",
    "231-213",
    "3322213",
    "2311211",
    "2312213",
)
"""Eleven ballots, a digit a question in the order asked; the twelfth person raises a hand."""


class Facilitator:
    """Hands on a keyboard and a clicker. Every press counts."""

    def __init__(self, qtbot: QtBot, window: Window) -> None:
        self.qtbot, self.window, self.presses = qtbot, window, 0

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.presses += 1
        self.qtbot.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def type(self, text: str) -> None:
        for letter in text:
            self.presses += 1
            self.qtbot.keyClick(QApplication.focusWidget() or self.window, letter)

    def tab_to(self, wanted: Callable[[QWidget], bool]) -> None:
        """Tab until the control wanted has the focus."""
        for _ in range(120):
            focus = QApplication.focusWidget()
            if focus is not None and wanted(focus):
                return
            self.key(Qt.Key.Key_Tab)
        raise AssertionError("Tab never reached it")

    @property
    def console(self) -> Console:
        shown = self.window.screen_shown
        assert isinstance(shown, Console)
        return shown

    @property
    def workshop(self) -> Workshop:
        return self.console.feed.workshop

    @property
    def place(self) -> Place:
        return self.console.place

    def next(self) -> Place:
        """Page Down on the clicker, until the console stands elsewhere."""
        before = self.place
        self.key(Qt.Key.Key_PageDown)
        self.qtbot.waitUntil(lambda: self.place != before and not self.console.presser.busy)
        return self.place

    def named(self, name: str) -> Callable[[QWidget], bool]:
        return lambda widget: name in widget.accessibleName()


@pytest.fixture
def facilitator(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Facilitator]:
    theme.wear(qapp, LIGHT_THEME)
    monkeypatch.setattr(pressing, "GUARD_SECONDS", 0.0)
    clerk, jobs = Clerk.start(tmp_path / "library.sqlite"), Jobs()
    settings = Settings(tmp_path / "settings.json")
    settings.change(reduce_motion=True)
    window = build_window(
        qapp, settings, jobs, lambda: (clerk, builtin.framework()), (), today=lambda: date(2027, 2, 26)
    )
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    qtbot.waitUntil(lambda: window.ready)
    yield Facilitator(qtbot, window)
    window.close()
    jobs.close()
    clerk.close()


def test_from_an_empty_laptop_to_both_documents(
    facilitator: Facilitator, qtbot: QtBot, tmp_path: Path
) -> None:
    prepare_workshop(facilitator, qtbot)
    open_the_day(facilitator, qtbot, tmp_path)
    key_in_ballots(facilitator, qtbot)
    for number in range(7):
        one_pivot(facilitator, qtbot, number)
    set_targets(facilitator, qtbot)
    choose_actions(facilitator, qtbot)
    documents = commit_and_hand_over(facilitator, qtbot, tmp_path)
    council, roadmap, plan = documents
    print(f"presses: {facilitator.presses}")
    check_papers(facilitator.workshop, council, roadmap)
    check_workbook(facilitator.workshop, plan)
    check_library(facilitator.workshop, tmp_path / "library.sqlite")


def prepare_workshop(hand: Facilitator, qtbot: QtBot) -> None:
    hand.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    screen = hand.window.prepare
    assert screen is not None
    qtbot.waitUntil(lambda: hand.window.focusWidget() is screen.fields.city)
    hand.type("Rivermouth")
    hand.key(Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: screen.feed is not None)
    hand.tab_to(lambda widget: widget is screen.fields.day)
    hand.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hand.type("1 march 2027")
    hand.tab_to(lambda widget: widget is screen.fields.people.entry)
    hand.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hand.type(str(PEOPLE))
    hand.key(Qt.Key.Key_Tab)
    assert screen.feed is not None
    feed = screen.feed
    qtbot.waitUntil(
        lambda: len(feed.desk.workshop.seats) == PEOPLE and feed.desk.workshop.about.date == "2027-03-01"
    )
    usual = screen.fields.length.button(builtin.USUAL_AGENDA)
    hand.tab_to(lambda widget: widget is usual)
    hand.key(Qt.Key.Key_Left)
    hand.key(Qt.Key.Key_Left)
    hand.key(Qt.Key.Key_Space)
    qtbot.waitUntil(
        lambda: (
            len(feed.desk.workshop.questions) == 7
            and sum(one.minutes for one in feed.desk.workshop.agenda) == 90
        )
    )
    hand.tab_to(lambda widget: widget is screen.start)
    hand.key(Qt.Key.Key_Space)
    assert "The day is in 3 days. Press again to start now." in screen.notice.text
    hand.key(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: isinstance(hand.window.screen_shown, Console))


def open_the_day(hand: Facilitator, qtbot: QtBot, tmp_path: Path) -> None:
    qtbot.waitUntil(lambda: hand.workshop.position is not None)
    hand.console.settings.choose_folder(hand.workshop.about.id, tmp_path / "papers")
    hand.tab_to(hand.named("Everyone is here"))
    hand.key(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: hand.workshop.present == PEOPLE)
    assert hand.next().part == "fill"
    assert hand.next().part == "pause"


def key_in_ballots(hand: Facilitator, qtbot: QtBot) -> None:
    asked = len(hand.workshop.questions)
    for ballot in BALLOTS:
        hand.type(ballot)
    qtbot.waitUntil(lambda: sum(len(one) for one in hand.workshop.ballots.values()) == len(BALLOTS) * asked)
    first = hand.workshop.latest("level", hand.workshop.questions[0].id)
    assert first is not None
    choices = [
        hand.workshop.ballots_in(first.id)[seat.id].choice for seat in hand.workshop.seats[: len(BALLOTS)]
    ]
    assert choices == [int(ballot[0]) for ballot in BALLOTS]
    assert hand.next().part == "story"


def one_pivot(hand: Facilitator, qtbot: QtBot, number: int) -> None:
    pivot = hand.workshop.pivots[number]
    question = hand.workshop.questions_of(pivot.id)[0].id
    assert hand.workshop.steps[hand.place.step].subject == pivot.id
    assert hand.next().part == "vote"
    hand.key(Qt.Key.Key_0)
    hand.key(Qt.Key.Key_Tab)
    hand.key(Qt.Key.Key_1)
    held = hand.workshop.latest("level", question)
    assert held is not None
    if number % 2:  # Enter keeps the count; without it the next press does
        hand.key(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bool(hand.workshop.counts_in(held.id)))
    assert hand.next().part == "results"
    assert hand.workshop.counts_in(held.id)
    shown = hand.workshop.latest_revealed("level", question)
    assert shown is not None
    assert shown.present == PEOPLE
    while hand.place.part != "agree":
        hand.next()
    if number == 2:
        hand.type("3")
    assert hand.next().part == "lit"
    decision = hand.workshop.decision_on("pivot", pivot.id)
    assert decision is not None
    assert decision.level == (3.0 if number == 2 else decision.level)
    hand.next()


def set_targets(hand: Facilitator, qtbot: QtBot) -> None:
    assert hand.place.part == "aims"
    for _ in hand.workshop.pivots:
        hand.type("3")
        hand.key(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: len(hand.workshop.targets) == len(hand.workshop.pivots))
    hand.type("+")
    qtbot.waitUntil(
        lambda: hand.workshop.targets and any(one.level == 3.5 for one in hand.workshop.targets.values())
    )
    assert hand.next().part == "gaps"
    if walk.equal_gaps(hand.workshop):
        hand.key(Qt.Key.Key_PageDown)
        assert "gaps are equal. Ask the room" in hand.console.notice.text
    assert hand.next().part == "suggest"


def choose_actions(hand: Facilitator, qtbot: QtBot) -> None:
    while hand.place.part == "suggest":
        hand.next()
    assert hand.place.part == "picks"
    offered = [one for one in hand.workshop.actions.values() if one.status == "offered"]
    assert offered
    for _ in offered:
        hand.type("4")
        hand.key(Qt.Key.Key_Down)
    held = hand.workshop.latest("picks", "")
    assert held is not None
    assert hand.next().part == "plan"
    assert hand.workshop.counts_in(held.id), "kept by the press, without Enter"
    assert len(hand.workshop.plan) == len(offered)
    assert not any(one.owner for one in hand.workshop.plan), "nobody was named yet"
    hand.tab_to(hand.named("Owner of"))
    hand.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sum(bool(one.owner) for one in hand.workshop.plan) == 1)
    hand.tab_to(hand.named(": Now"))
    hand.key(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: any(one.wave == "now" for one in hand.workshop.plan))
    hand.next()


def commit_and_hand_over(hand: Facilitator, qtbot: QtBot, tmp_path: Path) -> list[Path]:
    for part in ("read_back", "roadmap", "city"):
        assert hand.place.part == part
        if part != "city":
            hand.next()
    hand.key(Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: hand.workshop.about.state == "draft")
    hand.key(Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: len(hand.workshop.exports) == 3, timeout=20_000)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_Return):
        hand.console.setFocus()
        hand.key(key)
    assert "Writing" not in " ".join(one.text() for one in hand.console.findChildren(QLabel))
    found = sorted((tmp_path / "papers").iterdir())
    assert [file.name for file in found] == [
        "rivermouth-2027-03-01-action-plan-draft-v1.xlsx",
        "rivermouth-2027-03-01-council-paper-draft-v1.pdf",
        "rivermouth-2027-03-01-roadmap-draft-v1.pdf",
    ]
    return [found[1], found[2], found[0]]


def check_papers(w: Workshop, council: Path, roadmap: Path) -> None:
    paper, book = PdfReader(council), PdfReader(roadmap)
    assert len(paper.pages) == 2
    front, whole = paper.pages[0].extract_text(), "\n".join(page.extract_text() for page in book.pages)
    for words in ("Rivermouth", "1 March 2027", "Draft v1", "We ask the council to", "Limits"):
        assert words in front.replace("\u00a0", " "), words
    for pivot in w.pivots:
        assert pivot.name["en"].split(",")[0] in whole.replace("\n", " "), pivot.id
    for action in w.plan:
        assert f"A-{action.number:03d}" in whole
    assert "/StructTreeRoot" in paper.trailer["/Root"]
    assert "/StructTreeRoot" in book.trailer["/Root"]


def check_workbook(w: Workshop, plan: Path) -> None:
    book = openpyxl.load_workbook(plan, data_only=True)
    actions = [row for row in book["Actions"].iter_rows(min_row=5, values_only=True) if row[0]]
    assert [row[0] for row in actions] == [f"A-{one.number:03d}" for one in w.plan]
    assert [row[1] for row in actions] == [one.title for one in w.plan]
    owner = [cell.value for cell in book["Actions"][4]].index("Owner")
    assert [row[owner] or "" for row in actions] == [one.owner for one in w.plan]
    pivots = {row[1]: row[2] for row in book["Pivots"].iter_rows(min_row=5, values_only=True) if row[1]}
    for pivot in w.pivots:
        decision = w.decision_on("pivot", pivot.id)
        assert decision is not None
        assert pivots[pivot.name["en"]] == decision.level


def check_library(w: Workshop, library: Path) -> None:
    """The numbers again, from the rows alone."""
    with closing(sqlite3.connect(f"{library.as_uri()}?mode=ro", uri=True)) as connection:
        rows = connection.execute(
            "SELECT r.subject, b.choice FROM ballots b JOIN rounds r ON r.id = b.round WHERE b.choice IS NOT NULL"
        ).fetchall()
        hands = connection.execute(
            "SELECT r.subject, c.numbers FROM counts c JOIN rounds r ON r.id = c.round WHERE r.kind = 'level'"
        ).fetchall()
        files = connection.execute("SELECT count(*) FROM exports WHERE revision = 1").fetchone()
    assert files == (3,)
    for question in w.questions:
        votes = [choice for subject, choice in rows if subject == question.id]
        for subject, numbers in hands:
            if subject == question.id:
                votes += [
                    level for level, count in enumerate(json.loads(numbers), start=1) for _ in range(count)
                ]
        assert levels.question(w, question.id).computed == Fraction(sum(votes), len(votes))

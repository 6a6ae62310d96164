"""Warm-up and shock by keyboard and clicker: what is counted, keyed, drawn, told; what only the facilitator sees."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.look.marks import Picture, Text
from desktop.look.measure import FontMeasure
from desktop.look.scenes.frame import frame_for
from desktop.look.staging.scene import scene
from desktop.look.staging.telling import Telling
from desktop.model import builtin, polls, shocks
from desktop.model.clerk import Clerk
from desktop.model.verbs import agenda, decisions, presence
from desktop.model.verbs import shock as verbs
from desktop.model.workshop import Workshop
from desktop.settings import Settings
from desktop.ui.ask import Feed
from desktop.ui.console.screen import Console
from desktop.ui.console.steps.shock import ShockStep
from desktop.ui.console.steps.warm_up import WarmUpStep
from desktop.ui.console.told import told
from desktop.ui.jobs import Jobs
from desktop.ui.stage import Stage
from desktop.words.catalogue import ENGLISH
from tests.ui.finding import Keep

PEOPLE = 12
MEASURE = FontMeasure()


class Clock:
    """A clock the test moves."""

    seconds = 100.0

    def wall(self) -> datetime:
        return datetime(2027, 3, 1, 9, 0, tzinfo=UTC)

    def steady(self) -> float:
        return self.seconds


class Day:
    """A console on a half day of twelve people, and hands on its keys."""

    def __init__(self, console: Console, clock: Clock, qtbot: QtBot) -> None:
        self.console, self.clock, self.qtbot = console, clock, qtbot

    @property
    def w(self) -> Workshop:
        return self.console.feed.workshop

    @property
    def part(self) -> tuple[str, str | None]:
        return self.console.place.part, self.console.place.subject

    def do(self, verb: Callable[..., object], **facts: object) -> None:
        self.console.feed.desk.do(verb, **facts).result(20)  # type: ignore[arg-type]
        self.settle()

    def settle(self) -> None:
        """Everything asked for so far is answered and shown: the clerk takes one thing after another."""
        desk = self.console.feed.desk
        desk.do(presence.arrive, participants=()).result(20)
        self.qtbot.waitUntil(
            lambda: not self.console.presser.busy and self.console.feed.workshop is desk.workshop
        )
        QApplication.processEvents()

    def key(self, key: Qt.Key | str) -> None:
        """One key, long after the last, answered."""
        self.clock.seconds += 5
        self.qtbot.keyClick(QApplication.focusWidget() or self.console, key)
        self.settle()

    def type(self, text: str) -> None:
        for letter in text:
            self.key(letter)

    def next(self) -> tuple[str, str | None]:
        self.key(Qt.Key.Key_PageDown)
        return self.part

    def go(self, kind: str, part: str, subject: str | None = None) -> None:
        step = next(one for one in self.w.agenda if one.kind == kind)
        self.do(agenda.go, step=step.id, part=part, subject=subject)

    def wall(self) -> Picture:
        place = self.console.place
        told = self.console.step.telling(Telling(ENGLISH))
        return scene(self.w, place, told)(frame_for(MEASURE, 1920, 1080))

    def on_wall(self) -> str:
        said = (mark.words for mark in self.wall().marks if isinstance(mark, Text))
        return " ".join(said).replace("\u00a0", " ")

    def on_screen(self) -> str:
        QApplication.processEvents()
        said = (label.text() for label in self.console.findChildren(QLabel) if label.isVisible())
        return "\n".join(said).replace("\u00a0", " ")


@pytest.fixture
def day(dressed: QApplication, clerk: Clerk, keep: Keep, settings: Settings, qtbot: QtBot) -> Day:
    key = keep(template=builtin.agendas()["half-day"], people=PEOPLE)
    desk = clerk.open(key).result(20)
    desk.do(presence.arrive, participants=tuple(one.id for one in desk.workshop.seats)).result(20)
    first = next(one for one in desk.workshop.agenda if one.kind == "welcome")
    desk.do(agenda.go, step=first.id, part="title").result(20)
    holder = QWidget()
    qtbot.addWidget(holder)
    clock = Clock()
    stage = Stage(holder, reduce_motion=True)
    made = Console(Feed(desk, holder), stage, settings, Jobs(holder), lambda: None, clock=clock)
    made.setParent(holder)
    made.resize(1366, 768)
    holder.resize(1366, 768)
    with qtbot.waitActive(holder):
        holder.show()
        holder.activateWindow()
    made.setFocus()
    return Day(made, clock, qtbot)


def test_the_warm_up_is_counted_by_keys_alone(day: Day) -> None:
    assert day.next() == ("phases", None)
    assert "Answers in" in day.on_wall()
    day.type("6")
    assert "Hands up for" in day.on_wall()
    assert "Online services" in day.on_wall()
    day.key(Qt.Key.Key_Down)
    day.type("4")
    day.key(Qt.Key.Key_Down)
    day.type("2")
    day.key(Qt.Key.Key_Return)
    assert "12 of 12 in" in day.on_screen()
    assert all(row[1] == "–" for row in day.wall().table.rows)
    assert day.next() == ("phases_shown", None)
    assert [row[1] for row in day.wall().table.rows] == ["6", "4", "2", "0", "0", "0", "0"]
    assert "Named most: online services, 6 of 12." in day.on_wall()
    assert "In the middle: 1, online services and 2, work behind the counter." in day.on_screen()
    for level in "1234":
        assert day.next() == ("stages", level)
    assert "We see a need early" in day.on_wall()
    assert day.next()[0] not in ("stages", "phases")


def test_one_press_keeps_a_count_that_is_written_and_goes_on(day: Day) -> None:
    day.next()
    day.type("7")
    day.key(Qt.Key.Key_Down)
    day.type("5")
    assert day.next() == ("phases_shown", None)
    assert [row[1] for row in day.wall().table.rows] == ["7", "5", "0", "0", "0", "0", "0"]


def test_a_count_above_the_people_here_is_refused_and_stays(day: Day) -> None:
    day.next()
    day.type("13")
    day.key(Qt.Key.Key_Return)
    assert "People in the room: 12" in day.on_screen()
    step = day.console.step
    assert isinstance(step, WarmUpStep)
    assert step.poll.cells[0].number == 13
    assert step.poll.written


def test_slips_are_keyed_by_seat_and_hidden_once_left(day: Day) -> None:
    day.next()
    step = day.console.step
    assert isinstance(step, WarmUpStep)
    step.poll.way.button("slips").click()
    day.type("3")
    day.type("1-")
    day.key("9")
    held = day.w.latest("phase", "")
    assert held is not None
    cast = day.w.ballots_in(held.id)
    by_seat = [cast[seat.id].choice if seat.id in cast else "missing" for seat in day.w.seats[:4]]
    assert by_seat == [3, 1, None, "missing"]
    assert "is not on the scale" in day.on_screen()
    cells = list(step.poll.slips.values())
    assert cells[3].hasFocus()
    assert [cell.text() for cell in cells[:4]] == ["•", "•", "•", ""]
    day.key(Qt.Key.Key_Left)
    day.key(Qt.Key.Key_Backspace)
    assert day.w.seats[2].id not in day.w.ballots_in(held.id)
    assert "2 of 12 in" in day.on_screen()
    assert all(row[1] == "–" for row in day.wall().table.rows)


def test_a_shock_from_the_list_to_the_debrief_by_clicker_and_keys(day: Day) -> None:
    for pivot in day.w.pivots:
        day.do(decisions.agree, about="pivot", subject=pivot.id, level=3.0 if pivot.id == "I" else 2.0)
    day.go("shock", "exercise")
    assert "Exercise: this is fiction." in day.on_wall()
    day.type("6")
    assert day.next() == ("lived", None)
    assert "lived through a flood lately?" in day.on_wall()
    day.type("a")
    drawn = shocks.of_step(day.w, day.w.steps[day.console.place.step])
    assert drawn is not None
    assert drawn.id != "flood"
    assert shocks.lived(day.w) == {"flood"}
    day.key(Qt.Key.Key_PageUp)
    day.type("1")
    assert "lived through" in day.on_screen()
    assert day.next() == ("lived", None)
    told = builtin.shocks().by_id["benefit-surge"]
    for number, beat in enumerate(told.beats, 1):
        assert day.next() == ("beat", str(number))
        assert "Exercise: this is fiction." in day.on_wall()
        assert beat.say["en"] in day.on_screen()
        assert "What level 4 saw" in day.on_screen()
        assert beat.saw["en"][:24] not in day.on_wall()
        assert beat.say["en"][:24] not in day.on_wall()
    assert "(D2 Figures shape services)" in day.on_screen()
    assert day.next() == ("fails", None)
    day.type("7")
    day.key(Qt.Key.Key_Down)
    day.type("4")
    day.key(Qt.Key.Key_Return)
    assert "11 of 12 in" in day.on_screen()
    assert day.next() == ("fails", None)
    assert "press again to close" in day.on_screen()
    assert day.next() == ("fails_shown", None)
    assert "7 of 12" not in day.on_wall()
    assert "7 of 11 say this first" in day.on_wall()
    assert "we scored 3, yet 7 of 11 say it fails first" in day.on_screen()
    assert "scored" not in day.on_wall()
    for stage in ("Exploring", "Doing", "Becoming", "Being"):
        assert stage not in day.on_wall()
    assert day.next() == ("debrief", "1")
    day.type("n")
    day.type("The county knew first.")
    day.key(Qt.Key.Key_Return)
    assert [(note.kind, note.subject) for note in day.w.notes.values() if note.kind == "debrief"] == [
        ("debrief", "benefit-surge")
    ]
    assert "The county knew first." in day.on_screen()
    assert "county" not in day.on_wall()
    assert {one.level for one in day.w.decisions.values()} == {3.0, 2.0}


def test_a_beat_says_what_is_left_of_its_time(day: Day) -> None:
    step = next(one for one in day.w.agenda if one.kind == "shock")
    day.do(verbs.choose, step=step.id, scenario="flood")
    day.go("shock", "lived")
    day.next()
    for seconds, said in ((0.0, "5 min left"), (61, "4 min left"), (400, "time is up")):
        day.clock.seconds += seconds
        told_ = told(ENGLISH, day.clock, day.w.steps[step.id], day.console.presser.seconds_here)
        picture = scene(day.w, day.console.place, told_)(frame_for(MEASURE, 1920, 1080))
        words = " ".join(mark.words for mark in picture.marks if isinstance(mark, Text)).replace(
            "\u00a0", " "
        )
        assert said in words


def test_taking_the_result_back_leads_to_the_vote_again(day: Day) -> None:
    step = next(one for one in day.w.agenda if one.kind == "shock")
    day.do(verbs.choose, step=step.id, scenario="flood")
    day.go("shock", "beat", "3")
    day.next()
    day.type("9")
    day.key(Qt.Key.Key_Return)
    day.next()
    assert day.next() == ("fails_shown", None)
    assert polls.fails_first(day.w, "flood") is not None
    day.console.feed.desk.undo().result(20)
    day.settle()
    assert "say this first" not in day.on_wall()
    day.next()
    assert day.part == ("fails_shown", None)
    assert "say this first" in day.on_wall()


def test_with_every_story_lived_through_the_list_comes_back(day: Day) -> None:
    step = next(one for one in day.w.agenda if one.kind == "shock")
    day.do(verbs.choose, step=step.id, scenario="flood")
    day.go("shock", "lived")
    for _ in range(8):
        day.type("a")
    day.settle()
    assert day.part == ("exercise", None)
    screen = day.console.step
    assert isinstance(screen, ShockStep)
    assert not screen.list.draw.isEnabled()
    day.type("2")
    assert day.next() == ("lived", None)

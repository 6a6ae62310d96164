"""The pivot step with one and with three questions: private until shown, one press at a time, keys where they belong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.model import builtin, levels, walk
from desktop.model.clerk import Clerk
from desktop.model.framework_file import read_framework
from desktop.model.verbs import agenda, ballots, prepare, presence
from desktop.model.workshop import Workshop
from desktop.settings import Settings
from desktop.ui.ask import Feed
from desktop.ui.console import pressing
from desktop.ui.console.screen import Console
from desktop.ui.console.steps.pivot import PivotStep
from desktop.ui.jobs import Jobs
from desktop.ui.stage import Stage
from desktop.ui.widgets.keycell import KeyCell
from tests.ui.disks import Disk

FILES = Path(__file__).parents[2] / "files"
PEOPLE = 8
Open = Callable[[str], Console]


class Hands:
    """A steady clock moved by the test."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def wall(self) -> object:
        from datetime import UTC, datetime

        return datetime(2027, 3, 1, 9, 0, tzinfo=UTC)

    def steady(self) -> float:
        return self.seconds


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def console(dressed: QApplication, clerk: Clerk, settings: Settings, qtbot: QtBot, hands: Hands) -> Open:
    """A console on a workshop of a small framework, eight people here, its first pivot's votes open."""

    def opened(name: str) -> Console:
        framework = read_framework((FILES / name).read_bytes())
        template = builtin.agendas()["ninety-minutes"]
        key = clerk.create(
            framework,
            lambda at: prepare.create(
                at, framework, city="Aldersund", date="2027-03-01", template=template, people=PEOPLE,
                question_set=framework.default_set,
            ),
        ).result(20)  # fmt: skip
        desk = clerk.open(key).result(20)
        desk.do(presence.arrive, participants=tuple(one.id for one in desk.workshop.seats)).result(20)
        step = next(one for one in desk.workshop.agenda if one.kind == "pivot")
        desk.do(agenda.go, step=step.id, part="story").result(20)
        holder = QWidget()
        qtbot.addWidget(holder)
        jobs = Jobs(holder)
        feed = Feed(desk, holder)
        stage = Stage(holder, reduce_motion=True)
        made = Console(feed, stage, settings, jobs, lambda: None, clock=hands)  # type: ignore[arg-type]
        made.setParent(holder)
        made.resize(1366, 768)
        holder.resize(1366, 768)
        with qtbot.waitActive(holder):
            holder.show()
            holder.activateWindow()
        made.setFocus()
        return made

    return opened


def press(qtbot: QtBot, console: Console, hands: Hands, key: Qt.Key) -> None:
    """One press, long after the last, answered."""
    hands.seconds += 5
    qtbot.keyClick(QApplication.focusWidget() or console, key)
    qtbot.waitUntil(lambda: not console.presser.busy and console.feed.workshop is console.feed.desk.workshop)


def state(console: Console) -> Workshop:
    return console.feed.workshop


def vote(console: Console, qtbot: QtBot, answers: str, question: int = 0) -> None:
    """Ballots for one question: a digit or - a seat."""
    desk = console.feed.desk
    asked = state(console).questions_of(state(console).pivots[0].id)[question]
    held = desk.workshop.latest("level", asked.id)
    assert held is not None
    for seat, answer in zip(desk.workshop.seats, answers, strict=False):
        choice = None if answer == "-" else int(answer)
        desk.do(ballots.cast, round=held.id, participant=seat.id, choice=choice).result(20)
    qtbot.waitUntil(lambda: console.feed.workshop is desk.workshop)


def texts(widget: QWidget) -> str:
    """Every word on the screen, once what was just laid out has come up."""
    QApplication.processEvents()
    said = (label.text() for label in widget.findChildren(QLabel) if label.isVisible())
    return "\n".join(said).replace("\u00a0", " ")


ONE, THREE = "framework-one-a-pivot.json", "framework-three-a-pivot.json"


@pytest.mark.parametrize(("name", "questions"), [(ONE, 1), (THREE, 3)])
def test_a_pivot_from_story_to_lights(
    console: Open, qtbot: QtBot, hands: Hands, name: str, questions: int
) -> None:
    made = console(name)
    pivot = state(made).pivots[0].id
    if len(state(made).questions_of(pivot)) != questions:
        from desktop.model.verbs import prepare as preparing

        made.feed.desk.do(preparing.choose_set, id="all").result(20)
        qtbot.waitUntil(lambda: len(state(made).questions_of(pivot)) == questions)
    press(qtbot, made, hands, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: made.place.part == "vote")
    assert len(walk.rounds_of(state(made), pivot)) == questions
    for question, answers in zip(range(questions), ("12223344", "22222233", "33333333"), strict=False):
        vote(made, qtbot, answers, question)
    while made.place.part == "vote":
        press(qtbot, made, hands, Qt.Key.Key_PageDown)
    assert made.place.part == "results"
    assert all(one.state == "revealed" for one in walk.rounds_of(state(made), pivot))
    rows = list(made.step._rows)  # type: ignore[attr-defined]
    assert rows == list(levels.widest_first(state(made), pivot))
    while made.place.part != "agree":
        press(qtbot, made, hands, Qt.Key.Key_PageDown)
    press(qtbot, made, hands, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: made.place.part == "lit")
    decision = state(made).decision_on("pivot", pivot)
    assert decision is not None
    computed = levels.computed(state(made), pivot)
    assert computed.preset is not None
    assert decision.level == float(computed.preset)


def test_totals_are_uncovered_in_one_step_and_people_counted_from_what_is_kept(
    console: Open, qtbot: QtBot, hands: Hands
) -> None:
    made = console(THREE)
    pivot = state(made).pivots[0].id
    made.feed.desk.do(prepare.choose_set, id="all").result(20)
    press(qtbot, made, hands, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: made.place.part == "vote")
    told: list[str] = []
    made.feed.desk.listen(lambda _w, changes: told.extend(one.verb for one in changes))
    assert isinstance(made.step, PivotStep)
    for _ in range(2):
        qtbot.mouseClick(made.step.uncover, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: all(one.uncovered_at for one in walk.rounds_of(state(made), pivot)))
    assert (len(walk.rounds_of(state(made), pivot)), told) == (3, ["rounds.uncover"])
    made.feed.desk.do(presence.count, n=PEOPLE + 2).result(20)  # the screen does not know of it yet
    qtbot.mouseClick(made.fixed.more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: state(made).present == PEOPLE + 3)


def test_no_value_is_seen_before_the_reveal(console: Open, qtbot: QtBot, hands: Hands) -> None:
    made = console(ONE)
    press(qtbot, made, hands, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: made.place.part == "vote")
    vote(made, qtbot, "3333333")
    assert "7 covered" in texts(made)
    assert "Becoming digital" in texts(made)
    assert "at Becoming" not in texts(made)
    picture = made.stage.picture
    assert picture is not None
    assert "7 of 8" in picture.alt, "how many are in is no secret"
    assert picture.alt.replace("7 of 8", "").count("7") == 0
    stages = [row[1] for row in picture.table.rows[:4]]
    assert [stage.split(":")[0].strip() for stage in stages] == stages
    assert not any("7" in cell or "of 8" in cell for row in picture.table.rows for cell in row)


def test_missing_answers_ask_for_a_second_press(console: Open, qtbot: QtBot, hands: Hands) -> None:
    made = console(ONE)
    press(qtbot, made, hands, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: made.place.part == "vote")
    vote(made, qtbot, "123")
    press(qtbot, made, hands, Qt.Key.Key_PageDown)
    assert made.place.part == "vote"
    assert "press again to close" in made.notice.text
    press(qtbot, made, hands, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: made.place.part == "results")
    assert "Too few to show" in texts(made)
    assert "Hear first" not in texts(made)


def test_a_trembling_thumb_presses_once(console: Open, qtbot: QtBot, hands: Hands) -> None:
    made = console(ONE)
    hands.seconds += 5
    for _ in range(4):
        qtbot.keyClick(made, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: not made.presser.busy)
    assert made.place.part == "vote"
    hands.seconds += pressing.GUARD_SECONDS / 2
    qtbot.keyClick(made, Qt.Key.Key_PageDown)
    assert not made.presser.busy
    assert made.place.part == "vote"


def test_page_up_shows_an_earlier_scene_and_takes_nothing_back(
    console: Open, qtbot: QtBot, hands: Hands
) -> None:
    made = console(ONE)
    press(qtbot, made, hands, Qt.Key.Key_PageDown)
    vote(made, qtbot, "12341234")
    press(qtbot, made, hands, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: made.place.part == "results")
    press(qtbot, made, hands, Qt.Key.Key_PageUp)
    qtbot.waitUntil(lambda: made.place.part != "results")
    (held,) = walk.rounds_of(state(made), state(made).pivots[0].id)
    assert held.state == "revealed"


def test_letters_act_outside_editors_only(console: Open, qtbot: QtBot) -> None:
    made = console(ONE)
    qtbot.keyClick(made, Qt.Key.Key_B)
    assert made.stage.blank
    qtbot.keyClick(made, Qt.Key.Key_Period)
    assert not made.stage.blank
    qtbot.keyClick(made, Qt.Key.Key_H)
    assert made.stage.held
    qtbot.keyClick(made, Qt.Key.Key_H)
    qtbot.keyClick(made, Qt.Key.Key_N)
    qtbot.keyClicks(made.side.note, "b h . n c")
    assert made.side.note.text() == "b h . n c"
    assert not made.stage.blank
    assert not made.stage.held


def test_a_note_belongs_to_where_it_was_begun(console: Open, qtbot: QtBot, hands: Hands) -> None:
    made = console(ONE)
    pivot = state(made).pivots[0].id
    qtbot.keyClick(made, Qt.Key.Key_N)
    qtbot.keyClicks(made.side.note, "We type it <b>four</b> times")
    press(qtbot, made, hands, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: made.place.part == "vote")
    assert made.side.note.text() == "We type it <b>four</b> times"
    qtbot.keyClick(made.side.note, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(state(made).notes))
    (note,) = state(made).notes.values()
    assert (note.subject, note.text) == (pivot, "We type it <b>four</b> times")


def test_hands_counted_show_nothing_but_the_level_asked(console: Open, qtbot: QtBot, hands: Hands) -> None:
    made = console(ONE)
    press(qtbot, made, hands, Qt.Key.Key_PageDown)
    vote(made, qtbot, "22222")
    made.setFocus()
    qtbot.keyClick(made, Qt.Key.Key_2)
    step = made.step
    assert isinstance(step, PivotStep)
    (row,) = step._rows.values()
    counting = row.counting
    assert counting is not None
    assert counting.cells[0].text() == "2"
    qtbot.keyClick(counting.cells[0], Qt.Key.Key_Tab)
    assert counting.cells[0].text() == "•"
    picture = made.stage.picture
    assert picture is not None
    assert "5" not in "".join(cell for line in picture.table.rows for cell in line if cell.isdecimal())
    qtbot.keyClick(counting.cells[1], Qt.Key.Key_9)
    qtbot.keyClick(counting.cells[1], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: counting._wrong.isVisible())
    assert counting.cells[0].number == 2
    assert counting.cells[1].number == 9
    qtbot.keyClick(counting.cells[1], Qt.Key.Key_Backspace)
    qtbot.keyClick(counting.cells[1], Qt.Key.Key_1)
    qtbot.keyClick(counting.cells[1], Qt.Key.Key_Return)
    (held,) = walk.rounds_of(state(made), state(made).pivots[0].id)
    qtbot.waitUntil(lambda: bool(state(made).counts_in(held.id)))
    (count,) = state(made).counts_in(held.id)
    assert count.numbers[:2] == (2, 1)


def test_undo_of_a_reveal_takes_the_values_off_the_wall(console: Open, qtbot: QtBot, hands: Hands) -> None:
    made = console(ONE)
    press(qtbot, made, hands, Qt.Key.Key_PageDown)
    vote(made, qtbot, "11223344")
    press(qtbot, made, hands, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: made.place.part == "results")
    made.setFocus()
    qtbot.keyClick(made, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    (held,) = walk.rounds_of(state(made), state(made).pivots[0].id)
    qtbot.waitUntil(lambda: state(made).rounds[held.id].state == "closed")
    assert state(made).rounds[held.id].seen_at is not None
    picture = made.stage.picture
    assert picture is not None
    assert "8 of 8" in picture.alt, "how many answers are in, and no value"
    assert made.place == walk.Place(made.place.step, "vote", held.subject)
    assert made.next.text() == "Show results", "nothing is left to close"
    press(qtbot, made, hands, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: made.place.part == "results")
    assert state(made).rounds[held.id].state == "revealed"


def test_two_camps_are_not_agreed_on_a_level_nobody_chose(console: Open, qtbot: QtBot, hands: Hands) -> None:
    made = console(ONE)
    pivot = state(made).pivots[0].id
    press(qtbot, made, hands, Qt.Key.Key_PageDown)
    vote(made, qtbot, "11114444")
    while made.place.part != "agree":
        press(qtbot, made, hands, Qt.Key.Key_PageDown)
    assert made.next.text() == "Leave it open"
    press(qtbot, made, hands, Qt.Key.Key_PageDown)
    assert made.place.part == "agree"
    assert made.notice.text == "Two camps: choose a level, or press again to leave it open."
    qtbot.keyClick(made, Qt.Key.Key_2)
    press(qtbot, made, hands, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: made.place.part == "lit")
    decision = state(made).decision_on("pivot", pivot)
    assert decision is not None
    assert decision.level == 2.0


def test_two_camps_may_stay_open(console: Open, qtbot: QtBot, hands: Hands) -> None:
    made = console(ONE)
    pivot = state(made).pivots[0].id
    press(qtbot, made, hands, Qt.Key.Key_PageDown)
    vote(made, qtbot, "11114444")
    while made.place.part != "agree":
        press(qtbot, made, hands, Qt.Key.Key_PageDown)
    assert "Two camps, so no level is chosen yet" in texts(made)
    press(qtbot, made, hands, Qt.Key.Key_PageDown)
    assert state(made).decision_on("pivot", pivot) is None
    press(qtbot, made, hands, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: made.place.part == "lit")
    decision = state(made).decision_on("pivot", pivot)
    assert decision is not None
    assert decision.level is None


def test_the_next_press_keeps_the_hands_that_are_written(console: Open, qtbot: QtBot, hands: Hands) -> None:
    made = console(ONE)
    press(qtbot, made, hands, Qt.Key.Key_PageDown)
    vote(made, qtbot, "222222")
    made.setFocus()
    qtbot.keyClick(made, Qt.Key.Key_1)
    qtbot.keyClick(made.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(made.focusWidget(), Qt.Key.Key_1)
    press(qtbot, made, hands, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: made.place.part == "results")
    (held,) = walk.rounds_of(state(made), state(made).pivots[0].id)
    (count,) = state(made).counts_in(held.id)
    assert count.numbers == (1, 1, 0, 0)
    assert levels.tally(state(made), held.id).counts == (1, 7, 0, 0)


@pytest.mark.parametrize("key", [Qt.Key.Key_PageDown, Qt.Key.Key_PageUp])
def test_a_count_that_is_refused_holds_the_day(
    console: Open, qtbot: QtBot, hands: Hands, key: Qt.Key
) -> None:
    made = console(ONE)
    press(qtbot, made, hands, Qt.Key.Key_PageDown)
    vote(made, qtbot, "2222222")
    made.setFocus()
    for digit in "903":
        qtbot.keyClick(QApplication.focusWidget() or made, digit)
    step = made.step
    assert isinstance(step, PivotStep)
    (row,) = step._rows.values()
    counting = row.counting
    assert counting is not None
    assert counting._sum.property("role") == "bad", "said at once, before anything is kept"
    for _ in range(3):
        press(qtbot, made, hands, key)
        qtbot.waitUntil(lambda: counting._wrong.isVisible())
    (held,) = walk.rounds_of(state(made), state(made).pivots[0].id)
    assert made.place.part == "vote"
    assert state(made).rounds[held.id].state == "open"
    assert counting.cells[0].number == 903
    for _ in range(3):
        qtbot.keyClick(counting.cells[0], Qt.Key.Key_Backspace)
    qtbot.keyClick(counting.cells[0], Qt.Key.Key_1)
    assert counting._sum.property("role") == "bold"


def test_a_second_count_keeps_the_first(console: Open, qtbot: QtBot, hands: Hands) -> None:
    made = console(THREE)
    made.feed.desk.do(prepare.choose_set, id="all").result(20)
    qtbot.waitUntil(lambda: len(state(made).questions_of(state(made).pivots[0].id)) == 3)
    press(qtbot, made, hands, Qt.Key.Key_PageDown)
    made.setFocus()
    qtbot.keyClick(made, Qt.Key.Key_5)
    step = made.step
    assert isinstance(step, PivotStep)
    second = state(made).questions_of(state(made).pivots[0].id)[1].id
    hands.seconds += 5
    step._rows[second].opened.emit(second)
    qtbot.waitUntil(lambda: made.place.subject == second and not made.presser.busy)
    first = walk.rounds_of(state(made), state(made).pivots[0].id)[0]
    assert [one.numbers for one in state(made).counts_in(first.id)] == [(5, 0, 0, 0)]
    qtbot.waitUntil(lambda: step._rows[second].counting is not None)


def test_nothing_but_the_console_stands_on_the_screen(console: Open, qtbot: QtBot, hands: Hands) -> None:
    made = console(THREE)
    press(qtbot, made, hands, Qt.Key.Key_PageDown)
    windows = [one for one in QGuiApplication.topLevelWindows() if one.isVisible()]
    assert len(windows) == 1, "a widget without a parent was shown as a window of its own"


def test_every_control_has_a_name(console: Open, qtbot: QtBot, hands: Hands) -> None:
    made = console(THREE)
    press(qtbot, made, hands, Qt.Key.Key_PageDown)
    nameless = [
        one for one in made.findChildren(QWidget)
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus and not one.accessibleName()
    ]  # fmt: skip
    assert nameless == []


def test_the_same_workshop_shown_twice_is_the_same_screen(console: Open, qtbot: QtBot, hands: Hands) -> None:
    made = console(THREE)
    press(qtbot, made, hands, Qt.Key.Key_PageDown)
    step = made.step
    assert isinstance(step, PivotStep)
    qtbot.waitUntil(lambda: not made.next.waiting and made.feed.workshop is made.feed.desk.workshop)
    QApplication.processEvents()  # what the last answer still has to lay out
    made.show_workshop(state(made))
    before, seen = dict(step._rows), made.grab().toImage()
    made.show_workshop(state(made))
    made.show_workshop(state(made))
    assert step._rows == before
    assert made.grab().toImage() == seen


def test_the_verdict_goes_on_the_wall_by_a_key_and_the_arrows_change_it(
    console: Open, qtbot: QtBot, hands: Hands
) -> None:
    made = console(ONE)
    press(qtbot, made, hands, Qt.Key.Key_PageDown)
    vote(made, qtbot, "11114444")
    press(qtbot, made, hands, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: made.place.part == "results")
    (held,) = walk.rounds_of(state(made), state(made).pivots[0].id)
    made.setFocus()
    qtbot.keyClick(made, Qt.Key.Key_Right)
    assert state(made).rounds[held.id].word is None, "no word is on the wall yet"
    qtbot.keyClick(made, Qt.Key.Key_V)
    qtbot.waitUntil(lambda: state(made).rounds[held.id].word == "two_camps")
    qtbot.keyClick(made, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: state(made).rounds[held.id].word == "spread")
    assert "Hide “Spread”" in [one.text() for one in made.findChildren(QPushButton)]
    qtbot.keyClick(made, Qt.Key.Key_V)
    qtbot.waitUntil(lambda: state(made).rounds[held.id].word is None)


def test_letters_act_in_key_cells_and_digits_stay_there(console: Open, qtbot: QtBot, hands: Hands) -> None:
    made = console(ONE)
    press(qtbot, made, hands, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: made.place.part == "vote")
    made.setFocus()
    qtbot.keyClick(made, Qt.Key.Key_3)
    cell = QApplication.focusWidget()
    assert isinstance(cell, KeyCell)
    qtbot.keyClick(cell, Qt.Key.Key_B)
    assert made.stage.blank
    qtbot.keyClick(cell, Qt.Key.Key_Period)
    assert not made.stage.blank
    qtbot.keyClick(cell, Qt.Key.Key_1)
    assert cell.number == 31
    assert made.place.part == "vote"


def to_agree(console: Console, qtbot: QtBot, hands: Hands) -> PivotStep:
    """On to the level of the first pivot."""
    press(qtbot, console, hands, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: console.place.part == "vote")
    vote(console, qtbot, "22222222")
    while console.place.part != "agree":
        press(qtbot, console, hands, Qt.Key.Key_PageDown)
    step = console.step
    assert isinstance(step, PivotStep)
    return step


def test_a_level_that_was_not_kept_stays_chosen(
    console: Open, qtbot: QtBot, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = console(ONE)
    step = to_agree(made, qtbot, hands)
    disk = Disk(made.feed.desk, monkeypatch)
    step.agree.cells.setFocus()
    qtbot.keyClick(step.agree.cells, "4")
    disk.full = True
    press(qtbot, made, hands, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: made.notice.tone == "bad")
    made.show_workshop(state(made))
    assert step.agree.level == 4
    disk.full = False
    press(qtbot, made, hands, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: made.place.part == "lit")
    decision = state(made).decision_on("pivot", state(made).pivots[0].id)
    assert decision is not None
    assert decision.level == 4
    made.setFocus()
    qtbot.keyClick(made, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: state(made).decision_on("pivot", state(made).pivots[0].id) is None)
    assert step.agree.level == 2, "taken back, the votes preset it again"


def test_what_was_written_for_a_pivot_waits_there_while_another_is_open(
    console: Open, qtbot: QtBot, hands: Hands
) -> None:
    made = console(ONE)
    step = to_agree(made, qtbot, hands)
    first = made.place.step
    step.agree.cells.setFocus()
    qtbot.keyClick(step.agree.cells, "3")
    step.agree.rationale.setFocus()
    qtbot.keyClicks(step.agree.rationale, "The register is new")
    step.agree.dissent.setFocus()
    qtbot.keyClicks(step.agree.dissent, "The works depot")
    other = [one.id for one in state(made).agenda if one.kind == "pivot"][1]
    hands.seconds += 5
    made.rail.chosen.emit(other)
    qtbot.waitUntil(lambda: made.place.step == other and not made.presser.busy)
    assert (step.agree.rationale.text(), step.agree.dissent.text()) == ("", "")
    assert step.agree.level is None
    hands.seconds += 5
    made.rail.chosen.emit(first)
    qtbot.waitUntil(lambda: made.place.step == first and not made.presser.busy)
    assert (step.agree.rationale.text(), step.agree.dissent.text()) == (
        "The register is new",
        "The works depot",
    )
    assert step.agree.level == 3
    while made.place.part != "lit":
        press(qtbot, made, hands, Qt.Key.Key_PageDown)
    decision = state(made).decision_on("pivot", state(made).pivots[0].id)
    assert decision is not None
    assert (decision.level, decision.rationale, decision.dissent) == (
        3,
        "The register is new",
        "The works depot",
    )


def test_a_count_that_was_left_is_not_open_on_another_scene(
    console: Open, qtbot: QtBot, hands: Hands
) -> None:
    made = console(ONE)
    press(qtbot, made, hands, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: made.place.part == "vote")
    step = made.step
    assert isinstance(step, PivotStep)
    ((key, row),) = step._rows.items()
    row.opened.emit(key)
    qtbot.waitUntil(lambda: row.counting is not None and row.counting.isVisible())
    made.setFocus()
    press(qtbot, made, hands, Qt.Key.Key_PageUp)
    qtbot.waitUntil(lambda: made.place.part == "story")
    press(qtbot, made, hands, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: made.place.part == "vote")
    QApplication.processEvents()
    counting = step._rows[key].counting
    assert counting is None or not counting.isVisible()


def test_another_scene_begins_at_the_top(console: Open, qtbot: QtBot, hands: Hands) -> None:
    made = console(THREE)
    made.window().resize(1366, 480)
    made.resize(1366, 480)
    press(qtbot, made, hands, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: made.place.part == "vote")
    bar = made._page.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    made.show_workshop(state(made))
    assert bar.value() == bar.maximum(), "the same scene stays where it was scrolled to"
    press(qtbot, made, hands, Qt.Key.Key_PageUp)
    qtbot.waitUntil(lambda: made.place.part == "story")
    assert bar.value() == 0

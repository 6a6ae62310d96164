"""Prepare, clicked and typed, over a real library: everything is kept as it is typed."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.model import builtin
from desktop.model.clerk import Clerk
from desktop.model.library.content import Choice
from desktop.model.refused import NotKept
from desktop.model.workshop import Workshop
from desktop.settings import Settings
from desktop.ui.prepare.draft import agenda_followed
from desktop.ui.prepare.groups import Groups
from desktop.ui.prepare.screen import Prepare
from desktop.ui.widgets.fields import Entry
from desktop.ui.widgets.tiles import TickTile
from desktop.ui.window import Window
from tests.ui.disks import Disk
from tests.ui.finding import Keep, Open, focused_name, named, plain, press, type_into


@pytest.fixture
def prepare(window: Open, keep: Keep, qtbot: QtBot) -> Prepare:
    """Prepare of a kept workshop of 28 people."""
    workshop = keep("Rivermouth", "2027-03-01", people=28)
    opened = window()
    opened.open_workshop(workshop)
    qtbot.waitUntil(lambda: opened.prepare is not None)
    assert opened.prepare is not None
    return opened.prepare


def _now(prepare: Prepare) -> Workshop:
    assert prepare.feed is not None
    return prepare.feed.desk.workshop


def _more(prepare: Prepare) -> None:
    prepare.more.turn()


# ---- a new workshop --------------------------------------------------------------------------------------------


def test_a_new_workshop_is_kept_once_it_has_a_city(window: Open, clerk: Clerk, qtbot: QtBot) -> None:
    opened = window()
    qtbot.keyClick(opened, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    screen = opened.prepare
    assert screen is not None
    qtbot.waitUntil(lambda: opened.focusWidget() is screen.fields.city)
    assert clerk.listing().result(20) == ()
    type_into(qtbot, screen.fields.city, "Rivermouth")
    type_into(qtbot, screen.fields.day, "1 march 2027")
    type_into(qtbot, screen.fields.people.entry, "28")
    qtbot.waitUntil(lambda: screen.feed is not None and len(_now(screen).seats) == 28)
    about = _now(screen).about
    assert (about.city, about.date) == ("Rivermouth", "2027-03-01")
    qtbot.waitUntil(lambda: plain(screen.fields.day.text()) == "Monday 1 March 2027")
    assert len(clerk.listing().result(20)) == 1


def test_start_without_a_city_says_so_beside_the_field(window: Open, clerk: Clerk, qtbot: QtBot) -> None:
    opened = window()
    opened.begin()
    screen = opened.prepare
    assert screen is not None
    qtbot.mouseClick(screen.start, Qt.MouseButton.LeftButton)
    assert screen.fields.of_city.note.text() == "The city’s name is missing. Type it first."
    assert opened.focusWidget() is screen.fields.city
    assert clerk.listing().result(20) == ()


def test_a_draft_shows_what_the_day_would_be(window: Open, qtbot: QtBot) -> None:
    opened = window()
    opened.begin()
    screen = opened.prepare
    assert screen is not None
    before = screen.day.said
    type_into(qtbot, screen.fields.people.entry, "200")
    assert screen.day.said != before
    assert screen.day.said.startswith("Voting this way takes about ")


class Creating:
    """Stands before the making of a workshop: says the disk's no, or answers later."""

    def __init__(self, screen: Prepare, monkeypatch: pytest.MonkeyPatch) -> None:
        self.full = self.slow = False
        self._create = screen.typed._create
        self._held: list[tuple[Future[str], Choice, dict[str, object]]] = []
        monkeypatch.setattr(screen.typed, "_create", self._take)

    def _take(self, choice: Choice, facts: dict[str, object]) -> Future[str]:
        if not self.full and not self.slow:
            return self._create(choice, facts)
        asked: Future[str] = Future()
        if self.full:
            asked.set_exception(NotKept("disk.full"))
        else:
            self._held.append((asked, choice, facts))
        return asked

    def answer(self) -> None:
        for asked, choice, facts in self._held:
            asked.set_result(self._create(choice, facts).result(20))
        self._held = []


@pytest.mark.parametrize("again", ["by the notice", "by typing"])
def test_a_disk_full_at_the_first_word_is_no_end(
    window: Open, clerk: Clerk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, again: str
) -> None:
    opened = window()
    opened.begin()
    screen = opened.prepare
    assert screen is not None
    disk = Creating(screen, monkeypatch)
    disk.full = True
    type_into(qtbot, screen.fields.city, "Rivermouth")
    qtbot.waitUntil(lambda: screen.notice.tone == "bad")
    type_into(qtbot, screen.fields.people.entry, "28")
    assert screen.fields.city.text() == "Rivermouth"
    assert screen.kept_said == "Not saved"
    disk.full = False
    if again == "by typing":
        type_into(qtbot, screen.fields.city, "Nordhaven")
    else:
        qtbot.keyClick(screen, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: screen.feed is not None and len(_now(screen).seats) == 28)
    assert _now(screen).about.city == ("Nordhaven" if again == "by typing" else "Rivermouth")
    qtbot.waitUntil(lambda: screen.kept_said.startswith("Saved"))
    assert screen.notice.text == ""
    assert len(clerk.listing().result(20)) == 1


def test_what_is_chosen_while_the_workshop_is_made_follows(
    window: Open, clerk: Clerk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = window()
    opened.begin()
    screen = opened.prepare
    assert screen is not None
    disk = Creating(screen, monkeypatch)
    disk.slow = True
    type_into(qtbot, screen.fields.city, "Rivermouth")
    qtbot.mouseClick(screen.fields.length.button("two-half-days"), Qt.MouseButton.LeftButton)
    type_into(qtbot, screen.fields.people.entry, "28")
    disk.answer()
    qtbot.waitUntil(lambda: screen.feed is not None and len(_now(screen).sessions) == 2)
    qtbot.waitUntil(lambda: len(_now(screen).seats) == 28)
    assert agenda_followed(_now(screen), builtin.agendas()) == "two-half-days"


# ---- the four fields -------------------------------------------------------------------------------------------


def test_a_wrong_date_is_told_beside_the_field_and_stays(prepare: Prepare, qtbot: QtBot) -> None:
    fields = prepare.fields
    type_into(qtbot, fields.day, "31 February 2027")
    assert fields.of_day.note.text() == "“31 February 2027” is not a date. Type day, month and year."
    prepare.show_workshop(_now(prepare))
    assert fields.day.text() == "31 February 2027", "what was typed is not taken away"
    assert _now(prepare).about.date == "2027-03-01"
    type_into(qtbot, fields.day, "2.3.2027")
    qtbot.waitUntil(lambda: _now(prepare).about.date == "2027-03-02")
    qtbot.waitUntil(lambda: plain(fields.of_day.note.text()) == "In 4 days")


def test_escape_brings_back_what_is_kept_and_then_leaves(prepare: Prepare, qtbot: QtBot) -> None:
    window = prepare.window()
    assert isinstance(window, Window)
    type_into(qtbot, prepare.fields.city, "Nordhaven", Qt.Key.Key_Escape)
    assert prepare.fields.city.text() == "Rivermouth"
    qtbot.keyClick(prepare.fields.city, Qt.Key.Key_Escape)
    assert window.screen_shown is window.portfolio


def test_two_half_days_stand_as_two_days_with_times_of_their_own(prepare: Prepare, qtbot: QtBot) -> None:
    qtbot.mouseClick(prepare.fields.length.button("two-half-days"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(_now(prepare).sessions) == 2)

    def seen() -> list[str]:
        return [label.text() for label in prepare.day.findChildren(QLabel) if label.isVisibleTo(prepare)]

    def heads() -> list[str]:
        return [text.split(",")[0] for text in seen() if text.startswith("Day ") and "," in text]

    qtbot.waitUntil(lambda: heads() == ["Day 1", "Day 2"])
    said = seen()
    assert said.count("09:00") == 2
    assert "2 days running" in prepare.fields.of_length.note.text()
    assert _now(prepare).about.question_set == "standard"
    assert any(text.startswith("Up to 15 people: one circle.") for text in seen())


def test_people_start_time_and_agenda(prepare: Prepare, qtbot: QtBot) -> None:
    qtbot.mouseClick(prepare.fields.people.more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(_now(prepare).seats) == 29)
    type_into(qtbot, prepare.fields.start, "13.30")
    qtbot.waitUntil(lambda: next(iter(_now(prepare).sessions.values())).start_minute == 13 * 60 + 30)
    qtbot.waitUntil(lambda: plain(prepare.fields.of_length.note.text()) == "1 h 30 min, ends at 15:00")
    for text in ("24:00", "9:60"):
        type_into(qtbot, prepare.fields.start, text)
        said = plain(prepare.fields.of_length.note.text())
        assert said == f"“{text}” is not a time of day. Type it like 09:00."


def test_undo_takes_back_one_named_step(prepare: Prepare, qtbot: QtBot) -> None:
    type_into(qtbot, prepare.fields.people.entry, "30")
    qtbot.waitUntil(lambda: len(_now(prepare).seats) == 30)
    qtbot.waitUntil(lambda: prepare.undo.undo.isVisible())
    assert prepare.undo.undo.words.startswith("Undo: ")
    prepare.setFocus()
    qtbot.keyClick(prepare, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(_now(prepare).seats) == 28)
    qtbot.waitUntil(lambda: prepare.fields.people.value == 28)
    qtbot.keyClick(
        prepare, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    qtbot.waitUntil(lambda: len(_now(prepare).seats) == 30)


def test_an_editor_in_use_is_not_touched(prepare: Prepare, qtbot: QtBot) -> None:
    prepare.fields.city.setFocus()
    prepare.fields.city.selectAll()
    qtbot.keyClicks(prepare.fields.city, "Nord")
    assert prepare.feed is not None
    from desktop.model.verbs import prepare as verbs

    prepare.feed.desk.do(verbs.describe, title="Leadership").result(20)
    qtbot.waitUntil(lambda: prepare.feed is not None and prepare.feed.workshop.about.title == "Leadership")
    assert prepare.fields.city.text() == "Nord"


def test_the_disks_no_keeps_the_input(
    prepare: Prepare, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert prepare.feed is not None
    desk, do = prepare.feed.desk, prepare.feed.desk.do
    full: Future[object] = Future()
    full.set_exception(NotKept("disk.full"))
    answers = [lambda *_, **__: full, do]
    monkeypatch.setattr(desk, "do", lambda *args, **facts: answers.pop(0)(*args, **facts))
    type_into(qtbot, prepare.fields.city, "Nordhaven")
    qtbot.waitUntil(lambda: prepare.notice.tone == "bad")
    assert prepare.fields.city.text() == "Nordhaven"
    assert prepare.kept_said.startswith("Not saved")
    assert _now(prepare).about.city == "Rivermouth"
    qtbot.keyClick(prepare, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: _now(prepare).about.city == "Nordhaven")
    qtbot.waitUntil(lambda: prepare.notice.text == "")
    qtbot.waitUntil(lambda: prepare.kept_said.startswith("Saved"))


def test_what_was_not_saved_outlives_the_next_success(
    prepare: Prepare, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert prepare.feed is not None
    disk = Disk(prepare.feed.desk, monkeypatch)
    disk.full = True
    type_into(qtbot, prepare.fields.city, "Nordhaven")
    qtbot.waitUntil(lambda: prepare.notice.tone == "bad")
    disk.full = False
    type_into(qtbot, prepare.fields.people.entry, "7")
    qtbot.waitUntil(lambda: len(_now(prepare).seats) == 7)
    qtbot.waitUntil(lambda: prepare.feed is not None and prepare.feed.workshop is prepare.feed.desk.workshop)
    assert prepare.fields.city.text() == "Nordhaven"
    assert prepare.fields.city.property("shown") == "bad"
    assert prepare.notice.text.startswith("Not saved")
    assert prepare.kept_said.startswith("Not saved")
    qtbot.keyClick(prepare, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: _now(prepare).about.city == "Nordhaven")
    qtbot.waitUntil(lambda: prepare.kept_said.startswith("Saved"))
    assert prepare.fields.city.property("shown") == ""


# ---- the day ---------------------------------------------------------------------------------------------------


def test_minutes_are_typed_in_place_and_the_sum_follows(prepare: Prepare, qtbot: QtBot) -> None:
    entry = named(prepare, "Minutes for Where to")
    assert isinstance(entry, Entry)
    type_into(qtbot, entry, "25")
    qtbot.waitUntil(lambda: sum(step.minutes for step in _now(prepare).agenda) == 105)
    qtbot.waitUntil(lambda: plain(prepare.fields.of_length.note.text()) == "1 h 45 min, ends at 10:45")
    assert prepare.fields.length.value == "", "adapted: it is no longer the template"
    qtbot.mouseClick(prepare.fields.length.button("ninety-minutes"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: sum(step.minutes for step in _now(prepare).agenda) == 90)


def test_steps_move_go_and_come(prepare: Prepare, qtbot: QtBot) -> None:
    def kinds() -> list[str]:
        return [step.kind for step in _now(prepare).agenda if step.kind != "pivot"]

    qtbot.mouseClick(prepare.day.change, Qt.MouseButton.LeftButton)
    press(qtbot, named(prepare, "Commit earlier"))
    qtbot.waitUntil(lambda: kinds().index("commit") < kinds().index("actions"))
    assert focused_name(prepare) == "Commit earlier", "moving a step keeps the focus on it"
    qtbot.mouseClick(named(prepare, "Take Time in hand off the agenda"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "slack" not in kinds())
    qtbot.mouseClick(prepare.day.rest, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "break" in kinds())


# ---- More ------------------------------------------------------------------------------------------------------


def test_more_says_its_choices_in_one_line(prepare: Prepare, qtbot: QtBot) -> None:
    assert prepare.more.head.accessibleDescription() == (
        "Quick set, 7 questions. Paper and hands. No groups. All pivots count the same."
    )
    qtbot.keyClick(prepare, Qt.Key.Key_M, Qt.KeyboardModifier.AltModifier)
    assert prepare.more.opened
    qtbot.keyClick(prepare.more.head, Qt.Key.Key_Space)
    assert not prepare.more.opened


def test_questions_go_out_and_come_back(prepare: Prepare, qtbot: QtBot) -> None:
    _more(prepare)
    tick = named(prepare, "Data: Tell us once")
    assert isinstance(tick, TickTile)
    tick.click()
    qtbot.waitUntil(lambda: _now(prepare).about.questions_out == ("D1",))
    qtbot.waitUntil(lambda: prepare.more.head.accessibleDescription().startswith("Quick set, 6 questions."))
    tick.click()
    qtbot.waitUntil(lambda: _now(prepare).about.questions_out == ())


def test_one_way_to_vote_must_stay(prepare: Prepare, qtbot: QtBot) -> None:
    _more(prepare)
    hands, paper = named(prepare, "Hands or wall dots"), named(prepare, "Printed ballots")
    assert isinstance(hands, TickTile)
    assert isinstance(paper, TickTile)
    before = prepare.day.said
    hands.click()
    qtbot.waitUntil(lambda: _now(prepare).about.ways == ("paper",))
    qtbot.waitUntil(lambda: prepare.day.said != before)
    paper.click()
    assert paper.isChecked()
    assert _now(prepare).about.ways == ("paper",)


def test_groups_take_seats(prepare: Prepare, qtbot: QtBot) -> None:
    _more(prepare)
    groups = next(iter(prepare.findChildren(Groups)))
    for name in ("Council", "Service leads"):
        type_into(qtbot, groups.add, name, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda name=name: name in [one.name for one in _now(prepare).groups.values()])
        qtbot.waitUntil(lambda: groups.add.text() == "")
        qtbot.waitUntil(lambda name=name: groups.lines(name) == 1)
    number = named(prepare, "People in Service leads")
    assert isinstance(number, Entry)
    type_into(qtbot, number, "3")
    council = named(prepare, "People in Council")
    assert isinstance(council, Entry)
    qtbot.waitUntil(lambda: sum(one.group is not None for one in _now(prepare).seats) == 3)
    type_into(qtbot, council, "8")
    qtbot.waitUntil(lambda: sum(one.group is not None for one in _now(prepare).seats) == 11)
    qtbot.waitUntil(lambda: "always shown together" in groups.said)
    assert groups.said.startswith("17 of 28 people are in no group.")
    type_into(qtbot, groups.add, "Council", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(groups.wrong))
    assert len(_now(prepare).groups) == 2


def test_a_weight_counts_differently(prepare: Prepare, qtbot: QtBot) -> None:
    _more(prepare)
    press(qtbot, named(prepare, "Set weights"))
    weight = named(prepare, "Weight of Data")
    assert isinstance(weight, Entry)
    type_into(qtbot, weight, "3")
    qtbot.waitUntil(lambda: [one.value for one in _now(prepare).weights.values()] == [3.0])
    qtbot.waitUntil(
        lambda: prepare.more.head.accessibleDescription().endswith("Counting differently: Data 3.")
    )


def test_the_folder_must_exist(prepare: Prepare, settings: Settings, tmp_path: Path, qtbot: QtBot) -> None:
    _more(prepare)
    folder = named(prepare, "Folder for the documents")
    assert isinstance(folder, Entry)
    type_into(qtbot, folder, str(tmp_path / "nowhere"))
    assert folder.accessibleDescription() == "There is no such folder. Choose one that exists."
    assert settings.folder(_now(prepare).about.id) is None
    type_into(qtbot, folder, str(tmp_path))
    assert Settings(settings.file).folder(_now(prepare).about.id) == tmp_path


# ---- reach -----------------------------------------------------------------------------------------------------


def test_below_1280_pixels_the_day_is_a_drawer(prepare: Prepare, qtbot: QtBot) -> None:
    window = prepare.window()
    assert prepare.day.isVisible()
    window.resize(1100, 700)
    qtbot.waitUntil(lambda: prepare.split.is_drawer)
    assert not prepare.day.isVisible()
    assert prepare.start.isVisible()
    qtbot.mouseClick(prepare.split.handle, Qt.MouseButton.LeftButton)
    assert prepare.day.isVisible()
    foot = prepare.start.mapTo(prepare.split, prepare.start.rect().topLeft()).y()
    assert prepare.split.side.geometry().bottom() < foot, "the primary button stays free"
    qtbot.keyClick(prepare.day, Qt.Key.Key_Escape)
    assert not prepare.day.isVisible()
    assert window.screen_shown is prepare  # type: ignore[attr-defined]


def test_tab_reaches_every_control_and_each_has_a_name(prepare: Prepare, qtbot: QtBot) -> None:
    _more(prepare)
    window = prepare.window()
    assert isinstance(window, Window)
    able = {
        one
        for one in prepare.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible() and one.isEnabled()
    }
    nameless = [
        one for one in able if not (one.accessibleName() or one.objectName() == "qt_scrollarea_viewport")
    ]
    assert nameless == []
    prepare.fields.city.setFocus()
    reached: set[QWidget] = set()
    for _ in range(len(able) + 10):
        focused = window.focusWidget()
        assert focused is not None
        reached.add(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    by_arrows = {
        one for one in able - reached if isinstance(one, QAbstractButton) and one.group() is not None
    }
    assert {one.accessibleName() for one in able - reached - by_arrows} == set()


# ---- hostile text ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "city",
    ["<b>Rivermouth</b>", "R&D City", "=HYPERLINK(1)", "مدينة النهر", "🙂🙂", "'; DROP TABLE workshops; --"],
)
def test_hostile_text_comes_out_as_itself(prepare: Prepare, qtbot: QtBot, city: str) -> None:
    prepare.fields.city.setFocus()
    prepare.fields.city.setText(city)
    qtbot.keyClick(prepare.fields.city, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: prepare.title == city)
    assert _now(prepare).about.city == city
    assert prepare.fields.city.text() == city


def test_20000_characters_are_refused_beside_the_field_and_stay(prepare: Prepare, qtbot: QtBot) -> None:
    long = "x" * 20_000
    prepare.fields.city.setFocus()
    prepare.fields.city.setText(long)
    qtbot.keyClick(prepare.fields.city, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: prepare.fields.of_city.note.text().startswith("The text has 20"))
    assert prepare.fields.city.text() == long
    assert _now(prepare).about.city == "Rivermouth"
    assert prepare.window().width() == 1440


def test_control_characters_are_cleaned(prepare: Prepare, qtbot: QtBot) -> None:
    prepare.fields.city.setFocus()
    prepare.fields.city.setText("River\x0bmouth\u202e\t")
    qtbot.keyClick(prepare.fields.city, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: prepare.title != "Rivermouth")
    assert _now(prepare).about.city == prepare.title == "River mouth"

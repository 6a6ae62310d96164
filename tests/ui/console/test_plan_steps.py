"""From targets to the read-back: the steps after the votes, by keys, each input kept before the screen says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.model import walk
from desktop.model.clerk import Clerk
from desktop.model.offering import likely_owner
from desktop.model.verbs import agenda, ballots, decisions, papers, presence, rounds, sessions
from desktop.model.verbs.named import named
from desktop.model.walk import Call, Place
from desktop.model.workshop import Workshop
from desktop.settings import Settings
from desktop.ui.ask import Feed
from desktop.ui.console.steps.actions import ActionsStep
from desktop.ui.console.steps.base import StepScreen
from desktop.ui.console.steps.commit import CommitStep
from desktop.ui.console.steps.pivot import PivotStep
from desktop.ui.console.steps.where_to import WhereToStep
from desktop.ui.jobs import Jobs
from desktop.ui.notice import NoticeLine
from desktop.words.catalogue import ENGLISH
from tests.ui.disks import Disk
from tests.ui.finding import Keep

PEOPLE = 12


class Day:
    """A workshop whose seven levels are agreed (2, 2, 2, 3 …), one step of it on the screen."""

    def __init__(self, feed: Feed, qtbot: QtBot, settings: Settings) -> None:
        self.feed, self.qtbot, self.settings = feed, qtbot, settings
        self.holder = QWidget()
        self.holder.notice = self.notice = NoticeLine()  # type: ignore[attr-defined]
        self.jobs = Jobs(self.holder)
        self.box = QVBoxLayout(self.holder)
        self.box.addWidget(self.notice)
        qtbot.addWidget(self.holder)
        self.step: StepScreen

    @property
    def w(self) -> Workshop:
        return self.feed.desk.workshop

    def do(self, verb: Callable[..., object], **facts: object) -> None:
        self.feed.desk.do(verb, **facts).result(20)  # type: ignore[arg-type]
        self.settled(lambda: True)

    def settled(self, wanted: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(lambda: wanted() and self.feed.workshop is self.w)

    def open(self, kind: str, part: str, screen: StepScreen, subject: str | None = None) -> None:
        self.place = Place(next(one.id for one in self.w.agenda if one.kind == kind), part, subject)  # type: ignore[arg-type]
        self.step = screen
        self.box.addWidget(screen)
        for button in screen.beside():
            self.box.addWidget(button)
        beside = screen.aside()
        if beside is not None:
            self.box.addWidget(beside)
        self.feed.changed.connect(lambda w, _: screen.show_place(w, self.place))
        screen.show_place(self.w, self.place)
        self.holder.resize(900, 900)
        with self.qtbot.waitActive(self.holder):
            self.holder.show()
            self.holder.activateWindow()

    def type(self, text: str) -> None:
        for letter in text:
            focus = QApplication.focusWidget()
            assert focus is not None
            self.qtbot.keyClick(focus, letter)

    def key(self, key: Qt.Key) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        self.qtbot.keyClick(focus, key)

    def says(self, text: str) -> bool:
        QApplication.processEvents()  # what was just laid out comes up
        labels = [one.text() for one in self.holder.findChildren(QLabel) if one.isVisible()]
        return any(text in label.replace("\u00a0", " ") for label in labels)


@pytest.fixture
def day(dressed: QApplication, clerk: Clerk, keep: Keep, qtbot: QtBot, settings: Settings) -> Iterator[Day]:
    desk = clerk.open(keep(people=PEOPLE)).result(20)
    desk.do(presence.arrive, participants=tuple(one.id for one in desk.workshop.seats)).result(20)
    for place, pivot in enumerate(desk.workshop.pivots):
        level = 3.0 if place > 3 else 2.0
        (question,) = desk.workshop.questions_of(pivot.id)
        desk.do(decisions.agree, about="question", subject=question.id, level=level).result(20)
        desk.do(decisions.agree, about="pivot", subject=pivot.id, level=level).result(20)
    feed = Feed(desk)
    yield Day(feed, qtbot, settings)
    feed.close()


def test_targets_are_set_by_keys_alone(day: Day) -> None:
    screen = WhereToStep(ENGLISH, day.feed)
    day.open("where_to", "aims", screen)
    pivots = [one.id for one in day.w.pivots]
    assert screen.keyed("4")
    day.settled(lambda: day.w.target_of(pivots[0]) is not None)
    day.key(Qt.Key.Key_Down)
    day.type("3+")
    day.settled(lambda: (one := day.w.target_of(pivots[1])) is not None and one.level == 3.5)
    day.key(Qt.Key.Key_Return)
    day.type("0")
    day.settled(lambda: (one := day.w.target_of(pivots[2])) is not None and one.level == 2.0)
    assert day.says("stay")
    assert screen.keyed("y")
    day.settled(lambda: (one := day.w.target_of(pivots[2])) is not None and one.horizon == "2029-12-31")
    assert day.w.target_of(pivots[0]).horizon == "2028-12-31"  # type: ignore[union-attr]


def test_a_target_below_today_is_asked_about_once(day: Day) -> None:
    screen = WhereToStep(ENGLISH, day.feed)
    day.open("where_to", "aims", screen)
    pivot, other = day.w.pivots[5].id, day.w.pivots[6].id
    screen.cells[pivot].setFocus()
    day.type("1")
    assert day.says("1 is below today’s 3. Press again to keep it.")
    assert screen._wrong.property("role") == "warn"
    day.type("4")
    day.settled(lambda: (one := day.w.target_of(pivot)) is not None and one.level == 4.0)
    assert not day.says("is below today’s")
    day.type("1")
    screen.cells[other].setFocus()
    day.type("1")
    screen.cells[pivot].setFocus()
    day.type("1")
    assert day.w.target_of(other) is None, "another pivot's digit confirms nothing"
    assert day.w.target_of(pivot).level == 4.0  # type: ignore[union-attr]
    day.type("1")
    day.settled(lambda: day.w.target_of(pivot).level == 1.0)  # type: ignore[union-attr]
    assert day.says("lower")
    day.type("-")
    day.settled(lambda: True)
    assert day.w.target_of(pivot).level == 1.0, "the end of the scale"  # type: ignore[union-attr]


def test_a_month_is_typed_and_a_wrong_one_stays_to_be_mended(day: Day) -> None:
    screen = WhereToStep(ENGLISH, day.feed)
    day.open("where_to", "aims", screen)
    pivot = day.w.pivots[0].id
    screen.keyed("3")
    day.settled(lambda: day.w.target_of(pivot) is not None)
    by = screen.rows[pivot].by
    for text in ("soon", "Jun 2029"):
        by.setFocus()
        by.selectAll()
        day.type(text)
        day.key(Qt.Key.Key_Return)
        if text == "soon":
            assert day.says("“soon” is no month")
            assert by.text() == "soon"
    day.settled(lambda: day.w.target_of(pivot).horizon == "2029-06-30")  # type: ignore[union-attr]
    assert not day.says("is no month")


def test_why_belongs_to_the_pivot_it_was_begun_for(day: Day) -> None:
    screen = WhereToStep(ENGLISH, day.feed)
    day.open("where_to", "aims", screen)
    first, second = day.w.pivots[0].id, day.w.pivots[1].id
    screen.keyed("3")
    day.key(Qt.Key.Key_Down)
    day.type("4")
    day.settled(lambda: len(day.w.targets) == 2)
    screen.why.setFocus()
    day.type("The <b>new</b> law")
    screen.cells[first].setFocus()
    day.settled(lambda: day.w.target_of(second).rationale == "The <b>new</b> law")  # type: ignore[union-attr]
    assert not day.w.target_of(first).rationale  # type: ignore[union-attr]


def test_equal_gaps_at_the_cut_ask_the_room(day: Day) -> None:
    screen = WhereToStep(ENGLISH, day.feed)
    day.open("where_to", "gaps", screen)
    for pivot in day.w.pivots[:4]:
        screen.cells[pivot.id].setFocus()
        day.type("3")
    day.settled(lambda: len(day.w.targets) == 4)
    assert day.says("Ask the room which comes first")
    wanted = day.w.pivots[3]
    button = next(
        one for one in day.holder.findChildren(QPushButton)
        if one.accessibleName() == f"{wanted.short['en']} first"
    )  # fmt: skip
    button.click()
    day.settled(lambda: day.w.target_of(wanted.id).first)  # type: ignore[union-attr]
    assert walk.largest_gaps(day.w)[0] == wanted.id


def offers(day: Day) -> list[str]:
    """Targets, then the suggestions of the first gap on the table and picks open."""
    from desktop.model.verbs import targets

    day.do(targets.set, pivot=day.w.pivots[0].id, level=4.0)
    day.do(targets.set, pivot=day.w.pivots[1].id, level=4.0)
    step = next(one for one in day.w.agenda if one.kind == "actions")
    for part, subject in (("suggest", day.w.pivots[0].id), ("suggest", day.w.pivots[1].id), ("picks", None)):
        calls: tuple[Call, ...] = walk.to(day.w, Place(step.id, part, subject)).calls  # type: ignore[arg-type]
        for call in calls:
            day.do(named(call.verb), **call.args)
    return [one.id for one in walk.offered(day.w)]


def test_picks_are_counted_beside_the_suggestions(day: Day) -> None:
    offered = offers(day)
    screen = ActionsStep(ENGLISH, day.feed)
    day.open("actions", "picks", screen)
    assert list(screen.cells) == offered
    assert screen.keyed("7")
    for _ in offered[1:]:
        day.key(Qt.Key.Key_Down)
        day.type("2")
    assert day.says(f"{7 + 2 * (len(offered) - 1)} of 36 picks counted.")
    assert screen.cells[offered[0]].text() == "•"
    day.key(Qt.Key.Key_Return)
    held = day.w.latest("picks", "")
    assert held is not None
    day.settled(lambda: bool(day.w.counts_in(held.id)))
    again = ActionsStep(ENGLISH, day.feed)
    again.show_place(day.w, day.place)
    assert again.cells[offered[0]].number == 7, "what was kept stands there after a restart"
    again.deleteLater()


def test_a_number_key_keeps_a_suggestion_and_uncovered_gaps_are_named(day: Day) -> None:
    offered = offers(day)
    screen = ActionsStep(ENGLISH, day.feed)
    day.open("actions", "suggest", screen, day.w.pivots[0].id)
    assert screen.keyed("1")
    day.settled(lambda: day.w.actions[offered[0]].status != "offered")
    day.place = Place(day.place.step, "plan")
    screen.show_place(day.w, day.place)
    assert day.says("No action covers data mastery.")
    assert day.says("no action")
    assert not screen.keyed("9")


def test_an_owner_is_suggested_and_counts_once_somebody_confirms_it(day: Day) -> None:
    from desktop.model.verbs import actions

    first, second, *_ = offers(day)
    for id in (first, second):
        day.do(actions.choose, action=id)
    screen = ActionsStep(ENGLISH, day.feed)
    day.open("actions", "plan", screen)
    owner = screen._rows[first].owner
    likely = owner.likely
    assert likely
    assert owner.text() == ""
    assert owner.placeholderText() == f"{likely}?"
    assert not day.w.actions[first].owner, "kept, but nobody was named"
    owner.setFocus()
    day.key(Qt.Key.Key_Tab)
    assert not day.w.actions[first].owner, "passing by confirms nothing"
    owner.setFocus()
    day.key(Qt.Key.Key_Return)
    day.settled(lambda: day.w.actions[first].owner == likely)
    assert screen._rows[first].confirm.isHidden()
    screen._rows[second].confirm.click()
    day.settled(lambda: bool(day.w.actions[second].owner))


def test_the_read_back_confirms_a_suggested_owner_too(day: Day) -> None:
    from desktop.model.verbs import actions

    first, *_ = offers(day)
    day.do(actions.choose, action=first)
    screen = CommitStep(ENGLISH, day.feed, day.settings, day.jobs)
    day.open("commit", "read_back", screen)
    assert day.says("1 of 1 has no owner yet")
    assert day.says("has an owner suggested, not confirmed.")
    owner = screen._read_back._owners[first]
    owner.setFocus()
    day.key(Qt.Key.Key_Return)
    day.settled(lambda: day.w.actions[first].owner == likely_owner(day.w, day.w.actions[first]))
    assert not day.says("no owner yet")


def test_what_is_being_typed_is_kept_before_the_next_press_goes_on(day: Day) -> None:
    screen = CommitStep(ENGLISH, day.feed, day.settings, day.jobs)
    day.open("commit", "city", screen)
    went: list[str] = []
    assert not screen.keep(lambda: went.append("nothing to keep"))
    screen.keeper.setFocus()
    day.type("City manager")
    assert screen.keep(lambda: went.append(day.w.about.plan_keeper or ""))
    day.settled(lambda: went == ["City manager"])
    screen.reviews.setFocus()
    day.type("soon")
    assert screen.keep(lambda: went.append("not a day"))
    day.qtbot.waitUntil(lambda: screen._wrong.isVisible())
    assert went == ["City manager"]


def test_picks_that_are_written_are_kept_before_the_next_press_goes_on(day: Day) -> None:
    offered = offers(day)
    screen = ActionsStep(ENGLISH, day.feed)
    day.open("actions", "picks", screen)
    went: list[int] = []
    assert not screen.keep(lambda: went.append(0))
    day.notice.say("No pick is counted. Press again to go on without picks.", tone="warn")
    screen.keyed("1")
    day.type("3")
    assert screen._sum.property("role") == "bad", "thirteen hands of twelve people"
    assert not day.notice.text, "counting answers what the press asked"
    assert screen.keep(lambda: went.append(13))
    day.qtbot.waitUntil(lambda: screen._wrong.isVisible())
    assert went == []
    day.key(Qt.Key.Key_Backspace)
    assert screen._sum.property("role") == "bold"
    held = day.w.latest("picks", "")
    assert held is not None
    assert screen.keep(lambda: went.append(sum(sum(one.numbers) for one in day.w.counts_in(held.id))))
    day.settled(lambda: went == [1])
    assert len(offered) > 1
    screen.show_place(day.w, day.place)
    assert not screen.keep(lambda: went.append(2)), "kept already"


def test_read_back_names_what_was_not_settled_and_takes_an_owner(day: Day) -> None:
    offered = offers(day)
    from desktop.model.verbs import actions

    day.do(actions.choose, action=offered[0])
    day.do(actions.edit, action=offered[0], owner="")
    day.do(decisions.leave_open, pivot=day.w.pivots[4].id, rationale="The room ran out of time")
    day.do(
        decisions.agree,
        about="pivot",
        subject=day.w.pivots[0].id,
        level=2.0,
        dissent="The call centre is <i>missing</i>",
    )
    screen = CommitStep(ENGLISH, day.feed, day.settings, day.jobs)
    day.open("commit", "read_back", screen)
    for text in (
        "2 to 4",
        "The room ran out of time",
        "The call centre is <i>missing</i>",
        "1 of 1 has no owner yet",
    ):
        assert day.says(text), text
    owner = screen._read_back._owners[offered[0]]
    owner.setFocus()
    day.type("Head of IT")
    day.key(Qt.Key.Key_Return)
    day.settled(lambda: day.w.actions[offered[0]].owner == "Head of IT")
    assert not day.says("no owner yet")


def test_reviews_are_typed_as_people_write_days(day: Day) -> None:
    screen = CommitStep(ENGLISH, day.feed, day.settings, day.jobs)
    day.open("commit", "read_back", screen)
    screen.reviews.setFocus()
    day.type("7 Jun 2027, 6.12.2027")
    day.key(Qt.Key.Key_Return)
    day.settled(lambda: day.w.about.reviews == ("2027-06-07", "2027-12-06"))
    day.key(Qt.Key.Key_Tab)
    screen.show_place(day.w, day.place)
    assert screen.reviews.text().replace("\u00a0", " ") == "7 Jun 2027, 6 Dec 2027"


def test_at_most_three_things_hold_a_pivot_back(day: Day) -> None:
    screen = PivotStep(ENGLISH, day.feed)
    day.open("pivot", "agree", screen)
    pivot = day.w.steps[day.place.step].subject
    day.do(agenda.go, step=day.place.step, part="agree")
    ticks = screen.barriers.ticks
    for count, key in enumerate(list(ticks)[:3], start=1):
        ticks[key].click()
        day.settled(lambda count=count: len(day.w.barriers) == count)
    fourth = ticks[list(ticks)[3]]
    fourth.click()
    day.qtbot.waitUntil(lambda: bool(day.notice.text))
    assert not fourth.isChecked()
    assert {one.pivot for one in day.w.barriers.values()} == {pivot}


def test_a_folder_that_cannot_take_the_papers_is_said_in_a_sentence(day: Day, tmp_path: Path) -> None:
    (tmp_path / "in the way").write_text("a file", encoding="utf-8")
    day.settings.choose_folder(day.w.about.id, tmp_path / "in the way" / "papers")
    screen = CommitStep(ENGLISH, day.feed, day.settings, day.jobs)
    day.open("commit", "city", screen)
    screen.finish()
    day.qtbot.waitUntil(lambda: day.says("The folder cannot take the documents"), timeout=20_000)
    assert not day.w.exports
    assert (tmp_path / "in the way").read_text(encoding="utf-8") == "a file"


def test_final_takes_a_name_and_a_second_press(day: Day) -> None:
    day.do(sessions.start)
    day.do(sessions.end)
    screen = CommitStep(ENGLISH, day.feed, day.settings, day.jobs)
    day.open("commit", "city", screen)
    screen.final.setFocus()
    day.key(Qt.Key.Key_Space)
    assert day.w.about.state == "draft"
    day.key(Qt.Key.Key_Space)
    day.qtbot.waitUntil(lambda: screen._wrong.isVisible())
    assert day.w.about.state == "draft", "nobody's name, nothing final"
    screen.final_name.setFocus()
    day.type("A. Mayor")
    screen.final.setFocus()
    day.key(Qt.Key.Key_Space)
    day.key(Qt.Key.Key_Space)
    day.settled(lambda: day.w.about.state == "final")
    assert day.w.about.final_by == "A. Mayor"


def test_the_seal_is_offered_once_final_and_takes_two_presses(day: Day) -> None:
    day.do(sessions.start)
    question = day.w.questions[0].id
    day.do(rounds.open, kind="level", subjects=[question])
    (open_,) = [one.id for one in day.w.rounds.values() if one.state == "open"]
    for one in day.w.seats[:6]:
        day.do(ballots.cast, round=open_, participant=one.id, choice=2)
    day.do(rounds.close, round=open_)
    day.do(rounds.reveal, round=open_)
    day.do(sessions.end)
    screen = CommitStep(ENGLISH, day.feed, day.settings, day.jobs)
    day.open("commit", "city", screen)
    seal = screen.hand_over.seal
    day.box.addWidget(screen.aside())
    day.feed.changed.connect(lambda w, _: screen.hand_over.show_workshop(w))
    assert not seal.isVisible()
    day.do(papers.finalise, name="A. Mayor")
    day.qtbot.waitUntil(seal.isVisible)
    assert day.says("answers become totals, here and in backups. This cannot be undone.")
    seal.press.setFocus()
    day.key(Qt.Key.Key_Space)
    assert seal.press.words == "Press again"
    assert day.w.about.sealed_at is None
    day.key(Qt.Key.Key_Space)
    day.qtbot.waitUntil(lambda: day.says("The answers are totals now."))
    assert day.w.ballots_in(open_) == {}
    assert not seal.press.isVisible()


def test_a_why_that_was_not_saved_comes_back_with_its_pivot(
    day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = WhereToStep(ENGLISH, day.feed)
    day.open("where_to", "aims", screen)
    first, second = day.w.pivots[0].id, day.w.pivots[1].id
    screen.keyed("3")
    day.key(Qt.Key.Key_Down)
    day.type("4")
    day.settled(lambda: len(day.w.targets) == 2)
    disk = Disk(day.feed.desk, monkeypatch)
    disk.full = True
    screen.why.setFocus()
    day.type("The new law")
    screen.cells[first].setFocus()
    day.qtbot.waitUntil(lambda: day.notice.tone == "bad")
    assert screen.why.text() == "", "the other pivot has no reason"
    assert screen.why.property("shown") != "bad"
    disk.full = False
    screen.cells[second].setFocus()
    assert screen.why.text() == "The new law"
    assert screen.why.property("shown") == "bad"
    screen.why.setFocus()
    screen.cells[first].setFocus()
    day.settled(lambda: day.w.target_of(second).rationale == "The new law")  # type: ignore[union-attr]
    assert not day.w.target_of(first).rationale  # type: ignore[union-attr]
    screen.cells[second].setFocus()
    assert screen.why.text() == "The new law"
    assert screen.why.property("shown") == ""
    assert day.notice.text == ""


def test_what_is_asked_of_the_council_stays_when_it_was_not_saved(
    day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = CommitStep(ENGLISH, day.feed, day.settings, day.jobs)
    day.open("commit", "read_back", screen)
    disk = Disk(day.feed.desk, monkeypatch)
    disk.full = True
    for entry, text in ((screen.asked[0], "fund the register"), (screen.keeper, "City clerk")):
        entry.setFocus()
        entry.selectAll()
        day.type(text)
        day.key(Qt.Key.Key_Tab)
        day.qtbot.waitUntil(lambda entry=entry: entry.property("shown") == "bad")
    disk.full = False
    screen.reviews.setFocus()
    day.type("7 Jun 2027")
    day.key(Qt.Key.Key_Return)
    day.settled(lambda: day.w.about.reviews == ("2027-06-07",))
    assert (screen.asked[0].text(), screen.keeper.text()) == ("fund the register", "City clerk")
    assert day.notice.text.startswith("Not saved")


def test_an_owner_being_typed_outlives_a_note(day: Day) -> None:
    from desktop.model.verbs import actions, notes

    offered = offers(day)
    day.do(actions.choose, action=offered[0])
    day.do(actions.edit, action=offered[0], owner="")
    screen = CommitStep(ENGLISH, day.feed, day.settings, day.jobs)
    day.open("commit", "read_back", screen)
    owner = screen._read_back._owners[offered[0]]
    owner.setFocus()
    day.type("Head of")
    day.do(notes.write, kind="parking", text="Ask the works department")
    day.qtbot.waitUntil(lambda: day.says("parking") or day.says("parked"))
    assert screen._read_back._owners[offered[0]] is owner
    assert owner.text() == "Head of"


def test_an_action_in_our_own_words_is_written_once_and_the_next_is_not_wiped(
    day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    offers(day)
    screen = ActionsStep(ENGLISH, day.feed)
    day.open("actions", "plan", screen)
    disk = Disk(day.feed.desk, monkeypatch)
    before = len(day.w.actions)
    disk.slow = True
    screen.own.setFocus()
    day.type("Open the tree register")
    day.key(Qt.Key.Key_Return)
    day.key(Qt.Key.Key_Return)
    assert disk.asked == 1
    day.type("Share the sensors")
    disk.answer()
    day.qtbot.waitUntil(lambda: screen.own.text() == "Share the sensors")
    disk.slow = False
    day.key(Qt.Key.Key_Return)
    day.settled(lambda: len(day.w.actions) == before + 2)
    day.qtbot.waitUntil(lambda: screen.own.text() == "")

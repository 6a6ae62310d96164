"""Asking and being answered: on the window's thread, once, and never to a widget that is gone."""

from __future__ import annotations

import threading
from concurrent.futures import Future, ThreadPoolExecutor

import pytest
from PySide6.QtCore import Qt, QThread
from PySide6.QtWidgets import QApplication, QFrame
from pytestqt.qtbot import QtBot

from desktop.model.refused import NotKept, Refused
from desktop.ui.ask import Feed, ask
from desktop.ui.notice import NoticeLine
from desktop.ui.widgets.arrange import column
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.fields import Entry


class Screen(QFrame):
    """A screen with a notice line, a button and a field."""

    def __init__(self) -> None:
        super().__init__()
        self.notice = NoticeLine()
        self.button = Button("Close the vote")
        self.entry = Entry("City")
        self.setLayout(column(self.entry, self.button, self.notice))


@pytest.fixture
def screen(dressed: QApplication, qtbot: QtBot) -> Screen:
    made = Screen()
    qtbot.addWidget(made)
    made.show()
    return made


def _elsewhere(future: Future[object], answer: object) -> None:
    def work() -> None:
        if isinstance(answer, BaseException):
            future.set_exception(answer)
        else:
            future.set_result(answer)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


def test_the_answer_comes_on_the_windows_thread(screen: Screen, qtbot: QtBot) -> None:
    asked: Future[object] = Future()
    got: list[object] = []
    ask(screen.button, lambda: asked, then=lambda answer: got.append((answer, QThread.currentThread())))
    _elsewhere(asked, 7)
    assert got == [], "never from within the other thread"
    qtbot.waitUntil(lambda: bool(got))
    assert got == [(7, QApplication.instance().thread())]


def test_a_button_takes_nothing_until_it_is_answered(screen: Screen, qtbot: QtBot) -> None:
    asked: list[Future[object]] = []

    def make() -> Future[object]:
        asked.append(Future())
        return asked[-1]

    screen.button.clicked.connect(lambda: ask(screen.button, make))
    screen.button.setFocus()
    qtbot.mouseClick(screen.button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(screen.button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(screen.button, Qt.Key.Key_Space)
    screen.button.click()
    assert len(asked) == 1
    assert screen.button.waiting
    _elsewhere(asked[0], None)
    qtbot.waitUntil(lambda: not screen.button.waiting)
    qtbot.keyClick(screen.button, Qt.Key.Key_Return)
    assert len(asked) == 2
    _elsewhere(asked[1], None)
    qtbot.waitUntil(lambda: not screen.button.waiting)


def test_a_slow_answer_shows_that_something_is_under_way(screen: Screen, qtbot: QtBot) -> None:
    asked: Future[object] = Future()
    ask(screen.button, lambda: asked)
    qtbot.waitUntil(lambda: screen.button.turning)
    _elsewhere(asked, None)
    qtbot.waitUntil(lambda: not screen.button.waiting)
    assert not screen.button.turning


def test_an_answer_dies_with_its_widget(screen: Screen, qtbot: QtBot) -> None:
    asked: Future[object] = Future()
    got: list[object] = []
    short = Button("Gone")
    ask(short, lambda: asked, then=got.append)
    with qtbot.waitSignal(short.destroyed):
        short.deleteLater()
    later: Future[object] = Future()
    ask(screen.button, lambda: later, then=got.append)
    _elsewhere(asked, "to nobody")
    _elsewhere(later, "to the screen")
    qtbot.waitUntil(lambda: bool(got))
    assert got == ["to the screen"]


def test_a_refusal_is_a_sentence_in_the_notice_line(screen: Screen, qtbot: QtBot) -> None:
    asked: Future[object] = Future()
    ask(screen.button, lambda: asked, then=lambda _: pytest.fail("it was refused"))
    _elsewhere(asked, Refused("weights.all_zero"))
    qtbot.waitUntil(lambda: screen.notice.tone == "warn")
    assert screen.notice.text == "All weights are 0, so nothing would count. Give at least one pivot more."
    fine: Future[object] = Future()
    ask(screen.button, lambda: fine)
    _elsewhere(fine, None)
    qtbot.waitUntil(lambda: screen.notice.text == "")


def test_a_refusal_can_stand_beside_its_field(screen: Screen, qtbot: QtBot) -> None:
    asked: Future[object] = Future()
    said: list[str] = []
    ask(screen.entry, lambda: asked, refused=lambda no, sentence: said.append(f"{no.code}: {sentence}"))
    _elsewhere(asked, Refused("city.missing"))
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["city.missing: The city’s name is missing. Type it first."]
    assert screen.notice.text == ""


def test_the_disks_no_stays_until_it_is_tried_again(screen: Screen, qtbot: QtBot) -> None:
    answers: list[object] = [NotKept("disk.full"), "kept"]
    asked: list[Future[object]] = []
    got: list[object] = []

    def make(city: str) -> Future[object]:
        assert city == "Rivermouth"
        asked.append(Future())
        return asked[-1]

    screen.entry.setText("Rivermouth")
    ask(screen.entry, make, "Rivermouth", then=got.append)
    _elsewhere(asked[0], answers[0])
    qtbot.waitUntil(lambda: screen.notice.tone == "bad")
    assert screen.notice.text.startswith("Not saved: the disk is full.")
    assert screen.entry.text() == "Rivermouth"
    qtbot.mouseClick(screen.notice.again, Qt.MouseButton.LeftButton)
    _elsewhere(asked[1], answers[1])
    qtbot.waitUntil(lambda: got == ["kept"])
    assert screen.notice.text == ""


def test_a_question_that_cannot_be_asked_leaves_the_button_free(screen: Screen) -> None:
    def closed() -> Future[object]:
        raise RuntimeError("the clerk has gone home")

    with pytest.raises(RuntimeError):
        ask(screen.button, closed)
    assert not screen.button.waiting


def test_not_saved_stays_until_the_same_thing_goes_well(screen: Screen, qtbot: QtBot) -> None:
    def make(_what: str, answer: object) -> Future[object]:
        asked: Future[object] = Future()
        _elsewhere(asked, answer)
        return asked

    got: list[object] = []
    ask(screen.entry, make, "city", answer=NotKept("disk.full"))
    qtbot.waitUntil(lambda: screen.notice.tone == "bad")
    ask(screen.entry, make, "day", answer="another field", then=got.append)
    ask(screen.button, make, "city", answer="another control", then=got.append)
    qtbot.waitUntil(lambda: len(got) == 2)
    assert screen.notice.text.startswith("Not saved")
    ask(screen.entry, make, "city", answer="the same, typed anew")
    qtbot.waitUntil(lambda: screen.notice.text == "")


def test_a_fault_is_one_calm_sentence_and_goes_on_to_the_record(screen: Screen, qtbot: QtBot) -> None:
    asked: Future[object] = Future()
    heard: list[BaseException] = []
    with qtbot.captureExceptions() as caught:
        ask(screen.button, lambda: asked, then=lambda _: pytest.fail("it failed"), failed=heard.append)
        _elsewhere(asked, KeyError("a secret"))
        qtbot.waitUntil(lambda: bool(caught))
    assert [type(one) for one in heard] == [KeyError]
    assert not screen.button.waiting
    assert screen.notice.text == (
        "That did not work. What was kept before is still there. Try again, or go another way."
    )


def test_a_question_given_up_says_so_to_who_asked(screen: Screen, qtbot: QtBot) -> None:
    asked: Future[object] = Future()
    heard: list[BaseException] = []
    ask(screen.button, lambda: asked, failed=heard.append)
    asked.cancel()
    qtbot.waitUntil(lambda: len(heard) == 1)
    assert screen.notice.text == ""


class Desk:
    """Enough of a desk to be heard."""

    def __init__(self) -> None:
        self.workshop = 0
        self._listener: object = None

    def listen(self, listener: object) -> object:
        self._listener = listener
        return lambda: setattr(self, "_listener", None)

    def commit(self, change: str) -> None:
        self.workshop += 1
        if self._listener is not None:
            self._listener(self.workshop, [change])  # type: ignore[operator]


def test_many_commits_are_told_at_once_in_order(dressed: QApplication, qtbot: QtBot) -> None:
    desk = Desk()
    feed = Feed(desk)  # type: ignore[arg-type]
    told: list[tuple[object, object]] = []
    feed.changed.connect(lambda workshop, changes: told.append((workshop, changes)))
    with ThreadPoolExecutor(1) as clerk:
        for number in range(200):
            clerk.submit(desk.commit, f"step {number}")
    assert told == []
    qtbot.waitUntil(lambda: feed.workshop == 200)
    assert told == [(200, tuple(f"step {number}" for number in range(200)))]
    feed.close()
    desk.commit("unheard")
    assert feed.workshop == 200

"""Asking the clerk from a screen: the answer arrives on the window's thread and dies with the widget.

    ask(button, desk.do, rounds.close, round=id, then=self.closed)

Until it is answered the control takes nothing; after 150 ms it shows that it is busy. A refusal becomes a
sentence in the screen's notice line; the disk's no stays there, with *Try again*, and the input stays too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError
from threading import Lock
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, runtime_checkable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QWidget
from shiboken6 import isValid

from desktop.model.refused import NotKept, Refused
from desktop.ui.notice import notice_of
from desktop.ui.widgets.buttons import Button, presses

if TYPE_CHECKING:
    from concurrent.futures import Future

    from desktop.model.change import Change
    from desktop.model.desk import Desk
    from desktop.model.workshop import Workshop

T = TypeVar("T")
BUSY_AFTER_MS = 150
LONGEST_PARTED = 100
"""Characters of a sentence up to which its second half has room beside the first."""
TRY_AGAIN, WRITE_AGAIN = "Try again", "Write it there again"


@runtime_checkable
class PutsBack(Protocol):
    """A desk or a clerk: it can write a library anew that was deleted under the program."""

    def put_back(self) -> Future[Any]:
        """Write it where it was."""
        ...


@runtime_checkable
class TellsNotKept(Protocol):
    """A control that remembers what did not arrive."""

    def unkept(self) -> None:
        """What was told last was not kept."""
        ...

    def arrived(self) -> None:
        """What was told last was kept after all."""
        ...


def ask(
    widget: QWidget,
    maker: Callable[..., Future[T]],
    *args: Any,
    then: Callable[[T], object] | None = None,
    refused: Callable[[Refused, str], object] | None = None,
    not_kept: Callable[[NotKept], object] | None = None,
    failed: Callable[[BaseException], object] | None = None,
    control: QAbstractButton | None = None,
    about: object = None,
    settles: bool = True,
    **facts: Any,
) -> None:
    """Call ``maker(*args, **facts)`` and hand its answer over on this thread, if ``widget`` still lives.

    ``then`` gets the answer. ``refused`` gets the refusal and its sentence, to say it beside a field; without
    it the sentence stands in the notice line. ``not_kept`` hears of the disk's no too. ``failed`` hears of
    everything else that can end a question: a fault of the program, which is said in one sentence and goes on
    to the crash record, or the end of the desk. ``control`` is what takes nothing meanwhile, the widget itself
    if it is a button. ``about`` is what the question is about, by default the same question by the same widget:
    "not saved" stays in the notice line until that goes well. Only what ``settles`` takes a warning back: reading
    does not.
    """
    control = control or (widget if isinstance(widget, QAbstractButton) else None)
    about = (widget, maker, args) if about is None else about
    _hold(control)
    try:
        asked = maker(*args, **facts)
    except BaseException as fault:
        _release(control)
        if failed is not None:
            failed(fault)
        raise

    def again() -> None:
        ask(
            widget, maker, *args, then=then, refused=refused, not_kept=not_kept, failed=failed, control=control,
            about=about, settles=settles, **facts,
        )  # fmt: skip

    def mend() -> None:
        mender = getattr(maker, "__self__", None)
        assert isinstance(mender, PutsBack)
        ask(widget, mender.put_back, then=lambda _: again(), control=control)

    def arrive() -> None:
        if isValid(widget):
            _release(control)
            able = isinstance(getattr(maker, "__self__", None), PutsBack)
            mending = mend if able else None
            _answer(widget, asked, then, refused, not_kept, failed, about, again, mending, settles=settles)

    post = _post()
    asked.add_done_callback(lambda _: post.send(arrive))


def _answer(
    widget: QWidget,
    asked: Future[T],
    then: Callable[[T], object] | None,
    refused: Callable[[Refused, str], object] | None,
    not_kept: Callable[[NotKept], object] | None,
    failed: Callable[[BaseException], object] | None,
    about: object,
    again: Callable[[], None],
    mend: Callable[[], None] | None,
    *,
    settles: bool,
) -> None:
    notice = notice_of(widget)
    try:
        answer = asked.result()
    except CancelledError as end:
        if failed is not None:
            failed(end)
        return
    except Refused as no:
        sentence = _sentence(no)
        if refused is not None:
            refused(no, sentence)
        elif notice is not None:
            notice.say(sentence, tone="warn", room=_for_all(no))
        return
    except NotKept as no:
        if isinstance(widget, TellsNotKept):
            widget.unkept()
        if not_kept is not None:
            not_kept(no)
        if notice is not None:
            first, rest = _parted(_sentence(no))
            gone = mend if no.code == "library.gone" else None
            notice.say(
                first, more=rest, tone="bad", again=gone or again, about=about,
                offer=WRITE_AGAIN if gone else TRY_AGAIN, room=_for_all(no),
            )  # fmt: skip
            notice.unkept.emit()
        return
    except Exception as fault:
        if failed is not None:
            failed(fault)
        if notice is not None:
            notice.say(_fault(), tone="bad", about=about)
        raise  # to the crash record
    if isinstance(widget, TellsNotKept):
        widget.arrived()
    if notice is not None and settles:
        notice.settle(about)
    if then is not None:
        then(answer)


def _parted(sentence: str) -> tuple[str, str]:
    """What happened, and what to do; a long one stays whole, to wrap as one."""
    first, _, rest = sentence.partition(". ")
    return (f"{first}.", rest) if len(sentence) <= LONGEST_PARTED and rest else (sentence, "")


def _sentence(no: Refused | NotKept) -> str:
    from desktop.words.catalogue import ENGLISH
    from desktop.words.refusals import refusal

    return refusal(ENGLISH, no)


def _fault() -> str:
    from desktop.words.catalogue import ENGLISH
    from desktop.words.refusals import fault

    return fault(ENGLISH)


def _for_all(no: Refused | NotKept) -> str:
    from desktop.words.catalogue import ENGLISH
    from desktop.words.refusals import refusal_for_all

    return refusal_for_all(ENGLISH, no)


def _hold(control: QAbstractButton | None) -> None:
    if isinstance(control, Button):
        control.set_waiting(True)

        def turn() -> None:
            if control.waiting:
                control.set_turning(True)

        QTimer.singleShot(BUSY_AFTER_MS, control, turn)
    elif control is not None and control.findChild(_Deaf) is None:
        control.installEventFilter(_Deaf(control))
        control.setProperty("waiting", True)
        control.update()


def _release(control: QAbstractButton | None) -> None:
    if control is None or not isValid(control):
        return
    if isinstance(control, Button):
        control.set_waiting(False)
    elif (deaf := control.findChild(_Deaf)) is not None:
        control.removeEventFilter(deaf)
        deaf.setParent(None)
        deaf.deleteLater()
        control.setProperty("waiting", False)
        control.update()


class _Deaf(QObject):
    """Has a tile take no press while it waits. It keeps the focus: a disabled one would hand it to the next."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow what presses."""
        return presses(event)


class Post(QObject):
    """Carries work from any thread to the window's."""

    _arrived = Signal(object)

    def __init__(self, parent: QObject | None) -> None:
        super().__init__(parent)
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def send(self, work: Callable[[], object]) -> None:
        """Have ``work`` done on the window's thread, in the order it was sent. Nothing after the program's end."""
        if isValid(self):
            self._arrived.emit(work)

    def _deliver(self, work: Callable[[], object]) -> None:
        work()


def _post() -> Post:
    """The application's one post."""
    app = QCoreApplication.instance()
    found = (
        app.findChild(Post, options=Qt.FindChildOption.FindDirectChildrenOnly) if app is not None else None
    )
    return found if isinstance(found, Post) else Post(app)


class Feed(QObject):
    """What happened at a desk, told on the window's thread: one signal for all commits since the last.

    ``changed`` carries the latest :class:`~desktop.model.workshop.Workshop` and the changes since the last
    signal, oldest first.
    """

    changed = Signal(object, object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.workshop = desk.workshop
        """The snapshot the screens show."""
        self._post = _post()
        self._lock = Lock()
        self._waiting: list[Change] = []
        self._closed = False
        self._stop = desk.listen(self._heard)

    def close(self) -> None:
        """Hear nothing more, and tell nothing more of what was heard."""
        self._closed = True
        self._stop()

    def _heard(self, workshop: Workshop, changes: Sequence[Change]) -> None:
        # On the clerk's thread; only the first commit since the last signal wakes the window.
        with self._lock:
            first = not self._waiting
            self._waiting.extend(changes)
        if first:
            self._post.send(self._tell)

    def _tell(self) -> None:
        if not isValid(self) or self._closed:
            return
        with self._lock:
            changes, self._waiting = tuple(self._waiting), []
        self.workshop = self.desk.workshop
        self.changed.emit(self.workshop, changes)

"""What every step screen is to the console: it shows a place, says what is special about it, and asks for presses."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.look.staging.telling import Telling
from desktop.model.walk import Call, Place, Press
from desktop.model.workshop import Workshop
from desktop.ui.ask import Feed
from desktop.words.catalogue import Words


@dataclass(frozen=True, slots=True)
class Heading:
    """Over a step: a quiet line, the title, and for a pivot its number, colour and icon."""

    over: str
    title: str
    number: int = 0
    colour: int = 0
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What to say here: moments of the script with what fills their blanks, and hints below."""

    moments: tuple[str, ...] = ()
    blanks: Mapping[str, str] | None = None
    own: tuple[str, ...] = ()
    hints: tuple[tuple[str, str], ...] = ()


class StepScreen(QFrame):
    """One kind of step. ``show_place`` may be called any number of times with the same result."""

    changed = Signal()
    """The wall or the primary button has to be drawn anew."""
    pressed = Signal(object)
    """A press of its own: a :class:`~desktop.model.walk.Press`."""

    def __init__(self, speech: Words, feed: Feed) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self.speech, self.feed = speech, feed

    def show_place(self, w: Workshop, place: Place) -> None:
        """Show a place of this step."""

    def make_ready(self, w: Workshop) -> bool:
        """Make one more thing that ``show_place`` will want; False once there is nothing left to make."""
        return False

    def heading(self, w: Workshop, place: Place) -> Heading:
        """What stands over it."""
        raise LookupError(place.part)

    def spoken(self, w: Workshop, place: Place) -> Spoken:
        """What to say here."""
        return Spoken()

    def notes_on(self, w: Workshop, place: Place) -> tuple[str | None, str]:
        """What notes written here belong to: a subject and its name."""
        return None, self.speech.say("the day")

    def telling(self, told: Telling) -> Telling:
        """What the wall is told from here."""
        return told

    def level(self, press: Press) -> float | None:
        """The level that goes with a press which agrees."""
        return None

    def first_calls(self, press: Press) -> Sequence[Call]:
        """What must be asked before the press's own calls."""
        return ()

    def keep(self, then: Callable[[], object]) -> bool:
        """Keep what is written here and not kept yet, then call ``then``; False if there is nothing to keep.

        What cannot be kept is said on the screen, and ``then`` is not called.
        """
        return False

    def beside(self) -> Sequence[QWidget]:
        """Buttons at the start of the primary row."""
        return ()

    def aside(self) -> QWidget | None:
        """What stands in the side panel under the script, seen by the facilitator only."""
        return None

    def aside_leads(self, w: Workshop, place: Place) -> bool:
        """Whether the aside is read all the time here, so that it stands above the script."""
        return False

    def arrow(self, by: int) -> bool:
        """An arrow key outside editors and key cells, -1 or 1; True if it was used."""
        return False

    def finish(self) -> None:
        """The press after the day is closed."""

    def note(self) -> bool:
        """The note key; True if this screen has a line of its own for it."""
        return False

    def keyed(self, key: str) -> bool:
        """A letter or digit pressed outside editors; True if it was used."""
        return False

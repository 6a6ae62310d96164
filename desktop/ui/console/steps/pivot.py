"""A pivot: story, all its questions together, reveal, the one or two to discuss, one level, its lights."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop.look.staging.telling import Telling
from desktop.model import levels, walk
from desktop.model.framework import Pivot
from desktop.model.measures.agreement import Verdict, verdict
from desktop.model.records import Round
from desktop.model.verbs import rounds
from desktop.model.walk import Call, Place, Press
from desktop.model.workshop import Workshop
from desktop.ui.ask import Feed, ask
from desktop.ui.console.steps.agree_card import AgreeCard
from desktop.ui.console.steps.barriers import Barriers
from desktop.ui.console.steps.base import Heading, Spoken, StepScreen
from desktop.ui.console.steps.pivot_script import spoken
from desktop.ui.console.steps.question_row import JUDGED, QuestionRow
from desktop.ui.widgets.arrange import column, frame, laid_again
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.twice import PressTwice
from desktop.ui.widgets.words import words
from desktop.words.catalogue import Words

VERDICTS = tuple(
    str(word) for word in (Verdict.CONSENSUS, Verdict.LEANING, Verdict.SPREAD, Verdict.TWO_CAMPS)
)
"""The words the arrow keys walk through."""


class PivotStep(StepScreen):
    """Questions as rows, the agree card below."""

    def __init__(self, speech: Words, feed: Feed) -> None:
        super().__init__(speech, feed)
        say = speech.say
        self._made: dict[str, QuestionRow] = {}
        self._rows: dict[str, QuestionRow] = {}
        self._place = Place("", "story")
        self._counting: str | None = None
        self._hands: int | None = None
        self._none = words(say("No question of this pivot is asked today."), "muted")
        self._list = column(gap=12)
        self._card = frame("card", column(self._none, self._list, gap=0, pad=(24, 18, 24, 18)))
        self.agree = AgreeCard(speech, feed.workshop)
        self.again = Button(say("Vote again…"), kind="page", icon="rotate-ccw")
        self.uncover = PressTwice(
            say("Uncover totals…"), say("Press again: it is recorded"), kind="page", icon="eye-off"
        )
        self.barriers = Barriers(speech, feed)
        self.setLayout(column(self._card, self.agree, self.barriers, ..., gap=16))
        self.again.clicked.connect(self._again)
        self.uncover.confirmed.connect(self._uncover)
        self.agree.agreed.connect(self._agree)
        self.agree.changed.connect(self._chose)

    # ---- showing ----------------------------------------------------------------------------------------------

    def _pivot(self, w: Workshop, place: Place) -> Pivot:
        return w.framework.pivot_by_id[w.steps[place.step].subject or ""]

    def show_place(self, w: Workshop, place: Place) -> None:
        """Show the pivot; rows stay the same widgets while their questions do."""
        pivot = self._pivot(w, place)
        if (place.step, place.part, place.subject) != (
            self._place.step,
            self._place.part,
            self._place.subject,
        ):
            counted = place.part == "vote" and place.subject == self._counting
            self._counting, self._hands = self._counting if counted else None, None
            if counted:
                QTimer.singleShot(0, self, self._begin)
        self._place = place
        shown = place.part in ("results", "discuss", "agree", "lit")
        order = (
            levels.widest_first(w, pivot.id) if shown else tuple(one.id for one in w.questions_of(pivot.id))
        )
        self._none.setVisible(not order)
        if order != tuple(self._rows):
            for key in order:
                self._make(w, key)
            self._rows = laid_again(self._list, self._made, order)
        is_open = self._open_row(w, place, order)
        for key, row in self._rows.items():
            unfolded = key == is_open and place.part not in ("agree", "lit")  # there the level comes first
            row.show_question(w, is_open=unfolded, counting=key == self._counting)
        self.agree.setVisible(shown)
        self.agree.show_pivot(w, pivot)
        self.agree.ask_why(place.part in ("agree", "lit"))
        self.barriers.setVisible(place.part in ("agree", "lit") and self.barriers.any)
        self.barriers.show_pivot(w, pivot)
        self.again.setVisible(place.part in ("results", "discuss", "agree") and is_open is not None)
        voting = [one for one in walk.rounds_of(w, pivot.id) if one.state == "open"]
        self.uncover.setVisible(place.part == "vote" and any(one.uncovered_at is None for one in voting))

    def _open_row(self, w: Workshop, place: Place, order: tuple[str, ...]) -> str | None:
        if place.subject in order:
            return place.subject
        return order[0] if order else None

    def make_ready(self, w: Workshop) -> bool:
        """The row of one more question, of whichever pivot comes."""
        for pivot in w.pivots:
            for one in w.questions_of(pivot.id):
                if one.id not in self._made:
                    self._make(w, one.id)
                    return True
        return False

    def _make(self, w: Workshop, key: str) -> None:
        if key in self._made:
            return
        row = QuestionRow(self.speech, self.feed, w.framework.questions[key])
        row.discussed.connect(self._discuss)
        row.opened.connect(self._count)
        row.spoken.connect(self._say)
        row.hands.connect(self._raise)
        row.setParent(self)
        self._made[key] = row

    def heading(self, w: Workshop, place: Place) -> Heading:
        """Which pivot of how many."""
        pivot = self._pivot(w, place)
        over = self.speech.say("Pivot {n} of {total}", n=pivot.place, total=len(w.pivots))
        return Heading(over, w.words(pivot.id, "name", pivot.name), pivot.place, pivot.colour, pivot.icon)

    def notes_on(self, w: Workshop, place: Place) -> tuple[str | None, str]:
        """The question in hand, else the pivot."""
        if place.subject is not None and place.subject in w.framework.questions:
            question = w.framework.questions[place.subject]
            return question.id, w.words(question.id, "title", question.title)
        pivot = self._pivot(w, place)
        return pivot.id, w.words(pivot.id, "short", pivot.short)

    def spoken(self, w: Workshop, place: Place) -> Spoken:
        """By the part of the step and the shape of the answers."""
        pivot = self._pivot(w, place)
        key = place.subject or self._open_row(w, place, levels.widest_first(w, pivot.id))
        return spoken(self.speech, w, place.part, pivot, key, counting=self._counting is not None)

    def telling(self, told: Telling) -> Telling:
        """Hands being counted; the counter on the wall stands still meanwhile."""
        return replace(told, hands=self._hands) if self._counting and self._hands is not None else told

    # ---- pressing ---------------------------------------------------------------------------------------------

    def level(self, press: Press) -> float | None:
        """What the card holds."""
        return self.agree.level

    def first_calls(self, press: Press) -> Sequence[Call]:
        """Agree what the card holds, or leave the pivot open; nothing if it stands so already."""
        if not press.agrees:
            return ()
        pivot = str(press.facts["pivot"])
        before = self.feed.workshop.decision_on("pivot", pivot)
        rationale, dissent, level = self.agree.rationale.text(), self.agree.dissent.text(), self.agree.level
        if before is not None and (before.level, before.rationale, before.dissent) == (
            level,
            rationale,
            dissent,
        ):
            return ()
        if level is None:
            return (Call("decisions.leave_open", {"pivot": pivot, "rationale": rationale}),)
        facts = {
            "about": "pivot",
            "subject": pivot,
            "level": level,
            "rationale": rationale,
            "dissent": dissent,
        }
        return (Call("decisions.agree", facts),)

    def keep(self, then: Callable[[], object]) -> bool:
        """A count of hands that is written and not kept."""
        row = self._rows.get(self._counting or "")
        if row is None or row.counting is None or not row.counting.written:
            return False
        row.counting.keep(then)
        return True

    def beside(self) -> Sequence[QWidget]:
        """Vote again, uncover."""
        return (self.again, self.uncover)

    def keyed(self, key: str) -> bool:
        """A agrees, V shows the verdict, digits begin a count of hands or choose the level to agree."""
        if key.lower() == "a" and self.agree.isVisible():
            self._agree()
            return True
        if key.lower() == "v":
            return self._toggle_word()
        if self._place.part == "vote" and key.isdecimal() and key.isascii():
            return self._count_from(key)
        level = key in ("+", "-") or (key.isdecimal() and key.isascii())
        if level and self._place.part == "agree" and self.agree.isVisible():
            self.agree.cells.setFocus()
            self.agree.cells.press(key)
            return True
        return False

    def arrow(self, by: int) -> bool:
        """While a verdict stands on the wall the arrows change it: it is the facilitator's word."""
        held = self._shown_round()
        if held is None or not held.word:
            return False
        at = VERDICTS.index(held.word) if held.word in VERDICTS else 0
        self._say(held.id, VERDICTS[(at + by) % len(VERDICTS)])
        return True

    def _shown_round(self) -> Round | None:
        """The round in hand whose results are on the wall."""
        key = self._open_row(self.feed.workshop, self._place, tuple(self._rows))
        shown = self._place.part in ("results", "discuss", "agree")
        return self.feed.workshop.latest_revealed("level", key) if key and shown else None

    def _chose(self) -> None:
        self.agree.show_pivot(self.feed.workshop, self._pivot(self.feed.workshop, self._place))
        self.changed.emit()

    def _agree(self) -> None:
        press = walk.ahead(self.feed.workshop, replace(self._place, part="agree", subject=None))
        if press.agrees:
            self.pressed.emit(press)

    def _again(self) -> None:
        key = self._open_row(self.feed.workshop, self._place, tuple(self._rows))
        if key:
            self.pressed.emit(walk.again(self.feed.workshop, self._place, key))

    def _discuss(self, key: str) -> None:
        self.pressed.emit(walk.to(self.feed.workshop, Place(self._place.step, "discuss", key)))

    def _count(self, key: str) -> None:
        other = self._counting != key
        if self.keep(lambda: self._count(key) if other else None):
            return
        self._counting = key if self._counting != key else None
        self._hands = None
        place = Place(self._place.step, "vote", key)
        if place != self._place:
            self.pressed.emit(walk.to(self.feed.workshop, place))  # once there, the count begins
        self.show_place(self.feed.workshop, self._place)
        self._begin()
        self.changed.emit()

    def _begin(self) -> None:
        row = self._rows.get(self._counting or "")
        if row is not None and row.counting is not None:
            row.counting.begin()

    def _count_from(self, digit: str) -> bool:
        """A digit while a vote is open begins the count of hands with it."""
        key = self._open_row(self.feed.workshop, self._place, tuple(self._rows))
        held = self.feed.workshop.latest("level", key) if key else None
        if key is None or held is None or held.state != "open":
            return False
        if self._counting != key:
            self._count(key)
        row = self._rows[key]
        if row.counting is not None:
            row.counting.begin(digit)
        return True

    def _raise(self, level: object) -> None:
        self._hands = level if isinstance(level, int) else None
        if level is None:
            self._counting = None
            self.show_place(self.feed.workshop, self._place)
        self.changed.emit()

    def _uncover(self) -> None:
        w = self.feed.workshop
        voting = [one.id for one in walk.rounds_of(w, self._pivot(w, self._place).id) if one.state == "open"]
        ask(self, self.feed.desk.do, rounds.uncover, rounds=voting)

    def _say(self, held: str, word: str) -> None:
        ask(self, self.feed.desk.do, rounds.say, round=held, word=word or None)

    def _toggle_word(self) -> bool:
        held = self._shown_round()
        if held is None:
            return False
        tally = levels.tally(self.feed.workshop, held.id)
        word = str(verdict(tally.counts))
        if not held.word and (tally.state not in JUDGED or word not in VERDICTS):
            return False
        self._say(held.id, "" if held.word else word)
        return True

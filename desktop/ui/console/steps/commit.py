"""Commit: read back, what the council is asked, who keeps the plan, and the hand-over."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.model.change import Change
from desktop.model.to_finish import ToFinish, to_finish
from desktop.model.verbs import commit, papers
from desktop.model.walk import Place
from desktop.model.workshop import Workshop
from desktop.settings import Settings
from desktop.ui.ask import Feed, ask
from desktop.ui.console.steps.base import Heading, Spoken, StepScreen
from desktop.ui.console.steps.hand_over import HandOver
from desktop.ui.console.steps.read_back import ReadBack
from desktop.ui.jobs import Jobs
from desktop.ui.widgets.arrange import column, emptied, frame, row
from desktop.ui.widgets.fields import Entry
from desktop.ui.widgets.twice import PressTwice
from desktop.ui.widgets.words import OneLine, words
from desktop.words.calendar_days import read_day
from desktop.words.catalogue import Words
from desktop.words.dates import short_date
from desktop.words.finishing import how_many_to_finish
from desktop.words.finishing import to_finish as finish_line
from desktop.words.plan import action_number
from exports.gather import asked_lines

ASKED = 3
SHOWN = 8


class CommitStep(StepScreen):
    """The end of the day, and what comes after it."""

    def __init__(self, speech: Words, feed: Feed, settings: Settings, jobs: Jobs) -> None:
        super().__init__(speech, feed)
        say = speech.say
        self.asked = [Entry(say("What we ask the council, line {n}", n=n + 1)) for n in range(ASKED)]
        self.keeper = Entry(say("Plan keeper"), hint=say("A post: who keeps the plan alive"))
        self.reviews = Entry(say("Reviews"), hint=say("Days such as 7 Jun 2027, 6 Dec 2027"))
        self._wrong = words("", "bad", wrap=True)
        self._wrong.hide()
        self.hand_over = HandOver(speech, feed, settings, jobs)
        self._count = words("", "strong")
        self._list = column(gap=4)
        self.final_name = Entry(say("Name of who makes it final"), hint=say("Your name"), width=240)
        self.final = PressTwice(
            say("Make final"), say("Press again: the papers can then no longer be changed")
        )
        self._final_row = frame(
            "plain",
            row(
                words(say("Settled? Final papers carry no “Draft”."), "muted"),
                ...,
                self.final_name,
                self.final,
            ),
        )
        self._then: Callable[[], object] | None = None
        self._read_back = ReadBack(speech)
        self._read_back.told.connect(lambda typed, verb, facts: self._tell(typed, verb, **facts))
        self._finish = frame("card", column(self._count, self._list, 4, self._final_row, gap=8, pad=24))
        self._order = column(
            self._read_back,
            frame("card", column(
                words(say("We ask the council to"), "strong"), *self.asked,
                words(say("Empty lines are left out. All empty: the paper is for information."), "muted"), gap=8, pad=24,
            )),
            frame("card", column(
                row((column(words(say("Plan keeper"), "over"), self.keeper, gap=4), 1), (column(words(say("Reviews"), "over"), self.reviews, gap=4), 1), gap=16),
                self._wrong, gap=8, pad=24,
            )),
            self._finish, ..., gap=16,
        )  # fmt: skip
        self.setLayout(self._order)
        for entry in self.asked:
            entry.edited.connect(lambda _, entry=entry: self._ask(entry))
        self.keeper.edited.connect(lambda text: self._tell(self.keeper, commit.keeper, post=text))
        self.reviews.edited.connect(self._review)
        self.final.confirmed.connect(self._finalise)

    def show_place(self, w: Workshop, place: Place) -> None:
        """Show what is asked, who keeps the plan, what is still to finish."""
        lines = asked_lines(w)
        for number, entry in enumerate(self.asked):
            entry.show_value(lines[number] if number < len(lines) else "")
        self.keeper.show_value(w.about.plan_keeper or "")
        self.reviews.show_value(", ".join(short_date(self.speech, day) for day in w.about.reviews or ()))
        self._read_back.show_decisions(w)
        self.hand_over.show_workshop(w)
        open_ = to_finish(w)
        self._count.setText(how_many_to_finish(self.speech, len(open_)))
        emptied(self._list)
        for one in open_[:SHOWN]:
            self._list.addWidget(OneLine(finish_line(self.speech, one.lack, self._name(w, one)), "muted"))
        if len(open_) > SHOWN:
            self._list.addWidget(words(self.speech.say("and {n} more", n=len(open_) - SHOWN), "muted"))
        self._final_row.setVisible(w.about.state == "draft")
        self._put_first(w.about.state in ("draft", "final"))

    def _put_first(self, closed: bool) -> None:
        """After the day what is to finish comes first; on the day the read-back does."""
        if closed != (self._order.indexOf(self._finish) == 0):
            self._order.removeWidget(self._finish)
            self._order.insertWidget(0 if closed else 3, self._finish)

    def _name(self, w: Workshop, one: ToFinish) -> str:
        if one.action:
            action = w.actions[one.action]
            return f"{action_number(action.number or 0)} {action.title}"
        return w.words(one.pivot, "name", w.framework.pivot_by_id[one.pivot].name)

    def heading(self, w: Workshop, place: Place) -> Heading:
        """What was decided."""
        state = {"draft": self.speech.say("The day is closed"), "final": self.speech.say("Final")}.get(
            w.about.state, w.about.city
        )
        return Heading(state, self.speech.say("Commit and hand over"))

    def spoken(self, w: Workshop, place: Place) -> Spoken:
        """Read back, thank, hand over."""
        return Spoken(("commit",) if place.part == "read_back" else ("thanks",))

    def aside(self) -> QWidget:
        """The documents: the facilitator's business, not the room's."""
        return self.hand_over

    def keep(self, then: Callable[[], object]) -> bool:
        """What is being typed is told before the day is closed or the documents are written."""
        focus = self.focusWidget()
        if not isinstance(focus, Entry) or focus is self.final_name or not focus.untold:
            return False
        self._then = then
        focus.tell()
        return True

    def _tell(self, typed: Entry, verb: Callable[..., Change], **facts: Any) -> None:
        """Ask for a verb for what was typed; a press that waits for it goes on once it is kept, and not if it is refused."""
        then, self._then = self._then, None

        def kept(_change: Change) -> None:
            self._wrong.hide()
            if then is not None:
                then()

        ask(
            typed, self.feed.desk.do, verb, then=kept, refused=lambda _no, sentence: self._complain(sentence), **facts,
        )  # fmt: skip

    def finish(self) -> None:
        """Write the documents, once: a clicker that is pressed on writes nothing again."""
        if not self.hand_over.written:
            self.hand_over.begin()

    def _ask(self, typed: Entry) -> None:
        lines = tuple(entry.text().strip() for entry in self.asked if entry.text().strip())
        self._tell(typed, papers.ask, lines=lines)

    def _review(self, text: str) -> None:
        typed = [part.strip() for part in text.replace(";", ",").split(",") if part.strip()]
        today = self.feed.workshop.about.date
        dates = tuple(read_day(part, today) or part for part in typed)  # the verb says what is no day
        self._tell(self.reviews, commit.reviews, dates=dates)

    def _finalise(self) -> None:
        ask(
            self.final,
            self.feed.desk.do,
            papers.finalise,
            name=self.final_name.text(),
            refused=lambda _no, sentence: self._complain(sentence),
        )

    def _complain(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.show()

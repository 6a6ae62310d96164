"""Shock: a story as an exercise, told in beats; what fails first; what we would want in place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QFrame

from desktop.look.staging.telling import Telling
from desktop.model import framework as content
from desktop.model import levels, polls, shocks, walk
from desktop.model.shock_file import POINTER, Shock
from desktop.model.verbs import shock as verbs
from desktop.model.walk import Place
from desktop.model.workshop import Workshop
from desktop.ui.ask import Feed, ask
from desktop.ui.console.poll import Poll, PollAnswer
from desktop.ui.console.steps.base import Heading, Spoken, StepScreen
from desktop.ui.console.steps.debrief_card import DebriefCard
from desktop.ui.console.steps.shock_list import ShockList
from desktop.ui.widgets.arrange import column, emptied, frame, row, rule
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.words import words
from desktop.words import formats
from desktop.words.catalogue import Words
from desktop.words.glossary import step_name
from desktop.words.polls import fails_title, lived_note, nothing_fails, number_of, stress_gap


class ShockStep(StepScreen):
    """One card a part: choose, lived, beats, poll, stress gaps, debrief."""

    def __init__(self, speech: Words, feed: Feed) -> None:
        super().__init__(speech, feed)
        say = speech.say
        self._place = Place("", "exercise")
        self._hands: int | None = None
        self.list = ShockList(speech, feed.workshop)
        self.list.chosen.connect(self._choose)
        self.list.drawn.connect(self._draw)
        self._lived = words("", "section", wrap=True)
        self.another = Button(say("Yes: take another"), icon="shuffle", key="A")
        self.another.clicked.connect(self._another)
        self._near = frame("card", column(
            self._lived,
            words(say("Nobody explains why. The yes is noted, and the next story is drawn."), "muted", wrap=True),
            row(self.another, ...), gap=12, pad=24,
        ))  # fmt: skip
        self._beats = column(gap=14)
        self._told = frame("card", column(self._beats, gap=0, pad=24))
        self._told_for: object = None
        self.poll = Poll(speech, feed)
        self.poll.raised.connect(self._raise)
        self._gaps = column(gap=6)
        self._gaps_for: object = None
        self._stress = frame("card", column(
            row(words(say("Where it surprises"), "over"), ..., words(say("only you see this"), "muted")), self._gaps,
            words(say("It raises a question and changes no level."), "muted", wrap=True), gap=8, pad=24,
        ))  # fmt: skip
        self.debrief = DebriefCard(speech, feed)
        self._none = frame("card", column(
            words(say("There is no story for these questions. The time is yours; the wall shows when to be back."), "body", wrap=True),
            gap=8, pad=24,
        ))  # fmt: skip
        self.setLayout(column(
            self._none, self.list, self._near, self._told, self.poll, self._stress, self.debrief, ..., gap=16,
        ))  # fmt: skip

    # ---- showing ----------------------------------------------------------------------------------------------

    def show_place(self, w: Workshop, place: Place) -> None:
        """The card of this part."""
        if (place.step, place.part) != (self._place.step, self._place.part):
            self._hands = None
        self._place = place
        shock = self._shock(w)
        poll = place.part in ("fails", "fails_shown")
        cards: dict[QFrame, bool] = {
            self._none: place.part == "pause", self.list: place.part == "exercise",
            self._near: place.part == "lived", self._told: place.part == "beat", self.poll: poll,
            self.debrief: place.part == "debrief" and shock is not None,
        }  # fmt: skip
        for card, shown in cards.items():
            card.setVisible(shown)
        self.list.show_step(w, w.steps[place.step])
        if shock is not None:
            self._lived.setText(content.say(shock.lived, w.language))
            self._show_beats(w, shock, place)
            self.poll.show_poll(w, w.latest("fails_first", shock.id), self._answers(w))
            self.debrief.show_debrief(w, shock, self._number(place))
        self._show_stress(w, shock if place.part in ("fails_shown", "debrief") else None)

    def _shock(self, w: Workshop) -> Shock | None:
        step = w.steps.get(self._place.step)
        return shocks.of_step(w, step) if step is not None else None

    @staticmethod
    def _number(place: Place) -> int:
        return int(place.subject) if place.subject and place.subject.isdecimal() else 1

    def _show_beats(self, w: Workshop, shock: Shock, place: Place) -> None:
        """All three, the one on the wall unfolded: what people see, and what the highest level saw in time."""
        now = self._number(place)
        if self._told_for == (shock.id, now):
            return
        self._told_for = (shock.id, now)
        emptied(self._beats)
        saw_head = self.speech.say("What level {level} saw", level=w.framework.highest)
        for number, beat in enumerate(shock.beats, 1):
            here = number == now
            line = words(content.say(beat.wall, w.language), "section" if here else "muted", wrap=True)
            minutes = words(self.speech.say("{minutes} min", minutes=beat.minutes), "muted")
            if number > 1:
                self._beats.addWidget(rule())
            self._beats.addLayout(
                row(words(str(number), "bold" if here else "muted", width=20), (line, 1), minutes)
            )
            if here:
                saw = words(self._with_titles(w, content.say(beat.saw, w.language)), "body", wrap=True)
                inner = column(words(saw_head, "over"), saw, gap=4, pad=(16, 12, 16, 12))
                self._beats.addLayout(row(28, (column(
                    words(content.say(beat.see, w.language), "body", wrap=True),
                    frame("prompt", inner), gap=10,
                ), 1), gap=0))  # fmt: skip

    def _with_titles(self, w: Workshop, saw: str) -> str:
        """A question's id in brackets with its title beside it: nobody knows ids by heart."""

        def titled(pointer: str) -> str:
            question = w.framework.questions.get(pointer)
            return f"({pointer} {w.words(pointer, 'title', question.title)})" if question else f"({pointer})"

        return POINTER.sub(lambda found: titled(found[1]), saw)

    def _answers(self, w: Workshop) -> tuple[PollAnswer, ...]:
        """In the order of the wall: the pivots, then nothing, then can't say."""
        made = [
            PollAnswer(
                pivot.place, str(pivot.place), w.words(pivot.id, "name", pivot.name), pivot.colour, pivot.icon
            )
            for pivot in w.pivots
        ]
        made += [
            PollAnswer(0, "0", nothing_fails(self.speech)),
            PollAnswer(None, "–", self.speech.say("Can’t say")),
        ]
        return tuple(made)

    def _show_stress(self, w: Workshop, shock: Shock | None) -> None:
        found = polls.fails_first(w, shock.id) if shock is not None else None
        self._stress.setVisible(found is not None and bool(found.stress))
        if found is None or self._gaps_for == (shock, found):
            return
        self._gaps_for = (shock, found)
        emptied(self._gaps)
        for key in found.stress:
            pivot = w.framework.pivot_by_id[key]
            level = formats.in_force(self.speech, levels.in_force(w, key))
            name = w.words(key, "name", pivot.name)
            said = stress_gap(self.speech, name, level, found.named[key], found.cast)
            self._gaps.addWidget(words(said, "strong", wrap=True))

    # ---- saying -----------------------------------------------------------------------------------------------

    def heading(self, w: Workshop, place: Place) -> Heading:
        """The shock's title once one is chosen."""
        step, shock = w.steps[place.step], self._shock(w)
        over = step_name(self.speech, step.kind, step.title)
        if place.part == "pause":
            return Heading(self.speech.say("Step"), over)
        if place.part in ("fails", "fails_shown"):
            return Heading(over, fails_title(self.speech))
        title = (
            content.say(shock.title, w.language)
            if shock is not None
            else self.speech.say("Choose a shock, or draw one")
        )
        if place.part == "beat" and shock is not None:
            over = f"{over}, {number_of(self.speech, self._number(place), len(shock.beats))}"
        return Heading(over, title)

    def spoken(self, w: Workshop, place: Place) -> Spoken:
        """The moment of the script, or the story's own words; only the facilitator reads them."""
        shock, number = self._shock(w), self._number(place)
        match place.part:
            case "exercise":
                return Spoken(("shock",))
            case "lived" if shock is not None:
                return Spoken(own=(content.say(shock.lived, w.language),))
            case "beat" if shock is not None:
                return Spoken(
                    own=(content.say(shock.beats[min(number, len(shock.beats)) - 1].say, w.language),)
                )
            case "fails":
                return Spoken(("shock_vote",))
            case "fails_shown":
                return Spoken(("results",))
            case "debrief" if shock is not None:
                question = content.say(shock.debrief[min(number, len(shock.debrief)) - 1], w.language)
                return Spoken(("debrief",)) if number == 1 else Spoken(own=(question,))
        return Spoken()

    def notes_on(self, w: Workshop, place: Place) -> tuple[str | None, str]:
        """The shock in hand."""
        shock = self._shock(w)
        if shock is None:
            return None, self.speech.say("the day")
        return shock.id, content.say(shock.title, w.language)

    def telling(self, told: Telling) -> Telling:
        """The answer hands are up for."""
        return replace(told, hands=self._hands)

    # ---- pressing ---------------------------------------------------------------------------------------------

    def keep(self, then: Callable[[], object]) -> bool:
        """A count that is written and not kept."""
        if self._place.part != "fails" or not self.poll.written:
            return False
        self.poll.keep_count(then)
        return True

    def note(self) -> bool:
        """After the exercise the note key writes what the room says to its question."""
        if self._place.part != "debrief":
            return False
        self.debrief.entry.setFocus()
        return True

    def keyed(self, key: str) -> bool:
        """D draws, A takes another; digits choose from the list, and begin the count."""
        digit = key.isdecimal() and key.isascii()
        match self._place.part:
            case "exercise" if key.lower() == "d":
                self.list.draw.click()
                return True
            case "exercise" if digit and 1 <= int(key) <= len(self.list.rows):
                list(self.list.rows.values())[int(key) - 1].click()
                return True
            case "lived" if key.lower() == "a":
                self.another.click()
                return True
            case "fails" if digit:
                return self.poll.begin(key)
        return False

    def _choose(self, scenario: str) -> None:
        ask(self, self.feed.desk.do, verbs.choose, step=self._place.step, scenario=scenario)

    def _draw(self) -> None:
        ask(self, self.feed.desk.do, verbs.draw, step=self._place.step, control=self.list.draw)

    def _another(self) -> None:
        """Note it, draw another; where none is left, back to the list."""
        shock = self._shock(self.feed.workshop)
        if shock is None:
            return
        text = lived_note(self.speech, content.say(shock.title, self.feed.workshop.language))
        ask(
            self, self.feed.desk.do, verbs.lived, step=self._place.step, text=text, control=self.another,
            then=lambda _: self._none_left(),
        )  # fmt: skip

    def _none_left(self) -> None:
        w = self.feed.desk.workshop
        if shocks.of_step(w, w.steps[self._place.step]) is None:
            self.pressed.emit(walk.to(w, Place(self._place.step, "exercise")))

    def _raise(self, answer: object) -> None:
        self._hands = answer if isinstance(answer, int) else None
        self.changed.emit()

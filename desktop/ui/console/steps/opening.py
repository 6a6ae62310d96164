"""Steps that are mostly the wall's: the welcome, and the end."""

from __future__ import annotations

from desktop.model.nights import after_a_night
from desktop.model.verbs import presence
from desktop.model.walk import Place
from desktop.model.workshop import Workshop
from desktop.ui.ask import Feed, ask
from desktop.ui.console.steps.base import Heading, Spoken, StepScreen
from desktop.ui.widgets.arrange import column, frame, row
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.words import Glyph, words
from desktop.words.catalogue import Words
from desktop.words.glossary import step_name
from desktop.words.people import all_open, in_the_room, invited, ways_named


class Welcome(StepScreen):
    """Who is here, and how we vote today."""

    def __init__(self, speech: Words, feed: Feed) -> None:
        super().__init__(speech, feed)
        say = speech.say
        self._here = words("", "section")
        self._invited = words("", "muted")
        self.everyone = Button(say("Everyone is here"), icon="check")
        self.everyone.clicked.connect(self._arrive)
        self._ways = words("", "body", wrap=True)
        people = frame("card", column(
            row(Glyph("users", "accent", 24), 8, self._here, ..., self.everyone), self._invited,
            words(say("Count the room with − and + below. The ceiling of every vote follows it."), "muted", wrap=True),
            gap=10, pad=24,
        ))  # fmt: skip
        rules = frame("card", column(
            words(say("How we vote today"), "strong"), self._ways,
            words(say("Totals only on the wall. No names. “Can’t say” is a full answer."), "muted", wrap=True),
            gap=8, pad=24,
        ))  # fmt: skip
        self.setLayout(column(people, rules, ..., gap=16))

    def show_place(self, w: Workshop, place: Place) -> None:
        """Show who is here."""
        self._here.setText(in_the_room(self.speech, w.present))
        waiting = sum(one.state == "expected" for one in w.seats)
        away = sum(one.state == "left" for one in w.seats)
        self._invited.setText(invited(self.speech, len(w.seats), waiting, away))
        self.everyone.setVisible(bool(waiting or away))
        self._ways.setText(ways_named(self.speech, w.about.ways).capitalize() + ".")

    def heading(self, w: Workshop, place: Place) -> Heading:
        """The workshop itself."""
        return Heading(self.speech.say("Welcome"), w.about.city)

    def spoken(self, w: Workshop, place: Place) -> Spoken:
        """The welcome, or the welcome back."""
        if after_a_night(w, w.steps[place.step]):
            return Spoken(("welcome_back",))
        return Spoken(("welcome_open",) if all_open(w.about.ways) else ("welcome",))

    def _arrive(self) -> None:
        waiting = tuple(one.id for one in self.feed.workshop.seats if one.state != "present")
        ask(self.everyone, self.feed.desk.do, presence.arrive, participants=waiting)


class Plain(StepScreen):
    """Time given to something: a break, a talk, anything the agenda added."""

    def __init__(self, speech: Words, feed: Feed) -> None:
        super().__init__(speech, feed)
        self._words = words("", "body", wrap=True)
        self.setLayout(column(frame("card", column(self._words, gap=8, pad=24)), ..., gap=16))

    def show_place(self, w: Workshop, place: Place) -> None:
        """Say what this time is for."""
        self._words.setText(self.speech.say("The wall shows when to be back."))

    def heading(self, w: Workshop, place: Place) -> Heading:
        """The step's name."""
        step = w.steps[place.step]
        return Heading(self.speech.say("Step"), step_name(self.speech, step.kind, step.title))

    def spoken(self, w: Workshop, place: Place) -> Spoken:
        """Nothing of its own."""
        return Spoken(("slack",))

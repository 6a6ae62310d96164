"""Ballots: the room fills them in, then they are keyed in during the talk or the break that follows."""

from __future__ import annotations

from desktop.model.walk import Place
from desktop.model.workshop import Workshop
from desktop.ui.ask import Feed
from desktop.ui.console.keying import Keying
from desktop.ui.console.steps.base import Heading, Spoken, StepScreen
from desktop.ui.widgets.arrange import column
from desktop.words.catalogue import Words
from desktop.words.glossary import step_name
from desktop.words.stages import stages_of


class BallotsStep(StepScreen):
    """The keying grid; also while the room talks or has a break."""

    def __init__(self, speech: Words, feed: Feed) -> None:
        super().__init__(speech, feed)
        self._step = ""
        self.keying = Keying(feed, speech)
        self.keying.left.connect(self._leave)
        self.keying.moved.connect(self.changed)
        self.setLayout(column(self.keying, ..., gap=16))

    def show_place(self, w: Workshop, place: Place) -> None:
        """Show what is keyed; where there are ballots to key in, the keys are ready for them."""
        self.keying.blockSignals(True)
        self.keying.show_workshop(w)
        self.keying.blockSignals(False)
        new, self._step = place.step != self._step, place.step
        if new and w.steps[place.step].kind != "ballots" and self.keying.in_hand is not None:
            self.keying.setFocus()

    def heading(self, w: Workshop, place: Place) -> Heading:
        """Keying while others talk."""
        step = w.steps[place.step]
        if step.kind == "ballots":
            return Heading(
                self.speech.say("The room fills in its ballots"),
                step_name(self.speech, step.kind, step.title),
            )
        return Heading(step_name(self.speech, step.kind, step.title), self.speech.say("Key in the ballots"))

    def spoken(self, w: Workshop, place: Place) -> Spoken:
        """What to say, and what the keys mean for the question in hand."""
        kind = w.steps[place.step].kind
        hand = self.keying.in_hand
        hints: list[tuple[str, str]] = []
        if hand is not None and kind != "ballots":
            seat, question = hand
            say, stages = self.speech.say, stages_of(self.speech, w.framework)
            hints.append(
                (
                    say("In your hand"),
                    say(
                        "Seat {seat}, {title}",
                        seat=seat.seat,
                        title=w.words(question.id, "title", question.title),
                    ),
                )
            )
            for place_, (level, text) in enumerate(
                zip(w.framework.levels, question.levels, strict=True), start=1
            ):
                hints.append(
                    (
                        str(level),
                        f"{stages.name(level)}: {w.words(question.id, f'level {place_}', text.short)}",
                    )
                )
            hints += [
                ("−", say("can’t say")),
                (say("Space"), say("left blank on paper")),
                ("Enter", say("next ballot")),
                ("/", say("go to a seat")),
                ("Ctrl Z", say("take the last key back")),
            ]
        return Spoken(
            ("ballots",) if kind == "ballots" else ("talk",) if kind == "talk" else (), hints=tuple(hints)
        )

    def _leave(self) -> None:
        self.keying.clearFocus()
        parent = self.parentWidget()
        if parent is not None:
            parent.setFocus()

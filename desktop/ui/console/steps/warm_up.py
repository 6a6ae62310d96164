"""Warm-up: where most of our effort sits on the line of phases, then the stages as a story."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QLabel

from desktop.look.staging.telling import Telling
from desktop.model import framework as content
from desktop.model import polls as counted
from desktop.model.walk import Place
from desktop.model.workshop import Workshop
from desktop.ui import theme
from desktop.ui.ask import Feed
from desktop.ui.console.poll import Poll, PollAnswer
from desktop.ui.console.steps.base import Heading, Spoken, StepScreen
from desktop.ui.widgets.arrange import column, frame, row
from desktop.ui.widgets.words import MIDDLE, words
from desktop.words import polls
from desktop.words.catalogue import Words
from desktop.words.glossary import step_name
from desktop.words.stages import stages_of


class WarmUpStep(StepScreen):
    """The poll on a card; below it, what only the facilitator reads of it; then the stair."""

    def __init__(self, speech: Words, feed: Feed) -> None:
        super().__init__(speech, feed)
        say, w = speech.say, feed.workshop
        self._place = Place("", "phases")
        self._hands: int | None = None
        self.poll = Poll(speech, feed)
        self.poll.raised.connect(self._raise)
        self._reading = words("", "body", wrap=True)
        self._read = frame("card", column(
            row(words(say("What it says"), "over"), ..., words(say("only you see this"), "muted")), self._reading, gap=8, pad=24,
        ))  # fmt: skip
        self._stages: list[tuple[QLabel, QLabel]] = []
        stair = column(gap=14)
        for level, stage in zip(w.framework.levels, w.framework.stages, strict=True):
            name = words(content.say(stage.name, w.language), "strong")
            line = words(polls.stage_line(speech, stage.id), "body", wrap=True)
            self._stages.append((name, line))
            sign = words(str(level), "section", align=MIDDLE, width=28)
            stair.addLayout(row(sign, (column(name, line, gap=2), 1), gap=14))
        self._stair = frame("card", column(stair, gap=0, pad=24))
        self.setLayout(column(self.poll, self._read, self._stair, ..., gap=16))

    def show_place(self, w: Workshop, place: Place) -> None:
        """The poll while it is asked and shown; the stair while it is told."""
        if (place.step, place.part) != (self._place.step, self._place.part):
            self._hands = None
        self._place = place
        asked = place.part in ("phases", "phases_shown")
        self.poll.setVisible(asked)
        self._stair.setVisible(not asked)
        self.poll.show_poll(w, w.latest("phase", ""), self._answers(w))
        found = counted.phases(w) if asked else None
        names = [content.say(text, w.language) for _, text in w.framework.phases]
        shown = found is not None and found[0].state not in counted.UNSHOWN
        self._reading.setText(polls.phases_reading(self.speech, found[1], names) if found and shown else "")
        self._read.setVisible(bool(self._reading.text()))
        for level, (name, line) in zip(w.framework.levels, self._stages, strict=True):
            now = place.part == "stages" and str(level) == place.subject
            theme.restyle(name, role="section" if now else "strong")
            theme.restyle(line, role="body" if now else "muted")

    def _answers(self, w: Workshop) -> tuple[PollAnswer, ...]:
        names = [content.say(text, w.language) for _, text in w.framework.phases]
        made = [PollAnswer(number, str(number), name) for number, name in enumerate(names, 1)]
        return (*made, PollAnswer(None, "–", self.speech.say("Can’t say")))

    def heading(self, w: Workshop, place: Place) -> Heading:
        """What is asked, or which stage is told."""
        step = w.steps[place.step]
        over = step_name(self.speech, step.kind, step.title)
        if place.part in ("phases", "phases_shown"):
            return Heading(over, polls.phases_title(self.speech))
        names = stages_of(self.speech, w.framework)
        known = all(polls.stage_line(self.speech, stage.id) for stage in w.framework.stages)
        return Heading(over, polls.stages_title(self.speech, names.names[0], names.names[-1], known=known))

    def spoken(self, w: Workshop, place: Place) -> Spoken:
        """The question; then what the room sees; then the stage in hand."""
        match place.part:
            case "phases":
                return Spoken(("warm_up",))
            case "phases_shown":
                return Spoken(("results",))
        lines = {str(level): text for level, (_, text) in zip(w.framework.levels, self._stages, strict=True)}
        line = lines.get(place.subject or "")
        return Spoken(own=(line.text(),) if line is not None and line.text() else ())

    def telling(self, told: Telling) -> Telling:
        """The phase hands are up for."""
        return replace(told, hands=self._hands)

    def keep(self, then: Callable[[], object]) -> bool:
        """A count that is written and not kept."""
        if self._place.part != "phases" or not self.poll.written:
            return False
        self.poll.keep_count(then)
        return True

    def keyed(self, key: str) -> bool:
        """A digit begins the count."""
        return key.isdecimal() and key.isascii() and self._place.part == "phases" and self.poll.begin(key)

    def _raise(self, answer: object) -> None:
        self._hands = answer if isinstance(answer, int) else None
        self.changed.emit()

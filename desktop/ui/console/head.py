"""The head of the step in hand: whose step it is, what is left of its time, and its parts in a row."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from desktop.model.walk import Place
from desktop.model.workshop import Workshop
from desktop.ui.console.steps.base import Heading
from desktop.ui.theme import restyle
from desktop.ui.widgets.arrange import column, emptied, frame, row
from desktop.ui.widgets.words import RIGHT, OneLine, PivotChip, words
from desktop.words.catalogue import Words

PARTS = {
    "warm_up": ("phases", "phases_shown", "stages"),
    "shock": ("exercise", "lived", "beat", "fails", "fails_shown", "debrief"),
    "pivot": ("story", "vote", "results", "discuss", "agree"),
    "where_to": ("aims", "gaps"),
    "actions": ("suggest", "picks", "plan"),
    "commit": ("read_back", "roadmap", "city"),
}


class Head(QFrame):
    """Title, time and the strip of parts."""

    def __init__(self, speech: Words) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self._speech = speech
        self._over = words("", "muted")
        self._title = OneLine("", "title")
        self._left = words("", "section", align=RIGHT)
        self._of = words("", "muted", align=RIGHT)
        self._chip = row(gap=0)
        self._chip_for: tuple[int, str] = (0, "")
        self._end = row(gap=0)
        self._strip = row(gap=6)
        self.setLayout(
            column(
                row(self._chip, (column(self._over, self._title, gap=0), 1), column(self._left, self._of, gap=0), self._end, gap=14),
                self._strip, gap=12,
            )
        )  # fmt: skip

    def add(self, widget: QWidget) -> None:
        """A button at the end of the head."""
        self._end.addWidget(widget)

    def show_left(self, left: str, of: str) -> None:
        """What is left of the step's time."""
        self._left.setText(left)
        self._of.setText(of)

    def show_heading(self, w: Workshop, place: Place, heading: Heading) -> None:
        """Show whose step it is and which part is on."""
        self._over.setText(heading.over)
        self._title.setText(heading.title)
        if self._chip_for != (heading.colour, heading.icon):
            self._chip_for = (heading.colour, heading.icon)
            emptied(self._chip)
            if heading.icon:
                self._chip.addWidget(
                    PivotChip(heading.colour, heading.icon, size=44, says=str(heading.number))
                )
        step = w.steps.get(place.step)
        parts = PARTS.get(step.kind if step else "", ())
        emptied(self._strip)
        now = "agree" if place.part == "lit" else place.part
        reached = parts.index(now) if now in parts else -1
        for number, part in enumerate(parts):
            line = frame("line", height=3)
            restyle(line, role="reached" if number <= reached else "line")
            label = words(self._name(part), "bold" if number == reached else "muted")
            self._strip.addWidget(frame("plain", column(line, label, gap=4)), 1)
        self.setVisible(True)

    def _name(self, part: str) -> str:
        say = self._speech.say
        return {
            "story": say("Story"), "vote": say("Vote"), "results": say("Results"), "discuss": say("Discuss"),
            "agree": say("Agree"), "aims": say("Targets"), "gaps": say("Gaps"), "suggest": say("Suggestions"),
            "picks": say("Picks"), "plan": say("Plan"), "read_back": say("Read back"), "roadmap": say("Roadmap"),
            "city": say("Our city"), "phases": say("Vote"), "phases_shown": say("Results"), "stages": say("Stages"),
            "exercise": say("Choose"), "lived": say("Lived through?"), "beat": say("Story"), "fails": say("Vote"),
            "fails_shown": say("Results"), "debrief": say("Debrief"),
        }[part]  # fmt: skip

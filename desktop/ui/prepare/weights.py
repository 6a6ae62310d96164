"""Behind *More*: how much each pivot counts. Closed, it says that all count the same."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QGridLayout

from desktop.model.framework import Framework, say
from desktop.model.verbs import prepare
from desktop.model.workshop import Workshop
from desktop.ui.prepare.doing import Do
from desktop.ui.widgets.arrange import column, frame, row
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.fields import Stepper
from desktop.ui.widgets.words import PivotChip, words
from desktop.words.catalogue import Words

MOST = 10


class Weights(QFrame):
    """A number for each pivot; 1 is like the others, 0 does not count."""

    def __init__(self, speech: Words, framework: Framework, do: Do) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self._speech, self._framework, self._do = speech, framework, do
        self._said = words("", wrap=True)
        self.open = Button(speech.say("Set weights"))
        self.open.setCheckable(True)
        self._steppers: dict[str, Stepper] = {}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for at, pivot in enumerate(framework.pivots):
            name = say(pivot.short, speech.language)
            stepper = Stepper(
                speech.say("Weight of {pivot}", pivot=name),
                least=0,
                most=MOST,
                fewer=speech.say("{pivot} counts less", pivot=name),
                more=speech.say("{pivot} counts more", pivot=name),
            )
            stepper.changed.connect(lambda value, id=pivot.id: self._weigh(id, value))
            self._steppers[pivot.id] = stepper
            place = (at // 2, at % 2 * 3)
            grid.addWidget(PivotChip(pivot.colour, pivot.icon), *place)
            grid.addWidget(words(name), place[0], place[1] + 1)
            grid.addWidget(stepper, place[0], place[1] + 2)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(4, 1)
        self._grid = frame("plain", grid)
        self._grid.hide()
        self.setLayout(column(row((self._said, 1), self.open), self._grid, gap=12))
        self.open.toggled.connect(self._grid.setVisible)

    def show_workshop(self, w: Workshop) -> None:
        """Show the weights."""
        values = {weight.subject: weight.value for weight in w.weights.values()}
        for pivot, stepper in self._steppers.items():
            stepper.show_value(round(values.get(pivot, 1)))
        self._said.setText(weights_said(self._speech, w))

    def _weigh(self, pivot: str, value: int) -> None:
        self._do(
            self._steppers[pivot], prepare.weigh, subject=pivot, value=None if value == 1 else float(value)
        )


def weights_said(speech: Words, w: Workshop) -> str:
    """All pivots the same, or which differ."""
    values = {weight.subject: weight.value for weight in w.weights.values()}
    different = [pivot for pivot in w.pivots if values.get(pivot.id, 1) != 1]
    if not different:
        return speech.say("All pivots count the same")
    named = [f"{w.words(one.id, 'short', one.short)} {values[one.id]:g}" for one in different]
    return speech.say("Counting differently: {pivots}", pivots=", ".join(named))

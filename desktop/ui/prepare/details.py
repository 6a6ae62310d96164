"""Behind *More*: title, organisation, facilitator and language."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QGridLayout

from desktop.model.verbs import prepare
from desktop.model.workshop import Workshop
from desktop.ui.prepare.doing import Do
from desktop.ui.widgets.fields import Entry, Labelled
from desktop.ui.widgets.words import words
from desktop.words.catalogue import Words


class Details(QFrame):
    """What is printed beside the city."""

    def __init__(self, speech: Words, do: Do) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self._do = do
        names = {
            "title": speech.say("Title"),
            "organisation": speech.say("Organisation"),
            "facilitator": speech.say("Facilitator"),
        }
        self.fields = {field: Entry(name, kind="small") for field, name in names.items()}
        self._labelled = {field: Labelled(names[field], entry) for field, entry in self.fields.items()}
        language = Labelled(speech.say("Language"), words(speech.say("English")), note="")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        for at, part in enumerate((*self._labelled.values(), language)):
            grid.addWidget(part, at // 2, at % 2)
            grid.setColumnStretch(at % 2, 1)
        for field, entry in self.fields.items():
            entry.edited.connect(lambda text, field=field: self._typed(field, text))

    def show_workshop(self, w: Workshop) -> None:
        """Show what is kept."""
        for field, entry in self.fields.items():
            entry.show_value(getattr(w.about, field) or "")

    def _typed(self, field: str, text: str) -> None:
        said = self._labelled[field]
        self._do(
            self.fields[field],
            prepare.describe,
            then=lambda _: said.complain(""),
            refused=said.complain,
            **{field: text},
        )

"""Who answers for an action: the library's guess is a hint, and an owner only once somebody confirms it."""

from __future__ import annotations

from desktop.model.offering import likely_owner
from desktop.model.records import Action
from desktop.model.workshop import Workshop
from desktop.ui.widgets.fields import Entry
from desktop.words.catalogue import Words


class OwnerEntry(Entry):
    """A post. Empty, it asks for the likely one; Enter confirms that, and other words take its place."""

    def __init__(self, speech: Words, name: str, *, width: int = 0, beside: bool = False) -> None:
        """``beside``: a button to confirm stands there, so the hint need not name the key."""
        super().__init__(name, kind="small", width=width)
        self._beside = beside
        self._speech = speech
        self.likely = ""
        self.returnPressed.connect(self.fill_in)

    def show_owner(self, w: Workshop, action: Action) -> None:
        """Show who owns it, or who might; what is being typed is left alone."""
        self.likely = "" if action.owner else likely_owner(w, action)
        self.show_value(action.owner)
        say = self._speech.say
        hint = say("{post}? Enter confirms", post=self.likely) if self.likely else say("Owner: a post")
        shown = say("{post}?", post=self.likely) if self.likely and self._beside else hint
        if self.placeholderText() != shown:
            self.setPlaceholderText(shown)
            self.setToolTip(hint if self.likely else "")
            self.setAccessibleDescription(hint if self.likely else "")

    def fill_in(self) -> None:
        """Take the likely owner if nothing else is written; what ends the editing tells it."""
        if self.likely and not self.text().strip():
            self.setText(self.likely)

    def confirm(self) -> None:
        """The likely owner it is, or what is written."""
        self.fill_in()
        self.editingFinished.emit()

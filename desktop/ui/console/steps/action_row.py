"""One action in the console: a suggestion to keep, or an action of the plan with its owner and wave."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from desktop.model.records import WAVES, Action
from desktop.model.verbs import actions
from desktop.model.workshop import Workshop
from desktop.ui.ask import Feed, ask
from desktop.ui.console.steps.owner_entry import OwnerEntry
from desktop.ui.widgets.arrange import column, row
from desktop.ui.widgets.buttons import Button, Segments
from desktop.ui.widgets.keycell import KeyCell
from desktop.ui.widgets.words import PivotChip, words
from desktop.words.catalogue import Words
from desktop.words.formats import person_days
from desktop.words.glossary import wave_name
from desktop.words.plan import action_number


class ActionRow(QFrame):
    """``hands`` is its key cell while picks are counted."""

    counted = Signal()
    """Enter in the cell: keep the whole count."""
    moved = Signal(int)
    """An arrow in the cell: to the one above or below."""

    def __init__(self, speech: Words, feed: Feed, w: Workshop, action: Action) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self.action = action.id
        self._speech, self._feed = speech, feed
        say = speech.say
        pivot = w.framework.pivot_by_id[action.pivot]
        self._number = words("", "muted", width=56)
        self._title = words("", "strong", wrap=True)
        self._line = words("", "muted", wrap=True)
        self.hands = KeyCell(say("Hands for {action}", action=action.title))
        self.hands.kept.connect(self.counted)
        self.hands.moved.connect(self.moved)
        self.keep = Button(say("Keep"), height=34)
        self.drop = Button(say("Drop"), kind="quiet", height=34)
        self.owner = OwnerEntry(
            speech, say("Owner of {action}", action=action.title[:60]), width=240, beside=True
        )
        self.confirm = Button(
            say("Confirm"),
            key="Enter",
            kind="quiet",
            icon="check",
            height=34,
            name=say("Confirm the owner of {action}", action=action.title[:60]),
        )
        self.wave = Segments(
            say("Wave of {action}", action=action.title[:60]),
            [(wave, wave_name(speech, wave)) for wave in WAVES],
            height=40,
        )
        self.page_one = Button(say("Page one"), kind="tick", height=34)
        self.setLayout(column(
            row(PivotChip(pivot.colour, pivot.icon, size=26, says=str(pivot.place)), self._number, (column(self._title, self._line, gap=2), 1), self.hands, self.keep, self.drop, gap=10),
            row(36, self.owner, self.confirm, self.wave, self.page_one, ..., gap=10), gap=6,
        ))  # fmt: skip
        self.keep.clicked.connect(lambda: ask(self.keep, feed.desk.do, actions.choose, action=self.action))
        self.drop.clicked.connect(lambda: ask(self.drop, feed.desk.do, actions.drop, action=self.action))
        self.confirm.clicked.connect(self.owner.confirm)
        self.owner.edited.connect(
            lambda text: ask(self.owner, feed.desk.do, actions.edit, action=self.action, owner=text)
        )
        self.wave.chosen.connect(
            lambda wave: ask(self.wave, feed.desk.do, actions.place, action=self.action, wave=wave)
        )
        self.page_one.clicked.connect(
            lambda on: ask(self.page_one, feed.desk.do, actions.feature, action=self.action, on_page_one=on)
        )
        self.show_action(w, action)

    def show_action(
        self, w: Workshop, action: Action, *, picks: int | None = None, counting: bool = False
    ) -> None:
        """Show it as it stands; the owner being typed and the hands being counted are left alone.

        ``picks`` is how many hands a suggestion got, None before they were counted.
        """
        say = self._speech.say
        kept = action.status != "offered"
        self._number.setText(action_number(action.number) if kept and action.number else f"{action.place}")
        self._title.setText(action.title)
        parts = [self._lifts(w, action), "" if kept and action.days is not None else action.benefit]
        if action.days is not None:
            days = person_days(self._speech, action.days)
            parts.append(say("{days}, guessed", days=days) if action.days_guessed else days)
        if picks is not None:
            parts.append(self._speech.many("{n} pick", "{n} picks", picks))
        self._line.setText("  ·  ".join(part for part in parts if part))
        self.keep.setVisible(not kept and not counting)
        self.hands.setVisible(not kept and counting)
        for part in (self.owner, self.wave, self.page_one):
            part.setVisible(kept)
        self.owner.show_owner(w, action)
        self.confirm.setVisible(kept and bool(self.owner.likely))
        self.wave.choose(action.wave or "")
        self.page_one.setChecked(action.on_page_one)

    def _lifts(self, w: Workshop, action: Action) -> str:
        """Which question it lifts, from where to where; nothing for one written in the room."""
        question = w.framework.questions.get(action.question or "")
        if question is None or action.from_level is None or action.to_level is None:
            return ""
        return self._speech.say(
            "{question} {low} to {high}",
            question=w.words(question.id, "title", question.title),
            low=action.from_level,
            high=action.to_level,
        )

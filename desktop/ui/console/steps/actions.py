"""Actions: suggestions for the largest gaps, three picks each counted by hand, then owners and waves."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.model import levels, walk
from desktop.model.to_finish import to_finish
from desktop.model.verbs import actions, counts
from desktop.model.walk import Place
from desktop.model.workshop import Workshop
from desktop.ui.ask import Feed, ask
from desktop.ui.console.steps.action_row import ActionRow
from desktop.ui.console.steps.base import Heading, Spoken, StepScreen
from desktop.ui.widgets.arrange import column, frame, row, rule
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.fields import Entry
from desktop.ui.widgets.keycell import KeyCell
from desktop.ui.widgets.words import words
from desktop.words import reach
from desktop.words.catalogue import Words
from desktop.words.finishing import how_many_to_finish


class ActionsStep(StepScreen):
    """What is offered, what is picked, what is kept."""

    def __init__(self, speech: Words, feed: Feed) -> None:
        super().__init__(speech, feed)
        say = speech.say
        self._rows: dict[str, ActionRow] = {}
        self._cells: dict[str, KeyCell] = {}
        self._place = Place("", "plan")
        self._list = column(gap=12)
        self._nothing = words(say("Nothing to show yet."), "muted", wrap=True)
        self._picks = column(gap=8)
        self._picks_card = frame(
            "card",
            column(words(say("Hands for each: three picks a person"), "strong"), self._picks, gap=10, pad=24),
        )
        self.keep_picks = Button(say("Keep this count"), key="Enter")
        self.keep_picks.clicked.connect(self._count)
        self._wrong = words("", "bad", wrap=True)
        self._wrong.hide()
        self.own = Entry(say("An action in our own words"), hint=say("Write one in the room’s own words"))
        self.add = Button(say("Add it"), icon="plus")
        self.add.clicked.connect(self._write)
        self.own.returnPressed.connect(self._write)
        self._reach = words("", "muted", wrap=True)
        self._open = words("", "warn", wrap=True)
        self.setLayout(column(
            frame("card", column(self._nothing, self._list, 4, row((self.own, 1), self.add), self._wrong, gap=10, pad=24)),
            self._picks_card, frame("plain", column(self._reach, self._open, gap=4, pad=(24, 0, 24, 0))), ..., gap=16,
        ))  # fmt: skip

    def show_place(self, w: Workshop, place: Place) -> None:
        """Show the suggestions of one gap, those to pick from, or the plan."""
        self._place = place
        offered = walk.offered(w)
        if place.part == "suggest":
            shown = [one for one in (*offered, *w.plan) if one.pivot == place.subject]
        elif place.part == "picks":
            shown = list(offered)
        else:
            shown = [*w.plan, *offered]
        if [one.id for one in shown] != list(self._rows):
            self._lay([one.id for one in shown], w)
        picks = self._counted(w)
        for one in shown:
            self._rows[one.id].show_action(
                one, picks.get(one.id, 0) if picks is not None and one.status == "offered" else None
            )
        self._nothing.setVisible(not shown)
        self._picks_card.setVisible(place.part == "picks" and bool(offered))
        self._show_picks(w, [one.id for one in offered])
        self._show_reach(w)

    def _counted(self, w: Workshop) -> dict[str, int] | None:
        held = w.latest("picks", "")
        return dict(levels.points(w, held.id)) if held is not None and held.state == "revealed" else None

    def _lay(self, order: list[str], w: Workshop) -> None:
        kept = {key: row_ for key, row_ in self._rows.items() if key in order}
        while (piece := self._list.takeAt(0)) is not None:
            widget = piece.widget()
            if widget is not None and widget not in kept.values():
                widget.hide()
                widget.deleteLater()
        self._rows = {}
        for number, key in enumerate(order):
            if number:
                self._list.addWidget(rule())
            self._rows[key] = kept.get(key) or ActionRow(self.speech, self.feed, w, w.actions[key])
            self._list.addWidget(self._rows[key])
            self._rows[key].show()

    def _show_picks(self, w: Workshop, offered: list[str]) -> None:
        if list(self._cells) == offered:
            return
        while (piece := self._picks.takeAt(0)) is not None:
            if (widget := piece.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._cells = {}
        order = list(offered)
        for key in offered:
            action = w.actions[key]
            cell = KeyCell(self.speech.say("Hands for {action}", action=action.title))
            cell.kept.connect(self._count)
            cell.moved.connect(lambda by, key=key: self._move(order, key, by))
            self._cells[key] = cell
            line = frame(
                "plain",
                row(
                    words(str(action.place), "bold", width=40),
                    (words(action.title, "", wrap=True), 1),
                    cell,
                    gap=12,
                ),
            )
            self._picks.addWidget(line)
        self._picks.addWidget(frame("plain", row(..., self.keep_picks)))
        self.keep_picks.show()

    def _move(self, order: list[str], key: str, by: int) -> None:
        at = order.index(key) + by
        if 0 <= at < len(order):
            self._cells[order[at]].setFocus()

    def _show_reach(self, w: Workshop) -> None:
        names = {pivot.id: w.words(pivot.id, "name", pivot.name) for pivot in w.pivots}
        still = [
            names[one.pivot]
            for one in levels.gaps(w)
            if one.value and not any(action.pivot == one.pivot for action in w.plan)
        ]
        closed, asked = levels.closes(w)
        projected = levels.projections(w)
        reached = [names[key] for key, one in projected.items() if one.gap and one.uncovered == 0]
        said = reach.reach(
            self.speech,
            len(w.plan),
            closed,
            asked,
            reached,
            still,
            pivots=sum(bool(one.gap) for one in projected.values()),
        )
        self._reach.setText(said)
        self._open.setText(how_many_to_finish(self.speech, len(to_finish(w))) if w.plan else "")

    def heading(self, w: Workshop, place: Place) -> Heading:
        """The pivot whose gap it is, or the plan."""
        pivot = w.framework.pivot_by_id.get(place.subject or "")
        if place.part == "suggest" and pivot is not None:
            return Heading(
                self.speech.say("Suggestions for"),
                w.words(pivot.id, "name", pivot.name),
                pivot.place,
                pivot.colour,
                pivot.icon,
            )
        if place.part == "picks":
            return Heading(self.speech.say("Actions"), self.speech.say("Three picks each"))
        return Heading(self.speech.say("Actions"), self.speech.say("The plan"))

    def spoken(self, w: Workshop, place: Place) -> Spoken:
        """Picks, then owners."""
        return Spoken(("owner",) if place.part == "plan" else ("actions",))

    def beside(self) -> list[QWidget]:
        """Nothing beside the primary button."""
        return []

    def keyed(self, key: str) -> bool:
        """Digits begin counting picks."""
        if self._place.part == "picks" and key.isdecimal() and key.isascii() and self._cells:
            first = next(iter(self._cells.values()))
            first.setFocus()
            first.take(key)
            return True
        return False

    def _count(self) -> None:
        w = self.feed.workshop
        held = w.latest("picks", "")
        if held is None or held.state != "open":
            return
        numbers = [0] * max(one.place for one in w.actions.values())
        for key, cell in self._cells.items():
            numbers[w.actions[key].place - 1] = cell.number
        ask(
            self, self.feed.desk.do, counts.enter, round=held.id, numbers=tuple(numbers), control=self.keep_picks,
            refused=lambda _no, sentence: self._complain(sentence), then=lambda _: self._counted_kept(),
        )  # fmt: skip

    def _counted_kept(self) -> None:
        self._wrong.hide()
        focus = self.focusWidget()
        if focus is not None:
            focus.clearFocus()

    def _write(self) -> None:
        title = self.own.text().strip()
        if not title:
            return
        gaps = walk.largest_gaps(self.feed.workshop)
        pivot = (
            self._place.subject if self._place.subject in self.feed.workshop.framework.pivot_by_id else None
        )
        ask(
            self.add, self.feed.desk.do, actions.write, pivot=pivot or (gaps[0] if gaps else self.feed.workshop.pivots[0].id),
            title=title, refused=lambda _no, sentence: self._complain(sentence), then=lambda _: self._written(),
        )  # fmt: skip

    def _written(self) -> None:
        self._wrong.hide()
        self.own.show_value("")
        self.own.clear()

    def _complain(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.show()

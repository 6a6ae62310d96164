"""Actions: suggestions for the largest gaps, three picks each counted by hand, then owners and waves."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.model import levels, walk
from desktop.model.records import Action, Round
from desktop.model.verbs import actions, counts
from desktop.model.walk import Place
from desktop.model.workshop import Workshop
from desktop.ui.ask import Feed, ask
from desktop.ui.console.steps.action_row import ActionRow
from desktop.ui.console.steps.base import Heading, Spoken, StepScreen
from desktop.ui.console.steps.plan_aside import PlanAside
from desktop.ui.notice import notice_of
from desktop.ui.theme import restyle
from desktop.ui.widgets.arrange import column, frame, laid_again, row
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.fields import Entry
from desktop.ui.widgets.keycell import KeyCell
from desktop.ui.widgets.words import Glyph, keycap, words
from desktop.words import reach
from desktop.words.catalogue import Words


class ActionsStep(StepScreen):
    """What is offered, what is picked, what is kept."""

    def __init__(self, speech: Words, feed: Feed) -> None:
        super().__init__(speech, feed)
        say = speech.say
        self._made: dict[str, ActionRow] = {}
        self._rows: dict[str, ActionRow] = {}
        self._place = Place("", "plan")
        self._list = column(gap=12)
        self._nothing = words(say("Nothing to show yet."), "muted", wrap=True)
        self.keep_picks = Button(say("Keep this count"), key="Enter")
        self.keep_picks.clicked.connect(lambda: self._count())
        self._wrong = words("", "bad", wrap=True)
        self._wrong.hide()
        self.own = Entry(say("An action in our own words"), hint=say("Write one in the room’s own words"))
        self.add = Button(say("Add it"), icon="plus")
        self.add.clicked.connect(self._write)
        self.own.returnPressed.connect(self._write)
        self._sum = words("", "bold")
        self._tally = frame("plain", row(
            Glyph("hand", "muted", 20), self._sum, ..., words(say("next"), "muted"), keycap("↓"), self.keep_picks,
        ))  # fmt: skip
        self._open = words("", "warn", wrap=True)
        self._uncovered = frame(
            "notice",
            row(Glyph("triangle-alert", "warn", 20), (self._open, 1), gap=10, pad=(14, 10, 14, 10)),
            tone="warn",
        )
        self._plan = PlanAside(speech, feed.workshop)
        self.setLayout(column(
            frame("card", column(
                self._nothing, self._list, self._tally, 4, row((self.own, 1), self.add), self._wrong, gap=10, pad=24,
            )),
            self._uncovered, ..., gap=16,
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
        order = [one.id for one in shown]
        if order != list(self._rows):
            for one in shown:
                self._make(w, one)
            self._rows = laid_again(self._list, self._made, order)
        picks, held = self._counted(w), self._counting(w)
        counting = held is not None
        for one in shown:
            got = picks.get(one.id, 0) if picks is not None and one.status == "offered" else None
            self._rows[one.id].show_action(w, one, picks=got, counting=counting)
        if held is not None:
            self._write_kept(w, held.id)
        self._nothing.setVisible(not shown)
        self._tally.setVisible(counting and bool(offered))
        self._show_sum()
        self._plan.show_plan(w)
        self._show_uncovered(w)

    @property
    def cells(self) -> dict[str, KeyCell]:
        """The key cells picks are counted in, by suggestion."""
        return {key: one.hands for key, one in self._rows.items() if not one.hands.isHidden()}

    def _write_kept(self, w: Workshop, held: str) -> None:
        """A count kept before, in its cells again; what is being written stays."""
        kept = next((one for one in w.counts_in(held) if one.group is None), None)
        if kept is None or any(cell.written for cell in self.cells.values()):
            return
        for key, cell in self.cells.items():
            place = w.actions[key].place
            cell.write(kept.numbers[place - 1] if place <= len(kept.numbers) else None)

    def _counted(self, w: Workshop) -> dict[str, int] | None:
        held = w.latest("picks", "")
        return dict(levels.points(w, held.id)) if held is not None and held.state == "revealed" else None

    def make_ready(self, w: Workshop) -> bool:
        """The row of one more action."""
        for one in (*w.plan, *walk.offered(w)):
            if one.id not in self._made:
                self._make(w, one)
                return True
        return False

    def _make(self, w: Workshop, action: Action) -> None:
        if action.id in self._made:
            return
        made = ActionRow(self.speech, self.feed, w, action)
        made.setParent(self)
        made.counted.connect(lambda: self._count())
        made.moved.connect(lambda by: self._move(action.id, by))
        made.hands.changed.connect(self._typed)
        made.ensurePolished()
        self._made[action.id] = made

    def _move(self, key: str, by: int) -> None:
        order = list(self.cells)
        at = order.index(key) + by
        if 0 <= at < len(order):
            self.cells[order[at]].setFocus()

    def _typed(self) -> None:
        self._show_sum()
        if (notice := notice_of(self)) is not None:
            notice.settle()  # whatever was asked before, counting is the answer

    def _show_sum(self) -> None:
        counted = sum(cell.number for cell in self.cells.values())
        here = self.feed.workshop.present
        most = 3 * here
        over = counted > most or any(cell.number > here for cell in self.cells.values())
        restyle(self._sum, role="bad" if over else "bold")
        self._sum.setText(self.speech.say("{n} of {m} picks counted.", n=counted, m=most))

    def _show_uncovered(self, w: Workshop) -> None:
        """Gaps that no action covers, by name."""
        far = {one.pivot for one in levels.gaps(w) if one.gap}
        acted = {one.pivot for one in w.plan}
        still = [w.words(one.id, "name", one.name) for one in w.pivots if one.id in far - acted]
        self._open.setText(reach.no_action_covers(self.speech, still) if w.plan else "")
        self._uncovered.setVisible(bool(self._open.text()) and self._place.part == "plan")

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

    def aside(self) -> QWidget:
        """Where the plan takes the city."""
        return self._plan

    def keyed(self, key: str) -> bool:
        """Digits begin counting picks; before and after that they keep the suggestion of that number."""
        if not (key.isdecimal() and key.isascii()):
            return False
        if self._place.part == "picks" and self.cells:
            first = next(iter(self.cells.values()))
            first.setFocus()
            first.take(key)
            return True
        wanted = [one for one in walk.offered(self.feed.workshop) if str(one.place) == key]
        if wanted and wanted[0].id in self._rows:
            self._rows[wanted[0].id].keep.click()
        return bool(wanted)

    def keep(self, then: Callable[[], object]) -> bool:
        """Picks that are written and not kept."""
        w = self.feed.workshop
        held = self._counting(w)
        if held is None:
            return False
        kept = next((one.numbers for one in w.counts_in(held.id) if one.group is None), ())
        if not any(cell.written for cell in self.cells.values()) and not any(kept):
            return False
        places = {w.actions[key].place: cell.number for key, cell in self.cells.items()}
        if all(number == (kept[at - 1] if at <= len(kept) else 0) for at, number in places.items()):
            return False
        self._count(then)
        return True

    def _counting(self, w: Workshop) -> Round | None:
        """The open vote whose picks are counted here."""
        held = w.latest("picks", "")
        return held if self._place.part == "picks" and held is not None and held.state == "open" else None

    def _count(self, then: Callable[[], object] = lambda: None) -> None:
        w = self.feed.workshop
        held = self._counting(w)
        if held is None:
            return
        numbers = [0] * max(one.place for one in w.actions.values())
        for key, cell in self.cells.items():
            numbers[w.actions[key].place - 1] = cell.number
        ask(
            self, self.feed.desk.do, counts.enter, round=held.id, numbers=tuple(numbers), control=self.keep_picks,
            refused=lambda _no, sentence: self._complain(sentence), then=lambda _: self._counted_kept(then),
        )  # fmt: skip

    def _counted_kept(self, then: Callable[[], object]) -> None:
        self._wrong.hide()
        focus = self.focusWidget()
        if focus is not None:
            focus.clearFocus()
        then()

    def _write(self) -> None:
        text = self.own.text()
        if not text.strip() or self.add.waiting:
            return
        gaps = walk.largest_gaps(self.feed.workshop)
        pivot = (
            self._place.subject if self._place.subject in self.feed.workshop.framework.pivot_by_id else None
        )
        ask(
            self.own, self.feed.desk.do, actions.write, pivot=pivot or (gaps[0] if gaps else self.feed.workshop.pivots[0].id),
            title=text.strip(), refused=lambda _no, sentence: self._complain(sentence),
            then=lambda _: self._written(text), control=self.add,
        )  # fmt: skip

    def _written(self, text: str) -> None:
        self._wrong.hide()
        self.own.emptied(text)

    def _complain(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.show()

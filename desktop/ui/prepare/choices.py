"""Behind *More*: questions in or out, and the ways of voting with what each costs."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout

from desktop.model import builtin
from desktop.model.framework import Framework, say
from desktop.model.verbs import prepare
from desktop.model.voting_time import voting_minutes
from desktop.model.workshop import Workshop
from desktop.ui.prepare.doing import Do
from desktop.ui.widgets.arrange import column, row
from desktop.ui.widgets.tiles import ChoiceTile, TickTile
from desktop.ui.widgets.words import PivotChip, words
from desktop.words.catalogue import Words
from desktop.words.formats import in_words

OFFERED_WAYS = ("paper", "hands")


class Questions(QFrame):
    """The set, and each of its questions to tick, pivot by pivot."""

    def __init__(self, speech: Words, framework: Framework, do: Do) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self._speech, self._framework, self._do = speech, framework, do
        self._sets = {one.id: ChoiceTile(_set_name(speech, framework, one.id), " ") for one in framework.sets}
        group = QButtonGroup(self)
        for id, tile in self._sets.items():
            group.addButton(tile)
            tile.clicked.connect(lambda _=False, id=id: self._do(self._sets[id], prepare.choose_set, id=id))
        self._ticks: dict[str, TickTile] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 1)
        self._shown_set = ""
        self._out = words("", "muted", wrap=True)
        measure = words(say(framework.yardstick, speech.language), "muted", wrap=True)
        self.setLayout(column(row(*self._sets.values(), ..., gap=12), measure, self._grid, self._out, gap=12))

    def show_workshop(self, w: Workshop) -> None:
        """Show what is asked."""
        people = len(w.seats)
        for id, tile in self._sets.items():
            number = len(w.framework.set_by_id[id].questions)
            minutes = voting_minutes(builtin.ways(), w.about.ways, number, people)
            each = in_words(self._speech, -(-number // max(1, len(w.pivots)))).capitalize()
            tile.explain(self._speech.say("{each} a pivot, about {n} min", each=each, n=minutes))
            tile.setChecked(id == w.about.question_set)
        if w.about.question_set != self._shown_set:
            self._fill(w)
        for question, tick in self._ticks.items():
            tick.setChecked(question not in w.about.questions_out)
        bare = [w.words(one.id, "short", one.short) for one in w.pivots if not w.questions_of(one.id)]
        said = self._speech.say("Without a question, so not discussed: {pivots}.", pivots=", ".join(bare))
        self._out.setText(said if bare else "")
        self._out.setVisible(bool(bare))

    def _fill(self, w: Workshop) -> None:
        self._shown_set = w.about.question_set
        for tick in self._ticks.values():
            tick.deleteLater()
        self._ticks = {}
        for at, id in enumerate(w.framework.set_by_id[self._shown_set].questions):
            question = w.framework.questions[id]
            pivot = w.framework.pivot_by_id[question.pivot]
            short = w.words(pivot.id, "short", pivot.short)
            tick = TickTile(w.words(id, "title", question.title), short)
            tick.setAccessibleName(f"{short}: {w.words(id, 'title', question.title)}")
            tick.clicked.connect(lambda _=False, tick=tick: self._leave_out(tick))
            self._ticks[id] = tick
            self._grid.addWidget(PivotChip(pivot.colour, pivot.icon), at // 2, at % 2 * 2)
            self._grid.addWidget(tick, at // 2, at % 2 * 2 + 1)

    def _leave_out(self, tick: TickTile) -> None:
        out = tuple(id for id, one in self._ticks.items() if not one.isChecked())
        self._do(tick, prepare.leave_out, questions=out)


class Ways(QFrame):
    """How the room votes; at least one way."""

    def __init__(self, speech: Words, do: Do) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self._speech, self._do = speech, do
        ways = builtin.ways()
        self._ticks = {way: TickTile(say(ways[way].name, speech.language), " ") for way in OFFERED_WAYS}
        for tick in self._ticks.values():
            tick.clicked.connect(lambda _=False, tick=tick: self._choose(tick))
        self._note = words("", "bad", wrap=True)
        self._note.hide()
        self.setLayout(column(row(*((tick, 1) for tick in self._ticks.values()), gap=12), self._note, gap=6))

    def show_workshop(self, w: Workshop) -> None:
        """Show the ways in use and the minutes each costs."""
        for way, tick in self._ticks.items():
            minutes = voting_minutes(builtin.ways(), (way,), len(w.questions), len(w.seats))
            tick.explain(
                self._speech.say("about {n} min for {people} people", n=minutes, people=len(w.seats))
            )
            tick.setChecked(way in w.about.ways)
        self._note.setVisible(False)

    def _choose(self, tick: TickTile) -> None:
        ways = tuple(way for way, one in self._ticks.items() if one.isChecked())
        if not ways:
            tick.setChecked(True)
            self._note.setText(self._speech.say("One way to vote must stay. Tick another one first."))
            self._note.show()
            return
        self._do(tick, prepare.describe, ways=ways)


def _set_name(speech: Words, framework: Framework, id: str) -> str:
    chosen = framework.set_by_id[id]
    number = len(chosen.questions)
    name = say(chosen.name, speech.language)
    return speech.many("{name}, {n} question", "{name}, {n} questions", number, name=name)

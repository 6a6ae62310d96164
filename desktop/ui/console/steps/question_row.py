"""One question of a pivot as a row of the console: closed to a line, or open with its levels."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from desktop.model import levels
from desktop.model.framework import Question
from desktop.model.measures.agreement import Verdict, one_ballot_could_change, read_room
from desktop.model.measures.invitation import invitation
from desktop.model.measures.tally import RoomState, Tally
from desktop.model.measures.wall import TwoCamps, wall_counts
from desktop.model.records import Round, Way
from desktop.model.workshop import Workshop
from desktop.ui import theme
from desktop.ui.ask import Feed
from desktop.ui.console.counting import Counting
from desktop.ui.console.steps.levels_table import levels_table
from desktop.ui.widgets.arrange import column, emptied, frame, row
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.columns import Columns
from desktop.ui.widgets.pictures import Bar
from desktop.ui.widgets.words import Glyph, words
from desktop.words.catalogue import Words
from desktop.words.counting import answers_in, round_says, state_name
from desktop.words.hearing import hear_first
from desktop.words.stages import stages_of
from desktop.words.verdicts import one_ballot, verdict_line, verdict_word

JUDGED = (RoomState.OK, RoomState.FEWER_THAN_HALF)
"""Only in these states is there a verdict, and somebody to hear first."""
SHOWN = (*JUDGED, RoomState.HALF_CANT_SAY, RoomState.NOBODY_CAN_SAY)

NO_WORD = ("", str(Verdict.TOO_FEW), str(Verdict.NONE))
"""Readings of a room that put no word on the wall."""


class QuestionRow(QFrame):
    """What can be known of a question now, and nothing more before its reveal."""

    discussed = Signal(str)
    opened = Signal(str)
    spoken = Signal(str, str)
    hands = Signal(object)

    def __init__(self, speech: Words, feed: Feed, question: Question) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self.question = question
        self._speech, self._feed = speech, feed
        self._body = column(gap=10)
        self._signature: object = None
        self.counting: Counting | None = None
        self.setLayout(self._body)

    def show_question(self, w: Workshop, *, is_open: bool, counting: bool) -> None:
        """Show it; built anew only when something it shows has changed."""
        held = w.latest("level", self.question.id)
        tally = levels.tally(w, held.id) if held else None
        signature = (
            held,
            tally,
            is_open,
            counting,
            w.present,
            w.ballots_in(held.id) if held else None,
            w.wordings,
        )
        if signature == self._signature:
            return
        same_count = (
            self.counting is not None
            and counting
            and isinstance(self._signature, tuple)
            and self._signature[0] == held
        )
        self._signature = signature
        if same_count and self.counting is not None:
            self.counting.show_people()
            return
        self.counting = None
        emptied(self._body)
        if held is not None and held.state == "revealed" and tally is not None:
            self._show_results(w, held, tally, is_open=is_open)
        else:
            self._show_voting(w, held, tally, is_open=is_open, counting=counting)

    # ---- before the reveal ------------------------------------------------------------------------------------

    def _show_voting(
        self, w: Workshop, held: Round | None, tally: Tally | None, *, is_open: bool, counting: bool
    ) -> None:
        say = self._speech.say
        title = w.words(self.question.id, "title", self.question.title)
        cast = tally.cast if tally else 0
        bar = Bar(width=116)
        people = tally.room if tally else w.present  # who left with a ballot in is still one of them
        said = answers_in(self._speech, cast, people)
        bar.show_share(cast / max(1, people), said)
        state = words(said, "bold") if held else words(say("not open yet"), "muted")
        full = held is not None and cast >= people > 0
        count = say("Count hands") if _way(w) == "hands" else say("Count dots")
        end: Glyph | Button | None = Glyph("check", "good", 20) if full else None
        if held is not None and held.state == "open" and not full and not counting:
            end = Button(count)
            end.clicked.connect(lambda: self.opened.emit(self.question.id))
        name = Button(title, kind="quiet", name=say("Open {question}", question=title))
        name.clicked.connect(lambda: self.opened.emit(self.question.id))
        self._body.addLayout(row(words(title, "strong"), ..., bar if held else None, state, end, gap=12))
        self._body.addWidget(words(self._ways(w, held), "muted"))
        if not is_open:
            return
        self._body.addWidget(words(w.words(self.question.id, "text", self.question.text), "over", wrap=True))
        if counting and held is not None:
            self.counting = Counting(self._feed, self._speech, held.id, _way(w))
            self.counting.level_changed.connect(self.hands)
            self._body.addWidget(self.counting)
            self.counting.show()  # at once: its first cell takes the focus now
            return
        on_paper = len(w.ballots_in(held.id)) if held else 0
        seen = held is not None and held.uncovered_at is not None
        covered = say("{n} covered", n=on_paper) if on_paper and not seen else ""
        self._body.addWidget(
            levels_table(self._speech, w, self.question, tally=tally if seen else None, covered=covered)
        )

    def _ways(self, w: Workshop, held: Round | None) -> str:
        if held is None:
            return ""
        say = self._speech.say
        on_paper = len(w.ballots_in(held.id))
        by_hand = sum(sum(count.numbers) + count.cant_say for count in w.counts_in(held.id))
        parts = [say("{n} on paper", n=on_paper)] if on_paper else []
        parts += [say("{n} by hand", n=by_hand)] if by_hand else []
        if held.number > 1:
            parts.append(say("second vote") if held.number == 2 else say("vote {n}", n=held.number))
        return ", ".join(parts) or say("nobody yet")

    # ---- after it ---------------------------------------------------------------------------------------------

    def _show_results(self, w: Workshop, held: Round, tally: Tally, *, is_open: bool) -> None:
        say, stages = self._speech.say, stages_of(self._speech, w.framework)
        title = w.words(self.question.id, "title", self.question.title)
        judged = tally.state in JUDGED
        reading = read_room(tally.counts, w.framework.lowest)
        verdict = verdict_line(self._speech, reading) if judged else state_name(self._speech, tally.state)
        discuss = Button(
            say("Discuss"),
            kind="tick",
            icon="check" if is_open else "",
            name=say("Discuss {question}", question=title),
        )
        discuss.setChecked(is_open)
        discuss.clicked.connect(lambda: self.discussed.emit(self.question.id))
        role = "warn" if judged and reading.verdict in ("two_camps", "spread") else "muted"
        named, unfolded = _named(tally), is_open and tally.state in SHOWN
        small = None if unfolded or tally.state not in SHOWN else self._columns(w, tally, named)
        said = column(
            row(words(title, "strong"), 4, words(verdict, role), ..., gap=8),
            words(round_says(stages, tally), "muted", wrap=True), gap=2,
        )  # fmt: skip
        self._body.addLayout(row((said, 1), small, discuss, gap=16))
        if not unfolded:
            return
        self._body.addWidget(words(w.words(self.question.id, "text", self.question.text), "over", wrap=True))
        self._body.addWidget(levels_table(self._speech, w, self.question, tally=tally, named=named))
        if judged:
            self._body.addWidget(self._prompt(held, tally, str(reading.verdict)))

    def _columns(self, w: Workshop, tally: Tally, named: tuple[int, ...]) -> Columns:
        """The answers in small, for a row that is not open."""
        ground = theme.current().theme.ground
        colour = w.framework.pivot_by_id[self.question.pivot].colour
        strong = [level in named for level in w.framework.levels]
        said = ", ".join(f"{level}: {n}" for level, n in zip(w.framework.levels, tally.counts, strict=True))
        return Columns(tally.counts, strong, ground.pivot(colour), ground.faint(colour), says=said)

    def _prompt(self, held: Round, tally: Tally, verdict: str) -> QFrame:
        """Who to hear first, and the word that may go on the wall: for the facilitator."""
        say = self._speech.say
        stages = stages_of(self._speech, self._feed.workshop.framework)
        word = verdict_word(self._speech, held.word or verdict)
        show = Button(
            say("Hide “{word}”", word=word) if held.word else say("Show “{word}”", word=word),
            kind="link",
            key="V",
            height=30,
        )
        show.setEnabled(bool(held.word) or verdict not in NO_WORD)
        show.clicked.connect(lambda: self.spoken.emit(held.id, "" if held.word else verdict))
        lines = column(
            row(Glyph("message-square-quote", "accent", 20), words(say("Hear first"), "bold"), (words(hear_first(stages, invitation(tally)), "", wrap=True), 1), show),
            gap=4, pad=(14, 8, 10, 8),
        )  # fmt: skip
        if one_ballot_could_change(tally.counts):
            lines.addWidget(words(one_ballot(self._speech), "muted"))
        return frame("prompt", lines)


def _named(tally: Tally) -> tuple[int, ...]:
    """The levels that the counting sentence names."""
    found = wall_counts(tally)
    if found is None:
        return ()
    return (*found.low.levels, *found.high.levels) if isinstance(found, TwoCamps) else tuple(found.levels)


def _way(w: Workshop) -> Way:
    """Dots on the wall where they are used instead of hands."""
    return "dots" if "dots" in w.about.ways and "hands" not in w.about.ways else "hands"

"""Posters for dots: a question, its levels in one short line each, a field for the dots of each; read from 3 m."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from desktop.look.marks import Box, Mark
from desktop.words import printed as say
from desktop.words.catalogue import Words
from exports.pdf.document import Made
from exports.pdf.flowables import Block, TextBlock
from exports.pdf.flowables_text import one_line, width_of
from exports.pdf.printed.board import Board, Standing
from exports.pdf.printed.desk import Begun, Desk, badge
from exports.pdf.sheet import INK, MUTED, WHITE, Page, Style, bare
from exports.printed import AskedPivot, AskedQuestion, Printed

A3 = bare(841.89, 1190.55, 48.0)
TABLOID = bare(792.0, 1224.0, 48.0)
QUESTION_SIZES = (54.0, 50.0, 46.0, 42.0, 38.0)
LEVEL_SIZES = (38.0, 36.0, 34.0, 32.0, 30.0, 28.0)
"""Tried from the largest down; capitals of 28 points are 7 mm high."""

TOO_LONG = (24.0, 20.0, 17.0, 14.0)
"""For texts beyond what a framework file allows: they stay within their row."""

_DIGIT, _STAGE, _PIVOT, _SMALL = (
    Style(58, 60, "bold"),
    Style(22, 27, "semibold", MUTED),
    Style(26, 32, "semibold"),
    Style(17, 22),
)
_DIGIT_WIDE, _FIELD_WIDE, _ROW_GAP, _BADGE = 60.0, 340.0, 12.0, 40.0


def posters(printed: Printed, words: Words, begun: Begun) -> Made:
    """One poster a question, in framework order."""
    desk = Desk(printed, words)
    page = TABLOID if printed.paper == "letter" else A3
    poster = _Poster(desk, page)
    boards = [
        partial(poster.board, pivot, question) for pivot in printed.pivots for question in pivot.questions
    ]
    return desk.boards(words.say("Posters for dots"), page, boards, begun)


class _Poster:
    """Sets the posters."""

    def __init__(self, desk: Desk, page: Page) -> None:
        self.desk, self.full, self.high = desk, page.full, page.bottom - page.top
        self.text_wide = self.full - _DIGIT_WIDE - _FIELD_WIDE - 16

    def board(self, pivot: AskedPivot, question: AskedQuestion) -> Board:
        """Pivot, question, rule, a row for each answer, the yardstick."""
        blocks, marks, y = self._head(pivot, question)
        foot = self._foot()
        low = self.high - sum(block.height_at(self.full) for block in foot) - 6
        stages = self.desk.printed.stages
        answers = [
            (str(stage.level), stage.name, short) for stage, short in zip(stages, question.short, strict=True)
        ]
        answers.append(("–", "", say.cant_say(self.desk.words)))
        each = (low - y) / len(answers)
        style = self._level_style([words for _, _, words in answers], each - _ROW_GAP)
        for number, answer in enumerate(answers):
            placed, field = self._row(answer, y + number * each, each - _ROW_GAP, style)
            blocks += placed
            marks.append(field)
        y = low + 6
        for block in foot:
            blocks.append(Standing(block, 0.0, y, self.full))
            y += block.height
        return Board(self.full, self.high, blocks, marks)

    def _head(self, pivot: AskedPivot, question: AskedQuestion) -> tuple[list[Standing], list[Mark], float]:
        desk, inset = self.desk, _BADGE + 14
        name = desk.text(one_line(pivot.name, _PIVOT, self.full - inset - 80), _PIVOT)
        id = desk.text(question.id, _PIVOT.but(colour=MUTED), align="end")
        title = self._fitted(question.text, (*QUESTION_SIZES, *TOO_LONG), self.full, 3)
        rule = desk.text(say.dots_rule(desk.words), _SMALL.but(colour=MUTED))
        x = self.full - _BADGE if desk.rtl else 0.0
        placed = [
            Standing(name, 80.0 if desk.rtl else inset, (_BADGE - 32) / 2, self.full - inset - 80),
            Standing(id, 0.0 if desk.rtl else self.full - 80, (_BADGE - 32) / 2, 80.0),
        ]
        y = _BADGE + 16
        placed.append(Standing(title, 0.0, y, self.full))
        y += title.height_at(self.full) + 8
        placed.append(Standing(rule, 0.0, y, self.full))
        return placed, list(badge(pivot, x, 0.0, _BADGE)), y + rule.height_at(self.full) + 18

    def _fitted(self, words: str, sizes: Sequence[float], room: float, lines: int) -> TextBlock:
        """The question in the largest size that needs no more lines than that."""
        block = self.desk.text(words)
        for size in sizes:
            style = Style(size, round(size * 1.16, 1), "bold")
            block = self.desk.text(words, style, role="H1", outline=True)
            if block.height_at(room) <= lines * style.leading + 0.1:
                break
        return block

    def _level_style(self, texts: Sequence[str], room: float) -> Style:
        """One size for all answers: none may look more likely than another."""
        for size in (*LEVEL_SIZES, *TOO_LONG):
            style = Style(size, round(size * 1.16, 1), "medium")
            longest = max(width_of(word, style) for text in texts for word in text.split() or [""])
            heights = [self.desk.text(text, style).height_at(self.text_wide) for text in texts]
            if longest <= self.text_wide and max(heights) + _STAGE.leading <= room:
                break
        return style

    def _row(
        self, answer: tuple[str, str, str], y: float, high: float, style: Style
    ) -> tuple[list[Standing], Mark]:
        """Digit, stage and short line; beside them the field for the dots."""
        desk, full = self.desk, self.full
        label, stage, words = answer
        digit, block = desk.text(label, _DIGIT, align="centre"), desk.text(words, style)
        name = desk.text(stage, _STAGE) if stage else None
        tall = block.height_at(self.text_wide) + (_STAGE.leading if name else 0.0)
        top = y + max(0.0, (high - tall) / 2)
        x = full - _DIGIT_WIDE - 8 - self.text_wide if desk.rtl else _DIGIT_WIDE + 8
        digit_x = full - _DIGIT_WIDE if desk.rtl else 0.0
        placed = [Standing(digit, digit_x, y + (high - _DIGIT.leading) / 2, _DIGIT_WIDE)]
        if name is not None:
            placed.append(Standing(name, x, top, self.text_wide))
            top += _STAGE.leading
        placed.append(Standing(block, x, top, self.text_wide))
        field_x = 0.75 if desk.rtl else full - _FIELD_WIDE + 0.75
        return placed, Box(field_x, y, _FIELD_WIDE - 1.5, high, fill=WHITE, stroke=INK, line=1.5, radius=10)

    def _foot(self) -> list[Block]:
        desk, note = self.desk, _SMALL.but(colour=MUTED)
        where = desk.where(note, self.full)
        return [desk.text(desk.printed.yardstick, _SMALL), desk.text(where, note)]

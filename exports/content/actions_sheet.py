"""The sheet Actions: a row an action, in the language of the file; a further sheet for each other language."""

from __future__ import annotations

from collections.abc import Mapping

from openpyxl.utils import get_column_letter

from desktop.model.action_library import ActionLibrary, LibraryAction, LibraryNeed
from desktop.model.framework import Framework, Text, say
from desktop.words.catalogue import Words, mark
from exports.content.look import (
    FIRST_ROW,
    HEAD_ROW,
    Column,
    drop_down,
    fill_row,
    finish_sheet,
    heads,
    hint,
)
from exports.excel.cells import Book
from exports.excel.look import Edition, print_set_up, row_height, title

ACTIONS, ACTION_TEXTS = "Actions", "Actions"
"""The sheet of actions; with a language behind it, the same actions translated: "Actions fr"."""
FREE_ROWS = 30
"""Rows for actions of one's own."""

HEADS = {
    "id": mark("Id"), "in_use": mark("In use"), "question": mark("Question"), "from": mark("From level"),
    "to": mark("To level"), "effort": mark("Effort"), "title": mark("Action"), "detail": mark("What to do"),
    "first_step": mark("First step"), "measure.what": mark("Measure: what"), "measure.from": mark("Measure: from"),
    "measure.to": mark("Measure: to"), "measure.source": mark("Measure: source"), "owner": mark("Owner"),
    "reports_to": mark("Reports to"), "benefit": mark("Residents notice"), "risk": mark("Risk if not done"),
    "sdg": mark("Goals (SDG)"), "needs": mark("Needs"),
}  # fmt: skip
"""The head of each column, by its key in the file."""
WIDTHS = {
    "id": 20, "in_use": 9, "question": 30, "from": 8, "to": 8, "effort": 9, "title": 34, "detail": 52, "first_step": 40,
    "measure.what": 34, "measure.from": 13, "measure.to": 13, "measure.source": 30, "owner": 24, "reports_to": 22,
    "benefit": 34, "risk": 34, "sdg": 12, "needs": 20,
}  # fmt: skip
TEXTS = (
    "title", "detail", "first_step", "measure.what", "measure.from", "measure.to", "measure.source", "owner",
    "reports_to", "benefit", "risk",
)  # fmt: skip


def texts_of(action: LibraryAction) -> Mapping[str, Text]:
    """The texts of an action by their key in the file."""
    measure = action.measure
    return {
        "title": action.title, "detail": action.detail, "first_step": action.first_step, "measure.what": measure.what,
        "measure.from": measure.start, "measure.to": measure.goal, "measure.source": measure.source,
        "owner": action.owner, "reports_to": action.reports_to, "benefit": action.benefit, "risk": action.risk,
    }  # fmt: skip


def need_said(need: LibraryNeed) -> str:
    """A need as one writes it in a cell: an action's id, or a question and its level ("I3: 3")."""
    return need.action or f"{need.question}: {need.level}"


def add_actions(
    book: Book, framework: Framework, library: ActionLibrary, words: Words, edition: Edition
) -> None:
    """Add the sheet; rows below the last one are free for actions of one's own."""
    say_ = words.say
    sheet = book.sheet(say_(ACTIONS))
    under = say_(
        "Ready-made actions to pick from. An owner is a post, never a name. Free rows are at the end."
    )
    title(sheet, say_("Actions"), under, edition)
    columns = [Column(say_(head), WIDTHS[key], own=True) for key, head in HEADS.items()]
    heads(sheet, columns)
    for row, action in enumerate(library.actions, start=FIRST_ROW):
        question = framework.questions[action.question]
        asked = f"{question.id} {say(question.title, framework.language)}"
        texts = texts_of(action)
        fill_row(sheet, row, [
            (action.id, "fixed"), (say_("yes"), "open_centre"), (asked, "open"), (action.from_level, "open_centre"),
            (action.to_level, "open_centre"), (action.effort, "open_centre"),
            *((texts[key].get(library.language, ""), "open") for key in TEXTS),
            ("; ".join(action.sdg), "open_centre"), ("; ".join(map(need_said, action.needs)), "open"),
        ])  # fmt: skip
        row_height(sheet, row, tuple(range(7, 18)), least=20)
    end = HEAD_ROW + len(library.actions)
    for row in range(end + 1, end + 1 + FREE_ROWS):
        fill_row(
            sheet,
            row,
            [(None, "open_centre" if key in ("from", "to", "effort") else "open") for key in HEADS],
        )
        sheet.row_dimensions[row].height = 20
    last = end + FREE_ROWS
    _rules(book, last, words)
    finish_sheet(sheet, len(columns), last, frozen=2)
    print_set_up(sheet, edition, f"A1:{get_column_letter(len(columns))}{end}", HEAD_ROW)


def _rules(book: Book, last: int, words: Words) -> None:
    say_ = words.say
    sheet = book.workbook.worksheets[-1]
    told = (say_("Not on the list"), say_("Choose one of the list. The lists stand on the sheet Lists."))
    letters = {key: get_column_letter(place) for place, key in enumerate(HEADS, start=1)}

    def down(key: str) -> str:
        return f"{letters[key]}{FIRST_ROW}:{letters[key]}{last}"

    drop_down(sheet, down("in_use"), "list_yes_no", told=told)
    drop_down(
        sheet, down("question"), "list_question", warns=True,
        told=(say_("Another question"), say_("It is not on the list. Keep it if you typed the id of a new question.")),
    )  # fmt: skip
    for key in ("from", "to"):
        drop_down(sheet, down(key), "list_level", told=told)
    drop_down(
        sheet, down("effort"), "list_effort", told=told,
        prompt=(say_("Effort"), say_("Person-days: s 5 to 15, m 15 to 40, l 40 to 120, x more. A first guess.")),
    )  # fmt: skip
    hint(sheet, down("owner"), (say_("Owner"), say_("A post, never a name.")))
    hint(
        sheet,
        down("sdg"),
        (say_("Goals"), say_("Goals or targets it truly serves, with ; between: 11.5; 13")),
    )
    hint(
        sheet, down("needs"),
        (say_("Needs"), say_("What must be there first, with ; between: the id of an action, or a question and its level, such as I3: 3")),
    )  # fmt: skip


def add_action_texts(
    book: Book, library: ActionLibrary, language: str, words: Words, edition: Edition
) -> None:
    """Add the actions' texts in one further language."""
    say_ = words.say
    sheet = book.sheet(f"{ACTION_TEXTS} {language}")
    under = say_(
        "The same actions in another language. Everything else about them stands on the sheet Actions."
    )
    title(sheet, say_("Actions in {language}", language=language), under, edition)
    keys = ("id", *TEXTS)
    heads(sheet, [Column(say_(HEADS[key]), WIDTHS[key], own=key != "id") for key in keys])
    for row, action in enumerate(library.actions, start=FIRST_ROW):
        texts = texts_of(action)
        fill_row(
            sheet, row, [(action.id, "fixed"), *((texts[key].get(language, ""), "open") for key in TEXTS)]
        )
        row_height(sheet, row, tuple(range(2, 2 + len(TEXTS))), least=20)
    last = HEAD_ROW + len(library.actions)
    finish_sheet(sheet, len(keys), last, frozen=2)
    print_set_up(sheet, edition, f"A1:{get_column_letter(len(keys))}{last}", HEAD_ROW)

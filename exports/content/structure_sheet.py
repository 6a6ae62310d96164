"""The sheets Framework and Questions: names and numbers, lists, and a row for each pivot and question."""

from __future__ import annotations

from collections.abc import Iterator

from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from desktop.look.palette import ON_PAPER, contrast
from desktop.model.action_library import ActionLibrary
from desktop.model.framework import Framework, Pivot, Question, say
from desktop.words.catalogue import Words
from exports.content.lines import LISTS, NEW, named_parts
from exports.content.look import (
    FIRST_ROW,
    HEAD_ROW,
    Column,
    drop_down,
    fill_row,
    finish_sheet,
    heads,
)
from exports.excel.cells import Book, Value
from exports.excel.look import INK, Edition, fill, print_set_up, row_height, title

FRAMEWORK, QUESTIONS = "Framework", "Questions"
LEAVES = ("phases", "barriers", "glossary")
"""Lists whose parts may be left out; the others are what answers and questions refer to."""

Cells = list[tuple[Value, str]]


def add_framework(
    book: Book, framework: Framework, actions: ActionLibrary | None, words: Words, edition: Edition
) -> None:
    """Add the sheet with what the framework is called, its scale and its lists."""
    say_ = words.say
    sheet = book.sheet(say_(FRAMEWORK))
    under = say_("Give your copy an id of its own, or a higher version each time you load it.")
    title(sheet, say_("The framework"), under, edition)
    columns = [
        Column(say_("What"), 30), Column(say_("Value"), 38, own=True), Column(say_("In use"), 10, own=True),
        Column(say_("What may stand here, or what it says today"), 78), Column(say_("Key"), 4),
    ]  # fmt: skip
    heads(sheet, columns)
    rows = [*_facts(framework, actions, words), *_lists(framework, words)]
    for row, cells in enumerate(rows, start=FIRST_ROW):
        fill_row(sheet, row, cells)
        row_height(sheet, row, (2, 4), least=18)
    last = HEAD_ROW + len(rows)
    told = (say_("Not on the list"), say_("Choose one of the list."))
    for row, cells in enumerate(rows, start=FIRST_ROW):
        if cells[4][0] == "default_set":
            drop_down(sheet, f"B{row}", "list_set", told=told)
        elif cells[2][1] == "open_centre":
            drop_down(sheet, f"C{row}", "list_yes_no", told=told)
    sheet.column_dimensions["E"].hidden = True
    finish_sheet(sheet, len(columns), last, frozen=2)
    print_set_up(sheet, edition, f"A1:D{last}", HEAD_ROW)


def _facts(framework: Framework, actions: ActionLibrary | None, words: Words) -> Iterator[Cells]:
    say_ = words.say
    id_rule = say_("Letters, digits, - and _, a letter first, 40 at most. It names your questions for good.")
    version_rule = say_("Such as 1.0.0. Raise it whenever you load a changed copy under the same id.")
    facts = (
        (say_("Id of the questions"), framework.id, True, id_rule, "id"),
        (say_("Version"), framework.version, True, version_rule, "version"),
        (say_("Licence"), framework.licence, True, say_("Who may use the texts, in a word or two."), "licence"),
        (say_("Set offered first"), framework.default_set, True, say_("One of the question sets."), "default_set"),
        (say_("Language"), framework.language, False, say_("Stays: every text must be there in it."), "language"),
        (say_("Lowest level"), framework.lowest, False, say_("Stays: votes are counted on this scale."), "lowest"),
    )  # fmt: skip
    library = (
        (say_("Id of the actions"), actions.id, True, say_("As above; it names your actions."), "actions.id"),
        (say_("Version of the actions"), actions.version, True, version_rule, "actions.version"),
    ) if actions else ()  # fmt: skip
    for what, value, own, rule, key in (*facts, *library):
        yield [
            (what, "fixed"),
            (value, "open" if own else "fixed"),
            (None, "fixed"),
            (rule, "fixed"),
            (key, "key"),
        ]


def _lists(framework: Framework, words: Words) -> Iterator[Cells]:
    for key, id, name in named_parts(framework):
        leaves = key in LEAVES
        told = say(name, framework.language)
        yield [
            (words.say(LISTS[key]), "fixed"), (id, "fixed"),
            (words.say("yes") if leaves else None, "open_centre" if leaves else "fixed"), (told, "fixed"),
            (f"{key}/{id}", "key"),
        ]  # fmt: skip


def add_questions(book: Book, framework: Framework, words: Words, edition: Edition) -> None:
    """Add the sheet with a row for each pivot and question, and a free row for one more question a pivot."""
    say_ = words.say
    sheet = book.sheet(say_(QUESTIONS))
    under = say_(
        "Which questions are asked, and how each pivot looks. Their words stand on the sheets of texts."
    )
    title(sheet, say_("Pivots and questions"), under, edition)
    columns = [
        Column(say_("Pivot"), 8), Column(say_("Question"), 11), Column(say_("Today it is called"), 36),
        Column(say_("In use"), 9, own=True), Column(say_("Lens"), 19, own=True), Column(say_("Colour"), 9, own=True),
        Column(say_("Icon"), 17, own=True),
        *(Column(_set_head(framework, id, words), 11, own=True) for id in framework.set_by_id),
        Column(say_("Source of the story"), 44, own=True), Column(say_("Source of the figure"), 44, own=True),
        Column(say_("Key"), 4),
    ]  # fmt: skip
    heads(sheet, columns)
    rows = list(_question_rows(framework, words))
    for row, cells in enumerate(rows, start=FIRST_ROW):
        fill_row(sheet, row, cells)
        row_height(sheet, row, (3, len(columns) - 2, len(columns) - 1), least=18)
    last = HEAD_ROW + len(rows)
    told = (say_("Not on the list"), say_("Choose one of the list. The lists stand on the sheet Lists."))
    marks = [get_column_letter(place) for place in (4, *range(8, 8 + len(framework.sets)))]
    for letter in marks:
        drop_down(sheet, f"{letter}{FIRST_ROW}:{letter}{last}", "list_yes_no", told=told)
    drop_down(sheet, f"E{FIRST_ROW}:E{last}", "list_lens", told=told)
    drop_down(sheet, f"F{FIRST_ROW}:F{last}", "list_colour", told=told)
    drop_down(sheet, f"G{FIRST_ROW}:G{last}", "list_icon", told=told)
    for number, colour in enumerate(ON_PAPER, start=1):
        ink = max(("FFFFFF", INK), key=lambda ink, colour=colour: contrast(f"#{ink}", colour))  # type: ignore[misc]
        look = {"fill": fill(colour.lstrip("#")), "font": Font(color=ink, bold=True)}
        rule = CellIsRule("equal", [str(number)], **look)  # type: ignore[no-untyped-call]
        sheet.conditional_formatting.add(f"F{FIRST_ROW}:F{last}", rule)
    sheet.column_dimensions[get_column_letter(len(columns))].hidden = True
    finish_sheet(sheet, len(columns), last, frozen=4)
    print_set_up(sheet, edition, f"A1:{get_column_letter(len(columns) - 1)}{last}", HEAD_ROW)


def _set_head(framework: Framework, id: str, words: Words) -> str:
    return words.say("Set: {id}", id=id)


def _question_rows(framework: Framework, words: Words) -> Iterator[Cells]:
    for pivot in framework.pivots:
        yield _pivot_row(framework, pivot, words)
        for question in pivot.questions:
            yield _question_row(framework, pivot, question, words)
        yield _question_row(framework, pivot, None, words)


def _pivot_row(framework: Framework, pivot: Pivot, words: Words) -> Cells:
    story = pivot.story.source if pivot.story else ""
    figure = pivot.figure.source if pivot.figure else ""
    return [
        (pivot.id, "part_centre"), ("", "part"), (say(pivot.name, framework.language), "part"),
        (words.say("yes"), "part_open"), ("", "part"), (pivot.colour, "part_open"), (pivot.icon, "part_open"),
        *(("", "part") for _ in framework.sets), (story, "open"), (figure, "open"), (f"pivots/{pivot.id}", "key"),
    ]  # fmt: skip


def _question_row(framework: Framework, pivot: Pivot, question: Question | None, words: Words) -> Cells:
    """A question, or the free row for one more: its id is typed in, and with it the row counts."""
    yes, no = words.say("yes"), words.say("no")
    lens = say(framework.lenses[question.lens], framework.language) if question else ""
    marks = [(yes if question.id in one.questions else no) if question else "" for one in framework.sets]
    called = (
        say(question.title, framework.language) if question else words.say("free for a question of your own")
    )
    id, key = (question.id, question.id) if question else ("", f"{NEW}{pivot.id}")
    return [
        (pivot.id, "fixed_centre"), (id, "fixed_centre" if question else "open_centre"), (called, "fixed"),
        (yes if question else "", "open_centre"), (lens, "open_centre"), ("", "fixed"), ("", "fixed"),
        *((mark, "open_centre") for mark in marks), ("", "fixed"), ("", "fixed"), (f"questions/{key}", "key"),
    ]  # fmt: skip

"""The sheet Lists: what the drop-downs offer. Names, so that a rule never holds the words themselves."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.styles import Border, Side
from openpyxl.utils import get_column_letter

from desktop.look.palette import ON_PAPER
from desktop.model.action_library import EFFORTS
from desktop.model.framework import Framework, say
from desktop.model.framework_file import PIVOT_COLOURS, icons
from desktop.words.catalogue import Words
from exports.content.look import FIRST_ROW, Column, fill_row, heads
from exports.excel.cells import Book, Value, put
from exports.excel.look import Edition, fill, lock, print_set_up, title
from exports.excel.names import cells, define

PIVOT_ICONS = (
    "cloud-cog", "database", "users", "user-round", "workflow", "sparkles", "coffee", "eye-off", "file-text", "flag",
    "hand", "handshake", "hard-drive", "laptop", "list-checks", "lock", "mail", "message-square-quote", "milestone",
    "monitor", "presentation", "scale", "search", "settings", "shield-check", "shuffle", "signature",
    "sliders-horizontal", "sun", "target", "vote",
)  # fmt: skip
"""Icons that can stand for a pivot; the others mean something on the screens already."""


def add_lists(book: Book, framework: Framework, words: Words, edition: Edition) -> None:
    """Add the sheet and a name for each of its columns."""
    say_ = words.say
    sheet = book.sheet(say_("Lists"))
    title(sheet, say_("Lists"), say_("What the drop-downs offer. Nothing here is yours to change."), edition)
    own = framework.language
    columns: tuple[tuple[str, str, float, Sequence[Value]], ...] = (
        ("yes_no", say_("Yes or no"), 12, (say_("yes"), say_("no"))),
        ("lens", say_("Lens"), 22, [say(name, own) for name in framework.lenses.values()]),
        ("colour", say_("Colour"), 10, tuple(range(1, PIVOT_COLOURS + 1))),
        ("icon", say_("Icon"), 24, [name for name in PIVOT_ICONS if name in icons()]),
        ("set", say_("Question set"), 16, tuple(framework.set_by_id)),
        ("question", say_("Question"), 44, [f"{one.id} {say(one.title, own)}" for one in framework.questions.values()]),
        ("level", say_("Level"), 10, tuple(framework.levels)),
        ("effort", say_("Effort"), 10, EFFORTS),
    )  # fmt: skip
    heads(sheet, [Column(head, width) for _, head, width, _ in columns])
    longest = max(len(values) for *_, values in columns)
    for number in range(longest):
        row = FIRST_ROW + number
        fill_row(
            sheet,
            row,
            [(values[number] if number < len(values) else None, "fixed") for *_, values in columns],
        )
    for place, (name, _, _, values) in enumerate(columns, start=1):
        letter = get_column_letter(place)
        where = f"${letter}${FIRST_ROW}:${letter}${FIRST_ROW + len(values) - 1}"
        define(book.workbook, f"list_{name}", cells(sheet.title, where))
    edge = Side(style="thick", color="FFFFFF")
    for number, colour in enumerate(ON_PAPER[:PIVOT_COLOURS]):
        swatch = put(sheet.cell(FIRST_ROW + number, len(columns) + 1), "", "pw_text")
        swatch.fill, swatch.border = fill(colour.lstrip("#")), Border(edge, edge, edge, edge)
    put(sheet.cell(FIRST_ROW - 1, len(columns) + 1), say_("Colours 1 to 7"), "pw_head")
    sheet.column_dimensions[get_column_letter(len(columns) + 1)].width = 16
    lock(sheet)
    sheet.freeze_panes = sheet.cell(FIRST_ROW, 1).coordinate
    print_set_up(
        sheet, edition, f"A1:{get_column_letter(len(columns) + 1)}{FIRST_ROW + longest}", FIRST_ROW - 1
    )

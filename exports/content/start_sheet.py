"""The sheet people see first: what this file is, what may be changed, what limits hold, how it gets back."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from desktop.model.framework import Framework, say
from desktop.model.framework_file import FULL, MOST_BARRIERS, QUESTION, SHORT, TITLE
from desktop.model.reading import LONGEST_TEXT
from desktop.words.catalogue import Words
from exports.content.look import OPEN, SECTION
from exports.excel.cells import Book, put
from exports.excel.look import Edition, fill, lock, print_set_up, row_height, title
from exports.excel.names import cells

NAME = "Start here"
FIRST_STEP = 5


def add_start(
    book: Book,
    framework: Framework,
    names: Sequence[str],
    words: Words,
    edition: Edition,
    *,
    with_actions: bool,
) -> None:
    """Add the sheet; ``names`` are those of the sheets, to lead there."""
    say_ = words.say
    sheet = book.sheet(say_(NAME))
    called = say(framework.title, framework.language)
    under = say_("Write the workshop’s questions and actions as your city needs them, then load this file.")
    title(sheet, say_("{title}: a copy to edit", title=called), under, edition)
    for letter, width in (("A", 5), ("B", 30), ("C", 96)):
        sheet.column_dimensions[letter].width = width
    row = _steps(sheet, framework, words, names, with_actions=with_actions) + 1
    for heading, told in _rules(framework, words, with_actions=with_actions):
        put(sheet.cell(row, 2), heading, "pw_strong")
        put(sheet.cell(row, 3), told, "pw_body")
        row_height(sheet, row, (3,), least=24)
        row += 1
    row += 1
    put(sheet.cell(row, 2), say_("What the colours mean"), "pw_strong")
    for colour, meaning in ((OPEN, say_("Yours to write")), (SECTION, say_("Grey and blue: stays as it is"))):
        row += 1
        put(sheet.cell(row, 1), "", "pw_text").fill = fill(colour)
        put(sheet.cell(row, 2), meaning, "pw_body")
        sheet.row_dimensions[row].height = 20
    lock(sheet)
    print_set_up(sheet, edition, f"A1:C{row}")


def _steps(
    sheet: Worksheet, framework: Framework, words: Words, names: Sequence[str], *, with_actions: bool
) -> int:
    """What to do, in order; each leads to its sheet. Returns the row after the last."""
    say_ = words.say
    own = framework.language
    steps = [
        ("Framework", say_("Name your copy"), say_("Give it an id of its own, or a higher version. Workshops held keep the questions they were made with.")),
        (f"Texts {own}", say_("Write the texts"), say_("Change what stands in the column Text. The length beside it turns red when there is no more room.")),
        ("Questions", say_("Choose the questions"), say_("Say which are in use, and in which set. One free row a pivot takes a question of your own: type its id there, its texts at the end of the sheet of texts.")),
    ]  # fmt: skip
    if with_actions:
        steps.append(("Actions", say_("Write the actions"), say_("Change them, set In use to no, or write your own in the free rows at the end.")))  # fmt: skip
    steps.append(("", say_("Save, and load it"), say_("In the program: Own questions, Load. Without the window: python -m desktop import FILE. If something is wrong, every cell to mend is told at once, and nothing is loaded.")))  # fmt: skip
    for row, (target, heading, told) in enumerate(steps, start=FIRST_STEP):
        put(sheet.cell(row, 1), row - FIRST_STEP + 1, "pw_step")
        step = put(sheet.cell(row, 2), heading, "pw_link" if target else "pw_strong")
        put(sheet.cell(row, 3), told, "pw_body")
        row_height(sheet, row, (3,), least=24)
        if target in names:
            step.hyperlink = Hyperlink(ref=step.coordinate, location=cells(target, "A1"), display=heading)
            step.style = "pw_link"  # setting a link sets openpyxl's own look
    return FIRST_STEP + len(steps)


def _rules(framework: Framework, words: Words, *, with_actions: bool) -> list[tuple[str, str]]:
    say_ = words.say
    room = say_(
        "A question {question} words, its title {title}. A level {short} characters on the wall and {full} words in "
        "full. At most {barriers} barriers. Every other text {most} characters. A translation may be 40% longer.",
        question=QUESTION, title=TITLE, short=SHORT, full=FULL, barriers=MOST_BARRIERS, most=LONGEST_TEXT,
    )  # fmt: skip
    rules = [
        (say_("What stays"), say_("Ids, levels and pivots: answers and actions refer to them. The sheets are locked without a password, so that nobody changes them by mistake. To change these too, edit the JSON file instead.")),
        (say_("How much room there is"), room),
        (say_("How a level is worded"), say_("A level is what one can see today, never a mark. Each adds one idea to the one below, in the same words. No acronyms, no “and”, no “or”.")),
        (say_("Figures and stories"), say_("Only with a public source, named on the sheet Questions. Without one, leave both empty.")),
        (say_("Another language"), say_("Copy the sheet of texts, name the copy Texts fr for French, and write in its column Text.")),
    ]  # fmt: skip
    if with_actions:
        rules.append((say_("Actions in it"), say_("Copy the sheet Actions too, name the copy Actions fr, and translate its texts.")))  # fmt: skip
    return rules

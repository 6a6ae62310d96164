"""One sheet a language with every text of the framework: where it belongs, the text, how long it is and may be."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.utils import get_column_letter

from desktop.model.framework import Framework
from desktop.words.catalogue import Words
from exports.content.lines import NEW, Line
from exports.content.look import FIRST_ROW, HEAD_ROW, Column, fill_row, finish_sheet, heads, mark_too_long
from exports.excel.cells import Book, as_typed, put, safe_text
from exports.excel.look import Edition, print_set_up, row_height, title

TEXTS = "Texts"
"""How the sheets of texts begin; the language follows: "Texts en"."""
TEXT, KEY = "Text", "Key"


def add_texts(
    book: Book, framework: Framework, lines: Sequence[Line], language: str, words: Words, edition: Edition
) -> None:
    """Add the sheet of one language; one that is a translation shows the original beside it."""
    say_ = words.say
    translated = language != framework.language
    sheet = book.sheet(f"{TEXTS} {language}")
    under = say_("Write in the cream column. A length turns red when it is more than there is room for.")
    title(sheet, say_("Texts in {language}", language=language), under, edition)
    columns = [
        Column(say_("Pivot"), 8), Column(say_("Question"), 10), Column(say_("Level"), 20),
        Column(say_("Which text"), 22),
        *([Column(say_("In {language}", language=framework.language), 54)] if translated else []),
        Column(say_(TEXT), 78, own=True), Column(say_("Length"), 9), Column(say_("Room for"), 10),
        Column(say_("Counted in"), 12), Column(say_(KEY), 4),
    ]  # fmt: skip
    heads(sheet, columns)
    at = next(place for place, column in enumerate(columns, start=1) if column.own)
    for row, line in enumerate(lines, start=FIRST_ROW):
        original = [(line.text.get(framework.language, ""), "fixed")] if translated else []
        text = line.text.get(language, "")
        begins = line.key.endswith("/title") or (
            line.key.startswith("pivots/") and line.key.endswith("/name")
        )
        own = "part" if begins else "fixed"  # a band where a pivot or a question begins
        fill_row(sheet, row, [
            (line.pivot, f"{own}_centre"), (line.question, f"{own}_centre"), (line.level, own), (line.field, own),
            *original, (text, "open"), (None, "length"), (None, "length"), (say_(line.unit), "fixed_centre"),
            (line.key, "key"),
        ])  # fmt: skip
        where = f"{get_column_letter(at)}{row}"
        book.formula(sheet.cell(row, at + 1), _length(where, line), _counted(text, line), "pw_length")
        put(sheet.cell(row, at + 2), line.room(translated=translated), "pw_length")
        row_height(sheet, row, (at,), least=18)
    last = HEAD_ROW + len(lines)
    length, room = get_column_letter(at + 1), get_column_letter(at + 2)
    mark_too_long(
        sheet, f"{length}{FIRST_ROW}:{length}{last}", f"${length}{FIRST_ROW}", f"${room}{FIRST_ROW}"
    )
    sheet.column_dimensions[get_column_letter(len(columns))].hidden = True
    finish_sheet(sheet, len(columns), last, frozen=at)
    filled = HEAD_ROW + sum(f"/{NEW}" not in line.key for line in lines)
    print_set_up(sheet, edition, f"A1:{get_column_letter(len(columns) - 1)}{filled}", HEAD_ROW)


def _length(where: str, line: Line) -> str:
    if line.unit == "characters":
        return f"=LEN({where})"
    spaces = f'LEN(TRIM({where}))-LEN(SUBSTITUTE(TRIM({where})," ",""))'
    return f'=IF(TRIM({where})="",0,{spaces}+1)'


def _counted(text: str, line: Line) -> int:
    """What the formula answers: a workbook counts UTF-16 units, and only spaces part words."""
    seen = as_typed(safe_text(text))
    if line.unit == "characters":
        return len(seen.encode("utf-16-le")) // 2
    return len([word for word in seen.split(" ") if word])

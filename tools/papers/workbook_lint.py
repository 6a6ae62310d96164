"""What makes Excel greet a reader with "We found a problem with some content", and no schema tells.

Each check names one cause. The limits are Excel's own (support article "Excel specifications and limits").
"""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import openpyxl
from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token
from openpyxl.utils import FORMULAE, range_boundaries
from openpyxl.workbook import Workbook
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet

Box = tuple[int, int, int, int]  # first column, first row, last column, last row


def lint(path: Path) -> list[str]:
    """Every cause found in one workbook, in words; none when Excel will open it in silence."""
    try:
        book = openpyxl.load_workbook(path)
    except (ValueError, KeyError, TypeError, zipfile.BadZipFile) as unreadable:
        return [f"cannot be read again: {unreadable}"]
    found = list(_names(book))
    for sheet in book.worksheets:
        for check in (_sheet, _tables, _validations, _formulas, _links, _sizes):
            found += [f"{sheet.title}: {each}" for each in check(sheet)]
    found += _raw(path)
    return sorted(set(found))


def _names(book: Workbook) -> Iterator[str]:
    tables = [table.displayName for sheet in book.worksheets for table in sheet.tables.values()]
    names = [*tables, *book.defined_names]
    for name in names:
        if not re.fullmatch(r"[^\W\d][\w.]{0,254}", name) or re.fullmatch(r"(?i)[a-z]{1,3}\d+|[rc]\d*", name):
            yield f"the name {name} is none, or a cell's"
    yield from (f"the name {name} is used twice" for name in _repeated(names))


def _repeated(names: Iterable[str]) -> list[str]:
    return [name for name, times in Counter(name.casefold() for name in names).items() if times > 1]


def _sheet(sheet: Worksheet) -> Iterator[str]:
    if len(sheet.title) > 31 or re.search(r"[\[\]:*?/\\]", sheet.title):
        yield "a sheet name of over 31 characters or with []:*?/\\"
    for part in (sheet.oddHeader, sheet.oddFooter, sheet.evenHeader, sheet.evenFooter):
        sides = (part.left, part.center, part.right) if part else ()
        if sum(len(side.text or "") for side in sides) > 240:
            yield "a header or footer near or over 255 characters"


def _tables(sheet: Worksheet) -> Iterator[str]:
    boxes: list[Box] = []
    for table in sheet.tables.values():
        box = _box(table.ref)
        heads = [sheet.cell(box[1], column).value for column in range(box[0], box[2] + 1)]
        if any(not isinstance(head, str) or not head.strip() or "\n" in head for head in heads):
            yield f"table {table.displayName}: a heading that is not plain text"
        elif _repeated(str(head) for head in heads):
            yield f"table {table.displayName}: two headings alike"
        if [column.name for column in table.tableColumns] != heads:
            yield f"table {table.displayName}: headings differ from the table's columns"
        if box[3] <= box[1]:
            yield f"table {table.displayName}: no row"
        if any(_meet(box, other) for other in boxes):
            yield f"table {table.displayName}: lies on another"
        boxes.append(box)
    others = [_box(str(merged)) for merged in sheet.merged_cells.ranges]
    others += [_box(sheet.auto_filter.ref)] if sheet.auto_filter.ref else []
    if any(_meet(box, other) for box in boxes for other in others):
        yield "merged cells or the sheet's own filter on a table"


def _box(reference: str) -> Box:
    first_column, first_row, last_column, last_row = range_boundaries(reference)
    return (first_column or 1, first_row or 1, last_column or 16_384, last_row or 1_048_576)


def _meet(one: Box, other: Box) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def _validations(sheet: Worksheet) -> Iterator[str]:
    for rule in sheet.data_validations.dataValidation:
        if rule.type == "list" and (rule.formula1 or "").startswith('"') and len(rule.formula1) > 257:
            yield "a written-out list of over 255 characters"
        if any(len(text or "") > 255 for text in (rule.error, rule.prompt)):
            yield "a message of over 255 characters beside a cell"
        if any(len(text or "") > 32 for text in (rule.errorTitle, rule.promptTitle)):
            yield "a message title of over 32 characters beside a cell"


def _formulas(sheet: Worksheet) -> Iterator[str]:
    for formula in _all_formulas(sheet):
        tokens = Tokenizer(formula).items
        opened = [token for token in tokens if token.type in ("FUNC", "PAREN")]
        called = {token.value.rstrip("(").upper() for token in opened if token.value.endswith("(")} - {""}
        for name in sorted(called - set(FORMULAE)):
            if not name.startswith("_XLFN."):
                yield f"{formula[:60]}: {name} needs _xlfn. or is no function"
        steps = {"OPEN": 1, "CLOSE": -1}
        unclosed = sum(steps.get(token.subtype, 0) for token in opened)
        if unclosed or _stray_semicolon(tokens) or not tokens or tokens[-1].type in ("OPERATOR-INFIX", "SEP"):
            yield f"{formula[:60]}: not a sentence Excel can read"
        if len(formula) > 8192:
            yield f"{formula[:60]}: over 8,192 characters"


def _stray_semicolon(tokens: list[Token]) -> bool:
    """A semicolon separates rows of {1;2}, and nothing else: files hold commas whatever a screen shows."""
    depth = 0
    for token in tokens:
        if token.type == "ARRAY":
            depth += 1 if token.subtype == "OPEN" else -1
        elif ";" in token.value and token.subtype != "TEXT" and not depth:
            return True
    return False


def _all_formulas(sheet: Worksheet) -> Iterator[str]:
    for row in sheet.iter_rows():
        for cell in row:
            if cell.data_type == "f":
                yield str(cell.value.text if isinstance(cell.value, ArrayFormula) else cell.value)
    for conditional in sheet.conditional_formatting:
        for rule in conditional.rules:
            yield from (f"={formula}" for formula in rule.formula)


def _links(sheet: Worksheet) -> Iterator[str]:
    for row in sheet.iter_rows():
        for cell in row:
            target = cell.hyperlink.target if cell.hyperlink else None
            if target and (len(target) > 2079 or target.startswith("#")):
                yield f"{cell.coordinate}: a link too long, or a place given as an address"
            if isinstance(cell.value, str) and len(cell.value.encode("utf-16-le")) > 2 * 32_767:
                yield f"{cell.coordinate}: over 32,767 characters"


def _sizes(sheet: Worksheet) -> Iterator[str]:
    if any((column.width or 0) > 255 for column in sheet.column_dimensions.values()):
        yield "a column wider than 255"
    if any((row.height or 0) > 409 for row in sheet.row_dimensions.values()):
        yield "a row higher than 409"


def _raw(path: Path) -> list[str]:
    """What openpyxl smooths over on reading."""
    found = []
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            text = package.read(name).decode("utf-8", "replace") if name.endswith(".xml") else ""
            if name.startswith("xl/worksheets/") and re.search(r"<v>-?(?:inf|nan)</v>", text, re.IGNORECASE):
                found.append(f"{name}: a number that is none")
            if name == "xl/styles.xml":
                fonts = re.findall(r'<name val="([^"]*)"', text)
                found += (
                    ["a font name of over 31 characters"] if any(len(each) > 31 for each in fonts) else []
                )
                formats = [each.replace("&quot;", '"') for each in re.findall(r'formatCode="([^"]*)"', text)]
                found += (
                    ["a number format with an open quote"] if any(f.count('"') % 2 for f in formats) else []
                )
    return found

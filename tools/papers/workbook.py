"""Workbooks through the Open XML SDK's schema check, and recalculated by LibreOffice from the bare formulas."""

from __future__ import annotations

import json
import math
import re
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import openpyxl
from openpyxl.worksheet.formula import ArrayFormula

from tools.papers.places import TOOLS, Broken, run

VALIDATOR = TOOLS / "npm" / "node_modules" / "@xarsh" / "ooxml-validator-linux-x64" / "ooxml-validator"

Cell = tuple[str, str]  # sheet and place, such as ("Pivots", "D7")


@dataclass(frozen=True, slots=True)
class Difference:
    """A formula whose kept value is not what LibreOffice works out."""

    sheet: str
    place: str
    formula: str
    kept: object
    worked_out: object

    def __str__(self) -> str:
        return f"{self.sheet}!{self.place} {self.formula}: kept {self.kept!r}, worked out {self.worked_out!r}"


@dataclass(frozen=True, slots=True)
class Recalculated:
    """How many formulas one workbook has, and those whose kept value is wrong or missing."""

    formulas: int
    differences: list[Difference]


def ooxml(
    paths: Sequence[Path], versions: Sequence[str] = ("Office2013", "Microsoft365")
) -> dict[Path, list[str]]:
    """What the Open XML SDK says against each workbook, for the oldest and the newest Excel we serve."""
    found: dict[Path, list[str]] = {}
    for path in paths:
        found[path] = []
        for version in versions:
            # 1 means "invalid"; anything else but 0 means it did not run.
            answer = json.loads(run([VALIDATOR, path.resolve(), version], seconds=120, good=(0, 1)))
            found[path] += [
                f"{version} {each['path']} {each.get('xPath', '')}: {each['description']}"
                for each in answer["errors"]
            ]
    return found


def recalculated(paths: Sequence[Path]) -> dict[Path, Recalculated]:
    """Each workbook's kept values beside what LibreOffice works out from a copy that has none.

    `TODAY()` in the copy is the day the workbook says it was made, the day its kept values hold for.
    One LibreOffice converts all copies. Raises `Broken` when a copy does not come back.
    """
    with tempfile.TemporaryDirectory(prefix="recalculate-") as name:
        folder = Path(name)
        bare = [folder / f"{number}.xlsx" for number in range(len(paths))]
        for path, copy in zip(paths, bare, strict=True):
            without_values(path, copy)
        _convert(bare, folder / "back", folder / "profile")
        return {
            path: _compare(path, folder / "back" / copy.name) for path, copy in zip(paths, bare, strict=True)
        }


def without_values(source: Path, target: Path) -> None:
    """A copy in which formulas have no kept value, everything else byte for byte."""
    made = openpyxl.load_workbook(source, read_only=True).properties.created or date.today()
    today = f"DATE({made.year},{made.month},{made.day})".encode()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            if re.fullmatch(r"xl/(workbook|worksheets/[^/]+|tables/[^/]+)\.xml", entry.filename):
                data = data.replace(b"TODAY()", today)
            if entry.filename.startswith("xl/worksheets/"):
                data = re.sub(rb"<c\b[^>]*(?<!/)>.*?</c>", _bare_cell, data, flags=re.DOTALL)
            new.writestr(entry, data)


def _bare_cell(found: re.Match[bytes]) -> bytes:
    cell = found[0]
    if b"<f" not in cell:
        return cell
    cell = re.sub(rb"<v>.*?</v>|<v\s*/>", b"", cell, flags=re.DOTALL)
    head, rest = cell.split(b">", 1)
    return re.sub(rb'\st="[^"]*"', b"", head) + b">" + rest


def _convert(paths: Sequence[Path], target: Path, profile: Path) -> None:
    if not paths:
        return
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    command += ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(target)]
    run([*command, *paths], seconds=300, surroundings={"HOME": str(profile.parent), "LC_ALL": "C.UTF-8"})
    for path in paths:
        if not (target / path.name).exists():
            raise Broken(f"LibreOffice did not read {path}")


def _compare(path: Path, worked_out: Path) -> Recalculated:
    formulas = dict(_formulas(path))
    kept = _values(path, formulas)
    fresh = _values(worked_out, formulas)
    differences = [
        Difference(*cell, formula, kept[cell], fresh[cell])
        for cell, formula in formulas.items()
        if not _same(kept[cell], fresh[cell])
    ]
    return Recalculated(len(formulas), differences)


def _formulas(path: Path) -> Iterator[tuple[Cell, str]]:
    for sheet in openpyxl.load_workbook(path).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    formula = cell.value.text if isinstance(cell.value, ArrayFormula) else cell.value
                    yield (sheet.title, cell.coordinate), str(formula)


def _values(path: Path, cells: dict[Cell, str]) -> dict[Cell, object]:
    book = openpyxl.load_workbook(path, data_only=True)
    return {(sheet, place): book[sheet][place].value for sheet, place in cells}


def _same(kept: object, fresh: object) -> bool:
    if kept in (None, "") and fresh in (None, ""):
        return True
    numbers = (int, float)
    if isinstance(kept, numbers) and isinstance(fresh, numbers):
        return isinstance(kept, bool) == isinstance(fresh, bool) and math.isclose(kept, fresh, abs_tol=1e-9)
    return kept == fresh

"""Faults planted in a good workbook, one a copy, with the check that must find each."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Finder = Literal["schema", "lint", "recalculated"]
Edit = Callable[[bytes], bytes]

_VALUE = re.compile(rb"(</f>\s*<v>)(-?\d[^<]*)(</v>)")


@dataclass(frozen=True, slots=True)
class Fault:
    """A spoiling edit of one kind of part; it applies to the first part it changes."""

    name: str
    finder: Finder
    part: str
    edit: Edit


def _once(pattern: bytes, replacement: bytes) -> Edit:
    return lambda data: re.sub(pattern, replacement, data, count=1)


SHEET = r"xl/worksheets/[^/]+\.xml"
TABLE = r"xl/tables/[^/]+\.xml"

FAULTS = (
    Fault(
        "a wrong value kept",
        "recalculated",
        SHEET,
        lambda data: _VALUE.sub(rb"\g<1>987654.5\3", data, count=1),
    ),
    Fault("no value kept", "recalculated", SHEET, lambda data: _VALUE.sub(b"</f>", data, count=1)),
    Fault("an element of no schema", "schema", SHEET, _once(rb"</worksheet>", b"<nonsense/></worksheet>")),
    Fault(
        "a word for a number", "schema", SHEET, _once(rb'(<pageMargins\b[^>]*?left=")[^"]*', rb"\g<1>wide")
    ),
    Fault("a table column renamed", "lint", TABLE, _once(rb'(<tableColumn\b[^>]*?name=")', rb"\g<1>Other ")),
    Fault("a table named like a cell", "lint", TABLE, _once(rb'displayName="[^"]*"', b'displayName="T1"')),
    Fault("an unknown function", "lint", SHEET, _once(rb"<f>[^<]*</f>", b"<f>XLOOKUP(1,A1:A2,B1:B2)</f>")),
)


def plant_workbook_faults(source: Path, folder: Path) -> dict[str, tuple[Finder, Path]]:
    """A spoiled copy for each fault the workbook can have: the check that must find it, and the copy."""
    folder.mkdir(parents=True, exist_ok=True)
    planted: dict[str, tuple[Finder, Path]] = {}
    for number, fault in enumerate(FAULTS, start=1):
        path = folder / f"fault-{number:02}.xlsx"
        if _spoil(source, path, fault):
            planted[fault.name] = (fault.finder, path)
        else:
            path.unlink()
    return planted


def _spoil(source: Path, target: Path, fault: Fault) -> bool:
    done = False
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            if not done and re.fullmatch(fault.part, entry.filename):
                spoiled = fault.edit(data)
                done, data = spoiled != data, spoiled
            new.writestr(entry, data)
    return done

"""The finished workbook: every formula with its value, the same bytes, and a check that misses nothing."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from exports.excel.finish import FormulasDiffer, finish, without_value
from exports.excel.plan import check_plan, make_plan
from exports.safely import NotWhole
from tests.exports.sample import sample

Change = Callable[[str, str], str]


def changed(data: bytes, change: Change) -> bytes:
    """A copy with ``change(name, text)`` made to every XML part."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name).decode()))
    return out.getvalue()


def in_sheet(number: int, pattern: str, by: str) -> Change:
    def change(name: str, text: str) -> str:
        return re.sub(pattern, by, text, count=1) if name.endswith(f"/sheet{number}.xml") else text

    return change


def test_every_formula_has_a_value() -> None:
    assert without_value(make_plan(sample())) == 0


def test_a_formula_nobody_gave_a_value_stops_the_workbook() -> None:
    data = changed(make_plan(sample()), in_sheet(4, r"<v>[^<]*</v>", "<v></v>"))
    with pytest.raises(FormulasDiffer):
        finish(data, {"Pivots": {"G5": 1}}, "2027-03-01T12:00:00.000Z", {})


@pytest.mark.parametrize(
    "change",
    [
        in_sheet(2, r"(</f>)<v>[^<]*</v>", r"\1"),  # a formula without its value, though it may be empty
        in_sheet(4, r"(</f>)<v>[^<]*</v>", r"\1"),
        in_sheet(2, r'<row r="12".*?</row>', ""),  # an action gone
        in_sheet(7, r'<row r="16".*?</row>', ""),  # an exported row gone
        in_sheet(7, "Move the three", "Move all the"),  # an exported word changed
    ],
)
def test_a_file_that_lost_something_is_refused(change: Change, tmp_path: Path) -> None:
    data = make_plan(sample())
    path = tmp_path / "plan.xlsx"
    path.write_bytes(data)
    check_plan(path, sample())
    spoiled = changed(data, change)
    assert spoiled != changed(data, lambda _name, text: text)
    path.write_bytes(spoiled)
    with pytest.raises(NotWhole):
        check_plan(path, sample())


def test_another_process_makes_the_same_bytes() -> None:
    code = "import sys; from tests.exports.sample import sample; from exports.excel.plan import make_plan; "
    code += "sys.stdout.buffer.write(make_plan(sample()))"
    other = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": "77"}
    )  # fmt: skip
    assert other.stdout == make_plan(sample())

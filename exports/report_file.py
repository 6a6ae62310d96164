"""The report as a file for other programs: every number and sentence of the documents, and nothing more."""

from __future__ import annotations

import json
from dataclasses import asdict
from fractions import Fraction
from pathlib import Path

from exports.report import Report
from exports.safely import NotWhole, Saved, write_safely

FORMAT = 1
"""Goes up when a field changes its meaning or goes away; a new field does not change it."""


def as_json(report: Report) -> str:
    """The report in JSON, fields by their names. A fraction is text, exact: "37/13", "2"; no number is null."""
    body = {"format": FORMAT, **asdict(report)}
    return json.dumps(body, ensure_ascii=False, indent=2, default=_exact) + "\n"


def write_report(report: Report, path: Path) -> Saved:
    """Write the report, UTF-8.

    Raises:
        exports.safely.NotWhole: it does not read back as it was written.
        OSError: the folder refuses.
    """
    text = as_json(report)

    def write(part: Path) -> None:
        part.write_bytes(text.encode("utf-8"))

    def check(part: Path) -> None:
        if json.loads(part.read_text(encoding="utf-8")) != json.loads(text):
            raise NotWhole(f"{path.name} does not read back")

    return write_safely(path, write, check)


def _exact(value: object) -> str:
    if isinstance(value, Fraction):
        return str(value)
    raise TypeError(f"a report holds no {type(value).__name__}")

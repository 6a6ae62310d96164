"""``--smoke``: the frozen program tries every part it carries, so that a part left out is noticed before a user does."""

from __future__ import annotations

import argparse
import contextlib
import io
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from importlib import import_module, resources
from pathlib import Path

LIBRARIES = (
    "babel", "defusedxml", "numpy", "openpyxl", "pandas", "platformdirs", "reportlab", "sqlite_utils",
    "uharfbuzz",
)  # fmt: skip


def run(_given: argparse.Namespace) -> int:
    """Try everything but the window; says what failed and answers 1 if anything did."""
    failed = 0
    for name, attempt in _attempts():
        try:
            attempt()
        except Exception as error:
            failed += 1
            print(f"FAIL {name}: {type(error).__name__}")
        else:
            print(f"ok   {name}")
    return 1 if failed else 0


def _attempts() -> Iterator[tuple[str, Callable[[], object]]]:
    for library in LIBRARIES:
        yield library, lambda library=library: import_module(library)  # type: ignore[misc]
    yield "content", _content
    yield "fonts, icons and colour profile", _files
    yield "a number in another language", _numbers
    yield "a rehearsal with its documents", _rehearsal


def _content() -> None:
    from desktop.model import builtin

    assert builtin.framework().questions
    assert builtin.actions().actions
    assert builtin.agendas()
    assert builtin.script().moments
    assert builtin.help().steps
    assert builtin.ways()


def _files() -> None:
    root = resources.files("resources")
    for folder, ending in (("fonts", ".ttf"), ("icons", ".svg"), ("icc", ".icc")):
        found = [part for part in root.joinpath(folder).iterdir() if part.name.endswith(ending)]
        assert found, folder
        assert all(part.read_bytes() for part in found), folder


def _numbers() -> None:
    from babel.numbers import format_decimal

    assert format_decimal(1234.5, locale="de")


def _rehearsal() -> None:
    from desktop.commands import rehearse

    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
        given = argparse.Namespace(
            city="Rivermouth", people=12, question_set="quick", seed=7, out=Path(folder), library=None, json=False,
            at=datetime(2027, 3, 1, 9, tzinfo=UTC),
        )  # fmt: skip
        assert rehearse.run(given) == 0
        assert {path.suffix for path in Path(folder).iterdir()} == {".sqlite", ".pdf", ".xlsx"}

"""A copy to edit: the content under a name of its own, as a workbook or as JSON files."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.model.action_library import ActionLibrary, read_actions
from desktop.model.framework import Framework
from desktop.model.framework_file import read_framework
from desktop.model.json_spelling import spelled
from exports.safely import Saved, write_safely

KINDS = ("xlsx", "json")
FIRST_VERSION = "1.0.0"
OWN = "own"
LONGEST_ID = 40


@dataclass(frozen=True, slots=True)
class Copied:
    """One file of a copy. ``reason`` says why it has not the name asked for ("open", "locked" or "")."""

    kind: str
    path: Path
    reason: str


def own_copy(
    framework: Framework, actions: ActionLibrary | None, *, shipped: bool
) -> tuple[Framework, ActionLibrary | None]:
    """The same content under a name that may be loaded beside it.

    A copy of what comes with the program gets an id of its own; a copy of own content the next version.
    """
    id = f"{framework.id[: LONGEST_ID - len(OWN) - 1]}-{OWN}" if shipped else framework.id
    version = FIRST_VERSION if shipped else _next(framework.version)
    mine = read_framework(_renamed(framework.body, id=id, version=version))
    if actions is None:
        return mine, None
    names = {"id": _of_actions(id), "version": version, "framework": id}
    return mine, read_actions(_renamed(actions.body, **names), mine)


def write_copy(
    framework: Framework, actions: ActionLibrary | None, folder: Path, kinds: Sequence[str], made_at: str
) -> tuple[Copied, ...]:
    """Write the copy into a folder under its id; each file is whole or not there.

    Raises:
        exports.safely.NotWhole: a file did not read back.
        OSError: the folder refuses.
    """
    written: list[Copied] = []
    if "xlsx" in kinds:
        from exports.content.book import write_book

        target = folder / f"{framework.id}.xlsx"
        written.append(_copied("xlsx", write_book(framework, actions, target, made_at)))
    if "json" in kinds:
        written.append(_copied("json", _write(folder / f"{framework.id}.json", framework.body)))
        if actions is not None:
            written.append(_copied("json", _write(folder / f"{actions.id}.json", actions.body)))
    return tuple(written)


def _renamed(body: str, **names: str) -> str:
    content: dict[str, Any] = json.loads(body)
    return spelled(content | names)


def _next(version: str) -> str:
    """One higher in its last number; a version without one gets one."""
    found = re.fullmatch(r"(.*?)(\d+)", version, re.DOTALL | re.ASCII)
    return f"{found[1]}{int(found[2]) + 1}" if found else f"{version}.1"


def _of_actions(framework: str) -> str:
    ending = "-actions"
    return f"{framework[: LONGEST_ID - len(ending)]}{ending}"


def _copied(kind: str, saved: Saved) -> Copied:
    return Copied(kind, saved.path, saved.reason)


def _write(path: Path, body: str) -> Saved:
    def put(part: Path) -> None:
        part.write_text(body, encoding="utf-8", newline="\n")

    return write_safely(path, put, lambda part: json.loads(part.read_text(encoding="utf-8")))

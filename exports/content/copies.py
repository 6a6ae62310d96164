"""A copy to edit: the content under a name of its own, as a workbook or as JSON files."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.model import builtin
from desktop.model.action_library import ActionLibrary, LibraryAction, read_actions
from desktop.model.framework import Framework
from desktop.model.framework_file import read_framework
from desktop.model.json_spelling import spelled
from desktop.model.library.content import Choice
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


def copy_of(choice: Choice, *, same_name: bool = False) -> tuple[Framework, ActionLibrary | None]:
    """What a copy of a choice holds; with the ``same_name`` only if it is to be read elsewhere as it is."""
    framework, shipped = choice.framework, builtin.framework()
    library = choice.actions or builtin.actions_for(framework)
    actions = library if library.actions else None
    if actions is not None and actions.actions != library_as_written(actions):
        actions = None  # of the program's actions only a few fit: they are no file of their own
    if same_name:
        return framework, actions
    return own_copy(framework, actions, shipped=framework.sha256 == shipped.sha256)


def library_as_written(library: ActionLibrary) -> tuple[LibraryAction, ...]:
    """The actions of the file a library was read from."""
    return builtin.actions().actions if library.sha256 == builtin.actions().sha256 else library.actions


def write_copy(
    framework: Framework, actions: ActionLibrary | None, folder: Path, kinds: Sequence[str], made_at: str
) -> tuple[Copied, ...]:
    """Write the copy into a folder under its id; each file is whole or not there.

    Raises:
        exports.safely.NotWhole: a file did not read back.
        OSError: the folder refuses.
    """
    found = [
        write_to(framework, actions, folder / f"{framework.id}.{kind}", made_at)
        for kind in KINDS
        if kind in kinds
    ]
    return tuple(one for written in found for one in written)


def write_to(
    framework: Framework, actions: ActionLibrary | None, target: Path, made_at: str
) -> tuple[Copied, ...]:
    """Write the copy as a workbook or as JSON, by the name's ending; as JSON the actions stand in a second file."""
    if target.suffix.casefold() == ".xlsx":
        from exports.content.book import write_book

        return (_copied("xlsx", write_book(framework, actions, target, made_at)),)
    written = [_copied("json", _write(target, framework.body))]
    if actions is not None:
        beside = target.with_name(f"{target.stem}-actions{target.suffix}")
        written.append(_copied("json", _write(beside, actions.body)))
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

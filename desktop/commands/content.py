"""``content``: which questions are there, and a copy of them to edit."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from desktop.commands.shared import answer, library_path, open_clerk, say
from desktop.model import builtin
from desktop.model.framework import say as said
from desktop.model.library.content import Choice, with_shipped
from desktop.model.moment import as_text
from desktop.model.refused import Refused
from desktop.words.catalogue import ENGLISH

HELP = "list the questions and actions there are, or write a copy of them to edit"
WRONG_USAGE = 2
KINDS = ("xlsx", "json")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "framework", nargs="?", metavar="FRAMEWORK", help="write a copy of this one (its id, or id@version)"
    )
    parser.add_argument(
        "--as", dest="kinds", default="xlsx", metavar="KINDS", help="xlsx, json, or both: xlsx,json"
    )
    parser.add_argument("--out", type=Path, default=Path(), metavar="DIR", help="where to write")
    parser.add_argument("--same-name", action="store_true", help="keep id and version as they are")
    parser.add_argument("--remove", action="store_true", help="take it away, unless a workshop uses it")
    parser.add_argument("--json", action="store_true", help="answer for programs")


def run(given: argparse.Namespace) -> int:
    """List, copy or remove."""
    if given.framework is None:
        found = offered(library_path(given.library))
        answer([told(one) for one in found], as_json=given.json, lines=_lines(found))
        return 0
    if given.remove:
        return _remove(given)
    kinds = [kind.strip() for kind in given.kinds.split(",") if kind.strip()]
    if not kinds or set(kinds) - set(KINDS):
        say("--as takes xlsx and json, with a comma between.")
        return WRONG_USAGE
    return _copy(given, kinds)


def offered(path: Path) -> tuple[Choice, ...]:
    """The program's own content, then what was loaded; own actions of the program's questions stand with them."""
    loaded: tuple[Choice, ...] = ()
    if path.exists():
        with open_clerk(path, reading=True) as clerk:
            loaded = clerk.own_content().result()
    return with_shipped(loaded, builtin.framework())


def told(choice: Choice) -> dict[str, object]:
    """One framework for programs."""
    framework, actions = choice.framework, choice.actions
    return {
        "id": framework.id,
        "version": framework.version,
        "title": said(framework.title, framework.language),
        "questions": len(framework.questions),
        "actions": {"id": actions.id, "version": actions.version, "number": len(actions.actions)}
        if actions
        else None,
        "loaded_at": choice.loaded_at or None,
        "workshops": choice.workshops,
        "sha256": framework.sha256,
    }


def _lines(found: tuple[Choice, ...]) -> Iterator[str]:
    for one in found:
        framework = one.framework
        questions = ENGLISH.many("{n} question", "{n} questions", len(framework.questions))
        library = one.actions or builtin.actions_for(framework)
        actions = ENGLISH.many("{n} action", "{n} actions", len(library.actions))
        whose = "comes with the program" if framework.sha256 == builtin.framework().sha256 else "own"
        title = said(framework.title, framework.language)
        yield f"{framework.id}@{framework.version}  {title}  {questions}, {actions}, {whose}"


def _chosen(path: Path, name: str) -> Choice:
    """The framework of that id, the newest of several; or exactly ``id@version``.

    Raises:
        Refused: ``framework.unknown``.
    """
    id, _, version = name.partition("@")
    for one in reversed(offered(path)):
        if one.framework.id == id and version in ("", one.framework.version):
            return one
    raise Refused("framework.unknown", framework=name)


def _copy(given: argparse.Namespace, kinds: list[str]) -> int:
    from exports.content.copies import copy_of, write_copy

    choice = _chosen(library_path(given.library), given.framework)
    framework, actions = copy_of(choice, same_name=given.same_name)
    written = write_copy(framework, actions, given.out, kinds, as_text(datetime.now(UTC)))
    for one in written:
        if one.reason:
            say(f"The file of that name is in use or locked and stays; the new one is {one.path.name}.")
    answer(
        [{"kind": one.kind, "file": str(one.path)} for one in written],
        as_json=given.json,
        lines=[str(one.path) for one in written],
    )
    return 0


def _remove(given: argparse.Namespace) -> int:
    path = library_path(given.library)
    choice = _chosen(path, given.framework)
    with open_clerk(path) as clerk:
        gone = clerk.remove_content(choice.framework.sha256).result()
    name = f"{gone.framework.id}@{gone.framework.version}"
    answer({"removed": name}, as_json=given.json, lines=[f"Removed {name}."])
    return 0

"""Own content in a library: frameworks and action libraries a city loaded, beside those that come with the program.

A framework is offered to new workshops once it is loaded; a workshop keeps the framework and the action library it
was made with, whatever is loaded or removed later.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from desktop.model.action_library import ActionLibrary, read_actions
from desktop.model.framework import Framework
from desktop.model.framework_file import read_framework
from desktop.model.library.workshops import keep_framework, load_framework
from desktop.model.refused import Refused


@dataclass(frozen=True, slots=True)
class Choice:
    """Questions a workshop can be made from, and their actions; None: those that come with the program.

    ``workshops`` counts those that use this framework, the bin included.
    """

    framework: Framework
    actions: ActionLibrary | None = None
    loaded_at: str = ""
    workshops: int = 0


@dataclass(frozen=True, slots=True)
class Offered:
    """What was read from files and may be loaded: frameworks, and action libraries with the framework each is for."""

    frameworks: tuple[Framework, ...] = ()
    libraries: tuple[tuple[Framework, ActionLibrary], ...] = ()


def choices(connection: sqlite3.Connection) -> tuple[Choice, ...]:
    """What was loaded, in the order it was loaded."""
    rows = connection.execute(
        "SELECT framework_sha, actions_sha, loaded_at, "
        "(SELECT count(*) FROM workshops WHERE workshops.framework_sha = own_content.framework_sha) "
        "FROM own_content ORDER BY loaded_at, rowid"
    ).fetchall()
    found = []
    for framework_sha, actions_sha, loaded_at, workshops in rows:
        framework = load_framework(connection, framework_sha)
        found.append(
            Choice(framework, load_actions(connection, actions_sha, framework), loaded_at, workshops)
        )
    return tuple(found)


def load_actions(
    connection: sqlite3.Connection, sha256: str | None, framework: Framework
) -> ActionLibrary | None:
    """A stored action library; None for the one that comes with the program."""
    if sha256 is None:
        return None
    row = connection.execute("SELECT body FROM action_libraries WHERE sha256 = ?", (sha256,)).fetchone()
    return _parsed(row[0], framework.body) if row else None


@lru_cache(maxsize=8)
def _parsed(body: str, framework: str) -> ActionLibrary:
    return read_actions(body, read_framework(framework))


def load(connection: sqlite3.Connection, offered: Offered, shipped: Framework, at: str) -> None:
    """Keep what was read, inside an open transaction. Loading the same once more changes nothing.

    Raises:
        Refused: ``framework.same_version``, ``actions.same_version``: this id and version is here with other content.
    """
    for framework in offered.frameworks:
        if not _is_known(connection, framework, shipped):
            keep_framework(connection, framework)
            _offer(connection, framework, at)
    for framework, actions in offered.libraries:
        _keep_library(connection, framework, actions)
        keep_framework(connection, framework)
        _offer(connection, framework, at)
        connection.execute(
            "UPDATE own_content SET actions_sha = ? WHERE framework_sha = ?",
            (actions.sha256, framework.sha256),
        )
    _forget_unused(connection)


def remove(connection: sqlite3.Connection, framework_sha: str, shipped: Framework) -> Choice:
    """Take a loaded framework and its actions away, inside an open transaction; answers what went.

    Own actions of the program's framework go alone, and its own come back.

    Raises:
        Refused: ``framework.unknown``, ``framework.in_use``.
    """
    found = next((one for one in choices(connection) if one.framework.sha256 == framework_sha), None)
    if found is None:
        raise Refused("framework.unknown")
    if found.workshops and framework_sha != shipped.sha256:
        raise Refused("framework.in_use")
    connection.execute("DELETE FROM own_content WHERE framework_sha = ?", (framework_sha,))
    _forget_unused(connection)
    return found


def same(one: Framework, other: Framework) -> bool:
    """Whether two frameworks say the same, however their files are spelled."""
    return replace(one, body="", sha256="") == replace(other, body="", sha256="")


def _is_known(connection: sqlite3.Connection, framework: Framework, shipped: Framework) -> bool:
    """Whether exactly this framework is offered already.

    Raises:
        Refused: ``framework.same_version``.
    """
    stored = connection.execute(
        "SELECT sha256 FROM frameworks WHERE framework = ? AND version = ?", (framework.id, framework.version)
    )
    known = [load_framework(connection, row[0]) for row in stored.fetchall()]
    if (shipped.id, shipped.version) == (framework.id, framework.version):
        known.append(shipped)
    if any(not same(framework, one) for one in known):
        raise Refused("framework.same_version", framework=framework.id, version=framework.version)
    offered = {one.framework.sha256 for one in choices(connection)} | {shipped.sha256}
    return any(one.sha256 in offered for one in known)


def _keep_library(connection: sqlite3.Connection, framework: Framework, actions: ActionLibrary) -> None:
    for (sha256,) in connection.execute(
        "SELECT sha256 FROM action_libraries WHERE library = ? AND version = ?", (actions.id, actions.version)
    ):
        if sha256 != actions.sha256:
            raise Refused("actions.same_version", actions=actions.id, version=actions.version)
    connection.execute(
        "INSERT INTO action_libraries (sha256, library, version, framework, body) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (sha256) DO NOTHING",
        (actions.sha256, actions.id, actions.version, framework.id, actions.body),
    )


def _offer(connection: sqlite3.Connection, framework: Framework, at: str) -> None:
    connection.execute(
        "INSERT INTO own_content (framework_sha, loaded_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
        (framework.sha256, at),
    )


def _forget_unused(connection: sqlite3.Connection) -> None:
    """Let go of what nobody offers and no workshop uses."""
    connection.execute(
        "DELETE FROM action_libraries WHERE sha256 NOT IN (SELECT actions_sha FROM own_content WHERE actions_sha "
        "IS NOT NULL UNION SELECT actions_sha FROM workshops WHERE actions_sha IS NOT NULL)"
    )
    connection.execute(
        "DELETE FROM frameworks WHERE sha256 NOT IN (SELECT framework_sha FROM own_content UNION SELECT framework_sha "
        "FROM workshops)"
    )


def with_shipped(loaded: Sequence[Choice], shipped: Framework) -> tuple[Choice, ...]:
    """What comes with the program, then what was loaded; own actions for the former stand with it."""
    own = next((one for one in loaded if one.framework.sha256 == shipped.sha256), Choice(shipped))
    return (own, *(one for one in loaded if one.framework.sha256 != shipped.sha256))


def newest_for(id: str, known: Sequence[Framework]) -> Framework | None:
    """The framework an action library names by its id: the one loaded last."""
    return next((one for one in reversed(known) if one.id == id), None)

"""What takes its time, for the worker thread: write a copy, read files and have the clerk keep them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.model import builtin
from desktop.model.library.content import Choice, Offered, with_shipped
from desktop.model.moment import as_text

if TYPE_CHECKING:
    from desktop.model.clerk import Clerk


def copy_to(choice: Choice, target: Path) -> tuple[str, ...]:
    """Write a copy under a name of its own; answers the names of the files.

    Raises:
        OSError, exports.safely.NotWhole: it cannot be written there.
    """
    from exports.content.copies import copy_of, write_to

    framework, actions = copy_of(choice)
    written = write_to(framework, actions, target, as_text(datetime.now(UTC)))
    return tuple(one.path.name for one in written)


def load_from(clerk: Clerk, paths: Sequence[Path]) -> Offered:
    """Read the files, then keep all of them in one step; answers what was loaded.

    Raises:
        exports.content.files.NotRead: faults, all of them at once; nothing was kept.
        Refused, NotKept, OSError: as the reader and the clerk say.
    """
    from exports.content.files import read_files

    known = with_shipped(clerk.own_content().result(), builtin.framework())
    offered = read_files(paths, [one.framework for one in known])
    clerk.load_content(offered).result()
    return offered

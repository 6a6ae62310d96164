"""What is wrong with a file that comes from outside: every fault at once, each with its line and its part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend.

    ``line`` counts from 1; ``id`` is the nearest part that has one (``D1``), '' for the file itself;
    ``code`` has a sentence in :mod:`desktop.words.faults`, into which ``facts`` are set. ``place`` is where it
    stands in a file without lines ("Texts en, E14"); ``line`` then only says which comes first.
    """

    line: int
    id: str
    code: str
    facts: Mapping[str, object] = field(default_factory=dict)
    place: str = ""


class Faults(Exception):
    """A file was refused: :attr:`faults` lists everything to mend, by line. Nothing of it was kept."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults: tuple[Fault, ...] = tuple(sorted(faults, key=lambda fault: (fault.line, fault.code)))
        super().__init__(*(f"{fault.line}: {fault.id} {fault.code}" for fault in self.faults))

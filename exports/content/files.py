"""Files chosen to be loaded: workbooks and JSON, each recognised by what it holds, all read before any is kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop.model.action_library import ActionLibrary, actions_from
from desktop.model.faults import Fault, Faults
from desktop.model.framework import Framework
from desktop.model.framework_file import framework_from
from desktop.model.json_lines import LARGEST_FILE
from desktop.model.library.content import Offered, newest_for
from desktop.model.reading import Reading
from desktop.model.refused import Refused
from desktop.words.catalogue import Words
from desktop.words.faults import fault_sentence

MOST_FILES = 20
WORKBOOKS = (".xlsx", ".xlsm")
OTHER_TABLES = (".xls", ".ods", ".csv", ".numbers")


class NotRead(Exception):
    """Files with faults: :attr:`faults` by the name of the file. Nothing of any file was kept."""

    def __init__(self, faults: dict[str, tuple[Fault, ...]], files: int) -> None:
        super().__init__(*faults)
        self.faults = faults
        self.files = files

    def sentences(self, words: Words) -> tuple[str, ...]:
        """A sentence a fault; with the file's name where several were chosen."""
        return tuple(
            words.say("{file}: {sentence}", file=name, sentence=said) if self.files > 1 else said
            for name, found in self.faults.items()
            for said in (fault_sentence(words, fault) for fault in found)
        )


def read_files(paths: Sequence[Path], known: Sequence[Framework]) -> Offered:
    """What the files hold; ``known`` are the frameworks that are there, the newest last.

    Raises:
        NotRead: faults, all of all files at once.
        Refused: a file of another kind, or one that cannot be opened (``file.…``, ``book.…``,
            ``actions.framework_unknown``).
        OSError: a file cannot be read.
    """
    reader = _Reader(list(known))
    for path in paths[:MOST_FILES]:
        reader.read(path)
    return reader.finish(len(paths))


class _Reader:
    """Reads file after file; action libraries last, because they are judged by their framework."""

    def __init__(self, known: list[Framework]) -> None:
        self.known = known
        self.frameworks: list[Framework] = []
        self.libraries: list[tuple[Framework, ActionLibrary]] = []
        self.waiting: list[tuple[str, Reading]] = []
        self.faults: dict[str, tuple[Fault, ...]] = {}
        self.unread: set[str] = set()
        """Ids of frameworks among the files that have faults: their actions cannot be judged yet."""

    def read(self, path: Path) -> None:
        """Read one file; its faults are kept."""
        try:
            if path.suffix.casefold() in WORKBOOKS:
                self._book(path)
            elif path.suffix.casefold() in OTHER_TABLES:
                raise Refused("file.kind_unknown", file=path.name)
            else:
                self._json(path)
        except Faults as refused:
            self.faults[path.name] = refused.faults

    def _book(self, path: Path) -> None:
        from exports.content.opening import LARGEST
        from exports.content.reading_book import read_book

        framework, actions = read_book(_bytes(path, LARGEST), path.name)
        self.frameworks.append(framework)
        if actions is not None:
            self.libraries.append((framework, actions))

    def _json(self, path: Path) -> None:
        data = _bytes(path, LARGEST_FILE)
        if data.startswith((b"PK", b"\xd0\xcf")) or b"\x00" in data[:64]:
            raise Refused("file.kind_unknown", file=path.name)
        reading = Reading.of(data)
        keys = reading.root.value if isinstance(reading.root.value, dict) else {}
        if "actions" in keys:
            self.waiting.append((path.name, reading))
        elif "pivots" in keys:
            try:
                self.frameworks.append(framework_from(reading))
            except Faults:
                self.unread.add(_word(reading, "id"))
                raise
        else:
            raise Refused("file.not_content", file=path.name)

    def finish(self, files: int) -> Offered:
        """Judge the action libraries, then answer or refuse."""
        for name, reading in self.waiting:
            meant = _word(reading, "framework")
            if meant in self.unread:
                continue
            framework = newest_for(meant, [*self.known, *self.frameworks])
            if framework is None:
                raise Refused("actions.framework_unknown", framework=meant)
            try:
                self.libraries.append((framework, actions_from(reading, framework)))
            except Faults as refused:
                self.faults[name] = refused.faults
        if self.faults:
            raise NotRead(self.faults, files)
        return Offered(tuple(self.frameworks), tuple(self.libraries))


def _bytes(path: Path, largest: int) -> bytes:
    if path.stat().st_size > largest:
        raise Refused("file.too_large", file=path.name)
    return path.read_bytes()


def _word(reading: Reading, key: str) -> str:
    values = reading.root.value
    node = values.get(key) if isinstance(values, dict) else None
    return node.value if node is not None and isinstance(node.value, str) else ""

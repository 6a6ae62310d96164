"""What a verb answers: the rows as they were and as they become."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from desktop.model.records import Record

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Row:
    """One row before and after. ``before`` None: it is new. ``after`` None: it goes."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """The row as it is now, or as it was if it goes."""
        found = self.after if self.after is not None else self.before
        assert found is not None, "a row change needs a side"
        return found


@dataclass(frozen=True, slots=True)
class Change:
    """One step a person took: the verb's name, the rows, and facts for the journal and its undo label.

    ``undoes`` is the id of the journal entry this change takes back.
    """

    verb: str
    rows: tuple[Row, ...] = ()
    facts: Mapping[str, object] = field(default_factory=dict)
    undoes: str | None = None

    def touches(self, *kinds: type[Record]) -> bool:
        """Whether a row of one of these kinds changed."""
        return any(isinstance(row.record, kinds) for row in self.rows)

    def after(self, kind: type[R]) -> Iterator[R]:
        """The rows of one kind as they are now, without those that go."""
        return (row.after for row in self.rows if isinstance(row.after, kind))


def new(*records: Record) -> tuple[Row, ...]:
    """Rows that come into being."""
    return tuple(Row(None, record) for record in records)


def gone(*records: Record) -> tuple[Row, ...]:
    """Rows that go."""
    return tuple(Row(record, None) for record in records)


def turned(before: Record | None, after: Record) -> tuple[Row, ...]:
    """A row in its new form; nothing at all if it stays as it was."""
    return () if before == after else (Row(before, after),)

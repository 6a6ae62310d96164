"""Cells become the same values a JSON file has, each knowing its place, so that the one reader's rules judge them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from desktop.model.faults import Fault
from desktop.model.json_lines import Node
from exports.content.opening import CellRead


@dataclass
class Places:
    """Where values came from: a node's line is the number of its place, counted from 1 in the order they were read."""

    known: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    """What is wrong with cells themselves, before any rule of the content is asked."""
    called: dict[int, str] = field(default_factory=dict)
    """What the text of a place is called, where its key in the file says another thing."""

    def at(self, sheet: str, where: str = "") -> int:
        """The number of a place."""
        self.known.append(f"{sheet}, {where}" if where else sheet)
        return len(self.known)

    def note(self, code: str, line: int, id: str = "", **facts: object) -> None:
        """Keep one fault of the workbook itself."""
        self.faults.append(Fault(line, id, code, facts))

    def text(self, cell: CellRead, id: str = "") -> Node:
        """A cell as a text; a cell that cannot be taken is a fault, and a question mark stands in for it."""
        line = self.at(cell.sheet, cell.where)
        if cell.wrong:
            self.note(cell.wrong, line, id)
            return Node("?", line)
        return Node(cell.text, line)

    def number(self, cell: CellRead, id: str = "") -> Node:
        """A cell as a whole number, if it is one."""
        node = self.text(cell, id)
        word = str(node.value)
        return (
            Node(int(word), node.line)
            if word.lstrip("-").isascii() and word.lstrip("-").isdigit() and len(word) < 10
            else node
        )

    def yes(self, cell: CellRead, yes: str, no: str, *, otherwise: bool, id: str = "") -> bool:
        """A cell as yes or no; empty is ``otherwise``."""
        word = cell.text.casefold()
        if word in (yes, no):
            return word == yes
        if word or cell.wrong:
            self.note(cell.wrong or "answer.unknown", self.at(cell.sheet, cell.where), id, word=cell.text)
        return otherwise

    def placed(self, fault: Fault) -> Fault:
        """A fault with its place said."""
        return replace(fault, place=self.known[fault.line - 1])

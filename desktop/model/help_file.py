"""The facilitator's help: for every kind of step how to open it, and what to do when something goes wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.model.agenda import STEP_KINDS
from desktop.model.framework import Text
from desktop.model.json_lines import Node
from desktop.model.reading import Part, Reading


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that goes wrong in a room: the sign to see it by, and what to do."""

    sign: Text
    do: Text


@dataclass(frozen=True, slots=True)
class StepHelp:
    """The help for one kind of step."""

    open: Text
    wrong: tuple[Trouble, ...]


@dataclass(frozen=True, slots=True)
class Help:
    """The help for a whole day, by kind of step; no kind is without."""

    language: str
    steps: Mapping[str, StepHelp]


def read_help(data: str | bytes) -> Help:
    """The help in a file's text.

    Raises:
        Faults: everything that is wrong with it, by line and kind of step; also a kind of step without help.
    """
    reading = Reading.of(data)
    head = reading.head(("steps",), named=False)
    steps = _steps(reading, head.values["steps"]) if "steps" in head.values else {}
    reading.finish()
    return Help(reading.language, steps)


def _steps(reading: Reading, node: Node) -> Mapping[str, StepHelp]:
    if not isinstance(node.value, dict):
        reading.note(node.line, "steps", "object.missing")
        return {}
    found = node.value
    for kind in found:
        if kind not in STEP_KINDS:
            reading.note(
                found[kind].line, "steps", "help.step_unknown", word=kind, allowed=", ".join(STEP_KINDS)
            )
    for kind in STEP_KINDS:
        if kind not in found:
            reading.note(node.line, "steps", "help.step_missing", word=kind)
    return {kind: _step(reading, found[kind], kind) for kind in STEP_KINDS if kind in found}


def _step(reading: Reading, node: Node, kind: str) -> StepHelp:
    part = reading.part(node, kind, ("open", "wrong"))
    troubles = tuple(_trouble(reading, child, part) for child in reading.nodes(part, "wrong"))
    return StepHelp(reading.text(part, "open"), troubles)


def _trouble(reading: Reading, node: Node, step: Part) -> Trouble:
    part = reading.part(node, step.id, ("sign", "do"))
    return Trouble(reading.text(part, "sign"), reading.text(part, "do"))

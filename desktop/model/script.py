"""What a facilitator says at each moment of the day, as lines with blanks such as ``{stage}``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from desktop.model.framework import Text
from desktop.model.json_lines import Node
from desktop.model.reading import Reading

BLANKS = ("definition", "hold_in_mind", "level", "stage", "first", "second", "horizon")
"""What a line may leave blank: texts of the pivot, a level and its stage, the levels invited, the horizon."""
_BLANK = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Script:
    """The lines to say, by moment."""

    id: str
    version: str
    language: str
    moments: Mapping[str, tuple[Text, ...]]

    def lines(self, moment: str) -> tuple[Text, ...]:
        """The lines of a moment; none where the script has nothing to say."""
        return self.moments.get(moment, ())


def fill(line: str, blanks: Mapping[str, str]) -> str:
    """A line with its blanks filled; a blank nobody fills is an ellipsis, for the facilitator to say."""
    return _BLANK.sub(lambda blank: blanks.get(blank[1], "…"), line)


def read_script(data: str | bytes) -> Script:
    """The script in a file's text.

    Raises:
        Faults: everything that is wrong with it, by line and moment.
    """
    reading = Reading.of(data)
    head = reading.head(("moments",))
    identity, version = reading.id(head, set()), reading.string(head, "version")
    taken: set[str] = set()
    moments = dict(_moment(reading, node, taken) for node in reading.nodes(head, "moments", at_least=1))
    reading.finish()
    return Script(identity, version, reading.language, moments)


def _moment(reading: Reading, node: Node, taken: set[str]) -> tuple[str, tuple[Text, ...]]:
    part = reading.part(node, "moments", ("id", "lines"))
    nodes = reading.nodes(part, "lines", at_least=1)
    lines = tuple(reading.text_of(child, part.id, "lines") for child in nodes)
    for child, line in zip(nodes, lines, strict=True):
        for words in line.values():
            for blank in _BLANK.findall(words):
                if blank not in BLANKS:
                    reading.note(child.line, part.id, "script.blank_unknown", word=blank)
    return reading.id(part, taken), lines

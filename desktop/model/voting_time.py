"""How long voting takes, for the sum Prepare shows: "Voting this way takes about 31 min".

The seconds are data (``resources/ways``): our arithmetic, checked against the keying of 28 × 21 ballots in
about 13 minutes; not timed in a room.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from desktop.model.framework import Text
from desktop.model.json_lines import Node
from desktop.model.reading import Reading

WAYS = ("phone", "device", "paper", "hands")


@dataclass(frozen=True, slots=True)
class Way:
    """One way to vote and its cost in seconds.

    ``a_question`` passes once for everybody (read, think, answer); ``a_ballot`` once a person (hand on the
    device); ``an_answer`` once a person and question (key in, count).
    """

    id: str
    name: Text
    a_question: float
    a_ballot: float
    an_answer: float

    def seconds(self, questions: int, people: int) -> float:
        """The time a first vote takes this way."""
        return self.a_question * questions + people * (self.a_ballot + self.an_answer * questions)


def voting_minutes(ways: Mapping[str, Way], used: Collection[str], questions: int, people: int) -> int:
    """Whole minutes, rounded up, of the slowest way in use: the others run beside it. 0 where none is used."""
    longest = max((ways[way].seconds(questions, people) for way in used if way in ways), default=0.0)
    return -int(-longest // 60)


def read_ways(data: str | bytes) -> Mapping[str, Way]:
    """The ways of voting in a file's text, by id.

    Raises:
        Faults: everything that is wrong with it, by line and way.
    """
    reading = Reading.of(data)
    head = reading.head(("ways",))
    reading.id(head, set())
    reading.string(head, "version")
    taken: set[str] = set()
    ways = [_way(reading, node, taken) for node in reading.nodes(head, "ways", at_least=1)]
    reading.finish()
    return {way.id: way for way in ways}


def _way(reading: Reading, node: Node, taken: set[str]) -> Way:
    cost = ("seconds_a_question", "seconds_a_ballot", "seconds_an_answer")
    part = reading.part(node, "ways", ("id", "name", *cost))
    reading.choice(part, "id", WAYS, "way.unknown")
    name = reading.text(part, "name")
    return Way(reading.id(part, taken), name, *(reading.number(part, key) for key in cost))

"""A framework as far as its cells tell, to judge actions by while the framework itself still has faults."""

from __future__ import annotations

from desktop.model.framework import Framework, Pivot, Question, Stage
from desktop.model.json_lines import Node


def stand_in(root: Node) -> Framework:
    """Ids and levels as they stand, without texts; never kept."""
    head = _values(root)
    lowest = _values(head.get("scale")).get("lowest", Node(1, 0)).value
    stages = _list(_values(head.get("scale")).get("stages"))
    pivots = tuple(_pivot(node, place) for place, node in enumerate(_list(head.get("pivots")), start=1))
    return Framework(
        _word(head.get("id")), "", "", "", {}, {}, lowest if isinstance(lowest, int) else 1,
        tuple(Stage(_word(_values(node).get("id")), {}) for node in stages), {}, (), (), pivots, (), "",
    )  # fmt: skip


def _pivot(node: Node, place: int) -> Pivot:
    values = _values(node)
    id = _word(values.get("id"))
    asked = [_word(_values(question).get("id")) for question in _list(values.get("questions"))]
    questions = tuple(Question(one, id, "", {}, {}, (), {}, {}, {}) for one in asked)
    return Pivot(id, place, {}, {}, 1, "", {}, {}, {}, {}, None, None, questions)


def _values(node: Node | None) -> dict[str, Node]:
    return node.value if node is not None and isinstance(node.value, dict) else {}


def _list(node: Node | None) -> list[Node]:
    return node.value if node is not None and isinstance(node.value, list) else []


def _word(node: Node | None) -> str:
    return node.value if node is not None and isinstance(node.value, str) else ""

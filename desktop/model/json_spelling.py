"""JSON as people like to edit it: what is short stands on one line, everything else a line each.

Faults are told by line, so a line must not hold a page.
"""

from __future__ import annotations

import json

WIDTH = 100
"""Characters of a part that may stand on one line."""


def spelled(value: object) -> str:
    """A whole file, with a newline at its end."""
    return f"{_spelled(value, '')}\n"


def _spelled(value: object, indent: str) -> str:
    flat = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, dict | list) or not value or _is_line(value, flat):
        return flat
    inner = f"{indent}  "
    if isinstance(value, dict):
        parts = [
            f"{json.dumps(key, ensure_ascii=False)}: {_spelled(one, inner)}" for key, one in value.items()
        ]
        return _bracketed("{", parts, "}", indent)
    return _bracketed("[", [_spelled(one, inner) for one in value], "]", indent)


def _bracketed(begin: str, parts: list[str], end: str, indent: str) -> str:
    body = ",\n".join(f"{indent}  {part}" for part in parts)
    return f"{begin}\n{body}\n{indent}{end}"


def _is_line(value: dict[str, object] | list[object], flat: str) -> bool:
    """Short, or one text in one language, however long."""
    return len(flat) <= WIDTH or (isinstance(value, dict) and len(value) == 1 and "[" not in flat[:WIDTH])

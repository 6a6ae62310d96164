"""A canvas for tests: it raises the moment something is painted outside every mark."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from exports.pdf.tags import NotMarked, TagCanvas

_STRINGS = re.compile(r"<[0-9A-Fa-f]*>|\((?:[^()\\]|\\.)*\)")
_PAINTING = re.compile(r"(?:^|[\s\]])(?:S|s|f|F|f\*|B|B\*|b|b\*|Tj|TJ|'|\"|Do|sh|BI)(?=\s|$)")


class WatchedCanvas(TagCanvas):
    """As :class:`exports.pdf.tags.TagCanvas`, but every operator is looked at."""

    def _restartAccumulators(self) -> None:  # noqa: N802
        super()._restartAccumulators()  # type: ignore[misc]
        self._code = _WatchedCode(self)


class _WatchedCode(list[str]):
    def __init__(self, canvas: TagCanvas) -> None:
        super().__init__()
        self._canvas = canvas

    def append(self, operators: str) -> None:
        if not self._canvas.marking and _PAINTING.search(_STRINGS.sub("", operators)):
            raise NotMarked(f"painted outside a mark: {operators[:80]}")
        super().append(operators)

    def extend(self, many: Iterable[Any]) -> None:
        for operators in many:
            self.append(operators)

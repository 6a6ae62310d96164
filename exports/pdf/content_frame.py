"""The room for content on a page, where whatever stands first has its first baseline on the same line."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import Flowable, Frame

from exports.pdf.block import Block
from exports.pdf.sheet import Page


class ContentFrame(Frame):
    """A ReportLab frame that lowers the first block of a page to the first baseline of the grid."""

    _atTop: bool  # noqa: N815
    _aH: float  # noqa: N815
    _width: float
    _y: float
    _y2: float

    def __init__(self, page: Page) -> None:
        bottom = page.height - page.bottom
        super().__init__(page.left, bottom, page.full, page.bottom - page.top, 0, 0, 0, 0, id="content")
        self._page = page

    def add(self, flowable: Flowable, canv: Any, trySplit: int = 0) -> Any:  # noqa: N803
        """Draw the flowable if it fits."""
        self._lower(flowable)
        return super()._add(flowable, canv, trySplit)  # type: ignore[misc]

    def split(self, flowable: Flowable, canv: Any) -> Any:
        """Ask the flowable to part at the room that is left."""
        self._lower(flowable)
        return super().split(flowable, canv)

    def _lower(self, flowable: Flowable) -> None:
        if not (self._atTop and isinstance(flowable, Block)):
            return
        flowable.wrap(self._width, self._aH)
        baseline = flowable.first_baseline()
        page = self._page
        wanted = page.first_baseline - baseline if baseline else page.first_top
        self._y = self._y2 - max(0.0, wanted - page.top)

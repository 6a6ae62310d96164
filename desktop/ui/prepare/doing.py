"""How the parts of Prepare reach the desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from desktop.model.change import Change


class Do(Protocol):
    """Run a verb for a control: ``do(entry, prepare.describe, city="…")``."""

    def __call__(
        self,
        control: QWidget,
        verb: Callable[..., Change],
        *,
        then: Callable[[Change], object] | None = None,
        refused: Callable[[str], object] | None = None,
        **args: Any,
    ) -> None:
        """``refused`` gets the sentence to say beside the field; without it the notice line says it."""
        ...

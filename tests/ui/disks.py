"""A disk that answers late, or says no, for a desk in tests."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future

import pytest

from desktop.model.change import Change
from desktop.model.desk import Desk
from desktop.model.refused import NotKept


class Disk:
    """Stands before a desk's ``do``: ``full`` answers with the disk's no, ``slow`` holds what is asked."""

    def __init__(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        self.full = self.slow = False
        self._do = desk.do
        self._held: list[tuple[Future[Change], Callable[..., Change], dict[str, object]]] = []
        monkeypatch.setattr(desk, "do", self._take)

    def _take(self, verb: Callable[..., Change], **args: object) -> Future[Change]:
        if not self.full and not self.slow:
            return self._do(verb, **args)
        answer: Future[Change] = Future()
        if self.full:
            answer.set_exception(NotKept("disk.full"))
        else:
            self._held.append((answer, verb, args))
        return answer

    @property
    def asked(self) -> int:
        """How many questions wait."""
        return len(self._held)

    def answer(self) -> None:
        """Do all that was asked, in its order."""
        held, self._held = self._held, []
        for future, verb, args in held:
            try:
                future.set_result(self._do(verb, **args).result(20))
            except Exception as no:
                future.set_exception(no)

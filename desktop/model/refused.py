"""The two ways a step can fail: the rules say no, or the disk does."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

CODES = frozenset({
    "round.not_open", "round.not_closed", "round.revealed", "round.has_ballots", "round.unknown", "round.open_already",
    "level.off_scale", "seat.unknown", "seat.absent", "count.above_present", "count.negative", "groups.fixed",
    "group.unknown", "group.in_use", "set.in_use", "set.unknown", "question.unknown", "pivot.unknown", "step.unknown",
    "decision.level_missing", "decision.unknown", "reason.missing", "target.off_scale", "weight.negative",
    "weights.all_zero", "final.name_missing", "final", "not_final", "sealed", "workshop.unknown", "workshop.ambiguous",
    "people.too_few", "people.too_many", "people.in_room", "date.invalid", "city.missing", "text.missing", "dots.too_many",
    "picks.too_many", "ballots.in_use", "framework.in_use", "framework.faults", "need.ring", "action.unknown",
    "note.unknown", "number.invalid", "undo.nothing", "redo.nothing", "undo.moved_on", "text.too_long",
    "plan.other_workshop", "plan.newer", "library.newer", "library.in_use", "library.read_only", "library.not_ours",
    "library.damaged", "library.missing", "template.unknown", "barriers.too_many",
    "agenda.begun", "barrier.unknown", "group.repeated", "lines.too_many", "needs.too_many", "not_draft",
    "question.in_use", "round.held", "round.not_revealed", "session.not_running", "session.unknown", "target.missing",
    "framework.unknown", "framework.same_version", "framework.begun", "actions.same_version", "actions.framework_unknown",
    "shock.unknown", "shock.none_left",
    "file.not_content", "file.kind_unknown", "file.too_large", "book.locked_away", "book.damaged", "book.newer", "book.foreign",
})  # fmt: skip
"""Every code a refusal may carry. ``desktop.words.refusals`` has one sentence for each; a test keeps both equal."""


class Refused(Exception):
    """The rules say no. Nothing changed; ``facts`` fill the sentence a person reads."""

    def __init__(self, code: str, **facts: object) -> None:
        """Refuse with one of :data:`CODES`."""
        if code not in CODES:
            raise LookupError(f"{code!r} is no refusal code")
        super().__init__(code)
        self.code = code
        self.facts: Mapping[str, object] = MappingProxyType(facts)


class NotKept(Exception):
    """The disk said no: ``disk.full``, ``disk.error``, ``library.swapped`` or ``library.gone``. The input stays on
    screen.
    """

    def __init__(self, code: str, detail: str = "", *, path: str = "") -> None:
        """Name the disk's reason; ``detail`` is for the log only, ``path`` is told to the user."""
        super().__init__(code)
        self.code = code
        self.detail = detail
        self.path = path

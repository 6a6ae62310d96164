"""The fields of an action as they come from outside: cleaned, and held to what they can be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, get_args

from desktop.model import days
from desktop.model.records import WAVES, ActionStatus, Effort, Money
from desktop.model.refused import Refused
from desktop.model.text import line, note
from desktop.model.verbs.guards import the_pivot
from desktop.model.workshop import Workshop

LARGEST = 10**15
"""Of an amount of money or a number of days: larger ones are a slip of the hand."""


def cleaned(w: Workshop, values: Mapping[str, object]) -> dict[str, Any]:
    """Values for an action's record, by field.

    Raises:
        Refused: ``text.missing`` (title), ``text.too_long``, ``pivot.unknown``, ``question.unknown``,
            ``level.off_scale``, ``number.invalid``, ``date.invalid``.
        TypeError: an action has no such field, or it is not written by hand.
        LookupError: a word that is none of the known few.
    """
    if unknown := set(values) - set(_FIELDS):
        raise TypeError(f"not a field one writes: {sorted(unknown)}")
    return {name: _FIELDS[name](w, value) for name, value in values.items()}


def _title(_: Workshop, value: object) -> str:
    if not (words := line(value)):
        raise Refused("text.missing", field="title")
    return words


def _line(_: Workshop, value: object) -> str:
    return line(value)


def _note(_: Workshop, value: object) -> str:
    return note(value)


def _pivot(w: Workshop, value: object) -> str:
    return the_pivot(w, str(value))


def _question(w: Workshop, value: object) -> str | None:
    if value is not None and value not in w.framework.questions:
        raise Refused("question.unknown", subject=str(value))
    return None if value is None else str(value)


def _level(w: Workshop, value: object) -> int | None:
    if value is not None and value not in w.framework.levels:
        lowest, highest = w.framework.lowest, w.framework.highest
        raise Refused("level.off_scale", subject="", level=value, lowest=lowest, highest=highest)
    return None if value is None else int(str(value))


def _day(_: Workshop, value: object) -> str | None:
    return days.day(str(value)) if value else None


def _amount(_: Workshop, value: object) -> float | None:
    if value is None:
        return None
    if not isinstance(value, int | float) or not 0 <= value <= LARGEST:
        raise Refused("number.invalid", number=value, lowest=0, highest=LARGEST)
    return float(value)


def _progress(_: Workshop, value: object) -> int:
    if not isinstance(value, int) or not 0 <= value <= 100:
        raise Refused("number.invalid", number=value, lowest=0, highest=100)
    return value


def _truth(_: Workshop, value: object) -> bool:
    return bool(value)


def _goals(_: Workshop, value: object) -> tuple[str, ...]:
    assert isinstance(value, tuple | list), "a list of goals"
    return tuple(line(goal) for goal in value)


def _one_of(*words: str, optional: bool = False) -> Callable[[Workshop, object], str | None]:
    def choose(_: Workshop, value: object) -> str | None:
        if value is None and optional:
            return None
        if value not in words:
            raise LookupError(f"{value!r} is none of {words}")
        return str(value)

    return choose


_FIELDS: Mapping[str, Callable[[Workshop, object], object]] = {
    "pivot": _pivot,
    "title": _title,
    "question": _question,
    "from_level": _level,
    "to_level": _level,
    "detail": _note,
    "owner": _line,
    "reports_to": _line,
    "measure": _line,
    "measure_from": _line,
    "measure_to": _line,
    "source": _line,
    "first_step": _note,
    "benefit": _note,
    "risk": _note,
    "money": _one_of(*get_args(Money)),
    "money_amount": _amount,
    "money_note": _line,
    "effort": _one_of(*get_args(Effort), optional=True),
    "on_page_one": _truth,
    "sdg": _goals,
    "wave": _one_of(*WAVES, optional=True),
    "pinned": _truth,
    "start": _day,
    "due": _day,
    "days": _amount,
    "status": _one_of(*(word for word in get_args(ActionStatus) if word != "offered")),
    "progress": _progress,
    "owner_update": _note,
}

"""Each step has a name short enough for the console's line."""

from __future__ import annotations

import inspect
import pkgutil
from importlib import import_module

import pytest

import desktop.model.verbs
from desktop.model.library.journal import NO_STEP
from desktop.words.catalogue import ENGLISH
from desktop.words.undo import LABELS, LIMIT, redo_label, step_label, undo_label

FACTS: dict[str, object] = {"level": 3.5, "people": 200, "number": 123, "title": "x" * 300}


def _verbs() -> set[str]:
    """Every verb: a public function of a room of verbs that answers a Change."""
    found = set()
    for room in pkgutil.iter_modules(desktop.model.verbs.__path__):
        module = import_module(f"desktop.model.verbs.{room.name}")
        for name, verb in inspect.getmembers(module, inspect.isfunction):
            own = verb.__module__ == module.__name__ and not name.startswith("_")
            if own and verb.__annotations__.get("return") == "Change":
                found.add(f"{room.name}.{name}")
    return found


def test_every_verb_has_a_label() -> None:
    verbs = _verbs()
    assert len(verbs) > 20
    assert verbs - set(LABELS) == set()


def test_every_step_undo_passes_over_has_a_name_too() -> None:
    assert set(LABELS) >= NO_STEP


@pytest.mark.parametrize("verb", sorted(LABELS))
@pytest.mark.parametrize("facts", [{}, FACTS], ids=["plain", "with facts"])
def test_a_label_fits(verb: str, facts: dict[str, object]) -> None:
    label = undo_label(ENGLISH, verb, facts)
    assert label.startswith("Undo: ")
    assert len(label) <= LIMIT == 28
    assert "…" not in label
    assert len(redo_label(ENGLISH, verb, facts)) <= LIMIT


@pytest.mark.parametrize(
    ("verb", "facts", "label"),
    [
        ("decisions.agree", {"about": "pivot", "subject": "D", "level": 3.0}, "Undo: agree level 3"),
        ("decisions.agree", {"level": 2.5}, "Undo: agree level 2½"),
        ("decisions.agree", {}, "Undo: agree a level"),
        ("actions.choose", {"number": 5}, "Undo: keep A-005"),
        ("targets.set", {"level": 2.5}, "Undo: target 2½"),
        ("rounds.reveal", {"subject": "D1"}, "Undo: show results"),
        ("presence.count", {"people": 28}, "Undo: 28 in the room"),
    ],
)
def test_a_label_names_the_step(verb: str, facts: dict[str, object], label: str) -> None:
    assert undo_label(ENGLISH, verb, facts) == label


def test_a_step_of_a_newer_program_still_has_a_name() -> None:
    assert undo_label(ENGLISH, "choir.sing", {}) == "Undo: the last step"
    assert step_label(ENGLISH, "decisions.agree", {"level": None}) == "agree a level"

"""Reading an edited workbook back, to the same records as the JSON readers and by their rules: none stands here twice.

The cells are put together as the values of a framework file and of an action library; the readers of those files
then judge them, and every fault names sheet and cell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from desktop.model.action_library import ActionLibrary, actions_from
from desktop.model.faults import Fault, Faults
from desktop.model.framework import Framework
from desktop.model.framework_file import framework_from
from desktop.model.json_lines import Node
from desktop.model.reading import Reading
from desktop.model.refused import Refused
from desktop.words.catalogue import Words, mark, speak
from exports.content.actions_back import actions_node
from exports.content.actions_sheet import ACTIONS, HEADS
from exports.content.book import FORMAT, HIDDEN
from exports.content.framework_back import framework_node
from exports.content.lines import FIELDS
from exports.content.opening import SheetRead, open_book
from exports.content.placing import Places
from exports.content.start_sheet import NAME

T = TypeVar("T")


def read_book(data: bytes, name: str, words: Words | None = None) -> tuple[Framework, ActionLibrary | None]:
    """The framework and the actions of a workbook; None where it has no sheet of actions.

    Raises:
        Faults: everything to mend, by sheet and cell.
        Refused: ``file.too_large``, ``book.locked_away``, ``book.damaged``, ``book.newer``, ``book.foreign``.
    """
    spoken = words or speak("en")
    sheets = open_book(data, name)
    _is_ours(sheets, name)
    places = Places()
    root = framework_node(sheets, places, spoken)
    framework, faults = _judged(lambda: framework_from(Reading.over(root)), places)
    library: ActionLibrary | None = None
    if spoken.say(ACTIONS) in sheets:
        stand_in = framework or _as_far_as_known(root)
        actions = actions_node(sheets, places, root, spoken)
        library, more = _judged(lambda: actions_from(Reading.over(actions), stand_in), places)
        faults += more
    faults += [places.placed(fault) for fault in places.faults]
    if faults or framework is None:
        raise Faults(_once(faults, places, spoken))
    return framework, library


def _is_ours(sheets: Mapping[str, SheetRead], name: str) -> None:
    said = sheets.get(HIDDEN)
    if said is None or said.at(1, 2).text != "content":
        # The hidden sheet may be lost on the way through another program; the first sheet still tells.
        if NAME in sheets and "Framework" in sheets:
            return
        raise Refused("book.foreign", file=name)
    found = said.at(2, 2).value
    if isinstance(found, int) and found > FORMAT:
        raise Refused("book.newer", file=name)


def _judged(read: Callable[[], T], places: Places) -> tuple[T | None, list[Fault]]:
    """What the reader of the files makes of it, or its faults with their places."""
    try:
        return read(), []
    except Faults as refused:
        return None, [places.placed(fault) for fault in refused.faults]


def _as_far_as_known(root: Node) -> Framework:
    """A stand-in for a framework with faults, so that the actions' own faults are told at once with them."""
    from exports.content.stand_in import stand_in

    return stand_in(root)


def _once(faults: Iterable[Fault], places: Places, words: Words) -> list[Fault]:
    """In the order of the sheets, each cell's fault once, keys as the workbook names them.

    A cell that could not be taken says that alone: what the rules make of its stand-in is no news.
    """
    cells = {fault.place for fault in faults if fault.code.startswith("cell.")}
    in_actions = {key: words.say(text) for key, text in (HEADS | _OTHERS).items()}
    elsewhere = {key: words.say(text) for key, text in (FIELDS | _OTHERS).items()}
    kept: dict[tuple[str, str, str], Fault] = {}
    for fault in faults:
        if fault.place in cells and not fault.code.startswith("cell."):
            continue
        facts = dict(fault.facts)
        names = in_actions if fault.place.startswith(words.say(ACTIONS)) else elsewhere
        if isinstance(key := facts.get("key"), str):
            facts["key"] = places.called.get(fault.line) or names.get(key, key)
        kept.setdefault(
            (fault.place, fault.code, repr(sorted(facts.items(), key=str))), replace(fault, facts=facts)
        )
    return list(kept.values())


_OTHERS = {
    "source": mark("Source"), "lens": mark("Lens"), "icon": mark("Icon"), "colour": mark("Colour"),
    "questions": mark("Questions"),
}  # fmt: skip

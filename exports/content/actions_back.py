"""The sheet Actions and its translations, put together as the values of an action library."""

from __future__ import annotations

import re
from collections.abc import Mapping

from desktop.model.json_lines import Node
from desktop.words.catalogue import Words
from exports.content.actions_sheet import ACTION_TEXTS, ACTIONS, HEADS, TEXTS
from exports.content.opening import CellRead, SheetRead
from exports.content.placing import Places
from exports.content.structure_sheet import FRAMEWORK
from exports.content.tables_back import Table, table
from exports.content.texts_sheet import KEY

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_NEED = re.compile(r"([A-Za-z][A-Za-z0-9_-]*)\s*:\s*(-?\d{1,3})")
_AS_TEXT = ("id", "question", "effort")


def actions_node(sheets: Mapping[str, SheetRead], places: Places, framework: Node, words: Words) -> Node:
    """The whole action library as a file would hold it."""
    say = words.say
    facts = table(sheets, say(FRAMEWORK), (say("Value"), say(KEY)), Places())
    rows = {facts.cell(row, say(KEY)).text: row for row in facts.rows()}
    start = places.at(say(ACTIONS))
    assert isinstance(framework.value, dict)
    head: dict[str, Node] = {"format": Node(1, start)}
    for key in ("id", "version"):
        if f"actions.{key}" in rows:
            head[key] = places.text(facts.cell(rows[f"actions.{key}"], say("Value")))
    head |= {
        key: framework.value[own]
        for key, own in (("framework", "id"), ("language", "language"))
        if own in framework.value
    }
    language = str(head["language"].value) if "language" in head else "en"
    sheet = table(sheets, say(ACTIONS), tuple(say(one) for one in HEADS.values()), places)
    others = _translations(sheets, sheet, places, words)
    actions = [
        _action(sheet, row, language, others, places, words)
        for row in sheet.rows()
        if _counts(sheet, row, places, words)
    ]
    head["actions"] = Node(actions, start)
    return Node(dict(head), start)


def _counts(sheet: Table, row: int, places: Places, words: Words) -> bool:
    """Whether a row is an action in use; one with words but without an id is a fault."""
    say = words.say
    cells = sheet.sheet.rows[row].values()
    if all(cell.value is None and not cell.wrong for cell in cells):
        return False
    use = sheet.cell(row, say(HEADS["in_use"]))
    id = sheet.cell(row, say(HEADS["id"]))
    if not places.yes(use, say("yes"), say("no"), otherwise=True, id=id.text):
        return False
    if id.value is None and not id.wrong:
        if set(cells) == {use}:
            return False
        places.note("row.no_id", places.at(id.sheet, id.where))
        return False
    return True


Others = Mapping[str, Mapping[str, tuple[Table, int]]]


def _translations(sheets: Mapping[str, SheetRead], own: Table, places: Places, words: Words) -> Others:
    """By language, then by action: the table and row of its texts."""
    say = words.say
    ids = {own.cell(row, say(HEADS["id"])).text for row in own.rows()}
    found: dict[str, dict[str, tuple[Table, int]]] = {}
    for name, sheet in sheets.items():
        begin, _, language = name.partition(" ")
        if begin != ACTION_TEXTS or not _LANGUAGE.fullmatch(language):
            continue
        heads = tuple(say(HEADS[key]) for key in ("id", *TEXTS))
        translated = table({name: sheet}, name, heads, places)
        rows: dict[str, tuple[Table, int]] = {}
        for row in translated.rows():
            cell = translated.cell(row, say(HEADS["id"]))
            if cell.text and cell.text not in ids:
                places.note("row.no_action", places.at(name, cell.where), word=cell.text)
            elif cell.text in rows:
                places.note("row.repeated", places.at(name, cell.where))
            elif cell.text:
                rows[cell.text] = (translated, row)
        found[language] = rows
    return found


def _action(sheet: Table, row: int, language: str, others: Others, places: Places, words: Words) -> Node:
    def cell(key: str) -> CellRead:
        return sheet.cell(row, words.say(HEADS[key]))

    id = cell("id").text
    values: dict[str, Node] = {}
    for key in _AS_TEXT:
        node = places.text(cell(key), id)
        # A drop-down shows the question's title beside its id: "D1 Tell us once".
        values[key] = Node(str(node.value).partition(" ")[0], node.line) if key == "question" else node
    for key in ("from", "to"):
        values[key] = places.number(cell(key), id)
    measure: dict[str, Node] = {}
    for key in TEXTS:
        text = _text(key, cell(key), id, language, others, places, words)
        if key.startswith("measure."):
            measure[key.removeprefix("measure.")] = text
        else:
            values[key] = text
    line = values["id"].line
    values["measure"] = Node(dict(measure), places.at(cell("measure.what").sheet, cell("measure.what").where))
    values["sdg"] = _parts(cell("sdg"), id, places, lambda word, at: Node(word, at))
    values["needs"] = _parts(cell("needs"), id, places, _need)
    return Node(dict(values), line)


def _text(
    key: str, own: CellRead, id: str, language: str, others: Others, places: Places, words: Words
) -> Node:
    said: dict[str, Node] = {}
    if own.value is not None or own.wrong:
        said[language] = places.text(own, id)
    line = said[language].line if language in said else places.at(own.sheet, own.where)
    for other, rows in others.items():
        if id in rows and other != language:
            translated, row = rows[id]
            cell = translated.cell(row, words.say(HEADS[key]))
            if cell.value is not None or cell.wrong:
                said[other] = places.text(cell, id)
    return Node(dict(said), line)


def _parts(cell: CellRead, id: str, places: Places, made: object) -> Node:
    """A cell with several things in it, ; or , or a new line between."""
    node = places.text(cell, id)
    if cell.wrong:
        return Node([], node.line)
    found = [word.strip() for word in re.split(r"[;,\n]", str(node.value)) if word.strip()]
    assert callable(made)
    return Node([made(word, node.line) for word in found], node.line)


def _need(word: str, line: int) -> Node:
    """An action's id, or a question and its level."""
    found = _NEED.fullmatch(word)
    if found is None:
        return Node({"action": Node(word, line)}, line)
    return Node({"question": Node(found[1], line), "level": Node(int(found[2]), line)}, line)

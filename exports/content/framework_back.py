"""The sheets Framework, Questions and the texts, put together as the values of a framework file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from desktop.model.json_lines import Node
from desktop.words.catalogue import Words
from exports.content.lines import IN_FULL, NEW, ON_THE_WALL, PIVOT_FIELDS
from exports.content.opening import CellRead, SheetRead
from exports.content.placing import Places
from exports.content.structure_sheet import FRAMEWORK, LEAVES, QUESTIONS
from exports.content.tables_back import Table, table
from exports.content.texts_sheet import KEY, TEXT, TEXTS

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_QUESTION_TEXTS = ("title", "text", "ask_for", "not_this", "who_knows")
_FACTS = ("id", "version", "language", "licence", "default_set")


@dataclass
class Back:
    """What the sheets hold, while it is put together."""

    places: Places
    words: Words
    language: str = "en"
    texts: dict[str, dict[str, CellRead]] = field(default_factory=dict)
    """By the line's key, then by language."""
    asked: set[str] = field(default_factory=set)

    def text(self, key: str, part: str, id: str) -> dict[str, Node]:
        """``{part: text by language}``; empty where the sheet has no such row, so that the reader misses it."""
        self.asked.add(key)
        found = self.texts.get(key)
        if found is None:
            return {}
        own = found.get(self.language) or next(iter(found.values()))
        line = self.places.at(own.sheet, own.where)
        said = {
            language: self.places.text(cell, id)
            for language, cell in found.items()
            if cell.value is not None or cell.wrong
        }
        if "/levels/" in key:
            name = self.words.say(ON_THE_WALL if part == "short" else IN_FULL)
            self.places.called |= {node.line: name for node in said.values()} | {line: name}
        return {part: Node(dict(said), line)}

    def has(self, key: str) -> bool:
        """Whether anything is written for a line, in any language."""
        return any(cell.value is not None or cell.wrong for cell in self.texts.get(key, {}).values())

    def yes(self, cell: CellRead, *, otherwise: bool, id: str = "") -> bool:
        """Yes or no."""
        return self.places.yes(cell, self.words.say("yes"), self.words.say("no"), otherwise=otherwise, id=id)


def framework_node(sheets: Mapping[str, SheetRead], places: Places, words: Words) -> Node:
    """The whole framework as a file would hold it."""
    back = Back(places, words)
    say = words.say
    facts = table(sheets, say(FRAMEWORK), (say("Value"), say("In use"), say(KEY)), places)
    rows = {facts.cell(row, say(KEY)).text: row for row in facts.rows()}
    named = {key: rows[key] for key in ("language",) if key in rows}
    if "language" in named:
        back.language = facts.cell(named["language"], say("Value")).text or back.language
    _read_texts(sheets, back)
    head: dict[str, Node] = {"format": Node(1, 1)}
    start = places.at(say(FRAMEWORK))
    for key in _FACTS:
        if key in rows:
            head[key] = places.text(facts.cell(rows[key], say("Value")))
    head |= back.text("title", "title", "") | back.text("yardstick", "yardstick", "")
    lowest = places.number(facts.cell(rows["lowest"], say("Value"))) if "lowest" in rows else Node(1, start)
    stages = Node(_named(back, facts, rows, "stages"), start)
    head["scale"] = Node({"lowest": lowest, "stages": stages}, start)
    for key in ("lenses", "phases", "barriers", "glossary"):
        head[key] = Node(_named(back, facts, rows, key), start)
    lenses = _lens_ids(head["lenses"], back.language)
    sheet = table(sheets, say(QUESTIONS), _question_heads(rows, words), places)
    pivots, members = _pivots(back, sheet, rows, lenses)
    head["pivots"] = Node(pivots, places.at(say(QUESTIONS)))
    head["sets"] = Node(_sets(back, facts, rows, members), start)
    _look_for_orphans(back)
    return Node(head, start)


def _read_texts(sheets: Mapping[str, SheetRead], back: Back) -> None:
    """Every sheet whose name begins as those of texts do, and goes on with a language."""
    say = back.words.say
    own = f"{TEXTS} {back.language}"
    if own not in sheets:
        back.places.note("sheet.missing", back.places.at(own), sheet=own)
    for name, sheet in sheets.items():
        begin, _, language = name.partition(" ")
        if begin != TEXTS or not _LANGUAGE.fullmatch(language):
            continue
        found = table({name: sheet}, name, (say(TEXT), say(KEY)), back.places)
        for row in found.rows():
            key = found.cell(row, say(KEY)).text
            if not key:
                continue
            by_language = back.texts.setdefault(key, {})
            if language in by_language:
                back.places.note("row.repeated", back.places.at(name, f"A{row}"))
            by_language.setdefault(language, found.cell(row, say(TEXT)))


def _named(back: Back, facts: Table, rows: Mapping[str, int], key: str) -> list[Node]:
    """A list of parts with id and name; some may be left out."""
    say = back.words.say
    found = []
    for row_key, row in rows.items():
        part, _, id = row_key.partition("/")
        if part != key:
            continue
        cell = facts.cell(row, say("Value"))
        back.asked.add(row_key)
        if key in LEAVES and not back.yes(facts.cell(row, say("In use")), otherwise=True, id=id):
            continue
        node = back.places.text(cell, id)
        found.append(Node({"id": node} | back.text(row_key, "name", id), node.line))
    return found


def _lens_ids(lenses: Node, language: str) -> dict[str, str]:
    """The ids of the lenses by what the drop-down calls them."""
    found: dict[str, str] = {}
    assert isinstance(lenses.value, list)
    for node in lenses.value:
        assert isinstance(node.value, dict)
        id = str(node.value["id"].value)
        name = node.value.get("name")
        said = name.value.get(language) if name and isinstance(name.value, dict) else None
        found |= {id: id} | ({str(said.value): id} if said else {})
    return found


def _question_heads(rows: Mapping[str, int], words: Words) -> tuple[str, ...]:
    say = words.say
    sets = (say("Set: {id}", id=id) for id in _set_ids(rows))
    return (
        say("Pivot"), say("Question"), say("In use"), say("Lens"), say("Colour"), say("Icon"), *sets,
        say("Source of the story"), say("Source of the figure"), say(KEY),
    )  # fmt: skip


def _set_ids(rows: Mapping[str, int]) -> list[str]:
    return [key.partition("/")[2] for key in rows if key.startswith("sets/")]


def _pivots(
    back: Back, sheet: Table, facts: Mapping[str, int], lenses: Mapping[str, str]
) -> tuple[list[Node], dict[str, list[Node]]]:
    """The pivots with their questions, and the questions in each set."""
    say = back.words.say
    members: dict[str, list[Node]] = {id: [] for id in _set_ids(facts)}
    pivots: list[Node] = []
    questions: list[Node] = []
    used = True
    for row in sheet.rows():
        kind, _, slot = sheet.cell(row, say(KEY)).text.partition("/")
        if kind == "pivots":
            questions = []
            used = _in_use(back, sheet, row, slot)
            if used:
                pivots.append(_pivot(back, sheet, row, slot, questions))
            else:
                back.asked |= {key for key in back.texts if key.startswith(f"pivots/{slot}/")}
        elif kind == "questions":
            cell = sheet.cell(row, say("Question"))
            prefix = f"questions/{slot}/"
            if slot.startswith(NEW) and cell.value is None and not cell.wrong:
                continue
            back.asked |= {key for key in back.texts if key.startswith(prefix)}
            if not used or not _in_use(back, sheet, row, cell.text):
                continue
            id = back.places.text(cell)
            questions.append(_question(back, sheet, row, prefix, id, lenses))
            for chosen, found in members.items():
                mark = sheet.cell(row, say("Set: {id}", id=chosen))
                if back.yes(mark, otherwise=False, id=cell.text):
                    found.append(Node(id.value, back.places.at(mark.sheet, mark.where)))
    return pivots, members


def _in_use(back: Back, sheet: Table, row: int, id: str) -> bool:
    return back.yes(sheet.cell(row, back.words.say("In use")), otherwise=True, id=id)


def _pivot(back: Back, sheet: Table, row: int, id: str, questions: list[Node]) -> Node:
    say, places = back.words.say, back.places
    line = places.at(sheet.sheet.name, f"A{row}")
    values = {
        "id": Node(id, line),
        "colour": places.number(sheet.cell(row, say("Colour")), id),
        "icon": places.text(sheet.cell(row, say("Icon")), id),
    }
    for name in PIVOT_FIELDS[:-2]:
        values |= back.text(f"pivots/{id}/{name}", name, id)
    for name, head in (("story", "Source of the story"), ("figure", "Source of the figure")):
        values[name] = _sourced(back, f"pivots/{id}/{name}", sheet.cell(row, say(head)), id)
    values["questions"] = Node(questions, line)
    return Node(dict(values), line)


def _sourced(back: Back, key: str, source: CellRead, id: str) -> Node:
    """A story or a figure with its source; null where neither is written."""
    line = back.places.at(source.sheet, source.where)
    back.asked.add(key)
    if not back.has(key) and source.value is None and not source.wrong:
        return Node(None, line)
    return Node(back.text(key, "text", id) | {"source": back.places.text(source, id)}, line)


def _question(back: Back, sheet: Table, row: int, prefix: str, id: Node, lenses: Mapping[str, str]) -> Node:
    say, places = back.words.say, back.places
    word = str(id.value)
    lens = places.text(sheet.cell(row, say("Lens")), word)
    values: dict[str, Node] = {"id": id, "lens": Node(lenses.get(str(lens.value), lens.value), lens.line)}
    for name in _QUESTION_TEXTS:
        values |= back.text(f"{prefix}{name}", name, word)
    values["levels"] = Node(list(_levels(back, prefix, word)), id.line)
    return Node(dict(values), id.line)


def _levels(back: Back, prefix: str, id: str) -> Iterator[Node]:
    for place in range(10):
        short = back.text(f"{prefix}levels/{place}/short", "short", id)
        full = back.text(f"{prefix}levels/{place}/text", "text", id)
        if not short and not full:
            return
        line = next(iter((short | full).values())).line
        yield Node(short | full, line)


def _sets(back: Back, facts: Table, rows: Mapping[str, int], members: Mapping[str, list[Node]]) -> list[Node]:
    found = []
    for node, id in zip(_named(back, facts, rows, "sets"), _set_ids(rows), strict=True):
        assert isinstance(node.value, dict)
        found.append(Node(node.value | {"questions": Node(members[id], node.line)}, node.line))
    return found


def _look_for_orphans(back: Back) -> None:
    """Texts written for a new question that has no id would otherwise be lost without a word."""
    for key, by_language in back.texts.items():
        if key in back.asked or not back.has(key):
            continue
        cell = next(one for one in by_language.values() if one.value is not None or one.wrong)
        code = "row.no_question" if f"/{NEW}" in key else "row.unknown"
        back.places.note(code, back.places.at(cell.sheet, cell.where), row=key)

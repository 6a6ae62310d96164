"""Reading a content file with care: typed values out, every fault noted, nothing half-read.

A :class:`Reading` hands out a value of the asked type even where the file is wrong, notes the fault and goes
on, so that one reading finds them all. :meth:`Reading.finish` then refuses the file if anything was noted.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from desktop.model.faults import Fault, Faults
from desktop.model.framework import Text
from desktop.model.json_lines import Node, decode, fingerprint, parse, plain
from desktop.model.json_spelling import spelled
from desktop.model.text import clean

FORMAT = 1
"""The newest format of content files this program reads."""
LONGEST_TEXT = 600
"""Characters of any one text of a content file."""
TRANSLATED = 1.4
"""A translation may be this much longer than the language the file was written in."""

_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,39}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_NOTHING: Mapping[str, Node] = {}


@dataclass(frozen=True, slots=True)
class Part:
    """One object of the file: its values by key, its line, and the id it is known by in a fault."""

    values: Mapping[str, Node]
    line: int
    id: str

    def line_of(self, key: str) -> int:
        """The line of a value; the part's own where the value is missing."""
        return self.values[key].line if key in self.values else self.line


@dataclass(slots=True)
class Reading:
    """One file being read: its text, its root and the faults found so far."""

    body: str
    root: Node
    faults: list[Fault] = field(default_factory=list)
    language: str = ""
    """The language every text must have; '' while it is not known."""

    @classmethod
    def of(cls, data: str | bytes) -> Reading:
        """Start reading.

        Raises:
            Faults: the file is no JSON at all, so that nothing more can be said of it.
        """
        body = decode(data)
        root, repeated = parse(body)
        return cls(body, root, list(repeated))

    @classmethod
    def over(cls, root: Node) -> Reading:
        """Start reading what stands in another kind of file, such as a workbook, as the same values.

        Each node's line is the reader's own number of the place it stands at.
        """
        return cls(spelled(plain(root)), root)

    def note(self, line: int, part: str, code: str, **facts: object) -> None:
        """Keep one fault."""
        self.faults.append(Fault(line, part, code, facts))

    def finish(self) -> str:
        """The fingerprint of a file without fault.

        Raises:
            Faults: everything noted, by line.
        """
        if self.faults:
            raise Faults(self.faults)
        return fingerprint(self.root)

    # -- objects and lists -------------------------------------------------------------------------------

    def head(self, required: Collection[str], optional: Collection[str] = (), *, named: bool = True) -> Part:
        """The file's outermost object, its format and language checked. ``named``: it has an id and a version.

        Raises:
            Faults: no object at all, or a format newer than this program: then no other fault is worth telling.
        """
        if not isinstance(self.root.value, dict):
            raise Faults([Fault(self.root.line, "", "object.missing")])
        newest = self.root.value.get("format")
        if newest and isinstance(newest.value, int) and newest.value > FORMAT:
            raise Faults([Fault(newest.line, "", "format.newer", {"format": newest.value, "known": FORMAT})])
        name = ("id", "version") if named else ()
        head = self.part(self.root, "", ("format", *name, "language", *required), optional)
        if self.integer(head, "format") < 1 and not self._noted("format"):
            self.note(head.line_of("format"), "", "format.unknown")
        self.language = self.string(head, "language")
        if self.language and not _LANGUAGE.fullmatch(self.language):
            self.note(head.line_of("language"), "", "language.unknown", language=self.language)
            self.language = ""
        return head

    def part(self, node: Node, id: str, required: Collection[str], optional: Collection[str] = ()) -> Part:
        """An object with exactly these keys; ``id`` is used until the object's own id is known."""
        values = node.value
        if not isinstance(values, dict):
            self.note(node.line, id, "object.missing")
            return Part(_NOTHING, node.line, id)
        own = values.get("id")
        name = own.value if id and own and isinstance(own.value, str) else id
        for key, value in values.items():
            if key not in required and key not in optional:
                self.note(value.line, name, "key.unknown", key=key)
        for key in required:
            if key not in values:
                self.note(node.line, name, "key.missing", key=key)
        return Part(values, node.line, name)

    def child(self, part: Part, key: str, required: Collection[str], optional: Collection[str] = ()) -> Part:
        """The object under a key, known by its parent's id."""
        if key not in part.values:
            return Part(_NOTHING, part.line, part.id)
        return self.part(part.values[key], part.id, required, optional)

    def nodes(self, part: Part, key: str, *, at_least: int = 0) -> list[Node]:
        """The list under a key; empty where the key is missing."""
        node = part.values.get(key)
        if node is None:
            return []
        if not isinstance(node.value, list):
            self.note(node.line, part.id, "type.not_list", key=key)
            return []
        if len(node.value) < at_least:
            self.note(node.line, part.id, "list.too_short", key=key, least=at_least)
        return node.value

    # -- single values -----------------------------------------------------------------------------------

    def string(self, part: Part, key: str) -> str:
        """A plain text without languages, such as an icon or a source; must not be empty."""
        node = part.values.get(key)
        if node is None:
            return ""
        return self.checked(node, part.id, key)

    def checked(self, node: Node, id: str, key: str, limit: int = LONGEST_TEXT) -> str:
        """One text, of clean characters and bounded length."""
        if not isinstance(node.value, str):
            self.note(node.line, id, "type.not_text", key=key)
            return ""
        text = unicodedata.normalize("NFC", node.value)
        if not text.strip():
            self.note(node.line, id, "text.missing", key=key)
        elif text != clean(text) or "\n" in text:
            self.note(node.line, id, "text.characters", key=key)
        elif len(text) > limit:
            self.note(node.line, id, "text.too_long", key=key, limit=limit, length=len(text))
        return text

    def integer(self, part: Part, key: str, otherwise: int = 0) -> int:
        """A whole number; ``otherwise`` where the key is missing."""
        node = part.values.get(key)
        if node is None:
            return otherwise
        if isinstance(node.value, bool) or not isinstance(node.value, int):
            self.note(node.line, part.id, "type.not_whole", key=key)
            return otherwise
        return node.value

    def number(self, part: Part, key: str) -> float:
        """A number that is not negative; 0 where the key is missing."""
        node = part.values.get(key)
        if node is None:
            return 0.0
        if isinstance(node.value, bool) or not isinstance(node.value, int | float) or node.value < 0:
            self.note(node.line, part.id, "type.not_number", key=key)
            return 0.0
        return float(node.value)

    def choice(self, part: Part, key: str, allowed: Collection[str], code: str) -> str:
        """A word out of a known few."""
        word = self.string(part, key)
        if word and word not in allowed:
            self.note(part.line_of(key), part.id, code, word=word, allowed=", ".join(sorted(allowed)))
        return word

    def strings(self, part: Part, key: str) -> tuple[str, ...]:
        """A list of plain texts."""
        return tuple(self.checked(node, part.id, key) for node in self.nodes(part, key))

    def id(self, part: Part, taken: set[str]) -> str:
        """A part's own id: letters, digits, ``-`` and ``_``, and used once. It is added to ``taken``."""
        word = self.string(part, "id")
        if word and not _ID.fullmatch(word):
            self.note(part.line_of("id"), part.id, "id.shape", word=word)
        if word in taken:
            self.note(part.line_of("id"), part.id, "id.repeated", word=word)
        taken.add(word)
        return word

    def text(self, part: Part, key: str, *, characters: int = LONGEST_TEXT, words: int = 0) -> Text:
        """A text in its languages. The limits hold for the file's language; a translation may be longer."""
        if key not in part.values:
            return {}
        return self.text_of(part.values[key], part.id, key, characters, words)

    def text_of(self, node: Node, id: str, key: str, characters: int = LONGEST_TEXT, words: int = 0) -> Text:
        """As :meth:`text`, for a value that stands in a list."""
        if not isinstance(node.value, dict):
            self.note(node.line, id, "type.not_texts", key=key)
            return {}
        if self.language and self.language not in node.value:
            self.note(node.line, id, "text.missing", key=key)
        found: dict[str, str] = {}
        for language, value in node.value.items():
            if not _LANGUAGE.fullmatch(language):
                self.note(value.line, id, "language.unknown", language=language)
            room = 1.0 if language == self.language else TRANSLATED
            found[language] = self.checked(value, id, key, int(characters * room))
            count = len(found[language].split())
            if words and count > int(words * room):
                self.note(
                    value.line, id, "text.too_many_words", key=key, limit=int(words * room), length=count
                )
        return found

    def _noted(self, key: str) -> bool:
        return any(fault.facts.get("key") == key for fault in self.faults)

"""What was said and is worth keeping."""

from __future__ import annotations

from dataclasses import replace

from desktop.model.change import Change, gone, turned
from desktop.model.moment import Moment
from desktop.model.records import Note, NoteKind
from desktop.model.refused import Refused
from desktop.model.text import note
from desktop.model.verbs.guards import may_change, the_group
from desktop.model.workshop import Workshop


def write(
    w: Workshop,
    at: Moment,
    *,
    kind: NoteKind,
    text: str,
    subject: str | None = None,
    group: str | None = None,
    id: str | None = None,
) -> Change:
    """Write a note, or with ``id`` change one; when it was first written stays.

    ``subject`` is what it is about: a question, a pivot or a scenario; None: the workshop.

    Raises:
        Refused: ``text.missing``, ``text.too_long``, ``note.unknown``, ``group.unknown``, ``final``.
    """
    may_change(w)
    words = note(text)
    if not words:
        raise Refused("text.missing", field="note")
    if group is not None:
        the_group(w, group)
    facts = {"kind": kind, "subject": subject}
    if id is None:
        fresh = Note(at.new_id(), w.about.id, kind, subject, group, words, at.now)
        return Change("notes.write", turned(None, fresh), facts)
    before = _known(w, id)
    after = replace(before, kind=kind, subject=subject, group=group, text=words)
    return Change("notes.write", turned(before, after), facts)


def remove(w: Workshop, at: Moment, *, id: str) -> Change:
    """Take a note away.

    Raises:
        Refused: ``note.unknown``, ``final``.
    """
    may_change(w)
    before = _known(w, id)
    return Change("notes.remove", gone(before), {"kind": before.kind, "subject": before.subject})


def _known(w: Workshop, id: str) -> Note:
    if id not in w.notes:
        raise Refused("note.unknown")
    return w.notes[id]

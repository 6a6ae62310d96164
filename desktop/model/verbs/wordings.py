"""A text of the framework, corrected for this workshop."""

from __future__ import annotations

from desktop.model.change import Change, gone, turned
from desktop.model.moment import Moment
from desktop.model.records import Wording
from desktop.model.refused import Refused
from desktop.model.text import note
from desktop.model.verbs.guards import may_change
from desktop.model.workshop import Workshop


def correct(w: Workshop, at: Moment, *, subject: str, field: str, language: str, text: str) -> Change:
    """Say it in these words from now on; empty: in the framework's own again.

    ``subject`` is a pivot or a question, ``field`` a text of it (``definition``, ``text``, ``levels.1.short``).

    Raises:
        Refused: ``question.unknown``, ``text.too_long``, ``final``.
    """
    may_change(w)
    if subject not in w.framework.pivot_by_id and subject not in w.framework.questions:
        raise Refused("question.unknown", subject=subject)
    words = note(text)
    key = (subject, field, language)
    before = next((one for one in w.wordings.values() if (one.subject, one.field, one.language) == key), None)
    facts = {"subject": subject, "field": field, "language": language}
    if not words:
        return Change("wordings.correct", gone(before) if before else (), facts)
    after = Wording(before.id if before else at.new_id(), w.about.id, *key, words, at.now)
    unchanged = before is not None and before.text == words
    return Change("wordings.correct", () if unchanged else turned(before, after), facts)

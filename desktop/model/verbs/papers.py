"""What leaves the room: what the council is asked, the final version, the seal, and what was written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from desktop.model.change import Change, Row, gone, new, turned
from desktop.model.moment import Moment
from desktop.model.records import Export
from desktop.model.refused import Refused
from desktop.model.sealing import sealed_counts
from desktop.model.text import line, note
from desktop.model.verbs.guards import may_change
from desktop.model.workshop import Workshop

MOST_LINES = 3


def ask(w: Workshop, at: Moment, *, lines: Sequence[str]) -> Change:
    """What the council is asked: one to three lines; none: for information.

    Raises:
        Refused: ``lines.too_many``, ``text.too_long``, ``final``.
    """
    may_change(w)
    kept = tuple(words for words in map(note, lines) if words)
    if len(kept) > MOST_LINES:
        raise Refused("lines.too_many", lines=len(kept), limit=MOST_LINES)
    about = replace(w.about, asked=kept)
    return Change("papers.ask", turned(w.about, about), {"lines": len(kept)})


def finalise(w: Workshop, at: Moment, *, name: str) -> Change:
    """Make it final, in somebody's name. From then on only the progress of actions changes.

    Raises:
        Refused: ``final.name_missing``, ``not_draft`` (the day is not closed), ``final``, ``sealed``,
            ``text.too_long``.
    """
    may_change(w)
    who = line(name)
    if not who:
        raise Refused("final.name_missing")
    if w.about.state != "draft":
        raise Refused("not_draft", state=w.about.state)
    about = replace(w.about, state="final", final_at=at.now, final_by=who)
    return Change("papers.finalise", turned(w.about, about), {"by": who})


def seal(w: Workshop, at: Moment) -> Change:
    """Turn every ballot into counts, for good: no undo, and nobody's answer can be found again.

    Raises:
        Refused: ``not_final``, ``sealed``.
    """
    may_seal(w)
    rows: list[Row] = []
    for round in w.rounds.values():
        ballots = w.ballots_in(round.id)
        if ballots:
            rows += gone(*ballots.values())
            rows += sealed_counts(w, at, round)
    rows += turned(w.about, replace(w.about, sealed_at=at.now))
    return Change("papers.seal", tuple(rows), {})


def may_seal(w: Workshop) -> None:
    """Only once, and only when it is final.

    Raises:
        Refused: ``not_final``, ``sealed``.
    """
    if w.about.sealed_at is not None:
        raise Refused("sealed")
    if w.about.state != "final":
        raise Refused("not_final")


def record(
    w: Workshop,
    at: Moment,
    *,
    kind: str,
    revision: int,
    file_name: str,
    sha256: str,
    options: Mapping[str, object],
    rows: Sequence[Mapping[str, object]] | None = None,
) -> Change:
    """Keep that a document was written, also of a final workshop. Never undone.

    ``revision`` counts hand-overs (:func:`revision_of`); ``options["content"]`` is a digest of what the documents say;
    ``rows`` is the plan as exported.

    Raises:
        Refused: ``number.invalid``, ``text.too_long``.
    """
    if revision < 1:
        raise Refused("number.invalid", number=revision, lowest=1, highest=None)
    plan = tuple(dict(row) for row in rows) if rows is not None else None
    written = Export(
        at.new_id(), w.about.id, kind, revision, at.now, line(file_name), sha256, dict(options), plan
    )
    return Change("papers.record", new(written), {"kind": kind, "revision": revision})


def revision_of(w: Workshop, content: str) -> int:
    """The number N of *Draft vN* for documents that say ``content`` (a digest): one number, one content.

    All files of one hand-over share it. What says the same as the last hand-over keeps its number, whatever the
    clocks said; anything else is the next.
    """
    last = max((export.revision for export in w.exports.values()), default=0)
    same = any(
        export.revision == last and export.options.get("content") == content for export in w.exports.values()
    )
    return last if same else last + 1

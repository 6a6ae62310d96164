"""What a step is called where it can be taken back: "Undo: agree level 3"."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.words.catalogue import Words, mark
from desktop.words.refusals import _fact, placeholders

LIMIT = 28
"""Characters of the whole label; the console's line has room for no more."""

LABELS: Mapping[str, tuple[str, ...]] = {
    "prepare.create": (mark("new workshop"),),
    "prepare.describe": (mark("change details"),),
    "prepare.people": (mark("number of people"),),
    "prepare.groups": (mark("change groups"),),
    "prepare.weigh": (mark("change a weight"),),
    "prepare.choose_set": (mark("choose questions"),),
    "prepare.use_framework": (mark("choose other questions"),),
    "prepare.leave_out": (mark("leave out questions"),),
    "prepare.duplicate": (mark("duplicate"),),
    "workshops.delete": (mark("put in the bin"),),
    "workshops.restore": (mark("take out of the bin"),),
    "people.erase": (mark("erase a person"),),
    "people.name": (mark("name a person"),),
    "presence.arrive": (mark("people arrive"),),
    "presence.leave": (mark("people leave"),),
    "presence.count": (mark("{people} in the room"), mark("head count")),
    "presence.change": (mark("{people} in the room"), mark("head count")),
    "agenda.use": (mark("use an agenda"),),
    "agenda.resize": (mark("change the minutes"),),
    "agenda.move": (mark("move a step"),),
    "agenda.skip": (mark("skip a step"),),
    "agenda.add": (mark("add a step"),),
    "agenda.remove": (mark("remove a step"),),
    "agenda.go": (mark("go to a step"),),
    "shock.choose": (mark("choose a shock"),),
    "shock.draw": (mark("draw a shock"),),
    "shock.lived": (mark("take another shock"),),
    "sessions.start": (mark("start the session"),),
    "sessions.end": (mark("close the day"),),
    "rounds.open": (mark("open the vote"),),
    "rounds.close": (mark("close the vote"),),
    "rounds.reopen": (mark("open it again"),),
    "rounds.uncover": (mark("uncover totals"),),
    "rounds.reveal": (mark("show results"),),
    "rounds.show": (mark("show results"),),
    "rounds.again": (mark("vote again"),),
    "rounds.void": (mark("set a vote aside"),),
    "rounds.say": (mark("show the verdict"),),
    "ballots.cast": (mark("key a ballot"),),
    "ballots.slip": (mark("key a whole ballot"),),
    "ballots.withdraw": (mark("take a ballot out"),),
    "counts.enter": (mark("enter a count"),),
    "decisions.agree": (mark("agree level {level}"), mark("agree a level")),
    "decisions.withdraw": (mark("withdraw a level"),),
    "decisions.leave_open": (mark("leave it open"),),
    "targets.set": (mark("target {level}"), mark("set a target")),
    "targets.weigh": (mark("weigh the pivots"),),
    "targets.prefer": (mark("put a gap first"),),
    "notes.write": (mark("write a note"),),
    "notes.remove": (mark("remove a note"),),
    "barriers.pick": (mark("what holds us back"),),
    "wordings.correct": (mark("correct a text"),),
    "groups.fix_parts": (mark("show by group"),),
    "actions.offer": (mark("offer actions"),),
    "actions.choose": (mark("keep {number}"), mark("keep an action")),
    "actions.keep": (mark("keep {count} actions"), mark("keep actions")),
    "actions.write": (mark("write an action"),),
    "actions.edit": (mark("edit {number}"), mark("edit an action")),
    "actions.person": (mark("name who does it"),),
    "actions.check": (mark("mark to check"),),
    "actions.feature": (mark("put on page 1"),),
    "actions.place": (mark("move {number}"), mark("move an action")),
    "actions.need": (mark("what it needs"),),
    "actions.drop": (mark("drop {number}"), mark("drop an action")),
    "waves.plan": (mark("plan a wave"),),
    "plan_return.accept": (mark("take in the plan"),),
    "papers.ask": (mark("what we ask"),),
    "papers.finalise": (mark("make final"),),
    "papers.seal": (mark("seal"),),
    "papers.record": (mark("hand over"),),
    "commit.keeper": (mark("plan keeper"),),
    "commit.reviews": (mark("review dates"),),
    "assets.add": (mark("add a picture"),),
    "assets.remove": (mark("remove a picture"),),
}
"""For each verb its labels, the fullest first; the last one needs no facts."""

_UNNAMED = mark("the last step")


def step_label(words: Words, verb: str, facts: Mapping[str, object] | None = None) -> str:
    """What a step is called: "agree level 3". A verb this program does not know is "the last step"."""
    known = {
        name: _label_fact(words, name, value) for name, value in (facts or {}).items() if value is not None
    }
    patterns = LABELS.get(verb, (_UNNAMED,))
    fitting = (pattern for pattern in patterns if placeholders(pattern) <= known.keys())
    return words.say(next(fitting, patterns[-1]), **known)


def undo_label(words: Words, verb: str, facts: Mapping[str, object] | None = None) -> str:
    """Says "Undo: agree level 3", at most :data:`LIMIT` characters."""
    return _cut(words.say("Undo: {step}", step=step_label(words, verb, facts)))


def own_label(words: Words, step: str) -> str:
    """Says "Undo: last key" where a widget has an undo of its own."""
    return _cut(words.say("Undo: {step}", step=step))


def redo_label(words: Words, verb: str, facts: Mapping[str, object] | None = None) -> str:
    """Says "Redo: agree level 3", at most :data:`LIMIT` characters."""
    return _cut(words.say("Redo: {step}", step=step_label(words, verb, facts)))


def _label_fact(words: Words, name: str, value: object) -> object:
    """An action's number reads as printed, a level in halves."""
    return f"A-{value:03d}" if name == "number" and isinstance(value, int) else _fact(words, value)


def _cut(label: str) -> str:
    return label if len(label) <= LIMIT else label[: LIMIT - 1].rstrip() + "…"

"""A workshop as it stands: an immutable snapshot that answers questions and takes a change to its next self."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from desktop.model import builtin
from desktop.model.action_library import ActionLibrary
from desktop.model.change import Change
from desktop.model.framework import Framework, Pivot, Question, Text, say
from desktop.model.records import (
    About,
    Action,
    ActionPerson,
    Asset,
    Ballot,
    Barrier,
    Count,
    Decision,
    Device,
    Export,
    Group,
    Name,
    Need,
    Note,
    Participant,
    Position,
    Record,
    Round,
    RoundKind,
    Session,
    Step,
    Target,
    Wave,
    Weight,
    Wording,
)

EMPTY: Mapping[str, Any] = MappingProxyType({})

SHELVES: Mapping[type[Record], tuple[str, str]] = MappingProxyType({
    Session: ("sessions", "id"),
    Group: ("groups", "id"),
    Participant: ("participants", "id"),
    Name: ("names", "participant"),
    Step: ("steps", "id"),
    Round: ("rounds", "id"),
    Count: ("counts", "id"),
    Decision: ("decisions", "id"),
    Target: ("targets", "id"),
    Weight: ("weights", "id"),
    Note: ("notes", "id"),
    Barrier: ("barriers", "id"),
    Wording: ("wordings", "id"),
    Action: ("actions", "id"),
    ActionPerson: ("people_of_actions", "action"),
    Need: ("needs", "id"),
    Wave: ("waves", "id"),
    Asset: ("assets", "sha256"),
    Device: ("devices", "key_sha256"),
    Export: ("exports", "id"),
})  # fmt: skip
"""Where each kind of record stands in the snapshot, and the field it is found by."""


@dataclass(frozen=True)
class Workshop:
    """One whole workshop. Every mapping is by id; ballots are by round, then participant."""

    about: About
    framework: Framework
    position: Position | None = None
    sessions: Mapping[str, Session] = field(default_factory=lambda: EMPTY)
    groups: Mapping[str, Group] = field(default_factory=lambda: EMPTY)
    participants: Mapping[str, Participant] = field(default_factory=lambda: EMPTY)
    names: Mapping[str, Name] = field(default_factory=lambda: EMPTY)
    steps: Mapping[str, Step] = field(default_factory=lambda: EMPTY)
    rounds: Mapping[str, Round] = field(default_factory=lambda: EMPTY)
    ballots: Mapping[str, Mapping[str, Ballot]] = field(default_factory=lambda: EMPTY)
    counts: Mapping[str, Count] = field(default_factory=lambda: EMPTY)
    decisions: Mapping[str, Decision] = field(default_factory=lambda: EMPTY)
    targets: Mapping[str, Target] = field(default_factory=lambda: EMPTY)
    weights: Mapping[str, Weight] = field(default_factory=lambda: EMPTY)
    notes: Mapping[str, Note] = field(default_factory=lambda: EMPTY)
    barriers: Mapping[str, Barrier] = field(default_factory=lambda: EMPTY)
    wordings: Mapping[str, Wording] = field(default_factory=lambda: EMPTY)
    actions: Mapping[str, Action] = field(default_factory=lambda: EMPTY)
    people_of_actions: Mapping[str, ActionPerson] = field(default_factory=lambda: EMPTY)
    needs: Mapping[str, Need] = field(default_factory=lambda: EMPTY)
    waves: Mapping[str, Wave] = field(default_factory=lambda: EMPTY)
    assets: Mapping[str, Asset] = field(default_factory=lambda: EMPTY)
    devices: Mapping[str, Device] = field(default_factory=lambda: EMPTY)
    exports: Mapping[str, Export] = field(default_factory=lambda: EMPTY)
    own_actions: ActionLibrary | None = field(default=None, compare=False)
    """The action library loaded for it; None: the one that comes with the program."""

    # ---- from one state to the next -------------------------------------------------------------------------

    def with_change(self, change: Change) -> Workshop:
        """The workshop after ``change``; untouched mappings are shared with this one."""
        fresh: dict[str, Any] = {}
        for row in change.rows:
            record = row.record
            match record:
                case About():
                    fresh["about"] = row.after or self.about
                case Position():
                    fresh["position"] = row.after
                case Ballot():
                    _place_ballot(fresh, self.ballots, record, gone=row.after is None)
                case _:
                    name, key = SHELVES[type(record)]
                    if name not in fresh:
                        fresh[name] = dict(getattr(self, name))
                    if row.after is None:
                        fresh[name].pop(getattr(record, key), None)
                    else:
                        fresh[name][getattr(record, key)] = row.after
        return replace(self, **fresh) if fresh else self

    # ---- the framework as this workshop uses it -------------------------------------------------------------

    @property
    def language(self) -> str:
        """The language the workshop is held in."""
        return self.about.language

    def words(self, subject: str, name: str, text: Text) -> str:
        """A framework text in the workshop's language, as corrected during the day if it was."""
        for wording in self.wordings.values():
            if (wording.subject, wording.field, wording.language) == (subject, name, self.language):
                return wording.text
        return say(text, self.language)

    @property
    def library(self) -> ActionLibrary:
        """The ready-made actions this workshop picks from."""
        return self.own_actions or builtin.actions_for(self.framework)

    @property
    def pivots(self) -> tuple[Pivot, ...]:
        """The pivots in framework order."""
        return self.framework.pivots

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions asked: the chosen set without those left out, in framework order."""
        asked = set(self.framework.set_by_id[self.about.question_set].questions) - set(
            self.about.questions_out
        )
        return tuple(question for key, question in self.framework.questions.items() if key in asked)

    def questions_of(self, pivot: str) -> tuple[Question, ...]:
        """The questions asked about one pivot."""
        return tuple(question for question in self.questions if question.pivot == pivot)

    # ---- people and agenda ----------------------------------------------------------------------------------

    @property
    def seats(self) -> tuple[Participant, ...]:
        """Everyone expected or seen, by seat."""
        return tuple(sorted(self.participants.values(), key=lambda one: one.seat))

    @property
    def present(self) -> int:
        """How many people are in the room."""
        return sum(one.state == "present" for one in self.participants.values())

    @property
    def agenda(self) -> tuple[Step, ...]:
        """The steps in order."""
        return tuple(sorted(self.steps.values(), key=lambda step: step.place))

    def asks_nothing(self, step: Step) -> bool:
        """Whether a step is a pivot no question is asked about today: it is passed over, as not discussed.

        Going there all the same, or a level agreed on it, makes it a step like any other.
        """
        pivot = step.subject or ""
        if step.kind != "pivot" or pivot not in self.framework.pivot_by_id or step.started_at is not None:
            return False
        return not self.questions_of(pivot) and self.decision_on("pivot", pivot) is None

    # ---- rounds ---------------------------------------------------------------------------------------------

    def rounds_on(self, kind: RoundKind, subject: str) -> tuple[Round, ...]:
        """The rounds of one kind on one subject that count (not void), first to last."""
        found = (
            one
            for one in self.rounds.values()
            if one.kind == kind and one.subject == subject and one.state != "void"
        )
        return tuple(sorted(found, key=lambda one: one.number))

    def latest(self, kind: RoundKind, subject: str) -> Round | None:
        """The latest round that counts, whatever its state."""
        rounds = self.rounds_on(kind, subject)
        return rounds[-1] if rounds else None

    def latest_revealed(self, kind: RoundKind, subject: str) -> Round | None:
        """The latest round whose result was shown."""
        shown = [one for one in self.rounds_on(kind, subject) if one.state == "revealed"]
        return shown[-1] if shown else None

    def ballots_in(self, round_id: str) -> Mapping[str, Ballot]:
        """The ballots of a round, by participant."""
        return self.ballots.get(round_id, EMPTY)

    def counts_in(self, round_id: str) -> tuple[Count, ...]:
        """What was counted by hand in a round."""
        return tuple(count for count in self.counts.values() if count.round == round_id)

    # ---- decisions, targets, actions ------------------------------------------------------------------------

    def decision_on(self, about: str, subject: str) -> Decision | None:
        """What the room decided about a question or a pivot."""
        return next(
            (one for one in self.decisions.values() if (one.about, one.subject) == (about, subject)), None
        )

    def target_of(self, pivot: str) -> Target | None:
        """The pivot's target."""
        return next((one for one in self.targets.values() if one.pivot == pivot), None)

    @property
    def plan(self) -> tuple[Action, ...]:
        """The actions planned, by number."""
        return tuple(
            sorted((one for one in self.actions.values() if one.planned), key=lambda one: one.number or 0)
        )


def _place_ballot(
    fresh: dict[str, Any], old: Mapping[str, Mapping[str, Ballot]], ballot: Ballot, *, gone: bool
) -> None:
    """Put a ballot into its round's mapping, copying each mapping at most once for a change."""
    if "ballots" not in fresh:
        fresh["ballots"] = dict(old)
    rounds = fresh["ballots"]
    if rounds.get(ballot.round) is old.get(ballot.round):
        rounds[ballot.round] = dict(old.get(ballot.round, EMPTY))
    if gone:
        rounds[ballot.round].pop(ballot.participant, None)
    else:
        rounds[ballot.round][ballot.participant] = ballot

"""One sentence for each refusal: what happened, where, and what to do. Shown in the notice line, never in a dialog."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from string import Formatter

from desktop.model.refused import NotKept, Refused
from desktop.words.catalogue import Words, mark
from desktop.words.formats import agreed

LONGEST_ID = 12
"""A subject longer than this is no id that people know ("D4")."""

REFUSALS: Mapping[str, tuple[str, ...]] = {
    "shock.unknown": (mark("This shock is not among those for these questions. Choose another one."),),
    "shock.none_left": (mark("No other shock is left. Choose one from the list, or go on."),),
    "round.not_open": (
        mark("The vote on {subject} is not open. Open it first."),
        mark("This vote is not open. Open it first."),
    ),
    "round.not_closed": (
        mark("The vote on {subject} is still open. Close it first."),
        mark("This vote is still open. Close it first."),
    ),
    "round.not_revealed": (
        mark("The results on {subject} are not shown yet. Show them first."),
        mark("The results are not shown yet. Show them first."),
    ),
    "round.held": (
        mark("There was a vote on {subject} already. Choose “Vote again”."),
        mark("There was a vote on this already. Choose “Vote again”."),
    ),
    "round.revealed": (
        mark("The results on {subject} are already shown. Vote again to change them."),
        mark("The results are already shown. Vote again to change them."),
    ),
    "round.has_ballots": (
        mark("{ballots} ballots are keyed; the vote stays open."),
        mark("{ballot} ballot is keyed; the vote stays open."),
        mark("{counted} counted already; the vote stays open."),
        mark("Answers are in; the vote stays open."),
    ),
    "round.unknown": (mark("This vote is no longer in the workshop. Choose another one."),),
    "round.open_already": (
        mark("The vote on {subject} is already open. Close it before you open another."),
        mark("This vote is already open. Close it before you open another."),
    ),
    "level.off_scale": (
        mark("{level} is not on the scale. Choose {lowest} to {highest}, or can’t say."),
        mark("This level is not on the scale. Choose one of its levels, or can’t say."),
    ),
    "seat.unknown": (
        mark("There is no seat {seat}. Check the number on the ballot, or count one more person in."),
        mark("There is no such seat. Check the number on the ballot, or count one more person in."),
    ),
    "seat.absent": (
        mark("Seat {seat} is not in the room. Count the person in first."),
        mark("This seat is not in the room. Count the person in first."),
    ),
    "count.above_present": (
        mark("Answers: {counted}. People in the room: {room}. Count again, or correct the head count."),
        mark("There are more answers than people in the room. Count again, or correct the head count."),
    ),
    "count.negative": (mark("A count cannot be below 0. Type the number of people."),),
    "groups.fixed": (mark("Groups cannot change after the first ballot. They stay as they are today."),),
    "group.unknown": (
        mark("There is no group “{name}” in this workshop. Choose another one."),
        mark("This group is no longer in the workshop. Choose another one."),
    ),
    "group.in_use": (
        mark("The group “{name}” was counted in a vote that was set aside, so it stays. Give it another name instead."),
        mark("This group was counted in a vote that was set aside, so it stays. Give it another name instead."),
    ),
    "group.repeated": (
        mark("The group “{name}” is there twice. Give one of them another name."),
        mark("A group is there twice. Give one of them another name."),
    ),
    "set.in_use": (mark("Voting has begun, so the set of questions stays. Leave single questions out instead."),),
    "set.unknown": (mark("This set of questions is not in the framework. Choose another one."),),
    "question.unknown": (
        mark("Question {subject} is not part of this workshop. Choose another one."),
        mark("This question is not part of this workshop. Choose another one."),
    ),
    "question.in_use": (
        mark("Question {subject} already has a vote, so it stays in the workshop."),
        mark("This question already has a vote, so it stays in the workshop."),
    ),
    "pivot.unknown": (
        mark("Pivot {subject} is not part of this workshop. Choose another one."),
        mark("This pivot is not part of this workshop. Choose another one."),
    ),
    "step.unknown": (mark("This step is no longer in the agenda. Choose another one."),),
    "agenda.begun": (mark("The day has begun, so another agenda cannot take its place. Change single steps instead."),),
    "session.not_running": (mark("No session is running. Start one first."),),
    "session.unknown": (mark("This session is no longer in the workshop. Choose another one."),),
    "decision.level_missing": (mark("There is no level yet. Choose a whole or half level, or leave the pivot open."),),
    "decision.unknown": (mark("There is no agreed level to take back here."),),
    "reason.missing": (
        mark("The agreed level is far from the votes. Write the reason in one line."),
    ),
    "target.missing": (
        mark("Pivot {subject} has no target yet. Set one first."),
        mark("This pivot has no target yet. Set one first."),
    ),
    "target.off_scale": (
        mark("A target of {level} is not on the scale. Choose {lowest} to {highest}, whole or half."),
        mark("This target is not on the scale. Choose a whole or half level."),
    ),
    "weight.negative": (mark("A weight cannot be below 0. Type 0 or more."),),
    "weights.all_zero": (mark("All weights are 0, so nothing would count. Give at least one pivot more."),),
    "final.name_missing": (mark("The final paper needs a name. Type who makes it final."),),
    "final": (mark("This workshop is final. Undo “make final” to change it."),),
    "not_draft": (mark("The day is not closed yet. Close the day first, then make the papers final."),),
    "not_final": (mark("This works only for a final workshop. Make it final first."),),
    "sealed": (mark("This workshop is sealed: its ballots are counts now and stay so."),),
    "workshop.unknown": (
        mark("There is no workshop “{workshop}” in this library. Look at the list."),
        mark("This workshop is not in the library. Look at the list."),
    ),
    "workshop.ambiguous": (
        mark("More than one workshop begins with “{workshop}”. Type more of it."),
        mark("More than one workshop fits. Type more of it."),
    ),
    "people.too_few": (
        mark("{people} is too small a number of people. Type a larger one."),
        mark("These are too few people. Type a larger number."),
    ),
    "people.too_many": (
        mark("{people} people are more than fit. Type {limit} or fewer."),
        mark("These are too many people. Type a smaller number."),
    ),
    "people.in_room": (mark("They are in the room already. Count them out first."),),
    "date.invalid": (
        mark("“{date}” is not a date. Type day, month and year."),
        mark("This is not a date. Type day, month and year."),
    ),
    "city.missing": (mark("The city’s name is missing. Type it first."),),
    "text.missing": (mark("There is no text yet. Type a few words first."),),
    "dots.too_many": (
        mark("{given} dots are more than {limit}. Take some back."),
        mark("These are too many dots. Take some back."),
    ),
    "picks.too_many": (
        mark("{given} picks are more than {limit}. Take some back."),
        mark("These are too many picks. Take some back."),
    ),
    "ballots.in_use": (
        mark("Ballots in an open vote: {voting}. Close the vote first, then count down."),
        mark("Somebody has a ballot in an open vote. Close the vote first."),
    ),
    "framework.in_use": (mark("A workshop uses this framework, so it stays. Add the new one under its own version."),),
    "framework.faults": (
        mark("The framework file {file} has faults: {count}. Mend the lines listed and open it again."),
        mark("The framework file has faults. Mend the lines listed and open it again."),
    ),
    "framework.unknown": (
        mark("There are no questions “{framework}” here. Look at the list of own questions."),
        mark("These questions are not here any more. Look at the list of own questions."),
    ),
    "framework.same_version": (
        mark("“{framework}” {version} is here already, with other content. Give your copy an id of its own or a higher version."),
        mark("This id and version is here already, with other content. Give your copy an id of its own or a higher version."),
    ),
    "framework.begun": (mark("The day has begun, so its questions stay. Make a new workshop for other questions."),),
    "actions.same_version": (
        mark("The actions “{actions}” {version} are here already, with other content. Give your copy an id of its own or a higher version."),
        mark("These actions are here already, with other content. Give your copy an id of its own or a higher version."),
    ),
    "actions.framework_unknown": (
        mark("These actions are for “{framework}”, which is not here. Load those questions first, or both files at once."),
        mark("These actions are for questions that are not here. Load both files at once."),
    ),
    "file.not_content": (
        mark("{file} holds neither questions nor actions. Choose a file saved with “Save a copy to edit”."),
        mark("This file holds neither questions nor actions. Choose a file saved with “Save a copy to edit”."),
    ),
    "file.kind_unknown": (
        mark("{file} is no workbook (.xlsx) and no JSON file. Save it as one of these and load it again."),
        mark("This file is no workbook (.xlsx) and no JSON file. Save it as one of these and load it again."),
    ),
    "file.too_large": (
        mark("{file} is larger than any content file. Choose a file saved with “Save a copy to edit”."),
        mark("This file is larger than any content file. Choose a file saved with “Save a copy to edit”."),
    ),
    "book.locked_away": (
        mark("{file} is protected by a password or a label. Ask its owner for a copy that is not encrypted."),
        mark("This workbook is protected by a password or a label. Ask its owner for a copy that is not encrypted."),
    ),
    "book.damaged": (
        mark("{file} is damaged or incomplete. Ask for the file once more."),
        mark("This workbook is damaged or incomplete. Ask for the file once more."),
    ),
    "book.newer": (
        mark("{file} comes from a newer program. Update this one, then load it again."),
        mark("This workbook comes from a newer program. Update this one, then load it again."),
    ),
    "book.foreign": (
        mark("{file} is not a workbook for questions. Choose one saved with “Save a copy to edit”."),
        mark("This is not a workbook for questions. Choose one saved with “Save a copy to edit”."),
    ),
    "lines.too_many": (
        mark("{lines} lines are more than {limit}. Ask the council for less."),
        mark("These are too many lines. Ask the council for less."),
    ),
    "needs.too_many": (
        mark("An action can need at most {limit} things. Take one away."),
        mark("This action needs too many things. Take one away."),
    ),
    "need.ring": (
        mark("These actions wait for each other: {titles}. Take one need away."),
        mark("These actions would wait for each other. Take one need away."),
    ),
    "action.unknown": (mark("This action is no longer in the plan. Choose another one."),),
    "note.unknown": (mark("This note is no longer in the workshop. Write it anew."),),
    "number.invalid": (
        mark("{number} does not fit here. Type a number from {lowest} to {highest}."),
        mark("This number does not fit here. Type another one."),
    ),
    "undo.nothing": (mark("There is nothing to undo."),),
    "redo.nothing": (mark("There is nothing to redo."),),
    "undo.moved_on": (mark("Other steps came after this one. Undo those first."),),
    "text.too_long": (
        mark("The text has {length} characters; {limit} fit. Shorten it."),
        mark("The text is too long. Shorten it."),
    ),
    "plan.other_workshop": (mark("This action plan belongs to another workshop. Open that workshop, or choose its file."),),
    "plan.newer": (mark("This action plan comes from a newer program. Update this one, then open it again."),),
    "library.newer": (
        mark("{file} comes from a newer program. It stays as it is; update this program to open it."),
        mark("The library comes from a newer program. It stays as it is; update this program to open it."),
    ),
    "library.in_use": (
        mark("{file} is open in another window. Close that window and try again."),
        mark("The library is open in another window. Close that window and try again."),
    ),
    "library.read_only": (
        mark("{file} can only be read here. Copy it to a folder you may write to."),
        mark("The library can only be read here. Copy it to a folder you may write to."),
    ),
    "library.not_ours": (
        mark("{file} is not a library of this program. It stays as it is; choose another file."),
        mark("This file is not a library of this program. It stays as it is; choose another file."),
    ),
    "library.damaged": (
        mark("{file} is damaged. It stays as it is; open the latest backup instead."),
        mark("The library is damaged. It stays as it is; open the latest backup instead."),
    ),
    "library.missing": (
        mark("{file} is not there. Check the name and the folder."),
        mark("The library is not there. Check the name and the folder."),
    ),
    "template.unknown": (mark("This agenda is not among the shipped ones. Choose another one."),),
    "barrier.unknown": (mark("This is not on the list of what holds a pivot back. Choose another one."),),
    "barriers.too_many": (
        mark("More than {limit} things hold this pivot back. Keep the {limit} that weigh most."),
        mark("Too many things hold this pivot back. Keep those that weigh most."),
    ),
}  # fmt: skip
"""For each code its sentences, the fullest first; the last one needs no facts."""

NOT_KEPT: Mapping[str, str] = {
    "disk.full": mark(
        "Not saved: the disk is full. What you typed is still here. Make room, then try again."
    ),
    "disk.error": mark("Not saved: the disk does not answer. What you typed is still here. Try again."),
    "library.swapped": mark(
        "Not saved: another file has taken the library’s place. What you typed is still here. Put it back, then try "
        "again."
    ),
    "library.gone": mark(
        "Not saved: the library is gone from {path}. What you typed is still here. Write it there again, or put the "
        "file back."
    ),
}
"""The disk's no. The input stays on the screen."""


def refusal(words: Words, said_no: Refused | NotKept) -> str:
    """The sentence a person reads in the notice line or on the command line."""
    if isinstance(said_no, NotKept):
        return words.say(NOT_KEPT.get(said_no.code, NOT_KEPT["disk.error"]), path=said_no.path)
    return refusal_of(words, said_no.code, said_no.facts)


def fault(words: Words) -> str:
    """What is said when the program itself is at fault: calm, and true whatever it was."""
    return words.say("That did not work. What was kept before is still there. Try again, or go another way.")


def refusal_of(words: Words, code: str, facts: Mapping[str, object] | None = None) -> str:
    """The sentence for a code: the fullest whose facts are all known."""
    known = {name: _fact(words, value) for name, value in (facts or {}).items() if _tells(name, value)}
    patterns = REFUSALS[code]
    fitting = (pattern for pattern in patterns if placeholders(pattern) <= known.keys())
    return words.say(next(fitting, patterns[-1]), **known)


def refusal_for_all(words: Words, said_no: Refused | NotKept) -> str:
    """The same where the room reads along: no name, no value, no file."""
    if isinstance(said_no, NotKept):
        return words.say("Not saved. F9 tries again.")
    return refusal_of(words, said_no.code)


def placeholders(pattern: str) -> frozenset[str]:
    """The names in braces of a pattern."""
    return frozenset(name for _, name, _, _ in Formatter().parse(pattern) if name)


def _tells(name: str, value: object) -> bool:
    """Whether a fact says something to a person; the id of an action or round does not."""
    return value not in (None, "") and not (name == "subject" and len(str(value)) > LONGEST_ID)


def _fact(words: Words, value: object) -> object:
    """Levels read as people write them: 2.5 → "2½"; several things as a chain: "a → b → a"."""
    if isinstance(value, tuple | list):
        return " → ".join(str(each) for each in value)
    return agreed(words, value) if isinstance(value, float | Fraction) and value == value else value

"""One sentence for each fault of a content file: what is wrong there, and what to do."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.model.faults import Fault
from desktop.words.catalogue import Words, mark

FAULTS: Mapping[str, str] = {
    "file.too_large": mark("The file is larger than {limit} bytes. Choose a content file of this program."),
    "file.not_utf8": mark("This is not UTF-8. Save the file as UTF-8 text."),
    "json.syntax": mark("This is not JSON. Look for a missing comma, quote or bracket here, or just above."),
    "json.too_deep": mark("Brackets are nested more than {limit} deep. Take some out."),
    "format.newer": mark(
        "The file has format {format}, this program reads up to {known}. Update the program."
    ),
    "format.unknown": mark("“format” must be 1."),
    "object.missing": mark("A part in curly brackets must stand here."),
    "key.repeated": mark("“{key}” stands twice in one part. Keep one."),
    "key.unknown": mark("“{key}” means nothing here. Check the spelling, or take it out."),
    "key.missing": mark("“{key}” is missing. Add it."),
    "type.not_list": mark("“{key}” must be a list in square brackets."),
    "type.not_text": mark("“{key}” must be a text in quotes."),
    "type.not_texts": mark("“{key}” must be a text for each language, in curly brackets."),
    "type.not_whole": mark("“{key}” must be a whole number."),
    "type.not_number": mark("“{key}” must be a number, 0 or more."),
    "list.too_short": mark("“{key}” needs {least} or more. Add one."),
    "id.shape": mark("The id “{word}” must be letters, digits, - and _, a letter first, 40 at most."),
    "id.repeated": mark("The id “{word}” is used twice. Give one of them another."),
    "language.unknown": mark("“{language}” is no language code such as en or pt-BR."),
    "text.missing": mark("“{key}” has no text. Write it."),
    "text.too_long": mark("“{key}” has {length} characters, there is room for {limit}. Shorten it."),
    "text.too_many_words": mark("“{key}” has {length} words, there is room for {limit}. Shorten it."),
    "text.characters": mark(
        "“{key}” holds a line break, or a character that cannot be printed. Type the text again, in one line."
    ),
    "scale.step": mark("Levels go up by 1. Take “step” out."),
    "scale.range": mark("Levels must lie between 0 and {highest}."),
    "levels.count": mark("{found} levels are described, the scale has {wanted}. Describe each one."),
    "lens.unknown": mark("There is no lens “{word}”. Use one of “lenses”."),
    "icon.unknown": mark(
        "There is no icon “{word}”. Use one that comes with the program, such as “database”."
    ),
    "colour.unknown": mark("“colour” must be a number from 1 to {highest}."),
    "barriers.too_many": mark("There is room for {limit} barriers. Take some out."),
    "set.unknown": mark("There is no question set “{word}”. Use the id of a set."),
    "set.question_unknown": mark("There is no question “{word}”. Use the id of a question."),
    "set.question_repeated": mark("Question “{word}” is in the set twice. Keep one."),
    "framework.other": mark(
        "This file is for “{word}”, the questions are “{wanted}”. Choose the file for these."
    ),
    "action.question_unknown": mark("There is no question “{word}”. Use the id of a question."),
    "action.no_step": mark("“to” must be higher than “from”."),
    "level.off_scale": mark("Level {level} is not on the scale from {lowest} to {highest}."),
    "effort.unknown": mark("There is no effort “{word}”. Use one of {allowed}."),
    "sdg.unknown": mark("“{word}” is no goal such as 11, nor a target such as 11.5."),
    "need.action_unknown": mark("It needs the action “{word}”, which is not in the file."),
    "need.question_unknown": mark("It needs the question “{word}”, which is not there."),
    "need.ring": mark("Through its needs this action waits for itself. Take one need out."),
    "agenda.kind_unknown": mark("There is no step “{word}”. Use one of {allowed}."),
    "agenda.sum": mark("The steps take {found} minutes, the agenda says {wanted}. Make them equal."),
    "agenda.no_minutes": mark("A step needs at least one minute."),
    "agenda.no_sitting": mark("Day {sitting} is not one of {days}, or comes too early. Days go up in order."),
    "agenda.grows_too_little": mark("“grows_to” must be more than {minutes}, not {to}."),
    "agenda.pivot_unknown": mark("There is no pivot “{word}”. Use the id of a pivot."),
    "agenda.cut_unknown": mark("There is no way to catch up “{word}”. Use one of {allowed}."),
    "agenda.saves_too_much": mark(
        "It saves {saves} of the {minutes} minutes the step has. Correct one of them."
    ),
    "moment.unknown": mark("The script has no moment “{word}”. Use one of {allowed}."),
    "help.step_missing": mark("There is no help for the step “{word}”. Write it."),
    "help.step_unknown": mark("There is no step “{word}”. Use one of {allowed}."),
    "script.blank_unknown": mark("Nothing fills the blank “{word}”. Take it out."),
    "shock.beats": mark("A shock has {wanted} beats, this one has {found}. Make them {wanted}."),
    "shock.minutes": mark("A beat takes 1 to {limit} minutes, not {minutes}."),
    "shock.debrief_too_long": mark("There is room for {limit} questions afterwards. Take some out."),
    "shock.pivot_unknown": mark("There is no pivot “{word}”. Use the id of a pivot."),
    "shock.pivot_repeated": mark("Pivot “{word}” is named twice. Keep one."),
    "shock.question_unknown": mark("“({word})” points at no question. Use the id of a question."),
    "way.unknown": mark("There is no way of voting “{word}”. Use phone, device, paper or hands."),
    "cell.formula": mark("This cell holds a formula. Type the words themselves."),
    "cell.error": mark("This cell shows an error. Type the words again."),
    "cell.not_text": mark(
        "This cell holds a date or a formatted number. Set the cell to Text, then type it again."
    ),
    "answer.unknown": mark("“{word}” is no answer here. Choose yes or no."),
    "sheet.missing": mark("The sheet “{sheet}” is missing. Save a fresh copy and take your texts over."),
    "column.missing": mark("The column “{column}” is missing. Save a fresh copy and take your texts over."),
    "row.unknown": mark("This text belongs to no question in the file. Clear it, or save a fresh copy."),
    "row.repeated": mark("This row is here twice. Keep one."),
    "row.no_question": mark(
        "There is a text here for a new question without an id. Give it one on the sheet Questions."
    ),
    "row.no_id": mark("This action has no id. Type one in the first column."),
    "row.no_action": mark("There is no action “{word}”. Use the id of an action on the sheet Actions."),
}

PLACE = mark("Line {line}: {sentence}")
PLACE_OF_PART = mark("Line {line}, {id}: {sentence}")
CELL = mark("{place}: {sentence}")
CELL_OF_PART = mark("{place}, {id}: {sentence}")


def fault_sentence(words: Words, fault: Fault) -> str:
    """Where a fault is, what is wrong and what to do, for a person who edits the file."""
    sentence = words.say(FAULTS[fault.code], **fault.facts)
    if fault.place:
        return words.say(
            CELL_OF_PART if fault.id else CELL, place=fault.place, id=fault.id, sentence=sentence
        )
    return words.say(PLACE_OF_PART if fault.id else PLACE, line=fault.line, id=fault.id, sentence=sentence)

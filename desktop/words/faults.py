"""One sentence for each fault of a content file, by code. :func:`fault_sentence` fills in line, id and facts."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.model.faults import Fault

FAULT_SENTENCES: Mapping[str, str] = {
    "file.too_large": "The file is larger than {limit} bytes. Choose a content file of this program.",
    "file.not_utf8": "Line {line} is not in UTF-8. Save the file as UTF-8 text.",
    "json.syntax": "Line {line} is not valid JSON. Look for a missing comma, quote or bracket there, or just above.",
    "json.too_deep": "Line {line} is nested deeper than {limit} brackets. Take out the extra brackets.",
    "format.newer": "Line {line}: the file has format {format}, this program reads up to {known}. Update the program.",
    "format.unknown": "Line {line}: “format” must be 1.",
    "key.repeated": "Line {line}: “{key}” is there twice in one part. Keep one.",
    "key.unknown": "Line {line}, {id}: “{key}” means nothing here. Check its spelling, or take it out.",
    "key.missing": "Line {line}, {id}: “{key}” is missing. Add it.",
    "type.wrong": "Line {line}, {id}: “{key}” must be a {wanted}.",
    "object.missing": "Line {line}, {id}: a part in curly brackets must stand here.",
    "list.too_short": "Line {line}, {id}: “{key}” needs at least {least}.",
    "id.shape": "Line {line}: the id “{word}” must be letters, digits, - and _, at most 40, a letter first.",
    "id.repeated": "Line {line}: the id “{word}” is used twice. Give one of them another id.",
    "language.unknown": "Line {line}, {id}: “{language}” is not a language code such as en or pt-BR.",
    "text.missing": "Line {line}, {id}: “{key}” has no text. Write it.",
    "text.too_long": "Line {line}, {id}: “{key}” has {length} characters, room is for {limit}. Shorten it.",
    "text.too_many_words": "Line {line}, {id}: “{key}” has {length} words, room is for {limit}. Shorten it.",
    "text.characters": "Line {line}, {id}: “{key}” holds a control character. Type the text again.",
    "scale.step": "Line {line}: levels go up by 1. Take “step” out.",
    "scale.range": "Line {line}: levels must be whole numbers from 0 to {highest}.",
    "levels.count": "Line {line}, {id}: {found} levels are described, the scale has {wanted}. Describe each one.",
    "lens.unknown": "Line {line}, {id}: there is no lens “{word}”. Use one listed under “lenses”.",
    "colour.unknown": "Line {line}, {id}: “colour” must be a number from 1 to {highest}.",
    "barriers.too_many": "Line {line}: at most {limit} barriers fit on the screen. Take some out.",
    "set.unknown": "Line {line}: there is no question set “{word}”. Use the id of a set.",
    "set.question_unknown": "Line {line}, set {id}: there is no question “{word}”. Use the id of a question.",
    "set.question_repeated": "Line {line}, set {id}: question “{word}” is in the set twice. Keep one.",
    "framework.other": "Line {line}: the actions are for “{word}”, the questions are “{wanted}”. Choose the file for these.",
    "action.question_unknown": "Line {line}, {id}: there is no question “{word}”. Use the id of a question.",
    "action.no_step": "Line {line}, {id}: “to” must be higher than “from”.",
    "level.off_scale": "Line {line}, {id}: level {level} is not on the scale from {lowest} to {highest}.",
    "effort.unknown": "Line {line}, {id}: effort “{word}” must be one of {allowed}.",
    "sdg.unknown": "Line {line}, {id}: “{word}” is no goal such as 11, or target such as 11.5.",
    "need.action_unknown": "Line {line}, {id}: it needs action “{word}”, which is not in the file.",
    "need.question_unknown": "Line {line}, {id}: it needs question “{word}”, which is not there.",
    "need.ring": "Line {line}, {id}: through its needs the action waits for itself. Take one need out.",
    "agenda.kind_unknown": "Line {line}, {id}: there is no step “{word}”. Use one of {allowed}.",
    "agenda.sum": "Line {line}: the steps take {found} minutes, the agenda says {wanted}. Make them equal.",
    "agenda.no_minutes": "Line {line}, {id}: a step needs at least one minute.",
    "agenda.pivot_unknown": "Line {line}, {id}: there is no pivot “{word}”. Use the id of a pivot.",
    "agenda.cut_unknown": "Line {line}, {id}: there is no way to catch up called “{word}”. Use one of {allowed}.",
    "agenda.saves_too_much": "Line {line}, {id}: it saves {saves} of the {minutes} minutes the step has. Correct one.",
    "moment.unknown": "Line {line}, {id}: the script has no moment “{word}”. Use one of {allowed}.",
    "script.blank_unknown": "Line {line}, moment {id}: nothing fills the blank “{word}”. Take it out.",
    "way.unknown": "Line {line}, {id}: there is no way of voting “{word}”. Use phone, device, paper or hands.",
}


def fault_sentence(fault: Fault) -> str:
    """What is wrong and what to do, for a person who edits the file."""
    sentence = FAULT_SENTENCES[fault.code]
    if not fault.id:
        sentence = sentence.replace(", {id}", "")
    facts = dict(fault.facts) | {"line": fault.line, "id": fault.id}
    return sentence.format_map(facts)

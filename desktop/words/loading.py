"""What is said of own questions and actions: what was loaded, what each list entry holds."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.model.framework import say
from desktop.model.library.content import Choice, Offered
from desktop.words.catalogue import Words


def loaded_said(words: Words, offered: Offered) -> Iterator[str]:
    """A sentence for each framework and each action library that was loaded."""
    with_framework = {framework.sha256 for framework in offered.frameworks}
    counts = {framework.sha256: len(actions.actions) for framework, actions in offered.libraries}
    for framework in offered.frameworks:
        title, version = say(framework.title, words.language), framework.version
        questions = words.many("{n} question", "{n} questions", len(framework.questions))
        if framework.sha256 in counts:
            actions = words.many("{n} action", "{n} actions", counts[framework.sha256])
            yield words.say(
                "“{title}” {version} is loaded: {questions}, {actions}. Choose it when you prepare a workshop.",
                title=title, version=version, questions=questions, actions=actions,
            )  # fmt: skip
        else:
            yield words.say(
                "“{title}” {version} is loaded: {questions}. No actions came with it.",
                title=title, version=version, questions=questions,
            )  # fmt: skip
    for framework, actions_ in offered.libraries:
        if framework.sha256 not in with_framework:
            yield words.many(
                "{n} action for “{title}” is loaded. New workshops pick from it.",
                "{n} actions for “{title}” are loaded. New workshops pick from them.",
                len(actions_.actions), title=say(framework.title, words.language),
            )  # fmt: skip


def choice_name(words: Words, choice: Choice, *, shipped: bool) -> str:
    """What a framework is called where one chooses it: its title, and what tells it from a copy of itself."""
    framework = choice.framework
    title = say(framework.title, words.language)
    if shipped:
        return title
    return words.say("{title} ({id} {version})", title=title, id=framework.id, version=framework.version)


def choice_said(words: Words, choice: Choice, actions: int, *, shipped: bool) -> str:
    """What a framework holds and who uses it, in one line."""
    held = words.many("{n} question", "{n} questions", len(choice.framework.questions))
    actions_said = words.many("{n} action", "{n} actions", actions) if actions else words.say("no actions")
    if shipped and choice.actions is not None:
        actions_said = words.many("{n} action of your own", "{n} actions of your own", actions)
    if shipped:
        used = words.say("comes with the program")
    elif choice.workshops:
        used = words.many("used by {n} workshop", "used by {n} workshops", choice.workshops)
    else:
        used = words.say("no workshop uses it yet")
    return words.say("{questions}, {actions}, {used}", questions=held, actions=actions_said, used=used)

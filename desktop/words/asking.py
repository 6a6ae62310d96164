"""Drafts of what the council is asked; the facilitator edits them before they are printed."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.words.catalogue import Words
from desktop.words.dates import long_date, until
from desktop.words.formats import in_words
from desktop.words.lists import both


def drafts(
    words: Words,
    *,
    targets: int,
    horizon: str | None,
    owners: int,
    now_until: str | None,
    review: str | None,
    unowned: Sequence[str] = (),
) -> tuple[str, ...]:
    """One to three lines: agree the targets, ask the owners of the first wave to begin, receive a report.

    ``targets`` counts pivots with a target, ``horizon`` is the day they share (None: they differ), ``owners``
    counts the posts that answer for the first wave, ``unowned`` are the numbers of its actions without one. What
    there is nothing of is not asked.
    """
    begin = f"{_owners(words, owners, now_until)} {_unowned(words, unowned, owners)}".strip()
    asked = (_targets(words, targets, horizon), begin, _report(words, review))
    return tuple(line for line in asked if line)


def _targets(words: Words, targets: int, horizon: str | None) -> str:
    if not targets:
        return ""
    number = in_words(words, targets)
    if horizon is None:
        return words.many(
            "Agree the target in figure 1 as the city’s aim.",
            "Agree the {number} targets in figure 1 as the city’s aims.",
            targets,
            number=number,
        )
    return words.many(
        "Agree the target in figure 1 as the city’s aim for {horizon}.",
        "Agree the {number} targets in figure 1 as the city’s aim for {horizon}.",
        targets,
        number=number,
        horizon=until(words, horizon),
    )


def _owners(words: Words, owners: int, now_until: str | None) -> str:
    if not owners:
        return ""
    if now_until is None:
        return words.many(
            "Ask the owner of the first wave (page 2) to begin now.",
            "Ask the {number} owners of the first wave (page 2) to begin now.",
            owners,
            number=in_words(words, owners),
        )
    return words.many(
        "Ask the owner of the first wave (page 2) to begin now and to finish by {date}.",
        "Ask the {number} owners of the first wave (page 2) to begin now and to finish by {date}.",
        owners,
        number=in_words(words, owners),
        date=long_date(words, now_until),
    )


def _unowned(words: Words, actions: Sequence[str], owners: int) -> str:
    """After the owners: "A-004 has no owner yet."; where nobody answers for the wave: "Name an owner for A-004."."""
    if not actions:
        return ""
    names = both(words, actions)
    if not owners:
        return words.say("Name an owner for {actions} of the first wave (page 2).", actions=names)
    return words.many(
        "{actions} has no owner yet.", "{actions} have no owner yet.", len(actions), actions=names
    )


def _report(words: Words, review: str | None) -> str:
    if review is None:
        return ""
    return words.say("Receive a report on progress on {date}.", date=long_date(words, review))

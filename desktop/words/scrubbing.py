"""What is gone for good, and where it is not: after the bin was emptied, and after the seal."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.words.catalogue import Words
from desktop.words.lists import both


def gone_for_good(words: Words, workshops: int, backups: int) -> str:
    """Says "1 workshop is gone for good, also from 3 backups."; no backup is spoken of where none held it."""
    if not backups:
        return words.many("{n} workshop is gone for good.", "{n} workshops are gone for good.", workshops)
    return words.many(
        "{n} workshop is gone for good, also from {backups}.",
        "{n} workshops are gone for good, also from {backups}.",
        workshops,
        backups=_backups(words, backups),
    )


def sealed(words: Words, backups: int) -> str:
    """Says "The answers are totals now, here and in 3 backups."."""
    if not backups:
        return words.say("The answers are totals now.")
    return words.say("The answers are totals now, here and in {backups}.", backups=_backups(words, backups))


def left(words: Words, files: Sequence[str]) -> str:
    """Names the files that may still hold what went, and what to do about it; '' for none."""
    if not files:
        return ""
    return words.many(
        "{names} could not be cleaned and may still hold them. The next start tries again; or delete that file.",
        "{names} could not be cleaned and may still hold them. The next start tries again; or delete those files.",
        len(files),
        names=both(words, files),
    )


def _backups(words: Words, number: int) -> str:
    return words.many("{n} backup", "{n} backups", number)

"""Several things in one sentence: "a, b and c"; names set inside a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import bidirectional

from desktop.words.catalogue import Words

FSI, PDI = "\u2068", "\u2069"
"""First strong isolate, and its end (UAX #9)."""


def both(words: Words, names: Sequence[str]) -> str:
    """Says "a", "a and b", "a, b and c"; names that hold a comma themselves part at semicolons."""
    if len(names) < 2:
        return "".join(names)
    return words.say("{first} and {last}", first=_apart(names[:-1], names), last=names[-1])


def either(words: Words, names: Sequence[str]) -> str:
    """Says "a", "a or b", "a, b or c"; names that hold a comma themselves part at semicolons."""
    if len(names) < 2:
        return "".join(names)
    return words.say("{first} or {last}", first=_apart(names[:-1], names), last=names[-1])


def inside(words: Words, name: str) -> str:
    """A pivot's name within a sentence: English drops its capital, unless it is an abbreviation."""
    first = name.split(" ", 1)[0]
    plain = len(first) > 1 and first[0].isupper() and first[1:].islower()
    return name[0].lower() + name[1:] if plain and words.english else name


def quoted(words: Words, title: str, id: str = "") -> str:
    """A question's title within a sentence: "‘Change fast’ (M1)"."""
    named = words.say("‘{title}’", title=isolated(words, title))
    return words.say("{title}\u00a0({id})", title=named, id=id) if id else named


def isolated(words: Words, text: str) -> str:
    """What somebody typed, held together (FSI … PDI) where it may run against the direction of our own words.

    Without it a name in Arabic draws the number or date beside it to its own side. Text of one direction comes
    back as it is.
    """
    if text.isascii() and not words.rtl:
        return text
    sides = {bidirectional(sign) for sign in text}
    against = sides & {"L"} if words.rtl else sides & {"R", "AL"}
    return f"{FSI}{text}{PDI}" if against else text


def sentence(text: str) -> str:
    """Our own ``text`` with a capital at its start, for one that begins with a number in words."""
    return text[:1].upper() + text[1:]


def stopped(text: str) -> str:
    """What somebody wrote, as written, with a full stop if it ends without any mark; '' for nothing."""
    trimmed = text.strip()
    return trimmed if not trimmed or trimmed.rstrip('”"’)').endswith(_ENDS) else f"{trimmed}."


def _apart(first: Sequence[str], names: Sequence[str]) -> str:
    return ("; " if any("," in name for name in names) else ", ").join(first)


_ENDS = (".", "!", "?", "…", ":", "。", "！", "？", "؟", "।")

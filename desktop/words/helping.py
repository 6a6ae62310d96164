"""The facilitator's help as sentences."""

from __future__ import annotations

from desktop.words.catalogue import Words


def if_sign(words: Words, sign: str) -> str:
    """Over what to do: "If one person speaks for all"."""
    return words.say("If {sign}", sign=sign.rstrip("."))

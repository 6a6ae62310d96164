"""Translations are used where they fit, and never break a sentence where they do not."""

from __future__ import annotations

from gettext import NullTranslations

import pytest

from desktop.words.catalogue import ENGLISH, Words, speak


class _Translated(NullTranslations):
    """A catalogue of three entries, one of them faulty."""

    _TEXTS = {"{n} seats": "{n} Plätze", "Hello {name}": "Hallo {nmae}", "Saved {time}": "Gespeichert {time}"}

    def gettext(self, message: str) -> str:
        return self._TEXTS.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self._TEXTS.get(msgid2, msgid2) if n != 1 else msgid1


GERMAN = Words("de", _Translated())


def test_a_translation_is_used_where_there_is_one() -> None:
    assert GERMAN.say("Saved {time}", time="10:42") == "Gespeichert 10:42"
    assert GERMAN.many("1 seat", "{n} seats", 4) == "4 Plätze"
    assert GERMAN.say("Nothing yet") == "Nothing yet"


def test_a_faulty_translation_gives_way_to_the_source() -> None:
    assert GERMAN.say("Hello {name}", name="Rivermouth") == "Hello Rivermouth"


@pytest.mark.parametrize("typed", ["{name}", "{", "}{", "%(n)s", "<b>&", "😀 مدينة"])
def test_a_value_is_put_in_as_it_is(typed: str) -> None:
    assert ENGLISH.say("Hello {name}", name=typed) == f"Hello {typed}"


def test_a_language_without_a_catalogue_speaks_english() -> None:
    assert speak("sw").say("on time") == "on time"
    assert speak("../../etc").say("on time") == "on time"
    assert speak("").say("on time") == "on time"


def test_a_missing_value_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError):
        ENGLISH.say("Hello {name}")

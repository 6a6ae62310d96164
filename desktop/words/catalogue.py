"""The catalogue: English source texts, and their translation where one is shipped.

Code passes a :class:`Words` around; there is no global language, so that a wall in one language and a paper in
another come from one program. Translations are compiled gettext files,
``resources/translations/<language>/LC_MESSAGES/words.mo``; what they lack stays English.
"""

from __future__ import annotations

import gettext
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import resources

DOMAIN = "words"
TRANSLATIONS = Path(resources.__file__).parent / "translations"


@dataclass(frozen=True, slots=True)
class Words:
    """One language to speak in."""

    language: str = "en"
    catalogue: gettext.NullTranslations = field(
        default_factory=gettext.NullTranslations, repr=False, compare=False
    )

    @property
    def english(self) -> bool:
        """Whether this is English, whose formats need no library."""
        return self.language.replace("_", "-").split("-")[0] == "en"

    @property
    def rtl(self) -> bool:
        """Whether this language is written from right to left."""
        return self.language.replace("_", "-").split("-")[0] in ("ar", "he", "fa", "ur")

    @property
    def locale(self) -> str:
        """The language as Babel names it; English for one it does not know. Imports Babel."""
        from babel.core import Locale, UnknownLocaleError

        try:
            return str(Locale.parse(self.language.replace("-", "_")))
        except (UnknownLocaleError, ValueError):
            return "en"

    def say(self, msgid: str, /, **values: object) -> str:
        """The text in this language, ``{placeholders}`` filled. Values are put in as they are, never read again."""
        return _filled(self.catalogue.gettext(msgid), msgid, values)

    def many(self, one: str, other: str, n: int, /, **values: object) -> str:
        """As :meth:`say`, in the form this language has for ``n``; ``{n}`` is the number unless given otherwise."""
        source = one if n == 1 else other
        return _filled(self.catalogue.ngettext(one, other, n), source, {"n": n, **values})


ENGLISH = Words()
"""The language every text is written in."""


def speak(language: str) -> Words:
    """The words of a language (``de``, ``pt-BR``); English where no catalogue is shipped for it."""
    return Words(language, _catalogue(language))


def mark(msgid: str) -> str:
    """A text that stands in a table and is said later: marked, so that the catalogue lists it."""
    return msgid


@lru_cache(maxsize=16)
def _catalogue(language: str) -> gettext.NullTranslations:
    for name in _names(language):
        shipped = TRANSLATIONS / name / "LC_MESSAGES" / f"{DOMAIN}.mo"
        if shipped.is_file():
            with shipped.open("rb") as compiled:
                return gettext.GNUTranslations(compiled)
    return gettext.NullTranslations()


def _names(language: str) -> Iterator[str]:
    """The folders to look in: ``pt_BR``, then ``pt``. Only letters and digits: a language never names a path."""
    parts = [part for part in language.replace("_", "-").split("-") if part.isalnum()]
    for length in range(len(parts), 0, -1):
        yield "_".join(parts[:length])


def _filled(text: str, source: str, values: dict[str, object]) -> str:
    """``text`` filled; a translation whose placeholders do not fit gives way to its source."""
    try:
        return text.format_map(values)
    except (LookupError, ValueError, AttributeError):
        return source.format_map(values)

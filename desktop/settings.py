"""What one user prefers on one computer: declared once, kept in ``settings.json``, never in a library.

A file that is missing, damaged or from another version gives the defaults for whatever it does not say well.
"""

from __future__ import annotations

import json
import math
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

APP = "pivot-workshop"
THEMES = ("system", "light", "dark")
PAPERS = ("A4", "Letter")
LANGUAGES = ("en",)


def _one_of(*allowed: str) -> Callable[[object], bool]:
    return lambda value: value in allowed


def _is_text_size(value: object) -> bool:
    return (
        isinstance(value, (int, float))
        and not isinstance(value, bool)
        and math.isfinite(value)
        and 1 <= value <= 2
    )


def _is_choice(value: object) -> bool:
    return isinstance(value, bool)


def _is_folders(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(part, str) for pair in value.items() for part in pair)


DECLARED: Mapping[str, tuple[Any, Callable[[object], bool]]] = {
    "language": ("en", _one_of(*LANGUAGES)),
    "theme": ("system", _one_of(*THEMES)),
    "reduce_motion": (False, _is_choice),
    "paper": ("A4", _one_of(*PAPERS)),
    "text_size": (1.0, _is_text_size),
    "folders": ({}, _is_folders),
    "sticks": ({}, _is_folders),
}
"""Every setting: its default and what is accepted for it."""


def config_folder() -> Path:
    """Where the settings stand."""
    from platformdirs import user_config_path

    return user_config_path(APP, appauthor=False)


def state_folder() -> Path:
    """Where the crash record stands."""
    from platformdirs import user_state_path

    return user_state_path(APP, appauthor=False)


def default_library() -> Path:
    """The library used when none is named."""
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False) / "workshops.sqlite"


def own_library() -> Path:
    """The library used when none is named, in a folder that nobody else may enter, also one that was there."""
    from desktop.model.library.private import private_folder

    library = default_library()
    if library.parent.exists():
        private_folder(library.parent, ours=True)
    return library


class Settings:
    """The settings as they are; :meth:`change` keeps them at once."""

    def __init__(self, file: Path | None = None) -> None:
        """Read ``file``, by default the user's own."""
        self.file = file or config_folder() / "settings.json"
        self._own = file is None
        self.kept = True
        """Whether the last change reached the disk; if not it holds until the program ends."""
        said = _read(self.file)
        self._values = {
            name: said[name] if name in said and fits(said[name]) else default
            for name, (default, fits) in DECLARED.items()
        }

    @property
    def language(self) -> str:
        """The language of the program."""
        return str(self._values["language"])

    @property
    def theme(self) -> str:
        """``light``, ``dark``, or ``system``."""
        return str(self._values["theme"])

    @property
    def reduce_motion(self) -> bool:
        """Whether nothing moves."""
        return bool(self._values["reduce_motion"])

    @property
    def paper(self) -> str:
        """``A4`` or ``Letter``."""
        return str(self._values["paper"])

    @property
    def text_size(self) -> float:
        """1.0 to 2.0."""
        return float(self._values["text_size"])

    @property
    def documents(self) -> Path:
        """Where documents go while no folder is chosen: the user's own documents with the user's own settings.

        With any other settings file (a test, a picture, a measurement) it is a folder beside that file, so that
        nothing but the user's own program ever writes among the user's documents.
        """
        if not self._own:
            return self.file.parent / "documents"
        from platformdirs import user_documents_path

        return user_documents_path() / "Pivot Workshop"

    def folder(self, workshop: str) -> Path | None:
        """The folder chosen for a workshop's documents."""
        found = self._values["folders"].get(workshop)
        return Path(found) if found else None

    def stick(self, workshop: str) -> Path | None:
        """The memory stick chosen for a second copy of a workshop's documents."""
        found = self._values["sticks"].get(workshop)
        return Path(found) if found else None

    def change(self, **values: object) -> None:
        """Set some settings and keep them.

        Raises:
            LookupError: there is no such setting.
            ValueError: it does not accept this value.
        """
        for name, value in values.items():
            if not DECLARED[name][1](value):
                raise ValueError(f"{name} does not accept {value!r}")
        self._values.update(values)
        self.kept = _write(self.file, self._values)

    def choose_folder(self, workshop: str, folder: Path | None) -> None:
        """Choose, or forget, the folder a workshop's documents go to."""
        self._choose("folders", workshop, folder)

    def choose_stick(self, workshop: str, stick: Path | None) -> None:
        """Choose, or forget, the stick a workshop's second copy goes to."""
        self._choose("sticks", workshop, stick)

    def _choose(self, name: str, workshop: str, path: Path | None) -> None:
        others = {key: value for key, value in self._values[name].items() if key != workshop}
        self.change(**{name: others if path is None else {**others, workshop: str(path)}})


def _read(file: Path) -> dict[str, Any]:
    try:
        said = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def _write(file: Path, values: Mapping[str, Any]) -> bool:
    """Whole or not at all: written beside, then renamed."""
    fresh = file.with_name(file.name + ".part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(json.dumps(values, indent=2, ensure_ascii=True, sort_keys=True) + "\n", "utf-8")
        os.replace(fresh, file)
    except OSError:
        return False
    return True

"""Verbs by their dotted name, for callers that hold a name and not the function."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import cast

from desktop.model.change import Change


@cache
def named(name: str) -> Callable[..., Change]:
    """The verb called ``agenda.go`` and so on.

    Raises:
        LookupError: there is no such verb.
    """
    module, _, function = name.partition(".")
    try:
        return cast(Callable[..., Change], getattr(import_module(f"desktop.model.verbs.{module}"), function))
    except (ImportError, AttributeError) as error:
        raise LookupError(f"no verb is called {name!r}") from error

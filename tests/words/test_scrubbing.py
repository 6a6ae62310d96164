"""What is gone, and where it is not."""

from __future__ import annotations

import pytest

from desktop.words.catalogue import ENGLISH
from desktop.words.scrubbing import gone_for_good, left, sealed


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (gone_for_good(ENGLISH, 1, 0), "1 workshop is gone for good."),
        (gone_for_good(ENGLISH, 2, 1), "2 workshops are gone for good, also from 1 backup."),
        (sealed(ENGLISH, 0), "The answers are totals now."),
        (sealed(ENGLISH, 3), "The answers are totals now, here and in 3 backups."),
        (left(ENGLISH, ()), ""),
        (
            left(ENGLISH, ("a.sqlite",)),
            "a.sqlite could not be cleaned and may still hold them. The next start tries again; or delete that file.",
        ),
        (
            left(ENGLISH, ("a.sqlite", "b.sqlite")),
            "a.sqlite and b.sqlite could not be cleaned and may still hold them. The next start tries again; or "
            "delete those files.",
        ),
    ],
)
def test_what_is_gone_and_what_is_left(said: str, words: str) -> None:
    assert said.replace("\u00a0", " ") == words

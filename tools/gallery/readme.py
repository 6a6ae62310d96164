"""The few pictures the README shows, made small."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

MOST_BYTES = 200_000
WIDEST = 1280
COLOURS = 128
CHOSEN = (
    ("list-filled-1440-light", "workshops"),
    ("prepare-1440-light", "prepare"),
    ("console-*-key-in-half-1440-light", "ballots"),
    ("console-*-results-two-camps-1440-light", "results"),
    ("console-*-agree-1440-dark", "agree"),
    ("console-*-aims-1440-light", "where-to"),
    ("console-*-plan-1440-light", "actions"),
    ("wall-*-results-two-camps-1920", "wall-results"),
    ("wall-*-lit-1920", "wall-pivot"),
    ("wall-*-gaps-1920", "wall-gaps"),
    ("wall-*-roadmap-1920", "wall-roadmap"),
    ("wall-*-city-1920", "wall-city"),
    ("council-1", "council-paper"),
    ("roadmap-01", "roadmap-cover"),
)
"""Which of the gallery, and what it is called in the README."""


def keep_few(taken: Path, docs: Path) -> tuple[str, ...]:
    """Copy the chosen pictures in few colours; a sentence for each that is missing or too large."""
    docs.mkdir(parents=True, exist_ok=True)
    problems: list[str] = []
    for pattern, name in CHOSEN:
        found = sorted(taken.glob(f"{pattern}.png"))
        if not found:
            problems.append(f"No picture for {name}.")
            continue
        target = docs / f"{name}.png"
        with Image.open(found[0]) as whole:
            whole.thumbnail((WIDEST, 2 * WIDEST), Image.Resampling.LANCZOS)
            few = whole.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(target, optimize=True)
        if target.stat().st_size > MOST_BYTES:
            problems.append(f"{target} is larger than {MOST_BYTES} bytes.")
    return tuple(problems)

"""Sizes that repeat: type, spaces and corners of the wall (on its canvas 1080 high) and of the console (pixels).

The wall's least text, 34 of 1080, is 3.1 % of the projector's height: readable from ten metres. When a
strip takes part of the screen the canvas gets lower and the type stays.
"""

from __future__ import annotations

WALL_HEIGHT = 1080.0
LEAST, LABEL, LINE, LEAD, QUESTION, COUNT, TITLE, FIGURE = 34.0, 38.0, 44.0, 48.0, 58.0, 60.0, 92.0, 108.0
"""Wall type: least, label, level line, lead, question, count, title, figure."""
WALL_RADIUS, CHIP = 22.0, 84.0
LEADING = 1.24
"""Baseline to baseline of wall text, as a share of its size."""

ASCENT, CAP, DESCENT = 0.78, 0.698, 0.27
"""IBM Plex: how far letters, capitals and tails reach from the baseline, as a share of the size."""

SMALL_PX, BODY_PX, SECTION_PX, TITLE_PX = 14, 16, 20, 28
"""Console type in pixels; nothing is smaller than 14."""
CONTROL_RADIUS, CARD_RADIUS = 8, 12
CONTROL_HEIGHT, PRIMARY_HEIGHT = 36, 48
RAIL, RAIL_FOLDED, SIDE, PAGE_PADDING, FIXED_LINE, STRIP = 256, 96, 400, 32, 44, 76
FOLD_BELOW, DRAWER_BELOW = 1400, 1280
"""Logical window widths under which the agenda rail folds and the side panel becomes a drawer."""

STATE_MS, PANEL_MS, REVEAL_MS = 120, 240, 900
"""Motion: a change of state, of a panel, a reveal. All of it is off with *reduce motion*."""

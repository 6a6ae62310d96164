"""The one door to what pages are made of: every block, table part and word type a page writer needs."""

from exports.pdf.block import Block
from exports.pdf.flowables_figures import Drawing, FigureBlock, Gap, Rule
from exports.pdf.flowables_layout import Beside, Columns, Panel, Stack
from exports.pdf.flowables_list import ListBlock
from exports.pdf.flowables_table import Band, Cell, Column, TableBlock, Tinted
from exports.pdf.flowables_text import Align, Fit, TextBlock, width_of
from exports.pdf.text.spans import Link, Span, Words, plain

__all__ = [
    "Align",
    "Band",
    "Beside",
    "Block",
    "Cell",
    "Column",
    "Columns",
    "Drawing",
    "FigureBlock",
    "Fit",
    "Gap",
    "Link",
    "ListBlock",
    "Panel",
    "Rule",
    "Span",
    "Stack",
    "TableBlock",
    "TextBlock",
    "Tinted",
    "Words",
    "plain",
    "width_of",
]

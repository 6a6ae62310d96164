"""The last touch on what openpyxl wrote: cached values, an order the schema asks for, the same bytes every time."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Mapping
from datetime import date
from xml.sax.saxutils import escape

from exports.excel.cells import Value

_CELL = re.compile(
    r'<c r="([A-Z]{1,3}[0-9]+)"((?: s="[0-9]+")?)(?: t="[a-z]+")?><f>([^<]*)</f><v\s*/?>(?:</v>)?</c>'
)
_FONT_PARTS = (
    "b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name", "family",
    "charset", "scheme",
)  # fmt: skip
_EPOCH = date(1899, 12, 30)
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


class FormulasDiffer(RuntimeError):
    """A sheet holds other formulas than were given values: the workbook must not leave."""


def finish(
    data: bytes, values: Mapping[str, Mapping[str, Value]], made_at: str, soft_from: Mapping[str, int]
) -> bytes:
    """Give each formula its value, sort what the schema orders, fix dates, free row heights.

    ``soft_from`` names, by sheet, the first row whose height is a guess and may grow.
    """
    source = zipfile.ZipFile(io.BytesIO(data))
    sheets = _sheet_parts(source)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as target:
        for name in sorted(source.namelist(), key=lambda part: (part != "[Content_Types].xml", part)):
            raw = source.read(name)
            if name in sheets:
                raw = _valued(raw, sheets[name], values.get(sheets[name], {}))
                if sheets[name] in soft_from:
                    raw = _soft_rows(raw, soft_from[sheets[name]])
            elif name == "xl/styles.xml":
                raw = _sorted_fonts(raw)
            elif name == "docProps/core.xml":
                raw = _dated(raw, made_at)
            info = zipfile.ZipInfo(name, _ZIP_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            target.writestr(info, raw)
    return out.getvalue()


def without_value(data: bytes) -> int:
    """How many formulas of a workbook have no value beside them."""
    source = zipfile.ZipFile(io.BytesIO(data))
    texts = [source.read(name) for name in source.namelist() if name.startswith("xl/worksheets/sheet")]
    return sum(text.count(b"</f>") - text.count(b"</f><v>") for text in texts)


def _sheet_parts(source: zipfile.ZipFile) -> dict[str, str]:
    """Sheet names by the part they stand in."""
    relations = source.read("xl/_rels/workbook.xml.rels").decode()
    targets = {}
    for found in re.findall(r"<Relationship [^>]*>", relations):
        facts = dict(re.findall(r'(\w+)="([^"]*)"', found))
        targets[facts["Id"]] = facts["Target"].removeprefix("/xl/")
    parts = {}
    for found in re.findall(r"<sheet [^>]*>", source.read("xl/workbook.xml").decode()):
        facts = dict(re.findall(r'([\w:]+)="([^"]*)"', found))
        parts[f"xl/{targets[facts['r:id']]}"] = html.unescape(facts["name"])
    return parts


def _valued(raw: bytes, sheet: str, wanted: Mapping[str, Value]) -> bytes:
    seen: set[str] = set()

    def value(match: re.Match[str]) -> str:
        seen.add(match[1])
        if match[1] not in wanted:
            raise FormulasDiffer(f"{sheet}!{match[1]} holds a formula nobody gave a value")
        kind, words = _as_xml(wanted[match[1]])
        return f'<c r="{match[1]}"{match[2]}{kind}><f>{match[3]}</f><v>{words}</v></c>'

    text = _CELL.sub(value, raw.decode("utf-8"))
    if seen != set(wanted) or text.count("<f>") != len(wanted):
        raise FormulasDiffer(f"{sheet}: {len(seen)} formulas of {len(wanted)} were found")
    return text.encode("utf-8")


def _as_xml(value: Value) -> tuple[str, str]:
    """The cell's type and its value."""
    if isinstance(value, bool):
        return ' t="b"', str(int(value))
    if isinstance(value, date):
        return "", str((value - _EPOCH).days)
    if isinstance(value, (int, float)):
        return "", repr(value)
    return ' t="str"', escape(value or "")


def _sorted_fonts(raw: bytes) -> bytes:
    """The parts of a font in the order the schema wants; openpyxl writes them in another."""

    def ordered(match: re.Match[str]) -> str:
        parts = re.findall(r"<[^>]*>", match[1])
        names = [re.match(r"<(\w+)", part) for part in parts]
        pairs = sorted(
            zip(names, parts, strict=True), key=lambda pair: _FONT_PARTS.index(pair[0][1] if pair[0] else "")
        )
        return f"<font>{''.join(part for _, part in pairs)}</font>"

    return re.sub(r"<font>(.*?)</font>", ordered, raw.decode("utf-8"), flags=re.DOTALL).encode("utf-8")


def _soft_rows(raw: bytes, first: int) -> bytes:
    """Heights from this row on are hints: a row grows when somebody types more."""

    def freed(match: re.Match[bytes]) -> bytes:
        return match[1] if int(match[2]) >= first else match[0]

    return re.sub(rb'(<row r="(\d+)"[^>]*?) customHeight="1"', freed, raw)


def _dated(raw: bytes, made_at: str) -> bytes:
    stamp = made_at[:19] + "Z"
    return re.sub(
        rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</)", rb"\g<1>" + stamp.encode() + rb"\g<2>", raw
    )

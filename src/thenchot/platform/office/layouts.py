"""The measures of the two official layouts, each with its source; a change of the rules is a change of these values.

State: Nghị định 30/2020/NĐ-CP (SEEN; body text and signature sizes RECALLED). Party: Hướng dẫn 05-HD/VPTW (SEEN-2nd).
Lengths in millimetres, sizes and line heights in points.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LayoutRules:
    """`line_pt` None: single spacing. `closing`: how the last sentence ends."""

    name: str
    top_mm: float
    bottom_mm: float
    left_mm: float
    right_mm: float
    body_pt: float
    line_pt: float | None
    indent_mm: float
    space_after_pt: float
    number_form: str
    behalf: str
    closing: str
    source: str
    certainty: str


STATE = LayoutRules(
    name="state", top_mm=20, bottom_mm=20, left_mm=30, right_mm=15, body_pt=14, line_pt=None, indent_mm=12.7,
    space_after_pt=6, number_form="Số: {number}", behalf="TM.", closing="./.",
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I", certainty="SEEN, cỡ chữ thân bài RECALLED",
)  # fmt: skip
PARTY = LayoutRules(
    name="party", top_mm=20, bottom_mm=20, left_mm=30, right_mm=15, body_pt=14, line_pt=19, indent_mm=10,
    space_after_pt=6, number_form="Số {number}", behalf="T/M", closing=".",
    source="Hướng dẫn 05-HD/VPTW ngày 27/5/2026", certainty="SEEN-2nd",
)  # fmt: skip
LAYOUTS = {rules.name: rules for rules in (STATE, PARTY)}

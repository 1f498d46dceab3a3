"""The measures of the two official layouts, each with its source; a change of the rules is a change
of these values.

A policy pack may hand `letters.build` its own `LayoutRules`. Lengths in millimetres, sizes and
heights in points. `recalled` names the measures that were not checked against the text.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LayoutRules:
    """`line_pt` None: single spacing. `closing`: how the last sentence ends. `rule_under`: the
    lines that carry a rule.
    """

    name: str
    top_mm: float
    bottom_mm: float
    left_mm: float
    right_mm: float
    body_pt: float
    line_pt: float | None
    indent_mm: float
    space_after_pt: float
    head_pt: float
    motto_pt: float
    number_pt: float
    sign_pt: float
    label_pt: float
    list_pt: float
    table_pt: float
    page_number_pt: float
    number_form: str
    behalf: str
    closing: str
    bold_signer_title: bool
    source: str
    certainty: str
    recalled: tuple[str, ...] = ()


STATE = LayoutRules(
    name="state",
    top_mm=20,
    bottom_mm=20,
    left_mm=30,
    right_mm=15,
    body_pt=14,
    line_pt=None,
    indent_mm=12.7,
    space_after_pt=6,
    head_pt=13,
    motto_pt=14,
    number_pt=13,
    sign_pt=14,
    label_pt=12,
    list_pt=11,
    table_pt=12,
    page_number_pt=13,
    number_form="Số: {number}",
    behalf="TM.",
    closing="./.",
    bold_signer_title=True,
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I",
    certainty="SEEN",
    recalled=(
        "line_pt",
        "indent_mm",
        "space_after_pt",
        "head_pt",
        "motto_pt",
        "number_pt",
        "sign_pt",
        "label_pt",
        "list_pt",
        "table_pt",
        "behalf",
        "closing",
    ),
)
PARTY = LayoutRules(
    name="party",
    top_mm=20,
    bottom_mm=20,
    left_mm=30,
    right_mm=15,
    body_pt=14,
    line_pt=19,
    indent_mm=10,
    space_after_pt=6,
    head_pt=14,
    motto_pt=15,
    number_pt=14,
    sign_pt=14,
    label_pt=14,
    list_pt=12,
    table_pt=12,
    page_number_pt=14,
    number_form="Số {number}",
    behalf="T/M",
    closing=".",
    bold_signer_title=False,
    source="Hướng dẫn 05-HD/VPTW ngày 27/5/2026",
    certainty="SEEN-2nd",
    recalled=(
        "space_after_pt",
        "head_pt",
        "motto_pt",
        "number_pt",
        "sign_pt",
        "label_pt",
        "list_pt",
        "table_pt",
        "page_number_pt",
    ),
)
LAYOUTS = {rules.name: rules for rules in (STATE, PARTY)}

"""The chart of a day as a letter, and the empty workbook that import reads."""

from thenchot.organisation import columns
from thenchot.organisation.naming import place_of
from thenchot.organisation.panels import columns_for
from thenchot.organisation.queries import organisation_chart
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.excel.worksheets import write_sheet
from thenchot.platform.office.word.letters import Letter, Table, build

INDENT = "\u2003"  # as wide as a letter, and no line breaks at it


@in_vietnamese
def chart_docx(actor, on) -> bytes:
    """The chart of a day, indented by level, with what upper rooms add (who leads, how many)."""
    nodes = organisation_chart(actor, on)
    added = columns_for(actor, [node.unit for node in nodes], on)
    titles = ("TT", "Đơn vị", "Loại", *(str(column["title"]) for column in added))
    rows = [
        [
            str(at),
            f"{INDENT * node.depth}{node.unit.name}",
            str(node.unit.get_kind_display()),
            *(str(column["cells"].get(node.unit.pk) or "") for column in added),
        ]
        for at, node in enumerate(nodes, 1)
    ]
    home = nodes[0].unit.name if nodes else ""
    letter = Letter(
        layout="state",
        superior="",
        issuer=home,
        place=place_of(home),
        issued_on=on,
        kind="Sơ đồ tổ chức",
        title=f"Các cơ quan, đơn vị vào ngày {on:%d/%m/%Y}",
        signer_title="Thủ trưởng cơ quan",
        body=[Table(titles, rows, (12, 78, 35, *(25 for _ in added)))],
    )
    return build(letter)


def template() -> bytes:
    return write_sheet(columns.READ, [], name="Đơn vị", notes=columns.NOTES)

"""Nothing of a Word file is lost unsaid: boxes, frames, marked, moved and struck text."""

import pytest
from docx import Document
from docx.oxml import parse_xml
from tests.platform.office.screening.made import W, document, in_box, paragraph

from thenchot.importer import parse_file
from thenchot.platform.office.reading import Unreadable, read_source


@pytest.fixture
def read(tmp_path):
    def of(content):
        (tmp_path / "tep.docx").write_bytes(content)
        return read_source(tmp_path / "tep.docx")

    return of


def texts(source):
    return [block.text for block in source.blocks if block.text]


def warned(source):
    return {warning.code: warning.message_vi for warning in source.warnings}


def test_a_text_box_is_read_once_behind_its_paragraph(read):
    source = read(in_box("2. Phòng Kinh tế công khai quy hoạch."))
    assert texts(source) == [
        "2. Phòng Kinh tế công khai quy hoạch.",
        "KẾ HOẠCH cải cách hành chính",
    ]
    assert "1 hộp chữ" in warned(source)["text_boxes"]


@pytest.mark.parametrize(
    "markup",
    [
        f"<w:customXml w:element='x'>{paragraph('một')}</w:customXml>",
        f"<w:sdt><w:sdtContent>{paragraph('một')}</w:sdtContent></w:sdt>",
        f"<w:ins>{paragraph('một')}</w:ins>",
        "<w:p><w:smartTag><w:r><w:t>một</w:t></w:r></w:smartTag></w:p>",
        "<w:p><w:customXml><w:r><w:t>một</w:t></w:r></w:customXml></w:p>",
        "<w:p><w:sdt><w:sdtContent><w:r><w:t>một</w:t></w:r></w:sdtContent></w:sdt></w:p>",
        "<w:p><w:hyperlink><w:r><w:t>một</w:t></w:r></w:hyperlink></w:p>",
        "<w:p><w:moveTo><w:r><w:t>một</w:t></w:r></w:moveTo></w:p>",
        f"<w:tbl><w:tr><w:tc>{paragraph('một')}</w:tc></w:tr></w:tbl>",
    ],
)
def test_text_inside_other_markup_is_read(read, markup):
    assert texts(read(document(markup)))[0] == "một"


@pytest.mark.parametrize(
    ("markup", "code"),
    [
        ("<w:p><w:moveFrom><w:r><w:t>cũ</w:t></w:r></w:moveFrom></w:p>", "tracked"),
        ("<w:p><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del></w:p>", "tracked"),
        (paragraph("cũ", "<w:strike/>"), "struck"),
        (paragraph("cũ", "<w:dstrike/>"), "struck"),
        (paragraph("cũ", "<w:vanish/>"), "hidden"),
    ],
)
def test_text_that_no_longer_holds_is_left_out_and_told(read, markup, code):
    source = read(document(markup))
    assert texts(source) == ["KẾ HOẠCH cải cách hành chính"]
    assert "“cũ”" in warned(source)[code]


def test_headers_and_notes_are_told(read, tmp_path):
    made = Document()
    made.add_paragraph("Nội dung")
    made.sections[0].header.paragraphs[0].text = "Dự thảo lần hai"
    made.save(str(tmp_path / "a.docx"))
    source = read((tmp_path / "a.docx").read_bytes())
    assert texts(source) == ["Nội dung"]
    assert "Dự thảo lần hai" in warned(source)["headers"]


def test_a_letterhead_in_the_header_is_read(read, tmp_path):
    made = Document()
    made.add_paragraph("KẾ HOẠCH")
    made.sections[0].header.paragraphs[0].text = "Số: 12/KH-UBND"
    made.save(str(tmp_path / "a.docx"))
    read((tmp_path / "a.docx").read_bytes())
    assert parse_file(tmp_path / "tep.docx").metadata["number"].value == "12/KH-UBND"


def test_a_table_inside_a_frame_of_one_cell(tmp_path):
    made = Document()
    frame = made.add_table(rows=1, cols=1).cell(0, 0)
    frame.text = "PHỤ LỤC"
    inner = frame.add_table(rows=3, cols=4)
    for row, values in zip(
        inner.rows,
        (
            ["TT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Thời hạn"],
            ["1", "Rà soát thủ tục", "Văn phòng", "30/6/2026"],
            ["2", "Công khai quy hoạch", "Phòng Kinh tế", "Quý III/2026"],
        ),
        strict=True,
    ):
        for cell, text in zip(row.cells, values, strict=True):
            cell.text = text
    made.save(str(tmp_path / "a.docx"))
    tasks = parse_file(tmp_path / "a.docx").tasks
    assert [str(task.deadline.end) for task in tasks] == ["2026-06-30", "2026-09-30"]


def test_too_many_paragraphs_and_too_long_a_cell(read):
    with pytest.raises(Unreadable, match="20000 đoạn"):
        read(document(paragraph("việc") * 20_001))
    long = paragraph("việc " * 5_000)
    cells = f"<w:tr><w:tc>{long}</w:tc><w:tc>{paragraph('a')}</w:tc></w:tr>"
    with pytest.raises(Unreadable, match="ô dài hơn"):
        read(document(f"<w:tbl>{cells}</w:tbl>"))


def test_odd_numbers_inside_do_not_stop_the_reading(read):
    made = Document()
    made.add_paragraph("Nội dung")
    mark = "<w:numPr><w:ilvl w:val='-x'/><w:numId w:val='1'/></w:numPr>"
    odd = f"<w:p {W}><w:pPr>{mark}</w:pPr><w:r><w:t>a</w:t></w:r></w:p>"
    made.element.body.insert(0, parse_xml(odd))
    assert texts(read(_bytes(made)))[0].endswith("a")


def _bytes(made):
    import io

    target = io.BytesIO()
    made.save(target)
    return target.getvalue()

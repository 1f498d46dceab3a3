"""Word files: paragraphs, automatic numbers, merged cells, legacy fonts."""

import json

import pytest
from docx import Document
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from tests.importer.conftest import sample_files
from tests.importer.scoring import scores
from tests.platform.office.reading.made import docx_of

from thenchot.importer import parse_file, to_json
from thenchot.platform.office.reading import read_source
from thenchot.platform.office.reading.docx_numbers import written
from thenchot.platform.office.reading.model import MERGED


def _saved(document, tmp_path):
    path = tmp_path / "tep.docx"
    document.save(str(path))
    return read_source(path)


def _texts(source):
    return [block.text for block in source.blocks if block.text]


@pytest.mark.parametrize("sample", sample_files(), ids=lambda path: path.stem)
def test_the_word_file_of_a_sample_reads_like_its_text(sample, tmp_path):
    word = to_json(parse_file(docx_of(sample, tmp_path / "a.docx")))
    reached = scores(word, json.loads(sample.with_suffix(".json").read_text("utf-8")))
    assert {
        name: share for name, share in reached.items() if share < (0.66 if name == "lead" else 0.85)
    } == {}


def test_line_breaks_tabs_and_pages(tmp_path):
    document = Document()
    run = document.add_paragraph().add_run("một")
    run.add_break()
    run.add_text("hai")
    run.add_break(WD_BREAK.PAGE)
    document.add_paragraph("ba")
    source = _saved(document, tmp_path)
    assert _texts(source) == ["một", "hai", "ba"]
    assert source.pages == 2


def test_headings_and_bold(tmp_path):
    document = Document()
    document.add_heading("I. MỤC TIÊU", level=2)
    document.add_paragraph().add_run("đậm").bold = True
    heading, bold = (block for block in _saved(document, tmp_path).blocks if block.text)
    assert (heading.level, bold.bold) == (2, True)


def _numbering(document, levels):
    """A list definition with the given (format, pattern) levels; its id."""
    numbering = document.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), "77")
    for index, (style, pattern) in enumerate(levels):
        level = OxmlElement("w:lvl")
        level.set(qn("w:ilvl"), str(index))
        for name, value in (("w:start", "1"), ("w:numFmt", style), ("w:lvlText", pattern)):
            child = OxmlElement(name)
            child.set(qn("w:val"), value)
            level.append(child)
        abstract.append(level)
    numbering.insert(0, abstract)
    num = OxmlElement("w:num")
    num.set(qn("w:numId"), "77")
    link = OxmlElement("w:abstractNumId")
    link.set(qn("w:val"), "77")
    num.append(link)
    numbering.append(num)


def _item(document, text, level):
    properties = document.add_paragraph(text)._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = 77


def test_automatic_numbers_are_written_out(tmp_path):
    document = Document()
    _numbering(
        document,
        [("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"), ("bullet", "-")],
    )
    for text, level in (
        ("Mục", 0),
        ("Một", 1),
        ("Hai", 1),
        ("Chữ", 2),
        ("Gạch", 3),
        ("Mục nữa", 0),
        ("Lại một", 1),
    ):
        _item(document, text, level)
    assert _texts(_saved(document, tmp_path)) == [
        "I. Mục",
        "1. Một",
        "2. Hai",
        "a) Chữ",
        "- Gạch",
        "II. Mục nữa",
        "1. Lại một",
    ]


@pytest.mark.parametrize(
    ("number", "style", "text"),
    [
        (4, "upperRoman", "IV"),
        (9, "lowerRoman", "ix"),
        (2, "lowerLetter", "b"),
        (3, "decimalZero", "03"),
        (12, "decimal", "12"),
    ],
)
def test_list_styles(number, style, text):
    assert written(number, style) == text


def test_cells_merged_downwards_and_sideways(tmp_path):
    document = Document()
    table = document.add_table(rows=3, cols=4)
    for row, values in zip(
        table.rows,
        (
            ["TT", "Nhiệm vụ", "Chủ trì", "Thời gian"],
            ["1", "Việc một", "UBND xã", "6/2026"],
            ["2", "Việc hai", "", "7/2026"],
        ),
        strict=True,
    ):
        for cell, text in zip(row.cells, values, strict=True):
            cell.text = text
    table.cell(1, 2).merge(table.cell(2, 2))
    source = _saved(document, tmp_path)
    assert source.tables[0].rows[2] == ("2", "Việc hai", MERGED, "7/2026")
    assert [task.lead for task in parse_file(tmp_path / "tep.docx").tasks] == [
        ("UBND xã",),
        ("UBND xã",),
    ]


def test_a_group_row_merged_across_all_columns(tmp_path):
    document = Document()
    table = document.add_table(rows=3, cols=4)
    for row, values in zip(
        table.rows,
        (
            ["TT", "Nhiệm vụ", "Chủ trì", "Thời gian"],
            ["A. TUYÊN TRUYỀN", "", "", ""],
            ["1", "Việc", "UBND xã", "6/2026"],
        ),
        strict=True,
    ):
        for cell, text in zip(row.cells, values, strict=True):
            cell.text = text
    table.cell(1, 0).merge(table.cell(1, 3))
    _saved(document, tmp_path)
    parsed = parse_file(tmp_path / "tep.docx")
    assert [(group.ref, group.title) for group in parsed.groups] == [("PL.A", "TUYÊN TRUYỀN")]
    assert [task.parent for task in parsed.tasks] == ["PL.A"]


def test_the_heading_and_the_signature_in_tables_without_rules(tmp_path):
    document = Document()
    head = document.add_table(rows=1, cols=2)
    head.cell(0, 0).text = "ỦY BAN NHÂN DÂN\nXÃ HÒA SƠN\nSố: 12/KH-UBND"
    head.cell(0, 1).text = (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHòa Sơn, ngày 05 "
        "tháng 3 năm 2027"
    )
    document.add_paragraph("KẾ HOẠCH")
    document.add_paragraph("Về công tác văn thư")
    document.add_paragraph("I. NHIỆM VỤ")
    foot = document.add_table(rows=1, cols=2)
    foot.cell(0, 0).text = "Nơi nhận:\n- Sở Nội vụ;\n- Lưu: VT."
    foot.cell(0, 1).text = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Văn An"
    _saved(document, tmp_path)
    fields = {
        name: field.value for name, field in parse_file(tmp_path / "tep.docx").metadata.items()
    }
    assert (fields["number"], fields["date"], fields["issuer"]) == (
        "12/KH-UBND",
        "2027-03-05",
        "Ủy ban nhân dân xã Hòa Sơn",
    )
    assert (fields["signer"], fields["recipients"]) == ("Lê Văn An", ["Sở Nội vụ", "Lưu: VT"])


def test_a_legacy_font_is_converted_and_marked(tmp_path):
    document = Document()
    run = document.add_paragraph().add_run("Uû ban nh©n d©n x·")
    run.font.name = ".VnTime"
    source = _saved(document, tmp_path)
    assert _texts(source) == ["Uỷ ban nhân dân xã"]
    assert (source.converted_from, [warning.code for warning in source.warnings]) == (
        "TCVN3",
        ["converted"],
    )
    assert ".VnTime" in source.fonts


def test_headers_and_footers_are_left_out(tmp_path):
    document = Document()
    document.sections[0].header.paragraphs[0].text = "MẬT THƯ CỦA TRANG"
    document.add_paragraph("Nội dung")
    assert _texts(_saved(document, tmp_path)) == ["Nội dung"]


def test_an_empty_word_file(tmp_path):
    from thenchot.platform.office.reading import Unreadable

    with pytest.raises(Unreadable) as refusal:
        _saved(Document(), tmp_path)
    assert refusal.value.code == "empty"

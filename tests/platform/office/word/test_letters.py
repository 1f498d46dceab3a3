"""The official layouts, opened again with python-docx and, where LibreOffice is there, seen as
printed pages.
"""

import io
import shutil
import subprocess
from dataclasses import replace
from datetime import date

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt

from thenchot.platform.office.word.layouts import LAYOUTS, STATE
from thenchot.platform.office.word.letters import Letter, Table, addressed, build, placed

ROWS = [
    ["1. Tiếp tục kiện toàn tổ chức bộ máy"],
    *[
        [f"1.{n}", "Rà soát, sắp xếp cán bộ", "Ban Xây dựng Đảng", "30/6/2026"]
        for n in range(1, 60)
    ],
]
TABLE = Table(
    ("STT", "Nhiệm vụ", "Chủ trì", "Hạn"),
    ROWS,
    (14, 80, 45, 26),
    "(Kèm theo Chương trình số 17-CTr/ĐU)",
)
PARTY_LETTER = Letter(
    layout="party",
    issuer="Ban Thường vụ",
    superior="Đảng ủy phường Đông Kinh",
    place="Đông Kinh",
    issued_on=date(2026, 2, 5),
    kind="Báo cáo",
    title="Kết quả thực hiện chương trình",
    number="05-BC/ĐU",
    behalf_of="Ban Thường vụ",
    signer_title="Phó Bí thư",
    signer="Đặng Thị Ánh",
    recipients=["Thường trực Thành ủy;", "- UBND phường", "Lưu Đảng ủy."],
    body=["Mở đầu.", ("h", "I. KẾT QUẢ"), TABLE, "Đề nghị triển khai thực hiện./."],
)
STATE_LETTER = replace(
    PARTY_LETTER,
    layout="state",
    issuer="Ủy ban nhân dân phường Đông Kinh",
    superior="Thành phố Bạch Hải",
    number="15/BC-UBND",
    behalf_of="Ủy ban nhân dân",
    signer_title="Chủ tịch",
    body=["Mở đầu.", TABLE, "Đề nghị triển khai thực hiện."],
)
both = pytest.mark.parametrize("letter", [PARTY_LETTER, STATE_LETTER], ids=["party", "state"])


def opened(letter, rules=None):
    return docx.Document(io.BytesIO(build(letter, rules)))


def cells(document, table):
    return [[p.text for p in cell.paragraphs] for cell in document.tables[table].rows[0].cells]


def millimetres(*lengths):
    return [round(length.mm) for length in lengths]


def paragraph(document, text):
    return next(p for p in document.paragraphs if p.text.startswith(text))


@both
class TestBoth:
    def test_paper_and_margins(self, letter):
        section = opened(letter).sections[0]
        assert millimetres(section.page_width, section.page_height) == [210, 297]
        margins = (
            section.top_margin,
            section.bottom_margin,
            section.left_margin,
            section.right_margin,
        )
        assert millimetres(*margins) == [20, 20, 30, 15]

    def test_times_new_roman_14(self, letter):
        style = opened(letter).styles["Normal"]
        assert (style.font.name, style.font.size) == ("Times New Roman", Pt(14))

    def test_page_number_in_the_top_margin_not_on_page_one(self, letter):
        section = opened(letter).sections[0]
        assert section.different_first_page_header_footer
        assert "PAGE" in section.header._element.xml
        assert "PAGE" not in section.first_page_header._element.xml

    def test_table_repeats_its_header_and_breaks_no_row(self, letter):
        table = opened(letter).tables[1]
        properties = [row._tr.trPr for row in table.rows]
        assert properties[0].find(qn("w:tblHeader")) is not None
        assert all(p.find(qn("w:cantSplit")) is not None for p in properties)

    def test_group_row_spans_the_table(self, letter):
        row = opened(letter).tables[1].rows[1]
        assert len({id(cell._tc) for cell in row.cells}) == 1
        assert row.cells[0].paragraphs[0].runs[0].bold

    def test_signature_stays_with_the_recipients(self, letter):
        row = opened(letter).tables[-1].rows[0]
        assert row._tr.trPr.find(qn("w:cantSplit")) is not None
        assert row.cells[1].paragraphs[0].paragraph_format.keep_with_next

    def test_recipients_end_with_a_full_stop(self, letter):
        left = cells(opened(letter), -1)[0]
        assert left == ["Nơi nhận:", "- Thường trực Thành ủy;", "- UBND phường;", "- Lưu Đảng ủy."]


class TestParty:
    def test_head(self):
        left, right = cells(opened(PARTY_LETTER), 0)
        assert left == ["ĐẢNG ỦY PHƯỜNG ĐÔNG KINH", "BAN THƯỜNG VỤ", "*", "Số 05-BC/ĐU"]
        assert [text for text in right if text] == [
            "ĐẢNG CỘNG SẢN VIỆT NAM",
            "Đông Kinh, ngày 05 tháng 02 năm 2026",
        ]

    def test_no_national_heading(self):
        assert "CỘNG HÒA" not in " ".join(
            text for cell in cells(opened(PARTY_LETTER), 0) for text in cell
        )

    def test_line_of_nineteen_points_and_indent_of_ten_millimetres(self):
        shape = paragraph(opened(PARTY_LETTER), "Mở đầu").paragraph_format
        assert (shape.line_spacing, round(shape.first_line_indent.mm)) == (Pt(19), 10)

    def test_ends_with_a_full_stop_only(self):
        assert paragraph(opened(PARTY_LETTER), "Đề nghị").text == "Đề nghị triển khai thực hiện."

    def test_signed_on_behalf_with_a_stroke_and_a_plain_title(self):
        right = opened(PARTY_LETTER).tables[-1].rows[0].cells[1]
        assert [p.text for p in right.paragraphs if p.text] == [
            "T/M BAN THƯỜNG VỤ",
            "PHÓ BÍ THƯ",
            "Đặng Thị Ánh",
        ]
        assert not right.paragraphs[1].runs[0].bold

    def test_recipients_label_is_underlined(self):
        run = opened(PARTY_LETTER).tables[-1].rows[0].cells[0].paragraphs[0].runs[0]
        assert run.underline and not run.bold


class TestState:
    def test_head(self):
        left, right = cells(opened(STATE_LETTER), 0)
        assert [t for t in left if t] == [
            "THÀNH PHỐ BẠCH HẢI",
            "ỦY BAN NHÂN DÂN PHƯỜNG ĐÔNG KINH",
            "Số: 15/BC-UBND",
        ]
        assert [t for t in right if t][:2] == [
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
        ]

    def test_rule_under_the_motto(self):
        cell = opened(STATE_LETTER).tables[0].rows[0].cells[1]
        assert cell.paragraphs[2]._p.pPr.find(qn("w:pBdr")) is not None

    def test_ends_with_the_stroke_of_the_state(self):
        assert paragraph(opened(STATE_LETTER), "Đề nghị").text == "Đề nghị triển khai thực hiện./."

    def test_signed_on_behalf_with_a_dot(self):
        right = cells(opened(STATE_LETTER), -1)[1]
        assert [t for t in right if t] == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Đặng Thị Ánh"]

    def test_recipients_label_is_bold_italic_twelve(self):
        run = opened(STATE_LETTER).tables[-1].rows[0].cells[0].paragraphs[0].runs[0]
        assert (run.bold, run.italic, run.font.size) == (True, True, Pt(12))


class TestVariants:
    def test_blank_number_and_day_leave_room_for_the_pen(self):
        left, right = cells(opened(replace(STATE_LETTER, number="", issued_on=None)), 0)
        assert left[-1].startswith("Số:       ") and "ngày      tháng" in right[-1]

    @pytest.mark.parametrize(
        ("on", "said"),
        [
            (date(2026, 1, 9), "ngày 09 tháng 01"),
            (date(2026, 3, 10), "ngày 10 tháng 3"),
            (date(2026, 12, 1), "ngày 01 tháng 12"),
        ],
    )
    def test_zero_before_small_days_and_the_first_two_months(self, on, said):
        assert said in placed(replace(PARTY_LETTER, issued_on=on))

    def test_landscape_tables_lie_between_standing_pages(self):
        document = opened(replace(STATE_LETTER, landscape_tables=True))
        assert [s.page_width > s.page_height for s in document.sections] == [False, True, False]

    def test_table_is_never_wider_than_the_text(self):
        wide = replace(STATE_LETTER, body=[replace(TABLE, widths=(40, 200, 100, 60))])
        grid = opened(wide).tables[1]
        assert sum(column.width.mm for column in grid.columns) <= 166

    def test_without_superior_and_recipients(self):
        document = opened(replace(PARTY_LETTER, superior="", recipients=()))
        assert cells(document, 0)[0][0] == "BAN THƯỜNG VỤ"

    def test_what_no_document_may_hold_is_left_out(self):
        document = opened(replace(PARTY_LETTER, body=["\x00\x0bMở đầu", "Hết"]))
        assert any(p.text.strip() == "Mở đầu" for p in document.paragraphs)

    def test_measures_of_a_policy_pack_replace_the_shipped_ones(self):
        section = opened(STATE_LETTER, replace(STATE, left_mm=35, right_mm=20)).sections[0]
        assert millimetres(section.left_margin, section.right_margin) == [35, 20]


@pytest.mark.parametrize("rules", LAYOUTS.values(), ids=LAYOUTS)
def test_every_layout_names_its_source_and_what_was_not_checked(rules):
    assert rules.source and rules.certainty
    assert all(hasattr(rules, name) for name in rules.recalled)


@pytest.mark.parametrize(
    ("raw", "lines"), [([], []), (["A"], ["- A."]), (["- A;", " B."], ["- A;", "- B."])]
)
def test_addressed(raw, lines):
    assert addressed(raw) == lines


@pytest.mark.office
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice not installed")
@both
class TestPrinted:
    @pytest.fixture
    def pages(self, letter, tmp_path):
        (tmp_path / "a.docx").write_bytes(build(letter))
        command = [
            "soffice",
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
            "pdf",
            "a.docx",
        ]
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
        document = pypdfium2.PdfDocument(tmp_path / "a.pdf")
        yield [page.get_textpage().get_text_bounded() for page in document]
        document.close()

    def test_header_stands_on_every_page_of_the_table(self, letter, pages):
        assert len(pages) >= 2
        assert all("Nhiệm vụ" in text for text in pages if "Rà soát" in text)

    def test_page_one_has_no_number_and_page_two_has(self, letter, pages):
        assert pages[1].split()[0] == "2"
        assert pages[0].split()[0] != "1"

    def test_signature_is_whole_on_one_page(self, letter, pages):
        assert any(letter.signer in text and "Nơi nhận" in text for text in pages)

    def test_vietnamese_letters_are_drawn(self, letter, pages):
        assert "Kết quả thực hiện chương trình" in " ".join(pages).replace("\r\n", " ")

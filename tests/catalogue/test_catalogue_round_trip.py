"""What is exported comes back without difference, whatever the texts are; and opens in openpyxl."""

import io
from decimal import Decimal

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

from thenchot.catalogue.list_import import lines as c
from thenchot.catalogue.list_import.lines import CatalogueLine
from thenchot.catalogue.list_import.reading import read_catalogue
from thenchot.catalogue.list_import.writing import write_catalogue
from thenchot.kernel.text import nfc, tidy
from thenchot.platform.office.excel.grid import cell_text
from thenchot.platform.office.excel.reports import ImportReport

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyÁẢÃẠÍÓỆỮỳ ,.;:()-–/&%+'\"=@<>0123456789"
WORDS = st.text(LETTERS, max_size=60).map(lambda text: cell_text(tidy(nfc(text))))
NAMES = st.text("abcđêơưm nvt", min_size=1, max_size=12).map(lambda text: tidy(f"Việc {text}"))
FACTORS = st.decimals("0.01", "999.99", places=2)
SHEETS = st.sampled_from(["Quản lý", "Dùng chung", "Văn phòng"])
SECTIONS = st.sampled_from(["I. Chỉ đạo, điều hành", "II. =KIỂM TRA", "Phần 3"])


@st.composite
def catalogues(draw):
    """Lines in the order of their sheets; codes once; a section all along or none."""
    count = draw(st.integers(1, 8))
    made = []
    for at in range(count):
        texts = {
            name: draw(WORDS)[: c.LENGTHS[name]] for name in ("body", "task", "output", "note")
        }
        made.append(
            CatalogueLine(
                draw(SHEETS),
                0,
                f"CV.{at:02d}",
                draw(NAMES),
                draw(FACTORS),
                section=draw(SECTIONS),
                group=draw(st.sampled_from(["", "N1", "N2"])),
                hours=draw(st.none() | FACTORS),
                **{name: cell_text(text) for name, text in texts.items()},
            )
        )
    return sorted(made, key=lambda line: line.sheet)


def said(line):
    return {name: getattr(line, name) for name in c.SAID}


def read(content, **more):
    report = ImportReport()
    return read_catalogue(
        content, report, **{"unit_points": None, "most_groups": 5, **more}
    ), report


@settings(max_examples=60, deadline=None)
@given(catalogues())
def test_comes_back_without_difference(lines):
    listing, report = read(write_catalogue(lines, owner="Phường", name="Danh mục"))
    assert report.problems == []
    assert list(map(said, listing.lines)) == list(map(said, lines))


@settings(max_examples=30, deadline=None)
@given(catalogues(), st.decimals("0.5", "50", places=1))
def test_points_come_back_too(lines, unit):
    """A list that counts in points: factor = points / points of the standard product."""
    from dataclasses import replace

    lines = [replace(line, points=(line.factor * unit).quantize(Decimal("0.01"))) for line in lines]
    exact = [line for line in lines if line.points == line.factor * unit]
    if exact:
        listing, report = read(
            write_catalogue(exact, owner="Phường", name="Danh mục", unit_points=unit),
            unit_points=unit,
        )
        assert report.problems == []
        assert list(map(said, listing.lines)) == list(map(said, exact))


def test_opens_in_openpyxl_and_holds_no_formula():
    lines = [
        CatalogueLine(
            "Quản lý",
            0,
            "QL.01",
            "=1+1",
            Decimal("1.5"),
            section="@Phần",
            note="+84",
            points=Decimal("7.5"),
        )
    ]
    book = openpyxl.load_workbook(
        io.BytesIO(
            write_catalogue(
                lines,
                owner="Phường Đông Kinh",
                name="Danh mục",
                basis="QĐ 283",
                unit_points=Decimal(5),
            )
        )
    )
    assert book.sheetnames == ["Quản lý"]
    rows = list(book.active.iter_rows(values_only=True))
    assert [row[0] for row in rows[:4]] == [
        "PHƯỜNG ĐÔNG KINH",
        "DANH MỤC",
        "(QĐ 283)",
        "Sản phẩm chuẩn: = 5 điểm, hệ số 1".replace("Sản phẩm chuẩn: = ", ""),
    ]
    assert rows[4] == (
        "STT",
        "Mã CV",
        "Công việc chi tiết",
        "Sản phẩm đầu ra",
        "Nhóm",
        "Khung điểm",
        "Điểm chấm",
        "Hệ số quy đổi",
        "Ghi chú",
    )
    assert rows[5][0] == "'@Phần"
    assert rows[6] == (1, "QL.01", "'=1+1", None, None, None, 7.5, 1.5, "'+84")
    assert all(cell.data_type != "f" for row in book.active.iter_rows() for cell in row)


def test_without_lines_the_layout_is_there():
    book = openpyxl.load_workbook(io.BytesIO(write_catalogue([], owner="Phường", name="Danh mục")))
    assert book.sheetnames == ["Danh mục"] and book.active["B5"].value == "Mã CV"

"""Small files that once went wrong, kept outside of the repository (THENCHOT_CASES)."""

import os
from pathlib import Path

import pytest

from thenchot.importer import SecretDocument, parse_file
from thenchot.importer.cli import parse_main
from thenchot.platform.files.kinds import tell
from thenchot.platform.office.excel.grid import BadSheet, grids_of
from thenchot.platform.office.refused import BadFile
from thenchot.platform.office.screening import screen

REPOSITORY = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def cases() -> Path:
    folder = Path(os.environ.get("THENCHOT_CASES", REPOSITORY.parent / "shared" / "cases"))
    if not folder.is_dir():
        pytest.skip(f"cases not found: set THENCHOT_CASES (looked in {folder})")
    return folder


def tasks(path):
    return [(task.ref, task.lead, str(task.deadline.end)) for task in parse_file(path).tasks]


def test_a_stamp_in_a_box(cases):
    content = (cases / "P12a_mat_trong_hop_chu.docx").read_bytes()
    with pytest.raises(SecretDocument):
        screen(content, "docx")


def test_boxes(cases):
    path = cases / "P13_hop_chu_du_thao.docx"
    assert parse_file(path).metadata["number"].value == "12/KH-UBND"
    assert tasks(path) == [
        ("II.1", ("Văn phòng HĐND và UBND",), "2026-06-29"),
        ("II.2", ("Phòng Kinh tế",), "2026-07-30"),
    ]


def test_moved_and_struck_text(cases):
    found = tasks(cases / "P14_chuyen_cho_va_gach_bo.docx")
    assert [ref for ref, _, _ in found] == ["II.1", "II.2", "II.3"]
    assert found[2][2].startswith("2026-09")


def test_a_table_in_a_frame(cases):
    assert len(tasks(cases / "P18_bang_trong_khung.docx")) == 2


@pytest.mark.ocr
def test_a_signed_scan_whose_table_of_objects_begins_at_one(cases):
    assert len(tasks(cases / "P19a_may_quet_hp_da_ky.pdf")) == 1


def test_pages_written_into_their_tree(cases, capsys):
    assert parse_main([str(cases / "P19b_trang_khai_trong_dong.pdf")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("name", ["09_huge_image.pdf", "10_pagetree_loop.pdf"])
def test_a_hostile_file_is_one_sentence(cases, name):
    content = (cases / "hostile" / name).read_bytes()
    with pytest.raises(BadFile):
        screen(content, tell(content))
    with pytest.raises(BadFile):
        parse_file(cases / "hostile" / name)


def test_an_odd_place_of_a_cell(cases):
    with pytest.raises(BadSheet):
        grids_of(cases / "hostile" / "75_cellref_neg.xlsx")

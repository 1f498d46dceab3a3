"""PDFs printed by LibreOffice, and the same pages as pictures."""

import json

import pytest
from tests.importer.conftest import SAMPLES
from tests.importer.scoring import scores
from tests.platform.office.reading.made import docx_of, pdf_of, scan_of

from thenchot.importer import parse_file, to_json
from thenchot.platform.office.reading import Unreadable, read_source
from thenchot.platform.office.reading.limits import Limits
from thenchot.platform.office.reading.wrapped import unwrap

PRINTED = [
    "01_chuyen_doi_so_bang.md",
    "03_chi_thi_moi_truong.txt",
    "12_ocr_nhieu.txt",
    "28_bang_ngang_nhieu_cot.md",
    "30_ke_hoach_dai_ngat_dong.txt",
]


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    made = {}

    def of(name):
        if name not in made:
            folder = tmp_path_factory.mktemp("pdf")
            made[name] = pdf_of(docx_of(SAMPLES / name, folder / "a.docx"), folder / "a.pdf")
        return made[name]

    return of


def _reached(path, name):
    return scores(
        to_json(parse_file(path)),
        json.loads((SAMPLES / name).with_suffix(".json").read_text("utf-8")),
    )


@pytest.mark.office
@pytest.mark.parametrize("name", PRINTED)
def test_a_printed_sample_reads_like_its_text(printed, name):
    reached = _reached(printed(name), name)
    assert {key: share for key, share in reached.items() if share < 0.85} == {}


@pytest.mark.office
def test_a_printed_page_knows_its_origin(printed):
    source = read_source(printed(PRINTED[0]))
    assert (source.origin, source.confidence) == ("pdf", 1.0)
    assert source.fonts


@pytest.mark.office
@pytest.mark.ocr
def test_a_scan_is_recognised_with_less_certainty(printed, tmp_path):
    name = PRINTED[0]
    scan = scan_of(printed(name), tmp_path / "scan.pdf")
    source = read_source(scan)
    assert source.origin == "ocr"
    assert 0.5 < source.confidence <= 0.85
    reached = _reached(scan, name)
    assert {key: share for key, share in reached.items() if share < 0.7} == {}
    assert all(
        value <= 0.85 for task in parse_file(scan).tasks for value in task.confidence.values()
    )


@pytest.mark.office
def test_pictures_without_recognition_are_refused(printed, tmp_path):
    scan = scan_of(printed(PRINTED[1]), tmp_path / "scan.pdf", dpi=60)
    with pytest.raises(Unreadable) as refusal:
        read_source(scan, limits=Limits(ocr=False))
    assert refusal.value.code == "image_only"


@pytest.mark.office
def test_too_many_pages(printed):
    with pytest.raises(Unreadable) as refusal:
        read_source(printed(PRINTED[4]), limits=Limits(pages=0))
    assert refusal.value.code == "too_long"


@pytest.mark.parametrize(
    ("cell", "width", "text"),
    [
        ("Ban Xây dựng\nĐảng Đảng ủy", 14, "Ban Xây dựng Đảng Đảng ủy"),
        ("Phòng A\nPhòng B", 30, "Phòng A\nPhòng B"),
        ("Phòng A;\nPhòng B", 9, "Phòng A;\nPhòng B"),
        ("- Việc một\n- Việc hai;", 12, "- Việc một\n- Việc hai;"),
        ("Hoàn thành\ntrong tháng 7", 14, "Hoàn thành trong tháng 7"),
        ("", 5, ""),
    ],
)
def test_wrapped_cells(cell, width, text):
    assert unwrap(cell, width) == text

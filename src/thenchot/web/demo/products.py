"""The ward's catalogue of products as a workbook in the layout of offices (NĐ 335/2025, Đ13), read
by the real importer.
"""

import io
from datetime import date

import xlsxwriter

from thenchot.catalogue.models import Catalogue
from thenchot.catalogue.services import cataloguing
from thenchot.catalogue.services.list_importing import import_catalogue
from thenchot.platform.files.services import store

UNIT_POINTS = 5  # of the standard product, a simple administrative document
HEAD = (
    "STT",
    "Mã CV",
    "Nhiệm vụ",
    "Công việc chi tiết",
    "Sản phẩm đầu ra",
    "Nhóm",
    "Khung điểm",
    "Điểm chấm",
    "Hệ số quy đổi",
    "Ghi chú",
)
FRAMES = ((10, "N1", "1-10"), (50, "N2", "11-50"), (100, "N3", "51-100"))
GENERAL = (
    ("Phẩm chất, đạo đức, văn hóa, kỷ luật", 10),
    ("Năng lực chuyên môn, trách nhiệm", 10),
    ("Đổi mới, dám nghĩ, dám làm", 10),
)
# sheet -> section -> (code, what is done, what comes of it, points)
SHEETS = {
    "Lãnh đạo, quản lý": {
        "Chỉ đạo, điều hành": (
            (
                "QL.01",
                "Chủ trì xây dựng chương trình công tác tháng của đơn vị",
                "Chương trình công tác tháng",
                20,
            ),
            ("QL.02", "Duyệt hồ sơ, văn bản của chuyên viên", "Phiếu duyệt", 5),
            ("QL.03", "Chủ trì họp giao ban, kiểm điểm tiến độ", "Thông báo kết luận", 10),
            ("QL.04", "Kiểm tra việc thực hiện nhiệm vụ ở tổ dân phố", "Biên bản kiểm tra", 25),
            ("QL.05", "Giải quyết khó khăn, vướng mắc do cấp dưới nêu", "Ý kiến giải quyết", 15),
            ("QL.06", "Báo cáo kết quả công tác tháng của đơn vị", "Báo cáo tháng", 20),
        ),
    },
    "Nhiệm vụ chung": {
        "Văn bản, báo cáo": (
            ("DC.01", "Soạn công văn hành chính đơn giản", "Công văn", 5),
            ("DC.02", "Soạn tờ trình, thông báo", "Tờ trình, thông báo", 8),
            ("DC.03", "Báo cáo định kỳ tháng của lĩnh vực", "Báo cáo", 15),
            ("DC.04", "Kế hoạch chuyên đề", "Kế hoạch", 30),
            ("DC.05", "Tham mưu nghị quyết, quyết định", "Dự thảo nghị quyết, quyết định", 60),
            ("DC.06", "Góp ý văn bản của cơ quan khác", "Văn bản góp ý", 5),
        ),
        "Phối hợp, phục vụ": (
            ("DC.07", "Tổ chức cuộc họp, hội nghị", "Giấy mời, tài liệu, biên bản", 12),
            ("DC.08", "Tham gia đoàn kiểm tra liên ngành", "Biên bản", 15),
            ("DC.09", "Cập nhật số liệu lên phần mềm dùng chung", "Bộ số liệu tháng", 10),
            ("DC.10", "Tập huấn, hướng dẫn tổ dân phố", "Buổi tập huấn", 20),
        ),
    },
    "Văn phòng": {
        "Văn thư, tổng hợp": (
            (
                "VP.01",
                "Đăng ký, chuyển văn bản đến trong ngày (mỗi 20 văn bản)",
                "Sổ văn bản đến",
                5,
            ),
            ("VP.02", "Phát hành văn bản đi (mỗi 20 văn bản)", "Sổ văn bản đi", 5),
            ("VP.03", "Lập hồ sơ, nộp lưu", "Hồ sơ lưu", 10),
            ("VP.04", "Lịch công tác tuần của lãnh đạo", "Lịch tuần", 5),
            ("VP.05", "Tổng hợp báo cáo kinh tế – xã hội", "Báo cáo tổng hợp", 40),
        ),
    },
    "Chuyên môn": {
        "Một cửa": (
            (
                "CM.01",
                "Giải quyết hồ sơ hộ tịch, chứng thực (mỗi 10 hồ sơ)",
                "Hồ sơ đã trả kết quả",
                10,
            ),
            ("CM.02", "Giải quyết hồ sơ bảo trợ xã hội", "Hồ sơ đã trả kết quả", 8),
            ("CM.03", "Xác minh hồ sơ đất đai", "Biên bản xác minh", 20),
            ("CM.04", "Kiểm tra trật tự xây dựng", "Biên bản kiểm tra", 15),
        ),
        "Văn hóa – xã hội, kinh tế": (
            ("CM.05", "Rà soát hộ nghèo, đối tượng chính sách", "Danh sách rà soát", 30),
            ("CM.06", "Tổ chức hoạt động văn hóa, thể thao", "Báo cáo kết quả", 40),
            ("CM.07", "Thu thập số liệu thống kê kinh tế", "Biểu số liệu", 15),
            ("CM.08", "Hướng dẫn dịch vụ công trực tuyến (mỗi 20 lượt)", "Sổ theo dõi", 5),
            ("CM.09", "Hòa giải, vận động nhân dân", "Biên bản hòa giải", 25),
            ("CM.10", "Quản lý thu chi ngân sách tháng", "Báo cáo quyết toán tháng", 30),
        ),
    },
}


def workbook() -> bytes:
    """A page of general criteria, then one page a kind of work: title rows, header, section rows,
    lines.
    """
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        page = book.add_worksheet("Tiêu chí chung")
        for row, line in enumerate(
            (
                ("TIÊU CHÍ CHUNG",),
                ("STT", "Tiêu chí", "Điểm"),
                *((n, *one) for n, one in enumerate(GENERAL, 1)),
            )
        ):
            page.write_row(row, 0, line)
        for name, sections in SHEETS.items():
            _page(book.add_worksheet(name), name, sections)
    return out.getvalue()


def _page(page, name: str, sections: dict) -> None:
    for row, text in enumerate(
        ("ỦY BAN NHÂN DÂN PHƯỜNG ĐÔNG KINH", "DANH MỤC SẢN PHẨM, CÔNG VIỆC", f"Nhiệm vụ: {name}")
    ):
        page.write(row, 0, text)
    page.write_row(4, 0, HEAD)
    row, number = 5, 0
    for section, lines in sections.items():
        page.write(row, 0, section)
        row += 1
        for code, work, output, points in lines:
            number += 1
            group, frame = next((group, frame) for most, group, frame in FRAMES if points <= most)
            page.write_row(
                row,
                0,
                (number, code, section, work, output, group, frame, points, points / UNIT_POINTS),
            )
            row += 1


def issue_catalogue(officer, leader, home, valid_from: date) -> Catalogue:
    """Imported by the officer, submitted, approved by the leader (Đ13)."""
    draft = cataloguing.begin_catalogue(
        officer,
        unit_id=home.pk,
        name="Danh mục sản phẩm, công việc của phường",
        unit_product="Văn bản hành chính đơn giản",
        unit_points=UNIT_POINTS,
    )
    upload = io.BytesIO(workbook())
    upload.name = "danh-muc-san-pham.xlsx"
    file = store(officer, upload, unit_path=home.path, allowed={"xlsx"})
    report = import_catalogue(officer, catalogue_id=draft.pk, file=file, dry_run=False)
    assert report.is_done, [str(problem) for problem in report.problems]
    cataloguing.submit_catalogue(officer, catalogue_id=draft.pk)
    return cataloguing.approve_catalogue(
        leader,
        catalogue_id=draft.pk,
        basis="Quyết định số 83/QĐ-UBND ngày 30/6/2026",
        valid_from=valid_from,
    )

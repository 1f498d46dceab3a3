"""The list of people proposed for replacement, as a letter of the Party's office (S0-049)."""

from collections.abc import Sequence
from datetime import date

from thenchot.organisation.queries import home_of
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.word.letters import Letter, Table, build
from thenchot.rating.enums import ReviewState
from thenchot.rating.labels import REVIEW_STATE
from thenchot.rating.models import ReplacementReview

COLUMNS = (
    "Số TT",
    "Họ và tên",
    "Chức danh, đơn vị",
    "Các quý không hoàn thành",
    "Quý chưa xếp loại ở giữa",
    "Ý kiến của cấp có thẩm quyền",
)
WIDTHS = (13, 45, 60, 44, 40, 55)


@in_vietnamese
def replacements(found: Sequence[ReplacementReview], on: date) -> bytes:
    rows = [
        [
            str(number),
            one.person.full_name,
            f"{one.title}, {one.unit.name}".strip(", "),
            ", ".join(one.quarters),
            ", ".join(one.gaps) or "không",
            f"{REVIEW_STATE[ReviewState(one.state)]}{f': {one.reason}' if one.reason else ''}",
        ]
        for number, one in enumerate(found, 1)
    ]
    home = home_of(found[0].unit) if found else None
    body = [
        "Căn cứ kết quả đánh giá, xếp loại hằng quý, danh sách cán bộ không hoàn thành nhiệm vụ "
        "từ 02 quý liên tiếp trở lên, đề nghị cấp có "
        "thẩm quyền xem xét:",
        Table(COLUMNS, rows, WIDTHS) if rows else "Không có trường hợp nào.",
    ]
    return build(
        Letter(
            layout="party",
            issuer=home.name if home else "Đảng ủy",
            superior="",
            place=home.name if home else "",
            issued_on=on,
            kind="Danh sách",
            title="đề xuất xem xét thay thế cán bộ",
            body=body,
            landscape=True,
            signer_title="Người lập",
            recipients=("Ban Thường vụ", "Lưu."),
        )
    )

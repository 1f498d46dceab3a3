"""Words of the law as data, which knows no Django: what stands in tuples there is named here for
the catalogue.
"""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_noop as noop

from thenchot.platform.language import say
from thenchot.policy.packs import Certainty
from thenchot.policy.parameters import Spec, spec_of

NAMED = (
    noop("Chương trình, nhiệm vụ"),
    noop("Lịch làm việc"),
    noop("Tổ chức, biên chế"),
    noop("Tài khoản, phân quyền"),
    noop("Thư báo việc"),
    noop("Hồ sơ, dữ liệu cá nhân"),
    noop("Tiêu chuẩn chức danh, vị trí việc làm"),
    noop("Cơ cấu cán bộ"),
    noop("Dự báo đội ngũ"),
    noop("người-năm"),
    noop("So hồ sơ với vị trí (gợi ý)"),
    noop("Phương án tham khảo"),
    noop("Xếp loại năm"),
    noop("Theo dõi, chấm điểm"),
    noop("Đánh giá theo quy định của Đảng"),
    noop("điểm"),
    noop("nhóm"),
    noop("quý liên tiếp"),
    noop("Đợt xếp loại năm, xếp loại tổ chức"),
    noop("ngày"),
    noop("ngày làm việc"),
    noop("phút"),
    noop("phần nghìn mỗi năm"),
    noop("đồng"),
    noop("đồng một tháng"),
    noop("triệu đồng"),
    noop("% lương tháng"),
    noop("% phụ cấp tháng"),
    noop("% lương cơ sở"),
    noop("% lương tối thiểu vùng"),
    noop("tiết"),
    noop("tuổi"),
    noop("giờ"),
    noop("tháng"),
    noop("năm"),
    noop("người"),
    noop("chức danh"),
    noop("tiêu chuẩn"),
    noop("lượt"),
    noop("bậc"),
    noop("Tiêu chuẩn chính trị"),
    noop("Quy hoạch cán bộ"),
    noop("Bố trí, bổ nhiệm cán bộ"),
)

# How sure the system is of a fact of law, as a person reads it.
CERTAINTY = {
    Certainty.READ: gettext_lazy("đã đọc văn bản"),
    Certainty.SEEN: gettext_lazy("đã thấy trích dẫn"),
    Certainty.SEEN_2ND: gettext_lazy("thấy qua nguồn khác"),
    Certainty.RECALLED: gettext_lazy("theo hiểu biết, chưa đối chiếu"),
    Certainty.DEFAULT: gettext_lazy("hệ thống đặt, thay được"),
    Certainty.LOCAL: gettext_lazy("địa phương quy định"),
}


def said_values(values: dict) -> list[tuple[str, str]]:
    """Values kept with a result (`{key: value}`), in words: label, and value with its unit."""
    return [_said(spec_of(key), key, value) for key, value in values.items()]


def _said(spec: Spec, key: str, value) -> tuple[str, str]:
    return label(spec, key), f"{spec.kind.show(value)} {say(spec.unit)}".strip()


def label(spec: Spec, key: str) -> str:
    """What a key is called; a key of the calendar with its year."""
    year = spec.year_of(key)
    return (
        _("%(label)s năm %(year)s") % {"label": say(spec.label), "year": year}
        if year
        else say(spec.label)
    )

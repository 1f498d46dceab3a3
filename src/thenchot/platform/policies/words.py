"""Words of the law as data, which knows no Django: what stands in tuples there is named here for
the catalogue.
"""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from thenchot.platform.language import say
from thenchot.policy.parameters import Spec

NAMED = (
    noop("Chương trình, nhiệm vụ"),
    noop("Lịch làm việc"),
    noop("Tổ chức, biên chế"),
    noop("Tài khoản, phân quyền"),
    noop("Hồ sơ, dữ liệu cá nhân"),
    noop("Tiêu chuẩn chức danh, vị trí việc làm"),
    noop("Cơ cấu cán bộ"),
    noop("Xếp loại năm"),
    noop("Theo dõi, chấm điểm"),
    noop("Đánh giá theo quy định của Đảng"),
    noop("điểm"),
    noop("nhóm"),
    noop("quý liên tiếp"),
    noop("Đợt xếp loại năm, xếp loại tổ chức"),
    noop("ngày"),
    noop("ngày làm việc"),
    noop("tuổi"),
    noop("giờ"),
    noop("tháng"),
    noop("năm"),
    noop("người"),
)


def label(spec: Spec, key: str) -> str:
    """What a key is called; a key of the calendar with its year."""
    year = spec.year_of(key)
    return (
        _("%(label)s năm %(year)s") % {"label": say(spec.label), "year": year}
        if year
        else say(spec.label)
    )

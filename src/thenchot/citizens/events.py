"""What the trail calls the events of this room, and the things they are about."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.audit.labels import register
from thenchot.platform.audit.pages import register_pages
from thenchot.platform.audit.subjects import register_subjects

register(
    {
        "cases_import_begun": _("Bắt đầu nhập hồ sơ một cửa"),
        "cases_imported": _("Nhập hồ sơ một cửa"),
        "case_changed": _("Hồ sơ một cửa đổi so với lần nhập trước"),
        "case_apologised": _("Ghi thư xin lỗi, hẹn lại"),
        "cases_excused": _("Tính lại hạn hồ sơ theo sự cố"),
        "rating_slips_given": _("Phát phiếu đánh giá mức hài lòng"),
        "rating_slip_handed": _("Đưa phiếu đánh giá cho người dân"),
        "outage_reported": _("Báo sự cố hệ thống một cửa"),
        "outage_confirmed": _("Xác nhận sự cố hệ thống một cửa"),
        "outage_refused": _("Không xác nhận sự cố hệ thống một cửa"),
    }
)
register_subjects(
    {
        "citizens.casecolumns": _("cột của tệp một cửa"),
        "citizens.batch": _("lần nhập hồ sơ"),
        "citizens.case": _("hồ sơ một cửa"),
        "citizens.casechange": _("lần đổi hồ sơ"),
        "citizens.outage": _("sự cố hệ thống"),
        "citizens.apology": _("thư xin lỗi"),
        "citizens.ratingslip": _("phiếu đánh giá"),
        "citizens.satisfaction": _("câu trả lời về mức hài lòng"),
    }
)
register_pages(
    {
        "onestop_case": _("Hồ sơ một cửa"),
        "onestop_apology": _("Thư xin lỗi"),
    }
)

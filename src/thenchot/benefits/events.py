"""What the trail calls the events of this room, and the things they are about."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.audit.labels import register
from thenchot.platform.audit.pages import register_pages
from thenchot.platform.audit.subjects import register_subjects

register(
    {
        "benefit_policies_adopted": _("Lấy danh mục chính sách có sẵn"),
        "benefit_policy_drafted": _("Soạn chính sách"),
        "benefit_policy_changed": _("Sửa chính sách đang soạn"),
        "benefit_policy_in_force": _("Áp dụng chính sách"),
        "benefit_window_kept": _("Ghi thời gian nhận hồ sơ của chính sách"),
        "benefit_policy_reviewed": _("Rà soát chính sách"),
        "benefit_policy_ended": _("Thôi áp dụng chính sách"),
        "benefits_found": _("Tìm người được hưởng chế độ"),
        "benefit_case_opened": _("Lập hồ sơ chế độ"),
        "benefit_case_prepared": _("Ghi số liệu, tính mức hưởng chế độ"),
        "benefit_amount_overridden": _("Ghi mức hưởng chế độ kèm căn cứ"),
        "benefit_case_submitted": _("Trình hồ sơ chế độ"),
        "benefit_case_approved": _("Duyệt hồ sơ chế độ"),
        "benefit_case_returned": _("Trả lại hồ sơ chế độ"),
        "benefit_case_refused": _("Không cho hưởng chế độ, có lý do"),
        "benefit_case_withdrawn": _("Rút hồ sơ chế độ"),
        "benefit_commitment_left": _("Ghi nghỉ trước hạn cam kết"),
        "benefit_repaid": _("Ghi hoàn trả hỗ trợ"),
        "rearrangement_opened": _("Lập danh sách người chịu tác động của sắp xếp"),
        "affected_gathered": _("Lấy người của đơn vị vào danh sách chịu tác động"),
        "affected_added": _("Thêm người vào danh sách chịu tác động"),
        "affected_answered": _("Ghi vì sao không có chế độ"),
        "payment_drawn_up": _("Lập danh sách chi trả"),
        "payment_item_dropped": _("Bỏ một dòng khỏi danh sách chi trả"),
        "payment_approved": _("Duyệt chi"),
    }
)
register_subjects(
    {
        "benefits.policy": _("chính sách"),
        "benefits.policycondition": _("điều kiện của chính sách"),
        "benefits.policyline": _("dòng tính của chính sách"),
        "benefits.case": _("hồ sơ chế độ"),
        "benefits.rearrangement": _("danh sách chịu tác động của sắp xếp"),
        "benefits.affected": _("người chịu tác động của sắp xếp"),
        "benefits.payment": _("danh sách chi trả"),
        "benefits.paymentitem": _("dòng chi trả"),
    }
)
register_pages(
    {
        "benefit_case": _("Hồ sơ chế độ"),
        "benefit_case_paper": _("Quyết định giải quyết chế độ"),
        "payment_paper": _("Danh sách chi trả"),
        "payment_sheet": _("Danh sách chi trả"),
    }
)

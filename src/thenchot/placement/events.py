"""What the trail calls the events of this room, and the things they are about."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.audit.labels import register
from thenchot.platform.audit.pages import register_pages
from thenchot.platform.audit.subjects import register_subjects

register(
    {
        "vacancies_found": _("Rà soát chỗ khuyết"),
        "vacancy_way_chosen": _("Ghi hướng bố trí chỗ khuyết"),
        "vacancy_held": _("Để khuyết có lý do"),
        "procedure_opened": _("Mở quy trình công tác cán bộ"),
        "procedure_step_finished": _("Ghi một bước của quy trình"),
        "procedure_step_scanned": _("Gắn bản quét của bước"),
        "procedure_paper_noted": _("Ghi giấy tờ của quy trình"),
        "procedure_special_accepted": _("Chấp nhận trường hợp đặc biệt"),
        "procedure_stopped": _("Dừng quy trình công tác cán bộ"),
        "procedure_decided": _("Ghi quyết định công tác cán bộ"),
        "hand_over_noted": _("Ghi bàn giao"),
        "placements_reviewed": _("Rà soát bố trí"),
        "mentor_named": _("Ghi người hướng dẫn"),
        "mentoring_ended": _("Kết thúc hướng dẫn"),
        "delegation_set": _("Ghi phân cấp quản lý cán bộ"),
        "delegation_ended": _("Hết hiệu lực một dòng phân cấp"),
    }
)
register_subjects(
    {
        "placement.vacancy": _("chỗ khuyết"),
        "placement.procedure": _("quy trình công tác cán bộ"),
        "placement.procedurestep": _("bước của quy trình"),
        "placement.paper": _("giấy tờ của quy trình"),
        "placement.waiver": _("trường hợp đặc biệt"),
        "placement.handoveritem": _("nội dung bàn giao"),
        "placement.placementreview": _("rà soát bố trí"),
        "placement.mentorpair": _("cặp hướng dẫn"),
        "placement.delegationline": _("phân cấp quản lý cán bộ"),
    }
)
register_pages(
    {
        "procedure": _("Quy trình công tác cán bộ"),
        "procedure_proposal": _("Tờ trình"),
        "procedure_fitness": _("Phiếu kiểm tra điều kiện"),
        "procedure_decision": _("Quyết định"),
    }
)

"""What the trail calls the events of this room, and the things they are about."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.audit.labels import register
from thenchot.platform.audit.pages import register_pages
from thenchot.platform.audit.subjects import register_subjects

register(
    {
        "cell_members_added": _("Ghi đảng viên của chi bộ"),
        "cell_member_changed": _("Đổi diện, chức vụ của đảng viên"),
        "cell_member_left": _("Ghi đảng viên thôi sinh hoạt ở chi bộ"),
        "cell_member_reviewed": _("Ghi kiểm điểm đảng viên ở chi bộ"),
        "cell_charge_given": _("Phân công cấp ủy viên phụ trách chi bộ"),
        "cell_charge_reported": _("Báo cáo của người phụ trách chi bộ"),
        "cell_sheet_drafted": _("Soạn phiếu chấm sinh hoạt chi bộ"),
        "cell_sheet_issued": _("Ban hành phiếu chấm sinh hoạt chi bộ"),
        "cell_meeting_recorded": _("Ghi cuộc họp chi bộ"),
        "cell_meeting_scored": _("Chi bộ tự chấm cuộc họp"),
        "cell_meeting_confirmed": _("Cấp trên chấm cuộc họp chi bộ"),
        "cell_recommendation_answered": _("Trả lời kiến nghị của chi bộ"),
        "congress_planned": _("Chuẩn bị đại hội chi bộ"),
        "congress_nominated": _("Giới thiệu nhân sự đại hội"),
        "congress_held": _("Ghi kết quả đại hội chi bộ"),
    }
)
register_subjects(
    {
        "cells.cellmember": _("đảng viên của chi bộ"),
        "cells.cellcharge": _("phân công phụ trách chi bộ"),
        "cells.chargereport": _("báo cáo phụ trách chi bộ"),
        "cells.memberreview": _("kiểm điểm ở chi bộ"),
        "cells.sheet": _("phiếu chấm sinh hoạt chi bộ"),
        "cells.sheetitem": _("tiêu chí của phiếu chấm"),
        "cells.agendaitem": _("nội dung cuộc họp chi bộ"),
        "cells.meetingscore": _("điểm của một tiêu chí"),
        "cells.meeting": _("cuộc họp chi bộ"),
        "cells.congress": _("đại hội chi bộ"),
        "cells.candidate": _("nhân sự đại hội"),
    }
)
register_pages(
    {
        "cell_member_list": _("Đảng viên của chi bộ"),
        "cell_review_list": _("Kiểm điểm của chi bộ"),
        "congress": _("Danh sách bầu của đại hội chi bộ"),
    }
)

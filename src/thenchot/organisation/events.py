"""What the trail calls the events of this room, and the things they are about."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.audit.labels import register
from thenchot.platform.audit.subjects import register_subjects

register(
    {
        "unit_created": _("Thêm đơn vị"),
        "unit_renamed": _("Đổi tên đơn vị"),
        "unit_corrected": _("Sửa đơn vị"),
        "unit_moved": _("Chuyển đơn vị"),
        "unit_dissolved": _("Kết thúc đơn vị"),
        "units_imported": _("Nhập cây đơn vị"),
        "alias_remembered": _("Nhớ tên gọi của đơn vị"),
        "term_opened": _("Mở nhiệm kỳ"),
        "units_joined": _("Hợp nhất đơn vị"),
        "unit_divided": _("Chia tách đơn vị"),
        "title_added": _("Thêm chức danh"),
        "title_corrected": _("Sửa chức danh"),
        "title_ended": _("Thôi dùng chức danh"),
        "scheme_begun": _("Lập đề án vị trí việc làm"),
        "scheme_submitted": _("Trình đề án vị trí việc làm"),
        "scheme_returned": _("Trả lại đề án vị trí việc làm"),
        "scheme_approved": _("Ghi quyết định phê duyệt vị trí việc làm"),
        "position_added": _("Thêm vị trí việc làm"),
        "position_described": _("Sửa bản mô tả vị trí việc làm"),
        "position_dropped": _("Bỏ vị trí việc làm khỏi dự thảo"),
        "positions_taken": _("Lấy vị trí việc làm từ danh mục mẫu"),
        "positions_imported": _("Nhập vị trí việc làm từ tệp"),
        "quota_set": _("Ghi biên chế được giao"),
        "title_limit_set": _("Ghi số lượng được bố trí theo chức danh"),
        "headcount_stated": _("Ghi số liệu của văn bản"),
        "committee_opened": _("Lập tập thể của nhiệm kỳ"),
        "committee_corrected": _("Sửa tập thể"),
        "seat_added": _("Thêm chỗ trong tập thể"),
        "seat_named": _("Sửa tên chỗ trong tập thể"),
        "seat_held": _("Để khuyết chỗ vì cơ cấu"),
        "seat_released": _("Thôi để khuyết chỗ"),
        "seat_closed": _("Bỏ chỗ trong tập thể"),
        "duty_added": _("Thêm chức năng, nhiệm vụ"),
        "duty_described": _("Sửa chức năng, nhiệm vụ"),
        "duty_ended": _("Kết thúc chức năng, nhiệm vụ"),
        "duty_given": _("Giao chức năng, nhiệm vụ cho đơn vị"),
        "duty_taken": _("Thôi giao chức năng, nhiệm vụ"),
        "duties_imported": _("Nhập chức năng, nhiệm vụ từ Excel"),
        "places_imported": _("Nhập danh mục xã, phường"),
    }
)
register_subjects(
    {
        "organisation.unit": _("đơn vị"),
        "organisation.unitversion": _("tên và vị trí trước đây của đơn vị"),
        "organisation.alias": _("tên gọi của đơn vị trong văn bản"),
        "organisation.unitlink": _("đơn vị kế tiếp"),
        "organisation.title": _("chức danh"),
        "organisation.positionscheme": _("đề án vị trí việc làm"),
        "organisation.jobposition": _("vị trí việc làm"),
        "organisation.term": _("nhiệm kỳ"),
        "organisation.committee": _("tập thể lãnh đạo"),
        "organisation.seat": _("chỗ trong tập thể"),
        "organisation.duty": _("chức năng, nhiệm vụ của đơn vị"),
        "organisation.dutyholder": _("đơn vị giữ chức năng"),
        "organisation.place": _("xã, phường theo danh mục"),
        "organisation.quota": _("biên chế được giao"),
        "organisation.titlelimit": _("số lượng theo chức danh"),
        "organisation.headcount": _("số liệu đội ngũ"),
    }
)

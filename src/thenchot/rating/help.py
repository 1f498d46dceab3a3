"""How the subjects of this room are worked on."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.help import Subject, register

register(
    Subject(
        70,
        "year",
        _("Xếp loại năm"),
        _("Mở đợt, tự đánh giá, đề xuất, quyết định, công khai, khóa."),
        ("/years/", "/ratings/", "/organisations/", "/meetings/", "/absences/"),
    ),
    Subject(
        80,
        "complaints",
        _("Kiến nghị, khiếu nại"),
        _("Không đồng ý với điểm hoặc mức: gửi ở đâu, ai trả lời, bao lâu."),
        ("/complaints/", "/objections/"),
    ),
)

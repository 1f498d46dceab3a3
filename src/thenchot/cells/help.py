"""How the subject of this room is worked on."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.help import Subject, register

register(
    Subject(
        68,
        "cells",
        _("Sinh hoạt chi bộ"),
        _("Ghi cuộc họp, chi bộ tự chấm, cấp trên chấm; kiểm điểm đảng viên; nhân sự đại hội."),
        ("/cells/",),
    ),
)

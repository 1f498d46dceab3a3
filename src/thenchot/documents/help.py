"""How the subjects of this room are worked on."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.help import Subject, register

register(
    Subject(
        20,
        "documents",
        _("Văn bản"),
        _("Vào sổ, tìm lại, nối văn bản với nhau."),
        ("/documents/",),
    ),
)

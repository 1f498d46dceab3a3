"""Tables of the page that shows what a list of people would do."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.registers.columns import Column, StateColumn
from thenchot.platform.registers.listing import Listing

OUTCOMES = {
    "bad": _("cần sửa"),
    "open": _("chờ trả lời"),
    "created": _("thêm mới"),
    "updated": _("cập nhật"),
    "unchanged": _("không đổi"),
}
TONES = {"bad": "act", "open": "act", "created": "done", "updated": "wait"}


class ChangeListing(Listing):
    """Cells that differ from the files: what is kept, what would be."""

    label = _("Các ô khác với hồ sơ")

    row = Column(_("Dòng"))
    person = Column(_("Họ và tên"))
    column = Column(_("Cột"))
    before = Column(_("Đang là"), css="was")
    after = Column(_("Sẽ là"))


class LineListing(Listing):
    """What each row becomes."""

    label = _("Các dòng")

    row = Column(_("Dòng"))
    name = Column(_("Tên"), "label")
    action = StateColumn(_("Sẽ"), labels=OUTCOMES, tones=TONES)
    details = Column(_("Chi tiết"))


def changes_of(picture) -> ChangeListing:
    return ChangeListing(
        [
            {**cell, "row": person["row"], "person": person["label"]}
            for person in picture["changes"]
            for cell in person["cells"]
        ]
    )

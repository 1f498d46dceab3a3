"""Tables of a person's file."""

from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.people.cells import period_of, title_of_seat
from thenchot.platform.registers.columns import EMPTY, Column
from thenchot.platform.registers.listing import Listing


class FileCareerListing(Listing):
    """The same in the file of a person, with position and decision."""

    label = _("Vị trí công tác")

    period = Column(_("Thời gian"), period_of, css="nowrap")
    title = Column(_("Chức danh"), title_of_seat)
    unit = Column(_("Đơn vị"), "unit__name")
    position = Column(_("Vị trí việc làm"))
    decision = Column(_("Quyết định"))


class DifferenceListing(Listing):
    """What a person asks to have changed: as the file says it, as it would."""

    label = _("Sẽ đổi")

    field = Column(_("Mục"), "label")
    before = Column(_("Hồ sơ đang ghi"))
    after = Column(
        _("Đề nghị ghi"), lambda one: format_html("<strong>{}</strong>", one.after or EMPTY)
    )


class FileStandingListing(Listing):
    """How complete the files of each bloc are, and of all."""

    label = _("Theo khối")

    name = Column(_("Khối"), lambda one: one.name or gettext("Tổng số"))
    total = Column(_("Số người"))
    complete = Column(_("Đủ mục bắt buộc"))
    incomplete = Column(_("Còn thiếu"))
    confirmed = Column(_("Đã xác nhận năm nay"))
    digitised = Column(_("Đã số hóa"))

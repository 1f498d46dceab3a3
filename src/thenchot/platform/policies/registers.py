"""What localities entered, and what is in force, as tables."""

from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.platform.policies import queries
from thenchot.platform.policies.access import SEE
from thenchot.platform.policies.actions import POLICY
from thenchot.platform.policies.branches import branch_of
from thenchot.platform.policies.showing import told
from thenchot.platform.policies.words import CERTAINTY
from thenchot.platform.registers.columns import Column, DayColumn, OffersColumn, PartColumn
from thenchot.platform.registers.listing import Listing
from thenchot.platform.registers.register import Register
from thenchot.platform.scope import places


class CodeListing(Listing):
    """Codes of one list of the field."""

    wide = True

    code = Column(_("Mã"), lambda code: outside_code(code.code), css="nowrap")
    name = Column(_("Tên"))
    names = Column(_("Cách ghi khác"), lambda code: "; ".join(code.names))
    note = Column(_("Ghi chú"), lambda code: note_of(code))


def outside_code(code: str) -> str:
    """A code of the field as it is; those only this program uses say nothing to a reader."""
    return "" if "_" in code else code


def note_of(code) -> str:
    """Until when it is used, what is remarkable of it, how sure it is."""
    until = f"{gettext('dùng đến')} {code.valid_to:%d/%m/%Y}" if code.valid_to else ""
    return " ".join(part for part in (until, code.note, str(CERTAINTY[code.certainty])) if part)


def shown(value) -> str:
    return f"{value.shown} {value.unit}".strip()


class WaitingListing(Listing):
    """Values that wait for a second person."""

    label = _("Chờ người thứ hai xác nhận")

    name = Column(_("Chính sách"), "label", notes=("place",))
    value = Column(_("Giá trị"), shown)
    basis = Column(_("Căn cứ"))
    time = PartColumn(_("Thời gian"), "policies/_days.html", css="nowrap")
    entered_by = Column(_("Người nhập"))
    step = OffersColumn(_("Việc có thể làm"), offers=POLICY.offers, about="label")


class InForceListing(Listing):
    """Values in force for one unit on one day, of one subject."""

    name = Column(_("Chính sách"), lambda row: row["label"])
    value = PartColumn(_("Giá trị"), "policies/_value.html")
    basis = PartColumn(_("Căn cứ"), "policies/_basis.html")
    layer = Column(_("Nơi đặt"), lambda row: row["layer"], css="nowrap")
    time = PartColumn(_("Từ – đến"), "policies/_days_in_force.html", css="nowrap")


class ValueColumn(Column):
    """The value; struck out where it was withdrawn."""

    def show(self, content, record):
        if record.withdrawn_at:
            return format_html('<span class="was">{}</span>', content)
        return content


class HistoryRegister(Register):
    """Everything entered for a branch or one above it, the latest first."""

    code, title = "policy_history", _("Lịch sử chính sách")
    see = SEE
    above = ((_("Chính sách đang áp dụng"), "policy_list"),)
    empty = _("Địa phương chưa nhập giá trị nào; đang dùng giá trị chung.")
    file_name = "lich-su-chinh-sach"

    name = Column(
        _("Chính sách"), lambda value: value.label, width=44, notes=(lambda value: value.place,)
    )
    value = ValueColumn(_("Giá trị"), shown, width=24)
    basis = Column(_("Căn cứ"), width=44)
    valid_from = DayColumn(_("Từ ngày"), width=13)
    valid_to = DayColumn(_("Đến ngày"), width=13)
    entered_by = Column(_("Người nhập"), "entered_by__name", width=26, notes=("entered_at",))
    answer = PartColumn(_("Xác nhận"), "policies/_answer.html", width=30, sort=False)

    def branch(self) -> str:
        return branch_of(self.actor, self.given)

    def get_rows(self, permission):
        return queries.list_history(self.actor, self.branch())

    def heading(self):
        place = places.names([self.branch()])[self.branch()]
        return f"{self.title}: {place}"

    def prepare(self, rows):
        return told(rows, places.names(value.path for value in rows))

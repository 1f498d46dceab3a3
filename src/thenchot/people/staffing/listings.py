"""Tables of the pages of staffing: committees of a term, seats of a committee, limits of titles."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.access import KEEP_POSTS
from thenchot.organisation.rules.committees import SeatStanding
from thenchot.people.cells import concurrent_tag, head_tag, period_of, title_of_seat
from thenchot.people.staffing.actions import APPOINTMENT, offers_of_row
from thenchot.platform.registers.columns import (
    EMPTY,
    Column,
    LinkColumn,
    NumberColumn,
    OffersColumn,
    StateColumn,
    day_of,
)
from thenchot.platform.registers.listing import Listing

STANDINGS = {
    SeatStanding.FILLED: _("có người"),
    SeatStanding.VACANT: _("khuyết"),
    SeatStanding.HELD: _("để khuyết vì cơ cấu"),
    SeatStanding.REVIEW_DUE: _("để khuyết, đến hạn xem lại"),
    SeatStanding.EXCESS: _("vượt số được duyệt"),
}
TONES = {
    SeatStanding.FILLED: "done",
    SeatStanding.VACANT: "act",
    SeatStanding.HELD: "wait",
    SeatStanding.REVIEW_DUE: "act",
    SeatStanding.EXCESS: "act",
}


def counted(standing: SeatStanding):
    return lambda row: row.counts[standing.value]


def held_of(row) -> str:
    """How many seats are kept empty for structure, and of how many that is to be looked at."""
    held, due = row.counts["held"], row.counts["review_due"]
    return f"{held} + {due} {gettext('đến hạn xem lại')}" if due else str(held)


class CommitteeListing(Listing):
    """Committees of a term and how their seats stand."""

    name = LinkColumn(
        _("Tập thể"),
        "committee__name",
        route="committee_detail",
        key="committee__pk",
        notes=("committee__get_kind_display",),
    )
    approved = NumberColumn(_("Được duyệt"), "committee__approved_seats")
    filled = NumberColumn(_("Có người"), counted(SeatStanding.FILLED))
    vacant = NumberColumn(_("Khuyết"), counted(SeatStanding.VACANT))
    held = Column(_("Để khuyết vì cơ cấu"), held_of, css="num")
    excess = NumberColumn(_("Vượt"), counted(SeatStanding.EXCESS))


def _held_for(row) -> str:
    if row.seating or not row.seat.held_for:
        return ""
    return f"{row.seat.held_for}; {gettext('xem lại')} {day_of(row.seat.review_on)}"


def _since(row) -> str:
    if row.seating is None:
        return ""
    since = f"{gettext('từ')} {day_of(row.seating.valid_from)}"
    return f"{since} · {row.seating.basis}" if row.seating.basis else since


class SeatListing(Listing):
    """Seats of a committee with who sits there on a day. `reads`: whether names may be read."""

    label = _("Các chỗ")

    number = Column(_("TT"), "seat__number", css="nowrap")
    title = Column(_("Chức danh"), "seat__name", notes=("seat__title__name",))
    holder = LinkColumn(
        _("Người giữ"),
        "seating__person__full_name",
        route="person_detail",
        key=lambda row: row.seating.person_id if row.may_open else None,
        notes=(_since,),
    )
    standing = StateColumn(
        _("Tình trạng"),
        labels=STANDINGS,
        tones=TONES,
        notes=(_held_for, (_("cho phép vượt"), "seat__excess_basis")),
    )
    offers = OffersColumn(_("Việc có thể làm"), offers=offers_of_row, about="seat__number")

    @classmethod
    def of(cls, rows, actor, committee, *, reads: bool):
        for row in rows:
            row.seat.committee = committee
            if row.seating:
                row.seating.seat = row.seat
        keeps = actor.may(KEEP_POSTS, committee.unit.path)
        shown = [name for name in cls.base_columns if keeps or name != "offers"]
        table = cls(rows, actor=actor, only=shown)
        table.reads = reads
        return table

    def render_holder(self, record, column, value):
        """Whoever may not read people sees that somebody sits there."""
        return column.render(value, record) if self.reads else gettext("có người")


def _free(row):
    _limit, _used, free = row
    return format_html('<span class="tag act">{}</span>', free) if free < 0 else free


class LimitListing(Listing):
    """How many may hold a title, how many do: (limit, used, free)."""

    label = _("Số lượng theo chức danh")

    title = Column(_("Chức danh"), lambda row: row[0].title.name, notes=(lambda row: row[0].basis,))
    unit = Column(_("Tại"), lambda row: row[0].unit.name)
    term = Column(_("Nhiệm kỳ"), lambda row: row[0].term and row[0].term.name)
    number = NumberColumn(_("Được bố trí"), lambda row: row[0].number)
    used = NumberColumn(_("Đang giữ"), lambda row: row[1])
    free = Column(_("Còn"), _free, css="num")


class CareerListing(Listing):
    """Every seat of a person, the last one first."""

    label = _("Vị trí công tác")

    period = Column(_("Thời gian"), period_of, css="nowrap")
    title = Column(_("Chức danh"), title_of_seat)
    unit = Column(_("Đơn vị"), "unit__name")
    offers = OffersColumn(_("Việc có thể làm"), offers=APPOINTMENT.offers, about="unit__name")

    @classmethod
    def of(cls, seats, actor, *, may_edit: bool):
        shown = [name for name in cls.base_columns if may_edit or name != "offers"]
        return cls(list(seats), actor=actor, only=shown)


class UnitSeatListing(Listing):
    """Who sits in a unit and below it. `here`: the unit."""

    label = _("Người đang công tác")

    name = Column(
        _("Họ và tên"),
        lambda seat: format_html(
            '<a href="{}">{}</a>{}',
            reverse("person_detail", args=[seat.person_id]),
            seat.person.full_name,
            head_tag(seat),
        ),
    )
    title = Column(
        _("Chức danh"),
        lambda seat: format_html("{}{}", seat.title or EMPTY, concurrent_tag(seat)),
    )
    unit = Column(_("Đơn vị"), "unit__name")

    def __init__(self, rows, *, here, **more):
        self.here = here
        super().__init__(rows, **more)

    def render_unit(self, record):
        if record.unit_id == self.here.pk:
            return format_html('<span class="dim">{}</span>', gettext("tại đây"))
        address = reverse("unit_detail", args=[record.unit_id])
        return format_html('<a href="{}">{}</a>', address, record.unit.name)

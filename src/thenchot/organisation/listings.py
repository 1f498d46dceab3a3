"""Tables on the pages of the room that are about something else."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext_lazy as _

from thenchot.organisation.actions.duties import HOLDER
from thenchot.organisation.wording import days_of
from thenchot.platform.registers.columns import (
    Column,
    DayColumn,
    LinkColumn,
    NumberColumn,
    OffersColumn,
    StateColumn,
)
from thenchot.platform.registers.listing import Listing


def added_columns(found: list[dict], key: Callable[[Any], int]) -> list[tuple[str, Column]]:
    """What upper rooms add to a list; `key`: the id under which they know a record."""
    return [
        (f"added_{number}", _added(column["title"], column["cells"], key))
        for number, column in enumerate(found)
    ]


def _added(title, cells, key) -> Column:
    return Column(title, lambda record: cells.get(key(record)), excel=False, sort=False)


class PositionListing(Listing):
    """The positions of a scheme, group by group, with what upper rooms add."""

    label = _("Các vị trí việc làm")

    code = Column(_("Mã"), css="nowrap")
    name = LinkColumn(_("Vị trí việc làm"), route="position_detail", notes=("title__name",))
    place = Column(_("Đơn vị"), "unit__name")
    approved_number = NumberColumn(_("Được duyệt"))

    def __init__(self, positions, *, added, **more):
        begun = set()
        for position in positions:
            is_first = position.group not in begun
            position.heading = position.get_group_display() if is_first else ""
            begun.add(position.group)
        super().__init__(positions, extra_columns=added_columns(added, _pk), **more)

    @staticmethod
    def row_group(position):
        return position.heading


def _pk(record) -> int:
    return record.pk


class CompetencyListing(Listing):
    """Competencies a position asks for, group by group."""

    label = _("Yêu cầu về năng lực")

    name = Column(_("Năng lực"))
    level = Column(_("Cấp độ"))
    means = Column(_("Ít nhất nghĩa là"))

    @staticmethod
    def row_group(row):
        return row["heading"]


class HolderListing(Listing):
    """Who held a function when, and in which part."""

    label = _("Đơn vị giữ")

    holder = LinkColumn(_("Đơn vị"), "unit__name", route="unit_detail", key="unit_id")
    part = StateColumn(
        _("Vai"),
        lambda holder: "responsible" if holder.is_responsible else "helping",
        labels={"responsible": _("chủ trì"), "helping": _("phối hợp")},
        tones={"responsible": "fine"},
    )
    days = Column(_("Thời gian"), days_of, css="nowrap")
    step = OffersColumn(_("Việc có thể làm"), offers=HOLDER.offers, about="unit__name")


class BelowListing(Listing):
    """What a province gives to its communes, by level."""

    label = _("Giao, phân cấp cho cấp dưới")

    level = Column(_("Cấp"), lambda duty: duty.get_level_display())
    name = LinkColumn(_("Chức năng, nhiệm vụ"), route="duty_detail")
    basis = Column(_("Căn cứ"))
    valid_from = DayColumn(_("Từ ngày"))

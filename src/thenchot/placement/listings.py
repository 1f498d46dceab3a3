"""Tables on the page of a case: conditions, papers, what is handed over."""

from django.utils.translation import gettext_lazy as _

from thenchot.placement.actions.procedures import ITEM, PAPER
from thenchot.placement.labels import CHECK_STATE, CHECK_TONES, ITEM_STATE, ITEM_TONES
from thenchot.platform.registers.columns import (
    Column,
    DayColumn,
    DueColumn,
    LinkColumn,
    OffersColumn,
    StateColumn,
)
from thenchot.platform.registers.listing import Listing
from thenchot.platform.ui.templatetags.ui import cited


class CheckListing(Listing):
    """The conditions of the post, each with its article."""

    label = _("Phiếu kiểm tra điều kiện")

    name = Column(_("Điều kiện"), notes=(lambda check: cited(check.article),))
    state = StateColumn(_("Kết quả"), labels=CHECK_STATE, tones=CHECK_TONES)
    detail = Column(_("Chi tiết"))


def age_of(paper) -> str:
    return str(_("không quá %s tháng") % paper.months) if paper.months else ""


class PaperListing(Listing):
    """The papers of the file."""

    label = _("Hồ sơ")

    name = Column(_("Giấy tờ"), notes=(age_of,))
    issued_on = DayColumn(_("Ngày của giấy tờ"))
    scan = LinkColumn(
        _("Bản quét"),
        lambda paper: _("xem") if paper.file_id else "",
        route="file_download",
        key="file_id",
    )
    step = OffersColumn(offers=PAPER.offers, about="name")


class ItemListing(Listing):
    """What is handed over after the decision."""

    label = _("Bàn giao")

    text = Column(_("Nội dung"), notes=("note",))
    due_on = DueColumn(_("Xong trước hết ngày"), is_open=lambda item: item.done_on is None)
    state = StateColumn(_("Tình trạng"), labels=ITEM_STATE, tones=ITEM_TONES)
    step = OffersColumn(offers=ITEM.offers, about="text")

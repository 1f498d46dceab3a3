"""Tables on the pages of a policy and of a case."""

from django.utils.translation import gettext_lazy as _

from thenchot.benefits.actions.policies import CONDITION, LINE
from thenchot.benefits.labels import CHECK_STATE, CHECK_TONES, POLICY_STATE, POLICY_TONES
from thenchot.platform.registers.columns import (
    Column,
    DayColumn,
    LinkColumn,
    MoneyColumn,
    NumberColumn,
    OffersColumn,
    StateColumn,
)
from thenchot.platform.registers.listing import Listing


class ConditionListing(Listing):
    """Who is entitled: all of it must be met."""

    label = _("Ai được hưởng")

    words = Column(_("Điều kiện"))
    step = OffersColumn(offers=CONDITION.offers, about="words")


class LineListing(Listing):
    """What the amount is made of."""

    label = _("Mức hưởng")

    name = Column(_("Khoản"))
    words = Column(_("Cách tính"))
    step = OffersColumn(offers=LINE.offers, about="name")


class VersionListing(Listing):
    """Other versions of the same policy."""

    label = _("Các phiên bản khác")

    version = NumberColumn(_("Phiên bản"))
    name = LinkColumn(_("Chính sách"), route="benefit_policy")
    closes_on = DayColumn(_("Nhận hồ sơ đến"))
    state = StateColumn(_("Tình trạng"), labels=POLICY_STATE, tones=POLICY_TONES)


class CheckListing(Listing):
    """The conditions as they stand today."""

    label = _("Điều kiện")

    name = Column(_("Điều kiện"))
    state = StateColumn(_("Kết quả"), labels=CHECK_STATE, tones=CHECK_TONES)
    detail = Column(_("Hồ sơ cho biết"))


class AmountListing(Listing):
    """The arithmetic, line by line."""

    label = _("Mức hưởng")

    name = Column(_("Khoản"))
    words = Column(_("Cách tính"))
    often = Column(_("Chi"))
    amount = MoneyColumn(_("Số tiền (đồng)"))


class PaidListing(Listing):
    """What was paid, or stands in a list that is being drawn up."""

    label = _("Chi trả")

    payment = LinkColumn(_("Danh sách"), route="payment", key="payment_id")
    state = Column(_("Tình trạng"), lambda item: item.payment.get_state_display())
    amount = MoneyColumn(_("Số tiền (đồng)"))


class OwnPaidListing(PaidListing):
    """For the person: without the way to the list of everybody."""

    payment = Column(_("Danh sách"))

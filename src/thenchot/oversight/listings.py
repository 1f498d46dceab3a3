"""Tables on the page of an inspection."""

from django.utils.translation import gettext_lazy as _

from thenchot.oversight.actions.inspections import MEMBER
from thenchot.oversight.labels import TEAM_PART
from thenchot.platform.registers.columns import ChoiceColumn, Column, OffersColumn
from thenchot.platform.registers.listing import Listing


class TeamListing(Listing):
    """Who inspects."""

    label = _("Đoàn kiểm tra, giám sát")

    person = Column(_("Họ và tên"), "person__full_name")
    part = ChoiceColumn(_("Vai trò trong đoàn"), labels=TEAM_PART)
    step = OffersColumn(offers=MEMBER.offers, about="person")

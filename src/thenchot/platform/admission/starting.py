"""The first steps of this room, by role."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.scope.models import Grant
from thenchot.platform.scope.roles import Role
from thenchot.platform.ui.starting import Step, register


def _others(actor):
    """Accounts of the branch beside the own."""
    within = Grant.objects.none()
    for path in actor.paths:
        within |= Grant.objects.filter(path__startswith=path)
    return within.exclude(account=actor.account_id)


register(
    Step(Role.ADMIN, 20, _("In phiếu mở tài khoản đầu tiên"), "slip_new", _others),
)

"""What all units share (the official list of communes) is kept by who keeps all of them."""

from django.db.models import Q
from django.utils.translation import gettext as _

from thenchot.kernel.decision import Decision, Reason
from thenchot.organisation.models import Unit
from thenchot.platform.scope.actor import missing


def may_keep(actor, permission: str) -> Decision:
    """Yes where no unit lies beside the branches for which the actor holds the permission: the
    administrator of the only commune, of the province above all of them, or the keeper of the
    server.
    """
    paths = actor.paths_for(permission)
    if not paths:
        return Decision.no(missing(permission))
    if "/" in paths:
        return Decision.yes()
    above = {int(part) for path in paths for part in path.split("/") if part}
    inside = Unit.objects.under(paths).values("pk")
    if not Unit.objects.exclude(Q(pk__in=above) | Q(pk__in=inside)).exists():
        return Decision.yes()
    return Decision.no(
        Reason(
            "shared",
            _(
                "Với vai trò này ông (bà) không đổi được danh mục dùng chung cho mọi đơn vị trong "
                "hệ thống: nhờ người quản trị của đơn vị cấp trên cùng, hoặc người giữ máy chủ."
            ),
        )
    )

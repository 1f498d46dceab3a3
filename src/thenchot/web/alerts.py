"""Alerts of the running system itself, told to the administrators."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop as noop

from thenchot.platform import backup
from thenchot.platform.alerts import AccountAudience, Finding, Severity, alert
from thenchot.platform.scope.models import Grant
from thenchot.platform.scope.roles import Role

BACKUP_TOO_OLD = timedelta(days=2)


def administrators(on):
    grants = Grant.objects.in_force(on).filter(role=Role.ADMIN)
    return AccountAudience(tuple(grants.order_by().values_list("account_id", flat=True).distinct()))


@alert("system.backup", _("Sao lưu quá cũ"), "accounts.administer")
def old_backup(on):
    last = backup.last_success()
    since = last.finished_at.date() if last else on
    if last is None or on - since > BACKUP_TOO_OLD:
        yield Finding(
            "backup.backup",
            "",
            "",
            "/",
            Severity.LATE,
            since,
            f"Bản sao lưu mới nhất ngày {since:%d/%m/%Y}." if last else "Chưa có bản sao lưu nào.",
            next_step=noop("Chạy “thenchot backup”, xem vì sao lịch hằng ngày không chạy."),
            url="/account/",
            audience=(administrators(on),),
        )

"""Alerts of the running system itself, told to the administrators."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop as noop

from thenchot.platform import backup
from thenchot.platform.alerts import AccountAudience, Finding, Severity, alert
from thenchot.platform.jobs.models import Turn
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


@alert("system.backup_failed", _("Sao lưu không thành"), "accounts.administer")
def failed_backup(on):
    """The reason of the last failure: a damaged database is told here the same morning."""
    failed = Turn.objects.filter(name="backup.back_up", failed_at__isnull=False)
    for at, message in failed.values_list("failed_at", "message"):
        since = at.date() if at else on
        yield Finding(
            "backup.backup",
            "",
            "",
            "/",
            Severity.LATE,
            since,
            f"Lần sao lưu ngày {since:%d/%m/%Y} không thành: {message.partition(': ')[2]}",
            next_step=noop("Làm theo câu trên, rồi chạy “thenchot backup” và “thenchot doctor”."),
            url="/account/",
            audience=(administrators(on),),
        )

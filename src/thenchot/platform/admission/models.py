"""Slips: one-time codes on paper that open an account, or let its holder choose a new password."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thenchot.platform.scope.roles import Role


class SlipQuerySet(models.QuerySet):
    def usable(self, on):
        return self.filter(used_at__isnull=True, cancelled_at__isnull=True, expires_on__gte=on)


class Slip(models.Model):
    """`account` is empty until a slip that opens an account is used; a reset slip names it from the
    start.

    `subject` is free text of whoever asked for the slip ("people.person:12") and comes back with
    `account_opened`.
    """

    digest = models.CharField(max_length=64, unique=True)
    username = models.CharField(_("Tên đăng nhập"), max_length=60)
    name = models.CharField(_("Họ và tên"), max_length=120)
    email = models.EmailField(_("Thư điện tử"), blank=True)
    subject = models.CharField(max_length=120, blank=True)
    role = models.CharField(_("Vai trò"), max_length=20, choices=Role.choices, blank=True)
    path = models.CharField(max_length=200)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    is_reset = models.BooleanField(default=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    expires_on = models.DateField(_("Dùng đến hết ngày"))
    used_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)

    objects = SlipQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["path", "made_at"], name="slip_path")]
        constraints = [
            models.UniqueConstraint(
                fields=["username"],
                condition=Q(used_at__isnull=True, cancelled_at__isnull=True),
                name="slip_one_waiting_for_username",
            ),
            models.CheckConstraint(
                condition=Q(used_at__isnull=True) | Q(cancelled_at__isnull=True),
                name="slip_used_or_cancelled",
            ),
            models.CheckConstraint(
                condition=Q(used_at__isnull=True) | Q(account__isnull=False),
                name="slip_used_names_account",
            ),
            models.CheckConstraint(
                condition=Q(is_reset=True) | ~Q(role=""), name="slip_opens_with_a_role"
            ),
        ]

    def __str__(self):
        return f"{self.username} ({self.made_at:%d/%m/%Y})"

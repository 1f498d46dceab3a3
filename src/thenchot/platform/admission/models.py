"""Slips: one-time codes on paper that open an account, or let its holder choose a new password;
and grants that wait for a second person.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.platform.scope.roles import Role


class SlipQuerySet(models.QuerySet):
    def usable(self, on):
        return self.filter(used_at__isnull=True, cancelled_at__isnull=True, expires_on__gte=on)


class Slip(models.Model):
    """`account` is empty until a slip that opens an account is used; a reset slip names it from the
    start. `ends_on` is the last day of the role it opens with, where the power of whoever printed
    it ends.

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
    ends_on = models.DateField(_("Vai trò đến ngày"), null=True, blank=True)
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


class ProposalQuerySet(models.QuerySet):
    def waiting(self, on):
        """For the second person; what a slip opens waits as long as the slip can be used."""
        lives = Q(account__isnull=False) | Q(slip__in=Slip.objects.usable(on))
        return self.filter(lives, confirmed_at__isnull=True, dropped_at__isnull=True)


class Proposal(models.Model):
    """A grant that one person proposed and that counts only after a second person confirmed it.

    `account` is empty until the `slip` that opens it is used. `confirmed_by` is empty where the
    keeper of the server confirmed.
    """

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    slip = models.OneToOneField(
        Slip, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    role = models.CharField(_("Vai trò"), max_length=20, choices=Role.choices)
    path = models.CharField(max_length=200, db_index=True)
    starts_on = models.DateField(_("Từ ngày"))
    ends_on = models.DateField(_("Đến ngày"), null=True, blank=True)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    proposed_at = models.DateTimeField(auto_now_add=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)
    dropped_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    dropped_at = models.DateTimeField(null=True, blank=True)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(account__isnull=False) | Q(slip__isnull=False),
                name="proposal_for_somebody",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True)
                | (Q(confirmed_at__isnull=False) & ~Q(confirmed_by=F("proposed_by"))),
                name="proposal_second_person",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True)
                | Q(account__isnull=True)
                | ~Q(confirmed_by=F("account")),
                name="proposal_not_for_oneself",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=True) | Q(dropped_at__isnull=True),
                name="proposal_confirmed_or_dropped",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="proposal_ends_after_start",
            ),
        ]

    def __str__(self):
        return str(self.account or (self.slip and self.slip.name))

    @property
    def is_reset(self) -> bool:
        """Not a role is asked for, but a new password for somebody who holds it."""
        return self.slip is not None and self.slip.is_reset

    @property
    def concerned_id(self) -> int | None:
        """Whose account it is about; nobody's yet where a slip opens it."""
        return self.account_id or (self.slip.account_id if self.slip else None)

    @property
    def asked_for(self) -> str:
        role = str(self.get_role_display())
        return gettext("Mật khẩu mới (%(role)s)") % {"role": role} if self.is_reset else role

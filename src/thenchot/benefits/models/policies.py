"""Policies as data: who issued them, from when until when, who is entitled, what the amount is made
of.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thenchot.benefits.enums import Area, PolicyState
from thenchot.benefits.labels import AREA, ASK, FORMULA, GROUP, LEVEL, POLICY_STATE
from thenchot.catalogue.labels import choices
from thenchot.organisation.models import Unit
from thenchot.organisation.models.scopes import OwnOrAbove
from thenchot.platform.accounts.fields import by_account


class Policy(models.Model):
    """One version of a policy of a commune or province; it also serves what lies below. Cases keep
    the version they began with.

    `opens_on`, `closes_on`: when new cases are taken. `certainty`: how sure the shipped text is;
    `is_partial`: it was not read in full, the amount is written by hand with its basis.
    `replaced_basis`: the document that took the place of the basis.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(_("Mã"), max_length=40)
    version = models.PositiveSmallIntegerField(_("Phiên bản"), default=1)
    name = models.CharField(_("Chính sách"), max_length=200)
    group = models.CharField(_("Nhóm"), max_length=10, choices=choices(GROUP))
    area = models.CharField(
        _("Mảng công việc"), max_length=10, choices=choices(AREA), default=Area.POLICY
    )
    level = models.CharField(_("Cấp ban hành"), max_length=8, choices=choices(LEVEL))
    basis_number = models.CharField(_("Số văn bản"), max_length=200)
    basis_on = models.DateField(_("Ngày văn bản"))
    article = models.CharField(_("Điều, khoản"), max_length=200, blank=True)
    opens_on = models.DateField(_("Nhận hồ sơ từ"), null=True, blank=True)
    closes_on = models.DateField(_("Nhận hồ sơ đến"), null=True, blank=True)
    certainty = models.CharField(max_length=8, default="LOCAL")
    is_partial = models.BooleanField(_("Công thức chưa đọc đủ"), default=False)
    note = models.CharField(_("Ghi chú"), max_length=400, blank=True)
    state = models.CharField(max_length=8, choices=choices(POLICY_STATE), default=PolicyState.DRAFT)
    replaced_basis = models.CharField(_("Văn bản thay thế căn cứ"), max_length=200, blank=True)
    window_basis = models.CharField(_("Văn bản kéo dài thời gian"), max_length=200, blank=True)
    reviewed_on = models.DateField(_("Rà soát ngày"), null=True, blank=True)
    review = models.CharField(_("Kết quả rà soát"), max_length=300, blank=True)
    created_by = by_account()

    standing_conditions: list["PolicyCondition"]  # by `queries.policies.parts`
    standing_lines: list["PolicyLine"]

    objects = OwnOrAbove.as_manager()

    class Meta:
        ordering = ["group", "name", "-version", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "code", "version"], name="policy_version_once"),
            models.UniqueConstraint(
                fields=["unit", "code"],
                condition=Q(state="in_force"),
                name="policy_in_force_once",
            ),
            models.UniqueConstraint(
                fields=["unit", "code"], condition=Q(state="draft"), name="policy_draft_once"
            ),
            models.CheckConstraint(
                condition=Q(closes_on__isnull=True)
                | Q(opens_on__isnull=True)
                | Q(closes_on__gte=F("opens_on")),
                name="policy_closes_after",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def basis(self) -> str:
        """The document with its day and article."""
        return f"{self.basis_number} ngày {self.basis_on:%d/%m/%Y}" + (
            f", {self.article}" if self.article else ""
        )


class PolicyCondition(models.Model):
    """One condition, of the closed set (`enums.Ask`). All must be met."""

    policy = models.ForeignKey(Policy, on_delete=models.PROTECT, related_name="conditions")
    ask = models.CharField(_("Điều kiện"), max_length=12, choices=choices(ASK))
    params = models.JSONField(default=dict, blank=True)
    is_dropped = models.BooleanField(default=False)

    class Meta:
        ordering = ["policy", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["policy", "ask"],
                condition=Q(is_dropped=False),
                name="policy_condition_once",
            ),
        ]

    def __str__(self):
        return self.get_ask_display()


class PolicyLine(models.Model):
    """One line of the amount: a function of the closed set (`enums.Formula`)."""

    policy = models.ForeignKey(Policy, on_delete=models.PROTECT, related_name="lines")
    formula = models.CharField(_("Cách tính"), max_length=16, choices=choices(FORMULA))
    name = models.CharField(_("Khoản"), max_length=160)
    params = models.JSONField(default=dict, blank=True)
    is_dropped = models.BooleanField(default=False)

    class Meta:
        ordering = ["policy", "pk"]

    def __str__(self):
        return self.name

"""Sets of criteria by title, in versions: for the Party rating and for local additions, never a
change of the decree.
"""

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.feedback.enums import CriteriaState, CriteriaUse
from thenchot.feedback.labels import CRITERIA_STATE, CRITERIA_USE
from thenchot.feedback.rules.counting import Measure
from thenchot.organisation.models import Unit
from thenchot.organisation.models.scopes import OwnOrAbove
from thenchot.standards.models.sets import CERTAINTIES


class CriteriaSetQuerySet(OwnOrAbove):
    def in_force(self, on):
        return self.filter(
            Q(valid_to__isnull=True) | Q(valid_to__gte=on),
            state=CriteriaState.ISSUED,
            valid_from__lte=on,
        )


class CriteriaSet(models.Model):
    """`groups` [[code, name]]; `kinds`: in what capacity somebody is rated by it; `titles`: codes
    of titles, all when empty; `sides`: weights by capacity and side, {"staff": {"peers": 20}}.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(_("Mã"), max_length=40)
    name = models.CharField(_("Tên bộ tiêu chí"), max_length=200)
    version = models.PositiveSmallIntegerField(_("Lần"), default=1)
    previous = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    use = models.CharField(
        _("Dùng cho"), max_length=8, choices=choices(CRITERIA_USE), default=CriteriaUse.LOCAL
    )
    basis = models.CharField(_("Văn bản ban hành"), max_length=300, blank=True)
    clause = models.CharField(_("Nội dung mà bộ này trả lời"), max_length=200, blank=True)
    groups = models.JSONField(default=list)
    kinds = models.JSONField(default=list)
    titles = models.JSONField(default=list, blank=True)
    sides = models.JSONField(default=dict)
    certainty = models.CharField(
        _("Độ chắc chắn"), max_length=10, choices=CERTAINTIES, default="LOCAL"
    )
    note = models.TextField(_("Ghi chú"), blank=True)
    state = models.CharField(
        _("Trạng thái"), max_length=10, choices=choices(CRITERIA_STATE), default=CriteriaState.DRAFT
    )
    valid_from = models.DateField(_("Áp dụng từ"), null=True, blank=True)
    valid_to = models.DateField(_("Áp dụng đến"), null=True, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    issued_at = models.DateTimeField(null=True, blank=True)

    objects = CriteriaSetQuerySet.as_manager()

    class Meta:
        ordering = ["code", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "code", "version"], name="criteria_version_once"
            ),
            models.UniqueConstraint(
                fields=["unit", "code"], condition=Q(state="draft"), name="criteria_one_draft"
            ),
            models.UniqueConstraint(
                fields=["unit", "code"], condition=Q(state="issued"), name="criteria_one_issued"
            ),
            models.CheckConstraint(
                condition=Q(state="draft", issued_at__isnull=True)
                | (
                    ~Q(state="draft")
                    & Q(issued_at__isnull=False, valid_from__isnull=False)
                    & ~Q(basis="")
                ),
                name="criteria_issued_with_basis",
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="criteria_ends_after",
            ),
            models.CheckConstraint(
                condition=Q(use__in=list(CriteriaUse)), name="criteria_use_known"
            ),
        ]

    def __str__(self):
        return f"{self.name} (lần {self.version})"


class Criterion(models.Model):
    """`weight` of 100 over the whole set; `most` points can be given, 1 for yes or no. `sides` that
    are asked about it, all when empty. `clause` it comes from.
    """

    set = models.ForeignKey(CriteriaSet, on_delete=models.PROTECT, related_name="criteria")
    position = models.PositiveSmallIntegerField(_("Thứ tự"), default=0)
    code = models.CharField(_("Mã"), max_length=40)
    group = models.CharField(_("Nhóm"), max_length=40)
    name = models.CharField(_("Tiêu chí"), max_length=300)
    weight = models.DecimalField(_("Trọng số"), max_digits=5, decimal_places=2)
    most = models.DecimalField(
        _("Điểm tối đa"), max_digits=5, decimal_places=2, default=Decimal(10)
    )
    is_main = models.BooleanField(_("Thước đo chủ yếu"), default=False)
    sides = models.JSONField(_("Hỏi các chiều"), default=list, blank=True)
    clause = models.CharField(_("Điều khoản"), max_length=120, blank=True)
    certainty = models.CharField(
        _("Độ chắc chắn"), max_length=10, choices=CERTAINTIES, default="LOCAL"
    )
    is_dropped = models.BooleanField(default=False)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["set", "code"], name="criterion_once"),
            models.CheckConstraint(
                condition=Q(weight__gt=0) & Q(most__gt=0), name="criterion_counts"
            ),
        ]

    def __str__(self):
        return self.name[:80]

    @property
    def measure(self) -> Measure:
        return Measure(self.code, self.name, self.weight, self.most, tuple(self.sides), self.clause)

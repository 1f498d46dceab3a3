"""Work items of a sheet, the faults found in them, and the objective causes that excuse many at
once.
"""

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.catalogue.models.catalogue import Product
from thenchot.organisation.models import Unit
from thenchot.platform.files.models import StoredFile
from thenchot.worklog.enums import CauseState, FaultCause, FaultKind, Mode, Origin
from thenchot.worklog.labels import (
    AXIS,
    CAUSE_KIND,
    CAUSE_STATE,
    FAULT_CAUSE,
    FAULT_KIND,
    MODE,
    ORIGIN,
)
from thenchot.worklog.models.assessments import Assessment


def amount(label):
    return models.DecimalField(label, max_digits=9, decimal_places=2, default=Decimal(0))


class Work(models.Model):
    """Products of one kind in one sheet. `source` with `source_id` says where it came from, so that
    taking it in again changes nothing; `factor` is null while nobody has converted it. Three dates
    never mixed: due, done, entered.
    """

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="works")
    source = models.CharField(_("Nguồn"), max_length=60)
    source_id = models.CharField(max_length=120)
    origin = models.CharField(
        _("Được giao thế nào"), max_length=12, choices=choices(ORIGIN), default=Origin.ASSIGNED
    )
    product = models.ForeignKey(
        Product, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    code = models.CharField(_("Mã"), max_length=40, blank=True)
    name = models.CharField(_("Công việc"), max_length=600)
    output = models.CharField(_("Sản phẩm"), max_length=400, blank=True)
    factor = models.DecimalField(
        _("Hệ số quy đổi"), max_digits=9, decimal_places=2, null=True, blank=True
    )
    assigned = amount(_("Được giao"))
    returned = amount(_("Trả lại"))
    done = amount(_("Hoàn thành"))
    added = amount(_("Bổ sung"))
    exceeds = amount(_("Vượt yêu cầu"))
    due_on = models.DateField(_("Hạn"), null=True, blank=True)
    done_on = models.DateField(_("Ngày xong"), null=True, blank=True)
    entered_at = models.DateTimeField(auto_now_add=True)
    mode = models.CharField(_("Cách làm"), max_length=8, choices=choices(MODE), default=Mode.DIRECT)
    axis = models.CharField(
        _("Trục kết quả trọng tâm"), max_length=12, choices=choices(AXIS), blank=True
    )
    evidence = models.CharField(_("Minh chứng"), max_length=400, blank=True)
    scan = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    note = models.CharField(_("Ghi chú"), max_length=400, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["assessment", "due_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["assessment", "source", "source_id"], name="work_once"),
            models.CheckConstraint(
                condition=Q(factor__isnull=True) | Q(factor__gt=0), name="work_factor_positive"
            ),
            models.CheckConstraint(
                condition=Q(
                    assigned__gte=0, returned__gte=0, done__gte=0, added__gte=0, exceeds__gte=0
                ),
                name="work_amounts",
            ),
            models.CheckConstraint(
                condition=Q(returned__lte=F("assigned")), name="work_returned_of_assigned"
            ),
            models.CheckConstraint(
                condition=Q(done__lte=F("assigned") - F("returned")), name="work_done_of_kept"
            ),
            models.CheckConstraint(
                condition=Q(exceeds__lte=F("done") + F("added")), name="work_exceeds_of_finished"
            ),
        ]

    def __str__(self):
        return f"{self.code} {self.name[:60]}".strip()

    @property
    def finished(self) -> Decimal:
        return self.done + self.added

    @property
    def produced(self) -> Decimal | None:
        return None if self.factor is None else self.factor * self.finished


class CauseQuerySet(models.QuerySet):
    def visible_to(self, actor, permission=None):
        return self.filter(unit__in=Unit.objects.visible_to(actor, permission).values("pk"))


class Cause(models.Model):
    """An objective cause, confirmed once for everybody of the unit it touched (Đ14.2.b, c): faults
    that name it take nothing off while it is confirmed.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("Loại"), max_length=16, choices=choices(CAUSE_KIND))
    text = models.CharField(_("Nguyên nhân"), max_length=400)
    starts_on = models.DateField(_("Từ ngày"))
    ends_on = models.DateField(_("Đến ngày"), null=True, blank=True)
    state = models.CharField(
        max_length=10, choices=choices(CAUSE_STATE), default=CauseState.PROPOSED
    )
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = CauseQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="cause_ends_after",
            ),
            models.CheckConstraint(
                condition=Q(state="proposed", decided_at__isnull=True)
                | (~Q(state="proposed") & Q(decided_at__isnull=False)),
                name="cause_decided_pair",
            ),
        ]

    def __str__(self):
        return self.text[:80]


class Fault(models.Model):
    """`times` faults of one kind in piece number `piece` of a work item. `own` unless an objective
    cause is named and confirmed. A fault taken back stays, with the day.
    """

    work = models.ForeignKey(Work, on_delete=models.PROTECT, related_name="faults")
    piece = models.PositiveIntegerField(_("Sản phẩm thứ"), default=1)
    kind = models.CharField(_("Lỗi"), max_length=8, choices=choices(FAULT_KIND))
    times = models.PositiveSmallIntegerField(_("Số lần"), default=1)
    cause = models.ForeignKey(
        Cause, on_delete=models.PROTECT, null=True, blank=True, related_name="faults"
    )
    note = models.CharField(_("Ghi chú"), max_length=400, blank=True)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    noted_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["work", "piece", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(piece__gte=1, times__gte=1), name="fault_counts"),
            models.CheckConstraint(condition=Q(kind__in=list(FaultKind)), name="fault_kind_known"),
        ]

    def __str__(self):
        return f"{self.work_id}/{self.piece} {self.kind}"

    @property
    def by(self) -> FaultCause:
        is_excused = self.cause_id is not None and self.cause.state == CauseState.CONFIRMED
        return FaultCause.OBJECTIVE if is_excused else FaultCause.OWN

    def get_by_display(self):
        return dict(choices(FAULT_CAUSE))[self.by]

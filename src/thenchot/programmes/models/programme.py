"""A directive made into promises: clauses, targets, duties to report."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from thenchot.documents.models import Directive
from thenchot.organisation.models import Unit
from thenchot.programmes.models.branches import WHOLE, starts_of


class ProgrammeQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Programmes of a commune the actor reads as a whole, or that a task of the actor's unit
        serves.
        """
        if actor.is_system:
            return self
        starts = starts_of(actor)
        whole = [path for _, kind, path in starts if kind in WHOLE]
        parts = [path for *_, path in starts if path not in whole]
        seen = models.Q(home__in=Unit.objects.under(whole))
        if parts:
            places = Programme.places.rel.related_model._default_manager
            served = places.filter(task__assignments__unit__in=Unit.objects.under(parts))
            seen |= models.Q(pk__in=served.values("programme"))
        return self.filter(seen)


class Programme(models.Model):
    """`issuing_unit` grants extensions, or `delegate_unit`; `monitor_unit` follows, reminds, and
    chases documents.
    """

    directive = models.OneToOneField(Directive, on_delete=models.PROTECT, related_name="+")
    home = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(_("Tên chương trình"), max_length=500)
    layout = models.CharField(
        max_length=8, choices=[("party", _("Đảng")), ("state", _("Nhà nước"))]
    )
    issuing_unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    delegate_unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    monitor_unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    superior = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    given_on = models.DateField(_("Ngày giao"))
    is_closed = models.BooleanField(default=False)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    confirmed_at = models.DateTimeField(auto_now_add=True)

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        ordering = ["-given_on", "-pk"]

    def __str__(self):
        return str(self.directive)


class Clause(models.Model):
    """A numbered place of the text; what a lower programme's task is traced to."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="clauses")
    ref = models.CharField(max_length=60)
    title = models.TextField(blank=True)
    text = models.TextField(blank=True)
    level = models.PositiveSmallIntegerField(default=1)
    is_group = models.BooleanField(default=False)
    position = models.PositiveIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "position"], name="clause_position_once")
        ]

    def __str__(self):
        return f"{self.ref} {self.title}".strip()


class Target(models.Model):
    """A measurable aim of a programme. `value` is a number in `unit`; null for qualitative ones."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="targets")
    ref = models.CharField(max_length=60)
    text = models.TextField(_("Chỉ tiêu"))
    comparator = models.CharField(_("So sánh"), max_length=12, blank=True)
    value = models.DecimalField(
        _("Giá trị"), max_digits=14, decimal_places=3, null=True, blank=True
    )
    unit = models.CharField(_("Đơn vị tính"), max_length=40, blank=True)
    condition = models.CharField(_("Điều kiện"), max_length=200, blank=True)
    due_on = models.DateField(_("Đến ngày"), null=True, blank=True)
    indicator = models.CharField(max_length=60, blank=True)  # code of an indicator of a higher room
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position"]

    def __str__(self):
        return self.text[:80]


class TargetReading(models.Model):
    """What the target stood at on a day, with numerator and denominator where it is a share."""

    target = models.ForeignKey(Target, on_delete=models.PROTECT, related_name="readings")
    on = models.DateField(_("Ngày số liệu"))
    value = models.DecimalField(_("Giá trị"), max_digits=14, decimal_places=3)
    numerator = models.DecimalField(
        _("Tử số"), max_digits=14, decimal_places=3, null=True, blank=True
    )
    denominator = models.DecimalField(
        _("Mẫu số"), max_digits=14, decimal_places=3, null=True, blank=True
    )
    note = models.CharField(_("Nguồn số liệu"), max_length=300)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    entered_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-on", "-pk"]

    def __str__(self):
        return f"{self.target_id} {self.on} {self.value}"


class ReportDuty(models.Model):
    """Who reports to whom, through whom, when: "hằng năm, trước ngày 05/12"."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="report_duties")
    ref = models.CharField(max_length=60)
    text = models.TextField()
    receiver = models.CharField(_("Nơi nhận báo cáo"), max_length=200, blank=True)
    via = models.CharField(_("Qua"), max_length=200, blank=True)
    deadline_raw = models.CharField(max_length=300, blank=True)
    recurrence = models.JSONField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return self.text[:80]

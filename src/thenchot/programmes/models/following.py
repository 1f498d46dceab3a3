"""What happens to a promise on its way: progress, extensions, difficulties, approvals,
dependencies, desks.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thenchot.documents.models import Directive
from thenchot.organisation.models import Unit
from thenchot.platform.files.models import StoredFile
from thenchot.programmes.models.task import Instance, Task

ACCOUNT = settings.AUTH_USER_MODEL


class Progress(models.Model):
    """A report or a comment. `said_on` is the day it speaks of, `entered_at` the moment it was
    typed.
    """

    KINDS = [
        ("report", _("Báo cáo tiến độ")),
        ("finish", _("Báo hoàn thành")),
        ("comment", _("Ý kiến")),
    ]

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="progress")
    instance = models.ForeignKey(
        Instance, on_delete=models.PROTECT, null=True, blank=True, related_name="progress"
    )
    kind = models.CharField(max_length=8, choices=KINDS)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    author = models.ForeignKey(ACCOUNT, on_delete=models.PROTECT, null=True, related_name="+")
    said_on = models.DateField()
    entered_at = models.DateTimeField(auto_now_add=True)
    percent = models.PositiveSmallIntegerField(null=True, blank=True)
    note = models.TextField()
    product_number = models.CharField(_("Số văn bản sản phẩm"), max_length=80, blank=True)
    evidence = models.ManyToManyField(StoredFile, related_name="+", blank=True)

    class Meta:
        ordering = ["-entered_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(percent__isnull=True) | Q(percent__lte=100), name="progress_pct"
            )
        ]

    def __str__(self):
        return f"{self.task_id} {self.kind} {self.said_on}"


class Extension(models.Model):
    """Asked by a lead, decided by the issuer or its delegate. `asked_late`: the delay stands."""

    STATES = [
        ("asked", _("chờ quyết định")),
        ("granted", _("đồng ý")),
        ("refused", _("không đồng ý")),
    ]

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="extensions")
    instance = models.ForeignKey(
        Instance, on_delete=models.PROTECT, null=True, blank=True, related_name="extensions"
    )
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(ACCOUNT, on_delete=models.PROTECT, related_name="+")
    asked_on = models.DateField()
    asked_late = models.BooleanField(default=False)
    old_due_on = models.DateField()
    proposed_on = models.DateField(_("Hạn đề nghị"))
    reason = models.TextField(_("Lý do"))
    state = models.CharField(max_length=8, choices=STATES, default="asked")
    granted_on = models.DateField(_("Hạn được gia"), null=True, blank=True)
    decided_by = models.ForeignKey(
        ACCOUNT, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_on = models.DateField(null=True, blank=True)
    decided_unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decision_note = models.TextField(blank=True)

    class Meta:
        ordering = ["-asked_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["task"], condition=Q(state="asked"), name="extension_one_pending"
            ),
            models.CheckConstraint(
                condition=Q(state="asked", decided_by__isnull=True, decided_on__isnull=True)
                | (~Q(state="asked") & Q(decided_by__isnull=False, decided_on__isnull=False)),
                name="extension_decided_pair",
            ),
            models.CheckConstraint(
                condition=Q(state="granted", granted_on__isnull=False)
                | (~Q(state="granted") & Q(granted_on__isnull=True)),
                name="extension_granted_pair",
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("asked_by")),
                name="extension_not_own",
            ),
        ]

    def __str__(self):
        return f"{self.task_id} {self.old_due_on}→{self.proposed_on} {self.state}"


class Amendment(models.Model):
    """One changed field of a task: old and new value, why, on which document. The old value stays
    for ever.
    """

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="amendments")
    instance = models.ForeignKey(
        Instance, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    field = models.CharField(max_length=30)
    old = models.TextField(blank=True)
    new = models.TextField(blank=True)
    reason = models.TextField(_("Lý do"))
    extension = models.ForeignKey(
        Extension, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    directive = models.ForeignKey(
        Directive, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    made_by = models.ForeignKey(ACCOUNT, on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-made_at", "-pk"]

    def __str__(self):
        return f"{self.task_id} {self.field}"


class Difficulty(models.Model):
    """Raised by a unit with a part in the task; the named desk must answer by `due_on`."""

    STATES = [
        ("open", _("chờ trả lời")),
        ("answered", _("đã trả lời")),
        ("closed", _("đã khép lại")),
    ]

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="difficulties")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    raised_by = models.ForeignKey(ACCOUNT, on_delete=models.PROTECT, null=True, related_name="+")
    raised_on = models.DateField()
    text = models.TextField(_("Vướng mắc"))
    proposal = models.TextField(_("Đề xuất"), blank=True)
    desk = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField(_("Phải trả lời trước"))
    state = models.CharField(max_length=8, choices=STATES, default="open")
    answer = models.TextField(_("Trả lời"), blank=True)
    answered_by = models.ForeignKey(
        ACCOUNT, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["state", "due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open", answered_on__isnull=True)
                | (~Q(state="open") & Q(answered_on__isnull=False)),
                name="difficulty_answer_pair",
            )
        ]

    def __str__(self):
        return f"{self.task_id} {self.text[:60]}"


class Dependency(models.Model):
    """`task` cannot finish before `needs` is done. `is_over`: released with a reason."""

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="needs")
    needs = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="blocks")
    is_over = models.BooleanField(default=False)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["task", "needs"], name="dependency_once"),
            models.CheckConstraint(condition=~Q(task=F("needs")), name="dependency_not_self"),
        ]

    def __str__(self):
        return f"{self.task_id} → {self.needs_id}"


class Approval(models.Model):
    """One round of asking a body to pass a finished task."""

    STATES = [
        ("asked", _("chờ thông qua")),
        ("approved", _("đã thông qua")),
        ("returned", _("trả lại")),
    ]

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="approvals")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    asked_on = models.DateField()
    state = models.CharField(max_length=8, choices=STATES, default="asked")
    decided_by = models.ForeignKey(
        ACCOUNT, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_on = models.DateField(null=True, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["-asked_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["task"], condition=Q(state="asked"), name="approval_one_pending"
            ),
            models.CheckConstraint(
                condition=Q(state="asked", decided_on__isnull=True, decided_by__isnull=True)
                | (~Q(state="asked") & Q(decided_on__isnull=False, decided_by__isnull=False)),
                name="approval_decided_pair",
            ),
        ]

    def __str__(self):
        return f"{self.task_id} {self.unit_id} {self.state}"


class DeskStay(models.Model):
    """How long a task lay at one unit's desk, and why."""

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="stays")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=12)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["since", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["task"], condition=Q(until__isnull=True), name="stay_one_open"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="stay_order"
            ),
        ]

    def __str__(self):
        return f"{self.task_id}@{self.unit_id} {self.reason}"

"""Cases of the one-stop system: taken in from its export, judged against their day."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.citizens.enums import BatchState, OutageState
from thenchot.citizens.labels import (
    BATCH_STATE,
    CAUSE,
    CHANNEL,
    OUTAGE_STATE,
    RESPONDENTS,
    STATUS,
)
from thenchot.organisation.models import Unit
from thenchot.organisation.models.scopes import ScopedByUnit
from thenchot.people.models import Person
from thenchot.platform.accounts.fields import by_account
from thenchot.platform.files.models import StoredFile
from thenchot.platform.keys.fields import EncryptedTextField


class CaseColumns(models.Model):
    """Which header of the export means what, mapped once by a place: field -> header."""

    unit = models.OneToOneField(Unit, on_delete=models.PROTECT, related_name="+")
    columns = models.JSONField(default=dict)
    mapped_by = by_account(blank=True)
    mapped_at = models.DateTimeField()

    objects = ScopedByUnit.as_manager()

    def __str__(self):
        return str(self.unit)


class Batch(models.Model):
    """One export taken in. `problems`: rows that were left out, with their reasons, the first ones
    only; `columns`: the mapping it was read by.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    columns = models.JSONField(default=dict)
    state = models.CharField(max_length=7, choices=choices(BATCH_STATE), default=BatchState.WAITING)
    made_by = by_account(blank=True)
    made_at = models.DateTimeField(_("Nhập lúc"))
    rows = models.PositiveIntegerField(_("Số dòng"), default=0)
    created = models.PositiveIntegerField(_("Mới"), default=0)
    updated = models.PositiveIntegerField(_("Cập nhật"), default=0)
    unchanged = models.PositiveIntegerField(_("Không đổi"), default=0)
    left_out = models.PositiveIntegerField(_("Không nhận"), default=0)
    problems = models.JSONField(default=list)

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "sha256"],
                condition=~Q(state="failed"),
                name="batch_file_once",
            )
        ]

    def __str__(self):
        return self.file.name


class Case(models.Model):
    """One case. `home`: the place whose one-stop office it is; `unit`: who handles it; `handler`:
    who of its staff, where the name is known. `person_key`: keyed digest of whose case it is, to
    count people. `ended_at`, `deadline_at`: by the rule of the national portal; `fair_deadline_at`:
    with the time of confirmed outages; `is_doomed`: late whatever the day, for its supplements.
    `fingerprint`: of the row it came from.
    """

    home = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(_("Mã hồ sơ"), max_length=60)
    procedure_code = models.CharField(_("Mã thủ tục"), max_length=60, blank=True)
    procedure = models.CharField(_("Thủ tục"), max_length=400)
    field = models.CharField(_("Lĩnh vực"), max_length=200, blank=True)
    channel = models.PositiveSmallIntegerField(
        _("Kênh"),
        choices=[(int(code), label) for code, label in CHANNEL.items()],
        null=True,
        blank=True,
    )
    applicant = EncryptedTextField(_("Chủ hồ sơ"), blank=True)
    person_key = models.CharField(max_length=32, blank=True)
    group = models.CharField(_("Đối tượng"), max_length=8, choices=choices(RESPONDENTS))
    handler = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    handler_name = models.CharField(_("Người xử lý"), max_length=120, blank=True)
    status = models.PositiveSmallIntegerField(
        _("Trạng thái"), choices=[(int(code), label) for code, label in STATUS.items()]
    )
    received_at = models.DateTimeField(_("Ngày tiếp nhận"))
    due_at = models.DateTimeField(_("Ngày hẹn trả"), null=True, blank=True)
    asked_at = models.DateTimeField(_("Yêu cầu bổ sung"), null=True, blank=True)
    back_at = models.DateTimeField(_("Đã bổ sung"), null=True, blank=True)
    asked_times = models.PositiveSmallIntegerField(_("Số lần yêu cầu bổ sung"), default=0)
    finished_at = models.DateTimeField(_("Xử lý xong"), null=True, blank=True)
    returned_at = models.DateTimeField(_("Trả kết quả"), null=True, blank=True)
    stopped_at = models.DateTimeField(_("Dừng, từ chối, rút"), null=True, blank=True)
    most_days = models.PositiveSmallIntegerField(_("Thời hạn giải quyết"), null=True, blank=True)
    in_working_days = models.BooleanField(_("Tính ngày làm việc"), default=True)
    late_reason = models.CharField(_("Lý do trễ hẹn"), max_length=300, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    deadline_at = models.DateTimeField(null=True, blank=True)
    fair_deadline_at = models.DateTimeField(null=True, blank=True)
    is_doomed = models.BooleanField(default=False)
    fingerprint = models.CharField(max_length=32)

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["-received_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["home", "code"], name="case_code_once"),
            models.CheckConstraint(
                condition=Q(deadline_at__isnull=True) | Q(fair_deadline_at__gte=F("deadline_at")),
                name="case_fair_not_before",
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "received_at"], name="case_unit_received"),
            models.Index(fields=["home", "ended_at"], name="case_home_ended"),
        ]

    def __str__(self):
        return self.code


class CaseChange(models.Model):
    """The receipt of a case that came again with other contents: field -> [before, after]."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="changes")
    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()
    fields = models.JSONField(default=dict)

    class Meta:
        ordering = ["-changed_at", "-pk"]

    def __str__(self):
        return f"{self.case_id}, {self.changed_at:%d/%m/%Y}"


class Outage(models.Model):
    """The one-stop system, the line or the power was down; confirmed by another person it excuses
    lateness.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    what = models.CharField(_("Sự cố"), max_length=200)
    starts_at = models.DateTimeField(_("Từ"))
    ends_at = models.DateTimeField(_("Đến"))
    basis = models.CharField(_("Văn bản, thông báo của đơn vị vận hành"), max_length=300)
    state = models.CharField(
        max_length=9, choices=choices(OUTAGE_STATE), default=OutageState.REPORTED
    )
    made_by = by_account(blank=True)
    decided_by = by_account(blank=True)
    decided_on = models.DateField(null=True, blank=True)
    reason = models.CharField(_("Lý do không xác nhận"), max_length=300, blank=True)

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["-starts_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="outage_lasts"),
            models.CheckConstraint(
                condition=Q(state="reported") | Q(decided_on__isnull=False),
                name="outage_decided_has_day",
            ),
        ]

    def __str__(self):
        return self.what


class Apology(models.Model):
    """A letter of apology with a new day, before the old one."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="apologies")
    number = models.CharField(_("Số thư"), max_length=120, blank=True)
    cause = models.CharField(_("Nguyên nhân"), max_length=10, choices=choices(CAUSE))
    step = models.CharField(_("Khâu chậm"), max_length=200)
    written_on = models.DateField(_("Ngày thư"))
    old_due_at = models.DateTimeField(_("Hạn cũ"))
    new_due_on = models.DateField(_("Hẹn trả lại"))
    made_by = by_account(blank=True)

    class Meta:
        ordering = ["-written_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(new_due_on__gt=F("written_on")), name="apology_new_day_after"
            )
        ]

    def __str__(self):
        return f"{self.case}, {self.new_due_on:%d/%m/%Y}"

"""Procedures of cadre work: the case of one person, its steps, papers, special cases, and what is
handed over afterwards.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.models import JobPosition, Title, Unit
from thenchot.organisation.models.scopes import ScopedByUnit
from thenchot.people.models import Appointment, Person
from thenchot.placement.enums import ItemState, ProcedureState
from thenchot.placement.labels import BODY, ITEM_STATE, PROCEDURE_STATE, STEP_KIND
from thenchot.placement.models.assignments import DelegationLine
from thenchot.placement.models.vacancies import Vacancy
from thenchot.platform.accounts.fields import by_account
from thenchot.platform.files.models import StoredFile
from thenchot.rating.models import ReplacementReview


class Procedure(models.Model):
    """One case: a person and what becomes of a post. `kind`, `name`, `source`: of the procedure in
    force when it began; later rules do not change it. `body`: whose papers they are, of the Party
    committee or of the People's Committee. `seat`: the post held that it is about;
    `title`, `target`: the post to take; `position`: a job position of the scheme, with or without
    a title. `unit`: the place that runs it.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("Quy trình"), max_length=16)
    name = models.CharField(_("Tên quy trình"), max_length=120)
    source = models.CharField(_("Căn cứ"), max_length=300)
    effect = models.CharField(max_length=9)
    body = models.CharField(_("Cơ quan ban hành"), max_length=10, choices=choices(BODY))
    term_months = models.PositiveSmallIntegerField(default=0)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    title = models.ForeignKey(
        Title, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    target = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    position = models.ForeignKey(
        JobPosition, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    is_head = models.BooleanField(_("Đứng đầu đơn vị"), default=False)
    seat = models.ForeignKey(
        Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    vacancy = models.ForeignKey(
        Vacancy, on_delete=models.PROTECT, null=True, blank=True, related_name="procedures"
    )
    review = models.ForeignKey(
        ReplacementReview, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    delegation = models.ForeignKey(
        DelegationLine, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ground = models.CharField(_("Căn cứ, lý do"), max_length=300, blank=True)
    state = models.CharField(
        max_length=7, choices=choices(PROCEDURE_STATE), default=ProcedureState.OPEN
    )
    opened_on = models.DateField(_("Mở ngày"))
    opened_by = by_account()
    stopped_for = models.CharField(_("Lý do dừng"), max_length=300, blank=True)
    decision = models.CharField(_("Số quyết định"), max_length=200, blank=True)
    decided_on = models.DateField(_("Ngày quyết định"), null=True, blank=True)
    effective_on = models.DateField(_("Có hiệu lực từ"), null=True, blank=True)
    until = models.DateField(_("Đến ngày"), null=True, blank=True)
    decided_by = by_account(blank=True)
    made_seat = models.ForeignKey(
        Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["-opened_on", "-pk"]
        indexes = [models.Index(fields=["person", "state"], name="procedure_of")]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind"],
                condition=Q(state="open"),
                name="procedure_open_once",
            ),
            models.CheckConstraint(
                condition=Q(state="decided", decided_on__isnull=False, effective_on__isnull=False)
                | (~Q(state="decided") & Q(decided_on__isnull=True)),
                name="procedure_decided_pair",
            ),
            models.CheckConstraint(
                condition=~Q(state="stopped") | ~Q(stopped_for=""),
                name="procedure_stopped_says_why",
            ),
        ]

    def __str__(self):
        return f"{self.name}: {self.post}" if self.post else self.name

    @property
    def post(self) -> str:
        """The post it is about, in words."""
        taken = self.position or self.title
        if taken and self.target:
            return f"{taken.name}, {self.target.name}"
        return f"{self.seat.title}, {self.seat.unit.name}" if self.seat_id else ""


class ProcedureStep(models.Model):
    """One step of a case, as the procedure said when the case began."""

    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT, related_name="steps")
    number = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=16)
    name = models.CharField(_("Bước"), max_length=160)
    who = models.CharField(_("Ai thực hiện"), max_length=160)
    kind = models.CharField(max_length=7, choices=choices(STEP_KIND))
    vote = models.PositiveSmallIntegerField(default=0)
    counts = models.CharField(max_length=8, default="summoned")
    is_public = models.BooleanField(default=False)
    due_on = models.DateField(_("Hạn"), null=True, blank=True)
    done_on = models.DateField(_("Ngày xong"), null=True, blank=True)
    document = models.CharField(_("Văn bản, biên bản"), max_length=200, blank=True)
    outcome = models.CharField(_("Kết quả, ý kiến"), max_length=600, blank=True)
    summoned = models.PositiveSmallIntegerField(_("Triệu tập"), null=True, blank=True)
    present = models.PositiveSmallIntegerField(_("Có mặt"), null=True, blank=True)
    agreed = models.PositiveSmallIntegerField(_("Đồng ý"), null=True, blank=True)
    file = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    recorded_by = by_account(blank=True)
    recorded_on = models.DateField(_("Ngày ghi vào hệ thống"), null=True, blank=True)

    class Meta:
        ordering = ["procedure", "number"]
        constraints = [
            models.UniqueConstraint(fields=["procedure", "number"], name="step_number_once"),
            models.CheckConstraint(
                condition=Q(summoned__isnull=True)
                | (Q(present__lte=F("summoned")) & Q(agreed__lte=F("present"))),
                name="step_votes_hold",
            ),
        ]

    def __str__(self):
        return self.name


class Paper(models.Model):
    """A paper of the file of a case: when it was issued, how old it may be."""

    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT, related_name="papers")
    code = models.CharField(max_length=16)
    name = models.CharField(_("Giấy tờ"), max_length=160)
    months = models.PositiveSmallIntegerField(default=0)
    issued_on = models.DateField(_("Ngày của giấy tờ"), null=True, blank=True)
    file = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    recorded_by = by_account(blank=True)

    class Meta:
        ordering = ["procedure", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["procedure", "code"], name="paper_once"),
        ]

    def __str__(self):
        return self.name


class Waiver(models.Model):
    """A condition accepted as a special case, with its reason and the document that allows it."""

    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT, related_name="waivers")
    code = models.CharField(max_length=16)
    reason = models.CharField(_("Lý do"), max_length=400)
    document = models.CharField(_("Văn bản cho phép"), max_length=200)
    recorded_by = by_account()
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["procedure", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["procedure", "code"], name="waiver_once"),
        ]

    def __str__(self):
        return self.code


class HandOverItem(models.Model):
    """What is handed over after the decision: work, documents, seals, accounts."""

    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT, related_name="items")
    text = models.CharField(_("Nội dung bàn giao"), max_length=300)
    due_on = models.DateField(_("Xong trước hết ngày"))
    state = models.CharField(max_length=4, choices=choices(ITEM_STATE), default=ItemState.OPEN)
    done_on = models.DateField(_("Ngày xong"), null=True, blank=True)
    note = models.CharField(_("Ghi chú"), max_length=300, blank=True)
    recorded_by = by_account(blank=True)

    class Meta:
        ordering = ["procedure", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="done", done_on__isnull=False)
                | (~Q(state="done") & Q(done_on__isnull=True)),
                name="hand_over_done_pair",
            ),
        ]

    def __str__(self):
        return self.text

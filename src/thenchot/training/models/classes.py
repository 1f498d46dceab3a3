"""Classes as they are held: who was sent, who was there, how it ended."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.models import Unit
from thenchot.people.models import Person, Qualification
from thenchot.platform.files.models import StoredFile
from thenchot.training.enums import (
    ATTENDING,
    SEATED,
    ClassState,
    DayPart,
    EnrolmentState,
    StudyForm,
)
from thenchot.training.labels import CLASS_STATE, DAY_PART, ENROLMENT_STATE, PRESENCE, STUDY_FORM
from thenchot.training.models.curricula import Curriculum
from thenchot.training.models.plans import Need, OfHome, PlannedClass
from thenchot.training.models.topics import Topic


class TrainingClass(models.Model):
    """A class (lớp) of a subject, from a day to a day, with so many seats. `line`: of the plan it
    carries out; none for one that no plan foresaw. `curriculum`: the version it teaches.
    `organiser`: the unit of the place that runs the class, as the Political Centre: it keeps
    sessions, attendance and results (S0-118).
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="+")
    line = models.ForeignKey(
        PlannedClass, on_delete=models.PROTECT, null=True, blank=True, related_name="held"
    )
    curriculum = models.ForeignKey(
        Curriculum, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    name = models.CharField(_("Tên lớp"), max_length=300)
    organiser = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    provider = models.CharField(_("Cơ sở đào tạo"), max_length=200, blank=True)
    lecturer = models.CharField(_("Giảng viên, báo cáo viên"), max_length=200, blank=True)
    form = models.CharField(
        _("Hình thức"), max_length=12, choices=choices(STUDY_FORM), default=StudyForm.FULL_TIME
    )
    place = models.CharField(_("Địa điểm, đường dẫn lớp học"), max_length=300, blank=True)
    starts_on = models.DateField(_("Khai giảng"))
    ends_on = models.DateField(_("Bế giảng"))
    hours = models.PositiveSmallIntegerField(_("Số tiết"))
    seats = models.PositiveSmallIntegerField(_("Số chỗ"))
    cost = models.DecimalField(
        _("Kinh phí đã chi (đồng)"), max_digits=14, decimal_places=0, null=True, blank=True
    )
    state = models.CharField(max_length=10, choices=choices(CLASS_STATE), default=ClassState.OPEN)
    ended_on = models.DateField(null=True, blank=True)
    note = models.CharField(_("Ghi chú"), max_length=300, blank=True)

    objects = OfHome.as_manager()

    class Meta:
        ordering = ["-starts_on", "-pk"]
        indexes = [models.Index(fields=["unit", "starts_on"], name="class_of_home")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="class_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(seats__gte=1, hours__gte=1), name="class_has_seats_and_hours"
            ),
            models.CheckConstraint(
                condition=Q(state="open", ended_on__isnull=True)
                | (~Q(state="open") & Q(ended_on__isnull=False)),
                name="class_ended_pair",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def is_open(self) -> bool:
        return self.state == ClassState.OPEN

    @property
    def kept_at(self) -> str:
        """Path of the unit that keeps the class: whoever records for it records here."""
        return self.organiser.path if self.organiser else self.unit.path


class Session(models.Model):
    """One meeting of a class (buổi). `code`: six digits shown in the room, by which whoever was
    sent says to be there; only on its day.
    """

    held_in = models.ForeignKey(TrainingClass, on_delete=models.PROTECT, related_name="sessions")
    on = models.DateField(_("Ngày"))
    part = models.CharField(
        _("Buổi"), max_length=10, choices=choices(DAY_PART), default=DayPart.MORNING
    )
    subject = models.CharField(_("Nội dung"), max_length=300, blank=True)
    code = models.CharField(max_length=6)

    class Meta:
        ordering = ["on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["held_in", "on", "part"], name="session_once"),
        ]

    def __str__(self):
        return f"{self.get_part_display()} {self.on:%d/%m/%Y}"


class EnrolmentQuerySet(models.QuerySet):
    def visible_to(self, actor, permission=None):
        """Of the actor's branches, of classes that they run, and the own."""
        own = Q(person__account=actor.account_id) if actor.account_id else Q(pk__in=[])
        units = Unit.objects.visible_to(actor, permission).values("pk")
        return self.filter(Q(unit__in=units) | Q(held_in__organiser__in=units) | own)

    def seated(self):
        return self.filter(state__in=SEATED)

    def attending(self):
        return self.filter(state__in=ATTENDING)


class Enrolment(models.Model):
    """A person is sent to a class (cử đi học), from the proposal to the paper in the file.

    `study`: the row of the file that says "is studying", later the one of the certificate.
    `commitment_months`: to serve afterwards, for studies paid by the office; `paid` its cost in
    đồng. Recorded by one person, verified by another. `has_rated`: gave an opinion on the class,
    which itself names nobody.
    """

    held_in = models.ForeignKey(TrainingClass, on_delete=models.PROTECT, related_name="enrolments")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    need = models.ForeignKey(
        Need, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    state = models.CharField(
        max_length=10, choices=choices(ENROLMENT_STATE), default=EnrolmentState.PROPOSED
    )
    decision = models.CharField(_("Quyết định cử đi học"), max_length=200, blank=True)
    decided_on = models.DateField(_("Ngày quyết định"), null=True, blank=True)
    commitment_months = models.PositiveSmallIntegerField(
        _("Cam kết phục vụ (tháng)"), null=True, blank=True
    )
    paid = models.DecimalField(
        _("Chi phí đã trả (đồng)"), max_digits=14, decimal_places=0, null=True, blank=True
    )
    study = models.ForeignKey(
        Qualification, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    result = models.CharField(_("Kết quả, xếp loại"), max_length=120, blank=True)
    certificate = models.CharField(_("Số hiệu chứng chỉ"), max_length=80, blank=True)
    completed_on = models.DateField(_("Ngày cấp, ngày hoàn thành"), null=True, blank=True)
    scan = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    verified_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(_("Lý do rút, không hoàn thành"), max_length=300, blank=True)
    has_rated = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    objects = EnrolmentQuerySet.as_manager()

    class Meta:
        ordering = ["person__sort_key", "pk"]
        indexes = [models.Index(fields=["person", "state"], name="enrolment_of")]
        constraints = [
            models.UniqueConstraint(
                fields=["held_in", "person"],
                condition=~Q(state="withdrawn"),
                name="enrolment_once",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["proposed", "waiting", "withdrawn"])
                | (~Q(decision="") & Q(decided_on__isnull=False)),
                name="enrolment_sent_by_decision",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["completed", "verified"]) | Q(completed_on__isnull=False),
                name="enrolment_completed_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(state="verified", verified_at__isnull=False)
                | (~Q(state="verified") & Q(verified_at__isnull=True)),
                name="enrolment_verified_pair",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["failed", "withdrawn"]) | ~Q(reason=""),
                name="enrolment_ended_says_why",
            ),
        ]

    def __str__(self):
        return f"{self.person}: {self.held_in}"


class Attendance(models.Model):
    """Whether somebody was in a session. `by_self`: said with the code of the room."""

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="attendances")
    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="attendances")
    state = models.CharField(max_length=8, choices=choices(PRESENCE))
    by_self = models.BooleanField(default=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["session", "enrolment"]
        constraints = [
            models.UniqueConstraint(fields=["session", "enrolment"], name="attendance_once")
        ]

    def __str__(self):
        return f"{self.enrolment_id} {self.session_id}: {self.state}"

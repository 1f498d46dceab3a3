"""What is said of a rating before it is decided: absences, months of elsewhere, acts, minutes with
votes, opinions. Rows are replaced, never updated.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.models import Unit
from thenchot.people.models import Discipline
from thenchot.people.models.recorded import CurrentManager, Recorded, RecordQuerySet
from thenchot.rating.labels import ABSENCE_KIND, NATURE
from thenchot.rating.models.rounds import Rating, Round
from thenchot.worklog.labels import BAND


class Absence(Recorded):
    """Days of the year in which the person did not work, with what says so (Đ11)."""

    rating = models.ForeignKey(Rating, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("Loại"), max_length=10, choices=choices(ABSENCE_KIND))
    starts_on = models.DateField(_("Từ ngày"))
    ends_on = models.DateField(_("Đến hết ngày"))
    basis = models.CharField(_("Căn cứ"), max_length=300)

    objects = CurrentManager.from_queryset(RecordQuerySet)()
    history = models.Manager.from_queryset(RecordQuerySet)()

    class Meta:
        ordering = ["starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="absence_ends_after"
            )
        ]

    def __str__(self):
        return f"{self.rating_id}: {self.get_kind_display()}"


class ExternalMonthScore(Recorded):
    """A month scored outside of this system: by the unit the person came from (Đ11), or before the
    system was used.
    """

    rating = models.ForeignKey(Rating, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField(_("Tháng"))
    total = models.DecimalField(_("Tổng điểm"), max_digits=7, decimal_places=2)
    unit = models.CharField(_("Đơn vị chấm"), max_length=200)
    basis = models.CharField(_("Căn cứ"), max_length=300)

    objects = CurrentManager.from_queryset(RecordQuerySet)()
    history = models.Manager.from_queryset(RecordQuerySet)()

    class Meta:
        ordering = ["rating", "number", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["rating", "number", "unit"],
                condition=Q(replaced_at__isnull=True),
                name="external_month_once",
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1, number__lte=12, total__gte=0),
                name="external_month_of_year",
            ),
        ]

    def __str__(self):
        return f"{self.rating_id}: {self.number}, {self.unit}"


class ViolationTreatment(Recorded):
    """How a row of discipline of the file counts for this year: its nature, where it happened, the
    year it already failed. One act decided upon by Party and State carries the same name in both.
    """

    rating = models.ForeignKey(Rating, on_delete=models.PROTECT, related_name="+")
    discipline = models.ForeignKey(Discipline, on_delete=models.PROTECT, related_name="+")
    act = models.CharField(_("Hành vi"), max_length=300)
    nature = models.CharField(_("Tính chất"), max_length=14, choices=choices(NATURE))
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    used_for_year = models.PositiveSmallIntegerField(
        _("Đã dùng để xếp không hoàn thành năm"), null=True, blank=True
    )
    note = models.CharField(_("Căn cứ"), max_length=300)

    objects = CurrentManager.from_queryset(RecordQuerySet)()
    history = models.Manager.from_queryset(RecordQuerySet)()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["rating", "discipline"],
                condition=Q(replaced_at__isnull=True),
                name="violation_treated_once",
            )
        ]

    def __str__(self):
        return self.act[:80]


class Meeting(Recorded):
    """Minutes of the meeting of a unit (Đ21). Wrong minutes are replaced by new ones."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    held_on = models.DateField(_("Ngày họp"))
    place = models.CharField(_("Địa điểm"), max_length=200)
    chair = models.CharField(_("Chủ trì"), max_length=160)
    secretary = models.CharField(_("Thư ký"), max_length=160)
    called = models.PositiveSmallIntegerField(_("Số người được triệu tập"))
    present = models.PositiveSmallIntegerField(_("Số người dự"))
    absent = models.CharField(_("Vắng mặt, lý do"), max_length=400, blank=True)
    discussion = models.TextField(_("Nội dung, ý kiến"), blank=True)

    objects = CurrentManager.from_queryset(RecordQuerySet)()
    history = models.Manager.from_queryset(RecordQuerySet)()

    class Meta:
        ordering = ["-held_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(present__lte=F("called"), present__gte=1),
                name="meeting_present_of_called",
            )
        ]

    def __str__(self):
        return f"{self.unit} {self.held_on:%d/%m/%Y}"


class Vote(models.Model):
    """What the meeting said of one person: how many proposed each level."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="votes")
    rating = models.ForeignKey(Rating, on_delete=models.PROTECT, related_name="+")
    excellent = models.PositiveSmallIntegerField(default=0)
    good = models.PositiveSmallIntegerField(default=0)
    completed = models.PositiveSmallIntegerField(default=0)
    failed = models.PositiveSmallIntegerField(default=0)
    remark = models.CharField(_("Ý kiến"), max_length=400, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["meeting", "rating"], name="vote_once")]

    def __str__(self):
        return f"{self.meeting_id}: {self.rating_id}"

    @property
    def counts(self) -> tuple[int, int, int, int]:
        return self.excellent, self.good, self.completed, self.failed


class Opinion(Recorded):
    """The written opinion of the Party committee on a head or deputy (Đ21)."""

    rating = models.ForeignKey(Rating, on_delete=models.PROTECT, related_name="+")
    body = models.CharField(_("Cấp ủy"), max_length=200)
    level = models.CharField(_("Cấp ủy đề nghị mức"), max_length=10, choices=choices(BAND))
    text = models.TextField(_("Nhận xét"))
    document = models.CharField(_("Số, ngày văn bản"), max_length=200)
    given_on = models.DateField(_("Ngày"))

    objects = CurrentManager.from_queryset(RecordQuerySet)()
    history = models.Manager.from_queryset(RecordQuerySet)()

    class Meta:
        ordering = ["-given_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["rating"], condition=Q(replaced_at__isnull=True), name="opinion_once"
            )
        ]

    def __str__(self):
        return f"{self.rating_id}: {self.body}"

"""Who is where and how it suits, who guides whom, which body proposes and decides what."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.models import JobPosition, Title, Unit
from thenchot.organisation.models.scopes import OwnOrAbove, ScopedByUnit
from thenchot.people.models import Appointment, Person
from thenchot.placement.labels import BODY, DECIDER, MENTEE
from thenchot.platform.accounts.fields import by_account


class PlacementReview(models.Model):
    """One person in the post held, as last reviewed: person, work and area (S0-039).

    `missing`: standards of the post in words; `points`: how the file suits the work, from `told`,
    a list of [words, points]; `notes`: what is suggested, never required; `mentee`: why somebody
    should guide the person, empty where nobody needs to.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    seat = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="+")
    position = models.ForeignKey(
        JobPosition, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reviewed_on = models.DateField(_("Rà soát ngày"))
    months = models.PositiveSmallIntegerField(_("Giữ vị trí (tháng)"), default=0)
    missing = models.JSONField(default=list)
    points = models.PositiveSmallIntegerField(_("Điểm phù hợp"), default=0)
    told = models.JSONField(default=list)
    notes = models.JSONField(default=list)
    mentee = models.CharField(_("Cần người hướng dẫn"), max_length=8, blank=True)

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["unit__path", "person__sort_key", "pk"]
        constraints = [models.UniqueConstraint(fields=["person"], name="placement_review_once")]

    def __str__(self):
        return f"{self.person}: {self.seat.title}"


class MentorPair(models.Model):
    """An experienced person supports a young one, or one who lacks experience or ability
    (S0-040).
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    mentor = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    mentee = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    why = models.CharField(_("Vì sao"), max_length=8, choices=choices(MENTEE))
    content = models.CharField(_("Nội dung hướng dẫn"), max_length=400)
    begins_on = models.DateField(_("Từ ngày"))
    ends_on = models.DateField(_("Đến ngày"))
    result = models.CharField(_("Kết quả"), max_length=400, blank=True)
    ended_on = models.DateField(_("Kết thúc ngày"), null=True, blank=True)
    recorded_by = by_account()

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["-begins_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["mentee"], condition=Q(ended_on__isnull=True), name="mentee_once"
            ),
            models.CheckConstraint(
                condition=~Q(mentor=F("mentee")) & Q(ends_on__gt=F("begins_on")),
                name="mentor_another",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | ~Q(result=""),
                name="mentoring_has_result",
            ),
        ]

    def __str__(self):
        return f"{self.mentor} – {self.mentee}"


class DelegationLine(models.Model):
    """A line of the delegation table (phân cấp quản lý cán bộ): who proposes, gives an opinion and
    decides, for one procedure and one title. No `kind`, no `title`: of any; no `body`: the one
    that the procedure names.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("Quy trình"), max_length=16, blank=True)
    title = models.ForeignKey(
        Title, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    proposer = models.CharField(_("Đề xuất"), max_length=160)
    opinion = models.CharField(_("Cho ý kiến"), max_length=160, blank=True)
    decider = models.CharField(_("Quyết định"), max_length=160)
    body = models.CharField(_("Cơ quan ban hành"), max_length=10, choices=choices(BODY), blank=True)
    level = models.CharField(_("Cấp quyết định"), max_length=5, choices=choices(DECIDER))
    basis = models.CharField(_("Căn cứ"), max_length=300)
    valid_from = models.DateField(_("Từ ngày"))
    valid_to = models.DateField(_("Đến ngày"), null=True, blank=True)

    objects = OwnOrAbove.as_manager()

    class Meta:
        ordering = ["kind", "title__position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "kind", "title"],
                condition=Q(valid_to__isnull=True, title__isnull=False),
                name="delegation_line_of_title_once",
            ),
            models.UniqueConstraint(
                fields=["unit", "kind"],
                condition=Q(valid_to__isnull=True, title__isnull=True),
                name="delegation_line_of_any_once",
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="delegation_line_ends_after",
            ),
        ]

    def __str__(self):
        return f"{self.kind or '*'}: {self.decider}"

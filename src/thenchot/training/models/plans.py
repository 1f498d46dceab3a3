"""Plans of a year or of several, the needs they answer, the classes they foresee."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.models import Unit
from thenchot.people.models import Person
from thenchot.standards.models import Requirement
from thenchot.training.enums import NeedState, PlanKind, PlanState, StudyForm
from thenchot.training.labels import NEED_KIND, NEED_STATE, PLAN_KIND, PLAN_STATE, STUDY_FORM
from thenchot.training.models.topics import Topic


class OfHome(models.QuerySet):
    """Rows of a commune or province: seen from inside it and from above."""

    def visible_to(self, actor, permission=None):
        seen = Unit.objects.visible_to(actor, permission).values("pk")
        paths = actor.paths_for(permission) if permission else actor.paths
        above = {int(part) for path in paths for part in path.split("/") if part}
        return self.filter(Q(unit__in=seen) | Q(unit__in=above))


class TrainingPlan(models.Model):
    """The plan of one year, or of several years that the plans of single years carry out. A project
    (đề án) and a plan of political education are plans of their own `kind` (S3-030, S0-113);
    `due_on`: the last day to have it approved, where a programme sets one.

    `version`: a changed plan is a new version that replaces the approved one. Submitted by one
    person, approved by another, with its decision. `drawn_at`: needs were counted.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(
        _("Loại"), max_length=10, choices=choices(PLAN_KIND), default=PlanKind.TRAINING
    )
    name = models.CharField(_("Tên kế hoạch"), max_length=300)
    first_year = models.PositiveSmallIntegerField(_("Từ năm"))
    last_year = models.PositiveSmallIntegerField(_("Đến năm"))
    due_on = models.DateField(_("Hạn hoàn thành"), null=True, blank=True)
    basis = models.CharField(_("Căn cứ"), max_length=300, blank=True)
    version = models.PositiveSmallIntegerField(_("Lần"), default=1)
    previous = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    state = models.CharField(max_length=10, choices=choices(PLAN_STATE), default=PlanState.DRAFT)
    note = models.CharField(_("Lý do trả lại"), max_length=300, blank=True)
    drawn_at = models.DateTimeField(null=True, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    created_at = models.DateTimeField()
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    submitted_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    approved_at = models.DateTimeField(null=True, blank=True)
    decision = models.CharField(_("Văn bản phê duyệt"), max_length=200, blank=True)

    objects = OfHome.as_manager()

    class Meta:
        ordering = ["-first_year", "last_year", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "kind", "first_year", "last_year", "version"],
                name="training_plan_version_once",
            ),
            models.UniqueConstraint(
                fields=["unit", "kind", "first_year", "last_year"],
                condition=Q(state__in=["draft", "submitted"]),
                name="training_plan_one_in_work",
            ),
            models.UniqueConstraint(
                fields=["unit", "kind", "first_year", "last_year"],
                condition=Q(state="approved"),
                name="training_plan_one_approved",
            ),
            models.CheckConstraint(
                condition=Q(last_year__gte=F("first_year")), name="training_plan_ends_after"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["approved", "replaced"])
                | (Q(approved_at__isnull=False) & ~Q(decision="")),
                name="training_plan_approved_with_decision",
            ),
        ]

    def __str__(self):
        return f"{self.name} (lần {self.version})" if self.version > 1 else self.name

    @property
    def is_yearly(self) -> bool:
        return self.first_year == self.last_year


class PlannedClassQuerySet(models.QuerySet):
    def standing(self):
        """Without what was taken out of a draft."""
        return self.filter(is_dropped=False)


class PlannedClass(models.Model):
    """A line of the plan: a subject, how many classes of how many seats, when, where, for what
    money. `month` 1 to 12 of the first year of the plan; `cost` in đồng, of all classes together.
    `previous`: the same line in the version before, whose classes it takes over when approved.
    """

    plan = models.ForeignKey(TrainingPlan, on_delete=models.PROTECT, related_name="lines")
    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("Tên lớp"), max_length=300)
    target = models.CharField(_("Đối tượng"), max_length=300, blank=True)
    classes = models.PositiveSmallIntegerField(_("Số lớp"), default=1)
    seats = models.PositiveSmallIntegerField(_("Số chỗ mỗi lớp"))
    form = models.CharField(
        _("Hình thức"), max_length=12, choices=choices(STUDY_FORM), default=StudyForm.FULL_TIME
    )
    hours = models.PositiveSmallIntegerField(_("Số tiết"))
    month = models.PositiveSmallIntegerField(_("Tháng mở lớp"), null=True, blank=True)
    provider = models.CharField(_("Cơ sở đào tạo"), max_length=200, blank=True)
    cost = models.DecimalField(
        _("Kinh phí (đồng)"), max_digits=14, decimal_places=0, null=True, blank=True
    )
    budget = models.CharField(_("Nguồn kinh phí"), max_length=200, blank=True)
    basis = models.CharField(_("Căn cứ"), max_length=300, blank=True)
    previous = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    is_dropped = models.BooleanField(default=False)

    objects = PlannedClassQuerySet.as_manager()

    class Meta:
        ordering = ["plan", "topic__group", "name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(month__isnull=True) | Q(month__gte=1, month__lte=12),
                name="planned_class_month",
            ),
            models.CheckConstraint(
                condition=Q(classes__gte=1, seats__gte=1, hours__gte=1),
                name="planned_class_has_size",
            ),
            models.CheckConstraint(
                condition=Q(cost__isnull=True) | Q(cost__gte=0), name="planned_class_cost"
            ),
        ]

    def __str__(self):
        return self.name


class NeedQuerySet(models.QuerySet):
    def visible_to(self, actor, permission=None):
        return self.filter(unit__in=Unit.objects.visible_to(actor, permission).values("pk"))

    def standing(self):
        return self.exclude(state=NeedState.GONE)


class Need(models.Model):
    """One person should learn one subject, and why: a missing standard, a round that is due, or the
    wish of the unit. It is placed in a line of the plan, or left out with a reason.
    """

    plan = models.ForeignKey(TrainingPlan, on_delete=models.PROTECT, related_name="needs")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=choices(NEED_KIND))
    requirement = models.ForeignKey(
        Requirement, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reason = models.CharField(_("Lý do"), max_length=300, blank=True)
    state = models.CharField(max_length=8, choices=choices(NEED_STATE), default=NeedState.OPEN)
    line = models.ForeignKey(
        PlannedClass, on_delete=models.PROTECT, null=True, blank=True, related_name="needs"
    )
    left_out = models.CharField(_("Vì sao để lại"), max_length=300, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects = NeedQuerySet.as_manager()

    class Meta:
        ordering = ["topic__group", "topic__name", "person__sort_key", "pk"]
        indexes = [models.Index(fields=["plan", "state"], name="need_of_plan")]
        constraints = [
            models.UniqueConstraint(fields=["plan", "person", "topic"], name="need_once"),
            models.CheckConstraint(
                condition=Q(state="placed", line__isnull=False)
                | (~Q(state="placed") & Q(line__isnull=True)),
                name="need_placed_in_a_line",
            ),
            models.CheckConstraint(
                condition=~Q(state="left_out") | ~Q(left_out=""), name="need_left_out_says_why"
            ),
            models.CheckConstraint(
                condition=~Q(kind="gap") | Q(requirement__isnull=False), name="need_names_its_gap"
            ),
        ]

    def __str__(self):
        return f"{self.person}: {self.topic}"

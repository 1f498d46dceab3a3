"""The year's rating (NĐ 335/2025, Đ11, Đ19-22): a round of one unit, a rating for each person in it, and what was said
and decided about it. What was decided is never edited: a new decision takes its place."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.models import Unit
from thenchot.people.models import Discipline, Person
from thenchot.people.models.recorded import CurrentManager, Recorded, RecordQuerySet
from thenchot.performance.enums import Band, Kind, RatingStep, Rules
from thenchot.performance.labels import ABSENCE_KIND, BAND, KIND, NATURE, RATING_STEP, ROUND_SUBJECT, RULES, choices


def by_account(**more):
    return models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+", **more)


class RoundQuerySet(models.QuerySet):
    def visible_to(self, actor, permission=None):
        """Rounds of the units the actor sees, and those above a branch the actor holds: its people are rated there too."""
        paths = actor.paths_for(permission) if permission else actor.paths
        above = {int(part) for path in paths for part in path.split("/") if part}
        return self.filter(Q(unit__in=Unit.objects.visible_to(actor, permission).values("pk")) | Q(unit__in=above))


class Round(models.Model):
    """One year of one unit: of its people, or of the organisations its head recognises.

    `steps`: last day of each step as ISO text, from the policy, moved by hand where the place has its own calendar.
    `is_outstanding`: the competent level allows the higher share of excellent ones (Đ20.5), by `outstanding_basis`.
    `caps`: what the caps came to when they were last applied.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    subject = models.CharField(_("Xếp loại"), max_length=14, choices=choices(ROUND_SUBJECT), default="persons")
    year = models.PositiveSmallIntegerField(_("Năm"))
    rules = models.CharField(_("Theo quy định"), max_length=8, choices=choices(RULES), default=Rules.ND335)
    steps = models.JSONField(default=dict)
    is_outstanding = models.BooleanField(_("Tổ chức xuất sắc, được mức trần cao hơn"), default=False)
    outstanding_basis = models.CharField(_("Căn cứ mức trần cao hơn"), max_length=300, blank=True)
    caps = models.JSONField(default=list, blank=True)
    caps_at = models.DateTimeField(null=True, blank=True)
    published_at = models.DateTimeField(_("Công khai lúc"), null=True, blank=True)
    locked_at = models.DateTimeField(_("Khóa lúc"), null=True, blank=True)
    locked_by = by_account()
    opened_by = by_account()
    opened_at = models.DateTimeField(auto_now_add=True)

    objects = RoundQuerySet.as_manager()

    class Meta:
        ordering = ["-year", "unit__path", "subject", "rules"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "subject", "year", "rules"], name="round_once"),
            models.CheckConstraint(condition=Q(is_outstanding=False) | ~Q(outstanding_basis=""), name="round_outstanding_with_basis"),
            models.CheckConstraint(condition=Q(locked_at__isnull=True) | Q(published_at__isnull=False), name="round_locked_after_published"),
        ]

    def __str__(self):
        return f"{self.unit} · {self.year}"


class RatingQuerySet(models.QuerySet):
    def visible_to(self, actor, permission=None):
        """Ratings of the units the actor holds the permission over; the own ones always."""
        units = Unit.objects.visible_to(actor, permission).values("pk")
        own = Q(person__account=actor.account_id) if actor.account_id else Q(pk__in=[])
        return self.filter(Q(round__unit__in=units) | Q(unit__in=units) | own)

    def standing(self):
        """Those that belong to their round."""
        return self.exclude(state=RatingStep.OUT)


class Rating(models.Model):
    """One person in one round. `unit` is where the person works at the time of rating (Đ11), `group` the group of similar
    duty for the cap. `state` is the step it waits for.

    What the machine computed: `facts` in the form of the command `thenchot year`, `status`, `mean`, `band`, `level`,
    `reasons`, `conditions`, with the values of policy it read. It proposes; the competent level decides. `consolidated` is
    what the personnel body proposes, `capped` the same after the caps.
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="ratings")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("Tư cách"), max_length=8, choices=choices(KIND))
    title = models.CharField(_("Chức danh"), max_length=160, blank=True)
    group = models.CharField(_("Nhóm nhiệm vụ tương đồng"), max_length=80, blank=True)
    state = models.CharField(_("Đang chờ"), max_length=14, choices=choices(RATING_STEP), default=RatingStep.SELF)
    left_out = models.CharField(_("Không thuộc đợt này vì"), max_length=300, blank=True)
    is_handled = models.BooleanField(_("Đơn vị trực tiếp phụ trách bị xử lý về tham nhũng, lãng phí"), default=False)
    facts = models.JSONField(default=dict, blank=True)
    status = models.CharField(max_length=16, blank=True)
    mean = models.DecimalField(_("Điểm bình quân"), max_digits=7, decimal_places=2, null=True, blank=True)
    band = models.CharField(_("Mức theo điểm"), max_length=10, choices=choices(BAND), blank=True)
    level = models.CharField(_("Mức máy đề xuất"), max_length=10, choices=choices(BAND), blank=True)
    reasons = models.JSONField(default=list, blank=True)
    conditions = models.JSONField(default=list, blank=True)
    policy = models.JSONField(default=dict, blank=True)
    policy_hash = models.CharField(max_length=64, blank=True)
    computed_at = models.DateTimeField(null=True, blank=True)
    self_level = models.CharField(_("Tự xếp loại"), max_length=10, choices=choices(BAND), blank=True)
    self_strengths = models.TextField(_("Ưu điểm, kết quả nổi bật"), blank=True)
    self_limits = models.TextField(_("Hạn chế, nguyên nhân, cách khắc phục"), blank=True)
    self_at = models.DateTimeField(null=True, blank=True)
    self_by = by_account()
    consolidated = models.CharField(_("Cơ quan tham mưu đề xuất"), max_length=10, choices=choices(BAND), blank=True)
    consolidation_note = models.CharField(_("Căn cứ đề xuất"), max_length=400, blank=True)
    consolidated_by = by_account()
    consolidated_at = models.DateTimeField(null=True, blank=True)
    capped = models.CharField(_("Sau mức trần"), max_length=10, choices=choices(BAND), blank=True)
    cap_reasons = models.JSONField(default=list, blank=True)
    is_undecided = models.BooleanField(_("Bằng điểm tại mức trần, chờ quyết định"), default=False)
    notified_at = models.DateTimeField(_("Thông báo lúc"), null=True, blank=True)

    objects = RatingQuerySet.as_manager()

    class Meta:
        ordering = ["round", "unit__path", "person__sort_key", "pk"]
        indexes = [models.Index(fields=["round", "state"], name="rating_state"), models.Index(fields=["person", "round"], name="rating_person")]
        constraints = [
            models.UniqueConstraint(fields=["round", "person"], name="rating_once"),
            models.CheckConstraint(condition=Q(kind__in=list(Kind)) & Q(state__in=list(RatingStep)), name="rating_kind_known"),
            models.CheckConstraint(condition=~Q(state="out") | ~Q(left_out=""), name="rating_left_out_with_reason"),
            models.CheckConstraint(condition=Q(level="") | Q(level__in=list(Band), status="rated"), name="rating_level_of_rated"),
            models.CheckConstraint(
                condition=Q(consolidated_at__isnull=True, consolidated_by__isnull=True) | Q(consolidated_at__isnull=False),
                name="rating_consolidated_pair",
            ),
        ]

    def __str__(self):
        return f"{self.person} · {self.round.year}"


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
        constraints = [models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="absence_ends_after")]

    def __str__(self):
        return f"{self.rating_id}: {self.get_kind_display()}"


class OuterMonth(Recorded):
    """A month scored outside of this system: by the unit the person came from (Đ11), or before the system was used."""

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
            models.UniqueConstraint(fields=["rating", "number", "unit"], condition=Q(replaced_at__isnull=True), name="outer_month_once"),
            models.CheckConstraint(condition=Q(number__gte=1, number__lte=12, total__gte=0), name="outer_month_of_year"),
        ]

    def __str__(self):
        return f"{self.rating_id}: {self.number}, {self.unit}"


class ActView(Recorded):
    """How a row of discipline of the file counts for this year: its nature, where it happened, the year it already
    failed. One act decided upon by Party and State carries the same name in both."""

    rating = models.ForeignKey(Rating, on_delete=models.PROTECT, related_name="+")
    discipline = models.ForeignKey(Discipline, on_delete=models.PROTECT, related_name="+")
    act = models.CharField(_("Hành vi"), max_length=300)
    nature = models.CharField(_("Tính chất"), max_length=14, choices=choices(NATURE))
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    used_for_year = models.PositiveSmallIntegerField(_("Đã dùng để xếp không hoàn thành năm"), null=True, blank=True)
    note = models.CharField(_("Căn cứ"), max_length=300)

    objects = CurrentManager.from_queryset(RecordQuerySet)()
    history = models.Manager.from_queryset(RecordQuerySet)()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["rating", "discipline"], condition=Q(replaced_at__isnull=True), name="act_viewed_once")
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
        constraints = [models.CheckConstraint(condition=Q(present__lte=F("called"), present__gte=1), name="meeting_present_of_called")]

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
        constraints = [models.UniqueConstraint(fields=["rating"], condition=Q(replaced_at__isnull=True), name="opinion_once")]

    def __str__(self):
        return f"{self.rating_id}: {self.body}"


class Sending(models.Model):
    """The results handed to the national database: when, by which receipt, how many (Đ26.1.d)."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="sendings")
    sent_on = models.DateField(_("Gửi ngày"))
    reference = models.CharField(_("Số, mã xác nhận"), max_length=200)
    count = models.PositiveIntegerField()
    marked_by = by_account()
    marked_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-sent_on", "-pk"]

    def __str__(self):
        return f"{self.round_id}: {self.sent_on:%d/%m/%Y}"


class Complaint(models.Model):
    """Somebody asks that the own result be looked at again (Đ22); `due_on` by the working days of the policy."""

    rating = models.ForeignKey(Rating, on_delete=models.PROTECT, related_name="complaints")
    text = models.TextField(_("Nội dung kiến nghị"))
    received_on = models.DateField(_("Nhận ngày"))
    due_on = models.DateField(_("Giải quyết trước hết ngày"))
    made_by = by_account()
    is_upheld = models.BooleanField(_("Chấp nhận kiến nghị"), null=True, blank=True)
    answer = models.TextField(_("Kết quả giải quyết"), blank=True)
    settled_on = models.DateField(_("Giải quyết ngày"), null=True, blank=True)
    settled_by = by_account()

    class Meta:
        ordering = ["-received_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["rating"], condition=Q(settled_on__isnull=True), name="complaint_one_open"),
            models.CheckConstraint(
                condition=Q(settled_on__isnull=True, is_upheld__isnull=True, answer="")
                | Q(settled_on__isnull=False, is_upheld__isnull=False) & ~Q(answer=""),
                name="complaint_settled_pair",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.rating_id}: {self.text[:60]}"


class RatingDecision(Recorded):
    """What the competent level decided. `level` empty: not rated (Đ11.1). `proposed` is what stood before it after the
    caps; where they differ `reason` says why. A later decision replaces it (Đ21.3)."""

    rating = models.ForeignKey(Rating, on_delete=models.PROTECT, related_name="+")
    level = models.CharField(_("Mức xếp loại"), max_length=10, choices=choices(BAND), blank=True)
    proposed = models.CharField(max_length=10, choices=choices(BAND), blank=True)
    reason = models.CharField(_("Lý do"), max_length=400, blank=True)
    handling = models.CharField(_("Đề xuất sử dụng, xử lý"), max_length=400, blank=True)
    number = models.CharField(_("Số quyết định"), max_length=120)
    decided_on = models.DateField(_("Ngày quyết định"))
    complaint = models.ForeignKey(Complaint, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    sending = models.ForeignKey(Sending, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = CurrentManager.from_queryset(RecordQuerySet)()
    history = models.Manager.from_queryset(RecordQuerySet)()

    class Meta:
        ordering = ["-decided_on", "-pk"]
        indexes = [models.Index(fields=["rating", "replaced_at"], name="rating_decision_of")]
        constraints = [
            models.UniqueConstraint(fields=["rating"], condition=Q(replaced_at__isnull=True), name="rating_decision_once"),
            models.CheckConstraint(condition=Q(level=F("proposed")) | ~Q(reason=""), name="rating_decision_differs_with_reason"),
        ]

    def __str__(self):
        return f"{self.rating_id}: {self.get_level_display() or self.number}"


class RatingReopening(models.Model):
    """A decided rating opened again: why, by whom, and what stood until then."""

    rating = models.ForeignKey(Rating, on_delete=models.PROTECT, related_name="reopenings")
    reason = models.CharField(_("Lý do mở lại"), max_length=400)
    level = models.CharField(max_length=10, choices=choices(BAND), blank=True)
    mean = models.DecimalField(max_digits=7, decimal_places=2, null=True)
    facts = models.JSONField(default=dict)
    reopened_by = by_account()
    reopened_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-reopened_at", "-pk"]

    def __str__(self):
        return f"{self.rating_id}: {self.reason[:60]}"

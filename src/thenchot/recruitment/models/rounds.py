"""Rounds of recruitment, the positions opened in them, and their councils."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.models import JobPosition, Unit
from thenchot.organisation.models.scopes import ScopedByUnit
from thenchot.people.models import Person
from thenchot.platform.accounts.fields import by_account
from thenchot.recruitment.enums import Manner, RoundState
from thenchot.recruitment.labels import COUNCIL_PART, MANNER, ROUND_STATE

PUBLIC_STATES = (
    RoundState.PUBLISHED,
    RoundState.LISTED,
    RoundState.FIRST,
    RoundState.MARKED,
    RoundState.RANKED,
    RoundState.RESULTS,
    RoundState.DONE,
)


class Round(models.Model):
    """One round (đợt tuyển dụng). `begun_on`: the rules of that day hold for it to its end.
    `second`: form of the second stage. `late`: steps that came late, with the reason of each.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("Tên đợt"), max_length=200)
    manner = models.CharField(
        _("Cách tuyển"), max_length=13, choices=choices(MANNER), default=Manner.EXAM
    )
    second = models.CharField(_("Hình thức vòng 2"), max_length=20, default="written")
    basis = models.CharField(_("Quyết định giao biên chế"), max_length=300)
    criteria = models.TextField(_("Điều kiện, tiêu chí"), max_length=4000, blank=True)
    contact = models.CharField(_("Nơi nhận phiếu, liên hệ"), max_length=300, blank=True)
    state = models.CharField(max_length=9, choices=choices(ROUND_STATE), default=RoundState.DRAFT)
    begun_on = models.DateField(_("Lập ngày"))
    made_by = by_account()
    submitted_by = by_account(blank=True)
    returned_for = models.CharField(_("Lý do trả lại"), max_length=300, blank=True)
    plan_no = models.CharField(_("Số quyết định kế hoạch"), max_length=120, blank=True)
    approved_on = models.DateField(_("Phê duyệt ngày"), null=True, blank=True)
    approved_by = by_account(blank=True)
    notice_no = models.CharField(_("Số thông báo"), max_length=120, blank=True)
    notice_on = models.DateField(_("Thông báo ngày"), null=True, blank=True)
    opens_on = models.DateField(_("Nhận phiếu từ"), null=True, blank=True)
    closes_on = models.DateField(_("Nhận phiếu đến"), null=True, blank=True)
    changed_on = models.DateField(_("Thay đổi thông báo ngày"), null=True, blank=True)
    listed_on = models.DateField(_("Danh sách ngày"), null=True, blank=True)
    first_on = models.DateField(_("Vòng 1 ngày"), null=True, blank=True)
    second_on = models.DateField(_("Vòng 2 ngày"), null=True, blank=True)
    marked_on = models.DateField(_("Công bố điểm ngày"), null=True, blank=True)
    result_no = models.CharField(_("Số quyết định kết quả"), max_length=120, blank=True)
    ranked_on = models.DateField(_("Phê duyệt kết quả ngày"), null=True, blank=True)
    ranked_by = by_account(blank=True)
    public_on = models.DateField(_("Công khai ngày"), null=True, blank=True)
    done_on = models.DateField(_("Kết thúc ngày"), null=True, blank=True)
    cancelled_for = models.CharField(_("Lý do hủy"), max_length=300, blank=True)
    late = models.TextField(_("Bước chậm, lý do"), blank=True)

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["-begun_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(opens_on__isnull=True) | Q(closes_on__gte=models.F("opens_on")),
                name="round_window_holds",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=PUBLIC_STATES)
                | Q(approved_on__isnull=False, notice_on__isnull=False, opens_on__isnull=False),
                name="round_public_after_approval",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[RoundState.RESULTS, RoundState.DONE])
                | Q(ranked_on__isnull=False, public_on__isnull=False),
                name="round_results_after_approval",
            ),
            models.CheckConstraint(
                condition=~Q(state="cancelled") | ~Q(cancelled_for=""),
                name="round_cancelled_says_why",
            ),
        ]

    def __str__(self):
        return self.name


class KeptManager(models.Manager):
    """What was not taken out again."""

    def get_queryset(self):
        return super().get_queryset().filter(is_dropped=False)


class Opening(models.Model):
    """A position of a round. `level`: code of the least degree; the numbers are those of the day
    it was opened. `is_dropped`: taken out of the draft again.
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="openings")
    position = models.ForeignKey(JobPosition, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("Vị trí việc làm"), max_length=200)
    number = models.PositiveSmallIntegerField(_("Số cần tuyển"))
    level = models.CharField(_("Trình độ từ"), max_length=20, blank=True)
    majors = models.JSONField(_("Ngành, chuyên ngành"), default=list, blank=True)
    approved = models.PositiveSmallIntegerField(_("Được duyệt"))
    present = models.PositiveSmallIntegerField(_("Đang có"))
    arriving = models.PositiveSmallIntegerField(_("Đang tuyển"))
    is_dropped = models.BooleanField(default=False)

    objects = KeptManager()

    class Meta:
        ordering = ["round", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "position"],
                condition=Q(is_dropped=False),
                name="opening_once",
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1) & Q(number__lte=models.F("approved")),
                name="opening_within_approved",
            ),
        ]

    def __str__(self):
        return self.name


class CouncilMember(models.Model):
    """Of the council of a round. `is_dropped`: left it before the marks."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="council")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    part = models.CharField(_("Vai trò"), max_length=9, choices=choices(COUNCIL_PART))
    is_dropped = models.BooleanField(default=False)

    objects = KeptManager()

    class Meta:
        ordering = ["round", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "person"],
                condition=Q(is_dropped=False),
                name="council_member_once",
            ),
            models.UniqueConstraint(
                fields=["round"],
                condition=Q(part="chair", is_dropped=False),
                name="council_one_chair",
            ),
        ]

    def __str__(self):
        return self.person.full_name

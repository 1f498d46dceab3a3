"""A case: who is considered for which act, its road, its pauses, its council, its decision."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.discipline.labels import CASE_STATE, COUNCIL_PART, PAUSE, SIDE, SOURCE, STEP_KIND
from thenchot.organisation.models import Unit
from thenchot.organisation.models.scopes import ScopedByUnit
from thenchot.oversight.labels import FINDING_KIND
from thenchot.oversight.models import Finding
from thenchot.people.models import Discipline, Person
from thenchot.platform.accounts.fields import by_account


class Case(models.Model):
    """About a `person`, or an organisation (`unit` alone, S1-049). `main`: the case to which this
    one is that of an accomplice; `former`: the Party's case that this one of the State follows.
    `record`: the row of the personal file that the decision wrote.
    """

    home = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("Đơn vị")
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    main = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    former = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    side = models.CharField(_("Loại kỷ luật"), max_length=8, choices=choices(SIDE))
    kind = models.CharField(_("Loại vi phạm"), max_length=14, choices=choices(FINDING_KIND))
    act = models.CharField(_("Hành vi"), max_length=600)
    act_on = models.DateField(_("Ngày có hành vi"))
    found_on = models.DateField(_("Ngày phát hiện"))
    has_no_bar = models.BooleanField(_("Không áp dụng thời hiệu"), default=False)
    source = models.CharField(_("Nguồn"), max_length=8, choices=choices(SOURCE))
    source_note = models.CharField(_("Căn cứ mở vụ việc"), max_length=300, blank=True)
    finding = models.ForeignKey(
        Finding, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    opened_on = models.DateField(_("Bắt đầu xem xét"))
    first_due_on = models.DateField()
    due_on = models.DateField(_("Hạn quyết định"))
    complex_for = models.CharField(_("Lý do phức tạp"), max_length=300, blank=True)

    state = models.CharField(max_length=9, choices=choices(CASE_STATE), default="open")
    form = models.CharField(_("Hình thức"), max_length=20, blank=True)
    decision = models.CharField(_("Số quyết định"), max_length=120, blank=True)
    decided_by_body = models.CharField(_("Cơ quan quyết định"), max_length=300, blank=True)
    decided_on = models.DateField(_("Ngày quyết định"), null=True, blank=True)
    effective_on = models.DateField(_("Có hiệu lực từ"), null=True, blank=True)
    ends_on = models.DateField(_("Hết hiệu lực"), null=True, blank=True)
    ended_for = models.CharField(_("Lý do kết thúc"), max_length=400, blank=True)
    record = models.ForeignKey(
        Discipline, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    revoked_on = models.DateField(_("Ngày hủy quyết định"), null=True, blank=True)
    publish_by = models.DateField(_("Công bố trước hết ngày"), null=True, blank=True)
    opened_by = by_account()
    decided_by = by_account(blank=True)

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["-opened_on", "-pk"]
        indexes = [
            models.Index(fields=["person", "state"], name="case_of_person"),
            models.Index(fields=["home", "state"], name="case_of_home"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(found_on__gte=F("act_on")) & Q(opened_on__gte=F("found_on")),
                name="case_days_in_order",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["decided", "revoked"], decided_on__isnull=False)
                & ~Q(form="")
                & ~Q(decision="")
                | Q(state__in=["open", "cleared", "exempted", "forwarded", "barred"])
                & Q(decision="", decided_on__isnull=True),
                name="case_decided_pair",
            ),
            models.UniqueConstraint(
                fields=["finding", "side"],
                condition=Q(finding__isnull=False),
                name="case_of_finding_once",
            ),
        ]

    def __str__(self):
        return f"{self.get_side_display()}: {self.whom}"

    @property
    def whom(self) -> str:
        return self.person.full_name if self.person else str(self.unit)


class CaseStep(models.Model):
    """One step of the road, as it was when the case began. `votes`: form -> number."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="steps")
    number = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=16)
    name = models.CharField(_("Bước"), max_length=160)
    who = models.CharField(_("Ai thực hiện"), max_length=160)
    kind = models.CharField(max_length=5, choices=choices(STEP_KIND))
    days = models.PositiveSmallIntegerField(default=0)
    earliest = models.PositiveSmallIntegerField(default=0)
    due_on = models.DateField(_("Hạn"), null=True, blank=True)
    earliest_on = models.DateField(_("Không trước ngày"), null=True, blank=True)
    done_on = models.DateField(_("Ngày xong"), null=True, blank=True)
    document = models.CharField(_("Văn bản, biên bản"), max_length=200, blank=True)
    outcome = models.CharField(_("Kết quả"), max_length=600, blank=True)
    official = models.PositiveSmallIntegerField(_("Thành viên chính thức"), null=True, blank=True)
    present = models.PositiveSmallIntegerField(_("Có mặt"), null=True, blank=True)
    votes = models.JSONField(default=dict)

    class Meta:
        ordering = ["case", "number"]
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="case_step_once")]

    def __str__(self):
        return self.name


class CasePause(models.Model):
    """Time that is not counted; open until it ends."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="pauses")
    ground = models.CharField(_("Lý do tạm dừng"), max_length=11, choices=choices(PAUSE))
    document = models.CharField(_("Văn bản chứng minh"), max_length=200)
    begins_on = models.DateField(_("Từ ngày"))
    ends_on = models.DateField(_("Tiếp tục từ ngày"), null=True, blank=True)

    class Meta:
        ordering = ["case", "begins_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gt=F("begins_on")),
                name="case_pause_ends_after",
            ),
            models.UniqueConstraint(
                fields=["case"], condition=Q(ends_on__isnull=True), name="case_pause_one_open"
            ),
        ]

    def __str__(self):
        return self.get_ground_display()


class CouncilMember(models.Model):
    """Of the council of one case."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="council")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    part = models.CharField(_("Vai trò"), max_length=9, choices=choices(COUNCIL_PART))

    class Meta:
        ordering = ["part", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["case", "person"], name="discipline_council_once"),
            models.UniqueConstraint(
                fields=["case", "part"],
                condition=~Q(part="member"),
                name="discipline_council_one_chair",
            ),
        ]

    def __str__(self):
        return f"{self.person}: {self.get_part_display()}"

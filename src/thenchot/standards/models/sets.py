"""Sets of standards in versions, their requirements, and exemptions from them."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.models import Unit
from thenchot.people.models import Person
from thenchot.platform.policies.words import CERTAINTY
from thenchot.standards.enums import Bound, Foresight, SetState
from thenchot.standards.labels import BOUND, KIND, MEASURE, SET_STATE, choices

CERTAINTIES = [(str(code), words) for code, words in CERTAINTY.items()]


class StandardSetQuerySet(models.QuerySet):
    def visible_to(self, actor, permission=None):
        """Sets of the actor's branches, and those of the units above that hold there too."""
        paths = actor.paths_for(permission) if permission else actor.paths
        above = {int(part) for path in paths for part in path.split("/") if part}
        inside = Unit.objects.visible_to(actor, permission).values("pk")
        return self.filter(Q(unit__isnull=True) | Q(unit__in=inside) | Q(unit__in=above))

    def in_force(self, on):
        """Issued and on their days; a replaced version still answers for its own days."""
        held = self.filter(state__in=[SetState.ISSUED, SetState.REPLACED], valid_from__lte=on)
        return held.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=on))


class StandardSet(models.Model):
    """Standards of titles and positions of one document. `unit` null: for the whole country; of one
    code the set of the nearest unit holds. `axes` [[code, name]] as the document has them: three,
    two or four (S0-024, S1-025, S2-005). `is_for_leaders`: by it leaders count as meeting the
    standard.
    """

    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    code = models.CharField(_("Mã"), max_length=40)
    name = models.CharField(_("Tên bộ tiêu chuẩn"), max_length=200)
    version = models.PositiveSmallIntegerField(_("Lần"), default=1)
    previous = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    basis = models.CharField(_("Căn cứ"), max_length=300, blank=True)
    clause = models.CharField(_("Chỉ tiêu, nội dung mà bộ này trả lời"), max_length=200, blank=True)
    is_for_leaders = models.BooleanField(_("Chuẩn của lãnh đạo, quản lý"), default=False)
    axes = models.JSONField(default=list)
    certainty = models.CharField(
        _("Độ chắc chắn"), max_length=10, choices=CERTAINTIES, default="LOCAL"
    )
    note = models.TextField(_("Ghi chú"), blank=True)
    state = models.CharField(max_length=10, choices=choices(SET_STATE), default=SetState.DRAFT)
    valid_from = models.DateField(_("Áp dụng từ"), null=True, blank=True)
    valid_to = models.DateField(_("Áp dụng đến"), null=True, blank=True)
    edited_at = models.DateTimeField()
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    issued_at = models.DateTimeField(null=True, blank=True)
    foreseen_at = models.DateTimeField(null=True, blank=True)
    foreseen_on = models.DateField(null=True, blank=True)
    foreseen_run = models.PositiveIntegerField(default=0)

    objects = StandardSetQuerySet.as_manager()

    class Meta:
        ordering = ["code", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "code", "version"], name="set_version_once"),
            models.UniqueConstraint(
                fields=["code", "version"],
                condition=Q(unit__isnull=True),
                name="national_set_version_once",
            ),
            models.UniqueConstraint(
                fields=["unit", "code"], condition=Q(state="draft"), name="one_draft_of_a_set"
            ),
            models.CheckConstraint(
                condition=Q(state="draft", issued_at__isnull=True)
                | (
                    ~Q(state="draft")
                    & Q(issued_at__isnull=False, valid_from__isnull=False)
                    & ~Q(basis="")
                ),
                name="set_issued_with_basis_and_day",
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="set_ends_after_start",
            ),
        ]

    def __str__(self):
        return f"{self.name} (lần {self.version})"

    @property
    def place(self) -> str:
        """Path of the branch in which the set holds."""
        return self.unit.path if self.unit else "/"

    @property
    def foresight(self) -> Foresight:
        if self.foreseen_at is None:
            return Foresight.NONE
        return Foresight.FRESH if self.foreseen_at >= self.edited_at else Foresight.STALE


class RequirementQuerySet(models.QuerySet):
    def visible_to(self, actor, permission=None):
        return self.filter(set__in=StandardSet.objects.visible_to(actor, permission).values("pk"))

    def standing(self):
        """Without what was taken out of a draft."""
        return self.filter(is_dropped=False)


class Requirement(models.Model):
    """One demand of a set. `code` stays through the versions; `addressees` as in
    `rules.demands.ADDRESSEES`, nothing named means everybody. `clause`: article of the document.
    """

    set = models.ForeignKey(StandardSet, on_delete=models.PROTECT, related_name="requirements")
    position = models.PositiveSmallIntegerField(_("Thứ tự"), default=0)
    code = models.CharField(_("Mã"), max_length=40)
    axis = models.CharField(_("Trục"), max_length=40)
    name = models.CharField(_("Yêu cầu"), max_length=200)
    kind = models.CharField(_("Loại"), max_length=12, choices=choices(KIND))
    paper = models.CharField(_("Loại văn bằng, chứng chỉ"), max_length=20, blank=True)
    level = models.CharField(_("Từ trình độ"), max_length=20, blank=True)
    number = models.PositiveSmallIntegerField(_("Số năm, tuổi"), default=0)
    measure = models.CharField(
        _("Tính năm của"), max_length=10, choices=choices(MEASURE), blank=True
    )
    bound = models.CharField(
        _("Tuổi"), max_length=10, choices=choices(BOUND), default=Bound.AT_LEAST
    )
    names = models.JSONField(_("Tên"), default=list, blank=True)
    fields = models.JSONField(_("Ngành"), default=list, blank=True)
    addressees = models.JSONField(_("Áp dụng cho"), default=dict, blank=True)
    clause = models.CharField(_("Điều, khoản"), max_length=200, blank=True)
    next_step = models.CharField(_("Việc cần làm khi thiếu"), max_length=300, blank=True)
    certainty = models.CharField(
        _("Độ chắc chắn"), max_length=10, choices=CERTAINTIES, default="LOCAL"
    )
    is_dropped = models.BooleanField(default=False)

    objects = RequirementQuerySet.as_manager()

    class Meta:
        ordering = ["set", "position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["set", "code"], name="requirement_code_once")
        ]

    def __str__(self):
        return self.name


class ExemptionQuerySet(models.QuerySet):
    def visible_to(self, actor, permission=None):
        return self.filter(person__in=Person.objects.visible_to(actor, permission).values("pk"))

    def in_force(self, on):
        return self.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=on), valid_from__lte=on)


class Exemption(models.Model):
    """A person need not meet a requirement, on a basis, until a last day or until looked at again.
    It follows the requirement through the versions of its set.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    requirement = models.ForeignKey(
        Requirement, on_delete=models.PROTECT, related_name="exemptions"
    )
    basis = models.CharField(_("Căn cứ"), max_length=300)
    valid_from = models.DateField(_("Từ ngày"))
    valid_to = models.DateField(_("Đến hết ngày"), null=True, blank=True)
    review_on = models.DateField(_("Xem lại ngày"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    decided_at = models.DateTimeField()

    objects = ExemptionQuerySet.as_manager()

    class Meta:
        ordering = ["-valid_from", "-pk"]
        indexes = [models.Index(fields=["person"], name="exemption_of")]
        constraints = [
            models.CheckConstraint(condition=~Q(basis=""), name="exemption_with_basis"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="exemption_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=False) | Q(review_on__isnull=False),
                name="exemption_ends_or_is_reviewed",
            ),
        ]

    def __str__(self):
        return f"{self.person}: {self.requirement}"

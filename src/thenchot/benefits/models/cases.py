"""What somebody gets under a policy, with its arithmetic; who is touched by a rearrangement."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thenchot.benefits.enums import CaseState
from thenchot.benefits.labels import CASE_STATE, GROUP, KIND, REARRANGEMENT_KIND
from thenchot.benefits.models.policies import Policy
from thenchot.catalogue.labels import choices
from thenchot.organisation.models import Unit
from thenchot.organisation.models.scopes import ScopedByUnit
from thenchot.people.models import Person
from thenchot.platform.accounts.fields import by_account


class Rearrangement(models.Model):
    """A decision by which units are joined, divided or given up, and people lose their post."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("Loại"), max_length=8, choices=choices(REARRANGEMENT_KIND))
    name = models.CharField(_("Nội dung sắp xếp"), max_length=200)
    decision = models.CharField(_("Số quyết định"), max_length=120)
    decided_on = models.DateField(_("Ngày quyết định"))
    created_by = by_account()

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["-decided_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "decision"], name="rearrangement_once"),
        ]

    def __str__(self):
        return self.name


class CaseQuerySet(ScopedByUnit):
    def of_account(self, actor):
        """The own ones; nothing for the program."""
        if actor.account_id is None:
            return self.none()
        return self.filter(person__account=actor.account_id)


class Case(models.Model):
    """One person under one version of a policy. `ref` tells cases of one policy apart: a year, a
    post; `group` is that of the policy, so that of leaving nobody takes two.

    `lines`: [{name, words, amount, monthly}] as worked out on `counted_on`, with the values of the
    packs that were used (`values`). `once`, `monthly`: what is paid, in đồng; `override_basis`:
    why it was written by hand. `begins_on`, `ends_on`: the months of what is paid monthly.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    policy = models.ForeignKey(Policy, on_delete=models.PROTECT, related_name="cases")
    group = models.CharField(max_length=10, choices=choices(GROUP))
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    ref = models.CharField(max_length=40, blank=True)  # "2026", "seat-2026-03-01"
    rearrangement = models.ForeignKey(
        Rearrangement, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    state = models.CharField(max_length=9, choices=choices(CASE_STATE), default=CaseState.FOUND)
    reason = models.CharField(_("Vì sao được hưởng"), max_length=600, blank=True)
    found_on = models.DateField(_("Tìm thấy ngày"))
    leaves_on = models.DateField(_("Nghỉ từ ngày"), null=True, blank=True)
    insured_months = models.PositiveSmallIntegerField(
        _("Số tháng đóng bảo hiểm"), null=True, blank=True
    )
    pay = models.PositiveIntegerField(_("Lương của tháng (đồng)"), null=True, blank=True)
    pay_source = models.CharField(_("Nguồn số liệu lương"), max_length=300, blank=True)
    kind = models.CharField(_("Diện thu hút"), max_length=10, choices=choices(KIND), blank=True)
    needed_field = models.CharField(_("Ngành trong danh mục nhu cầu"), max_length=200, blank=True)
    commitment_from = models.DateField(_("Cam kết từ ngày"), null=True, blank=True)
    commitment_months = models.PositiveSmallIntegerField(_("Số tháng cam kết"), default=0)
    left_on = models.DateField(_("Nghỉ trước hạn cam kết"), null=True, blank=True)
    left_reason = models.CharField(_("Lý do nghỉ"), max_length=300, blank=True)
    repay = models.PositiveBigIntegerField(_("Phải hoàn trả (đồng)"), null=True, blank=True)
    repaid_on = models.DateField(_("Đã hoàn trả ngày"), null=True, blank=True)
    begins_on = models.DateField(_("Hưởng từ"), null=True, blank=True)
    ends_on = models.DateField(_("Hưởng đến"), null=True, blank=True)
    counted_on = models.DateField(_("Tính ngày"), null=True, blank=True)
    lines = models.JSONField(default=list, blank=True)
    values = models.JSONField(default=dict, blank=True)
    once = models.PositiveBigIntegerField(_("Một lần (đồng)"), null=True, blank=True)
    monthly = models.PositiveBigIntegerField(_("Hằng tháng (đồng)"), null=True, blank=True)
    override_basis = models.CharField(_("Căn cứ ghi mức hưởng"), max_length=300, blank=True)
    override_by = by_account(blank=True)
    submitted_on = models.DateField(_("Trình ngày"), null=True, blank=True)
    submitted_by = by_account(blank=True)
    returned_for = models.CharField(_("Lý do trả lại"), max_length=300, blank=True)
    decision = models.CharField(_("Số quyết định"), max_length=120, blank=True)
    decided_on = models.DateField(_("Ngày quyết định"), null=True, blank=True)
    decided_by = by_account(blank=True)
    ended_for = models.CharField(_("Lý do không hưởng, rút"), max_length=300, blank=True)

    objects = CaseQuerySet.as_manager()

    class Meta:
        ordering = ["-found_on", "-pk"]
        indexes = [
            models.Index(fields=["person", "state"], name="benefit_case_of"),
            models.Index(fields=["unit", "state"], name="benefit_case_in"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "policy", "ref"],
                condition=~Q(state__in=["refused", "withdrawn"]),
                name="benefit_case_once",
            ),
            models.UniqueConstraint(
                fields=["person", "group"],
                condition=Q(
                    group="leaving", state__in=["prepared", "submitted", "approved", "paid"]
                ),
                name="leaving_policy_once",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["refused", "withdrawn"]) | ~Q(ended_for=""),
                name="benefit_case_ended_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["approved", "paid"])
                | Q(decided_on__isnull=False, once__isnull=False, monthly__isnull=False),
                name="benefit_case_approved_whole",
            ),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True) | Q(repay__isnull=False),
                name="benefit_case_left_pair",
            ),
        ]

    def __str__(self):
        return f"{self.policy.name}: {self.person.full_name}"


class AffectedQuerySet(models.QuerySet):
    def visible_to(self, actor, permission=None):
        rows = Rearrangement.objects.visible_to(actor, permission)
        return self.filter(rearrangement__in=rows.values("pk"))


class Affected(models.Model):
    """A person touched by a rearrangement, and the answer: the case that was made, or why there is
    none (S3-060, S3-070).
    """

    rearrangement = models.ForeignKey(
        Rearrangement, on_delete=models.PROTECT, related_name="people"
    )
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    post = models.CharField(_("Chức danh trước khi sắp xếp"), max_length=400)
    case = models.ForeignKey(
        Case, on_delete=models.PROTECT, null=True, blank=True, related_name="affected"
    )
    no_policy = models.CharField(_("Vì sao không có chế độ"), max_length=300, blank=True)
    added_on = models.DateField(_("Ghi ngày"))
    recorded_by = by_account(blank=True)

    objects = AffectedQuerySet.as_manager()

    class Meta:
        ordering = ["rearrangement", "person__sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["rearrangement", "person"], name="affected_once"),
            models.CheckConstraint(
                condition=Q(case__isnull=True) | Q(no_policy=""), name="affected_one_answer"
            ),
        ]

    def __str__(self):
        return self.post

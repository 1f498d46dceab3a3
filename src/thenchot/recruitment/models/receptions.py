"""Reception without an exam: a list of one source group, and the people on it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.models import JobPosition, Unit
from thenchot.organisation.models.scopes import ScopedByUnit
from thenchot.people.enums import Sex
from thenchot.people.models import Appointment, Person
from thenchot.platform.accounts.fields import by_account
from thenchot.platform.keys.fields import BlindIndexField, EncryptedTextField
from thenchot.recruitment.enums import CaseState, ReceptionState
from thenchot.recruitment.labels import CASE_STATE, GROUP, RECEPTION_STATE


class Reception(models.Model):
    """A list of those received from one group. `last_on`: its last day, of a one-off group."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    group = models.CharField(_("Nhóm nguồn"), max_length=24, choices=choices(GROUP))
    name = models.CharField(_("Tên danh sách"), max_length=200)
    opened_on = models.DateField(_("Lập ngày"))
    last_on = models.DateField(_("Hạn hoàn thành"), null=True, blank=True)
    state = models.CharField(
        max_length=6, choices=choices(RECEPTION_STATE), default=ReceptionState.OPEN
    )
    closed_on = models.DateField(_("Đóng ngày"), null=True, blank=True)
    made_by = by_account()

    objects = ScopedByUnit.as_manager()

    class Meta:
        ordering = ["-opened_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="closed", closed_on__isnull=False)
                | (~Q(state="closed") & Q(closed_on__isnull=True)),
                name="reception_closed_pair",
            ),
        ]

    def __str__(self):
        return self.name


class ReceptionCase(models.Model):
    """One person on the list. `person`: of the register already; else one is made with the
    decision.
    """

    reception = models.ForeignKey(Reception, on_delete=models.PROTECT, related_name="cases")
    position = models.ForeignKey(JobPosition, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    full_name = models.CharField(_("Họ và tên"), max_length=120)
    sort_key = models.CharField(max_length=300)
    sex = models.CharField(_("Giới tính"), max_length=1, choices=Sex.choices, blank=True)
    born_on = models.DateField(_("Ngày sinh"), null=True, blank=True)
    identity_no = EncryptedTextField(_("Số định danh cá nhân (căn cước)"), blank=True)
    identity_index = BlindIndexField(of="identity_no", blank=True)
    former_work = models.CharField(_("Nơi, việc trước đây"), max_length=300)
    served_since = models.DateField(_("Công tác liên tục từ"), null=True, blank=True)
    is_insured = models.BooleanField(_("Đóng bảo hiểm xã hội bắt buộc"), default=False)
    is_paid_alike = models.BooleanField(_("Xếp lương phù hợp"), default=False)
    paper = models.CharField(_("Văn bản, kết quả kèm theo"), max_length=300, blank=True)
    state = models.CharField(max_length=8, choices=choices(CASE_STATE), default=CaseState.PROPOSED)
    ground = models.CharField(_("Lý do"), max_length=400, blank=True)
    judged_by = by_account(blank=True)
    decision = models.CharField(_("Số quyết định"), max_length=120, blank=True)
    decided_on = models.DateField(_("Quyết định ngày"), null=True, blank=True)
    decided_by = by_account(blank=True)
    starts_on = models.DateField(_("Nhận việc từ"), null=True, blank=True)
    seat = models.ForeignKey(
        Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["reception", "sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["reception", "identity_index"],
                condition=~Q(identity_index=""),
                name="reception_identity_once",
            ),
            models.CheckConstraint(
                condition=~Q(state="refused") | ~Q(ground=""),
                name="reception_refused_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(state="decided")
                | Q(decided_on__isnull=False, person__isnull=False, seat__isnull=False),
                name="reception_decided_has_post",
            ),
        ]

    def __str__(self):
        return self.full_name

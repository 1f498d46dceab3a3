"""What became of a rating: decisions that are replaced and never edited, complaints, reopenings,
what was sent.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.people.models.recorded import CurrentManager, Recorded, RecordQuerySet
from thenchot.platform.accounts.fields import by_account
from thenchot.rating.models.rounds import Rating, Round
from thenchot.worklog.labels import BAND


class Sending(models.Model):
    """The results handed to the national database: when, by which receipt, how many (Đ26.1.d)."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="sendings")
    sent_on = models.DateField(_("Gửi ngày"))
    reference = models.CharField(_("Số, mã xác nhận"), max_length=200)
    count = models.PositiveIntegerField()
    marked_by = by_account(blank=True)
    marked_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-sent_on", "-pk"]

    def __str__(self):
        return f"{self.round_id}: {self.sent_on:%d/%m/%Y}"


class Complaint(models.Model):
    """Somebody asks that the own result be looked at again (Đ22); `due_on` by the working days of
    the policy.
    """

    rating = models.ForeignKey(Rating, on_delete=models.PROTECT, related_name="complaints")
    text = models.TextField(_("Nội dung kiến nghị"))
    received_on = models.DateField(_("Nhận ngày"))
    due_on = models.DateField(_("Giải quyết trước hết ngày"))
    made_by = by_account(blank=True)
    is_upheld = models.BooleanField(_("Chấp nhận kiến nghị"), null=True, blank=True)
    answer = models.TextField(_("Kết quả giải quyết"), blank=True)
    settled_on = models.DateField(_("Giải quyết ngày"), null=True, blank=True)
    settled_by = by_account(blank=True)

    class Meta:
        ordering = ["-received_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["rating"], condition=Q(settled_on__isnull=True), name="complaint_one_open"
            ),
            models.CheckConstraint(
                condition=Q(settled_on__isnull=True, is_upheld__isnull=True, answer="")
                | Q(settled_on__isnull=False, is_upheld__isnull=False) & ~Q(answer=""),
                name="complaint_settled_pair",
            ),
        ]

    def __str__(self):
        return f"{self.rating_id}: {self.text[:60]}"


class RatingDecision(Recorded):
    """What the competent level decided. `level` empty: not rated (Đ11.1). `proposed` is what stood
    before it after the caps; where they differ `reason` says why. A later decision replaces it
    (Đ21.3).
    """

    rating = models.ForeignKey(Rating, on_delete=models.PROTECT, related_name="+")
    level = models.CharField(_("Mức xếp loại"), max_length=10, choices=choices(BAND), blank=True)
    proposed = models.CharField(max_length=10, choices=choices(BAND), blank=True)
    reason = models.CharField(_("Lý do"), max_length=400, blank=True)
    handling = models.CharField(_("Đề xuất sử dụng, xử lý"), max_length=400, blank=True)
    number = models.CharField(_("Số quyết định"), max_length=120)
    decided_on = models.DateField(_("Ngày quyết định"))
    complaint = models.ForeignKey(
        Complaint, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    sending = models.ForeignKey(
        Sending, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = CurrentManager.from_queryset(RecordQuerySet)()
    history = models.Manager.from_queryset(RecordQuerySet)()

    class Meta:
        ordering = ["-decided_on", "-pk"]
        indexes = [models.Index(fields=["rating", "replaced_at"], name="rating_decision_of")]
        constraints = [
            models.UniqueConstraint(
                fields=["rating"],
                condition=Q(replaced_at__isnull=True),
                name="rating_decision_once",
            ),
            models.CheckConstraint(
                condition=Q(level=F("proposed")) | ~Q(reason=""),
                name="rating_decision_differs_with_reason",
            ),
        ]

    def __str__(self):
        return f"{self.rating_id}: {self.get_level_display() or self.number}"

    @property
    def level_name(self) -> str:
        return self.get_level_display() or gettext("Không xếp loại")

    @property
    def other_proposal(self) -> str:
        """What stood before it, where that was something else."""
        return "" if self.proposed == self.level else self.get_proposed_display() or "–"


class RatingReopening(models.Model):
    """A decided rating opened again: why, by whom, and what stood until then."""

    rating = models.ForeignKey(Rating, on_delete=models.PROTECT, related_name="reopenings")
    reason = models.CharField(_("Lý do mở lại"), max_length=400)
    level = models.CharField(max_length=10, choices=choices(BAND), blank=True)
    mean = models.DecimalField(max_digits=7, decimal_places=2, null=True)
    facts = models.JSONField(default=dict)
    reopened_by = by_account(blank=True)
    reopened_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-reopened_at", "-pk"]

    def __str__(self):
        return f"{self.rating_id}: {self.reason[:60]}"


class RoundReopening(models.Model):
    """A locked round of organisations opened again: why, by whom, and since when it had been
    locked. People are opened one by one.
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="reopenings")
    reason = models.CharField(_("Lý do mở lại"), max_length=400)
    locked_at = models.DateTimeField()
    locked_by = by_account(blank=True)
    reopened_by = by_account(blank=True)
    reopened_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-reopened_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="round_reopened_with_reason")
        ]

    def __str__(self):
        return f"{self.round_id}: {self.reason[:60]}"

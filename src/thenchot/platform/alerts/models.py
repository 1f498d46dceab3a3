"""Alerts that hold or held, and who was told of each of their steps."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

STATES = [
    ("open", _("Đang mở")),
    ("acknowledged", _("Đã nhận, đang xử lý")),
    ("exempted", _("Đang gác lại")),
    ("resolved", _("Đã hết")),
]
TRIES = 24  # hours in which news that fails is tried again
SEVERITIES = [("info", _("Để biết")), ("act", _("Cần làm")), ("late", _("Quá hạn"))]


class Alert(models.Model):
    """One row for each time a fact appears. When it vanishes the row is resolved; should it come
    back, a new row begins, and people are told again.
    """

    rule = models.CharField(max_length=60)
    subject_type = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=40)
    detail = models.CharField(max_length=120, blank=True)
    unit_path = models.CharField(max_length=200)
    severity = models.CharField(max_length=8, choices=SEVERITIES)
    state = models.CharField(max_length=12, choices=STATES, default="open")
    since = models.DateField()
    message = models.CharField(max_length=500)
    basis = models.CharField(max_length=300, blank=True)
    next_step = models.CharField(max_length=300, blank=True)
    url = models.CharField(max_length=300)
    step = models.PositiveSmallIntegerField(default=0)
    opened_at = models.DateTimeField()
    resolved_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(_("Lý do"), max_length=300, blank=True)
    review_on = models.DateField(_("Xem lại ngày"), null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["unit_path", "state"], name="alert_unit_state")]
        constraints = [
            models.UniqueConstraint(
                fields=["rule", "subject_type", "subject_id", "detail"],
                condition=~Q(state="resolved"),
                name="alert_once_while_it_holds",
            ),
            models.CheckConstraint(
                condition=Q(state="resolved", resolved_at__isnull=False)
                | (~Q(state="resolved") & Q(resolved_at__isnull=True)),
                name="alert_resolved_pair",
            ),
            models.CheckConstraint(
                condition=~Q(state="exempted") | (~Q(reason="") & Q(review_on__isnull=False)),
                name="alert_exempted_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True, decided_at__isnull=True)
                | Q(decided_by__isnull=False, decided_at__isnull=False),
                name="alert_decided_pair",
            ),
        ]

    def __str__(self):
        return f"{self.rule} {self.subject_type}:{self.subject_id} {self.detail}".strip()


class DigestState(models.TextChoices):
    WAITING = "waiting", _("Chờ gửi")
    HANDED = "handed", _("Đã giao máy chủ thư, chưa rõ kết quả")
    SENT = "sent", _("Đã gửi")
    FAILED = "failed", _("Không gửi được")
    OVER = "over", _("Không còn gì để gửi")


class Digest(models.Model):
    """One mail to one person: the notices that were unread when it was put together, each in one
    digest only. `HANDED` is written before the mail server gets it: a program that ends in between
    leaves it there, and it is never sent again.
    """

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    day = models.DateField()
    state = models.CharField(max_length=8, choices=DigestState.choices, default=DigestState.WAITING)
    made_at = models.DateTimeField()
    tried_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    failures = models.PositiveSmallIntegerField(default=0)
    failure = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [models.Index(fields=["state", "tried_at"], name="digest_state")]
        constraints = [
            models.UniqueConstraint(fields=["account", "day"], name="digest_once_a_day"),
            models.UniqueConstraint(
                fields=["account"], condition=Q(state="waiting"), name="digest_one_waits"
            ),
            models.CheckConstraint(
                condition=Q(state="sent", sent_at__isnull=False)
                | ~Q(state="sent") & Q(sent_at__isnull=True),
                name="digest_sent_pair",
            ),
        ]

    def __str__(self):
        return f"{self.account_id} {self.day}"


class Notice(models.Model):
    """One person told, once, of one step of an alert, or of something that happened (`news`, an
    event of the trail, with its subject). The words stand as they were told.
    """

    alert = models.ForeignKey(
        Alert, on_delete=models.PROTECT, null=True, blank=True, related_name="notices"
    )
    step = models.PositiveSmallIntegerField(default=0)
    news = models.CharField(max_length=60, blank=True)
    subject_type = models.CharField(max_length=60, blank=True)
    subject_id = models.CharField(max_length=40, blank=True)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    unit_path = models.CharField(max_length=200)
    message = models.CharField(max_length=500)
    next_step = models.CharField(max_length=300, blank=True)
    url = models.CharField(max_length=300)
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    over_at = models.DateTimeField(null=True, blank=True)
    digest = models.ForeignKey(
        "alerts.Digest", on_delete=models.PROTECT, null=True, blank=True, related_name="notices"
    )

    class Meta:
        indexes = [
            models.Index(fields=["account", "read_at"], name="notice_unread"),
            models.Index(fields=["subject_type", "subject_id"], name="notice_subject"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["alert", "account", "step"], name="notice_once_each_step"
            ),
            models.CheckConstraint(
                condition=Q(alert__isnull=False, news="") | Q(alert__isnull=True) & ~Q(news=""),
                name="notice_of_alert_or_news",
            ),
        ]

    def __str__(self):
        return f"{self.account_id}: {self.message}"

    @property
    def is_over(self) -> bool:
        """Settled by itself, or by what followed: it no longer asks to be read."""
        return bool(self.over_at) or (self.alert is not None and self.alert.state == "resolved")


class TellingQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(told_at__isnull=True, failures__lt=TRIES)


class Telling(models.Model):
    """Events of the trail of which somebody is to be told, by their numbers in it. Written in their
    transaction; `told_at` once the notices stand.
    """

    news = models.CharField(max_length=60)
    first_seq = models.BigIntegerField()
    last_seq = models.BigIntegerField()
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    made_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True, blank=True)
    failures = models.PositiveSmallIntegerField(default=0)
    failed_at = models.DateTimeField(null=True, blank=True)
    failure = models.CharField(max_length=300, blank=True)

    objects = TellingQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["id"], condition=Q(told_at__isnull=True), name="telling_waiting")
        ]
        constraints = [
            models.CheckConstraint(condition=Q(last_seq__gte=F("first_seq")), name="telling_span")
        ]

    def __str__(self):
        return f"{self.news} {self.first_seq}"

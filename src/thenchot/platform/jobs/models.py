"""How far a long piece of work is, and when the schedules ran."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.platform.clock import real_now

SILENT_AFTER = timedelta(hours=1)


class JobState(models.TextChoices):
    WAITING = "waiting", _("Đang chờ")
    RUNNING = "running", _("Đang chạy")
    DONE = "done", _("Đã xong")
    FAILED = "failed", _("Không thành")


class Job(models.Model):
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    unit_path = models.CharField(max_length=200)
    label = models.CharField(max_length=200)
    task_id = models.UUIDField(null=True, blank=True, db_index=True)
    state = models.CharField(max_length=10, choices=JobState.choices, default=JobState.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(null=True, blank=True)
    message = models.TextField(blank=True)
    result_url = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField()
    alive_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["account", "created_at"], name="job_account"),
            models.Index(fields=["state", "alive_at"], name="job_state"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["done", "failed"], finished_at__isnull=False)
                | Q(state__in=["waiting", "running"], finished_at__isnull=True),
                name="job_finished_pair",
            )
        ]

    def __str__(self):
        return f"{self.label} ({self.state})"

    @property
    def is_finished(self):
        return self.finished_at is not None

    @property
    def is_silent(self) -> bool:
        """Said to run, and not heard of for so long that its worker is dead."""
        return self.state == JobState.RUNNING and self.alive_at < real_now() - SILENT_AFTER

    @property
    def state_words(self) -> str:
        return gettext("Bị ngắt") if self.is_silent else self.get_state_display()


class Turn(models.Model):
    """The last run of one schedule. `started_at` without an end means that it runs, or was
    killed.
    """

    name = models.CharField(max_length=120, unique=True)
    started_at = models.DateTimeField(null=True, blank=True)
    succeeded_at = models.DateTimeField(null=True, blank=True)
    failed_at = models.DateTimeField(null=True, blank=True)
    message = models.TextField(blank=True)

    def __str__(self):
        return self.name

"""Append-only trail. Each event carries an HMAC over itself and the one before it."""

from django.conf import settings
from django.db import models


class Event(models.Model):
    seq = models.BigIntegerField(unique=True)
    at = models.DateTimeField()
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    actor_name = models.CharField(max_length=120)
    name = models.CharField(max_length=60, db_index=True)
    subject_type = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=40)
    unit_path = models.CharField(max_length=200, blank=True)
    facts = models.JSONField(default=dict)
    marks = models.JSONField(default=dict)  # of the rows that it changed: `watching`
    key_id = models.CharField(max_length=12)
    mac = models.CharField(max_length=64)

    class Meta:
        ordering = ["seq"]
        indexes = [models.Index(fields=["subject_type", "subject_id", "seq"], name="event_subject")]

    def __str__(self):
        return f"{self.seq} {self.name}"


class Read(models.Model):
    """Who looked at sensitive data. Buffered during the request, written once after it."""

    at = models.DateTimeField()
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    subject_type = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=40)
    page = models.CharField(max_length=120)

    class Meta:
        indexes = [models.Index(fields=["subject_type", "subject_id", "at"], name="read_subject")]

    def __str__(self):
        return f"{self.account_id} {self.subject_type}:{self.subject_id}"

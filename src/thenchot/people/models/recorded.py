"""The two questions of time, for every row of the file: what was true on a day, what the file said
on that day.

A row is never changed: it is replaced. `objects` sees the file as it stands, `history` everything
it ever said.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from thenchot.people.enums import DatePrecision


class RecordQuerySet(models.QuerySet):
    def said_at(self, at):
        """Rows the file held at a moment."""
        return self.filter(Q(replaced_at__isnull=True) | Q(replaced_at__gt=at), recorded_at__lte=at)

    def in_force(self, on):
        """Rows that hold on a day; an unknown first day holds."""
        return self.filter(
            Q(valid_to__isnull=True) | Q(valid_to__gte=on),
            Q(valid_from__isnull=True) | Q(valid_from__lte=on),
        )


class CurrentManager(models.Manager):
    """What was not replaced."""

    def get_queryset(self):
        return super().get_queryset().filter(replaced_at__isnull=True)


class Recorded(models.Model):
    """`source`: where it comes from ("Excel …", "tự khai"). `replaces`: the row this one took the
    place of.
    """

    recorded_at = models.DateTimeField(default=timezone.now, editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
    )
    replaced_at = models.DateTimeField(null=True, blank=True, editable=False)
    replaces = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    source = models.CharField(max_length=200, blank=True, editable=False)

    class Meta:
        abstract = True


class Record(Recorded):
    """A row of one of the tables of the résumé. Dates as exactly as they are known: `valid_from` is
    the first day of a known month or year, `valid_to` the last.
    """

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    valid_from = models.DateField(_("Từ"), null=True, blank=True)
    valid_from_known = models.CharField(
        max_length=1, choices=DatePrecision.choices, default=DatePrecision.MONTH
    )
    valid_to = models.DateField(_("Đến"), null=True, blank=True)
    valid_to_known = models.CharField(
        max_length=1, choices=DatePrecision.choices, default=DatePrecision.MONTH
    )

    objects = CurrentManager.from_queryset(RecordQuerySet)()
    history = models.Manager.from_queryset(RecordQuerySet)()

    class Meta:
        abstract = True
        ordering = ["valid_from", "pk"]
        indexes = [models.Index(fields=["person", "replaced_at"], name="%(class)s_of")]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True)
                | Q(valid_from__isnull=True)
                | Q(valid_to__gte=F("valid_from")),
                name="%(class)s_ends_after",
            )
        ]

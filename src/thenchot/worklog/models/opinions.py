"""Quick opinions: asked, answered, decided."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.models import Unit
from thenchot.people.models import Person
from thenchot.platform.clock import today
from thenchot.worklog.enums import OpinionState
from thenchot.worklog.labels import OPINION_STATE


class OpinionQuerySet(models.QuerySet):
    def visible_to(self, actor, permission=None):
        """What one asked, what one is asked, and what the branch of the actor asks or is asked."""
        units = Unit.objects.visible_to(actor, permission).values("pk")
        own = (
            Q(asked_by=actor.account_id) | Q(person__account=actor.account_id)
            if actor.account_id
            else Q(pk__in=[])
        )
        return self.filter(Q(unit__in=units) | Q(from_unit__in=units) | own)


class OpinionRequest(models.Model):
    """A quick opinion in a new situation (S0-086). `person` is whom it asks; none: the unit. `unit`
    is that of the person, or the one asked. `due_on` stands as it was on the day of sending.
    """

    from_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    question = models.TextField(_("Xin ý kiến về"))
    sent_at = models.DateTimeField()
    due_on = models.DateField(_("Trả lời trước hết ngày"))
    state = models.CharField(
        max_length=10, choices=choices(OPINION_STATE), default=OpinionState.SENT
    )
    answer = models.TextField(_("Ý kiến"), blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    decision = models.TextField(_("Quyết định xử lý"), blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = OpinionQuerySet.as_manager()

    class Meta:
        ordering = ["-sent_at", "-pk"]
        indexes = [
            models.Index(fields=["unit", "state"], name="opinion_unit"),
            models.Index(fields=["from_unit"], name="opinion_from"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="sent") | Q(answered_at__isnull=True),
                name="opinion_sent_unanswered",
            ),
            models.CheckConstraint(
                condition=~Q(state="answered") | Q(answered_at__isnull=False),
                name="opinion_answered_at",
            ),
            models.CheckConstraint(
                condition=Q(state="decided", decided_at__isnull=False)
                | (~Q(state="decided") & Q(decided_at__isnull=True)),
                name="opinion_decided_pair",
            ),
        ]

    def __str__(self):
        return self.question[:80]

    @property
    def is_late(self) -> bool:
        return self.state == OpinionState.SENT and self.due_on < today()

    @property
    def hours(self):
        """How long the answer took; none while there is none."""
        return (
            None
            if self.answered_at is None
            else round((self.answered_at - self.sent_at).total_seconds() / 3600)
        )

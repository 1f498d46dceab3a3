"""Hard tasks: who answers for each, until when, how it ended."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.models import Unit
from thenchot.people.models import Person
from thenchot.platform.clock import today
from thenchot.programmes.models import Task
from thenchot.worklog.enums import HardState
from thenchot.worklog.labels import HARD_STATE


class HardTaskQuerySet(models.QuerySet):
    def visible_to(self, actor, permission=None):
        """Of the actor's branches, and those one answers for oneself."""
        own = Q(responsible__account=actor.account_id) if actor.account_id else Q(pk__in=[])
        return self.filter(
            Q(unit__in=Unit.objects.visible_to(actor, permission).values("pk")) | own
        )


class HardTask(models.Model):
    """Work that is hard or has waited long, with exactly one person who answers for it (S0-085);
    none only until somebody is named. `solved_by` is kept as a fact for praise (S0-088).
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("Việc khó"), max_length=300)
    difficulty = models.TextField(_("Khó ở chỗ nào"))
    responsible = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    due_on = models.DateField(_("Hạn giải quyết"))
    task = models.ForeignKey(
        Task, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    state = models.CharField(max_length=8, choices=choices(HARD_STATE), default=HardState.OPEN)
    outcome = models.TextField(_("Giải quyết bằng cách nào"), blank=True)
    solved_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    opened_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = HardTaskQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        indexes = [models.Index(fields=["unit", "state"], name="hard_unit")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open", ended_on__isnull=True)
                | (~Q(state="open") & Q(ended_on__isnull=False)),
                name="hard_ended_pair",
            ),
            models.CheckConstraint(
                condition=Q(state="solved", solved_by__isnull=False)
                | (~Q(state="solved") & Q(solved_by__isnull=True)),
                name="hard_solved_by",
            ),
            models.CheckConstraint(
                condition=Q(state="open") | ~Q(outcome=""), name="hard_ended_says_how"
            ),
        ]

    def __str__(self):
        return self.name[:80]

    @property
    def is_open(self) -> bool:
        return self.state == HardState.OPEN

    @property
    def is_late(self) -> bool:
        return self.is_open and self.due_on < today()

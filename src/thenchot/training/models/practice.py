"""Learning by doing: somebody is given a post, a task and a mentor for a time (S1-026)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.models import Unit
from thenchot.people.models import Person
from thenchot.training.enums import PracticeState
from thenchot.training.labels import PRACTICE_STATE


class PracticeQuerySet(models.QuerySet):
    def visible_to(self, actor, permission=None):
        """Of people of the actor's branches and of mentors there; the own, and those one guides."""
        units = Unit.objects.visible_to(actor, permission).values("pk")
        own = Q(pk__in=[])
        if actor.account_id:
            own = Q(person__account=actor.account_id) | Q(mentor__account=actor.account_id)
        return self.filter(Q(unit__in=units) | Q(mentor_unit__in=units) | own)

    def standing(self):
        """Under way, reported or confirmed."""
        return self.exclude(state=PracticeState.STOPPED)


class Practice(models.Model):
    """A practical programme of one person (chương trình thực nghiệm): `post` held or stood in for,
    at `host`; `task` to carry out; `mentor` who guides; from a day to a day.

    `aim`: the post the person is prepared for. The result is reported by one person and confirmed
    by the head of the mentor's unit or somebody above, never by the mentor or the learner.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    aim = models.CharField(_("Chuẩn bị cho chức danh"), max_length=200, blank=True)
    host = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    post = models.CharField(_("Vị trí thực nghiệm"), max_length=200)
    task = models.TextField(_("Nhiệm vụ thực tế"), max_length=1000)
    mentor = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    mentor_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField(_("Từ ngày"))
    ends_on = models.DateField(_("Đến ngày"))
    state = models.CharField(
        max_length=10, choices=choices(PRACTICE_STATE), default=PracticeState.RUNNING
    )
    result = models.TextField(_("Kết quả"), max_length=1000, blank=True)
    reported_on = models.DateField(null=True, blank=True)
    reported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(_("Lý do"), max_length=300, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects = PracticeQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "-pk"]
        indexes = [models.Index(fields=["person", "ends_on"], name="practice_of")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="practice_ends_after_start"
            ),
            models.CheckConstraint(
                condition=~Q(person=F("mentor")), name="practice_mentor_is_another"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["reported", "confirmed"])
                | (~Q(result="") & Q(reported_on__isnull=False)),
                name="practice_reported_with_result",
            ),
            models.CheckConstraint(
                condition=Q(state="confirmed", confirmed_at__isnull=False)
                | (~Q(state="confirmed") & Q(confirmed_at__isnull=True)),
                name="practice_confirmed_pair",
            ),
            models.CheckConstraint(
                condition=~Q(state="stopped") | ~Q(reason=""), name="practice_stopped_says_why"
            ),
        ]

    def __str__(self):
        return f"{self.person}: {self.post}"

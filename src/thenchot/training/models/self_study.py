"""What people learn by themselves (S3-084)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.models import Unit
from thenchot.people.models import Person
from thenchot.platform.files.models import StoredFile
from thenchot.training.enums import SelfStudyState
from thenchot.training.labels import SELF_STUDY_STATE
from thenchot.training.models.topics import Topic


class SelfStudyQuerySet(models.QuerySet):
    def visible_to(self, actor, permission=None):
        """Of the actor's branches, and the own."""
        units = Unit.objects.visible_to(actor, permission).values("pk")
        own = Q(person__account=actor.account_id) if actor.account_id else Q(pk__in=[])
        return self.filter(Q(unit__in=units) | own)


class SelfStudy(models.Model):
    """A person learnt something alone, as an online course: recorded by the person, confirmed by
    another. `hours`: of 45 minutes (tiết); only confirmed ones count for the year.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    topic = models.ForeignKey(
        Topic, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    name = models.CharField(_("Nội dung tự học"), max_length=300)
    link = models.URLField(_("Khóa học trực tuyến"), max_length=500, blank=True)
    hours = models.PositiveSmallIntegerField(_("Số tiết"))
    finished_on = models.DateField(_("Ngày học xong"))
    proof = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    state = models.CharField(
        max_length=10, choices=choices(SELF_STUDY_STATE), default=SelfStudyState.RECORDED
    )
    reason = models.CharField(_("Lý do trả lại"), max_length=300, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)

    objects = SelfStudyQuerySet.as_manager()

    class Meta:
        ordering = ["-finished_on", "-pk"]
        indexes = [models.Index(fields=["person", "finished_on"], name="self_study_of")]
        constraints = [
            models.CheckConstraint(condition=Q(hours__gte=1), name="self_study_has_hours"),
            models.CheckConstraint(
                condition=Q(state="confirmed", confirmed_at__isnull=False)
                | (~Q(state="confirmed") & Q(confirmed_at__isnull=True)),
                name="self_study_confirmed_pair",
            ),
            models.CheckConstraint(
                condition=~Q(state="returned") | ~Q(reason=""), name="self_study_returned_says_why"
            ),
        ]

    def __str__(self):
        return f"{self.person}: {self.name}"

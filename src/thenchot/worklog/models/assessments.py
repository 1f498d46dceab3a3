"""The sheet of one person for one month or quarter: the container of what was delivered, and
the score it led to.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.kernel.periods import KINDS, Period
from thenchot.organisation.models import Unit
from thenchot.people.models import Person
from thenchot.worklog.enums import AssessmentState, Band, Capacity, Regulation
from thenchot.worklog.labels import ASSESSMENT_STATE, BAND, CAPACITY, REGULATION


class AssessmentQuerySet(models.QuerySet):
    def visible_to(self, actor, permission=None):
        """Sheets of the units the actor holds the permission over; the own sheets always."""
        units = Unit.objects.visible_to(actor, permission).values("pk")
        own = Q(person__account=actor.account_id) if actor.account_id else Q(pk__in=[])
        return self.filter(Q(unit__in=units) | own, dropped_at__isnull=True)

    def counting(self):
        """Those that are not practice."""
        return self.filter(is_practice=False, dropped_at__isnull=True)


class Assessment(models.Model):
    """`unit` is where the person worked in the period (a transfer gives two sheets); `home` and
    `province` stand on the row so that a country can be partitioned by them.

    `general_self` and `general` hold points by criterion as text ("4.5"): what the person gave,
    what the scoring authority confirmed. `leading` holds what only leaders are judged on. `result`
    is the receipt as it was when the sheet was closed, with the values of policy it used: an old
    month is read, never computed anew. `given`, `produced` and `secured` are the count of last
    night over everybody (`counting`), for boards and lists; null before the first.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    home = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    province = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    rules = models.CharField(_("Theo quy định"), max_length=8, choices=choices(REGULATION))
    kind = models.CharField(_("Tư cách"), max_length=8, choices=choices(CAPACITY))
    title = models.CharField(_("Chức danh"), max_length=160, blank=True)
    period = models.CharField(
        _("Kỳ"), max_length=8, choices=[("month", _("tháng")), ("quarter", _("quý"))]
    )
    year = models.PositiveSmallIntegerField(_("Năm"))
    number = models.PositiveSmallIntegerField(_("Tháng, quý"))
    starts_on = models.DateField()
    ends_on = models.DateField()
    is_practice = models.BooleanField(_("Tập dượt"), default=False)
    state = models.CharField(
        _("Trạng thái"),
        max_length=10,
        choices=choices(ASSESSMENT_STATE),
        default=AssessmentState.OPEN,
    )
    general_self = models.JSONField(default=dict, blank=True)
    general = models.JSONField(default=dict, blank=True)
    leading = models.JSONField(default=dict, blank=True)
    not_scored = models.CharField(_("Không chấm điểm vì"), max_length=200, blank=True)
    result = models.JSONField(null=True, blank=True)
    total = models.DecimalField(
        _("Tổng điểm"), max_digits=7, decimal_places=2, null=True, blank=True
    )
    band = models.CharField(_("Mức"), max_length=10, choices=choices(BAND), blank=True)
    given = models.DecimalField(
        _("Được giao (quy đổi)"), max_digits=14, decimal_places=4, null=True, blank=True
    )
    produced = models.DecimalField(
        _("Hoàn thành (quy đổi)"), max_digits=14, decimal_places=4, null=True, blank=True
    )
    secured = models.DecimalField(
        _("Chắc chắn đến nay"), max_digits=7, decimal_places=2, null=True, blank=True
    )
    policy = models.JSONField(default=dict, blank=True)
    policy_hash = models.CharField(max_length=64, blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    closed_at = models.DateTimeField(null=True, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "person__sort_key", "pk"]
        indexes = [
            models.Index(fields=["unit", "starts_on"], name="assessment_unit"),
            models.Index(fields=["home", "starts_on"], name="assessment_home"),
            models.Index(fields=["person", "starts_on"], name="assessment_person"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "unit", "rules", "period", "year", "number", "is_practice"],
                condition=Q(dropped_at__isnull=True),
                name="assessment_once",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("starts_on")), name="assessment_ends_after"
            ),
            models.CheckConstraint(
                condition=Q(state__in=list(AssessmentState)), name="assessment_state_known"
            ),
            models.CheckConstraint(
                condition=Q(rules__in=list(Regulation)) & Q(kind__in=list(Capacity)),
                name="assessment_kind_known",
            ),
            models.CheckConstraint(
                condition=Q(band="") | Q(band__in=list(Band), total__isnull=False),
                name="assessment_band_has_total",
            ),
            models.CheckConstraint(
                condition=Q(state="closed", closed_at__isnull=False)
                | (~Q(state="closed") & Q(closed_at__isnull=True)),
                name="assessment_closed_pair",
            ),
        ]

    def __str__(self):
        return f"{self.person} · {self.span.label_vi()}"

    @property
    def span(self) -> Period:
        return KINDS[self.period](self.year, self.number)

    @property
    def is_closed(self) -> bool:
        return self.state == AssessmentState.CLOSED

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from thenchot.platform.scope.roles import Role


class GrantQuerySet(models.QuerySet):
    def in_force(self, on):
        return self.filter(
            Q(ends_on__isnull=True) | Q(ends_on__gte=on), starts_on__lte=on, revoked_at__isnull=True
        )


class Grant(models.Model):
    """One account holds one role over one branch of the unit tree, from a day to a day.

    `path` is text ("/1/4/"), no foreign key: scope knows no unit. Whoever moves a unit rewrites the
    paths. `ends_on` is the planned last day; `revoked_at` ends it at once, whatever the days say.
    """

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="grants"
    )
    role = models.CharField(max_length=20, choices=Role.choices)
    path = models.CharField(max_length=200, db_index=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    delegated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    revoked_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = GrantQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["role", "path"], name="grant_role_path")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="grant_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(path__startswith="/", path__endswith="/"), name="grant_path_form"
            ),
            models.CheckConstraint(
                condition=Q(delegated_by__isnull=True) | Q(ends_on__isnull=False),
                name="grant_delegated_ends",
            ),
        ]

    def __str__(self):
        return f"{self.account_id}:{self.role}@{self.path}"

"""Which columns of a register a person wants to see."""

from django.conf import settings
from django.db import models


class ColumnChoice(models.Model):
    """`columns`: names of the columns shown, in the order of the register; of one account."""

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    register = models.CharField(max_length=60)
    columns = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "register"], name="one_choice_a_register")
        ]

    def __str__(self):
        return self.register

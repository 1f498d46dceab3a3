"""The column that names an account."""

from django.conf import settings
from django.db import models


def by_account(**more):
    """Who did it. Null where the program did."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", **more
    )

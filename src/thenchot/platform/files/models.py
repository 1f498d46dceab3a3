"""A kept file: outside the web root, named by its hash, served only as an attachment."""

from django.conf import settings
from django.db import models


class StoredFile(models.Model):
    """`blob` is the place under HOME/files, used by this row alone: "3f/3f9a…-<random>"."""

    name = models.CharField(max_length=200)
    content_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64, db_index=True)
    blob = models.CharField(max_length=120, unique=True, editable=False)
    unit_path = models.CharField(max_length=200)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    uploaded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["unit_path"], name="file_unit_path")]

    def __str__(self):
        return self.name

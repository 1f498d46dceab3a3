from django.db import models


class Backup(models.Model):
    """A backup that was finished and read back. Failures stand in the turns of the schedule."""

    file = models.CharField(max_length=500)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(db_index=True)

    def __str__(self):
        return self.file


class KeyMark(models.Model):
    """Fingerprint of a key that the data were written with; tells nothing of the key."""

    key = models.CharField(max_length=12, unique=True)
    mark = models.CharField(max_length=40)
    since = models.DateTimeField()

    def __str__(self):
        return f"{self.key} {self.mark}"

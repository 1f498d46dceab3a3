"""Backups: the database and the kept files in one encrypted file. The keys are never inside: keep
the recovery sheet.

`backup.last_success()` tells when the last one was made.
"""


def last_success():
    """The newest `Backup` row, or None: one query."""
    from thenchot.platform.backup.models import Backup

    return Backup.objects.order_by("-finished_at").first()

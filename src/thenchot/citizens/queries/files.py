"""Who may read what was attached here."""

from thenchot.citizens.access import EDIT
from thenchot.citizens.models import Batch


def may_read(actor, file) -> bool:
    """An export, whoever takes exports in there."""
    return Batch.objects.visible_to(actor, EDIT).filter(file=file.pk).exists()

"""Who may read the scans of this room."""

from thenchot.succession.access import SEE
from thenchot.succession.models import Conference


def may_read_file(actor, file) -> bool:
    """Whoever sees the list that was voted on."""
    return Conference.objects.visible_to(actor, SEE).filter(file=file).exists()

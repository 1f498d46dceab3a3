"""Who may download what this room attached: an original under review, and evidence of progress."""

from thenchot.programmes.models import Draft, Progress, Task


def may_read_attached(actor, file) -> bool:
    return (
        Draft.objects.visible_to(actor).filter(original=file).exists()
        or Progress.objects.filter(evidence=file, task__in=Task.objects.visible_to(actor)).exists()
    )

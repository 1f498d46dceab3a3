"""A task that was finished or moved stands in the sheets of whoever is responsible right after the
commit.
"""

from django.db.models.signals import post_save
from django.dispatch import receiver

from thenchot.platform.runtime.afterwards import after_commit
from thenchot.programmes.models import Instance, Task
from thenchot.worklog.services.gathering import gather_open


@receiver(post_save, sender=Task)
def task_saved(sender, instance, raw=False, **_):
    if not raw and instance.responsible_id:
        _after_commit(instance.responsible_id)


@receiver(post_save, sender=Instance)
def instance_saved(sender, instance, raw=False, **_):
    if not raw and instance.task.responsible_id:
        _after_commit(instance.task.responsible_id)


def _gather(person_id: int) -> None:
    gather_open([person_id])


def _after_commit(person_id: int) -> None:
    """A failure here is put right by the night."""
    after_commit(_gather, person_id)

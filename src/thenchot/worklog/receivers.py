"""A task that was finished or moved stands in the sheets of whoever is responsible right after the
commit.
"""

from django.db import connection, transaction
from django.db.models.signals import post_save
from django.dispatch import receiver

from thenchot.programmes.models import Instance, Task
from thenchot.worklog.services.gathering import gather_open


class Gather:
    """Equal for one person, so that a transaction keeps one of them."""

    def __init__(self, person_id: int):
        self.person_id = person_id

    def __eq__(self, other) -> bool:
        return isinstance(other, Gather) and other.person_id == self.person_id

    def __hash__(self) -> int:
        return hash(self.person_id)

    def __call__(self) -> None:
        gather_open([self.person_id])


@receiver(post_save, sender=Task)
def task_saved(sender, instance, raw=False, **_):
    if not raw and instance.responsible_id:
        _after_commit(instance.responsible_id)


@receiver(post_save, sender=Instance)
def instance_saved(sender, instance, raw=False, **_):
    if not raw and instance.task.responsible_id:
        _after_commit(instance.task.responsible_id)


def _after_commit(person_id: int) -> None:
    """A failure here must not undo what was saved: it is logged, and the night puts it right."""
    again = Gather(person_id)
    if not any(waiting == again for _, waiting, _ in connection.run_on_commit):
        transaction.on_commit(again, robust=True)

"""A file that changed is judged again after the commit; many changes of one file in one
transaction, once.

What is written in bulk (an import) tells nothing one by one: a job counts everybody when the list
is taken in.
"""

from django.db.models.signals import post_save
from django.dispatch import receiver
from django.utils.translation import gettext

from thenchot.people.models import Appointment, Particulars, Person, Qualification
from thenchot.people.signals import list_taken_in
from thenchot.platform import jobs
from thenchot.platform.runtime.afterwards import after_commit
from thenchot.standards.models import Exemption
from thenchot.standards.services.counting import rejudge


@receiver(post_save, sender=Person)
def person_saved(sender, instance, raw=False, created=False, **_):
    if not raw and not created:
        _after_commit(instance.pk)


@receiver(post_save, sender=Appointment)
@receiver(post_save, sender=Particulars)
@receiver(post_save, sender=Qualification)
@receiver(post_save, sender=Exemption)
def part_saved(sender, instance, raw=False, **_):
    if not raw:
        _after_commit(instance.person_id)


@receiver(list_taken_in)
def list_arrived(sender, actor, home, **_):
    """By whoever took it in; what the system itself brings waits for the night."""
    if actor.account_id is not None:
        jobs.start(
            actor,
            "thenchot.standards.jobs.count_everybody",
            label=gettext("Tính lại tiêu chuẩn sau khi nhập danh sách"),
            unit_path=home.path,
        )


def _after_commit(person_id: int) -> None:
    """A failure here is put right by the next count."""
    after_commit(rejudge, person_id)

"""An account that was opened for a person is linked to that person."""

from django.dispatch import receiver

from thenchot.people.models import Person
from thenchot.people.services import link_account
from thenchot.platform.accounts.signals import account_opened
from thenchot.platform.scope.actor import SYSTEM

SUBJECT = "people.person:"


@receiver(account_opened)
def link_opened_account(sender, account, subject, **_):
    """`subject` is "people.person:12"; a person who has an account by now keeps it."""
    if not (subject or "").startswith(SUBJECT):
        return
    person = Person.objects.filter(pk=subject.removeprefix(SUBJECT), account=None).first()
    if person:
        link_account(SYSTEM, person_id=person.pk, account_id=account.pk)

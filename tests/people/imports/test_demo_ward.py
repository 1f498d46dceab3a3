"""The demonstration's ward enters through its own Excel: 131 people, 30 of them managers, files
with something in them.
"""

from collections import Counter
from random import Random

import pytest

from thenchot.people.filing.reading import open_file
from thenchot.people.headcount import headcount_table
from thenchot.people.models import Appointment, CareerEntry, Person, Qualification, Relative
from thenchot.platform.audit.models import Event
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import Actor, Held
from thenchot.platform.scope.roles import Role
from thenchot.web.demo import files, people, tree


@pytest.fixture
def ward(db):
    home = tree.build()["Đông Kinh"]
    people.populate(home, Random(2026), full=True)
    files.tell_lives(home, Random(1), today())
    return home


def test_131_people_with_30_managers(ward):
    table = headcount_table(ward, today())
    assert (table.total, table.managers, Person.objects.count()) == (131, 30, 131)


def test_whoever_leads_came_first_and_the_list_told_the_rest(ward):
    assert (
        Appointment.objects.filter(is_head=True).count()
        == Event.objects.filter(name="person_created").count()
        == 10
    )
    listed = Counter(
        event.facts["action"] for event in Event.objects.filter(name="person_imported")
    )
    assert listed == {"created": 121, "changed": 10}
    assert Appointment.objects.filter(is_primary=False).exists()


def test_files_are_plausible(ward):
    assert (
        Person.objects.filter(identity_index="").count() == 0
        and Person.objects.filter(born_on=None).count() == 0
    )
    assert Qualification.objects.filter(kind="degree").count() == 131
    assert CareerEntry.objects.count() > 40 and Relative.objects.count() > 80
    assert (
        Qualification.objects.filter(expires_on__lt=today()).exists()
        and Qualification.objects.filter(expires_on__gt=today()).exists()
    )


def test_a_file_opens_for_its_keeper(ward):
    officer = Actor(None, "Cán bộ", (Held(Role.OFFICER, ward.path),))
    person = Person.objects.filter(appointments__is_head=True).first()
    opened = open_file(officer, person)
    assert opened.hidden == [] and sum(bool(table.rows) for table in opened.tables) >= 7

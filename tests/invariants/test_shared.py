"""What belongs to no ward is changed by nobody of one ward, whatever the role."""

from datetime import date

import pytest

from thenchot.kernel.decision import Refused
from thenchot.organisation.models import Title
from thenchot.organisation.places.importing import import_places
from thenchot.organisation.services import create_unit
from thenchot.organisation.services.titles import end_title
from thenchot.platform.clock import real_now
from thenchot.platform.policies.services import enter_value, withdraw_value
from thenchot.platform.scope.actor import NotVisible
from thenchot.platform.scope.roles import Role
from thenchot.standards.models import StandardSet
from thenchot.standards.services.drafting import revise

pytestmark = pytest.mark.django_db
DAY = date(2026, 6, 1)


def change_communes(town, actor):
    import_places(actor, b"", on=DAY, is_complete=True, dry_run=False)


def value_of_the_city(town, actor):
    path = town.world.city.path
    enter_value(actor, path=path, key="programme.young_age", value=30, basis="x", valid_from=DAY)


def value_of_everybody(town, actor):
    enter_value(actor, path="/", key="programme.young_age", value=30, basis="x", valid_from=DAY)


def value_of_another_ward(town, actor):
    withdraw_value(actor, value_id=town.foreign["value"])


def shipped_title(town, actor):
    end_title(actor, title_id=Title.objects.filter(unit=None).first().pk, on=DAY)


def shipped_standards(town, actor):
    national, _made = StandardSet.objects.get_or_create(
        unit=None, code="toan-quoc", defaults={"edited_at": real_now()}
    )
    revise(actor, set_id=national.pk)


def another_root(town, actor):
    of = {"kind": "province", "bloc": "government", "valid_from": DAY}
    create_unit(actor, parent_id=None, name="Tỉnh X", **of)


CHANGES = (
    change_communes,
    value_of_the_city,
    value_of_everybody,
    value_of_another_ward,
    shipped_title,
    shipped_standards,
    another_root,
)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_it_stays_as_it_is(town, change):
    for role in Role:
        with pytest.raises((Refused, NotVisible)):
            change(town, town.world.actor(role, town.world.ward))

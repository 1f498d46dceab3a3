"""Many rows at once are the rows that saving one by one would have made."""

from datetime import date

import pytest
from tests.worlds import build_world

from thenchot.people.models import Particulars, Person
from thenchot.people.queries import get_person
from thenchot.platform.audit.models import Event
from thenchot.platform.clock import now
from thenchot.platform.keys.sealing import blind_index
from thenchot.platform.runtime.bulk import insert_objects, insert_rows, reserve_ids, update_rows
from thenchot.platform.scope.actor import SYSTEM

pytestmark = [pytest.mark.postgres, pytest.mark.django_db]
NUMBER = "001180000123"


@pytest.fixture
def ward(db):
    return build_world().ward


def row(**fields):
    return {"full_name": "Lê An", "folded": " le an", "sort_key": "b0", **fields}


def test_a_row_is_what_saving_it_would_have_made(ward):
    (pk,) = reserve_ids(Person, 1)
    insert_rows(
        Person,
        [row(id=pk, identity_no=NUMBER, born_on=date(1980, 5, 12))],
        registered_in_id=ward.pk,
    )
    saved = Person(
        **row(full_name="Lê Ân", identity_no="001180000124", born_on=date(1980, 5, 12)),
        registered_in=ward,
    )
    saved.save()
    made = Person.objects.get(pk=pk)
    assert (made.identity_no, made.identity_index) == (
        NUMBER,
        blind_index("people_person.identity_no", NUMBER),
    )
    differing = {"id", "full_name", "identity_no", "identity_index", "recorded_at"}
    names = {f.attname for f in Person._meta.concrete_fields} - differing
    assert {n: getattr(made, n) for n in names} == {n: getattr(saved, n) for n in names}


def test_what_a_row_does_not_name_takes_its_default(ward):
    first, second = reserve_ids(Person, 2)
    insert_rows(Person, [row(id=first, sex="f"), row(id=second)], registered_in_id=ward.pk)
    assert list(
        Person.objects.filter(pk__in=[first, second]).order_by("pk").values_list("sex", "born_on")
    ) == [("f", None), ("", None)]


def test_two_sealings_of_one_text_differ_and_both_open(ward):
    ids = reserve_ids(Person, 2)
    insert_rows(Person, [row(id=pk) for pk in ids], registered_in_id=ward.pk)
    insert_rows(Particulars, [{"person_id": pk, "insurance_no": "0123456789"} for pk in ids])
    from django.db.models import TextField
    from django.db.models.functions import Cast

    rows = Particulars.objects.annotate(raw=Cast("insurance_no", TextField())).filter(
        person__in=ids
    )
    assert {r.insurance_no for r in rows} == {"0123456789"}
    assert len({r.raw for r in rows}) == 2 and not any("0123456789" in r.raw for r in rows)


def test_reserved_ids_are_nobody_else_s(ward):
    ids = list(reserve_ids(Person, 3))
    insert_rows(Person, [row(id=pk) for pk in ids], registered_in_id=ward.pk)
    later = Person.objects.create(**row(), registered_in=ward)
    assert len(set(ids)) == 3 and later.pk not in ids
    assert get_person(SYSTEM, ids[0]).full_name == "Lê An"


def test_an_update_changes_what_it_names_and_its_blind_index(ward):
    one, other = (
        Person.objects.create(**row(identity_no=f"00118000000{n}"), registered_in=ward)
        for n in (1, 2)
    )
    assert (
        update_rows(
            Person,
            [
                {"id": one.pk, "identity_no": NUMBER},
                {"id": other.pk, "full_name": "Lê Ấn", "sex": "f"},
            ],
        )
        == 2
    )
    one.refresh_from_db()
    other.refresh_from_db()
    assert (one.identity_no, one.identity_index, one.full_name) == (
        NUMBER,
        blind_index("people_person.identity_no", NUMBER),
        "Lê An",
    )
    assert (other.full_name, other.sex, other.identity_no) == ("Lê Ấn", "f", "001180000002")


def test_an_update_of_an_unknown_name_is_refused(ward):
    with pytest.raises(TypeError, match="ful_name"):
        update_rows(Person, [{"id": 1, "ful_name": "x"}])


def test_an_unknown_name_is_refused(ward):
    with pytest.raises(TypeError, match="ful_name"):
        insert_rows(Person, [row(ful_name="x")], registered_in_id=ward.pk)


def test_nothing_is_nothing(ward):
    assert insert_rows(Person, []) == 0 == insert_objects([])


def test_objects_with_lists_and_mappings(ward):
    common = {
        "at": now(),
        "actor_name": "x",
        "name": "thing",
        "subject_type": "t",
        "subject_id": "1",
        "key_id": "k1",
        "mac": "0",
    }
    insert_objects([Event(seq=90_001 + n, facts={"n": [n]}, **common) for n in range(3)])
    assert [e.facts for e in Event.objects.filter(seq__gt=90_000).order_by("seq")] == [
        {"n": [0]},
        {"n": [1]},
        {"n": [2]},
    ]

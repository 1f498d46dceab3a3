"""Conclusions on the political standard: how long they hold, who sees what."""

from datetime import date, timedelta

import pytest
from tests.town_succession import clear
from tests.worlds import build_world

from thenchot.clearance import services
from thenchot.clearance.enums import Standing
from thenchot.clearance.models import Conclusion
from thenchot.clearance.queries import standings, without_conclusion
from thenchot.clearance.rules import Concluded, standing
from thenchot.kernel.decision import Refused
from thenchot.platform.alerts.models import Alert
from thenchot.platform.alerts.services import run

DAY = date(2026, 11, 10)
LATER, BEFORE = DAY + timedelta(days=1), DAY - timedelta(days=1)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], Standing.NONE),
        ([Concluded("")], Standing.REQUESTED),
        ([Concluded("clear", DAY)], Standing.CLEAR),
        ([Concluded("clear")], Standing.CLEAR),
        ([Concluded("clear", BEFORE)], Standing.LAPSED),
        ([Concluded("clear", BEFORE), Concluded("")], Standing.REQUESTED),
        ([Concluded("clear", LATER), Concluded("")], Standing.CLEAR),
        ([Concluded("clear", LATER), Concluded("not_clear")], Standing.NOT_CLEAR),
        ([Concluded("not_clear"), Concluded("clear", LATER)], Standing.CLEAR),
        ([Concluded("not_clear"), Concluded("")], Standing.NOT_CLEAR),
    ],
)
def test_the_newest_conclusion_counts_until_its_last_day(rows, expected):
    assert standing(rows, DAY) == expected


@pytest.fixture
def world(db, monkeypatch):
    monkeypatch.setenv("THENCHOT_TODAY", DAY.isoformat())
    return build_world()


@pytest.fixture
def officer(world):
    return world.actor("officer")


@pytest.mark.postgres
class TestFile:
    def test_both_parts_are_asked_for_once(self, world, officer):
        person = world.people["ubnd"]
        assert services.request_verification(officer, person_id=person.pk) == 2
        with pytest.raises(Refused, match="chờ kết luận"):
            services.request_verification(officer, person_id=person.pk)

    def test_without_a_last_day_the_months_of_the_policy_count(self, world, officer):
        clear(officer, world.people["ubnd"])
        assert set(Conclusion.objects.values_list("valid_to", flat=True)) == {date(2031, 11, 10)}

    def test_a_conclusion_is_never_changed(self, world, officer):
        clear(officer, world.people["ubnd"])
        with pytest.raises(Refused, match="đã có kết luận"):
            services.conclude(
                officer,
                conclusion_id=Conclusion.objects.first().pk,
                outcome="clear",
                number="9",
                body="Ban",
                concluded_on=DAY,
            )

    def test_not_before_it_was_asked_for(self, world, officer):
        services.request_verification(officer, person_id=world.people["ubnd"].pk)
        with pytest.raises(Refused, match="không trước ngày đề nghị"):
            services.conclude(
                officer,
                conclusion_id=Conclusion.objects.first().pk,
                outcome="clear",
                number="9",
                body="Ban",
                concluded_on=BEFORE,
            )

    def test_the_gate_says_the_same_whatever_lacks(self, world, officer):
        """Whoever plans learns that there is none, never what was concluded."""
        bad, none = world.people["ubnd"], world.people["mặt trận"]
        clear(officer, bad, outcome="not_clear")
        closed = without_conclusion([bad.pk, none.pk], world.ward.path, DAY)
        assert closed[bad.pk].message == closed[none.pk].message

    def test_one_query_for_many(self, world, officer, django_assert_num_queries):
        clear(officer, world.people["ubnd"])
        people = [person.pk for person in world.people.values()]
        with django_assert_num_queries(1):
            found = standings(people, DAY)
        assert found[world.people["ubnd"].pk] == {"history": "clear", "present": "clear"}


class TestPages:
    def test_the_list_names_who_lacks(self, world, officer):
        clear(officer, world.people["ubnd"])
        page = world.client("officer").get("/clearance/?lacking=on").content.decode()
        assert world.people["mặt trận"].full_name in page
        assert world.people["ubnd"].full_name not in page

    @pytest.mark.parametrize("role", ["leader", "head", "staff", "clerk", "inspector", "admin"])
    def test_nobody_else_gets_in(self, world, role):
        assert world.client(role).get("/clearance/").status_code == 403

    def test_the_note_is_sealed_and_never_leaves_as_a_file(self, world, officer):
        clear(officer, world.people["ubnd"], note="Việc cần giữ kín")
        person = world.people["ubnd"].pk
        client = world.client("officer")
        assert "Việc cần giữ kín" in client.get(f"/clearance/{person}/").content.decode()
        stored = Conclusion.objects.filter(person=person).extra(select={"raw": "note"})
        assert "Việc" not in str(stored.values_list("raw", flat=True)[0])

    def test_ends_soon_is_told_as_a_number(self, world, officer):
        clear(officer, world.people["ubnd"], valid_to=DAY + timedelta(days=30))
        run(DAY)
        [told] = Alert.objects.filter(rule="clearance_ends")
        assert "1 người" in told.message
        assert world.people["ubnd"].full_name not in told.message

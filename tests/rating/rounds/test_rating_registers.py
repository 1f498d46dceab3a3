"""Lists of the year: narrowed, ordered, taken along; and what each row offers whom."""

from decimal import Decimal

import pytest
from django.urls import reverse
from tests.rating.ending import TODAY, opinion
from tests.registers import answer_of, asked_by, chosen, rows_of_excel
from tests.worlds import account_with, signed_in

from thenchot.platform.audit.models import Event, Read
from thenchot.platform.scope.roles import Role
from thenchot.rating.models import Rating, ReplacementReview, Round
from thenchot.rating.persons.offering import own_offers, rating_offers
from thenchot.rating.persons.queries import get_rating, with_decisions
from thenchot.rating.persons.services import recording
from thenchot.rating.quarters.registers import ReplacementRegister
from thenchot.rating.rounds.offering import next_offers, round_offers
from thenchot.rating.rounds.queries import get_round
from thenchot.rating.rounds.registers.organisations import RoundOrganisationRegister
from thenchot.rating.rounds.registers.people import PublishedRegister, RoundPeopleRegister
from thenchot.rating.rounds.registers.rounds import RoundRegister
from thenchot.rating.rounds.services import finishing

pytestmark = pytest.mark.django_db
FIVE = {"An": "92", "Bình": "75", "Chi": "74", "Dũng": "72", "Em": "71"}


def names_of(rows) -> list[str]:
    return [row.person.full_name for row in rows]


def people(town, actor=None, **asked) -> list[Rating]:
    found = asked_by(
        RoundPeopleRegister, actor or town.officer, keys={"pk": town.round.pk}, **asked
    )
    return found.prepare(list(found.chosen_rows()))


class TestPeopleOfARound:
    def test_narrowed_by_step_by_unit_and_by_words(self, town):
        town.rate(FIVE)
        town.rate_self("An")
        assert names_of(people(town, state="meeting")) == ["Nguyễn An"]
        assert names_of(people(town, q="nguyen binh")) == ["Nguyễn Bình"]
        assert len(people(town, unit=town.unit.pk)) == 5
        assert people(town, unit=town.world.units["ubnd"].pk, state="meeting") == people(
            town, state="meeting"
        )

    def test_ordered_by_the_mean(self, town):
        town.rate(FIVE)
        means = [rating.mean for rating in people(town, sort="-mean", unit=town.unit.pk)]
        assert means == sorted(means, reverse=True) and means[0] == Decimal("92")

    def test_as_a_file_with_the_trail_of_it(self, town):
        town.rate(FIVE)
        town.finish()
        account = town.world.account(Role.OFFICER)
        rows = rows_of_excel(answer_of(account, "round_people", pk=town.round.pk))
        an = next(row for row in rows if row["Họ và tên"] == "Nguyễn An")
        assert (an["Bình quân"], an["Máy đề xuất"], an["Số quyết định"], an["Đang chờ"]) == (
            92,
            "Hoàn thành xuất sắc",
            "12/QĐ-UBND",
            "đã thông báo",
        )
        assert Event.objects.get(name="year_exported").facts["what"] == "people"
        assert Read.objects.filter(subject_id=str(town.people["An"].pk)).exists()

    def test_not_for_a_round_of_organisations(self, town):
        town.rate(FIVE)
        officer = signed_in(town.world.account(Role.OFFICER))
        page = reverse("round_organisations", args=[town.round.pk])
        assert officer.get(page).status_code == 404

    def test_who_may_not_take_it_is_not_offered_it(self, town):
        town.rate(FIVE)
        head = town.world.actor(Role.HEAD, town.unit)
        assert not asked_by(RoundPeopleRegister, head, keys={"pk": town.round.pk}).files()
        account = town.world.account(Role.HEAD, town.unit)
        assert answer_of(account, "round_people", pk=town.round.pk).status_code == 403


class TestPublished:
    def test_names_and_levels_without_points(self, town):
        town.rate(FIVE)
        town.finish()
        account = town.world.account(Role.OFFICER)
        rows = rows_of_excel(answer_of(account, "round_published", pk=town.round.pk))
        assert {row["Họ và tên"] for row in rows} == {f"Nguyễn {name}" for name in FIVE}
        assert set(rows[0]) == {"Họ và tên", "Chức danh", "Đơn vị", "Mức", "Quyết định"}

    def test_a_member_looks_and_does_not_take(self, town):
        town.rate(FIVE)
        town.finish()
        member = town.person("Bình")
        register = asked_by(PublishedRegister, member, keys={"pk": town.round.pk})
        assert len(register.chosen_rows()) == 5 and not register.files()
        taken = answer_of(town.accounts["Bình"], "round_published", pk=town.round.pk)
        assert taken.status_code == 403


class TestRounds:
    def test_narrowed_by_year_and_subject(self, town):
        town.rate(FIVE)
        town.body("phòng văn hóa")
        assert len(chosen(RoundRegister, town.officer, year=2026)) == 2
        assert chosen(RoundRegister, town.officer, year=2025) == []
        (found,) = chosen(RoundRegister, town.officer, subject="organisations")
        assert found.subject == "organisations"

    def test_told_of_all(self, town):
        town.rate(FIVE)
        town.finish()
        rows = rows_of_excel(answer_of(town.world.account(Role.OFFICER), "year_list"))
        told = [(row["Đã thông báo / số người"], row["Tình trạng"]) for row in rows]
        total = Rating.objects.standing().filter(round=town.round).count()
        assert told == [(f"5 / {total}", "đã công khai")]

    def test_nobody_else_sees_them(self, town):
        town.rate(FIVE)
        assert chosen(RoundRegister, town.person("An")) == []
        assert answer_of(town.accounts["An"], "year_list").status_code == 403


class TestOrganisations:
    def test_narrowed_and_decided(self, town):
        body = town.body("phòng văn hóa")
        keys = {"pk": body.round_id}
        found = asked_by(RoundOrganisationRegister, town.officer, keys=keys, level="good")
        (row,) = found.prepare(list(found.chosen_rows()))
        assert row.decision.number == "9/QĐ-UBND"
        by_name = asked_by(RoundOrganisationRegister, town.officer, keys=keys, q="Mặt trận")
        assert ["Mặt trận" in one.unit.name for one in by_name.chosen_rows()] == [True]


def test_proposals_to_replace_are_counted_by_state(town):
    town.rate(FIVE)
    said = {"unit": town.unit, "quarters": ["2026-Q1", "2026-Q2"], "first": "2026-Q1"}
    for name in ("An", "Bình"):
        ReplacementReview.objects.create(person=town.people[name], opened_on=TODAY, **said)
    ReplacementReview.objects.filter(person=town.people["An"]).update(
        state="dismissed", reason="Đã khắc phục", decided_at="2026-12-10T00:00Z"
    )
    register = asked_by(ReplacementRegister, town.leader)
    assert [(state.code, state.count) for state in register.counts()] == [
        ("proposed", 1),
        ("accepted", 0),
        ("dismissed", 1),
    ]
    assert names_of(chosen(ReplacementRegister, town.leader, state="proposed")) == ["Nguyễn Bình"]
    register.page()
    assert {person.full_name for person in register.actor.reads} == {"Nguyễn An", "Nguyễn Bình"}


class TestWhatIsOffered:
    """Only what can be done now, to whom it is open."""

    def offered(self, town, name, actor=None, *, own=False) -> set[str]:
        actor = actor or town.officer
        rating = get_rating(actor, town.rating(name).pk)
        return {offer.name for offer in rating_offers(actor, rating, own)}

    def next(self, town, name, actor) -> list[str]:
        (row,) = [one for one in people(town, actor) if one.person == town.people[name]]
        return [str(offer.title) for offer in next_offers(actor, row)]

    def test_step_by_step(self, town):
        town.rate(FIVE)
        assert self.offered(town, "An") == {"self", "settings"}
        assert self.next(town, "An", town.officer) == ["Ghi phiếu giấy"]
        assert self.next(town, "An", town.leader) == ["Xem"]
        town.rate_self("An")
        assert self.next(town, "An", town.officer) == ["Ghi biên bản"]
        town.meet("An")
        assert self.offered(town, "An") == {"propose", "settings"}
        assert self.offered(town, "An", town.leader) == set()
        town.walk("Bình", "Chi", "Dũng", "Em")
        assert self.offered(town, "Bình") == {"propose", "settings"}
        assert self.offered(town, "Bình", town.leader) == {"decide"}
        assert self.next(town, "Bình", town.leader) == ["Quyết định"]
        town.decide_all()
        assert self.offered(town, "Bình", town.leader) == {"reopen"}
        assert self.next(town, "Bình", town.leader) == []

    def test_the_committee_of_a_leader(self, town):
        town.rate(FIVE, head="80")
        town.rate_self("head")
        town.meet("head")
        assert "opinion" in self.offered(town, "head")
        assert self.next(town, "head", town.officer) == ["Ghi ý kiến"]
        recording.give_opinion(town.officer, rating_id=town.rating("head").pk, **opinion())
        assert self.next(town, "head", town.officer)[0] in ("Đề xuất", "Xem")

    def test_to_the_person_itself(self, town):
        town.rate(FIVE)
        me = town.person("Bình")
        assert self.offered(town, "Bình", me, own=True) == {"self"}
        town.walk()
        town.decide_all()
        assert self.offered(town, "Bình", me, own=True) == set()
        finishing.notify(town.officer, round_id=town.round.pk)
        assert self.offered(town, "Bình", me, own=True) == {"complaint"}
        (mine,) = with_decisions([get_rating(me, town.rating("Bình").pk)])
        assert [str(offer.title) for offer in own_offers(me, mine)] == ["Xem công khai"]

    def test_of_a_round(self, town):
        town.rate(FIVE)
        assert self.of_round(town, town.officer) == {
            "enrol",
            "compute",
            "months",
            "meeting",
            "caps",
        }
        assert self.of_round(town, town.leader) == {"share", "lock"}
        town.walk()
        assert "decide" in self.of_round(town, town.leader)
        town.decide_all()
        assert "notify" in self.of_round(town, town.officer)
        Round.objects.update(locked_at="2026-12-31T00:00Z", published_at="2026-12-31T00:00Z")
        assert self.of_round(town, town.officer) == self.of_round(town, town.leader) == set()

    def of_round(self, town, actor) -> set[str]:
        return {offer.name for offer in round_offers(actor, get_round(actor, town.round.pk))}


def test_a_form_that_is_not_open_says_why(town):
    town.rate(FIVE)
    leader = signed_in(account_with(Role.LEADER, town.ward))
    answer = leader.get(reverse("rating_decide", args=[town.rating("An").pk]))
    assert answer.status_code == 403
    assert "Chưa đến hoặc đã qua bước này" in answer.content.decode()

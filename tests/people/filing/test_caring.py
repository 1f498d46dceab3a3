"""Confirmations, pledges, requests with their clock, the register of breaches, the privacy
notice.
"""

from datetime import date, timedelta

import pytest
from django.http import Http404

from thenchot.kernel.decision import Refused
from thenchot.people.filing import breaches, confirming, data_requests, notices, pledges
from thenchot.people.models import Confirmation, NoticeRead, Pledge
from thenchot.platform.audit.models import Event
from thenchot.platform.clock import now, today
from thenchot.platform.scope.roles import Role

pytestmark = pytest.mark.postgres


class TestConfirm:
    def test_once_a_year(self, owner, officer, person):
        confirming.confirm_file(owner, person_id=person.pk)
        confirming.confirm_file(officer, person_id=person.pk)
        assert Confirmation.objects.get().confirmed_by_id == owner.account_id
        assert Event.objects.filter(name="file_confirmed").count() == 1

    def test_not_by_others(self, world, person):
        with pytest.raises(Refused):
            confirming.confirm_file(world.actor(Role.HEAD), person_id=person.pk)


class TestPledge:
    def sign(self, actor, person, **more):
        fields = {"year": today().year, "content": "Nêu gương", "signed_on": today()}
        return pledges.sign_pledge(actor, person_id=person.pk, **{**fields, **more})

    def test_one_a_year(self, owner, person):
        self.sign(owner, person)
        with pytest.raises(Refused, match="Đã có bản cam kết"):
            self.sign(owner, person)

    @pytest.mark.parametrize("day", [today() + timedelta(1), today() - timedelta(800)])
    def test_signed_in_its_year(self, owner, person, day):
        with pytest.raises(Refused, match="Ngày ký"):
            self.sign(owner, person, signed_on=day)

    def test_looked_back_at_once(self, owner, person):
        pledge = self.sign(owner, person)
        pledges.review_pledge(owner, pledge_id=pledge.pk, review="Đã giữ")
        with pytest.raises(Refused, match="đã được nhìn lại"):
            pledges.review_pledge(owner, pledge_id=pledge.pk, review="Khác")
        assert Pledge.objects.get().reviewed_on == today()

    def test_who_has_not_pledged(self, world, owner, officer, person):
        everyone = pledges.list_pledges(officer, year=today().year).count()
        self.sign(owner, person)
        assert pledges.count_pledges(officer, year=today().year) == {"all": everyone, "signed": 1}
        missing = pledges.list_pledges(officer, year=today().year, missing=True)
        assert missing.count() == everyone - 1 and person not in missing
        strangers = pledges.list_pledges(
            world.actor(Role.OFFICER, world.other_ward), year=today().year
        )
        assert person not in strangers


class TestRequests:
    @pytest.mark.parametrize(
        ("asked", "due"),
        [
            (date(2026, 3, 9), date(2026, 3, 11)),  # Monday: Tuesday, Wednesday
            (date(2026, 3, 12), date(2026, 3, 16)),  # Thursday: Friday, Monday
            (date(2026, 3, 14), date(2026, 3, 17)),  # Saturday
            (date(2026, 4, 29), date(2026, 5, 5)),  # 30 April and 1 May are days off
            (date(2025, 12, 22), date(2025, 12, 25)),  # three days before the law of 2026
        ],
    )
    def test_the_clock_counts_working_days(self, world, asked, due):
        assert data_requests.due_on(world.ward.path, asked) == due

    def test_asked_and_answered_once(self, world, owner, officer):
        asked = data_requests.ask(owner, kind="see", content="Xin bản sao")
        assert asked.due_on > today()
        data_requests.answer(officer, request_id=asked.pk, text="Đã gửi")
        with pytest.raises(Refused, match="đã được trả lời"):
            data_requests.answer(officer, request_id=asked.pk, text="Lần nữa")
        assert data_requests.own_requests(owner).get().answer == "Đã gửi"

    def test_strangers_see_none(self, world, owner):
        asked = data_requests.ask(owner, kind="see", content="Xin bản sao")
        with pytest.raises(Http404):
            data_requests.get_request(world.actor(Role.OFFICER, world.other_ward), asked.pk)
        with pytest.raises(Http404):
            data_requests.get_request(world.actor(Role.HEAD), asked.pk)

    def test_nobody_answers_the_own_request(self, owner):
        asked = data_requests.ask(owner, kind="see", content="Xin bản sao")
        with pytest.raises(Refused):
            data_requests.answer(owner, request_id=asked.pk, text="Tự trả lời")


class TestBreach:
    def test_hours_run_from_discovery(self, world, officer):
        found = now() - timedelta(hours=5)
        breach = breaches.note_breach(
            officer, unit_id=world.ward.pk, found_at=found, what="Mất USB", affected="12 người"
        )
        assert breach.notify_by - found == timedelta(hours=72)

    def test_not_in_the_future(self, world, officer):
        with pytest.raises(Refused, match="tương lai"):
            breaches.note_breach(
                officer,
                unit_id=world.ward.pk,
                found_at=now() + timedelta(hours=1),
                what="x",
                affected="y",
            )

    def test_of_the_own_branch(self, world, officer):
        breach = breaches.note_breach(
            officer, unit_id=world.ward.pk, found_at=now(), what="x", affected="y"
        )
        with pytest.raises(Http404):
            breaches.get_breach(world.actor(Role.OFFICER, world.other_ward), breach.pk)
        breaches.follow_breach(
            officer,
            breach_id=breach.pk,
            measures="Đã thu hồi",
            notified_at=now(),
            closed_on=today(),
        )
        assert breaches.get_breach(officer, breach.pk).closed_on == today()


class TestNotice:
    def test_read_once(self, owner):
        assert not notices.has_read_notice(owner)
        notices.read_notice(owner)
        notices.read_notice(owner)
        assert notices.has_read_notice(owner) and NoticeRead.objects.count() == 1

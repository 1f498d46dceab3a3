"""Quick opinions: whom one may ask, who answers, who decides, and by when."""

from datetime import UTC, date, datetime

import pytest

from thenchot.kernel.decision import Refused
from thenchot.platform.audit.models import Event
from thenchot.platform.scope.actor import NotVisible
from thenchot.platform.scope.roles import Role
from thenchot.worklog.models import OpinionRequest
from thenchot.worklog.queries.opinions import list_opinions, response_figures, units_to_ask
from thenchot.worklog.services import opinions

pytestmark = pytest.mark.django_db


def refusal(do) -> str:
    with pytest.raises(Refused) as refused:
        do()
    return refused.value.decision.reasons[0].rule


def asked(office, by="an", person=None, unit=None, question="Hộ mới chuyển đến có được xét?"):
    person_id = office.people[person].pk if person else None
    unit_id = None if person else (unit or office.world.units["ubnd"]).pk
    return opinions.ask_opinion(
        office.actor(by), question=question, unit_id=unit_id, person_id=person_id
    )


class TestAsking:
    def test_two_working_days(self, office):
        """Asked on Monday 2 November 2026."""
        made = asked(office)
        assert (made.due_on, made.state, made.from_unit, made.hours) == (
            date(2026, 11, 4),
            "sent",
            office.unit,
            None,
        )

    def test_over_a_week_end(self, office, monkeypatch):
        monkeypatch.setenv("THENCHOT_TODAY", "2026-11-06")
        assert asked(office).due_on == date(2026, 11, 10)

    def test_a_person_stands_for_the_unit_of_the_seat(self, office):
        made = asked(office, person="binh")
        assert (made.person, made.unit) == (office.people["binh"], office.unit)

    def test_only_the_own_commune(self, office):
        with pytest.raises(NotVisible):
            asked(office, unit=office.world.other_units["ubnd"])
        with pytest.raises(NotVisible):
            opinions.ask_opinion(
                office.actor("an"), question="x", person_id=office.world.other_people["ubnd"].pk
            )
        with pytest.raises(NotVisible):
            opinions.ask_opinion(office.actor("an"), question="x")

    def test_a_province_asks_its_communes_not_what_lies_inside(self, office):
        found = set(units_to_ask(office.world.city))
        assert (
            {office.world.ward, office.world.other_ward} <= found
            and office.unit not in found
            and office.world.units["ubnd"] not in found
        )

    def test_a_question_and_not_oneself(self, office):
        assert refusal(lambda: asked(office, question=" ")) == "opinion.question"
        assert refusal(lambda: asked(office, person="an")) == "opinion.oneself"
        assert (
            refusal(
                lambda: opinions.ask_opinion(
                    office.world.actor(Role.INSPECTOR), question="x", unit_id=office.unit.pk
                )
            )
            == "worklog.ask_opinion"
        )


class TestAnswering:
    def answer(self, office, by, request, text="Được xét"):
        return opinions.answer_opinion(office.actor(by), request_id=request.pk, answer=text)

    def test_the_person_asked_answers_and_the_time_is_kept(self, office):
        request = asked(office, person="binh")
        OpinionRequest.objects.update(sent_at=datetime(2026, 11, 1, 1, tzinfo=UTC))
        done = self.answer(office, "binh", request)
        assert (done.state, done.answer) == ("answered", "Được xét")
        assert done.hours == round((done.answered_at - done.sent_at).total_seconds() / 3600) > 0
        assert response_figures(office.actor("an")) == {
            "waiting": 0,
            "late": 0,
            "hours": done.hours,
            "took": done.answered_at - done.sent_at,
        }

    def test_of_a_unit_the_head_answers_and_its_staff_does_not(self, office):
        request = asked(office, by="leader", unit=office.unit)
        with pytest.raises(NotVisible):
            self.answer(office, "binh", request)
        assert self.answer(office, "head", request).answered_by == office.accounts["head"]

    def test_nobody_answers_the_own_question(self, office):
        request = asked(office, by="leader", unit=office.unit)
        assert refusal(lambda: self.answer(office, "leader", request)) == "worklog.answer_opinion"

    def test_once_and_with_words(self, office):
        request = asked(office, person="binh")
        assert refusal(lambda: self.answer(office, "binh", request, " ")) == "opinion.answer"
        self.answer(office, "binh", request)
        assert refusal(lambda: self.answer(office, "head", request)) == "opinion.answered"


class TestDeciding:
    def decide(self, office, by, request, text="Làm theo ý kiến"):
        return opinions.decide_opinion(office.actor(by), request_id=request.pk, decision=text)

    def test_by_who_asked_after_the_answer(self, office):
        request = asked(office, person="binh")
        assert refusal(lambda: self.decide(office, "an", request)) == "opinion.waits"
        opinions.answer_opinion(office.actor("binh"), request_id=request.pk, answer="Được")
        assert refusal(lambda: self.decide(office, "binh", request)) == "opinion.asker"
        assert refusal(lambda: self.decide(office, "an", request, "")) == "opinion.decision"
        assert self.decide(office, "an", request).state == "decided"
        assert refusal(lambda: self.decide(office, "an", request)) == "opinion.waits"

    @pytest.mark.parametrize("day, may", [("2026-11-04", False), ("2026-11-05", True)])
    def test_without_an_answer_only_when_the_time_is_up(self, office, monkeypatch, day, may):
        request = asked(office)
        monkeypatch.setenv("THENCHOT_TODAY", day)
        if not may:
            assert refusal(lambda: self.decide(office, "an", request)) == "opinion.waits"
            return
        assert self.decide(office, "an", request).answered_at is None
        assert (
            refusal(
                lambda: opinions.answer_opinion(
                    office.actor("leader"), request_id=request.pk, answer="x"
                )
            )
            == "opinion.answered"
        )

    def test_the_trail_holds_no_words(self, office):
        request = asked(office, person="binh", question="Bí mật")
        opinions.answer_opinion(office.actor("binh"), request_id=request.pk, answer="Bí mật")
        self.decide(office, "an", request, "Bí mật")
        rows = list(Event.objects.filter(name__startswith="opinion_"))
        assert len(rows) == 3 and not any("Bí mật" in str(row.facts) for row in rows)


def test_who_sees_which(office):
    between, elsewhere = (
        asked(office, person="binh"),
        asked(office, by="leader", unit=office.world.units["mặt trận"]),
    )
    seen = {
        name: set(list_opinions(office.actor(name))) for name in ("an", "binh", "head", "leader")
    }
    assert seen == {
        "an": {between},
        "binh": {between},
        "head": {between},
        "leader": {between, elsewhere},
    }
    assert not list_opinions(office.world.actor(Role.LEADER, office.world.other_ward)).exists()

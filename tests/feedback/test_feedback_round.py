"""The life of a round: who is asked, what counts, what is refused, what closing leaves."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from tests.feedback.conftest import CUT_OFF, QUARTER
from tests.worlds import signed_in

from thenchot.feedback import checks
from thenchot.feedback.models import Answer, FeedbackResult, Invitation, Reviewee, SignedView
from thenchot.feedback.services import answering, closing, opening
from thenchot.feedback.services.envelopes import FILLED
from thenchot.kernel.decision import Refused
from thenchot.kernel.periods import Quarter, Year
from thenchot.people.models import Appointment
from thenchot.platform.audit.models import Event
from thenchot.platform.clock import today
from thenchot.platform.keys import fleeting
from thenchot.platform.scope.actor import NotVisible

pytestmark = pytest.mark.django_db


def rules(refused):
    return {reason.rule for reason in refused.value.decision.reasons}


def peers(crowd, count, value=7, name="staff 0"):
    for n in range(1, count + 1):
        crowd.answer(f"staff {n}", name, value)


class TestOpening:
    def test_asks_each_side_of_the_unit(self, crowd):
        crowd.open()
        reviewee = crowd.reviewee()
        invitations = {
            side: set(
                Invitation.objects.filter(reviewee=reviewee, side=side).values_list(
                    "person", flat=True
                )
            )
            for side in ("self", "superior", "peers")
        }
        assert invitations["self"] == {crowd.people["staff 0"].pk}
        assert invitations["superior"] == {crowd.people["head"].pk}
        assert invitations["peers"] == {crowd.people[f"staff {n}"].pk for n in range(1, 9)}

    def test_a_side_of_fewer_than_five_is_not_asked_and_says_so(self, crowd):
        """The agency around the division is its head alone."""
        crowd.open()
        figure = crowd.figure("collective")
        assert (figure.state, figure.invited) == ("not_asked", 1)
        assert not Invitation.objects.filter(side="collective").exists()

    def test_citizens_are_not_asked_yet(self, crowd):
        crowd.open()
        assert crowd.figure("citizens").state == "no_source"

    def test_people_without_an_account_are_counted_not_asked(self, crowd):
        account = crowd.accounts["staff 8"]
        account.is_active = False
        account.save()
        crowd.open()
        assert (crowd.figure("peers").invited, crowd.figure("peers").without) == (7, 1)

    def test_one_envelope_for_each_who_is_asked_and_all_are_empty(self, crowd):
        crowd.open("staff 0", "staff 1")
        assert Answer.objects.count() == 16
        assert not Answer.objects.filter(sealed__startswith=FILLED).exists()

    def test_as_the_unit_stood_on_the_cut_off_day(self, crowd):
        Appointment.objects.filter(person=crowd.people["staff 8"]).update(
            valid_from=CUT_OFF + timedelta(1)
        )
        crowd.open()
        assert crowd.figure("peers").invited == 7

    def test_everybody_for_whom_the_set_holds_when_nobody_is_named(self, crowd):
        made = opening.open_feedback(
            crowd.actor("officer"),
            unit_id=crowd.unit.pk,
            set_id=crowd.criteria.pk,
            period=QUARTER,
            cut_off=CUT_OFF,
            closes_on=today(),
        )
        assert made.reviewees.count() == 10
        assert (
            Reviewee.objects.get(round=made, kind="head").figures.get(side="subordinates").invited
            == 9
        )

    def test_only_with_a_set_in_force_on_the_cut_off_day(self, crowd):
        crowd.criteria.valid_from = CUT_OFF + timedelta(1)
        crowd.criteria.save()
        with pytest.raises(Refused) as refused:
            crowd.open()
        assert rules(refused) == {"criteria.not_in_force"}

    @pytest.mark.parametrize(
        ("change", "rule"),
        [
            ({"period": Quarter(2027, 1)}, "sides.future"),
            ({"closes_on": date(2026, 11, 1)}, "sides.closes_on"),
            ({"closes_on": date(2027, 12, 1)}, "sides.closes_on"),
        ],
    )
    def test_refused_days(self, crowd, change, rule):
        with pytest.raises(Refused) as refused:
            crowd.open(**change)
        assert rules(refused) == {rule}

    def test_nobody_is_in_two_open_rounds_of_one_set(self, crowd):
        crowd.open()
        with pytest.raises(Refused) as refused:
            crowd.open()
        assert rules(refused) == {"sides.double"}

    def test_by_the_officer_only(self, crowd):
        for name in ("leader", "head"):
            with pytest.raises((Refused, NotVisible)):
                opening.open_feedback(
                    crowd.actor(name),
                    unit_id=crowd.unit.pk,
                    set_id=crowd.criteria.pk,
                    period=QUARTER,
                    cut_off=CUT_OFF,
                    closes_on=today(),
                )

    def test_leaves_one_event_with_the_count(self, crowd):
        crowd.open("staff 0", "staff 1")
        event = Event.objects.get(name="sides_opened")
        assert event.facts["people"] == 2


class TestAnswering:
    def test_a_turn_is_used_once(self, crowd):
        crowd.open()
        crowd.answer("staff 1")
        with pytest.raises(Refused) as refused:
            crowd.answer("staff 1")
        assert rules(refused) == {"sides.used"}
        assert Answer.objects.filter(sealed__startswith=FILLED).count() == 1

    def test_who_was_not_asked_finds_nothing(self, crowd):
        crowd.open()
        for name in ("ubnd", "officer", "leader", "staff 0", "head"):
            with pytest.raises(NotVisible):
                answering.answer(crowd.actor(name), reviewee_id=crowd.reviewee().pk, points={})

    @pytest.mark.parametrize("value", ["-1", "10.01", "7.555", "NaN", "Infinity"])
    def test_points_outside_of_the_scale_are_refused_whole(self, crowd, value):
        crowd.open()
        with pytest.raises(Refused) as refused:
            crowd.answer("staff 1", quality=value)
        assert rules(refused) == {"sides.points"}
        assert (
            not Answer.objects.filter(sealed__startswith=FILLED).exists()
            and not Invitation.objects.filter(is_used=True).exists()
        )

    def test_everything_that_is_asked_must_be_answered(self, crowd):
        crowd.open()
        with pytest.raises(Refused):
            answering.answer(
                crowd.actor("staff 1"), reviewee_id=crowd.reviewee().pk, points={"done": Decimal(5)}
            )

    def test_not_after_the_last_day(self, crowd, monkeypatch):
        crowd.open()
        monkeypatch.setenv(
            "THENCHOT_TODAY", (crowd.rounds[-1].closes_on + timedelta(1)).isoformat()
        )
        with pytest.raises(Refused) as refused:
            crowd.answer("staff 1")
        assert rules(refused) == {"sides.not_open"}

    def test_a_named_view_may_be_said_anew_and_the_former_stays(self, crowd):
        crowd.open()
        crowd.sign("head", value=5)
        crowd.sign("head", value=8)
        views = SignedView.objects.filter(side="superior")
        assert (
            views.count() == 2
            and views.filter(replaced_at__isnull=True).get().points["done"] == "8"
        )

    def test_the_superior_and_oneself_sign_and_leave_an_event(self, crowd):
        crowd.open()
        crowd.sign("head")
        crowd.sign("staff 0")
        assert [
            event.facts["side"]
            for event in Event.objects.filter(name="sides_signed").order_by("seq")
        ] == ["superior", "self"]

    def test_a_peer_cannot_sign(self, crowd):
        crowd.open()
        with pytest.raises(NotVisible):
            crowd.sign("staff 1")


class TestNoRoom:
    def test_an_answer_without_an_empty_place_is_refused_and_not_used_up(self, crowd):
        crowd.open()
        Answer.objects.filter(side="peers").update(sealed=FILLED + "x")
        with pytest.raises(Refused, match="Không còn chỗ"):
            crowd.answer("staff 1")
        assert not Invitation.objects.filter(side="peers", is_used=True).exists()


class TestClosing:
    def test_not_before_the_last_day_while_turns_are_left(self, crowd):
        crowd.open()
        peers(crowd, 6)
        with pytest.raises(Refused) as refused:
            crowd.close()
        assert rules(refused) == {"sides.early"}

    def test_when_everybody_has_answered(self, crowd):
        crowd.open()
        peers(crowd, 8)
        crowd.sign("head")
        crowd.sign("staff 0")
        assert crowd.close().is_closed

    def test_adds_up_what_was_said(self, crowd, monkeypatch):
        crowd.open()
        for n, value in enumerate((5, 6, 7, 8, 9), 1):
            crowd.answer(f"staff {n}", value=value, quality=10)
        crowd.close(monkeypatch)
        figure = crowd.figure("peers")
        assert (figure.state, figure.people) == ("released", 5)
        assert (Decimal(figure.sums["done"]), Decimal(figure.sums["quality"])) == (35, 50)

    def test_four_answers_are_destroyed_unread(self, crowd, monkeypatch):
        crowd.open()
        peers(crowd, 4)
        monkeypatch.setattr(
            "thenchot.feedback.services.envelopes.Opener.open",
            lambda *_: pytest.fail("was opened"),
        )
        crowd.close(monkeypatch)
        figure = crowd.figure("peers")
        assert (figure.state, figure.people, figure.sums) == ("few", None, {})
        assert Answer.objects.count() == 0

    def test_the_total_by_hand(self, crowd, monkeypatch):
        """Self 100 (weight 10), superior 50 (40), peers 70 (20); collective not asked, citizens
        without a source.
        """
        crowd.open()
        crowd.sign("staff 0", value=10)
        crowd.sign("head", value=5)
        peers(crowd, 5, 7)
        crowd.close(monkeypatch)
        reviewee = crowd.reviewee()
        assert reviewee.total == Decimal("62.86")  # (1000 + 2000 + 1400) / 70
        told = {line["code"]: line["facts"] for line in reviewee.result}
        assert told["citizens"]["state"] == "no_source" and told["collective"]["gives"] is None
        assert told["superior"]["gives"] == "28.57"

    def test_who_said_nothing_leaves_the_denominator(self, crowd, monkeypatch):
        crowd.open()
        peers(crowd, 8, 7)
        crowd.close(monkeypatch)
        assert crowd.figure("self").state == "absent"
        assert crowd.reviewee().total == Decimal("70.00")

    def test_nothing_said_at_all_gives_no_total(self, crowd, monkeypatch):
        crowd.open()
        crowd.close(monkeypatch)
        assert crowd.reviewee().total is None

    def test_once(self, crowd, monkeypatch):
        crowd.open()
        crowd.close(monkeypatch)
        with pytest.raises(Refused) as refused:
            crowd.close()
        assert rules(refused) == {"sides.closed"}

    def test_one_event_records_the_counts(self, crowd, monkeypatch):
        crowd.open("staff 0", "staff 1")
        peers(crowd, 8)
        crowd.answer("staff 0", "staff 1")
        crowd.close(monkeypatch)
        event = Event.objects.get(name="sides_closed")
        assert event.facts == {
            "people": 2,
            "answers": 9,
            "released": 1,
            "destroyed": 1,
            "withheld": 0,
            "lost": 0,
        }

    def test_a_round_whose_secret_is_gone_opens_nothing(self, crowd, monkeypatch):
        crowd.open()
        peers(crowd, 8)
        fleeting.end(crowd.rounds[-1].key_name)
        crowd.close(monkeypatch)
        assert (crowd.figure("peers").state, crowd.figure("peers").sums) == ("lost", {})
        assert Answer.objects.count() == 0

    def test_prolonged_by_its_keeper(self, crowd):
        crowd.open()
        later = today() + timedelta(20)
        assert (
            opening.prolong_feedback(
                crowd.actor("officer"), round_id=crowd.rounds[-1].pk, closes_on=later
            ).closes_on
            == later
        )
        with pytest.raises(Refused):
            opening.prolong_feedback(
                crowd.actor("leader"), round_id=crowd.rounds[-1].pk, closes_on=later
            )


class TestRoundAfterRound:
    """The same eight people, about the same person."""

    def one(self, crowd, monkeypatch, answering_, period):
        monkeypatch.setenv("THENCHOT_TODAY", "2026-11-02")
        crowd.open(period=period)
        for n in answering_:
            crowd.answer(f"staff {n}")
        crowd.close(monkeypatch)
        return crowd.figure("peers").state

    @pytest.mark.parametrize(
        ("first", "second", "state"),
        [
            (range(1, 9), range(1, 9), "released"),
            (range(1, 9), range(1, 8), "withheld"),
            (range(1, 6), range(4, 9), "released"),
            (range(1, 6), range(1, 7), "withheld"),
            (range(1, 5), range(1, 6), "released"),
            (range(1, 7), range(3, 9), "withheld"),
        ],
    )
    def test_shown_only_when_the_same_or_five_others_answered(
        self, crowd, monkeypatch, first, second, state
    ):
        self.one(crowd, monkeypatch, first, Quarter(2026, 3))
        assert self.one(crowd, monkeypatch, second, Year(2026)) == state

    def test_what_is_withheld_leaves_no_sum_and_no_envelope(self, crowd, monkeypatch):
        self.one(crowd, monkeypatch, range(1, 9), Quarter(2026, 3))
        self.one(crowd, monkeypatch, range(1, 8), Year(2026))
        assert crowd.figure("peers").sums == {} and Answer.objects.count() == 0
        assert FeedbackResult.objects.filter(state="released", side="peers").count() == 1


class TestTheDoctor:
    def test_all_is_well(self, crowd):
        crowd.open()
        assert [(finding.mark, finding.message) for finding in checks.open_rounds()] == [
            ("ok", "1 đợt đang mở, đủ khóa")
        ]

    def test_names_rounds_whose_secret_is_gone(self, crowd):
        fleeting.end(crowd.open().key_name)
        (finding,) = checks.open_rounds()
        assert finding.mark == "fail" and crowd.unit.name in finding.message

    def test_says_so_on_the_page_too(self, crowd):
        fleeting.end(crowd.open().key_name)
        text = (
            signed_in(crowd.accounts["officer"])
            .get(reverse("feedback_round", args=[crowd.rounds[-1].pk]))
            .content.decode()
        )
        assert "không mở được nữa" in text


def test_secrets_left_behind_end_those_in_use_stay(crowd):
    crowd.open()
    name, _ = fleeting.begin()
    assert closing.end_stray_secrets(9e12) >= 1
    assert fleeting.read(crowd.rounds[-1].key_name)
    with pytest.raises(fleeting.SecretGone):
        fleeting.read(name)

"""The own plan: proposed, accepted or refused by whoever scores; only accepted lines stand in the
denominator.
"""

from datetime import date
from decimal import Decimal

import pytest

from thenchot.kernel.decision import Refused
from thenchot.platform.audit.models import Event
from thenchot.platform.scope.actor import NotVisible
from thenchot.scoring.evaluation import evaluate, policy_of
from thenchot.scoring.services import self_reporting
from thenchot.worklog.models import Assessment, PlanLine, Work
from thenchot.worklog.queries.assessments import with_work
from thenchot.worklog.services import planning

DUE = date(2026, 10, 20)

pytestmark = pytest.mark.django_db


def refusal(do) -> str:
    with pytest.raises(Refused) as refused:
        do()
    return refused.value.decision.reasons[0].rule


def propose(office, by="an", of="an", **more):
    said = {
        "name": "Lập đề án chợ",
        "output": "Đề án",
        "quantity": Decimal(2),
        "due_on": DUE,
    } | more
    return planning.propose_line(office.actor(by), assessment_id=office.assessment(of).pk, **said)


def score_of(office, name):
    assessment = with_work(Assessment.objects.filter(pk=office.assessment(name).pk)).get()
    return evaluate(assessment, policy_of(assessment), [])


class TestProposing:
    def test_a_product_says_task_output_and_factor(self, office):
        product = office.products["da"]
        product.output = "Đề án được duyệt"
        product.save()
        line = propose(office, name="", output="", product_id=product.pk)
        assert (line.name, line.output, line.is_key, line.state) == (
            "Sản phẩm da",
            "Đề án được duyệt",
            True,
            "proposed",
        )

    @pytest.mark.parametrize(
        "more, rule",
        [
            ({"name": " "}, "plan.fields"),
            ({"output": ""}, "plan.fields"),
            ({"quantity": Decimal(0)}, "plan.quantity"),
            ({"due_on": date(2026, 11, 1)}, "plan.other_period"),
            ({"due_on": date(2026, 9, 30)}, "plan.other_period"),
        ],
    )
    def test_task_time_and_output_are_asked_for(self, office, more, rule):
        assert refusal(lambda: propose(office, **more)) == rule
        assert not PlanLine.objects.exists()

    @pytest.mark.parametrize("day", [date(2026, 10, 1), date(2026, 10, 31)])
    def test_the_first_and_the_last_day_of_the_period_may_be_meant(self, office, day):
        assert propose(office, due_on=day).due_on == day

    def test_nobody_writes_into_another_ones_plan(self, office):
        assert refusal(lambda: propose(office, by="head")) == "sheet.own"
        with pytest.raises(NotVisible):
            propose(office, by="binh")

    def test_not_into_a_closed_period(self, office):
        office.assign("an", "vb", 1, done=1)
        office.confirm("an")
        office.close("an")
        assert refusal(lambda: propose(office)) == "sheet.closed"

    def test_a_product_of_no_catalogue_in_force_is_not_there(self, office):
        office.products["vb"].catalogue.__class__.objects.update(state="draft")
        with pytest.raises(NotVisible):
            propose(office, product_id=office.products["vb"].pk)


class TestDenominator:
    def test_a_line_nobody_accepted_is_no_work(self, office):
        office.assign("an", "vb", 1, done=1)
        office.confirm("an")
        before = score_of(office, "an").score.total
        line = propose(office, product_id=office.products["vb"].pk)
        assert (Work.objects.count(), score_of(office, "an").score.total) == (1, before)
        planning.refuse_line(office.actor("head"), line_id=line.pk, reason="Không thuộc nhiệm vụ")
        assert (Work.objects.count(), score_of(office, "an").score.total) == (1, before)

    def test_accepted_it_is_assigned_and_counts(self, office):
        office.assign("an", "vb", 1, done=1)
        office.confirm("an")
        before = score_of(office, "an").score.total
        line = planning.accept_line(
            office.actor("head"), line_id=propose(office, product_id=office.products["vb"].pk).pk
        )
        work = line.work
        assert (
            work.source,
            work.source_id,
            work.origin,
            work.assigned,
            work.done,
            work.due_on,
        ) == ("plan", str(line.pk), "assigned", 2, 0, DUE)
        assert (work.code, work.factor, work.assessment_id) == ("VB", 1, office.assessment("an").pk)
        assert score_of(office, "an").score.total < before

    def test_without_a_product_it_waits_to_be_converted(self, office):
        assert (
            planning.accept_line(office.actor("head"), line_id=propose(office).pk).work.factor
            is None
        )

    def test_the_person_reports_it_like_any_assigned_work(self, office):
        work = planning.accept_line(
            office.actor("head"), line_id=propose(office, product_id=office.products["vb"].pk).pk
        ).work
        self_reporting.report_done(
            office.actor("an"), work_id=work.pk, done=Decimal(2), done_on=DUE
        )
        assert Work.objects.get().finished == 2 and not work.faults.exists()
        assert (
            refusal(lambda: self_reporting.drop_own_work(office.actor("an"), work_id=work.pk))
            == "work.assigned"
        )


class TestDeciding:
    def test_nobody_accepts_the_own_plan(self, office):
        line = propose(office, by="head", of="head")
        assert (
            refusal(lambda: planning.accept_line(office.actor("head"), line_id=line.pk))
            == "sheet.own_score"
        )
        assert (
            refusal(lambda: planning.refuse_line(office.actor("head"), line_id=line.pk, reason="x"))
            == "sheet.own_score"
        )
        assert (
            refusal(
                lambda: planning.accept_plan(office.actor("head"), assessment_id=line.assessment_id)
            )
            == "sheet.own_score"
        )
        assert planning.accept_line(office.actor("leader"), line_id=line.pk).state == "accepted"

    def test_a_colleague_does_not_see_it(self, office):
        line = propose(office)
        with pytest.raises(NotVisible):
            planning.accept_line(office.actor("binh"), line_id=line.pk)
        with pytest.raises(NotVisible):
            planning.accept_line(office.actor("head"), line_id=line.pk + 1)

    def test_all_at_once_and_only_what_waits(self, office):
        waiting = [propose(office, name=f"Việc {n}") for n in range(3)]
        planning.withdraw_line(office.actor("an"), line_id=propose(office, name="Thôi").pk)
        planning.refuse_line(
            office.actor("head"), line_id=propose(office, name="Không").pk, reason="Trùng"
        )
        assert (
            planning.accept_plan(office.actor("head"), assessment_id=office.assessment("an").pk)
            == 3
        )
        assert sorted(work.source_id for work in Work.objects.all()) == sorted(
            str(line.pk) for line in waiting
        )
        assert (
            refusal(
                lambda: planning.accept_plan(
                    office.actor("head"), assessment_id=office.assessment("an").pk
                )
            )
            == "plan.nothing"
        )

    def test_once_decided_it_is_decided(self, office):
        head = office.actor("head")
        line = planning.accept_line(head, line_id=propose(office).pk)
        assert refusal(lambda: planning.accept_line(head, line_id=line.pk)) == "plan.decided"
        assert (
            refusal(lambda: planning.refuse_line(head, line_id=line.pk, reason="x"))
            == "plan.decided"
        )
        assert (
            refusal(lambda: planning.withdraw_line(office.actor("an"), line_id=line.pk))
            == "plan.decided"
        )
        assert Work.objects.count() == 1

    def test_a_refusal_says_why(self, office):
        line = propose(office)
        assert (
            refusal(lambda: planning.refuse_line(office.actor("head"), line_id=line.pk, reason=" "))
            == "plan.reason"
        )
        refused = planning.refuse_line(
            office.actor("head"), line_id=line.pk, reason="Trùng việc đã giao"
        )
        assert (refused.state, refused.reason, refused.work) == (
            "refused",
            "Trùng việc đã giao",
            None,
        )

    def test_every_step_is_in_the_trail_without_words(self, office):
        planning.accept_line(office.actor("head"), line_id=propose(office).pk)
        planning.refuse_line(office.actor("head"), line_id=propose(office).pk, reason="Bí mật")
        planning.withdraw_line(office.actor("an"), line_id=propose(office).pk)
        rows = list(Event.objects.filter(name__startswith="plan_").order_by("pk"))
        assert [row.name for row in rows] == [
            "plan_proposed",
            "plan_accepted",
            "plan_proposed",
            "plan_refused",
            "plan_proposed",
            "plan_withdrawn",
        ]
        assert not any("Bí mật" in str(row.facts) or "Lập đề án" in str(row.facts) for row in rows)

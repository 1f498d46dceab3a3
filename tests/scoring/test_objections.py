"""An objection to the score of a closed month: by the person, answered in time, upheld or not."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse
from tests.worlds import signed_in

from thenchot.kernel.decision import Refused
from thenchot.platform.scope.actor import NotVisible
from thenchot.scoring import alerts
from thenchot.scoring.models import Objection, Reopening
from thenchot.scoring.services import marking, objecting
from thenchot.worklog.models import Fault


def refusal(do) -> str:
    with pytest.raises(Refused) as refused:
        do()
    return refused.value.decision.reasons[0].rule


@pytest.fixture
def closed(office):
    work = office.assign("an", "vb", 1, done=1)
    marking.note_fault(office.actor("head"), work_id=work.pk, kind="content")
    office.confirm("an")
    office.close("an")
    return office


def made(office, text="Văn bản đã được duyệt, không có lỗi", by="an"):
    return objecting.object_to(
        office.actor(by), assessment_id=office.assessment("an").pk, text=text
    )


def settle(office, objection, by="head", answer="Đã xem lại", is_upheld=False):
    return objecting.settle_objection(
        office.actor(by), objection_id=objection.pk, answer=answer, is_upheld=is_upheld
    )


def test_seven_working_days(closed):
    """Received on Monday 2 November 2026: due on Wednesday 11 November."""
    assert made(closed).due_on == date(2026, 11, 11)


def test_who_may_object_and_when(closed):
    assert refusal(lambda: made(closed, text=" ")) == "objection.text"
    assert refusal(lambda: made(closed, by="head")) == "objection.own"
    with pytest.raises(NotVisible):
        made(closed, by="binh")
    made(closed)
    assert refusal(lambda: made(closed)) == "objection.waiting"
    assert (
        refusal(
            lambda: objecting.object_to(
                closed.actor("binh"), assessment_id=closed.assessment("binh").pk, text="x"
            )
        )
        == "objection.open"
    )


def test_kept_with_an_answer(closed):
    objection = made(closed)
    assert refusal(lambda: settle(closed, objection, answer="")) == "objection.answer"
    settle(closed, objection)
    assert (closed.assessment("an").total, closed.assessment("an").is_closed) == (
        Decimal("94.17"),
        True,
    )
    assert refusal(lambda: settle(closed, objection)) == "objection.settled"
    assert made(closed).pk != objection.pk  # a new one may follow


def test_upheld_opens_the_sheet_and_the_new_result_replaces_the_old(closed):
    settle(closed, made(closed), answer="Lỗi ghi nhầm người", is_upheld=True)
    assert not closed.assessment("an").is_closed
    marking.withdraw_fault(closed.actor("head"), fault_id=Fault.objects.get().pk, reason="Ghi nhầm")
    assert closed.close("an").total == Decimal(100)
    assert Reopening.objects.get().reason == "Lỗi ghi nhầm người"


def test_nobody_settles_the_own_objection(closed):
    objection = made(closed)
    assert refusal(lambda: settle(closed, objection, by="an")) == "sheet.own_score"
    assert not Objection.objects.get().settled_on


@pytest.mark.parametrize(
    "on, severity",
    [(date(2026, 11, 8), None), (date(2026, 11, 9), "act"), (date(2026, 11, 12), "late")],
)
def test_a_warning_before_and_after_the_last_day(closed, on, severity):
    made(closed)
    found = list(alerts.objections(on))
    assert [str(one.severity) for one in found] == ([severity] if severity else [])


def test_from_the_page_and_back(closed):
    person, head, assessment = (
        signed_in(closed.accounts["an"]),
        signed_in(closed.accounts["head"]),
        closed.assessment("an"),
    )
    assert "Gửi kiến nghị" in person.get(reverse("my_month")).content.decode()
    assert (
        person.post(
            reverse("objection_new", args=[assessment.pk]), {"text": "Xem lại giúp"}
        ).status_code
        == 302
    )
    assert (
        "Xem lại giúp"
        in head.get(reverse("assessment_detail", args=[assessment.pk])).content.decode()
    )
    said = {"outcome": "kept", "answer": "Giữ nguyên vì văn bản phải sửa hai lần"}
    assert (
        head.post(reverse("objection_settle", args=[Objection.objects.get().pk]), said).status_code
        == 302
    )
    text = person.get(reverse("my_month")).content.decode()
    assert "Giữ nguyên vì văn bản phải sửa hai lần" in text

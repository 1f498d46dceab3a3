"""What people are told of daily work at once."""

from datetime import date

import pytest

from thenchot.platform.alerts.models import Notice
from thenchot.worklog.services import planning

pytestmark = [pytest.mark.postgres, pytest.mark.django_db]


@pytest.fixture
def proposed(office):
    """proposed(3): lines that wait in the plan of An."""

    def propose(count):
        return [
            planning.propose_line(
                office.actor("an"),
                assessment_id=office.assessment("an").pk,
                name=f"Đề án {number}",
                output="Đề án",
                due_on=date(2026, 10, 20),
            )
            for number in range(count)
        ]

    return propose


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "Việc đề xuất được chấp nhận: Đề án 0"), (4, "4 việc đề xuất được chấp nhận")],
)
def test_a_plan_accepted_as_a_whole_is_one_notice(
    office, proposed, count, said, django_capture_on_commit_callbacks
):
    proposed(count)
    sheet = office.assessment("an")
    with django_capture_on_commit_callbacks(execute=True):
        planning.accept_plan(office.actor("head"), assessment_id=sheet.pk)
    told = Notice.objects.get(news="plan_accepted")
    assert told.message == said
    assert told.account_id == office.actor("an").account_id
    assert told.url.endswith(f"?assessment={sheet.pk}")


def test_lines_refused_are_told_one_by_one_with_their_reasons(
    office, proposed, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        for line in proposed(2):
            planning.refuse_line(office.actor("head"), line_id=line.pk, reason=f"Trùng {line.name}")
    told = Notice.objects.filter(news="plan_refused").order_by("pk")
    assert [one.next_step for one in told] == ["Trùng Đề án 0", "Trùng Đề án 1"]

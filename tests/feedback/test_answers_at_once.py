"""Several people answer, or somebody closes, at the same moment. Threads with connections of their
own: PostgreSQL.
"""

import pytest
from django.db import connection
from tests.together import together

from thenchot.feedback.models import Answer, Invitation
from thenchot.feedback.services import answering, closing
from thenchot.feedback.services.envelopes import FILLED
from thenchot.kernel.decision import Refused
from thenchot.platform.audit import triggers
from thenchot.platform.audit.models import Event

pytestmark = pytest.mark.postgres


@pytest.fixture
def asked(transactional_db, request):
    """Emptying the tables afterwards is what the triggers of the trail refuse."""
    if connection.vendor != "postgresql":
        pytest.skip("needs THENCHOT_TEST_DATABASE=postgres")
    crowd = request.getfixturevalue("crowd")
    crowd.open()
    yield crowd
    triggers.remove()


def answer_as(crowd, name):
    points, reviewee = crowd.points(name, "staff 0", 7), crowd.reviewee().pk
    return lambda: answering.answer(crowd.actor(name), reviewee_id=reviewee, points=points)


def test_none_is_lost_and_none_counts_twice(asked):
    results = together(*(answer_as(asked, f"staff {n}") for n in (1, 2, 3, 4, 1, 2)))
    assert sorted(type(one).__name__ for one in results) == ["NoneType"] * 4 + ["Refused"] * 2
    assert (
        Answer.objects.filter(sealed__startswith=FILLED).count()
        == Invitation.objects.filter(is_used=True).count()
        == 4
    )


def test_closed_once_and_an_answer_counts_or_is_refused(asked, monkeypatch):
    for n in range(1, 6):
        asked.answer(f"staff {n}")
    monkeypatch.setattr(
        "thenchot.feedback.services.closing.may_close",
        lambda *, is_closed, **_: closing_rule(is_closed),
    )
    found = asked.rounds[-1]

    def close():
        return closing.close_feedback(asked.actor("officer"), round_id=found.pk)

    results = together(close, answer_as(asked, "staff 6"), close)
    assert sum(isinstance(one, Refused) for one in (results[0], results[2])) == 1
    assert asked.figure("peers").people == (5 if isinstance(results[1], Refused) else 6)
    assert Answer.objects.count() == 0 and Event.objects.filter(name="sides_closed").count() == 1


def closing_rule(is_closed):
    from thenchot.feedback.rules.rounds import may_prolong
    from thenchot.platform.clock import today

    return may_prolong(is_closed=is_closed, closes_on=today(), on=today())

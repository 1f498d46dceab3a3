"""Two who decide about one tie, or give their own word while the round is computed, at the same
time. Threads with connections of their own, so only where the database has them: PostgreSQL.
"""

import pytest
from django.db import connection
from tests.rating.ending import TODAY, Town
from tests.together import together
from tests.worlds import account_with, build_world

from thenchot.kernel.decision import Refused
from thenchot.platform.audit import triggers
from thenchot.platform.audit.verifying import verify
from thenchot.platform.scope.actor import actor_for
from thenchot.platform.scope.roles import Role
from thenchot.rating.models import Rating, RatingDecision
from thenchot.rating.persons.services import computing, deciding, recording

pytestmark = pytest.mark.postgres
TIED = {"An": "92", "Bình": "92", "Chi": "74", "Dũng": "72", "Em": "71", "Phú": "70.5"}


@pytest.fixture
def committed(transactional_db, monkeypatch):
    if connection.vendor != "postgresql":
        pytest.skip("needs THENCHOT_TEST_DATABASE=postgres")
    monkeypatch.setenv("THENCHOT_TODAY", TODAY.isoformat())
    yield Town(build_world())
    triggers.remove()


def test_of_a_tie_with_one_place_one_gets_it(committed):
    town = committed
    town.rate(TIED)
    town.walk()
    leaders = [town.leader, actor_for(account_with(Role.LEADER, town.ward))]

    def decide(actor, name):
        said = {"level": "excellent", "reason": "Việc khó", "number": "5", "decided_on": TODAY}
        return lambda: deciding.decide(actor, rating_id=town.rating(name).pk, **said)

    results = together(decide(leaders[0], "An"), decide(leaders[1], "Bình"))
    assert sorted(type(one).__name__ for one in results) == ["RatingDecision", "Refused"], results
    assert (
        next(one for one in results if isinstance(one, Refused)).decision.reasons[0].rule
        == "rating.cap"
    )
    assert RatingDecision.objects.filter(level="excellent").count() == 1
    assert not verify().reason


def test_all_decided_twice_is_once(committed):
    town = committed
    town.rate(TIED)
    town.walk()
    leaders = [town.leader, actor_for(account_with(Role.LEADER, town.ward))]
    results = together(
        *(
            (
                lambda actor=actor: deciding.decide_all(
                    actor, round_id=town.round.pk, number="1", decided_on=TODAY
                )
            )
            for actor in leaders
        )
    )
    assert sorted(results) == [0, 4]
    assert RatingDecision.history.count() == 4


def test_own_word_while_the_round_is_computed(committed):
    town = committed
    town.rate(TIED)
    said = {"level": "good", "strengths": "Xong việc", "limits": ""}

    def word(name):
        return lambda: recording.rate_oneself(town.officer, rating_id=town.rating(name).pk, **said)

    results = together(
        word("An"), lambda: computing.compute(town.officer, round_id=town.round.pk), word("Bình")
    )
    assert not [one for one in results if isinstance(one, Exception)], results
    assert Rating.objects.filter(state="meeting").count() == 2

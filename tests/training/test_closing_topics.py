"""Which course closes which missing standard."""

import pytest

from thenchot.standards.models import Requirement
from thenchot.training.closing import closes, closing_topics
from thenchot.training.models import Topic

LEVEL = {"kind": "level", "paper": "theory", "level": "middle"}


@pytest.mark.parametrize(
    ("asked", "given", "closed"),
    [
        (LEVEL, {"paper": "theory", "level": "middle"}, True),
        (LEVEL, {"paper": "theory", "level": "high"}, True),
        (LEVEL, {"paper": "theory", "level": "elementary"}, False),
        (LEVEL, {"paper": "degree", "level": "master"}, False),
        (LEVEL, {"paper": ""}, False),
        ({"kind": "skill", "names": ["tiếp công dân"]}, {"paper": "skill"}, True),
        ({"kind": "skill", "names": ["soạn thảo"]}, {"paper": "skill"}, False),
        ({"kind": "software", "names": ["Dịch vụ công"]}, {"paper": "software"}, False),
        ({"kind": "years", "number": 5, "measure": "service"}, {"paper": "skill"}, False),
        ({"kind": "field", "fields": ["Luật"]}, {"paper": "degree", "level": "bachelor"}, False),
        (
            {"kind": "field", "fields": ["Luật"], "paper": "degree"},
            {"paper": "degree", "level": "bachelor", "field": "Luật kinh tế"},
            True,
        ),
        # one that asks for the fields of the own position is left to a person
        (
            {"kind": "field", "paper": "degree"},
            {"paper": "degree", "level": "bachelor", "field": "Luật"},
            False,
        ),
    ],
)
def test_the_paper_of_the_course_is_put_to_the_standard(asked, given, closed):
    topic = Topic(name="Kỹ năng tiếp công dân", **{"level": "", "field": "", **given})
    assert closes(topic, Requirement(pk=1, **asked)) is closed


def test_the_shortest_that_closes_is_taken():
    long, short = (
        Topic(pk=pk, name="x", paper="theory", level="middle", hours=hours)
        for pk, hours in ((1, 900), (2, 40))
    )
    assert closing_topics([long, short], [Requirement(pk=7, **LEVEL)]) == {7: short}

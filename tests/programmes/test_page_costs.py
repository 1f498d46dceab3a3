"""A page costs the same number of SQL queries at one row and at many, and never more than
twelve.
"""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.programmes.conftest import give, text_of

from thenchot.platform.scope.roles import Role
from thenchot.programmes.services import progressing

pytestmark = pytest.mark.django_db
BODY = "ban xây dựng đảng"


def cost(client, url):
    client.get(url)  # the first page of a session also notes when it was seen
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def rows(count, start=1):
    return tuple(
        (
            f"1.{n}",
            f"Rà soát việc số {n}",
            "Ban Xây dựng Đảng Đảng ủy",
            "Phòng Văn hóa - Xã hội",
            "{late}" if n % 2 else "{soon}",
        )
        for n in range(start, start + count)
    )


@pytest.fixture(params=[1, 45])
def sized(world, days, request):
    return give(world, text_of(**days, rows=rows(request.param)))


COSTS: dict[
    tuple, int
] = {}  # the two sizes meet here: a file runs in one process (`--dist loadfile`)


@pytest.mark.parametrize("role", [Role.OFFICER, Role.LEADER, Role.HEAD])
@pytest.mark.parametrize(
    "url",
    [
        "/",
        "/tasks/",
        "/board/",
        "/programmes/",
        "/programmes/{programme}/",
        "/tasks/?q=ra+soat&standing=late",
    ],
)
def test_lists_cost_the_same_at_one_and_at_many(sized, url, role):
    unit = sized.world.units[BODY] if role == Role.HEAD else None
    spent = cost(sized.world.client(role, unit), url.format(programme=sized.programme.pk))
    assert spent <= 12
    assert COSTS.setdefault((url, role), spent) == spent


@pytest.mark.parametrize("reports", [1, 30])
def test_the_page_of_a_task_costs_the_same_with_a_long_history(given, reports):
    given.accepted("1.1", BODY)
    for number in range(reports):
        progressing.report_progress(given.head(BODY), task_id=given.dated.pk, note=f"Lần {number}")
    spent = cost(given.world.client(Role.LEADER), f"/tasks/{given.dated.pk}/")
    assert spent <= 12
    assert COSTS.setdefault(("task",), spent) == spent

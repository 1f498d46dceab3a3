"""Two who assign the same template, confirm the same list or sign the same proposal at once; work
given while the month closes. Threads with connections of their own, so only on PostgreSQL.
"""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from tests.catalogue.books import one_sheet
from tests.together import together
from tests.worlds import account_with

from thenchot.catalogue.models import Product
from thenchot.catalogue.services import proposing
from thenchot.kernel.decision import Refused
from thenchot.kernel.periods import Month
from thenchot.platform.audit import triggers
from thenchot.platform.audit.verifying import verify
from thenchot.platform.scope.actor import actor_for
from thenchot.platform.scope.roles import Role
from thenchot.worklog.models import Work
from thenchot.worklog.queries.assigning import plan
from thenchot.worklog.services import list_importing, templating
from thenchot.worklog.sources import DOCUMENTS

OCTOBER = Month(2026, 10)
pytestmark = pytest.mark.postgres


@pytest.fixture
def committed(transactional_db):
    """The triggers of the trail go before the tables are emptied. Elsewhere nothing is even
    built.
    """
    if connection.vendor != "postgresql":
        pytest.skip("needs THENCHOT_TEST_DATABASE=postgres")
    yield
    triggers.remove()


@pytest.fixture
def busy(committed, office):
    return office


@pytest.fixture
def template(busy):
    head = busy.actor("head")
    made = templating.begin_template(
        head, unit_id=busy.unit.pk, name="Chuyên viên", title="Chuyên viên"
    )
    templating.put_line(head, template_id=made.pk, code="VB", quantity=Decimal(3))
    return made


def test_the_same_template_twice_at_once(busy, template):
    seal = plan(busy.actor("head"), template, OCTOBER).seal

    def assign(name):
        return lambda: templating.assign(
            busy.actor(name), template_id=template.pk, month=OCTOBER, seal=seal
        )

    results = together(assign("head"), assign("leader"))
    assert sorted(isinstance(one, Refused) for one in results) == [
        False,
        True,
    ]  # the second has to look again
    assert Work.objects.filter(source="template").count() == 2 and not verify().reason


def test_assigned_while_the_sheet_is_closed(busy, template):
    """Either before it closed or not at all: a closed sheet holds nothing its result does not
    know.
    """
    busy.assign("an", "bc", 1, done=1)
    busy.rate("an")
    busy.confirm("an")
    seal = plan(busy.actor("head"), template, OCTOBER).seal
    closed, assigned = together(
        lambda: busy.close("an"),
        lambda: templating.assign(
            busy.actor("head"), template_id=template.pk, month=OCTOBER, seal=seal
        ),
    )
    count = Work.objects.filter(assessment=busy.assessment("an"), code="VB").count()
    total = busy.assessment("an").total
    assert not isinstance(closed, Exception)
    assert (isinstance(assigned, Refused), count, total == Decimal(100)) in {
        (True, 0, True),
        (False, 1, False),
    }


def test_the_same_list_twice_at_once(busy):
    ward, content = (
        busy.world.ward.pk,
        one_sheet(
            ["Số ký hiệu", "Trích yếu", "Người xử lý", "Ngày hoàn thành"],
            [["1/CV", "Việc", "Lê Văn An", date(2026, 10, 9)]],
        ),
    )
    clerks = [actor_for(account_with(Role.CLERK, busy.world.ward)) for _ in range(2)]
    list_importing.say(
        clerks[0],
        home_id=ward,
        source=DOCUMENTS,
        columns={},
        products={"": "VB"},
        origin="assigned",
    )
    results = together(
        *(
            lambda actor=actor: list_importing.import_list(
                actor, content, home_id=ward, source=DOCUMENTS, dry_run=False
            )
            for actor in clerks
        )
    )
    assert sorted((one.created, one.unchanged) for one in results) == [(0, 1), (1, 0)]
    assert Work.objects.count() == 1 and not verify().reason


def test_one_proposal_signed_twice_at_once(busy):
    made = proposing.propose(
        busy.actor("an"), unit_id=busy.world.ward.pk, name="Việc", output="Văn bản"
    )
    for _ in range(3):
        proposing.give_ratio(
            actor_for(account_with(Role.STAFF, busy.world.ward)),
            proposal_id=made.pk,
            ratio=Decimal(2),
        )
    leaders = [busy.actor("leader"), actor_for(account_with(Role.LEADER, busy.world.ward))]
    results = together(
        *(
            lambda actor=actor, code=code: proposing.sign_proposal(
                actor, proposal_id=made.pk, code=code, factor=Decimal(2), basis="QĐ 1"
            )
            for actor, code in zip(leaders, ("B1", "B2"), strict=True)
        )
    )
    assert sorted(isinstance(one, Product) for one in results) == [False, True]
    assert Product.objects.filter(code__in=("B1", "B2")).count() == 1

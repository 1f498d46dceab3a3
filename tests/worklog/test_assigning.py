"""A month's products to many in one action: the difference first, twice changes nothing, what is
done stays.
"""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st
from tests.worlds import staff

from thenchot.catalogue.models import Catalogue, Product
from thenchot.kernel.decision import Refused
from thenchot.kernel.periods import Month
from thenchot.organisation.models import JobPosition, PositionScheme
from thenchot.people.models import Appointment
from thenchot.platform.audit.models import Event
from thenchot.platform.clock import now
from thenchot.platform.scope.actor import NotVisible
from thenchot.platform.scope.roles import Role
from thenchot.scoring.services import self_reporting
from thenchot.worklog.models import Assessment, TemplateLine, Work
from thenchot.worklog.queries.assigning import plan
from thenchot.worklog.rules.assigning import Change, Held, Step, Wanted, difference, due_in
from thenchot.worklog.services import templating as services
from thenchot.worklog.services.opening import open_assessments

OCTOBER = Month(2026, 10)
LAST = date(2026, 10, 31)
TWO, THREE = Decimal(2), Decimal(3)


def held(key="bc", quantity=TWO, due_on=LAST, *, touched=False, dropped=False):
    return Held(key, key.upper(), quantity, due_on, touched, dropped)


def wanted(key="bc", quantity=TWO, due_on=LAST):
    return Wanted(key, key.upper(), quantity, due_on)


class TestDifference:
    @pytest.mark.parametrize(
        ("asked", "there", "step"),
        [
            ([wanted()], [], Step.ADDED),
            ([wanted()], [held()], None),
            ([wanted()], [held(touched=True)], None),
            ([wanted()], [held(dropped=True)], Step.ADDED),
            ([wanted(quantity=THREE)], [held()], Step.CHANGED),
            ([wanted(due_on=date(2026, 10, 20))], [held()], Step.CHANGED),
            ([wanted(quantity=THREE)], [held(touched=True)], Step.KEPT),
            ([], [held()], Step.TAKEN),
            ([], [held(touched=True)], Step.KEPT),
            ([], [held(dropped=True)], None),
        ],
    )
    def test_each_case(self, asked, there, step):
        assert [change.step for change in difference(asked, there)] == ([step] if step else [])

    def test_shows_before_and_after(self):
        assert difference([wanted(quantity=THREE)], [held()]) == [
            Change(Step.CHANGED, "bc", "BC", (TWO, LAST), (THREE, LAST))
        ]

    LINES = st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 4).map(Decimal))

    @given(LINES, LINES)
    def test_once_applied_nothing_is_left_to_do(self, asked, there):
        applied = [held(key, quantity) for key, quantity in asked.items()] + [
            held(key, q, dropped=True) for key, q in there.items() if key not in asked
        ]
        goal = [wanted(key, quantity) for key, quantity in asked.items()]
        assert difference(goal, applied) == []
        touched = {
            change.key for change in difference(goal, [held(key, q) for key, q in there.items()])
        }
        assert touched == {key for key in asked | there if asked.get(key) != there.get(key)}


@pytest.mark.parametrize(
    ("month", "day", "due"),
    [
        (OCTOBER, None, LAST),
        (OCTOBER, 15, date(2026, 10, 15)),
        (Month(2026, 2), 31, date(2026, 2, 28)),
        (Month(2028, 2), 30, date(2028, 2, 29)),
    ],
)
def test_a_day_the_month_lacks_is_its_last(month, day, due):
    assert due_in(month, day) == due


@pytest.fixture
def head(office):
    return office.actor("head")


@pytest.fixture
def template(office, head):
    made = services.begin_template(
        head, unit_id=office.unit.pk, name="Chuyên viên", title="chuyên viên"
    )
    for code, quantity, day in (("BC", 2, None), ("VB", 10, 20)):
        services.put_line(
            head, template_id=made.pk, code=code, quantity=Decimal(quantity), due_day=day
        )
    return made


def assign(actor, template, month=OCTOBER):
    return services.assign(
        actor, template_id=template.pk, month=month, seal=plan(actor, template, month).seal
    )


def works(office, name="an"):
    return {
        work.code: work
        for work in Work.objects.filter(assessment=office.assessment(name), dropped_at=None)
    }


@pytest.mark.django_db
class TestAssign:
    def test_everybody_of_the_title_gets_the_products_of_the_month(self, office, head, template):
        made = assign(head, template)
        assert made.counts == {"added": 4, "changed": 0, "taken": 0, "kept": 0}
        for name in ("an", "binh"):
            found = works(office, name)
            assert {
                code: (w.assigned, w.due_on, w.factor, w.origin) for code, w in found.items()
            } == {
                "BC": (Decimal(2), LAST, Decimal("1.5"), "assigned"),
                "VB": (Decimal(10), date(2026, 10, 20), Decimal(1), "assigned"),
            }
        assert not Work.objects.filter(assessment__person=office.people["head"]).exists()
        assert Event.objects.get(name="template_assigned").facts["people"] == 2
        assert Event.objects.filter(name="work_assigned").count() == 2

    def test_twice_changes_nothing(self, office, head, template):
        assign(head, template)
        before, events = list(Work.objects.order_by("pk").values()), Event.objects.count()
        assert assign(head, template).acts == 0
        assert (
            list(Work.objects.order_by("pk").values()) == before and Event.objects.count() == events
        )

    def test_a_changed_template_shows_the_difference_and_touches_nothing_done(
        self, office, head, template
    ):
        assign(head, template)
        self_reporting.report_done(
            office.actor("an"),
            work_id=works(office)["BC"].pk,
            done=Decimal(1),
            done_on=date(2026, 10, 9),
        )
        services.put_line(head, template_id=template.pk, code="BC", quantity=Decimal(5))
        services.put_line(head, template_id=template.pk, code="DA", quantity=Decimal(1))
        services.drop_line(
            head,
            template_id=template.pk,
            line_id=TemplateLine.objects.get(product__code="VB", dropped_at=None).pk,
        )
        shown = plan(head, template, OCTOBER)
        steps = {
            (target.assessment.person.full_name, change.key): change.step
            for target in shown.targets
            for change in target.changes
        }
        assert steps == {
            ("Lê Văn An", "bc"): "kept",
            ("Lê Văn An", "da"): "added",
            ("Lê Văn An", "vb"): "taken",
            ("Trần Thị Bình", "bc"): "changed",
            ("Trần Thị Bình", "da"): "added",
            ("Trần Thị Bình", "vb"): "taken",
        }
        assert works(office).keys() == {"BC", "VB"}  # showing changes nothing
        assign(head, template)
        assert {code: (w.assigned, w.done) for code, w in works(office).items()} == {
            "BC": (2, 1),
            "DA": (1, 0),
        }
        assert {code: w.assigned for code, w in works(office, "binh").items()} == {"BC": 5, "DA": 1}

    def test_what_was_taken_away_comes_back_as_the_same_item(self, office, head, template):
        assign(head, template)
        first = works(office)["VB"].pk
        services.drop_line(
            head,
            template_id=template.pk,
            line_id=TemplateLine.objects.get(product__code="VB", dropped_at=None).pk,
        )
        assign(head, template)
        assert works(office).keys() == {"BC"}
        services.put_line(head, template_id=template.pk, code="VB", quantity=Decimal(4))
        assign(head, template)
        assert (works(office)["VB"].pk, works(office)["VB"].assigned) == (first, 4)

    @pytest.mark.parametrize("touch", ["returned", "confirmed_at", "added"])
    def test_given_back_or_confirmed_stays_too(self, office, head, template, touch):
        assign(head, template)
        value = now() if touch == "confirmed_at" else Decimal(1)
        Work.objects.filter(pk=works(office)["BC"].pk).update(**{touch: value})
        services.put_line(head, template_id=template.pk, code="BC", quantity=Decimal(7))
        assign(head, template)
        assert works(office)["BC"].assigned == 2 and works(office, "binh")["BC"].assigned == 7

    def test_confirmed_is_what_was_shown(self, office, head, template):
        seal = plan(head, template, OCTOBER).seal
        services.put_line(head, template_id=template.pk, code="BC", quantity=Decimal(9))
        with pytest.raises(Refused) as moved:
            services.assign(head, template_id=template.pk, month=OCTOBER, seal=seal)
        assert [r.rule for r in moved.value.decision.reasons] == ["template.moved"]
        assert not Work.objects.exists()

    def test_another_month_is_another_assignment(self, office, head, template):
        open_assessments(office.actor("leader"), unit_id=office.world.ward.pk, on=date(2026, 11, 2))
        assign(head, template)
        assign(head, template, Month(2026, 11))
        assert Work.objects.filter(source="template").values("source_id").distinct().count() == 4
        assert Work.objects.filter(assessment__number=11).count() == 4

    def test_a_quarter_holds_the_products_of_its_months(self, office, head, template):
        Assessment.objects.update(period="quarter", number=4, ends_on=date(2026, 12, 31))
        assign(head, template)
        assign(head, template, Month(2026, 11))
        dues = (
            Work.objects.filter(assessment=office.assessment("an"), code="VB")
            .order_by("due_on")
            .values_list("due_on", flat=True)
        )
        assert list(dues) == [date(2026, 10, 20), date(2026, 11, 20)]

    def test_practice_only_where_nothing_counts(self, office, head, template):
        open_assessments(
            office.actor("leader"), unit_id=office.world.ward.pk, on=LAST, is_practice=True
        )
        Assessment.objects.filter(pk=office.assessment("an").pk).update(dropped_at=now())
        given_to = {
            target.assessment.person.full_name: target.assessment.is_practice
            for target in assign(head, template).targets
        }
        assert given_to == {"Lê Văn An": True, "Trần Thị Bình": False}

    def test_who_has_no_open_sheet_gets_nothing_and_is_named(self, office, head, template):
        assessment = office.assessment("an")
        assessment.state, assessment.submitted_at = "submitted", now()
        assessment.save()
        Assessment.objects.filter(pk=office.assessment("binh").pk).update(dropped_at=now())
        shown = plan(head, template, OCTOBER)
        assert [(person.full_name, why.partition(":")[0]) for person, why in shown.without] == [
            ("Lê Văn An", "phiếu đã gửi"),
            ("Trần Thị Bình", "chưa có phiếu của tháng này"),
        ]
        assert assign(head, template).targets == []

    def test_nobody_assigns_to_oneself(self, office, head):
        made = services.begin_template(head, unit_id=office.unit.pk, name="Mọi người")
        services.put_line(head, template_id=made.pk, code="VB", quantity=TWO)
        shown = plan(head, made, OCTOBER)
        assert {target.assessment.person_id for target in shown.targets} == {
            office.people[name].pk for name in ("an", "binh")
        }
        assert ("không tự giao việc cho mình") in {
            p.full_name: why for p, why in shown.without
        }.values()

    def test_by_job_position(self, office, head):
        scheme = PositionScheme.objects.create(
            unit=office.world.units["ubnd"],
            name="Đề án",
            state="approved",
            valid_from=date(2026, 1, 1),
            decision="QĐ",
        )
        position = JobPosition.objects.create(
            scheme=scheme, unit=office.unit, code="CM-01", name="Văn thư", group="professional"
        )
        Appointment.objects.filter(person=office.people["binh"]).update(position=position)
        made = services.begin_template(
            head, unit_id=office.unit.pk, name="Văn thư", position_id=position.pk
        )
        services.put_line(head, template_id=made.pk, code="VB", quantity=TWO)
        assert [target.assessment.person for target in plan(head, made, OCTOBER).targets] == [
            office.people["binh"]
        ]

    def test_somebody_who_left_in_the_month_has_the_seat_of_its_end(self, office, head, template):
        Appointment.objects.filter(person=office.people["an"]).update(valid_to=date(2026, 9, 30))
        assert [target.assessment.person for target in plan(head, template, OCTOBER).targets] == [
            office.people["binh"]
        ]

    def test_the_next_version_of_the_catalogue_by_its_code(self, office, head, template):
        old = office.products["bc"].catalogue
        assign(head, template)
        Catalogue.objects.filter(pk=old.pk).update(state="replaced", valid_to=date(2026, 10, 31))
        new = Catalogue.objects.create(
            unit=office.world.ward,
            name="Danh mục thử",
            version=2,
            previous=old,
            state="approved",
            valid_from=date(2026, 11, 1),
        )
        Product.objects.create(
            catalogue=new,
            position=1,
            code="bc",
            name="Báo cáo",
            folded=" bc bao cao",
            factor=Decimal(3),
        )
        open_assessments(office.actor("leader"), unit_id=office.world.ward.pk, on=date(2026, 11, 2))
        november = assign(head, template, Month(2026, 11))
        assert november.unknown == ["VB"]
        assert (
            Work.objects.get(assessment__person=office.people["an"], assessment__number=11).factor
            == 3
        )
        assert assign(head, template).acts == 0  # October stays as it was

    def test_refuses_what_it_cannot_mean(self, office, head, template):
        with pytest.raises(Refused) as unknown:
            services.put_line(head, template_id=template.pk, code="ZZ", quantity=TWO)
        assert [r.rule for r in unknown.value.decision.reasons] == ["template.product"]
        with pytest.raises(Refused) as named:
            services.begin_template(head, unit_id=office.unit.pk, name="Chuyên viên")
        assert [r.rule for r in named.value.decision.reasons] == ["template.name"]
        services.end_template(head, template_id=template.pk)
        with pytest.raises(Refused) as ended:
            assign(head, template)
        assert [r.rule for r in ended.value.decision.reasons] == ["template.ended"]

    def test_scope(self, office, template):
        stranger, staff_of_ward = (
            office.world.actor(Role.OFFICER, office.world.other_ward),
            office.world.actor(Role.STAFF),
        )
        with pytest.raises(NotVisible):
            services.assign(stranger, template_id=template.pk, month=OCTOBER, seal="")
        with pytest.raises(Refused):
            services.assign(staff_of_ward, template_id=template.pk, month=OCTOBER, seal="")

    def test_forty_people_cost_as_many_queries_as_two(self, office, head, template):
        def cost():
            with CaptureQueriesContext(connection) as queries:
                plan(head, template, OCTOBER)
            return len(queries)

        assign(head, template)
        few = cost()
        more = staff(
            office.world, office.unit, [f"Ngô Văn {chr(97 + n % 26)}{n}" for n in range(40)]
        )
        Appointment.objects.filter(person__in=more).update(staff_kind="civil_servant")
        open_assessments(office.actor("leader"), unit_id=office.world.ward.pk, on=LAST)
        assert cost() == few <= 8
        with CaptureQueriesContext(connection) as queries:
            assert assign(head, template).counts["added"] == 80
        assert len(queries) <= 40

"""draft → submitted → approved by a second person → replaced; the nearest one holds; the search of
the forms.
"""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from thenchot.catalogue.models import Catalogue, Product
from thenchot.catalogue.queries.catalogue import (
    catalogue_in_force,
    get_catalogue,
    list_catalogues,
    products_by_code,
    search_products,
)
from thenchot.catalogue.rules.catalogue import may_approve
from thenchot.catalogue.services import cataloguing as services
from thenchot.kernel.decision import Refused
from thenchot.platform.audit.models import Event
from thenchot.platform.scope.actor import NotVisible
from thenchot.platform.scope.roles import Role

pytestmark = pytest.mark.django_db
JUNE = date(2026, 6, 1)
DAY = timedelta(days=1)


@pytest.fixture
def officer(world):
    return world.actor(Role.OFFICER)


@pytest.fixture
def leader(world):
    return world.actor(Role.LEADER)


def drawn(actor, unit, *, name="Danh mục", codes=("DC.01", "DC.02")) -> Catalogue:
    made = services.begin_catalogue(
        actor, unit_id=unit.pk, name=name, unit_product="văn bản đơn giản"
    )
    for at, code in enumerate(codes, 1):
        services.put_product(
            actor,
            catalogue_id=made.pk,
            code=code,
            name=f"Soạn báo cáo số {at}",
            factor=Decimal(at),
            group=f"N{at}",
        )
    return made


def approved(officer, leader, unit, *, valid_from=JUNE, **more) -> Catalogue:
    made = drawn(officer, unit, **more)
    services.submit_catalogue(officer, catalogue_id=made.pk)
    return services.approve_catalogue(
        leader, catalogue_id=made.pk, basis="QĐ 283/QĐ-UBND", valid_from=valid_from
    )


def rules(error):
    return {reason.rule for reason in error.value.decision.reasons}


class TestWayToApproval:
    def test_drawn_up_submitted_approved(self, world, officer, leader):
        found = approved(officer, leader, world.ward)
        assert (found.state, found.valid_from, found.valid_to, found.basis) == (
            "approved",
            JUNE,
            None,
            "QĐ 283/QĐ-UBND",
        )
        assert (found.made_by_id, found.submitted_by_id, found.approved_by_id) == (
            officer.account_id,
            officer.account_id,
            leader.account_id,
        )
        names = list(
            Event.objects.filter(name__startswith="catalogue")
            .order_by("seq")
            .values_list("name", flat=True)
        )
        assert names == ["catalogue_begun", "catalogue_submitted", "catalogue_approved"]

    def test_only_a_leader_approves_and_only_what_was_submitted(self, world, officer, leader):
        made = drawn(officer, world.ward)
        with pytest.raises(Refused) as early:
            services.approve_catalogue(leader, catalogue_id=made.pk, basis="QĐ 1", valid_from=JUNE)
        assert rules(early) == {"catalogue.not_submitted"}
        services.submit_catalogue(officer, catalogue_id=made.pk)
        with pytest.raises(Refused) as alone:
            services.approve_catalogue(officer, catalogue_id=made.pk, basis="QĐ 1", valid_from=JUNE)
        assert rules(alone) == {"catalogue.approve"}

    def test_never_by_who_drew_it_up_or_submitted_it(self, world, officer, leader):
        made = drawn(officer, world.ward)
        services.submit_catalogue(officer, catalogue_id=made.pk)
        for field in ("made_by_id", "submitted_by_id"):
            Catalogue.objects.filter(pk=made.pk).update(
                made_by_id=officer.account_id, submitted_by_id=officer.account_id
            )
            Catalogue.objects.filter(pk=made.pk).update(**{field: leader.account_id})
            with pytest.raises(Refused) as own:
                services.approve_catalogue(
                    leader, catalogue_id=made.pk, basis="QĐ 1", valid_from=JUNE
                )
            assert rules(own) == {"catalogue.second_person"}

    def test_an_empty_one_is_not_submitted(self, world, officer):
        made = drawn(officer, world.ward, codes=())
        with pytest.raises(Refused) as empty:
            services.submit_catalogue(officer, catalogue_id=made.pk)
        assert rules(empty) == {"catalogue.empty"}

    def test_returned_with_a_reason_it_can_be_changed_again(self, world, officer, leader):
        made = drawn(officer, world.ward)
        services.submit_catalogue(officer, catalogue_id=made.pk)
        with pytest.raises(Refused):
            services.put_product(officer, catalogue_id=made.pk, code="X", name="Việc", factor=1)
        with pytest.raises(Refused) as silent:
            services.return_catalogue(leader, catalogue_id=made.pk, note=" ")
        assert rules(silent) == {"catalogue.reason"}
        services.return_catalogue(leader, catalogue_id=made.pk, note="Thiếu mảng một cửa")
        services.put_product(officer, catalogue_id=made.pk, code="X", name="Việc", factor=1)
        made.refresh_from_db()
        assert (made.state, made.note) == ("draft", "Thiếu mảng một cửa")

    def test_one_code_once_however_it_is_written(self, world, officer):
        made = drawn(officer, world.ward)
        with pytest.raises(Refused) as duplicated:
            services.put_product(
                officer, catalogue_id=made.pk, code="dc. 01", name="Việc", factor=1
            )
        assert rules(duplicated) == {"product.code"}

    def test_a_dropped_line_stays_for_the_history(self, world, officer):
        made = drawn(officer, world.ward)
        row = made.products.first()
        services.drop_product(officer, catalogue_id=made.pk, product_id=row.pk)
        services.put_product(
            officer, catalogue_id=made.pk, code=row.code, name="Việc khác", factor=1
        )
        assert Product.objects.filter(catalogue=made, code=row.code).count() == 2
        assert products_by_code(made)[row.code.lower()].name == "Việc khác"

    def test_the_same_name_is_drawn_from_the_one_there_is(self, world, officer):
        drawn(officer, world.ward)
        with pytest.raises(Refused) as taken:
            drawn(officer, world.ward)
        assert rules(taken) == {"catalogue.taken"}


class TestNextVersion:
    def test_holds_from_its_day_and_ends_the_former_the_day_before(self, world, officer, leader):
        first = approved(officer, leader, world.ward)
        second = services.revise_catalogue(officer, catalogue_id=first.pk)
        assert (second.version, second.previous_id, second.state) == (2, first.pk, "draft")
        assert [p.code for p in second.products.all()] == ["DC.01", "DC.02"]
        assert catalogue_in_force(world.ward, JUNE + 90 * DAY) == first  # the draft changes nothing
        services.submit_catalogue(officer, catalogue_id=second.pk)
        services.approve_catalogue(
            leader, catalogue_id=second.pk, basis="QĐ 400", valid_from=JUNE + 60 * DAY
        )
        first.refresh_from_db()
        assert (first.state, first.valid_to) == ("replaced", JUNE + 59 * DAY)
        assert catalogue_in_force(world.ward, JUNE + 59 * DAY) == first
        assert catalogue_in_force(world.ward, JUNE + 60 * DAY) == second

    def test_not_before_the_former_began_and_not_twice(self, world, officer, leader):
        first = approved(officer, leader, world.ward)
        second = services.revise_catalogue(officer, catalogue_id=first.pk)
        with pytest.raises(Refused) as again:
            services.revise_catalogue(officer, catalogue_id=first.pk)
        assert rules(again) == {"catalogue.drafted"}
        services.submit_catalogue(officer, catalogue_id=second.pk)
        with pytest.raises(Refused) as early:
            services.approve_catalogue(
                leader, catalogue_id=second.pk, basis="QĐ 400", valid_from=JUNE
            )
        assert rules(early) == {"catalogue.before"}
        first.refresh_from_db()
        assert first.state == "approved"


class TestNearest:
    def test_own_unit_else_above_else_none(self, world, officer, leader):
        city_officer, city_leader = (
            world.actor(Role.OFFICER, world.city),
            world.actor(Role.LEADER, world.city),
        )
        of_city = approved(city_officer, city_leader, world.city, name="Danh mục của thành phố")
        assert catalogue_in_force(world.units["phòng văn hóa"], JUNE) == of_city
        of_ward = approved(officer, leader, world.ward)
        of_agency = approved(officer, leader, world.units["ubnd"], name="Danh mục của UBND")
        assert catalogue_in_force(world.units["phòng văn hóa"], JUNE) == of_agency
        assert catalogue_in_force(world.units["mặt trận"], JUNE) == of_ward
        assert catalogue_in_force(world.other_ward, JUNE) == of_city
        assert catalogue_in_force(world.city, JUNE - DAY) is None

    def test_a_ward_reads_the_one_above_but_not_drafts_nor_a_stranger(self, world, officer, leader):
        of_city = approved(
            world.actor(Role.OFFICER, world.city),
            world.actor(Role.LEADER, world.city),
            world.city,
            name="Của thành phố",
        )
        draft = drawn(world.actor(Role.OFFICER, world.city), world.city, name="Đang soạn")
        own = drawn(officer, world.ward)
        staff, stranger = world.actor(Role.STAFF), world.actor(Role.OFFICER, world.other_ward)
        assert get_catalogue(staff, of_city.pk) == of_city
        for actor, pk in ((staff, draft.pk), (staff, own.pk), (stranger, own.pk)):
            with pytest.raises(NotVisible):
                get_catalogue(actor, pk)
        assert set(list_catalogues(officer)) == {of_city, own} and set(list_catalogues(staff)) == {
            of_city
        }


class TestSearch:
    @pytest.mark.parametrize(
        ("q", "codes"),
        [
            ("soan bao", ["DC.01", "DC.02"]),
            ("SOẠN báo cáo 2", ["DC.02"]),
            ("dc.02", ["DC.02"]),
            ("dc 01", ["DC.01"]),
            ("oạn", []),
            ("", []),
            ("so", ["DC.01", "DC.02"]),
        ],
    )
    def test_words_without_marks_from_their_beginning(self, world, officer, q, codes):
        assert [p.code for p in search_products(drawn(officer, world.ward), q)] == codes

    def test_dropped_lines_are_not_found_and_nothing_without_a_catalogue(self, world, officer):
        made = drawn(officer, world.ward)
        services.drop_product(officer, catalogue_id=made.pk, product_id=made.products.first().pk)
        assert [p.code for p in search_products(made, "soan")] == ["DC.02"]
        assert search_products(None, "soan") == []


@pytest.mark.parametrize(("groups", "allowed"), [(0, True), (5, True), (6, False)])
def test_at_most_five_groups(groups, allowed):
    said = {
        "state": "submitted",
        "basis": "QĐ 1",
        "valid_from": JUNE,
        "current_from": None,
        "is_own": False,
        "most_groups": 5,
    }
    assert may_approve(**said, groups={f"N{n}" for n in range(groups)}).allowed is allowed

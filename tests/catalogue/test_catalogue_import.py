"""A workbook into a draft: dry run, all or nothing, what changed, what is gone; export and import
again.
"""

from decimal import Decimal

import pytest
from tests.catalogue.books import DC, HEADER, named, one_sheet, ward_book

from thenchot.catalogue.list_import.writing import write_catalogue
from thenchot.catalogue.models import Product
from thenchot.catalogue.queries.catalogue import standing
from thenchot.catalogue.services import cataloguing
from thenchot.catalogue.services.list_importing import import_catalogue
from thenchot.kernel.decision import Refused
from thenchot.platform.audit.models import Event
from thenchot.platform.files.services import store
from thenchot.platform.scope.actor import NotVisible
from thenchot.platform.scope.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(world):
    return world.actor(Role.OFFICER)


@pytest.fixture
def draft(world, officer):
    return cataloguing.begin_catalogue(
        officer, unit_id=world.ward.pk, name="Danh mục", unit_product="văn bản"
    )


@pytest.fixture
def take(officer, draft):
    def run(content, *, dry_run=False, actor=None):
        file = store(officer, named(content, "danh-muc.xlsx"), unit_path=draft.unit.path)
        return import_catalogue(actor or officer, catalogue_id=draft.pk, file=file, dry_run=dry_run)

    return run


def exported(draft) -> bytes:
    draft.refresh_from_db()
    return write_catalogue(
        standing(draft), owner=draft.unit.name, name=draft.name, unit_points=draft.unit_points
    )


def counts(report):
    return report.created, report.updated, report.unchanged, report.dropped


class TestImport:
    def test_a_dry_run_writes_nothing(self, take, draft):
        report = take(ward_book(), dry_run=True)
        assert (counts(report), report.is_done) == ((6, 0, 0, 0), False)
        assert (
            standing(draft).count() == 0
            and not Event.objects.filter(name="catalogue_imported").exists()
        )

    def test_then_everything(self, take, draft):
        report = take(ward_book())
        draft.refresh_from_db()
        assert (
            report.is_done
            and draft.unit_points == Decimal(5)
            and draft.original.name == "danh-muc.xlsx"
        )
        assert list(standing(draft).values_list("code", "factor", "sheet")) == [
            ("QL.01", Decimal(4), "Quản lý"),
            ("QL.02", Decimal("1.5"), "Quản lý"),
            ("QL.03", Decimal(12), "Quản lý"),
            ("DC.01", Decimal(1), "Dùng chung"),
            ("DC.02", Decimal(2), "Dùng chung"),
            ("VP.01", Decimal("0.6"), "Văn phòng"),
        ]
        facts = Event.objects.get(name="catalogue_imported").facts
        assert (facts["created"], facts["updated"], facts["dropped"]) == (6, 0, 0)

    def test_one_mistake_and_nothing_is_written(self, take, draft):
        rows = [[*DC[0]], [*DC[1][:8], 7, None]]
        report = take(one_sheet(HEADER, rows))
        assert len(report.problems) == 1 and not report.is_done
        assert Product.objects.filter(catalogue=draft).count() == 0

    def test_again_changes_nothing(self, take, draft):
        take(ward_book())
        before = list(standing(draft).values())
        report = take(ward_book())
        assert counts(report) == (0, 0, 6, 0) and not report.differs
        assert list(standing(draft).values()) == before

    def test_changed_new_and_missing_lines(self, take, draft):
        take(ward_book())
        changed = [
            [1, "dc.01", "Văn bản", "Soạn văn bản đơn giản", "Văn bản", "N1", "1-10", 5, 1, None],
            [2, "DC.09", None, "Việc mới", None, None, None, 10, 2, None],
        ]
        report = take(ward_book(dc=changed))
        assert counts(report) == (1, 1, 4, 1)
        assert {(c.column, c.before, c.after) for c in report.changes} == {
            ("Mã CV", "DC.01", "dc.01"),
            ("Công việc chi tiết", "Soạn văn bản hành chính đơn giản", "Soạn văn bản đơn giản"),
        }
        assert [p.code for p in standing(draft)] == [
            "QL.01",
            "QL.02",
            "QL.03",
            "dc.01",
            "DC.09",
            "VP.01",
        ]
        assert Product.objects.get(catalogue=draft, code="DC.02").is_dropped

    def test_a_line_that_comes_back_after_it_was_gone(self, take, draft):
        take(ward_book())
        take(ward_book(dc=DC[:1]))
        assert counts(take(ward_book())) == (1, 0, 5, 0)
        assert standing(draft).count() == 6 and Product.objects.filter(catalogue=draft).count() == 7

    def test_what_is_exported_comes_back_without_difference(self, take, draft):
        take(ward_book())
        report = take(exported(draft), dry_run=True)
        assert (counts(report), report.problems, report.changes) == ((0, 0, 6, 0), [], [])

    def test_the_next_version_is_drawn_by_excel(self, world, officer, take, draft):
        take(ward_book())
        cataloguing.submit_catalogue(officer, catalogue_id=draft.pk)
        held = cataloguing.approve_catalogue(
            world.actor(Role.LEADER),
            catalogue_id=draft.pk,
            basis="QĐ 1",
            valid_from=draft.unit.valid_from.replace(year=2026),
        )
        second = cataloguing.revise_catalogue(officer, catalogue_id=held.pk)
        file = store(officer, named(exported(held), "b.xlsx"), unit_path=held.unit.path)
        assert counts(
            import_catalogue(officer, catalogue_id=second.pk, file=file, dry_run=True)
        ) == (0, 0, 6, 0)
        with pytest.raises(Refused):
            import_catalogue(officer, catalogue_id=held.pk, file=file, dry_run=True)

    def test_found_by_the_search_afterwards(self, take, draft):
        from thenchot.catalogue.queries.catalogue import search_products

        take(ward_book())
        assert [p.code for p in search_products(draft, "bao cao thang")] == ["DC.02"]

    @pytest.mark.parametrize(
        ("role", "error"),
        [(Role.LEADER, Refused), (Role.STAFF, NotVisible), (Role.HEAD, NotVisible)],
    )
    def test_only_who_draws_it_up(self, world, take, role, error):
        with pytest.raises(error):
            take(ward_book(), dry_run=True, actor=world.actor(role))


def test_a_large_catalogue_costs_a_constant_number_of_queries(take, draft):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def cost(count):
        rows = [
            [at, f"A.{at:03d}", "Nhóm việc", f"Việc {at}", "Văn bản", "N1", None, 5, 1, None]
            for at in range(count)
        ]
        with CaptureQueriesContext(connection) as queries:
            assert take(one_sheet(HEADER, rows), dry_run=True).is_clean
        return len(queries)

    cost(1)
    assert cost(1) == cost(350) <= 16

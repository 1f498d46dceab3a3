"""A factor that changes within the month, and a product given by a template and by a list: the head
is told, nothing moves by itself.
"""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.worlds import signed_in

from thenchot.catalogue.models import Catalogue, Product
from thenchot.kernel.decision import Refused
from thenchot.kernel.periods import Month
from thenchot.platform.audit.models import Event
from thenchot.platform.clock import today
from thenchot.scoring.queries.months import unit_month
from thenchot.scoring.rules.duplicates import GivenLine, duplicates
from thenchot.scoring.services import reconversion
from thenchot.worklog.models import Work

OCTOBER = Month(2026, 10)


def line(code, source, amount=1, name="Văn bản"):
    return GivenLine(code, name, source, Decimal(amount))


class TestDoublesByRule:
    @pytest.mark.parametrize(
        ("lines", "found"),
        [
            (
                [line("VB", "template", 5), line("VB", "documents"), line("VB", "documents")],
                [("VB", 2)],
            ),
            ([line("VB", "template", 5), line("BC", "documents")], []),
            ([line("VB", "template", 5), line("VB", "own")], []),
            ([line("VB", "documents"), line("VB", "one_stop")], []),
            ([line("VB", "template", 0), line("VB", "documents")], []),
            ([line("", "template"), line("", "documents")], []),
        ],
    )
    def test_only_a_template_beside_a_list(self, lines, found):
        assert [
            (one.code, one.listed) for one in duplicates(lines, {"documents", "one_stop"})
        ] == found


@pytest.mark.django_db
class TestDoublesOnThePages:
    def test_both_lines_are_named_and_nothing_is_taken_away(self, office):
        office.assign("an", "vb", 20)
        assessment, vb = office.assessment("an"), office.products["vb"]
        Work.objects.create(
            assessment=assessment,
            source="documents",
            source_id="12/CV",
            product=vb,
            code="VB",
            name="Trả lời cử tri",
            factor=1,
            assigned=1,
        )
        (row,) = [
            row
            for row in unit_month(office.actor("head"), office.unit.pk, OCTOBER, today()).rows
            if row.assessment == assessment
        ]
        assert row.exceptions.duplicated == 1 and row.assigned == 21
        head = signed_in(office.accounts["head"])
        assert (
            "1 sản phẩm giao hai nơi"
            in head.get(
                reverse("unit_month", args=[office.unit.pk]) + "?period=month-2026-10"
            ).content.decode()
        )
        text = head.get(reverse("assessment_detail", args=[assessment.pk])).content.decode()
        assert (
            "Theo mẫu: Sản phẩm vb (20)" in text
            and "Trả lời cử tri" in text.split('id="duplicates"')[1]
        )

    def test_given_back_by_the_person_it_is_no_double_any_more(self, office):
        given = office.assign("an", "vb", 20)
        Work.objects.create(
            assessment=given.assessment,
            source="documents",
            source_id="12/CV",
            product=given.product,
            code="VB",
            name="x",
            factor=1,
            assigned=1,
        )
        Work.objects.filter(pk=given.pk).update(returned=20)
        assert not any(
            row.exceptions.duplicated
            for row in unit_month(office.actor("head"), office.unit.pk, OCTOBER, today()).rows
        )


@pytest.fixture
def changed(office):
    """From 15 October a new version: VB 1 -> 2, BC stays at 1.5; An has VB in two lines, one of
    them begun, and BC.
    """
    office.assign("an", "vb", 3)
    office.assign("an", "vb", 2, done=1)
    office.assign("an", "bc", 1)
    office.assign("binh", "vb", 1)
    old = Catalogue.objects.get()
    Catalogue.objects.filter(pk=old.pk).update(state="replaced", valid_to=date(2026, 10, 14))
    new = Catalogue.objects.create(
        unit=old.unit,
        name=old.name,
        version=2,
        previous=old,
        state="approved",
        valid_from=date(2026, 10, 15),
    )
    for one in old.products.all():
        factor = Decimal(2) if one.code == "VB" else one.factor
        Product.objects.create(
            catalogue=new,
            position=one.position,
            code=one.code,
            name=one.name,
            folded=one.folded,
            factor=factor,
        )
    return office


def factors(office, name):
    return sorted(
        Work.objects.filter(assessment=office.assessment(name)).values_list(
            "code", "done", "factor"
        )
    )


@pytest.mark.django_db
class TestFactors:
    def renew(self, office, who="head", reason="Danh mục mới theo QĐ 9"):
        return reconversion.reconvert(
            office.actor(who), unit_id=office.unit.pk, period=OCTOBER, reason=reason
        )

    def month(self, office, on=None):
        return unit_month(office.actor("head"), office.unit.pk, OCTOBER, on or today())

    def test_lines_given_before_keep_theirs_and_the_head_is_told(self, changed):
        month = self.month(changed)
        assert (month.changed_products, len(month.changes), month.may_follow) == (1, 3, 2)
        assert {
            (one.work.code, one.work.factor, one.product.factor, one.since) for one in month.changes
        } == {("VB", 1, 2, date(2026, 10, 15))}
        text = (
            signed_in(changed.accounts["head"])
            .get(reverse("unit_month", args=[changed.unit.pk]) + "?period=month-2026-10")
            .content.decode()
        )
        assert "Hệ số của 1 sản phẩm đã đổi từ ngày 15/10/2026" in text

    def test_nothing_before_that_day(self, changed):
        assert self.month(changed, date(2026, 10, 14)).changes == []

    def test_given_anew_with_a_reason_only_what_nobody_began(self, changed):
        assert self.renew(changed) == 2
        assert factors(changed, "an") == [
            ("BC", 0, Decimal("1.5")),
            ("VB", 0, 2),
            ("VB", 1, 1),
        ] and factors(changed, "binh") == [("VB", 0, 2)]
        assert Event.objects.get(name="factors_renewed").facts["reason"] == "Danh mục mới theo QĐ 9"
        assert {
            event.facts["lines"] for event in Event.objects.filter(name="sheet_factors_renewed")
        } == {1}
        assert Work.objects.filter(factor=2, product__catalogue__version=2).count() == 2

    @pytest.mark.parametrize(
        ("who", "reason", "rule"), [("head", " ", "factor.reason"), ("an", "x", None)]
    )
    def test_not_without_a_reason_nor_by_the_person(self, changed, who, reason, rule):
        with pytest.raises(Refused) as refused:
            self.renew(changed, who, reason)
        assert rule is None or refused.value.decision.reasons[0].rule == rule
        assert not Work.objects.filter(factor=2).exists()

    def test_twice_there_is_nothing_left(self, changed):
        self.renew(changed)
        with pytest.raises(Refused) as refused:
            self.renew(changed)
        assert refused.value.decision.reasons[0].rule == "factor.nothing"

    def test_a_closed_sheet_keeps_its_factor(self, changed):
        changed.confirm("binh")
        changed.close("binh")
        assert self.renew(changed) == 1 and factors(changed, "binh") == [("VB", 0, 1)]

    def test_two_versions_after_each_other_lead_to_the_last(self, changed):
        second = Catalogue.objects.get(version=2)
        third = Catalogue.objects.create(
            unit=second.unit,
            name=second.name,
            version=3,
            previous=second,
            state="approved",
            valid_from=date(2026, 10, 20),
        )
        Product.objects.create(
            catalogue=third,
            position=1,
            code="VB",
            name="Sản phẩm vb",
            folded="san pham vb",
            factor=3,
        )
        assert {one.product.factor for one in self.month(changed).changes} == {3}

    def test_the_page_shows_old_and_new_and_does_it(self, changed):
        head, address = (
            signed_in(changed.accounts["head"]),
            reverse("unit_month_factors", args=[changed.unit.pk]) + "?period=month-2026-10",
        )
        text = head.get(address).content.decode()
        assert "Giao lại 2 dòng theo hệ số mới" in text and "giữ, đã làm" in text
        assert head.post(address, {"reason": "QĐ 9"}).status_code == 302
        assert Work.objects.filter(factor=2).count() == 2

    def test_costs_one_query_where_nothing_changed(self, office):
        office.assign("an", "vb", 3)
        self.month(office)
        with CaptureQueriesContext(connection) as before:
            self.month(office)
        assert (
            sum(
                '"catalogue_catalogue"' in one["sql"] and '"previous_id" IS NOT NULL' in one["sql"]
                for one in before
            )
            == 1
        )

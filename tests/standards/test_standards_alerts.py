"""What the room asks to be looked at: found once, told to the right people, gone by itself."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.standards.conftest import make_set
from tests.worlds import staff

from thenchot.organisation.models import JobPosition, PositionScheme
from thenchot.people.models import Qualification
from thenchot.platform.alerts.models import Alert, Notice
from thenchot.platform.alerts.services import run
from thenchot.platform.clock import now, today
from thenchot.platform.scope.roles import Role
from thenchot.standards import alerts
from thenchot.standards.models import Exemption, Requirement
from thenchot.standards.services.counting import count_all

pytestmark = pytest.mark.django_db


def of(rule):
    return Alert.objects.filter(rule=rule).exclude(state="resolved")


class TestBelowTheStandard:
    def test_one_alert_a_person_naming_what_is_missing(self, law, head):
        law.give(head, "degree", "bachelor")
        count_all()
        run(today())
        alert = of("standard_missing").get(subject_id=str(head.pk))
        assert (
            alert.message
            == f"{head.full_name}: còn thiếu 2 tiêu chuẩn: Yêu cầu theory; Yêu cầu english"
        )
        assert alert.basis == "S0-147; Điều 2, Quy định số 1"
        assert alert.next_step == "Bổ sung minh chứng vào hồ sơ, hoặc đăng ký đào tạo, bồi dưỡng."
        assert (alert.url, alert.since) == (f"/people/{head.pk}/standards/", today())
        assert of("standard_missing").count() == 7

    def test_who_is_in_training_or_exempt_is_no_alert(self, law, head):
        law.give(head, "degree", "bachelor")
        law.give(head, "language", "level2")
        law.give(head, "theory", "middle", is_studying=True)
        count_all()
        assert str(head.pk) not in {
            finding.subject_id for finding in alerts.below_standard(today())
        }

    def test_ends_when_the_gap_is_closed(self, law, head):
        count_all()
        run(today())
        for kind, level in (("degree", "bachelor"), ("theory", "middle"), ("language", "level2")):
            law.give(head, kind, level)
        count_all()
        run(today())
        assert not of("standard_missing").filter(subject_id=str(head.pk)).exists()

    def test_a_second_run_changes_nothing(self, law):
        count_all()
        run(today())
        before = list(Alert.objects.order_by("pk").values()), Notice.objects.count()
        total = run(today()).total
        assert (total.opened, total.raised, total.resolved, total.noticed) == (0, 0, 0, 0)
        assert (list(Alert.objects.order_by("pk").values()), Notice.objects.count()) == before

    def test_tells_the_head_of_the_unit_and_the_personnel_desk(self, law, world, head):
        told = [world.account(Role.OFFICER), world.account(Role.HEAD, world.units["ubnd"])]
        other = world.account(Role.HEAD, world.units["mặt trận"])
        count_all()
        run(today())
        notices = Notice.objects.filter(
            alert__rule="standard_missing", alert__subject_id=str(head.pk)
        )
        assert set(notices.values_list("account_id", flat=True)) == {account.pk for account in told}
        assert not notices.filter(account=other).exists()

    def test_a_long_list_is_cut_and_says_so(self, law, head):
        make_set(
            law.world.ward,
            [{"code": f"m{n}", "kind": "party", "name": f"Mục {n}"} for n in range(6)],
            code="hai",
        )
        count_all()
        message = next(
            f.message for f in alerts.below_standard(today()) if f.subject_id == str(head.pk)
        )
        assert message.endswith("; …") and "còn thiếu 9 tiêu chuẩn" in message

    def test_costs_the_same_with_many_people(self, law, world):
        def cost():
            with CaptureQueriesContext(connection) as queries:
                list(alerts.below_standard(today()))
            return len(queries)

        count_all()
        few = cost()
        staff(world, world.units["ubnd"], [f"Lê Văn {chr(97 + n % 26)}{n}" for n in range(40)])
        count_all()
        assert cost() == few == 2


class TestCertificates:
    @pytest.mark.parametrize(("days", "found"), [(-1, False), (0, True), (90, True), (91, False)])
    def test_within_the_days_of_the_policy(self, law, head, days, found):
        law.give(
            head,
            "language",
            "level2",
            name="Tiếng Anh B1",
            expires_on=today() + timedelta(days=days),
        )
        assert bool(list(alerts.expiring(today()))) == found

    def test_says_whose_what_and_when(self, law, head):
        paper = law.give(head, "it", "basic", expires_on=today() + timedelta(days=10))
        finding = next(alerts.expiring(today()))
        assert (
            finding.message == f"{head.full_name}: Tin học hết hạn ngày {paper.expires_on:%d/%m/%Y}"
        )
        assert finding.since == today() - timedelta(days=80)

    def test_a_replaced_certificate_or_one_of_somebody_who_left_is_none(self, law, head, world):
        law.give(head, "it", "basic", expires_on=today())
        Qualification.objects.update(replaced_at="2026-01-01T00:00:00Z")
        law.give(world.people["mặt trận"], "it", "basic", expires_on=today())
        law.post(world.people["mặt trận"], valid_to=today() - timedelta(days=1))
        assert list(alerts.expiring(today())) == []


class TestExemptions:
    @pytest.mark.parametrize(("days", "found"), [(1, False), (0, True), (-5, True)])
    def test_are_looked_at_again_on_their_day(self, law, head, days, found):
        theory = Requirement.objects.get(code="theory")
        Exemption.objects.create(
            person=head,
            requirement=theory,
            basis="TB",
            valid_from=today() - timedelta(days=90),
            review_on=today() + timedelta(days=days),
            decided_at=now(),
        )
        messages = [finding.message for finding in alerts.to_review(today())]
        assert messages == (
            [f"{head.full_name}: đến ngày xem lại việc miễn “Yêu cầu theory”"] if found else []
        )

    def test_an_ended_one_is_not(self, law, head):
        theory, before = Requirement.objects.get(code="theory"), today() - timedelta(days=1)
        Exemption.objects.create(
            person=head,
            requirement=theory,
            basis="TB",
            valid_from=before,
            valid_to=before,
            review_on=before,
            decided_at=now(),
        )
        assert list(alerts.to_review(today())) == []


class TestWithoutStandard:
    def test_a_title_held_that_nothing_is_asked_of(self, world, title):
        post = title("la")
        make_set(world.ward, [{"code": "x", "kind": "party", "addressees": {"titles": ["khac"]}}])
        world.people["ubnd"].appointments.update(title_ref=post)
        world.people["mặt trận"].appointments.update(title_ref=post)
        count_all()
        found = list(alerts.without_standard(today()))
        assert [(f.subject_id, f.detail, f.message) for f in found] == [
            (str(post.pk), world.ward.path, "Chức danh Chức danh la chưa có tiêu chuẩn")
        ]

    def test_a_title_with_a_standard_is_none(self, law, head, title):
        law.post(head, title_ref=title("co"))
        count_all()
        assert list(alerts.without_standard(today())) == []

    def test_an_approved_position_that_nothing_is_asked_of(self, world):
        make_set(
            world.ward, [{"code": "x", "kind": "party", "addressees": {"groups": ["leadership"]}}]
        )
        approved = {"state": "approved", "decision": "QĐ 1", "valid_from": today()}
        scheme = PositionScheme.objects.create(unit=world.units["ubnd"], name="Đề án", **approved)
        drafted = PositionScheme.objects.create(unit=world.units["mặt trận"], name="Dự thảo")
        for at, (owner, group) in enumerate(
            ((scheme, "leadership"), (scheme, "support"), (drafted, "support"))
        ):
            JobPosition.objects.create(
                scheme=owner, unit=owner.unit, code=f"V{at}", name="Vị trí", group=group
            )
        assert [f.message for f in alerts.without_standard(today())] == [
            "Vị trí V1 Vị trí chưa có tiêu chuẩn"
        ]

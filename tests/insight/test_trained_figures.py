"""Training coverage as an indicator: a missing standard becomes a class, the certificate is
verified, and the targets tied to coverage and to the standard move.
"""

import pytest
from tests.town import given_programme
from tests.training.conftest import training, world  # noqa: F401

from thenchot.insight import registry
from thenchot.insight.counting import count_place, named
from thenchot.insight.rules import spoken_of
from thenchot.insight.services import record_figures, tie
from thenchot.platform.clock import today
from thenchot.programmes.measures import measured
from thenchot.programmes.models import Target
from thenchot.standards.services.counting import count_all
from thenchot.training.queries.coverage import coverage_of
from thenchot.training.services import enrolling

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
HEADS = 7


def share(training, code):  # noqa: F811
    found = count_place(training.world.ward, [registry.get(code)], today())[0]
    return found.part, found.whole


def learn(training, topic, unit="mặt trận"):  # noqa: F811
    """Proposed, sent, finished with a certificate; not verified yet."""
    held_in = training.open(topic)
    return training.record(training.send(training.enrol(held_in, unit)))


def tied(training, code) -> Target:  # noqa: F811
    programme = given_programme(training.world, training.world.ward, "Đông Kinh")
    target = programme.targets.filter(indicator="").first()
    tie(training.officer, target_id=target.pk, indicator=code)
    target.refresh_from_db()
    return target


def test_a_verified_certificate_moves_the_target_and_nothing_before_it(training):  # noqa: F811
    target = tied(training, "trained_service")
    record_figures()
    assert measured([target])[target.pk].numerator == 0
    done = learn(training, "reception")
    record_figures()
    assert measured([target])[target.pk].numerator == 0
    enrolling.verify_result(training.leader, enrolment_id=done.pk)
    record_figures()
    found = measured([target])[target.pk]
    assert (found.numerator, found.denominator) == (1, HEADS)
    assert round(found.value, 1) == 14.3


def test_a_gap_closed_by_a_course_moves_the_target_of_standards(training):  # noqa: F811
    target = tied(training, "standards_everybody")
    record_figures()
    assert measured([target])[target.pk].numerator == 0
    done = learn(training, "theory")
    enrolling.verify_result(training.leader, enrolment_id=done.pk)
    count_all()
    record_figures()
    assert measured([target])[target.pk].numerator == 1


def test_the_indicator_and_the_list_of_training_say_the_same(training):  # noqa: F811
    done = learn(training, "reception")
    enrolling.verify_result(training.leader, enrolment_id=done.pk)
    listed = {one.topic.code: one.figure for one in coverage_of(training.world.ward, today().year)}
    figure = listed["reception"]
    assert share(training, "trained_service") == (figure.trained, figure.population)


def test_names_behind_the_share(training):  # noqa: F811
    done = learn(training, "reception")
    enrolling.verify_result(training.leader, enrolment_id=done.pk)
    rows = named(training.officer, training.world.ward, registry.get("trained_service"), today())
    assert [person for person, fulfils, _ in rows if fulfils] == [done.person_id]
    assert len(rows) == HEADS


def test_a_group_for_nobody_has_no_value(training):  # noqa: F811
    found = count_place(training.world.ward, [registry.get("trained_party")], today())[0]
    assert (found.whole, found.value) == (0, None)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("100% cán bộ được bồi dưỡng kỹ năng số", "trained_digital"),
        ("Tập huấn kỹ năng tiếp dân cho 100% công chức", "trained_service"),
        (
            "100% cán bộ quản lý, lãnh đạo được bồi dưỡng kỹ năng lãnh đạo, quản trị hiện đại",
            "trained_leadership",
        ),
        (
            "100% cán bộ, công chức được đào tạo, tập huấn nghiệp vụ theo ngành, lĩnh vực",
            "trained_field",
        ),
        ("90% cán bộ được đào tạo, bồi dưỡng", "trained"),
        ("Cán bộ đạt chuẩn sau bồi dưỡng", "standards_everybody"),
    ],
)
def test_the_words_of_a_target_point_to_coverage(text, code):
    assert spoken_of(text) == code

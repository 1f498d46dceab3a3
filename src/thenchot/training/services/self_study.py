"""A person records what was learnt alone; another confirms it, or sends it back."""

from datetime import date
from typing import Any

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import now, today
from thenchot.platform.files.services import store
from thenchot.platform.scope.actor import NotVisible, require, require_somewhere
from thenchot.training.access import LEARN, SEE_NAMES, VERIFY
from thenchot.training.enums import SelfStudyState as State
from thenchot.training.models import SelfStudy, Topic
from thenchot.training.queries.self_study import own_person
from thenchot.training.rules import learning as rules

SCANS = {"pdf", "jpg", "png"}


@transaction.atomic
def record_self_study(
    actor,
    *,
    name: str,
    hours: int,
    finished_on: date,
    link: str = "",
    topic_id: int | None = None,
    proof=None,
) -> SelfStudy:
    """By the person who learnt."""
    require_somewhere(actor, LEARN)
    person = own_person(actor)
    if person is None:
        refuse("training.no_person", "Tài khoản chưa gắn với hồ sơ cán bộ; nhờ quản trị gắn hồ sơ.")
    seats = person.appointments.in_force(today()).filter(is_primary=True)
    seat = seats.select_related("unit").first()
    if seat is None:
        refuse("training.no_seat", "Người này hiện không giữ vị trí nào.")
    _learnt(finished_on)
    topics = Topic.objects.serving(seat.unit)
    if topic_id and not topics.filter(pk=topic_id).exists():
        raise NotVisible
    made = SelfStudy.objects.create(
        person=person,
        unit=seat.unit,
        topic_id=topic_id,
        name=tidy(nfc(name)),
        link=link,
        hours=hours,
        finished_on=finished_on,
        proof=_kept(actor, seat.unit, proof),
    )
    record(actor, "training_self_study_recorded", **_told(made))
    return made


@transaction.atomic
def change_self_study(
    actor,
    *,
    self_study_id: int,
    name: str,
    hours: int,
    finished_on: date,
    link: str = "",
    topic_id: int | None = None,
    proof=None,
) -> SelfStudy:
    """By the person, until it is confirmed; what was sent back waits again."""
    found = _lock(actor, self_study_id)
    if not is_own(actor, found):
        refuse("training.not_own", "Chỉ người học sửa nội dung tự học của mình.")
    rules.may_change(found.state).or_refuse()
    _learnt(finished_on)
    if topic_id and not Topic.objects.serving(found.unit).filter(pk=topic_id).exists():
        raise NotVisible
    found.name, found.link, found.hours = tidy(nfc(name)), link, hours
    found.finished_on, found.topic_id = finished_on, topic_id
    found.proof = _kept(actor, found.unit, proof) or found.proof
    found.state, found.reason = State.RECORDED, ""
    found.save()
    record(actor, "training_self_study_changed", **_told(found))
    return found


@transaction.atomic
def confirm_self_study(actor, *, self_study_id: int) -> SelfStudy:
    found = _confirmable(actor, self_study_id)
    found.state, found.confirmed_by_id, found.confirmed_at = (
        State.CONFIRMED,
        actor.account_id,
        now(),
    )
    found.save()
    record(actor, "training_self_study_confirmed", **_told(found))
    return found


@transaction.atomic
def return_self_study(actor, *, self_study_id: int, reason: str) -> SelfStudy:
    found = _confirmable(actor, self_study_id)
    if not reason.strip():
        refuse("training.reason", "Ghi điều cần sửa.")
    found.state, found.reason = State.RETURNED, tidy(nfc(reason))
    found.save()
    record(actor, "training_self_study_returned", **_told(found))
    return found


def is_own(actor, found: SelfStudy) -> bool:
    return actor.account_id is not None and found.person.account_id == actor.account_id


def _learnt(finished_on: date) -> None:
    if finished_on > today():
        refuse("training.finished_on", "Ngày học xong không sau hôm nay.")


def _kept(actor, unit, proof):
    return store(actor, proof, unit_path=unit.path, allowed=SCANS, max_mb=10) if proof else None


def _confirmable(actor, self_study_id: int) -> SelfStudy:
    found = _lock(actor, self_study_id)
    require(actor, VERIFY, found.unit.path)
    rules.may_confirm(found.state, found.person.account_id, actor.account_id).or_refuse()
    return found


def _lock(actor, self_study_id: int) -> SelfStudy:
    rows = SelfStudy.objects.select_for_update(of=("self",)).select_related("person", "unit")
    seen = SelfStudy.objects.visible_to(actor, SEE_NAMES).values("pk")
    found = rows.filter(pk=self_study_id, pk__in=seen).first()
    if found is None:
        raise NotVisible
    return found


def _told(found: SelfStudy) -> dict[str, Any]:
    return {
        "subject": found,
        "unit_path": found.unit.path,
        "person": found.person_id,
        "hours": found.hours,
    }

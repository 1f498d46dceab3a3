"""Things in the state that a form asks for, so that it opens to whoever may use it: tasks that are
worked on, submitted, waiting for a document or a date; a position in force, a seat held free; an
account that is closed, an alert that was seen. Everything through services.
"""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.worlds import World, account_with
from thenchot.organisation.models import Unit
from thenchot.organisation.services import schemes
from thenchot.people.staffing.seatings import hold_seat
from thenchot.platform.admission.services.closing import close_account
from thenchot.platform.admission.services.grants import add_grant
from thenchot.platform.alerts.models import Alert
from thenchot.platform.alerts.services import acknowledge
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import actor_for
from thenchot.platform.scope.roles import Role
from thenchot.programmes.models import Programme, Task
from thenchot.programmes.services import confirming, drafting, progressing, receiving

# It says no day for its first task, and carries out the programme above it.
PLAN = """\
ĐẢNG ỦY PHƯỜNG {upper}
*
Số 12-KH/ĐU
{name}, ngày {day:%d} tháng {day:%m} năm {day:%Y}

KẾ HOẠCH
thực hiện Chương trình hành động về xây dựng đội ngũ cán bộ {name}

I. MỤC ĐÍCH
Thực hiện đầy đủ Chương trình hành động.

II. NHIỆM VỤ
1. Rà soát hồ sơ cán bộ của phường {name}.
Cơ quan chủ trì: Ban Xây dựng Đảng Đảng ủy phường.
2. Công khai kết quả rà soát hồ sơ cán bộ.
Cơ quan chủ trì: Văn phòng Đảng ủy phường. Thời gian hoàn thành: trước ngày {by:%d/%m/%Y}.
"""


def tasks_by_state(world: World, home: Unit, programme: Programme, name: str) -> dict:
    """By the numbers of the programme of the ward, which say what each task is."""
    working, recurring, finished = (
        _accepted(world, programme, ref) for ref in ("1.7", "2.3", "1.5")
    )
    progressing.finish_task(
        _head_of(world, finished),
        task_id=finished.pk,
        done_on=today(),
        note="Đã trình",
        product_number="5-TTr/ĐU",
    )
    return {
        "working_task": working,
        "recurring_task": recurring,
        "submitted_task": finished,
        "waiting_task": programme.tasks.get(ref="1.3"),
        "undated_task": _below(world, home, programme, name).tasks.get(due_on=None),
    }


def _accepted(world, programme, ref) -> Task:
    task = programme.tasks.get(ref=ref)
    return receiving.accept_task(_head_of(world, task), task_id=task.pk)


def _head_of(world, task):
    return world.actor(Role.HEAD, task.assignments.get(part="lead").unit)


def _below(world, home, programme, name) -> Programme:
    """A plan of the ward that carries out its programme."""
    officer = world.actor(Role.OFFICER, home)
    days = {"day": today() - timedelta(days=30), "by": today() + timedelta(days=60)}
    text = PLAN.format(name=name, upper=name.upper(), **days)
    upload = SimpleUploadedFile("ke-hoach.txt", text.encode(), content_type="text/plain")
    draft = drafting.start_import(officer, home_id=home.pk, upload=upload)
    mapping, version = drafting.suggest_mapping(draft), draft.version_of("mapping")
    drafting.map_bodies(officer, draft_id=draft.pk, version=version, mapping=mapping)
    return confirming.confirm_import(officer, draft_id=draft.pk, superior_id=programme.pk)


def position_in_force(officer, unit: Unit):
    """Of an approved scheme, with nobody on it."""
    scheme = schemes.begin_scheme(officer, unit_id=unit.pk, name=f"Đề án của {unit.name}")
    described = {"code": "CM-02", "name": "Tuyên truyền", "group": "professional"}
    position = schemes.put_position(officer, scheme_id=scheme.pk, unit_id=unit.pk, **described)
    schemes.submit_scheme(officer, scheme_id=scheme.pk)
    schemes.approve_scheme(
        officer, scheme_id=scheme.pk, decision="QĐ 11", valid_from=unit.valid_from
    )
    position.refresh_from_db()
    return position


def seat_held(officer, seat):
    """Kept free for structure."""
    review_on = today() + timedelta(days=60)
    return hold_seat(officer, seat_id=seat.pk, held_for="cán bộ nữ", review_on=review_on)


def closed_account(world: World, home: Unit):
    account = account_with(Role.STAFF, home, name="Người đã nghỉ")
    return close_account(world.actor(Role.ADMIN, home), account_id=account.pk)


def proposal(world: World, home: Unit):
    """By an administrator who is none of the town's, so that those may be the second person."""
    chief = actor_for(account_with(Role.ADMIN, home, name="Quản trị cũ"))
    account = account_with(Role.STAFF, home, name="Người được đề nghị")
    asked = {"role": Role.OFFICER, "path": home.path, "starts_on": today()}
    return add_grant(chief, account_id=account.pk, **asked)


def alert_seen(world: World, home: Unit, alert: Alert) -> Alert:
    """Acknowledged by the officer."""
    return acknowledge(world.actor(Role.OFFICER, home), alert_id=alert.pk)

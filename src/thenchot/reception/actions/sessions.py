"""What can be done to a rota and to a session."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.platform.clock import today
from thenchot.platform.scope.actor import somewhere
from thenchot.platform.ui.actions import Action, Actions
from thenchot.reception.access import DECIDE, EDIT
from thenchot.reception.enums import SlotState
from thenchot.reception.forms import sessions as forms
from thenchot.reception.forms.visits import DirectionForm, WalkInForm
from thenchot.reception.queries.policy import publish_clock
from thenchot.reception.queries.sessions import get_rota, get_slot
from thenchot.reception.services import promises, visits
from thenchot.reception.services import sessions as services

STANDING = (SlotState.PLANNED, SlotState.PUBLISHED)


def page_of(slot) -> str:
    return reverse("citizen_slot", args=[slot.pk]) if slot else reverse("citizen_slot_list")


def page_of_visit(visit) -> str:
    return reverse("citizen_visit", args=[visit.pk])


def told_code(_thing, result) -> str:
    visit, code = result
    return _("Đã ghi lượt %(number)s. Mã theo dõi cho công dân: %(code)s") % {
        "number": visit,
        "code": code,
    }


def _in(permission: str, *states: str, came: bool = False, online: bool = False):
    """`came`: the day of the session is here."""

    def may(actor, slot):
        if slot.state not in states or (came and slot.on > today()):
            return False
        return (not online or slot.is_online) and actor.may(permission, slot.unit.path)

    return may


def next_month(_actor, _thing) -> dict:
    on = today()
    return {"month": on.month % 12 + 1, "year": on.year + (on.month == 12)}


ROTA = Actions(
    code="citizen_rota",
    get=get_rota,
    back=lambda rota: reverse("citizen_rota_list"),
    above=lambda rota: _("Lịch cố định"),
    actions=(
        Action(
            name="new",
            title=_("Thêm lịch cố định"),
            submit=_("Thêm"),
            form=forms.RotaForm,
            takes=("actor",),
            may=somewhere(EDIT),
            run=lambda actor, _none, data: services.add_rota(actor, **data),
            done=_("Đã thêm lịch cố định."),
            on_thing=False,
        ),
        Action(
            name="end",
            title=_("Thôi áp dụng"),
            may=lambda actor, rota: not rota.ended_on and actor.may(EDIT, rota.unit.path),
            run=lambda actor, rota, data: services.end_rota(actor, rota_id=rota.pk),
            done=_("Lịch cố định đã thôi áp dụng."),
            ask=_("Các buổi đã lập vẫn giữ. Thôi áp dụng từ hôm nay?"),
            tone="quiet",
        ),
    ),
)
SLOT = Actions(
    code="citizen_slot",
    get=get_slot,
    back=page_of,
    above=lambda slot: slot or _("Lịch tiếp công dân"),
    actions=(
        Action(
            name="draw",
            title=_("Lập lịch tháng từ lịch cố định"),
            submit=_("Lập"),
            form=forms.MonthForm,
            takes=("actor",),
            initial=next_month,
            may=somewhere(EDIT),
            run=lambda actor, _none, data: services.draw_month(actor, **data),
            done=lambda _none, made: _("Đã lập %s buổi tiếp.") % len(made),
            on_thing=False,
        ),
        Action(
            name="new",
            title=_("Thêm buổi tiếp"),
            submit=_("Thêm"),
            form=forms.SlotForm,
            takes=("actor",),
            may=somewhere(EDIT),
            run=lambda actor, _none, data: services.add_slot(actor, **data),
            done=_("Đã thêm buổi tiếp."),
            to=lambda _none, slot: page_of(slot),
            on_thing=False,
        ),
        Action(
            name="publish",
            title=_("Công bố"),
            heading=lambda slot: slot or _("Công bố lịch"),
            form=forms.LateForm,
            note=lambda slot: publish_clock(slot).arithmetic if slot else "",
            may=_in(EDIT, SlotState.PLANNED),
            run=lambda actor, slot, data: services.publish_slot(actor, slot_id=slot.pk, **data),
            done=_("Đã công bố trên trang công khai."),
            tone="go",
            together=True,
        ),
        Action(
            name="walk_in",
            title=_("Tiếp người đến trực tiếp"),
            heading=lambda slot: slot,
            submit=_("Ghi vào sổ"),
            form=WalkInForm,
            takes=("actor",),
            initial=lambda actor, slot: {"unit": slot.unit_id},
            may=_in(EDIT, *STANDING, SlotState.HELD, came=True),
            run=lambda actor, slot, data: visits.walk_in(actor, slot_id=slot.pk, **data),
            done=told_code,
            tone=lambda slot: "go" if slot.on == today() else "",
        ),
        Action(
            name="hold",
            title=_("Ghi người đã tiếp"),
            heading=lambda slot: slot,
            submit=_("Ghi"),
            form=forms.HoldForm,
            takes=("actor",),
            initial=lambda actor, slot: {"held_by": slot.leader_id},
            may=_in(EDIT, *STANDING, came=True),
            run=lambda actor, slot, data: services.hold_slot(actor, slot_id=slot.pk, **data),
            done=_("Đã ghi buổi tiếp."),
        ),
        Action(
            name="online",
            title=_("Báo trước, chạy thử"),
            heading=lambda slot: slot,
            submit=_("Ghi"),
            form=forms.OnlineForm,
            initial=lambda actor, slot: {
                "notified_on": slot.notified_on,
                "tested_on": slot.tested_on,
            },
            may=_in(EDIT, *STANDING, online=True),
            run=lambda actor, slot, data: services.note_online(actor, slot_id=slot.pk, **data),
            done=_("Đã ghi."),
        ),
        Action(
            name="move",
            title=_("Dời ngày"),
            heading=lambda slot: slot,
            form=forms.MoveForm,
            note=_("Ngày mới và lý do hiện ngay trên trang công khai; lượt đăng ký đi theo."),
            may=_in(DECIDE, *STANDING),
            run=lambda actor, slot, data: services.move_slot(actor, slot_id=slot.pk, **data),
            done=_("Đã dời ngày."),
            to=lambda _slot, made: page_of(made),
        ),
        Action(
            name="cancel",
            title=_("Hủy buổi"),
            heading=lambda slot: slot,
            form=forms.ReasonForm,
            may=_in(DECIDE, *STANDING),
            run=lambda actor, slot, data: services.cancel_slot(actor, slot_id=slot.pk, **data),
            done=_("Đã hủy buổi tiếp."),
            tone="quiet",
        ),
        Action(
            name="miss",
            title=_("Ghi bỏ buổi"),
            heading=lambda slot: slot,
            form=forms.ReasonForm,
            may=_in(EDIT, *STANDING, came=True),
            run=lambda actor, slot, data: services.miss_slot(actor, slot_id=slot.pk, **data),
            done=_("Đã ghi bỏ buổi, có lý do."),
            tone="quiet",
        ),
        Action(
            name="conclude",
            title=_("Kết luận"),
            heading=lambda slot: slot,
            submit=_("Ghi kết luận"),
            form=forms.ConclusionForm,
            initial=lambda actor, slot: {
                "conclusion_no": slot.conclusion_no,
                "conclusion": slot.conclusion,
            },
            may=_in(DECIDE, SlotState.HELD),
            run=lambda actor, slot, data: services.conclude_slot(actor, slot_id=slot.pk, **data),
            done=_("Đã ghi kết luận."),
            tone=lambda slot: "" if slot.concluded_on else "go",
        ),
        Action(
            name="promise",
            title=_("Giao việc"),
            heading=lambda slot: slot,
            submit=_("Giao"),
            form=DirectionForm,
            takes=("actor", "slot"),
            may=_in(DECIDE, SlotState.HELD),
            run=lambda actor, slot, data: promises.promise_in_session(
                actor, slot_id=slot.pk, **data
            ),
            done=_("Đã giao việc, công dân theo dõi được bằng mã."),
        ),
    ),
)

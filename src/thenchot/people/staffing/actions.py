"""What can be done to seats, committees, terms, appointments and approved numbers."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.access import KEEP_POSTS
from thenchot.organisation.enums import SeatState
from thenchot.organisation.queries import get_unit, homes_over
from thenchot.organisation.queries.committees import get_committee, get_seat, get_term
from thenchot.organisation.queries.schemes import get_position
from thenchot.organisation.rules.committees import may_release
from thenchot.organisation.services import committees, quotas
from thenchot.people.access import EDIT
from thenchot.people.services import end_appointment
from thenchot.people.services import get_seat as get_appointment
from thenchot.people.staffing import forms, linking, seatings
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import over, somewhere
from thenchot.platform.ui.actions import Action, Actions

WRITE, CHANGED = _("Ghi"), _("Đã ghi thay đổi.")

# Appointments and positions


def _is_open(actor, appointment):
    """A seat that has ended is history."""
    if appointment.valid_to:
        return False
    return actor.may(EDIT, appointment.unit.path)


def _of_appointment(title):
    return lambda one: f"{title}: {one.title}, {one.unit}"


APPOINTMENT = Actions(
    code="appointment",
    get=get_appointment,
    back=lambda one: reverse("person_detail", args=[one.person_id]),
    above=lambda one: one.person.full_name,
    actions=(
        Action(
            name="position",
            title=_("Vị trí việc làm"),
            heading=_of_appointment(_("Vị trí việc làm")),
            submit=WRITE,
            tone="quiet",
            form=forms.PositionOfForm,
            takes=("appointment",),
            initial=lambda actor, one: {"position": one.position_id},
            may=_is_open,
            run=lambda actor, one, data: linking.link_position(
                actor, appointment_id=one.pk, **data
            ),
            done=_("Đã ghi vị trí việc làm."),
        ),
        Action(
            name="end",
            title=_("Kết thúc"),
            heading=_of_appointment(_("Kết thúc vị trí")),
            form=forms.EndForm,
            may=_is_open,
            run=lambda actor, one, data: end_appointment(actor, appointment_id=one.pk, **data),
            done=_("Vị trí đã kết thúc."),
        ),
    ),
)


def _may_fill_position(actor, position):
    if position.scheme.state != "approved":
        return False
    return actor.may(EDIT, position.path)


POSITION = Actions(
    code="position",
    get=get_position,
    back=lambda position: reverse("position_detail", args=[position.pk]),
    above=lambda position: position.name,
    actions=(
        Action(
            name="fill",
            title=_("Gắn người"),
            heading=lambda position: _("Gắn người với vị trí việc làm"),
            submit=_("Gắn"),
            form=forms.FillForm,
            takes=("position",),
            may=_may_fill_position,
            run=lambda actor, position, data: linking.link_position(
                actor, position_id=position.pk, **data
            ),
            done=_("Đã gắn người với vị trí việc làm."),
        ),
    ),
)

# Terms and committees


def _all_committees(_thing):
    return reverse("committee_list")


def page_of_committee(committee) -> str:
    return reverse("committee_detail", args=[committee.pk])


TERM = Actions(
    code="term",
    get=get_term,
    back=_all_committees,
    above=lambda term: _("Tập thể"),
    actions=(
        Action(
            name="new",
            title=_("Mở nhiệm kỳ"),
            submit=_("Mở"),
            tone="go",
            form=forms.TermForm,
            takes=("actor",),
            initial=lambda actor, _none: {"unit": homes_over(actor, KEEP_POSTS).first()},
            may=somewhere(KEEP_POSTS),
            run=lambda actor, _none, data: committees.open_term(actor, **data),
            done=_("Đã mở nhiệm kỳ."),
            on_thing=False,
        ),
    ),
)
COMMITTEE_OF_TERM = Actions(
    code="committee",
    get=get_term,
    back=_all_committees,
    above=lambda term: _("Tập thể"),
    actions=(
        Action(
            name="new",
            address="committees/new/",
            title=_("Lập tập thể"),
            heading=lambda term: f"{_('Lập tập thể của nhiệm kỳ')} {term}",
            submit=_("Lập"),
            form=forms.NewCommitteeForm,
            takes=("of",),
            may=over(KEEP_POSTS),
            run=lambda actor, term, data: committees.open_committee(actor, term_id=term.pk, **data),
            done=_("Đã lập tập thể với các chỗ còn trống."),
            to=lambda term, committee: page_of_committee(committee),
        ),
    ),
)
COMMITTEE = Actions(
    code="committee",
    get=get_committee,
    back=page_of_committee,
    above=lambda committee: committee.name,
    actions=(
        Action(
            name="edit",
            title=_("Sửa"),
            heading=lambda committee: _("Sửa tập thể"),
            submit=WRITE,
            form=forms.CommitteeForm,
            takes=("of",),
            initial=lambda actor, committee: {
                name: getattr(committee, name) for name in forms.CommitteeForm.base_fields
            },
            may=over(KEEP_POSTS),
            run=lambda actor, committee, data: committees.correct_committee(
                actor, committee_id=committee.pk, **data
            ),
            done=CHANGED,
        ),
    ),
)

# Seats

SEAT_OF_COMMITTEE = Actions(
    code="seat",
    get=get_committee,
    back=page_of_committee,
    above=lambda committee: committee.name,
    actions=(
        Action(
            name="new",
            address="seats/new/",
            title=_("Thêm chỗ"),
            submit=WRITE,
            tone="go",
            form=forms.NewSeatForm,
            takes=("of",),
            may=over(KEEP_POSTS),
            run=lambda actor, committee, data: committees.add_seat(
                actor, committee_id=committee.pk, **data
            ),
            done=_("Đã thêm chỗ."),
        ),
    ),
)
_keeps = over(KEEP_POSTS, "committee__unit__path")


def _may_hold(actor, seat):
    return _keeps(actor, seat) if seat.state == SeatState.OPEN else False


def _may_release(actor, seat):
    held = may_release(seat.state)
    return _keeps(actor, seat) if held else held


def _note_of_hold(seat):
    if not seat.held_for:
        return ""
    return (
        _("Chỗ này đang để khuyết cho cơ cấu: %s. Ghi người giữ chỗ thì thôi để khuyết.")
        % seat.held_for
    )


SEAT = Actions(
    code="seat",
    get=get_seat,
    back=lambda seat: page_of_committee(seat.committee),
    above=lambda seat: seat.committee.name,
    actions=(
        Action(
            name="fill",
            title=_("Ghi người giữ"),
            heading=lambda seat: f"{_('Người giữ chỗ')} {seat.number}: {seat.name}",
            submit=WRITE,
            form=forms.SeatPersonForm,
            takes=("actor", "seat"),
            may=_keeps,
            note=_note_of_hold,
            run=lambda actor, seat, data: seatings.seat_person(actor, seat_id=seat.pk, **data),
            done=_("Đã ghi người giữ chỗ."),
        ),
        Action(
            name="release",
            title=_("Thôi để khuyết"),
            tone="quiet",
            may=_may_release,
            run=lambda actor, seat, data: committees.release_seat(actor, seat_id=seat.pk),
            done=_("Chỗ trở lại bố trí bình thường."),
        ),
        Action(
            name="hold",
            title=_("Để khuyết"),
            heading=lambda seat: f"{_('Để khuyết vì cơ cấu')}: {seat.number}",
            submit=WRITE,
            tone="quiet",
            form=forms.HoldForm,
            may=_may_hold,
            run=lambda actor, seat, data: seatings.hold_seat(actor, seat_id=seat.pk, **data),
            done=_("Chỗ để khuyết; đến ngày xem lại sẽ được nhắc."),
        ),
        Action(
            name="close",
            title=_("Bỏ chỗ"),
            heading=lambda seat: f"{_('Bỏ chỗ')} {seat.number}",
            submit=WRITE,
            tone="quiet",
            form=forms.CloseForm,
            may=_keeps,
            run=lambda actor, seat, data: seatings.close_seat(actor, seat_id=seat.pk, **data),
            done=_("Đã bỏ chỗ."),
        ),
        Action(
            name="edit",
            title=_("Sửa"),
            heading=lambda seat: f"{_('Sửa chỗ')} {seat.number}",
            submit=WRITE,
            tone="quiet",
            form=forms.SeatNameForm,
            takes=("of",),
            initial=lambda actor, seat: {"name": seat.name, "title": seat.title},
            may=_keeps,
            run=lambda actor, seat, data: committees.name_seat(actor, seat_id=seat.pk, **data),
            done=CHANGED,
        ),
    ),
)


def _may_end_seating(actor, seating):
    if seating.valid_to:
        return False
    return actor.may(KEEP_POSTS, seating.seat.committee.unit.path)


SEATING = Actions(
    code="seating",
    get=seatings.get_seating,
    back=lambda seating: page_of_committee(seating.seat.committee),
    above=lambda seating: seating.seat.committee.name,
    actions=(
        Action(
            name="end",
            title=_("Thôi giữ"),
            heading=lambda seating: f"{_('Thôi giữ chỗ')}: {seating.person}",
            submit=WRITE,
            form=forms.LeaveForm,
            may=_may_end_seating,
            run=lambda actor, seating, data: seatings.end_seating(
                actor, seating_id=seating.pk, **data
            ),
            done=_("Đã cho thôi giữ chỗ."),
        ),
    ),
)
OF_EMPTY, OF_FILLED = ("fill", "release", "hold", "close", "edit"), ("edit",)


def offers_of_row(actor, row):
    """Of one row of the composition: a filled seat is left first, an empty one filled, held or
    closed.
    """
    if row.seating is None:
        return SEAT.offers(actor, row.seat, *OF_EMPTY)
    return [*SEATING.offers(actor, row.seating), *SEAT.offers(actor, row.seat, *OF_FILLED)]


# Approved numbers


def _of_home(code: str, **told) -> Actions:
    return Actions(
        code=code,
        get=get_unit,
        back=lambda home: reverse("headcount"),
        above=lambda home: _("Biên chế"),
        actions=(Action(submit=WRITE, may=over(KEEP_POSTS, "path"), **told),),
    )


STATED = _of_home(
    "headcount",
    name="state",
    address="stated/",
    title=_("Ghi số liệu của văn bản"),
    heading=lambda home: f"{_('Số liệu ghi trong văn bản')}: {home}",
    form=forms.StatedForm,
    run=lambda actor, home, data: quotas.state_headcount(actor, unit_id=home.pk, **data),
    done=_("Đã ghi số liệu của văn bản."),
)
LIMIT = _of_home(
    "limit",
    name="new",
    address="limit/",
    title=_("Số lượng theo chức danh"),
    form=forms.LimitForm,
    takes=("home",),
    initial=lambda actor, home: {"unit": home},
    run=lambda actor, home, data: quotas.set_title_limit(actor, **data),
    done=_("Đã ghi số lượng được bố trí."),
)
QUOTA = _of_home(
    "quota",
    name="new",
    address="quota/",
    title=_("Ghi biên chế được giao"),
    heading=lambda home: f"{_('Biên chế được giao')}: {home}",
    tone="go",
    form=forms.QuotaForm,
    initial=lambda actor, home: {"year": today().year},
    run=lambda actor, home, data: quotas.set_quota(actor, unit_id=home.pk, **data),
    done=_("Đã ghi biên chế được giao."),
)


def offers_of_home(actor, home):
    return [offer for one in (STATED, LIMIT, QUOTA) for offer in one.offers(actor, home)]

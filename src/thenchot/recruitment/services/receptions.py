"""Reception without an exam: a list of one group, who is on it, and the decision."""

from datetime import date

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.queries import get_unit
from thenchot.people import rules as people_rules
from thenchot.people.models import Person
from thenchot.people.names import clean_name, stored_order
from thenchot.people.services import create_person
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.keys.sealing import blind_indexes
from thenchot.platform.scope.actor import SYSTEM, NotVisible, require
from thenchot.recruitment.access import DECIDE, EDIT, SEE
from thenchot.recruitment.enums import CaseState, ReceptionState
from thenchot.recruitment.models import Reception, ReceptionCase
from thenchot.recruitment.queries import needs
from thenchot.recruitment.queries.receptions import checks_of, get_case, last_day
from thenchot.recruitment.rules import receiving
from thenchot.recruitment.rules.eligibility import lacking
from thenchot.recruitment.rules.needs import may_open
from thenchot.recruitment.services.hiring import take_post
from thenchot.recruitment.services.stepping import not_ahead


@transaction.atomic
def open_reception(actor, *, unit_id: int, group: str, name: str) -> Reception:
    """Refused for a one-off group once its day has passed."""
    home = get_unit(actor, unit_id)
    require(actor, EDIT, home.path)
    source = receiving.groups().get(group)
    if source is None:
        raise NotVisible
    on = today()
    last = last_day(source, home.path, on)
    receiving.may_receive(source, on, last).or_refuse()
    made = Reception.objects.create(
        unit=home,
        group=group,
        name=tidy(nfc(name)),
        opened_on=on,
        last_on=last,
        made_by_id=actor.account_id,
    )
    record(actor, "reception_opened", subject=made, unit_path=home.path, called=made.name)
    return made


@transaction.atomic
def put_on_list(
    actor,
    *,
    reception_id: int,
    position_id: int,
    former_work: str,
    person_id: int | None = None,
    full_name: str = "",
    sex: str = "",
    born_on: date | None = None,
    identity_no: str = "",
    served_since: date | None = None,
    is_insured: bool = False,
    is_paid_alike: bool = False,
    paper: str = "",
) -> ReceptionCase:
    """Somebody of the register, or by name, birth and identity number; into an approved position
    that needs one more.
    """
    reception = _lock(actor, reception_id, EDIT)
    position = needs.get_position(actor, position_id)
    person = _person(actor, person_id)
    if person is None:
        identity_no = "".join(identity_no.split())
        if not (full_name.strip() and born_on and identity_no):
            refuse(
                "recruitment.who",
                "Chọn người trong hồ sơ, hoặc ghi họ tên, ngày sinh và số định danh.",
            )
        people_rules.may_have_identity(identity_no).or_refuse()
        people_rules.may_be_born(born_on, today()).or_refuse()
    name = person.full_name if person else clean_name(full_name)
    _once(reception, person, identity_no)
    made = ReceptionCase.objects.create(
        reception=reception,
        position=position,
        person=person,
        full_name=name,
        sort_key=stored_order(name),
        sex=person.sex if person else sex,
        born_on=person.born_on if person else born_on,
        identity_no="" if person else identity_no,
        former_work=tidy(nfc(former_work)),
        served_since=served_since,
        is_insured=is_insured,
        is_paid_alike=is_paid_alike,
        paper=tidy(nfc(paper)),
    )
    record(actor, "reception_proposed", **of_case(made))
    return made


def _person(actor, person_id: int | None) -> Person | None:
    if person_id is None:
        return None
    found = Person.objects.visible_to(actor, EDIT).filter(pk=person_id).first()
    if found is None:
        raise NotVisible
    return found


def _once(reception: Reception, person: Person | None, identity_no: str) -> None:
    rows = reception.cases.exclude(state=CaseState.REFUSED)
    known = blind_indexes("recruitment_receptioncase.identity_no", identity_no)
    same = rows.filter(person=person) if person else rows.filter(identity_index__in=known)
    if same.exists():
        refuse("recruitment.once", "Người này đã ở trong danh sách.")


@transaction.atomic
def accept_case(actor, *, case_id: int) -> ReceptionCase:
    """What the group asks is there, and the position needs one more within the quota."""
    case = _lock_case(actor, case_id, EDIT)
    _is(case, CaseState.PROPOSED)
    if missing := lacking(checks_of(case)):
        words = "; ".join(f"{check.name}: {check.detail}" for check in missing)
        refuse("recruitment.not_eligible", f"Không đủ điều kiện: {words}.", missing[0].article)
    _ask_need(case)
    case.state, case.judged_by_id = CaseState.ELIGIBLE, actor.account_id
    case.save(update_fields=["state", "judged_by"])
    record(actor, "reception_judged", **of_case(case), state=case.state)
    return case


def _ask_need(case: ReceptionCase) -> None:
    position, on = case.position, today()
    need = needs.needs_of([position], on)[position.pk]
    may_open(
        position.name,
        1,
        need,
        is_approved=needs.is_approved(position, on),
        quota=f"khối {position.unit.get_bloc_display()} năm {on.year}",
    ).or_refuse()


@transaction.atomic
def refuse_case(actor, *, case_id: int, ground: str) -> ReceptionCase:
    case = _lock_case(actor, case_id, EDIT)
    if case.state == CaseState.DECIDED:
        refuse("recruitment.decided", "Người này đã có quyết định tiếp nhận.")
    if not ground.strip():
        refuse("recruitment.ground", "Ghi lý do không tiếp nhận.")
    case.state, case.ground = CaseState.REFUSED, tidy(nfc(ground))
    case.judged_by_id = actor.account_id
    case.save(update_fields=["state", "ground", "judged_by"])
    record(actor, "reception_judged", **of_case(case), state=case.state, reason=case.ground)
    return case


@transaction.atomic
def decide_case(
    actor, *, case_id: int, decision: str, decided_on: date, starts_on: date
) -> ReceptionCase:
    """The decision takes the person into the position."""
    case = _lock_case(actor, case_id, DECIDE)
    _is(case, CaseState.ELIGIBLE)
    not_ahead(decided_on)
    if starts_on < decided_on:
        refuse("recruitment.starts_on", "Ngày nhận việc không trước ngày quyết định.")
    case.person = case.person or _made(case)
    case.decision, case.decided_on = tidy(nfc(decision)), decided_on
    case.starts_on, case.decided_by_id = starts_on, actor.account_id
    case.seat = take_post(case.person, case.position, on=starts_on, decision=case.decision)
    case.state = CaseState.DECIDED
    case.save()
    record(
        actor,
        "reception_decided",
        **of_case(case),
        decision=case.decision,
        person=case.person_id,
    )
    return case


def _made(case: ReceptionCase) -> Person:
    known = blind_indexes("people_person.identity_no", case.identity_no)
    found = Person.objects.filter(identity_index__in=known).first()
    return found or create_person(
        SYSTEM,
        full_name=case.full_name,
        unit_id=case.position.unit_id,
        sex=case.sex,
        born_on=case.born_on,
        identity_no=case.identity_no,
    )


@transaction.atomic
def close_reception(actor, *, reception_id: int) -> Reception:
    """Nobody waits on it any more."""
    reception = lock_reception(actor, reception_id, EDIT)
    if reception.state == ReceptionState.CLOSED:
        refuse("recruitment.list_closed", "Danh sách này đã đóng.")
    waiting = reception.cases.filter(state__in=[CaseState.PROPOSED, CaseState.ELIGIBLE]).count()
    if waiting:
        refuse("recruitment.waiting", f"Còn {waiting} người chưa có kết quả.")
    reception.state, reception.closed_on = ReceptionState.CLOSED, today()
    reception.save(update_fields=["state", "closed_on"])
    record(actor, "reception_closed", subject=reception, unit_path=reception.unit.path)
    return reception


def lock_reception(actor, pk: int, permission: str) -> Reception:
    visible = Reception.objects.visible_to(actor, SEE).values("pk")
    rows = Reception.objects.select_for_update(of=("self",)).select_related("unit")
    found = rows.filter(pk=pk, pk__in=visible).first()
    if found is None:
        raise NotVisible
    require(actor, permission, found.unit.path)
    return found


def _lock(actor, pk: int, permission: str) -> Reception:
    """Open, and a one-off group not past its day."""
    found = lock_reception(actor, pk, permission)
    if found.state == ReceptionState.CLOSED:
        refuse("recruitment.list_closed", "Danh sách này đã đóng, không mở lại.")
    group = receiving.groups()[found.group]
    receiving.may_receive(group, today(), found.last_on).or_refuse()
    return found


def _lock_case(actor, case_id: int, permission: str) -> ReceptionCase:
    case = get_case(actor, case_id)
    _lock(actor, case.reception_id, permission)
    return case


def _is(case: ReceptionCase, state: str) -> None:
    if case.state != state:
        refuse("recruitment.state", f"{case}: {case.get_state_display()}.")


def of_case(case: ReceptionCase) -> dict:
    return {"subject": case, "unit_path": case.reception.unit.path}

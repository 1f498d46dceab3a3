"""Who judges a round: five or seven, nobody under discipline, nobody of the family."""

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.periods import months_after
from thenchot.kernel.text import words
from thenchot.people.models import Discipline, Person, Relative
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible
from thenchot.recruitment.access import EDIT
from thenchot.recruitment.enums import ApplicantState, RoundState
from thenchot.recruitment.models import Applicant, CouncilMember, Round
from thenchot.recruitment.queries.rounds import (
    get_member,
    policy_of,
)
from thenchot.recruitment.rules import running
from thenchot.recruitment.services.stepping import lock_round, of_round


@transaction.atomic
def add_member(actor, *, round_id: int, person_id: int, part: str) -> CouncilMember:
    """Nobody who is disciplined, nobody whose relative applies, no applicant."""
    round_ = lock_round(actor, round_id, EDIT)
    if round_.state in (RoundState.RANKED, RoundState.RESULTS, RoundState.DONE):
        refuse("recruitment.council", "Kết quả đã phê duyệt: hội đồng không thay đổi nữa.")
    person = Person.objects.visible_to(actor, EDIT).filter(pk=person_id).first()
    if person is None:
        raise NotVisible
    if round_.council.filter(person=person).exists():
        refuse("recruitment.member", f"{person.full_name} đã ở trong hội đồng.")
    if part == "chair" and round_.council.filter(part="chair").exists():
        refuse("recruitment.chair", "Hội đồng đã có chủ tịch.")
    _ask_member(round_, person)
    made = CouncilMember.objects.create(round=round_, person=person, part=part)
    record(actor, "recruitment_member_added", **of_round(round_), person=person.pk, part=part)
    return made


def _ask_member(round_: Round, person: Person) -> None:
    """Neither disciplined, nor an applicant, nor kin of one."""
    on = today()
    months = policy_of(round_).discipline_months
    begun = Discipline.objects.filter(person=person, valid_from__lte=on)
    days_begun = begun.values_list("valid_from", flat=True)
    if any(day and months_after(day, months) > on for day in days_begun):
        refuse(
            "recruitment.disciplined",
            f"{person.full_name} đang trong {months} tháng từ ngày bị kỷ luật: không vào hội đồng.",
        )
    applying = list(round_.applicants.exclude(state=ApplicantState.WITHDRAWN))
    if person.identity_no and any(one.identity_no == person.identity_no for one in applying):
        refuse("recruitment.applies", f"{person.full_name} dự tuyển ở đợt này.")
    kin = _kin(person)
    named = [one for one in applying if (_name(one.full_name), _year(one)) in kin]
    if named:
        refuse(
            "recruitment.kin",
            f"{named[0].full_name} dự tuyển và là người thân khai trong hồ sơ của "
            f"{person.full_name}: người này không vào hội đồng.",
        )


def _kin(person: Person) -> set[tuple[str, int]]:
    """Name and year of birth of the relatives in the file."""
    rows = Relative.objects.filter(person=person)
    return {(_name(row.name), int(row.born_year)) for row in rows if row.born_year.isdigit()}


def _year(one: Applicant) -> int | None:
    return one.born_on.year if one.born_on else None


def _name(text: str) -> str:
    return " ".join(words(text))


@transaction.atomic
def drop_member(actor, *, member_id: int) -> Round:
    member = get_member(actor, member_id)
    round_ = lock_round(actor, member.round_id, EDIT)
    if round_.marked_on:
        refuse("recruitment.council", "Điểm đã chốt: hội đồng không thay đổi nữa.")
    record(actor, "recruitment_member_dropped", **of_round(round_), person=member.person_id)
    member.is_dropped = True
    member.save(update_fields=["is_dropped"])
    return round_


def council_holds(round_: Round) -> None:
    members = list(round_.council.select_related("person"))
    sizes = policy_of(round_).council
    running.council_holds([one.part for one in members], sizes).or_refuse()
    for member in members:
        _ask_member(round_, member.person)

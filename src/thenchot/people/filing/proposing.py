"""The person asks for a change of the own file; the officer sees exactly what would change,
accepts, or returns it.
"""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from thenchot.kernel.decision import Decision, Reason
from thenchot.people.access import EDIT, is_own
from thenchot.people.enums import ProposalKind, ProposalState
from thenchot.people.filing import changing
from thenchot.people.filing.changing import DATED, get_row
from thenchot.people.filing.reading import particulars_of
from thenchot.people.filing.sections import NOT_FOR_THE_PERSON, Group, Section, part_of
from thenchot.people.filing.showing import label_of, shown_day, shown_value
from thenchot.people.former import as_text
from thenchot.people.models import Person, Proposal
from thenchot.people.queries import person_of, place_of
from thenchot.people.services import require_over
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import now
from thenchot.platform.files.services import store
from thenchot.platform.scope.actor import NotVisible

SCANS = {"pdf", "jpg", "png"}
MOST_FILES = 5
SOURCE = "tự khai"


@dataclass(frozen=True)
class Difference:
    label: str
    before: str
    after: str


@transaction.atomic
def propose(
    actor,
    *,
    section: str,
    row_id: int | None = None,
    values: dict[str, Any] | None = None,
    note: str = "",
    files=(),
):
    """Add a row (no `row_id`), change one, or change items; with `values` None the row should leave
    the file.
    """
    person, part = own_person(actor), _part(section)
    kind = _kind(part, row_id, values)
    before = _now(part, person, row_id)
    wanted = {
        name: value for name, value in (values or {}).items() if before.get(name) != plain(value)
    }
    if kind != ProposalKind.END and not wanted:
        Decision.no(Reason("proposal.same", "Chưa thay đổi gì so với hồ sơ.")).or_refuse()
    _no_other(person, section, row_id)
    proposal = Proposal.objects.create(
        person=person,
        kind=kind,
        section=section,
        row_id=row_id,
        note=note.strip(),
        proposed_by_id=actor.account_id,
        values=_packed(wanted),
        before=json.dumps(before, ensure_ascii=False),
    )
    path = place_of(person)
    proposal.files.set(
        [
            store(actor, file, unit_path=path, allowed=SCANS, max_mb=10)
            for file in list(files)[:MOST_FILES]
        ]
    )
    record(
        actor,
        "proposal_made",
        subject=proposal,
        unit_path=path,
        section=section,
        fields=sorted(wanted),
    )
    return proposal


@transaction.atomic
def accept(actor, *, proposal_id: int) -> Proposal:
    """The change enters the file as the person asked for it, the proposal beside it as its
    source.
    """
    proposal = _open(actor, proposal_id)
    part, values = _part(proposal.section), _unpacked(_part(proposal.section), proposal.values)
    _still_as_seen(part, proposal)
    if isinstance(part, Group):
        changing.change_items(actor, person_id=proposal.person_id, source=SOURCE, **values)
    elif proposal.kind == ProposalKind.ADD:
        changing.add_row(
            actor, person_id=proposal.person_id, section=part.code, source=SOURCE, **values
        )
    elif proposal.kind == ProposalKind.CHANGE:
        changing.replace_row(
            actor, section=part.code, row_id=proposal.row_id, source=SOURCE, **values
        )
    else:
        changing.withdraw_row(
            actor, section=part.code, row_id=proposal.row_id, reason=proposal.note or SOURCE
        )
    path = _decide(actor, proposal, ProposalState.ACCEPTED)
    record(actor, "proposal_accepted", subject=proposal, unit_path=path, section=proposal.section)
    return proposal


@transaction.atomic
def give_back(actor, *, proposal_id: int, reason: str) -> Proposal:
    proposal = _open(actor, proposal_id)
    if not reason.strip():
        Decision.no(
            Reason("proposal.reason", "Ghi lý do trả lại để người đề nghị biết phải sửa gì.")
        ).or_refuse()
    proposal.reason = reason.strip()
    path = _decide(actor, proposal, ProposalState.RETURNED)
    record(actor, "proposal_returned", subject=proposal, unit_path=path, section=proposal.section)
    return proposal


@transaction.atomic
def withdraw(actor, *, proposal_id: int) -> Proposal:
    """By the person, before anybody decided."""
    person = own_person(actor)
    proposal = (
        Proposal.objects.select_for_update(of=("self",))
        .filter(pk=proposal_id, person=person)
        .first()
    )
    if proposal is None:
        raise NotVisible
    _undecided(proposal)
    path = _decide(actor, proposal, ProposalState.WITHDRAWN)
    record(actor, "proposal_withdrawn", subject=proposal, unit_path=path, section=proposal.section)
    return proposal


def own_person(actor) -> Person:
    """The person who signs in; refused where the account is nobody's."""
    person = person_of(actor.account_id)
    if person is None:
        Decision.no(
            Reason(
                "proposal.own", "Tài khoản này chưa gắn với hồ sơ nào; nhờ Ban Xây dựng Đảng gắn."
            )
        ).or_refuse()
    return person


def differences(proposal: Proposal) -> list[Difference]:
    """Only what would change, as a person reads it."""
    part, before = _part(proposal.section), json.loads(proposal.before or "{}")
    if proposal.kind == ProposalKind.END:
        names = [
            name
            for name in before
            if before[name] not in ("", None) and not name.endswith("_known")
        ]
        return [Difference(label_of(part, n), _text(part, n, before), "") for n in names]
    after = {**before, **json.loads(proposal.values or "{}")}
    names = [
        n
        for n in after
        if after[n] != before.get(n, "")
        and (after[n] or before.get(n))
        and not n.endswith("_known")
    ]
    return [
        Difference(label_of(part, n), _text(part, n, before), _text(part, n, after)) for n in names
    ]


def get_proposal(actor, pk: int) -> Proposal:
    """Own, or of somebody whose file the actor keeps; else 404."""
    proposal = Proposal.objects.select_related("person__registered_in").filter(pk=pk).first()
    if proposal is None or not (
        is_own(actor, proposal.person) or actor.may(EDIT, place_of(proposal.person))
    ):
        raise NotVisible
    return proposal


def list_proposals(actor, *, state: str = ProposalState.OPEN):
    """Of the people whose files the actor keeps, oldest first."""
    people = Person.objects.visible_to(actor, EDIT).values("pk")
    return (
        Proposal.objects.filter(person__in=people, state=state)
        .select_related("person")
        .order_by("proposed_at", "pk")
    )


def own_proposals(actor):
    return Proposal.objects.filter(person__account=actor.account_id).order_by("-proposed_at", "-pk")


def _part(code: str) -> Section | Group:
    part = part_of(code)
    if part is None or code in NOT_FOR_THE_PERSON:
        raise NotVisible
    return part


def _kind(part, row_id, values) -> ProposalKind:
    if isinstance(part, Group):
        return ProposalKind.CHANGE
    return (
        ProposalKind.ADD
        if row_id is None
        else ProposalKind.CHANGE
        if values is not None
        else ProposalKind.END
    )


def _now(part, person: Person, row_id) -> dict[str, Any]:
    """What the file says today of the fields in question, in the form it is kept in a proposal."""
    if isinstance(part, Section) and row_id is None:
        return {}
    row = particulars_of(person) if isinstance(part, Group) else get_row(part, row_id, person)
    return {name: plain(getattr(row, name)) for name in _names(part)}


def _names(part) -> tuple[str, ...]:
    return (*part.fields, *(DATED if getattr(part, "dated", False) else ()))


def plain(value: Any) -> Any:
    """Values as JSON keeps them; yes and no stay what they are."""
    return value if isinstance(value, bool | int) else as_text(value)


def _packed(values: dict[str, Any]) -> str:
    return json.dumps({name: plain(value) for name, value in values.items()}, ensure_ascii=False)


def _unpacked(part, text: str) -> dict[str, Any]:
    kept = json.loads(text or "{}")
    return {
        name: part.model._meta.get_field(name).to_python(_none(part, name, value))
        for name, value in kept.items()
    }


def _none(part, name: str, value: Any) -> Any:
    return None if value == "" and part.model._meta.get_field(name).null else value


def _no_other(person: Person, section: str, row_id) -> None:
    waiting = Proposal.objects.filter(
        person=person, section=section, row_id=row_id, state=ProposalState.OPEN
    )
    if row_id is not None and waiting.exists():
        Decision.no(
            Reason(
                "proposal.waiting",
                "Đã có một đề nghị về dòng này đang chờ xem; rút đề nghị đó trước.",
            )
        ).or_refuse()


def _open(actor, proposal_id: int) -> Proposal:
    proposal = (
        Proposal.objects.select_for_update(of=("self",))
        .filter(pk=get_proposal(actor, proposal_id).pk)
        .first()
    )
    require_over(actor, EDIT, proposal.person)
    if is_own(actor, proposal.person):
        Decision.no(
            Reason(
                "proposal.self", "Không tự duyệt đề nghị của chính mình; người khác giữ hồ sơ xem."
            )
        ).or_refuse()
    _undecided(proposal)
    return proposal


def _undecided(proposal: Proposal) -> None:
    if proposal.state != ProposalState.OPEN:
        state = proposal.get_state_display().lower()
        Decision.no(Reason("proposal.decided", f"Đề nghị này không còn chờ ({state}).")).or_refuse()


def _still_as_seen(part, proposal: Proposal) -> None:
    """What the person saw must still stand; else the proposal is returned, never merged by
    guess.
    """
    if _now(part, proposal.person, proposal.row_id) != json.loads(proposal.before or "{}"):
        message = "Hồ sơ đã đổi sau khi có đề nghị này: trả lại để người đề nghị xem lại."
        Decision.no(Reason("proposal.stale", message)).or_refuse()


def _decide(actor, proposal: Proposal, state: str) -> str:
    """Path of the unit that answers for the file."""
    proposal.state, proposal.decided_at, proposal.decided_by_id = state, now(), actor.account_id
    proposal.save(update_fields=["state", "reason", "decided_at", "decided_by"])
    return place_of(proposal.person)


def _text(part, name: str, values: dict[str, Any]) -> str:
    value = values.get(name, "")
    if name in ("valid_from", "valid_to"):
        return shown_day(date.fromisoformat(value), values[f"{name}_known"]) if value else ""
    if value in ("", None):
        return ""
    return shown_value(part, name, part.model._meta.get_field(name).to_python(value))

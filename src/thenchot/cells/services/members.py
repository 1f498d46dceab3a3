"""Who belongs to a cell, who follows it, what the cell says about its members."""

from datetime import date, timedelta

from django.db import transaction

from thenchot.cells.access import EDIT, RECORD, SEE
from thenchot.cells.enums import MemberKind, ReviewResult
from thenchot.cells.models import CellCharge, CellMember, ChargeReport, MemberReview
from thenchot.cells.queries.members import get_own_charge, open_on, visible_cells
from thenchot.kernel.decision import Decision, Reason, refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.models import Unit
from thenchot.people.models import Person
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import get_visible, require

MOST = 400


def _cell(actor, pk: int, permission: str) -> Unit:
    found = get_visible(visible_cells(actor), pk)
    require(actor, permission, found.path)
    return found


@transaction.atomic
def add_members(
    actor,
    *,
    cell_id: int,
    kind: str,
    since: date,
    person: Person | None = None,
    names: str = "",
) -> list[CellMember]:
    """Somebody with a file, or names one a line for those without."""
    cell = _cell(actor, cell_id, EDIT)
    _days(cell, since)
    typed = [tidy(line) for line in nfc(names).splitlines() if line.strip()]
    _names(cell, typed, since)
    if not typed and person is None:
        refuse("member.none", "Chọn một người, hoặc ghi họ tên mỗi dòng một người.")
    told = {"unit": cell, "kind": kind, "since": since, "recorded_by_id": actor.account_id}
    if person is not None:
        _free(person, since)
        CellMember.objects.create(person=person, **told)
    for name in typed:
        CellMember.objects.create(name=name, **told)
    count = len(typed) + (person is not None)
    record(
        actor,
        "cell_members_added",
        subject=cell,
        unit_path=cell.path,
        count=count,
        kind=kind,
        person=person.pk if person else None,
    )
    return list(CellMember.objects.filter(unit=cell).order_by("-pk")[:count])


def _days(cell: Unit, since: date) -> None:
    if since > today():
        refuse("member.future", "Ngày bắt đầu không sau hôm nay.")
    if since < cell.valid_from:
        refuse("member.before", f"{cell.name} có từ ngày {cell.valid_from:%d/%m/%Y}.")


def _names(cell: Unit, typed: list[str], since: date) -> None:
    if len(typed) > MOST:
        refuse("member.many", f"Mỗi lần ghi không quá {MOST} người.")
    there = set(
        CellMember.objects.filter(open_on(since), unit=cell, name__in=typed).values_list(
            "name", flat=True
        )
    )
    reasons = [
        Reason("member.name", f"Dòng {number}: “{name[:60]}” dài quá 120 ký tự.")
        for number, name in enumerate(typed, 1)
        if len(name) > 120
    ]
    twice = sorted(there | {name for name in typed if typed.count(name) > 1})
    if twice:
        message = f"Đã có trong chi bộ, hoặc ghi hai lần: {'; '.join(twice)}."
        reasons.append(Reason("member.twice", message))
    Decision(not reasons, tuple(reasons)).or_refuse()


def _free(person: Person, since: date) -> None:
    """Nobody is a member of two cells."""
    other = CellMember.objects.filter(person=person, until__isnull=True).first()
    if other:
        refuse(
            "member.elsewhere",
            f"{person.full_name} đang sinh hoạt tại {other.unit.name} từ "
            f"{other.since:%d/%m/%Y}. Ghi thôi sinh hoạt ở đó trước.",
        )
    last = CellMember.objects.filter(person=person, until__gte=since).first()
    if last:
        until = f"{last.until:%d/%m/%Y}"
        refuse("member.overlap", f"{person.full_name} ở {last.unit.name} đến hết ngày {until}.")


@transaction.atomic
def change_member(actor, *, member_id: int, kind: str, post: str = "") -> CellMember:
    """The kind, or the post; a cell has one secretary."""
    member = _member(actor, member_id)
    require(actor, EDIT, member.unit.path)
    _open(member)
    if post == "secretary":
        others = CellMember.objects.filter(unit=member.unit, post=post, until__isnull=True)
        other = others.exclude(pk=member.pk).first()
        if other:
            refuse("member.secretary", f"{other} đang là bí thư; ghi thôi chức vụ ở dòng đó trước.")
    if post and kind != MemberKind.OFFICIAL:
        refuse("member.post", "Chỉ đảng viên chính thức giữ chức vụ trong chi bộ.")
    member.kind, member.post = kind, post
    member.save(update_fields=["kind", "post"])
    record(actor, "cell_member_changed", **_about(member), kind=kind, post=post)
    return member


@transaction.atomic
def end_member(actor, *, member_id: int, until: date, reason: str) -> CellMember:
    """Moved, left, died, expelled: the row stays with its last day."""
    member = _member(actor, member_id)
    require(actor, EDIT, member.unit.path)
    _open(member)
    if not member.since <= until <= today():
        refuse(
            "member.until",
            f"Ngày cuối từ {member.since:%d/%m/%Y} đến hôm nay.",
        )
    member.until, member.left_for = until, tidy(nfc(reason))
    member.save(update_fields=["until", "left_for"])
    record(actor, "cell_member_left", **_about(member), ends_on=until)
    return member


def _open(member: CellMember) -> None:
    if member.until:
        refuse("member.left", "Người này đã thôi sinh hoạt ở chi bộ.")


def _member(actor, pk: int) -> CellMember:
    rows = CellMember.objects.visible_to(actor, SEE).select_for_update(of=("self",))
    return get_visible(rows.select_related("unit", "person"), pk)


def _about(member: CellMember) -> dict:
    return {"subject": member, "unit_path": member.unit.path, "person": member.person_id}


@transaction.atomic
def give_charge(actor, *, cell_id: int, person: Person, basis: str, since: date) -> CellCharge:
    """One member of the committee a cell; whoever had it before ends the day before."""
    cell = _cell(actor, cell_id, EDIT)
    _days(cell, since)
    former = CellCharge.objects.select_for_update().filter(unit=cell, until__isnull=True).first()
    if former:
        _hand_over(former, person, since)
    made = CellCharge.objects.create(
        unit=cell,
        person=person,
        basis=tidy(nfc(basis)),
        since=since,
        recorded_by_id=actor.account_id,
    )
    record(actor, "cell_charge_given", subject=made, unit_path=cell.path, person=person.pk)
    return made


def _hand_over(former: CellCharge, person: Person, since: date) -> None:
    if former.person_id == person.pk:
        refuse("charge.same", f"{person.full_name} đang phụ trách chi bộ này.")
    if since <= former.since:
        refuse("charge.before", f"Người phụ trách hiện nay có từ {former.since:%d/%m/%Y}.")
    former.until = since - timedelta(days=1)
    former.save(update_fields=["until"])


@transaction.atomic
def report(
    actor, *, cell_id: int, year: int, month: int, done: str, difficulty: str = "", proposal=""
) -> ChargeReport:
    """By whoever is in charge of the cell (S1-067)."""
    charge = get_own_charge(actor, cell_id)
    on = today()
    first = (charge.since.year, charge.since.month)
    if not first <= (year, month) <= (on.year, on.month):
        refuse(
            "report.month",
            f"Báo cáo từ tháng được phân công ({charge.since:%m/%Y}) đến tháng này.",
        )
    if ChargeReport.objects.filter(charge=charge, year=year, month=month).exists():
        refuse("report.twice", f"Đã có báo cáo tháng {month:02d}/{year} về chi bộ này.")
    made = ChargeReport.objects.create(
        charge=charge,
        year=year,
        month=month,
        done=nfc(done).strip(),
        difficulty=nfc(difficulty).strip(),
        proposal=nfc(proposal).strip(),
        reported_on=on,
        recorded_by_id=actor.account_id,
    )
    record(actor, "cell_charge_reported", subject=made, unit_path=charge.unit.path)
    return made


@transaction.atomic
def review_member(
    actor,
    *,
    member_id: int,
    reviewed_on: date,
    text: str,
    result: str,
    mend_by: date | None = None,
) -> MemberReview:
    """What the cell said about one of its members (S4-037)."""
    member = _member(actor, member_id)
    require(actor, RECORD, member.unit.path)
    _open(member)
    if not member.since <= reviewed_on <= today():
        refuse("review.day", f"Ngày kiểm điểm từ {member.since:%d/%m/%Y} đến hôm nay.")
    if MemberReview.objects.filter(member=member, reviewed_on=reviewed_on).exists():
        refuse("review.twice", f"Đã ghi kiểm điểm ngày {reviewed_on:%d/%m/%Y} của {member}.")
    if result != ReviewResult.KEPT and (mend_by is None or mend_by <= reviewed_on):
        refuse("review.mend", "Có việc phải sửa thì ghi hạn sửa xong, sau ngày kiểm điểm.")
    made = MemberReview.objects.create(
        member=member,
        reviewed_on=reviewed_on,
        text=nfc(text).strip(),
        result=result,
        mend_by=mend_by if result != ReviewResult.KEPT else None,
        recorded_by_id=actor.account_id,
    )
    record(
        actor,
        "cell_member_reviewed",
        subject=made,
        unit_path=member.unit.path,
        person=member.person_id,
        happened_on=reviewed_on,
    )
    return made

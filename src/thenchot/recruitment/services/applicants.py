"""Forms come in, are judged, and are marked; what the council sealed no longer changes."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Max

from thenchot.kernel.decision import Decision, Reason, refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.people import rules as people_rules
from thenchot.people.names import clean_name, folded_words, stored_order
from thenchot.platform import keys
from thenchot.platform.admission import codes
from thenchot.platform.audit.trail import digest, record
from thenchot.platform.clock import now, today
from thenchot.platform.keys.sealing import blind_indexes
from thenchot.platform.scope.actor import SYSTEM, NotVisible, require
from thenchot.recruitment.access import DECIDE, EDIT, EXPORT, SEE
from thenchot.recruitment.enums import ApplicantState, Breach, CameBy, RoundState
from thenchot.recruitment.models import Applicant, Opening, Round, Score
from thenchot.recruitment.queries.applicants import checks_of, get_score, is_own, outcome_of
from thenchot.recruitment.queries.rounds import (
    answered_until,
    appeals_until,
    form_of,
    papers_of,
    policy_of,
    window_of,
)
from thenchot.recruitment.rules import days
from thenchot.recruitment.rules.eligibility import lacking, to_look_at
from thenchot.recruitment.rules.exams import papers
from thenchot.recruitment.services.stepping import lock_round

FIELDS = (
    "full_name",
    "sex",
    "born_on",
    "ethnicity",
    "is_vietnamese",
    "identity_no",
    "phone",
    "email",
    "residence",
    "level",
    "major",
    "school",
    "history",
    "priority",
    "talent",
    "experience",
)
JUDGED_IN = (ApplicantState.RECEIVED, ApplicantState.ELIGIBLE, ApplicantState.REFUSED)


@transaction.atomic
def apply_publicly(*, opening_id: int, came_from: str, **fields: Any) -> tuple[Applicant, str]:
    """From the public page, by whoever has no account. The code on the slip is told once."""
    opening = _opening(opening_id)
    round_ = Round.objects.select_for_update(of=("self",)).get(pk=opening.round_id)
    if round_.state != RoundState.PUBLISHED:
        refuse("recruitment.closed", "Đợt này không còn nhận phiếu.")
    days.may_receive(today(), *window_of(round_)).or_refuse()
    _not_too_many(round_, came_from)
    return _receive(SYSTEM, opening, CameBy.PUBLIC, came_from=came_from, **fields)


def sender(address: str) -> str:
    """Of an address on the network: a keyed digest."""
    return digest(f"{address}/{keys.first_id()}")


def _not_too_many(round_: Round, came_from: str) -> None:
    most = policy_of(round_).forms_an_hour
    since = now() - timedelta(hours=1)
    sent = Applicant.objects.filter(came_from=came_from, received_at__gte=since).count()
    if sent >= most:
        refuse(
            "recruitment.too_many",
            f"Từ địa chỉ mạng này đã nhận {sent} phiếu trong một giờ: chờ một giờ rồi gửi tiếp, "
            f"hoặc nộp tại {round_.contact or round_.unit.name}.",
        )


@transaction.atomic
def register_form(
    actor, *, opening_id: int, received_on: date, came_by: str = CameBy.OFFICE, **fields: Any
) -> tuple[Applicant, str]:
    """A form that came on paper within the days of receiving, until the list is issued."""
    opening = _opening(opening_id)
    round_ = lock_round(actor, opening.round_id, EDIT)
    if round_.state != RoundState.PUBLISHED:
        refuse("recruitment.closed", "Đợt này không còn nhận phiếu.")
    if received_on > today():
        refuse("recruitment.ahead", f"Ngày nhận không sau hôm nay ({today():%d/%m/%Y}).")
    days.may_receive(received_on, *window_of(round_)).or_refuse()
    return _receive(actor, opening, came_by, **fields)


def _opening(opening_id: int) -> Opening:
    rows = Opening.objects.select_related("round__unit", "position__scheme__unit")
    found = rows.filter(pk=opening_id).first()
    if found is None:
        raise NotVisible
    return found


def _receive(actor, opening: Opening, came_by: str, *, came_from: str = "", **fields: Any):
    unknown = set(fields) - set(FIELDS)
    if unknown:
        raise TypeError(f"no such fields: {sorted(unknown)}")
    round_ = opening.round
    name = clean_name(fields.pop("full_name", ""))
    identity = "".join(str(fields.pop("identity_no", "")).split())
    _may_apply(round_, name, identity, fields.get("born_on"))
    code = codes.new_code()
    last = round_.applicants.aggregate(last=Max("number"))["last"] or 0
    told = {
        key: tidy(nfc(value)) if isinstance(value, str) else value for key, value in fields.items()
    }
    made = Applicant.objects.create(
        round=round_,
        opening=opening,
        number=last + 1,
        slip=codes.digest(code),
        came_by=came_by,
        came_from=came_from,
        received_at=now(),
        full_name=name,
        folded=folded_words(name),
        sort_key=stored_order(name),
        identity_no=identity,
        **told,
    )
    record(actor, "applicant_received", **of_applicant(made), number=made.number, way=came_by)
    return made, code


def _may_apply(round_: Round, name: str, identity: str, born_on: date | None) -> None:
    if not name:
        refuse("recruitment.name", "Cần có họ và tên.")
    if born_on is None:
        refuse("recruitment.born", "Cần có ngày sinh.")
    if not identity:
        refuse("recruitment.identity", "Cần có số định danh cá nhân (căn cước).")
    people_rules.may_have_identity(identity).or_refuse()
    people_rules.may_be_born(born_on, today()).or_refuse()
    same = round_.applicants.filter(
        identity_index__in=blind_indexes("recruitment_applicant.identity_no", identity)
    )
    if same.exclude(state=ApplicantState.WITHDRAWN).exists():
        refuse(
            "recruitment.once",
            "Số định danh này đã có phiếu trong đợt: mỗi người một phiếu. Xem bằng mã trên giấy "
            "hẹn, hoặc rút phiếu cũ trước.",
        )


@transaction.atomic
def withdraw_form(actor, *, applicant: Applicant, by_code: bool = False) -> Applicant:
    """By whoever holds the code, or by the office, until the first marks."""
    one = _lock(applicant.pk)
    if not by_code:
        require(actor, EDIT, one.round.unit.path)
    if one.round.state not in (RoundState.PUBLISHED, RoundState.LISTED) or one.state not in (
        *JUDGED_IN,
    ):
        refuse("recruitment.withdraw", "Phiếu này không rút được nữa.")
    one.state = ApplicantState.WITHDRAWN
    one.save(update_fields=["state"])
    way = "mã tra cứu" if by_code else ""
    record(actor, "applicant_withdrawn", **of_applicant(one), way=way)
    return one


@transaction.atomic
def note_export(actor, *, round_id: int) -> None:
    """The list of applicants left the house: who took it."""
    round_ = lock_round(actor, round_id, EXPORT)
    record(actor, "applicants_exported", subject=round_, unit_path=round_.unit.path)


# Eligibility


@transaction.atomic
def accept_form(
    actor,
    *,
    applicant_id: int,
    note: str = "",
    has_talent: bool = False,
    has_experience: bool = False,
) -> Applicant:
    """Every check holds; what the system cannot tell was looked at on paper and is noted."""
    one = _to_judge(actor, applicant_id)
    found = checks_of(one)
    if missing := lacking(found):
        words = "; ".join(f"{check.name}: {check.detail}" for check in missing)
        refuse("recruitment.not_eligible", f"Không đủ điều kiện: {words}.", missing[0].article)
    if (unsure := to_look_at(found)) and not note.strip():
        words = "; ".join(f"{check.name}: {check.detail}" for check in unsure)
        refuse("recruitment.look", f"Xem giấy tờ và ghi kết quả vào ô ghi chú: {words}.")
    if has_talent and not one.talent:
        refuse("recruitment.talent", "Phiếu không ghi kết quả, giải thưởng nào.")
    if has_experience and not one.experience:
        refuse("recruitment.experience", "Phiếu không ghi kinh nghiệm nào.")
    one.has_talent, one.has_experience = has_talent, has_experience
    return _judge(actor, one, ApplicantState.ELIGIBLE, note)


@transaction.atomic
def refuse_form(actor, *, applicant_id: int, ground: str) -> Applicant:
    """With its ground, by name of whoever judged."""
    one = _to_judge(actor, applicant_id)
    if not ground.strip():
        refuse("recruitment.ground", "Ghi lý do không đủ điều kiện.")
    return _judge(actor, one, ApplicantState.REFUSED, ground)


def _to_judge(actor, applicant_id: int) -> Applicant:
    one = lock_applicant(actor, applicant_id, EDIT)
    if one.round.state != RoundState.PUBLISHED or one.state not in JUDGED_IN:
        refuse("recruitment.judged", "Danh sách đã lập: không xét lại điều kiện nữa.")
    return one


def _judge(actor, one: Applicant, state: str, ground: str) -> Applicant:
    one.state, one.ground = state, tidy(nfc(ground))[:400]
    one.judged_by_id, one.judged_on = actor.account_id, today()
    one.save()
    record(actor, "applicant_judged", **of_applicant(one), state=state, reason=one.ground)
    return one


# Marks


@transaction.atomic
def put_scores(
    actor,
    *,
    applicant_id: int,
    points: dict[str, Decimal | None],
    breaches: dict[str, str] | None = None,
) -> Applicant:
    """Of the papers of the stage that is being marked; a paper without points was not sat."""
    one = lock_applicant(actor, applicant_id, EDIT)
    open_papers = papers_of(one.round)
    may_mark(one).or_refuse()
    for paper, value in points.items():
        if paper not in open_papers:
            refuse("recruitment.paper", f"Không chấm {papers().get(paper, paper)} ở bước này.")
        if value is not None and not 0 <= value <= 100:
            refuse("recruitment.points", "Điểm từ 0 đến 100.")
        if value is None and not one.scores.filter(paper=paper).exists():
            continue
        Score.objects.update_or_create(
            applicant=one,
            paper=paper,
            defaults={
                "points": value,
                "breach": (breaches or {}).get(paper, Breach.NONE),
                "recorded_by_id": actor.account_id,
            },
        )
    marks = {paper: digest(value) for paper, value in sorted(points.items())}
    record(actor, "applicant_marked", **of_applicant(one), fields=marks)
    return one


def may_mark(one: Applicant):
    """A stage is being marked in which the applicant takes part."""
    if not papers_of(one.round) or one.state not in (
        ApplicantState.ELIGIBLE,
        ApplicantState.SECOND,
    ):
        words = "Điểm đã chốt, hoặc người này không dự vòng đang chấm."
        return Decision.no(Reason("recruitment.sealed", words))
    return Decision.yes()


@transaction.atomic
def appeal(actor, *, applicant: Applicant, paper: str, by_code: bool = False) -> Score:
    """A paper is to be marked again: asked in time, and only of papers that are."""
    one = _lock(applicant.pk)
    if not by_code:
        require(actor, EDIT, one.round.unit.path)
    if one.round.state != RoundState.MARKED:
        refuse("recruitment.no_appeal", "Chỉ đề nghị phúc khảo khi đã công bố điểm.")
    if paper not in form_of(one.round).reviewed:
        refuse(
            "recruitment.not_reviewed",
            f"{papers().get(paper, paper)} không phúc khảo.",
            "Nghị định 170/2025/NĐ-CP",
        )
    last = appeals_until(one.round)
    if today() > last:
        refuse("recruitment.appeal_late", f"Hạn đề nghị phúc khảo đã hết ngày {last:%d/%m/%Y}.")
    score = one.scores.filter(paper=paper, points__isnull=False).first()
    if score is None:
        refuse("recruitment.no_paper", "Không có bài này để phúc khảo.")
    if score.appealed_on:
        refuse("recruitment.appealed", "Bài này đã đề nghị phúc khảo.")
    score.appealed_on = today()
    score.save(update_fields=["appealed_on"])
    record(actor, "applicant_appealed", **of_applicant(one), called=papers()[paper])
    return score


@transaction.atomic
def answer_appeal(actor, *, score_id: int, points: Decimal) -> Score:
    """What stood before stays beside what stands now."""
    found = get_score(actor, score_id)
    one = lock_applicant(actor, found.applicant_id, EDIT)
    if one.round.state != RoundState.MARKED or not found.appealed_on or found.reviewed_on:
        refuse("recruitment.answered", "Không có đề nghị phúc khảo nào chờ chấm.")
    last = answered_until(one.round)
    if today() > last:
        refuse("recruitment.answer_late", f"Hạn chấm phúc khảo đã hết ngày {last:%d/%m/%Y}.")
    if not 0 <= points <= 100:
        refuse("recruitment.points", "Điểm từ 0 đến 100.")
    found.before, found.points, found.reviewed_on = found.points, points, today()
    found.save(update_fields=["before", "points", "reviewed_on"])
    record(actor, "applicant_reviewed", **of_applicant(one), called=papers()[found.paper])
    return found


@transaction.atomic
def choose_equal(actor, *, applicant_id: int, place: int, reason: str) -> Applicant:
    """The head puts equals in order; the marks of talent and experience only show."""
    one = lock_applicant(actor, applicant_id, DECIDE)
    if one.round.state != RoundState.MARKED:
        refuse("recruitment.choose", "Chỉ chọn thứ tự khi đã chốt điểm, chưa phê duyệt kết quả.")
    opening = one.opening
    if one.pk not in outcome_of(opening, one.round).open and not one.place:
        refuse("recruitment.not_equal", "Người này không bằng điểm với ai ở chỗ cuối cùng.")
    if not reason.strip():
        refuse("recruitment.reason", "Ghi lý do chọn.")
    taken = opening.applicants.filter(place=place).exclude(pk=one.pk).first() if place else None
    if taken:
        refuse("recruitment.place", f"Thứ tự {place} đã chọn cho {taken}.")
    one.place, one.place_reason = place, tidy(nfc(reason))
    one.save(update_fields=["place", "place_reason"])
    record(actor, "applicant_placed", **of_applicant(one), number=place, reason=one.place_reason)
    return one


# Common


def _lock(pk: int) -> Applicant:
    rows = Applicant.objects.select_for_update(of=("self",)).select_related(
        "round__unit", "opening__position__scheme__unit", "opening__position__unit", "person"
    )
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def lock_applicant(actor, pk: int, permission: str) -> Applicant:
    """Visible, and not the own case."""
    if not Applicant.objects.visible_to(actor, SEE).filter(pk=pk).exists():
        raise NotVisible
    one = _lock(pk)
    require(actor, permission, one.round.unit.path)
    if is_own(actor, one):
        refuse("recruitment.own", "Không tự xử lý hồ sơ của chính mình.")
    return one


def of_applicant(one: Applicant) -> dict[str, Any]:
    return {"subject": one, "unit_path": one.round.unit.path}

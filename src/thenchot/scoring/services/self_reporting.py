"""What a person writes into the own sheet: work done, work that came suddenly, work given back, the
own points.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from uuid import uuid4

from django.db import transaction

from thenchot.catalogue.models import Product
from thenchot.catalogue.queries.catalogue import IN_FORCE
from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import now, today
from thenchot.platform.files.services import store
from thenchot.platform.scope.actor import NotVisible
from thenchot.policy.parameters import ScoringPolicy
from thenchot.scoring.evaluation import policy_of
from thenchot.worklog.enums import AssessmentState, Mode, Origin
from thenchot.worklog.models import Assessment, Work
from thenchot.worklog.services.entering import converted, enter, note_delays
from thenchot.worklog.services.locking import check_own, lock_own, lock_work

SCANS = {"pdf", "jpg", "jpeg", "png", "docx", "xlsx"}


@transaction.atomic
def add_work(
    actor,
    *,
    assessment_id: int,
    name: str,
    quantity: Decimal = Decimal(1),
    product_id: int | None = None,
    origin: str = Origin.SUDDEN,
    done_on: date | None = None,
    due_on: date | None = None,
    mode: str = Mode.DIRECT,
    output: str = "",
    evidence: str = "",
    scan=None,
) -> Work:
    """Finished work that was not in the first assignment: sudden, or taken over from somebody
    (Đ18.1.d). Without a product of the catalogue it waits to be converted.
    """
    assessment = lock_own(actor, assessment_id)
    _check_day(assessment, done_on or today())
    product = _product(product_id)
    work = Work(
        assessment=assessment,
        source="own",
        source_id=uuid4().hex,
        origin=origin,
        name=tidy(nfc(name)) or (product.name if product else ""),
        added=quantity,
        due_on=due_on,
        done_on=done_on or today(),
        mode=mode,
        output=tidy(nfc(output)),
        evidence=tidy(nfc(evidence)),
        scan=_stored(actor, assessment, scan),
        **converted(assessment, product),
    )
    enter([work])
    record(
        actor,
        "work_added",
        subject=work,
        unit_path=assessment.unit.path,
        sheet=assessment.pk,
        origin=str(origin),
        quantity=quantity,
    )
    return work


@transaction.atomic
def report_done(
    actor,
    *,
    work_id: int,
    done: Decimal,
    done_on: date,
    exceeds: Decimal = Decimal(0),
    mode: str = "",
    evidence: str = "",
    scan=None,
) -> Work:
    """How many of the assigned pieces are finished by now. A piece finished after its date is one
    delay; one that is only entered late is none.
    """
    work = _own_work(actor, work_id)
    assessment = work.assessment
    _check_day(assessment, done_on)
    if done > work.assigned - work.returned:
        refuse(
            "work.too_many",
            (
                f"Được giao {in_words(work.assigned - work.returned)}; phần làm thêm ghi thành "
                f"việc phát sinh."
            ),
            "NĐ 335/2025, Điều 18.1.d",
        )
    if exceeds > done:
        refuse("work.exceeds", "Số vượt yêu cầu không nhiều hơn số hoàn thành.")
    before = work.finished
    work.done, work.done_on, work.exceeds = done, done_on, exceeds
    work.mode, work.evidence = mode or work.mode, tidy(nfc(evidence)) or work.evidence
    work.scan = _stored(actor, assessment, scan) or work.scan
    work.confirmed_at = work.confirmed_by = None
    work.save()
    note_delays([work], before)
    record(
        actor,
        "work_reported",
        subject=work,
        unit_path=assessment.unit.path,
        sheet=assessment.pk,
        done=done,
        done_on=done_on,
    )
    return work


@transaction.atomic
def give_back(actor, *, work_id: int, quantity: Decimal, reason: str) -> Work:
    """What cannot be done goes back: it stays assigned and does not count as done (Đ18.1.d)."""
    work = _own_work(actor, work_id)
    if not reason.strip():
        refuse("work.reason", "Ghi lý do không làm được.")
    if not 0 < quantity <= work.assigned - work.returned - work.done:
        refuse(
            "work.nothing_left",
            f"Chỉ còn {in_words(work.assigned - work.returned - work.done)} chưa làm để trả lại.",
        )
    work.returned += quantity
    work.note = tidy(nfc(reason))
    work.save(update_fields=["returned", "note"])
    record(
        actor,
        "work_given_back",
        subject=work,
        unit_path=work.assessment.unit.path,
        sheet=work.assessment_id,
        quantity=quantity,
    )
    return work


@transaction.atomic
def drop_own_work(actor, *, work_id: int) -> Work:
    """A line written by mistake; what was assigned cannot be taken away like this."""
    work = _own_work(actor, work_id)
    if work.source != "own":
        refuse(
            "work.assigned",
            "Việc được giao hoặc lấy từ hệ thống không xóa được; việc không làm được thì trả lại.",
        )
    work.dropped_at = now()
    work.save(update_fields=["dropped_at"])
    record(
        actor,
        "work_dropped",
        subject=work,
        unit_path=work.assessment.unit.path,
        sheet=work.assessment_id,
    )
    return work


@transaction.atomic
def rate_oneself(actor, *, assessment_id: int, points: Mapping[str, Decimal | None]) -> Assessment:
    """The own points of the ten general criteria (Đ18.2). A draft may leave some open."""
    assessment = lock_own(actor, assessment_id)
    assessment.general_self = checked_points(points, policy_of(assessment))
    assessment.save(update_fields=["general_self"])
    record(actor, "sheet_self_rated", subject=assessment, unit_path=assessment.unit.path)
    return assessment


@transaction.atomic
def submit_assessment(actor, *, assessment_id: int) -> Assessment:
    """To the scoring authority. Work still unconverted or not confirmed does not keep it back: the
    head sees it.
    """
    assessment = lock_own(actor, assessment_id)
    lacking = [
        code
        for code, _ in policy_of(assessment).general_criteria
        if assessment.general_self.get(code) in (None, "")
    ]
    if lacking:
        refuse(
            "sheet.general",
            f"Còn tiêu chí chưa tự chấm: {', '.join(lacking)}.",
            "NĐ 335/2025, Điều 18.2, Mẫu số 01",
        )
    assessment.state, assessment.submitted_at = AssessmentState.SUBMITTED, now()
    assessment.save(update_fields=["state", "submitted_at"])
    record(actor, "sheet_submitted", subject=assessment, unit_path=assessment.unit.path)
    return assessment


def checked_points(
    points: Mapping[str, Decimal | None], policy: ScoringPolicy
) -> dict[str, str | None]:
    """As they are stored; refused when a criterion is unknown or gets more than it can."""
    most = dict(policy.general_criteria)
    for code, value in points.items():
        if code not in most:
            refuse("sheet.criterion", f"Mẫu số 01 không có tiêu chí {code}.")
        if value is not None and not 0 <= value <= most[code]:
            refuse(
                "sheet.points",
                f"Tiêu chí {code} cho từ 0 đến {in_words(most[code])} điểm.",
                "NĐ 335/2025, Mẫu số 01",
            )
    return {code: None if value is None else str(value) for code, value in points.items()}


def _own_work(actor, work_id: int) -> Work:
    work = lock_work(actor, work_id)
    check_own(actor, work.assessment)
    return work


def _check_day(assessment: Assessment, day: date) -> None:
    if day > today():
        refuse("work.future", "Ngày xong không thể ở sau hôm nay.")
    if not assessment.starts_on <= day <= assessment.ends_on:
        refuse(
            "work.other_period",
            (
                f"Ngày xong phải trong {assessment.span.label_vi()} "
                f"({assessment.starts_on:%d/%m/%Y} đến {assessment.ends_on:%d/%m/%Y})."
            ),
        )


def _product(product_id: int | None) -> Product | None:
    if product_id is None:
        return None
    found = Product.objects.filter(
        pk=product_id, catalogue__state__in=IN_FORCE, is_dropped=False
    ).first()
    if found is None:
        raise NotVisible
    return found


def _stored(actor, assessment: Assessment, upload):
    return store(actor, upload, unit_path=assessment.unit.path, allowed=SCANS) if upload else None


def in_words(value: Decimal) -> str:
    """1.50 -> 1,5: as a person writes it."""
    return f"{value.normalize():f}".replace(".", ",")

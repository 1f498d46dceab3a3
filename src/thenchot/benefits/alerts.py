"""What is reminded about policies: those to look at again, people unanswered, commitments."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop as noop

from thenchot.benefits.access import SEE, SEE_POLICIES
from thenchot.benefits.enums import CaseState, PolicyState
from thenchot.benefits.models import Affected, Case, Policy
from thenchot.benefits.queries.cases import UNANSWERED
from thenchot.benefits.rules.running import committed_until
from thenchot.documents.models import DirectiveLink, LinkKind
from thenchot.documents.queries import key_of
from thenchot.people.models import Appointment
from thenchot.platform import policies
from thenchot.platform.alerts.findings import about, due, roles
from thenchot.platform.alerts.registry import Finding, alert
from thenchot.platform.scope.roles import Role
from thenchot.policy.parameters import BenefitsPolicy


def _policy(path: str, on: date) -> BenefitsPolicy:
    return policies.in_force(BenefitsPolicy, path=path, on=on)


@alert("benefit_policy_ends", _("Chính sách sắp hết hạn nhận hồ sơ"), SEE_POLICIES)
def ending(on: date) -> Iterator[Finding]:
    """Policies in force whose last day for new cases comes (S3-056)."""
    rows = Policy.objects.filter(state=PolicyState.IN_FORCE, closes_on__gte=on)
    for one in rows.select_related("unit").order_by("pk"):
        remind = timedelta(days=_policy(one.unit.path, on).remind_days)
        if one.closes_on is None or one.closes_on > on + remind:
            continue
        yield due(
            one,
            f"{one.name}: nhận hồ sơ đến {one.closes_on:%d/%m/%Y}",
            last=one.closes_on,
            on=on,
            path=one.unit.path,
            basis="S3-056",
            next_step=noop("Lập hồ sơ còn lại, hoặc ghi văn bản kéo dài"),
            url=reverse("benefit_policy", args=[one.pk]),
            tells=roles(one.unit.path, Role.OFFICER),
        )


@alert("benefit_basis_replaced", _("Căn cứ của chính sách đã có văn bản thay thế"), SEE_POLICIES)
def replaced(on: date) -> Iterator[Finding]:
    """Told by a review, or by a document of the library that replaces it (S3-056)."""
    rows = list(Policy.objects.filter(state=PolicyState.IN_FORCE).select_related("unit"))
    newer = _newer({key_of(part) for one in rows for part in numbers_of(one)})
    for one in sorted(rows, key=lambda row: row.pk):
        known = (
            newer.get((key_of(part), home))
            for part in numbers_of(one)
            for home in one.unit.ancestor_ids
        )
        by = one.replaced_basis or next(filter(None, known), "")
        if not by:
            continue
        yield about(
            one,
            f"{one.name}: căn cứ {one.basis_number} đã được thay bởi {by}",
            path=one.unit.path,
            basis="S3-056",
            next_step=noop("Soạn phiên bản mới theo văn bản thay thế, hoặc thôi áp dụng"),
            url=reverse("benefit_policy", args=[one.pk]),
            tells=roles(one.unit.path, Role.OFFICER),
        )


def numbers_of(policy: Policy) -> list[str]:
    """Numbers of the documents a policy names."""
    return [part.strip() for part in policy.basis_number.split(";") if part.strip()]


def _newer(keys: set[str]) -> dict[tuple[str, int], str]:
    """Key of a number, and whose library -> the document that replaces it."""
    rows = DirectiveLink.objects.filter(kind=LinkKind.REPLACES).filter(
        Q(cited_key__in=keys) | Q(target__match_key__in=keys)
    )
    return {
        (key, link.source.home_id): str(link.source)
        for link in rows.select_related("source", "target")
        for key in (link.cited_key, link.target.match_key if link.target else "")
        if key
    }


@alert("benefit_unanswered", _("Người chịu tác động của sắp xếp chưa có câu trả lời"), SEE)
def unanswered(on: date) -> Iterator[Finding]:
    """Nobody is left without a policy or a reason (S3-060, S3-070)."""
    rows = Affected.objects.filter(UNANSWERED).select_related("rearrangement__unit", "person")
    for row in rows.order_by("pk"):
        place = row.rearrangement.unit.path
        last = row.added_on + timedelta(days=_policy(place, on).answer_days)
        if on < last:
            continue
        yield due(
            row,
            f"{row.person.full_name}: chưa được trả lời về chế độ sau “{row.rearrangement.name}”",
            last=last,
            on=on,
            path=place,
            basis="S3-060",
            next_step=noop("Chọn chế độ, hoặc ghi vì sao không có"),
            url=reverse("rearrangement", args=[row.rearrangement_id]) + "?waiting=on",
            tells=roles(place, Role.OFFICER),
        )


def _committed() -> list[tuple[Case, date]]:
    """With the last day of the commitment."""
    rows = Case.objects.filter(
        state__in=[CaseState.APPROVED, CaseState.PAID],
        commitment_months__gt=0,
        left_on__isnull=True,
    )
    return [
        (case, committed_until(case.commitment_from, case.commitment_months))
        for case in rows.select_related("unit", "person").order_by("pk")
        if case.commitment_from
    ]


@alert("benefit_commitment_ends", _("Cam kết phục vụ sắp hết hạn"), SEE)
def commitments(on: date) -> Iterator[Finding]:
    """Talented people whose commitment ends (S0-066)."""
    for case, last in _committed():
        remind = timedelta(days=_policy(case.unit.path, on).remind_days)
        if not on <= last <= on + remind:
            continue
        yield due(
            case,
            f"{case.person.full_name}: cam kết phục vụ đến {last:%d/%m/%Y}",
            last=last,
            on=on,
            path=case.unit.path,
            basis="S0-066",
            next_step=noop("Trao đổi để người được thu hút tiếp tục làm việc"),
            url=reverse("benefit_case", args=[case.pk]),
            tells=roles(case.unit.path, Role.OFFICER),
        )


@alert("benefit_left_early", _("Người được thu hút nghỉ trước hạn cam kết"), SEE)
def left_early(on: date) -> Iterator[Finding]:
    """The commitment runs, but the person holds no post any more (S0-139)."""
    seats = Appointment.objects.in_force(on).filter(person=OuterRef("person"))
    gone = Case.objects.filter(~Exists(seats), commitment_from__lte=on)
    ids = set(gone.values_list("pk", flat=True))
    for case, until in _committed():
        if case.pk not in ids or on > until:
            continue
        yield about(
            case,
            f"{case.person.full_name}: không còn vị trí, cam kết đến {until:%d/%m/%Y}",
            path=case.unit.path,
            basis="S0-139",
            next_step=noop("Ghi ngày nghỉ để tính hoàn trả"),
            url=reverse("benefit_case", args=[case.pk]),
            tells=roles(case.unit.path, Role.OFFICER),
        )

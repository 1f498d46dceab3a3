"""What this room asks to be looked at. Who is below the standard is read from the findings of the
last count; a rule costs the same number of queries for each chunk, however many people it finds.
"""

from dataclasses import replace
from datetime import timedelta
from itertools import groupby

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop as noop

from thenchot.organisation.models import HOMES, JobPosition, Unit
from thenchot.people.models import Appointment, Qualification
from thenchot.platform import policies
from thenchot.platform.alerts.registry import Audience, Finding, Severity, alert
from thenchot.platform.scope.roles import Role
from thenchot.policy.parameters import StandardsPolicy
from thenchot.standards import access
from thenchot.standards.enums import Lack, State
from thenchot.standards.law import NO_TITLE, TITLE_FIELDS, in_position, law_on, post_in
from thenchot.standards.models import Exemption, Requirement, Shortfall, Verdict
from thenchot.standards.rules import demand_of, next_step_for

CHUNK = 2_000
NAMED = 4  # missing items named in one line; the page has all of them


@alert("standard_missing", _("Thiếu chuẩn vị trí việc làm, chức danh"), access.SEE_GAPS)
def below_standard(on):
    """Below the standard of the post held: one alert a person, naming what is missing (S0-147)."""
    asked = {
        row.pk: row for row in Requirement.objects.filter(set__state="issued").select_related("set")
    }
    keys = ("person_id", "person__full_name", "unit__path", "requirement_id", "lack", "since")
    rows = Shortfall.objects.standing().filter(
        state=State.MISSING, requirement__set__state="issued"
    )
    rows = rows.order_by("person_id", "requirement_id").values_list(*keys).iterator(CHUNK)
    for (person_id, name, path), found in groupby(rows, key=lambda row: row[:3]):
        lacking = [(asked[key], lack, since) for *_, key, lack, since in found]
        yield _below(person_id, name, path, lacking)


def _below(person_id, name, path, lacking):
    first, lack, _since = lacking[0]
    names = "; ".join(row.name for row, *_ in lacking[:NAMED]) + (
        "; …" if len(lacking) > NAMED else ""
    )
    articles = ", ".join(part for part in (first.clause, first.set.basis) if part)
    return Finding(
        "people.person",
        str(person_id),
        "",
        path,
        Severity.ACT,
        min(since for *_, since in lacking),
        f"{name}: còn thiếu {len(lacking)} tiêu chuẩn: {names}"[:500],
        f"S0-147; {articles}"[:300],
        next_step_for(State.MISSING, Lack(lack), first.next_step),
        _page(person_id),
        audience=(Audience(Role.HEAD, path), Audience(Role.OFFICER, path)),
    )


def _page(person_id):
    return f"/people/{person_id}/standards/"


@alert("certificate_expiring", _("Chứng chỉ sắp hết hạn"), access.SEE_GAPS)
def expiring(on):
    """Certificates that run out within the days of the policy, of people who hold a post."""
    held = Appointment.objects.in_force(on).filter(person=OuterRef("person"), is_primary=True)
    rows = Qualification.objects.filter(
        expires_on__range=(on, on + timedelta(days=366)), is_studying=False
    )
    rows = rows.annotate(path=held.values("unit__path")[:1]).filter(Exists(held)).order_by("pk")
    keys = ("pk", "person_id", "person__full_name", "name", "kind", "expires_on", "path")
    kinds = dict(Qualification._meta.get_field("kind").choices)
    days: dict[str, int] = {}
    for pk, person_id, name, paper, kind, expires_on, path in rows.values_list(*keys).iterator(
        CHUNK
    ):
        if path not in days:
            days[path] = policies.in_force(
                StandardsPolicy, path=path, on=on
            ).certificate_remind_days
        first = expires_on - timedelta(days=days[path])
        if first <= on:
            yield Finding(
                "people.qualification",
                str(pk),
                expires_on.isoformat(),
                path,
                Severity.ACT,
                first,
                f"{name}: {paper or kinds[kind]} hết hạn ngày {expires_on:%d/%m/%Y}"[:500],
                next_step=noop("Đăng ký thi lại hoặc gia hạn"),
                url=_page(person_id),
                audience=(Audience(Role.HEAD, path), Audience(Role.OFFICER, path)),
            )


@alert("exemption_review", _("Miễn tiêu chuẩn đến ngày xem lại"), access.SEE_GAPS)
def to_review(on):
    """Exemptions whose day of review has come."""
    held = Appointment.objects.in_force(on).filter(person=OuterRef("person"), is_primary=True)
    rows = (
        Exemption.objects.in_force(on)
        .filter(review_on__lte=on)
        .annotate(path=held.values("unit__path")[:1])
        .filter(Exists(held))
    )
    keys = ("pk", "person_id", "person__full_name", "requirement__name", "review_on", "path")
    for pk, person_id, name, requirement, review_on, path in (
        rows.order_by("pk").values_list(*keys).iterator(CHUNK)
    ):
        yield Finding(
            "standards.exemption",
            str(pk),
            review_on.isoformat(),
            path,
            Severity.ACT,
            review_on,
            f"{name}: đến ngày xem lại việc miễn “{requirement}”"[:500],
            next_step=noop("Kết thúc miễn, hoặc ghi lần miễn mới"),
            url=_page(person_id),
            audience=(Audience(Role.OFFICER, path),),
        )


@alert("post_without_standard", _("Chức danh, vị trí chưa có tiêu chuẩn"), access.SEE_BOARD)
def without_standard(on):
    """A title somebody holds, or an approved position, that no set in force asks anything of; once
    for each commune.
    """
    homes = dict(Unit.objects.filter(kind__in=HOMES).values_list("pk", "path"))
    yield from _untouched_titles(on, homes)
    yield from _untouched_positions(on, homes)


def _untouched_titles(on, homes):
    asked = Verdict.objects.standing().filter(person=OuterRef("person"))
    seats = Appointment.objects.in_force(on).filter(
        ~Exists(asked), is_primary=True, title_ref__isnull=False
    )
    keys = ("title_ref_id", "title_ref__name", "unit__path")
    found = {}
    for title_id, name, path in (
        seats.order_by("unit__path").values_list(*keys).distinct().iterator(CHUNK)
    ):
        found.setdefault((title_id, _home(path, homes)), name)
    for (title_id, home), name in found.items():
        yield _untouched(
            "organisation.title", title_id, home, f"Chức danh {name} chưa có tiêu chuẩn"
        )


def _untouched_positions(on, homes):
    law = law_on(on)
    rows = (
        JobPosition.objects.filter(scheme__state="approved", is_dropped=False)
        .select_related("unit", "title")
        .order_by("pk")
    )
    for row in rows.iterator(CHUNK):
        title = [getattr(row.title, name) for name in TITLE_FIELDS] if row.title else NO_TITLE
        post = in_position(
            post_in(row.unit.bloc, title, "", False), row.group, row.fields, row.competencies
        )
        post = replace(post, position=row.code)
        sets = law.for_unit(row.unit.path)
        if not any(demand_of(standard, post) for pk in sets for standard in law.standards[pk]):
            message = f"Vị trí {row.code} {row.name} chưa có tiêu chuẩn"
            yield _untouched(
                "organisation.jobposition", row.pk, _home(row.unit.path, homes), message
            )


def _home(path, homes):
    """Path of the nearest commune or province."""
    ids = [int(part) for part in path.split("/") if part]
    return next((homes[pk] for pk in reversed(ids) if pk in homes), path)


def _untouched(kind, pk, home, message):
    return Finding(
        kind,
        str(pk),
        home,
        home,
        Severity.INFO,
        None,
        message[:500],
        "S0-020",
        noop("Bổ sung vào bộ tiêu chuẩn, hoặc ghi rõ không áp dụng"),
        reverse("set_list"),
        audience=(Audience(Role.OFFICER, home),),
    )

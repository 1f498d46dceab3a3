"""The job-position scheme of an agency and its positions: drafted, submitted, approved, replaced by
the next version.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db import transaction

from thenchot.organisation import catalogue
from thenchot.organisation.access import KEEP_POSTS
from thenchot.organisation.describing import clean_competencies, clean_description
from thenchot.organisation.models import JobPosition, PositionScheme, SchemeState, Title
from thenchot.organisation.queries import get_unit
from thenchot.organisation.queries.schemes import title_by_code
from thenchot.organisation.rules import schemes as rules
from thenchot.organisation.services.tree import clean
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible, require

WRITTEN = (
    "unit_id",
    "title_id",
    "code",
    "name",
    "group",
    "rank_code",
    "approved_number",
    "fields",
    "description",
    "competencies",
)


_CLEANED = {
    "code": clean,
    "name": clean,
    "description": clean_description,
    "competencies": clean_competencies,
}


@transaction.atomic
def begin_scheme(actor, *, unit_id: int, name: str) -> PositionScheme:
    """A new version of the agency's scheme; it starts with the positions of the version in
    force.
    """
    unit = get_unit(actor, unit_id)
    require(actor, KEEP_POSTS, unit.path)
    in_work = PositionScheme.objects.filter(
        unit=unit, state__in=[SchemeState.DRAFT, SchemeState.SUBMITTED]
    ).first()
    rules.may_begin(in_work and str(in_work)).or_refuse()
    last = PositionScheme.objects.filter(unit=unit).order_by("-version").first()
    scheme = PositionScheme.objects.create(
        unit=unit,
        name=clean(name),
        version=last.version + 1 if last else 1,
        created_by_id=actor.account_id,
    )
    _copy(PositionScheme.objects.filter(unit=unit, state=SchemeState.APPROVED).first(), scheme)
    record(actor, "scheme_begun", subject=scheme, unit_path=unit.path, version=scheme.version)
    return scheme


def _copy(source: PositionScheme | None, scheme: PositionScheme) -> None:
    rows = source.positions.kept().values(*WRITTEN) if source else ()
    JobPosition.objects.bulk_create(JobPosition(scheme=scheme, **row) for row in rows)


@transaction.atomic
def submit_scheme(actor, *, scheme_id: int, on: date | None = None) -> PositionScheme:
    scheme = lock_scheme(actor, scheme_id)
    _move(scheme, "submit")
    scheme.submitted_on, scheme.note = on or today(), ""
    scheme.save(update_fields=["state", "submitted_on", "note"])
    record(
        actor,
        "scheme_submitted",
        subject=scheme,
        unit_path=scheme.unit.path,
        on=scheme.submitted_on,
    )
    return scheme


@transaction.atomic
def return_scheme(actor, *, scheme_id: int, note: str) -> PositionScheme:
    """The competent body sent it back; it is a draft again."""
    scheme = lock_scheme(actor, scheme_id)
    _move(scheme, "return", note=note)
    scheme.submitted_on, scheme.note = None, note.strip()[:300]
    scheme.save(update_fields=["state", "submitted_on", "note"])
    record(actor, "scheme_returned", subject=scheme, unit_path=scheme.unit.path, note=note)
    return scheme


@transaction.atomic
def approve_scheme(actor, *, scheme_id: int, decision: str, valid_from: date) -> PositionScheme:
    """The decision of the competent body is recorded; the version in force until then ends the day
    before.
    """
    scheme = lock_scheme(actor, scheme_id)
    present = (
        PositionScheme.objects.filter(unit=scheme.unit, state=SchemeState.APPROVED)
        .select_for_update()
        .first()
    )
    rules.may_approve(decision, valid_from, present and present.valid_from).or_refuse()
    _move(scheme, "approve")
    if present:
        present.state, present.valid_to = SchemeState.REPLACED, valid_from - timedelta(days=1)
        present.save(update_fields=["state", "valid_to"])
    scheme.decision, scheme.valid_from = clean(decision), valid_from
    scheme.save(update_fields=["state", "decision", "valid_from"])
    facts = {
        "decision": scheme.decision,
        "valid_from": valid_from,
        "replaces": present and present.pk,
    }
    record(actor, "scheme_approved", subject=scheme, unit_path=scheme.unit.path, **facts)
    return scheme


@transaction.atomic
def put_position(actor, *, scheme_id: int, position_id: int | None = None, **fields) -> JobPosition:
    """A position of a draft: a new one, or the one with this id as it is to read now."""
    scheme = lock_scheme(actor, scheme_id)
    rules.may_edit(scheme.state).or_refuse()
    position = (
        scheme.positions.filter(pk=position_id).first()
        if position_id
        else JobPosition(scheme=scheme)
    )
    if position is None:
        raise NotVisible
    is_new, position.is_dropped = position.pk is None, False
    _write(actor, position, fields)
    facts = {"code": position.code, "called": position.name}
    record(
        actor,
        "position_added" if is_new else "position_described",
        subject=position,
        unit_path=scheme.unit.path,
        **facts,
    )
    return position


@transaction.atomic
def drop_position(actor, *, scheme_id: int, position_id: int) -> JobPosition:
    """The draft goes on without it; described again it is back."""
    scheme = lock_scheme(actor, scheme_id)
    rules.may_edit(scheme.state).or_refuse()
    position = scheme.positions.kept().filter(pk=position_id).first()
    if position is None:
        raise NotVisible
    position.is_dropped = True
    position.save(update_fields=["is_dropped"])
    record(
        actor, "position_dropped", subject=position, unit_path=scheme.unit.path, code=position.code
    )
    return position


@transaction.atomic
def take_from_catalogue(actor, *, scheme_id: int, codes: Iterable[str], unit_id: int) -> int:
    """Positions of the shipped catalogue that the scheme does not have yet, for one unit; how many
    were added.
    """
    scheme = lock_scheme(actor, scheme_id)
    rules.may_edit(scheme.state).or_refuse()
    unit = get_unit(actor, unit_id)
    wanted = set(codes)
    back = scheme.positions.filter(code__in=wanted, is_dropped=True).update(is_dropped=False)
    taken, titles = set(scheme.positions.values_list("code", flat=True)), title_by_code(scheme.unit)
    rows = [one for one in catalogue.positions() if one.code in wanted and one.code not in taken]
    JobPosition.objects.bulk_create(_shipped(scheme, unit, one, titles) for one in rows)
    record(
        actor,
        "positions_taken",
        subject=scheme,
        unit_path=scheme.unit.path,
        codes=[one.code for one in rows],
    )
    return len(rows) + back


def _shipped(
    scheme: PositionScheme, unit, one: catalogue.ShippedPosition, titles: dict[str, Title]
) -> JobPosition:
    return JobPosition(
        scheme=scheme,
        unit=unit,
        title=titles.get(one.title),
        code=one.code,
        name=one.name,
        group=one.group,
        rank_code=one.rank,
        fields=list(one.fields),
        description=clean_description(one.description),
        competencies=clean_competencies(one.competencies),
    )


def lock_scheme(actor, scheme_id: int) -> PositionScheme:
    """A scheme the actor may change, locked."""
    schemes = (
        PositionScheme.objects.visible_to(actor)
        .select_related("unit")
        .select_for_update(of=("self",))
    )
    scheme = schemes.filter(pk=scheme_id).first()
    if scheme is None:
        raise NotVisible
    require(actor, KEEP_POSTS, scheme.unit.path)
    return scheme


def _move(scheme: PositionScheme, move: str, note: str = "") -> None:
    rules.may_move(
        scheme.state, move, positions=scheme.positions.kept().count(), note=note
    ).or_refuse()
    scheme.state = rules.state_after(scheme.state, move)


def _write(actor, position: JobPosition, fields: dict) -> None:
    unknown = set(fields) - set(WRITTEN)
    if unknown:
        raise TypeError(f"no such fields: {sorted(unknown)}")
    if "unit_id" in fields:
        fields["unit_id"] = get_unit(actor, fields["unit_id"]).pk
    for name, value in fields.items():
        setattr(position, name, _CLEANED[name](value) if name in _CLEANED else value)
    rules.may_describe(
        position.name, position.code, position.approved_number, position.competencies
    ).or_refuse()
    rules.code_is_free(position.code, _same_code(position)).or_refuse()
    position.save()


def _same_code(position: JobPosition) -> str | None:
    same = (
        JobPosition.objects.filter(scheme=position.scheme, code=position.code)
        .exclude(pk=position.pk)
        .first()
    )
    return same and (f"{same.name} (đã bỏ khỏi dự thảo)" if same.is_dropped else same.name)

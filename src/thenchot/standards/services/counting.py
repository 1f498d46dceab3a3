"""Counting: everybody, everybody under a draft, and the one person whose file changed."""

from collections import Counter
from datetime import date

from django.db import transaction

from thenchot.people.models import Person
from thenchot.platform.clock import now, today
from thenchot.platform.datasets import engine, exclusive, snapshot
from thenchot.standards.enums import GapState
from thenchot.standards.evaluation import Judged, judge_person
from thenchot.standards.law import Law, law_of, law_on
from thenchot.standards.models import Shortfall, StandardSet, Sweep, Tally, Verdict
from thenchot.standards.recording import record_findings, record_foreseen
from thenchot.standards.sweep import DATASETS, Count, statement

COUNTED = (GapState.MET, GapState.MISSING, GapState.IN_TRAINING, GapState.EXEMPT)


def count_all(on: date | None = None) -> Sweep:
    """Snapshots, the count, the findings brought in line. Twice the same day changes nothing the
    second time.
    """
    on = on or today()
    with exclusive("standards"):
        recorded_at = min(snapshot(name).recorded_at for name in DATASETS)
        with engine(*DATASETS) as db:
            people = Count(db, law_on(on), on).compute()
            changes = record_findings(db, on)
    return Sweep.objects.create(
        on=on, recorded_at=recorded_at, finished_at=now(), people=people, changes=changes
    )


def foresee(set_id: int) -> int:
    """Who falls short under a draft on its first day, and how the same people stand without it. How
    many do not meet some requirement.
    """
    draft = StandardSet.objects.select_related("unit").get(pk=set_id)
    begun, on = now(), max(draft.valid_from or today(), today())
    with exclusive("standards"):
        for name in DATASETS:
            snapshot(name)
        with engine(*DATASETS) as db:
            Count(db, law_on(on).only(draft.code), on).compute()
            db.execute(statement("before"))
            Count(db, law_on(on, draft=draft).only(draft.code), on).compute()
            db.execute(statement("foreseen"), {"draft": draft.pk})
            draft.foreseen_run += 1
            record_foreseen(db, draft)
            short = db.execute(
                "SELECT count(DISTINCT person_id) FROM foreseen WHERE state = 'missing'"
            ).fetchone()[0]
    StandardSet.objects.filter(pk=draft.pk).update(
        foreseen_at=begun, foreseen_on=on, foreseen_run=draft.foreseen_run
    )
    return short


def rejudge(person_id: int, on: date | None = None) -> Judged | None:
    """After a change of one file: findings of that person, and the sums of the units and titles
    that it touches.
    """
    on = on or today()
    law = law_on(on)
    if not law.sets and not Verdict.objects.standing().filter(person=person_id).exists():
        return None
    with transaction.atomic():
        if not Person.objects.select_for_update().filter(pk=person_id).exists():
            return None
        judged = judge_person(person_id, on, law=law)
        places = _verdicts(judged, law)
        _shortfalls(judged)
        for place in places:
            recount(*place, on)
    return judged


def _verdicts(judged: Judged, law: Law) -> set[tuple[int, int, int | None]]:
    """(set, unit, title) before and after."""
    held = {row.set_id: row for row in Verdict.objects.standing().filter(person=judged.person_id)}
    places = {(row.set_id, row.unit_id, row.title_id) for row in held.values()}
    for set_id in judged.set_ids:
        asked = sum(
            {law.bits[gap.demand.standard.key] for gap in judged.gaps if gap.set_id == set_id}
        )
        told = {
            "unit_id": judged.seat.unit_id,
            "title_id": judged.seat.title_id,
            "state": str(judged.overall(set_id)),
            "asked": asked,
        }
        _bring_in_line(Verdict, held.pop(set_id, None), told, judged, set_id=set_id)
        places.add((set_id, judged.seat.unit_id, judged.seat.title_id))
    for gone in held.values():
        gone.ended_on = judged.on
        gone.save(update_fields=["ended_on"])
    return places


def _bring_in_line(model, row, told: dict, judged: Judged, **keys) -> None:
    if row is None:
        model.objects.create(person_id=judged.person_id, since=judged.on, **keys, **told)
    elif any(getattr(row, name) != value for name, value in told.items()):
        row.since = judged.on if row.state != told["state"] else row.since
        for name, value in told.items():
            setattr(row, name, value)
        row.save()


def _shortfalls(judged: Judged) -> None:
    """As `recording.record_shortfalls`: another state or kind of lack is another row."""
    held = {
        row.requirement_id: row
        for row in Shortfall.objects.standing().filter(person=judged.person_id)
    }
    short = {
        gap.demand.standard.key: gap.result for gap in judged.gaps if gap.state != GapState.MET
    }
    for key, row in held.items():
        result = short.get(key)
        if result is None or (row.state, row.lack) != (result.state, result.lack):
            row.ended_on = judged.on
            row.save(update_fields=["ended_on"])
            continue
        if row.unit_id != judged.seat.unit_id:
            row.unit_id = judged.seat.unit_id
            row.save(update_fields=["unit"])
        short.pop(key)
    Shortfall.objects.bulk_create(
        Shortfall(
            person_id=judged.person_id,
            requirement_id=key,
            unit_id=judged.seat.unit_id,
            state=str(result.state),
            lack=str(result.lack),
            since=judged.on,
        )
        for key, result in short.items()
    )


def recount(set_id: int, unit_id: int, title_id: int | None, on: date) -> None:
    """The sums of one unit and title from the findings of its people; the same figures as statement
    `tallies`.
    """
    people = list(Verdict.objects.standing().filter(set=set_id, unit=unit_id, title=title_id))
    short = Shortfall.objects.standing().filter(
        person__in=[row.person_id for row in people], requirement__set=set_id
    )
    sums: dict[tuple, Counter] = {}
    for row in people:
        sums.setdefault((None, row.asked), Counter())[row.state] += 1
    for key, state in short.values_list("requirement_id", "state"):
        sums.setdefault((key, 0), Counter())[state] += 1
    _meet(set_id, people, sums)
    _write_sums(set_id, unit_id, title_id, sums, on)


def _meet(set_id: int, people: list[Verdict], sums: dict[tuple, Counter]) -> None:
    bits = law_of([StandardSet.objects.get(pk=set_id)]).bits
    for (key, _), counts in sums.items():
        if key is not None:
            asked = sum(1 for row in people if row.asked & bits[key])
            counts[GapState.MET] = asked - sum(counts.values())


def _write_sums(set_id, unit_id, title_id, sums, on: date) -> None:
    stored = {
        (row.requirement_id, row.asked): row
        for row in Tally.objects.filter(set=set_id, unit=unit_id, title=title_id)
    }
    for key in stored.keys() | sums.keys():
        row = stored.get(key) or Tally(
            set_id=set_id, unit_id=unit_id, title_id=title_id, requirement_id=key[0], asked=key[1]
        )
        told = {str(state): sums.get(key, Counter())[state] for state in COUNTED}
        if row.pk is None or any(getattr(row, name) != value for name, value in told.items()):
            for name, value in told.items():
                setattr(row, name, value)
            row.on = on
            row.save()

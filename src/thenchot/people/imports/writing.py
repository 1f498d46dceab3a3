"""The plans of a list become rows: new people in bulk, changed ones with what they were until now.
The caller holds the transaction; one event for the list, one chained event for each person.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any

from thenchot.organisation.models import Unit
from thenchot.organisation.queries import match_titles
from thenchot.people import columns as c
from thenchot.people.enums import DatePrecision
from thenchot.people.former import as_text
from thenchot.people.imports.batch import Batch
from thenchot.people.imports.judging import first_day
from thenchot.people.imports.plan import Plan
from thenchot.people.imports.records import put_records
from thenchot.people.models import Appointment, Particulars, Person, Presence
from thenchot.people.names import folded_words, stored_order
from thenchot.people.presence import homes_in, refresh
from thenchot.people.signals import list_taken_in
from thenchot.platform.audit.trail import digest, record, record_many
from thenchot.platform.clock import now, today
from thenchot.platform.runtime.afterwards import after_commit
from thenchot.platform.runtime.bulk import insert_rows, reserve_ids

CHUNK = 1_000
_DAY = timedelta(days=1)
_OF_SEAT = ("is_head", "staff_kind", "decision", "reappoint_on")
Tell = Callable[[str, int, int], None]


def write(
    actor, home: Unit, plans: Sequence[Plan], *, source: str, tell: Tell, **facts: Any
) -> None:
    """`source`: where it comes from, kept with every row; `facts` go into the event of the list."""
    new, changed = [p for p in plans if p.is_new], [p for p in plans if not p.is_new and p.differs]
    writer = _Writer(actor, home, plans, source)
    writer.change(changed)
    for at in range(0, len(new), CHUNK):
        tell("Ghi hồ sơ", at, len(new))
        writer.create(new[at : at + CHUNK])
    record(actor, "people_imported", subject=home, unit_path=home.path, source=source, **facts)
    record_many(actor, "person_imported", Person, (_event(plan) for plan in (*changed, *new)))
    after_commit(partial(list_taken_in.send, sender=Person, actor=actor, home=home))


def _event(plan: Plan) -> tuple[int, str, dict]:
    """The trail names what changed and keeps digests, never values."""
    if plan.state is None:
        return plan.person_id, plan.unit.path, {"row": plan.key, "action": "created"}
    fields = {key: digest(_plain(after)) for key, (_, after) in plan.changes.items()}
    fields |= {area: digest(_plain(tuple(said.values()))) for area, said in plan.gained}
    return (
        plan.person_id,
        plan.state.place,
        {"row": plan.key, "action": "changed", "fields": fields},
    )


def _plain(value: Any) -> str:
    return "|".join(map(as_text, value)) if isinstance(value, tuple) else as_text(value)


class _Writer:
    def __init__(self, actor, home: Unit, plans: Sequence[Plan], source: str):
        self.home, self.on = home, today()
        self.batch = Batch(actor.account_id, source[:200], now())
        spoken = {
            (post.title, self._unit_of(plan, post).name)
            for plan in plans
            for post in plan.posts.posts
        }
        self.titles = match_titles(home, spoken)

    # New people

    def create(self, plans: Sequence[Plan]) -> None:
        for plan, pk in zip(plans, reserve_ids(Person, len(plans)), strict=True):
            plan.person_id = pk
            self._person(plan)
            self.batch.add(Particulars, person_id=pk, **_items(plan.said.keys(), plan.said))
            self._first_seats(plan)
            put_records(plan, None, self.batch)
        self.batch.insert()
        self._list(plans)

    def _person(self, plan: Plan) -> None:
        said = plan.said
        same = {
            name: said[name] for name in ("code", "sex", "email", "identity_no") if name in said
        }
        self.batch.add(
            Person,
            id=plan.person_id,
            full_name=plan.name,
            **_name(plan.name),
            **_born(*said.get("born", (None, DatePrecision.DAY))),
            registered_in_id=plan.unit.pk,
            **same,
        )

    def _first_seats(self, plan: Plan) -> None:
        first = plan.said["valid_from"]
        values = {name: plan.said[name] for name in _OF_SEAT if name in plan.said}
        self._seat(plan, plan.title, plan.unit, first, is_primary=True, **values)
        self._beside(plan, plan.posts.posts[1:], first)

    def _beside(self, plan: Plan, posts, first: date) -> None:
        """Posts held beside the primary one, each where its words say, else in the own unit."""
        for post in posts:
            unit = self._unit_of(plan, post)
            self._seat(plan, post.title, unit, max(first, unit.valid_from), is_primary=False)

    def _seat(self, plan: Plan, title: str, unit: Unit, first: date, **values: Any) -> None:
        found = self.titles.get((title, unit.name))
        ref = {"title_ref_id": found.pk} if found else {}
        self.batch.add(
            Appointment,
            person_id=plan.person_id,
            unit_id=unit.pk,
            title=title,
            valid_from=first,
            **ref,
            **values,
        )

    def _unit_of(self, plan: Plan, post) -> Unit:
        sits = plan.state.seat.unit if plan.state and plan.state.seat else None
        own = (plan.unit if plan.is_new or plan.moves else sits) or plan.unit or self.home
        return own if post is plan.posts.primary else post.unit or own

    def _list(self, plans: Sequence[Plan]) -> None:
        """Where new people are listed; whoever has several posts or a later first day is worked out
        from the seats.
        """
        later = {
            plan.person_id
            for plan in plans
            if len(plan.posts.posts) > 1 or plan.said["valid_from"] > self.on
        }
        homes = homes_in({plan.unit.path for plan in plans})
        rows = [
            {"person_id": plan.person_id, "home_id": home, **_name(plan.name)}
            for plan in plans
            if plan.person_id not in later
            for home in homes[plan.unit.path]
        ]
        insert_rows(Presence, rows, is_present=True)
        refresh(later)

    # People who are known

    def change(self, plans: Sequence[Plan]) -> None:
        for plan in plans:
            self._correct_person(plan)
            self._correct_items(plan)
            self._reseat(plan)
            put_records(plan, plan.state, self.batch)
        self.batch.give_way()
        self.batch.insert()
        refresh(plan.person_id for plan in plans)

    def _correct_person(self, plan: Plan) -> None:
        values: dict[str, Any] = {}
        for key in ("name", "code", "sex", "email", "identity_no", "born"):
            if key in plan.changes:
                values |= _personal(key, plan)
        values = {
            name: value
            for name, value in values.items()
            if getattr(plan.state.person, name) != value
        }
        for name in values.keys() - {"folded", "sort_key"}:
            self.batch.keep(plan.person_id, name, as_text(getattr(plan.state.person, name)))
        if values:
            self.batch.change(Person, plan.person_id, **values)

    def _correct_items(self, plan: Plan) -> None:
        values, kept = _items(plan.changes.keys(), plan.said), plan.state.particulars
        for name in values:
            self.batch.keep(
                plan.person_id, f"particulars.{name}", as_text(getattr(kept, name)) if kept else ""
            )
        if values and kept:
            self.batch.change(Particulars, kept.pk, **values)
        elif values:
            self.batch.add(Particulars, person_id=plan.person_id, **values)

    def _reseat(self, plan: Plan) -> None:
        seat = plan.state.seat
        values = {name: plan.said[name] for name in _OF_SEAT if name in plan.said}
        if plan.moves:
            first = first_day(plan, self.on)
            if seat:
                self.batch.replace(seat, valid_to=first - _DAY)
            title = plan.title or (seat.title if seat else "")
            self._seat(plan, title, plan.unit, first, is_primary=True, **values)
        elif seat:
            changed = {
                name: plan.said[name] for name in (*_OF_SEAT, "valid_from") if name in plan.changes
            }
            if "title" in plan.changes and plan.title != seat.title:
                found = self.titles.get((plan.title, seat.unit.name))
                changed |= {"title": plan.title, "title_ref_id": found.pk if found else None}
            if changed:
                self.batch.replace(seat, **changed)
        if "title" in plan.changes:
            kept = {folded_words(title) for title in plan.state.titles}
            new = [post for post in plan.posts.posts[1:] if folded_words(post.title) not in kept]
            self._beside(plan, new, self.on)


def _name(name: str) -> dict[str, str]:
    return {"folded": folded_words(name), "sort_key": stored_order(name)}


def _personal(key: str, plan: Plan) -> dict[str, Any]:
    if key == "name":
        return {"full_name": plan.name, **_name(plan.name)}
    if key == "born":
        return _born(*plan.said["born"])
    return {key: plan.said[key]}


def _born(on: date | None, known: str) -> dict[str, Any]:
    return {
        "born_on": on,
        "born_year_only": known == DatePrecision.YEAR,
        "born_month_only": known == DatePrecision.MONTH,
    }


def _items(keys, said: dict[str, Any]) -> dict[str, Any]:
    return {
        column.field: said[column.key]
        for column in c.KEPT
        if column.area == "particulars" and column.key in keys
    }

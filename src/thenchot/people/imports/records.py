"""The tables of the file from a row of a list: a level becomes a qualification, a rank a salary
step, a text a reward.

What is higher is added beside what is there; what differs replaces the row it speaks of.
"""

from collections.abc import Set
from datetime import date, timedelta
from typing import Any

from thenchot.people import columns as c
from thenchot.people.enums import DatePrecision
from thenchot.people.imports.batch import Batch
from thenchot.people.imports.comparing import row_meant
from thenchot.people.imports.forms import STUDYING
from thenchot.people.imports.plan import Plan
from thenchot.people.imports.state import LISTS, FileState
from thenchot.people.models import Discipline, Qualification, Reward, SalaryStep
from thenchot.policy.codelists import code_list

_DAY = timedelta(days=1)
_FIELDS = {
    area: [column for column in c.KEPT if column.area == area] for area in (*LISTS, "salary")
}


def put_records(plan: Plan, state: FileState | None, batch: Batch) -> None:
    """Everything the row says of the tables (of a new person), or says anew (of one who is
    known).
    """
    news = plan.said.keys() if state is None else plan.changes.keys()
    for area in LISTS:
        keys = [column.key for column in _FIELDS[area] if column.key in news]
        if keys:
            _learn(plan, state, area, keys, batch)
    salary = [column.key for column in _FIELDS["salary"] if column.key in news]
    if salary:
        _pay(plan, state, salary, batch)
    for area, said in plan.gained if state else plan.learnt:
        values = _values(area, said.keys(), said)
        batch.add(Qualification, person_id=plan.person_id, kind=area, **values)
    for key, put in (("reward", _reward), ("discipline", _discipline)):
        if key in news:
            put(plan, batch)


def _learn(plan: Plan, state: FileState | None, area: str, keys: list[str], batch: Batch) -> None:
    said = plan.said
    row = row_meant(state, area, said) if state else None
    values = _values(area, {column.key for column in _FIELDS[area]}, said)
    if row is None or _is_another(row, area, keys, values):
        batch.add(Qualification, person_id=plan.person_id, kind=area, **values)
    else:
        batch.replace(row, **_values(area, set(keys), said))


def _values(area: str, keys: Set[str], said: dict[str, Any]) -> dict[str, Any]:
    values = {
        column.field: said[column.key]
        for column in _FIELDS[area]
        if column.key in keys and column.key in said
    }
    if "level" in values:
        level = values["level"]
        values |= {"level": level.removeprefix(STUDYING), "is_studying": level.startswith(STUDYING)}
    return values


def _is_another(row: Qualification, area: str, keys: list[str], values: dict[str, Any]) -> bool:
    """A higher level, one under way, another language: beside the row that is there, not instead of
    it.
    """
    if area == "language":
        return "language" in keys and bool(row.language)
    if area not in keys:
        return False
    listed = code_list(LISTS[area])
    return values["is_studying"] != row.is_studying or listed.rank(values["level"]) > listed.rank(
        row.level
    )


def _pay(plan: Plan, state: FileState | None, keys: list[str], batch: Batch) -> None:
    """A later first day is a new step, and the one before it ends; else the step that is there is
    put right.
    """
    said, step = plan.said, state.salary if state else None
    values = _step_values(set(keys), said)
    if step is None:
        batch.add(SalaryStep, person_id=plan.person_id, **values)
    elif "salary_from" in keys and step.valid_from and said["salary_from"][0] > step.valid_from:
        batch.replace(step, **_until(step, said["salary_from"][0] - _DAY))
        kept = {
            name: getattr(step, name)
            for name in ("rank", "rank_name", "rank_on", "step", "coefficient")
        }
        batch.add(SalaryStep, person_id=plan.person_id, **{**kept, **values})
    else:
        batch.replace(step, **values)


def _step_values(keys: set[str], said: dict[str, Any]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if "rank" in keys:
        values["rank"], values["rank_name"] = said["rank"]
    if "salary_from" in keys:
        values["valid_from"], values["valid_from_known"] = said["salary_from"]
    return values | {name: said[name] for name in ("step", "coefficient") if name in keys}


def _until(step: SalaryStep, last: date) -> dict[str, Any]:
    return (
        {}
        if step.valid_to and step.valid_to <= last
        else {"valid_to": last, "valid_to_known": DatePrecision.DAY}
    )


def _reward(plan: Plan, batch: Batch) -> None:
    text, year, form = plan.said["reward"]
    batch.add(Reward, person_id=plan.person_id, year=year, form=form, note=text)


def _discipline(plan: Plan, batch: Batch) -> None:
    text, year, is_party, form = plan.said["discipline"]
    day = {"valid_from": date(year, 1, 1), "valid_from_known": DatePrecision.YEAR} if year else {}
    batch.add(Discipline, person_id=plan.person_id, is_party=is_party, form=form, act=text, **day)

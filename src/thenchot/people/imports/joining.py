"""One person over several rows: a second degree under the first, a second post. What the further
rows say is put to the first one.
"""

from collections.abc import Sequence
from typing import Any

from thenchot.people import columns as c
from thenchot.people.imports.plan import Plan
from thenchot.people.imports.rows import Person
from thenchot.people.imports.state import LISTS
from thenchot.platform.office.excel.grid import cell_text
from thenchot.platform.office.excel.reports import Guess, ImportReport, Problem

NAMES = ("name", "name_family", "name_given")


def join_rows(plans: Sequence[Plan], people: Sequence[Person], report: ImportReport) -> list[Plan]:
    """One plan a person, in the order of the rows."""
    first: dict[int, Plan] = {}
    kept: list[Plan] = []
    for plan, person in zip(plans, people, strict=True):
        above = first.get(person.of)
        if above is None:
            first[person.number] = plan
            kept.append(plan)
        else:
            above.more.append(plan)
    for plan in kept:
        for more in plan.more:
            _join(plan, more, report)
    return kept


def _join(plan: Plan, more: Plan, report: ImportReport) -> None:
    for key, value in _without_lists(more.said):
        if key in c.POSTS and plan.said.get(key):
            if value not in plan.said[key].split("\n"):
                plan.said[key] += f"\n{value}"
        elif key not in plan.said:
            plan.said[key] = value
        elif plan.said[key] != value:
            _blame(plan, more, key, report)
    told = [_learn(plan, area, more.said) for area in LISTS]
    if any(told):
        meaning = f"cùng người với dòng {plan.number}: ghi thêm {', '.join(filter(None, told))}"
        report.guesses.append(
            Guess(more.number, c.NAME.title, "", meaning, "name:joined", sheet=plan.sheet)
        )


def _without_lists(said: dict[str, Any]) -> list[tuple[str, Any]]:
    return [
        (key, value)
        for key, value in said.items()
        if key not in NAMES and (key not in c.BY_KEY or c.BY_KEY[key].area not in LISTS)
    ]


def _learn(plan: Plan, area: str, said: dict[str, Any]) -> str:
    """What was learnt besides, in the words of the column; empty when the first row says it."""
    keys = {column.key for column in c.KEPT if column.area == area}
    here = {key: value for key, value in said.items() if key in keys}
    above = {key: plan.said[key] for key in keys & plan.said.keys()}
    if not here or here == above:
        return ""
    if not above:
        plan.said |= here
    else:
        plan.learnt.append((area, here))
    return next(column.title for column in c.KEPT if column.area == area)


def _blame(plan: Plan, more: Plan, key: str, report: ImportReport) -> None:
    use, raw = more.place(key)
    title = c.BY_KEY[key].title if key in c.BY_KEY else key
    report.problems.append(
        Problem(
            more.number,
            title,
            f"Dòng này nối với dòng {plan.number} (một người) nhưng ghi khác: sửa một trong hai ô.",
            cell_text(raw) if raw is not None else "",
            use.letter if use else "",
            sheet=plan.sheet,
        )
    )

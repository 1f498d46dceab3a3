"""The form filled for one commune: a line for each unit, the sum at the end. Five queries, whatever
the number of people.
"""

from collections import defaultdict
from datetime import date

from django.db.models import Sum

from thenchot.organisation.models import Quota, Unit
from thenchot.people.completeness import serving
from thenchot.people.models import Qualification, SalaryStep
from thenchot.people.retirement import full_years, retirement_day
from thenchot.people.statistics.columns import COLUMNS, Facts
from thenchot.platform import policies
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.excel.grouped import Heading, write_grouped
from thenchot.policy.codelists import code_list
from thenchot.policy.parameters import PeoplePolicy

LISTS = {"degree": "degree", "theory": "theory", "state_management": "state_management", "it": "it"}
FIRST = (
    Heading("Số TT", width=5),
    Heading("Tên đơn vị", width=36),
    Heading("Biên chế được giao"),
    Heading("Có mặt"),
)
LAST = (Heading("Công chức luân chuyển từ cấp trên"),)
NOTES = (
    (
        "Trình độ tính theo văn bằng, chứng chỉ cao nhất đã có; đang học không tính. Người chưa "
        "ghi "
        "mục nào thì không nằm trong cột của mục đó."
    ),
    (
        "Cột “Công chức luân chuyển” để trống: hệ thống chưa theo dõi luân chuyển. Biên chế ghi ở "
        "dòng tổng, theo năm của ngày tính."
    ),
)


@in_vietnamese
def quality_sheet(home: Unit, on: date) -> bytes:
    headings = [*FIRST, *(column.heading for column in COLUMNS), *LAST]
    title = "BÁO CÁO SỐ LƯỢNG, CHẤT LƯỢNG CÁN BỘ, CÔNG CHỨC CẤP XÃ"
    return write_grouped(
        headings,
        lines(home, on),
        title=title,
        subtitle=f"{home.name}, có đến ngày {on:%d/%m/%Y}",
        notes=NOTES,
    )


def lines(home: Unit, on: date) -> list[list]:
    """Cells of each line in the order of the headings; the last line is the sum."""
    by_unit: dict[tuple[str, str], list[Facts]] = defaultdict(list)
    for unit, facts in people_of(home, on):
        by_unit[unit.path, unit.name].append(facts)
    rows = [
        [number, name, None, *counted(people), None]
        for number, ((_, name), people) in enumerate(sorted(by_unit.items()), 1)
    ]
    quota = Quota.objects.filter(unit=home, year=on.year).aggregate(sum=Sum("number"))["sum"]
    everybody = [facts for people in by_unit.values() for facts in people]
    return [*rows, [None, "Tổng số", quota, *counted(everybody), None]]


def counted(people: list[Facts]) -> list[int]:
    return [len(people), *(sum(column.counts(facts) for facts in people) for column in COLUMNS)]


def people_of(home: Unit, on: date) -> list[tuple[Unit, Facts]]:
    """Everybody with the unit of the primary seat."""
    seats = list(serving(home, on).select_related("person__particulars", "unit"))
    ids = [seat.person_id for seat in seats]
    levels, languages = _levels(ids, on)
    ranks = _ranks(ids, on)
    table = policies.in_force(PeoplePolicy, path=home.path, on=on).retirement_age
    return [(seat.unit, _facts(seat.person, levels, languages, ranks, table, on)) for seat in seats]


def _facts(person, levels, languages, ranks, table, on: date) -> Facts:
    items = getattr(person, "particulars", None)
    last = retirement_day(person.born_on, person.sex, table)
    return Facts(
        sex=person.sex,
        ethnicity=items.ethnicity if items else "",
        religion=items.religion if items else "",
        in_party=bool(items and items.party_joined_on and items.party_joined_on <= on),
        rank_group=ranks.get(person.pk, ""),
        levels=levels.get(person.pk, {}),
        languages=frozenset(languages.get(person.pk, ())),
        age=full_years(person.born_on, on) if person.born_on else None,
        is_past=bool(last and last < on),
    )


def _levels(ids, on: date):
    """Person id -> kind -> highest finished level, and person id -> languages with levels."""
    levels: dict[int, dict[str, str]] = defaultdict(dict)
    languages: dict[int, set[tuple[str, str]]] = defaultdict(set)
    rows = Qualification.objects.filter(
        person__in=ids, is_studying=False, kind__in=[*LISTS, "language"]
    )
    for person, kind, level, language, last in rows.values_list(
        "person", "kind", "level", "language", "valid_to"
    ):
        if last and last > on:
            continue
        if kind == "language":
            languages[person].add((language, level))
        elif code_list(LISTS[kind]).rank(level) > code_list(LISTS[kind]).rank(
            levels[person].get(kind, "")
        ):
            levels[person][kind] = level
    return levels, languages


def _ranks(ids, on: date) -> dict[int, str]:
    """Person id -> group of the rank in force: of the salary step that began last."""
    rows = SalaryStep.objects.filter(person__in=ids).exclude(rank="").order_by("valid_from", "pk")
    ranks, known = {}, code_list("rank")
    for person, rank, first in rows.values_list("person", "rank", "valid_from"):
        if (first is None or first <= on) and rank in known:
            ranks[person] = known.get(rank).group
    return ranks

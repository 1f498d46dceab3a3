"""A person of whom everything is known, each answer a word of its own, so that a form that loses
one is caught.
"""

from datetime import date
from decimal import Decimal

from thenchot.people.filing import changing
from thenchot.people.filing.sections import CODES, GROUPS, SECTIONS
from thenchot.people.models import Particulars
from thenchot.people.services import correct_person
from thenchot.platform.scope.actor import SYSTEM
from thenchot.policy.codelists import code_list

# What the forms print by another name than the item itself.
NOT_PRINTED_ON = {
    "so-yeu-ly-lich": {
        "home_province_code",
        "home_commune_code",
        "war_invalid",
        "martyr_family",
        "party_card_no",
        "joined_revolution_on",
        "in_science",
        "in_religious_area",
        "paper_state",
        "note",
    },
    "2c-tctw-98": {
        "home_province_code",
        "home_commune_code",
        "insurance_no",
        "health_card_no",
        "identity_issued_on",
        "policy_group",
        "planned_titles",
        "party_card_no",
        "in_science",
        "in_religious_area",
        "paper_state",
        "note",
        "remark",
    },
}


def fill(person) -> dict[str, str]:
    """Every scalar item; what each must look like on paper."""
    values = {name: _value(name, n) for n, name in enumerate(n for g in GROUPS for n in g.fields)}
    changing.change_items(SYSTEM, person_id=person.pk, **values)
    correct_person(SYSTEM, person_id=person.pk, sex="f", born_on=date(1985, 3, 7), code="CB-0042")
    return {name: _printed(name, value) for name, value in values.items()}


def _value(name, n):
    kind = Particulars._meta.get_field(name).get_internal_type()
    if name in CODES:
        return code_list(CODES[name]).items[1].code
    if name == "paper_state":
        return "done"
    if name == "home_commune_code":
        return "11359"
    return (
        date(1990, 1, 1 + n % 28)
        if kind == "DateField"
        else True
        if kind == "BooleanField"
        else f"mục {name}"
    )


def _printed(name, value) -> str:
    if name in CODES:
        return code_list(CODES[name]).name_of(value)
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)


def fill_tables(person) -> dict[str, list[str]]:
    """Two rows of every table; words of each that must stand on paper."""
    found = {}
    for section in SECTIONS:
        for n in (1, 2):
            changing.add_row(SYSTEM, person_id=person.pk, section=section.code, **_row(section, n))
        found[section.code] = [
            f"{section.code} {name} {n}" for n in (1, 2) for name in _texts(section)
        ]
    return found


def _texts(section):
    free = [
        n
        for n in section.fields
        if section.model._meta.get_field(n).get_internal_type() in ("CharField", "TextField")
    ]
    listed = {
        *section.codes,
        *(n for n in section.fields if n in CODES),
        "born_year",
        "position_code",
        "rank_name",
    }
    return [
        name
        for name in free
        if name not in listed and name not in ("number", "rating", "emulation", "step")
    ]


def _row(section, n):
    row = {name: f"{section.code} {name} {n}" for name in _texts(section)}
    for name, key in {
        **{k: v for k, v in CODES.items() if k in section.fields},
        **section.codes,
    }.items():
        row[name] = code_list(key).items[n].code
    for name in section.fields:
        kind = section.model._meta.get_field(name).get_internal_type()
        if kind == "DecimalField":
            row[name] = Decimal("3.33") if name == "coefficient" else Decimal(7)
        elif name == "year":
            row[name] = 2020 + n
    if section.dated:
        row |= {"valid_from": date(2010 + n, 2, 1), "valid_to": date(2011 + n, 5, 31)}
    return row

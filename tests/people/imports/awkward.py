"""People as other hands than the import's may have written them: free texts with everything a
spreadsheet could trip over, codes of every list, half-known dates, several degrees. Put into the
database directly, so that the export meets them raw.
"""

import unicodedata
from datetime import date, timedelta
from random import Random

from thenchot.organisation.models import StaffKind
from thenchot.people.enums import DatePrecision
from thenchot.people.models import (
    Appointment,
    Discipline,
    Particulars,
    Person,
    Qualification,
    Reward,
    SalaryStep,
)
from thenchot.people.names import folded_words, stored_order
from thenchot.people.presence import refresh
from thenchot.platform.runtime.bulk import insert_rows, reserve_ids
from thenchot.policy.codelists import code_list

FAMILY = (
    "Nguyễn",
    "Trần",
    "Đặng",
    "Đỗ",
    "H'",
    "Y",
    "=Lê",
    "+Phạm",
    "-Vũ",
    "@Tô",
    "'Hồ",
    "''=Bùi",
    "Tôn Nữ",
    "d'Alençon",
)
MIDDLE = ("Thị", "Văn", "Đình", "Thị Minh", "", "Ðức", "Nữ Hoàng", "O'", "Xuân  Bách", "Thi\u0323")
GIVEN = (
    "An",
    "Đường",
    "Duong",
    "Minh An",
    "Hồng Nhung",
    "Hen Niê",
    "Ấn",
    "ấn",
    "Nguyệt",
    "Khuê",
    "X",
    "Tu\u0302\u0301n",
    "Thuỷ",
    "Thủy",
)
TEXTS = (
    "",
    "",
    "xã A, huyện B",
    "=1+1",
    "'=SUM(A1)",
    "+84",
    "-",
    "@",
    "'",
    "''",
    "a  b",
    " đầu",
    "cuối ",
    "dòng 1\ndòng 2",
    "tab\tcột",
    "“ngoặc”",
    "x" * 120,
    "1980",
    "12/12",
    "01/02/1990",
    "không",
    "x",
    "có",
    "007",
    "1.5",
    "Tu\u0302\u0301n Thuy\u0309",
    "a , b ; c",
    "Mật ong rừng",
    "100%",
    "#N/A",
    "TRUE",
    "🙂 đ Đ ư Ư",
)
TITLES = (
    "Chuyên viên",
    "Phó Bí thư Đảng ủy, Chủ tịch UBND phường",
    "Trưởng phòng Kinh tế, Hạ tầng và Đô thị",
    "Bí thư; Chủ tịch",
    "Ủy viên",
    "=Trưởng ban",
    "Phó Chủ tịch kiêm Trưởng ban",
    "Cán sự",
    "",
)
LEARNT = {
    "degree": "degree",
    "theory": "theory",
    "state_management": "state_management",
    "it": "it",
    "defence": "defence",
    "language": "language_level",
}


def fill(world, count: int, seed: int) -> list[int]:
    """Ids of `count` people of the ward, in three of its bodies."""
    rng = Random(seed)
    units = [
        world.ward,
        *(world.units[key] for key in ("ubnd", "phòng văn hóa", "văn phòng đảng ủy")),
    ]
    ids = list(reserve_ids(Person, count))
    names = [
        " ".join(filter(None, (rng.choice(FAMILY), rng.choice(MIDDLE), rng.choice(GIVEN))))
        for _ in ids
    ]
    insert_rows(
        Person,
        [_person(rng, pk, name, rng.choice(units)) for pk, name in zip(ids, names, strict=True)],
    )
    insert_rows(Particulars, [_items(rng, pk) for pk in ids if rng.random() < 0.9])
    insert_rows(Appointment, [row for pk in ids for row in _seats(rng, pk, units)])
    insert_rows(Qualification, [row for pk in ids for row in _learnt(rng, pk)])
    insert_rows(SalaryStep, [row for pk in ids for row in _paid(rng, pk)])
    insert_rows(
        Reward,
        [
            {"person_id": pk, "year": rng.randint(1990, 2026), **_reward(rng)}
            for pk in ids
            for _ in range(rng.randint(0, 2))
        ],
    )
    insert_rows(
        Discipline, [{"person_id": pk, **_discipline(rng)} for pk in ids if rng.random() < 0.2]
    )
    refresh(ids)
    return ids


def some_day(rng: Random, first=1955, last=2026) -> date:
    return date(first, 1, 1) + timedelta(days=rng.randrange((last - first) * 365))


def _person(rng: Random, pk: int, name: str, unit) -> dict:
    year_only = rng.random() < 0.3
    born = rng.choice((None, some_day(rng, 1960, 2003)))
    return {
        "id": pk,
        "full_name": name,
        "folded": folded_words(name),
        "sort_key": stored_order(name),
        "registered_in_id": unit.pk,
        "code": rng.choice(("", f"CB'{pk}", f"0{pk}", f"={pk}")),
        "sex": rng.choice(("", "f", "m")),
        "born_on": born.replace(month=1, day=1) if born and year_only else born,
        "born_year_only": bool(born and year_only),
        "email": rng.choice(("", f"a.b+{pk}@phuong.vn")),
        "identity_no": rng.choice(("", f"0{rng.randrange(10**8):08d}{pk % 1000:03d}")),
    }


def _items(rng: Random, pk: int) -> dict:
    fields = {f.name: f for f in Particulars._meta.concrete_fields}
    texts = (
        "birth_place",
        "home_place",
        "residence",
        "phone",
        "policy_group",
        "main_work",
        "strengths",
        "health",
        "insurance_no",
        "health_card_no",
        "party_card_no",
        "note",
    )
    days = (
        "identity_issued_on",
        "recruited_on",
        "joined_office_on",
        "party_joined_on",
        "party_official_on",
    )
    row = {name: rng.choice(TEXTS)[: fields[name].max_length or 120] for name in texts}
    row |= {name: rng.choice((None, some_day(rng, 1975, 2026))) for name in days}
    for name, codes in (
        ("ethnicity", "ethnicity"),
        ("religion", "religion"),
        ("family_origin", "family_origin"),
        ("general_education", "general_education"),
    ):
        row[name] = rng.choice(("", *(item.code for item in code_list(codes))))
    return {"person_id": pk, "in_science": rng.choice((None, True, False)), **row}


def _seats(rng: Random, pk: int, units):
    first = some_day(rng, 2025, 2026) + timedelta(days=200)
    if rng.random() < 0.9:
        yield _seat(rng, pk, rng.choice(units), first, is_primary=True)
    for _ in range(rng.choice((0, 0, 1, 2))):
        yield _seat(rng, pk, rng.choice(units), first, is_primary=False)
    if rng.random() < 0.2:
        yield {
            **_seat(rng, pk, rng.choice(units), date(2025, 7, 1), is_primary=True),
            "valid_to": date(2025, 7, 15),
        }


def _seat(rng: Random, pk: int, unit, first: date, *, is_primary: bool) -> dict:
    return {
        "person_id": pk,
        "unit_id": unit.pk,
        "title": rng.choice(TITLES),
        "valid_from": first,
        "is_primary": is_primary,
        "valid_to": None,
        "staff_kind": rng.choice(("", *StaffKind.values)),
        "decision": rng.choice(TEXTS),
        "reappoint_on": rng.choice((None, some_day(rng, 2026, 2031))),
    }


def _learnt(rng: Random, pk: int):
    for kind, codes in LEARNT.items():
        for _ in range(rng.choice((0, 1, 1, 2))):
            level = rng.choice([item.code for item in code_list(codes) if item.code != "none"])
            yield {
                "person_id": pk,
                "kind": kind,
                "level": rng.choice((level, level, level, "")),
                "field": rng.choice(TEXTS),
                "school": rng.choice(TEXTS),
                "is_studying": rng.random() < 0.15,
                "language": rng.choice(("", *(item.code for item in code_list("language"))))
                if kind == "language"
                else "",
            }


def _paid(rng: Random, pk: int):
    for _ in range(rng.choice((0, 1, 2))):
        known = rng.choice(list(DatePrecision))
        first = some_day(rng, 1990, 2026)
        first = (
            first.replace(day=1)
            if known == DatePrecision.MONTH
            else first.replace(month=1, day=1)
            if known == DatePrecision.YEAR
            else first
        )
        rank = rng.choice(("", "01.003", "01.002", "V.08.01.03", "13.095"))
        yield {
            "person_id": pk,
            "rank": rank,
            "rank_name": rng.choice(("", "Giáo viên 'chính'")),
            "step": rng.choice(("", "3/9", "12/12", "Bậc 4")),
            "coefficient": rng.choice((None, "2.34", "3.00", "6.78")),
            "valid_from": rng.choice((None, first)),
            "valid_from_known": known,
        }


def _reward(rng: Random) -> dict:
    return {
        "form": rng.choice(("", "certificate", "order")),
        "note": rng.choice(("", "=Bằng khen 2020", "Giấy khen (nhiều lần)", "a  b")),
        "rating": rng.choice(("", "Hoàn thành tốt")),
    }


def _discipline(rng: Random) -> dict:
    return {
        "is_party": rng.random() < 0.5,
        "form": rng.choice(("", "reprimand")),
        "act": rng.choice(("", "Vi phạm 'nhẹ'")),
        "valid_from": rng.choice((None, date(2019, 1, 1))),
    }


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)

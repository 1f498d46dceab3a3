"""How one cell reads, by the form of its column. A reader takes the cell and its column and answers with what it means;
`BadCell` says what is wrong and how to write it. The same text in one column is read once, however many rows say it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from thenchot.kernel.text import words
from thenchot.organisation.models import StaffKind
from thenchot.people import identity, rules
from thenchot.people.columns import PersonColumn
from thenchot.people.enums import Known, Sex
from thenchot.people.names import clean_name
from thenchot.platform.clock import today
from thenchot.platform.office.cells import BadCell, read_choice, read_flag, read_loose_day
from thenchot.platform.office.grid import cell_text
from thenchot.policy.codelists import CodeList, code_list

STUDYING = "studying:"
SEXES = {"nữ": "f", "nu": "f", "bà": "f", "nam": "m", "ông": "m", "x": "f"}
STAFF = {"CB": "cadre", "Cán bộ cấp xã": "cadre", "CC": "civil_servant", "Công chức cấp xã": "civil_servant", "VC": "public_employee",
         "HĐ": "contract", "HĐLĐ": "contract", "Hợp đồng": "contract", "Lao động HĐ": "contract", "HĐ 68": "contract", "HĐ 111": "contract",
         "Không chuyên trách": "part_time", "KCT": "part_time", "Bí thư chi bộ": "cell_secretary", "Tổ trưởng tổ dân phố": "group_head",
         "Trưởng thôn": "group_head"}  # fmt: skip
NONE = {"khong", "khong co", "chua", "chua co", "0"}
_STUDY = re.compile(r"^(?:đang (?:theo )?học|đang đào tạo)\s+", re.IGNORECASE)
_SMALL = {  # words that say what the column says already
    "theory": {"ly", "luan", "chinh", "tri", "llct", "hanh", "hc", "ct", "trinh", "do", "bang"},
    "state_management": {"qlnn", "quan", "ly", "nha", "nuoc", "ngach", "chuong", "trinh", "boi", "duong", "va", "tuong", "chung", "chi", "lop", "hanh", "tđ", "td"},
    "it": {"tin", "hoc", "trinh", "do", "chung", "chi", "ung", "dung", "chuan", "ky", "nang", "bang"},
    "language_level": {"trinh", "do", "chung", "chi", "van", "tieng", "khung", "chau", "au", "bang", "tuong", "duong"},
    "defence": {"qpan", "qp", "an", "boi", "duong", "kien", "thuc", "quoc", "phong", "va", "ninh", "dt", "chung", "chi"},
}  # fmt: skip
_IN_BRACKETS = re.compile(r"^([^()]+?)\s*\((.+)\)$")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


@dataclass(frozen=True, slots=True)
class Read:
    """`value`: what the cell means, None for nothing. `guess`: how it was understood; `kind` groups guesses of a sort.
    `more`: what it says of other columns."""

    value: Any = None
    guess: str = ""
    kind: str = ""
    more: dict[str, Any] = field(default_factory=dict)


NOTHING = Read()


def text(raw: Any, column: PersonColumn) -> Read:
    return _fitting(cell_text(raw), column)


def _fitting(said: str, column: PersonColumn) -> Read:
    if len(said) > column.length:
        raise BadCell(f"Dài {len(said)} ký tự; tối đa {column.length}.")
    return Read(said or None)


def name(raw: Any, column: PersonColumn) -> Read:
    return _fitting(clean_name(cell_text(raw)), column)


def digits(raw: Any, column: PersonColumn) -> Read:
    """A number that is a name: Excel may have kept it as a number."""
    return _fitting(_whole(raw), column)


def phone(raw: Any, column: PersonColumn) -> Read:
    said = _whole(raw)
    if _is_number(raw) and len(said) == 9:
        return Read(f"0{said}", f"Excel làm mất số 0 ở đầu: hiểu là 0{said}", "zero")
    return _fitting(said, column)


def insurance(raw: Any, column: PersonColumn) -> Read:
    said = _whole(raw)
    if _is_number(raw) and 5 <= len(said) < 10:
        return Read(said.zfill(10), f"Excel làm mất số 0 ở đầu: hiểu là {said.zfill(10)}", "zero")
    return _fitting(said, column)


def identity_no(raw: Any, column: PersonColumn) -> Read:
    try:
        written = identity.read_number(_whole(raw), was_number=_is_number(raw))
    except identity.SpoiltNumber as spoilt:
        raise BadCell(spoilt.message_vi) from spoilt
    return Read(written.number, written.guess, "zero" if written.guess else "")


def email(raw: Any, column: PersonColumn) -> Read:
    said = text(raw, column).value
    try:
        validate_email(said)
    except ValidationError as error:
        raise BadCell(f"“{said}” không phải địa chỉ thư điện tử.") from error
    return Read(said)


def sex(raw: Any, column: PersonColumn) -> Read:
    return Read(read_choice(raw, dict(Sex.choices), SEXES) or None)


def staff_kind(raw: Any, column: PersonColumn) -> Read:
    return Read(read_choice(raw, dict(StaffKind.choices), STAFF) or None)


def flag(raw: Any, column: PersonColumn) -> Read:
    return Read(read_flag(raw))


def born(raw: Any, column: PersonColumn) -> Read:
    """A pair: the day, and whether only the year is known."""
    found = read_loose_day(raw, this_year=today().year - 15)
    if found is None:
        return NOTHING
    decision = rules.may_be_born(found.on, today())
    if not decision:
        raise BadCell(decision.reasons[0].message)
    return Read((found.on, found.year_only), found.guess, _kind(found))


def day(raw: Any, column: PersonColumn) -> Read:
    found = read_loose_day(raw, this_year=today().year)
    if found is None:
        return NOTHING
    guess = found.guess
    if found.year_only or found.month_only:
        guess = f"{guess.replace('năm sinh', 'năm')}, ghi ngày {found.on:%d/%m/%Y}"
    return Read(_plausible(found.on), guess, _kind(found))


def partial(raw: Any, column: PersonColumn) -> Read:
    """A pair: the first day, and how exactly it is known."""
    found = read_loose_day(raw, this_year=today().year)
    if found is None:
        return NOTHING
    known = Known.YEAR if found.year_only else Known.MONTH if found.month_only else Known.DAY
    doubtful = found.guess if known == Known.DAY else ""
    return Read((_plausible(found.on), known.value), doubtful, "day" if doubtful else "")


def code(raw: Any, column: PersonColumn) -> Read:
    said = _fraction(raw)
    found = code_list(column.codes).find(said)
    if found is None:
        raise _not_in(said, code_list(column.codes))
    return Read(found.code)


def level(raw: Any, column: PersonColumn) -> Read:
    """A level of its list; "đang học Cao cấp" is one under way. "Chưa" says nothing."""
    said = cell_text(raw)
    bare = _STUDY.sub("", said)
    found = _level(bare, column.codes)
    if found is None:
        if " ".join(words(said)) in NONE:
            return NOTHING
        raise _not_in(said, code_list(column.codes))
    if found.code == "none":
        return NOTHING
    if bare != said:
        return Read(STUDYING + found.code, f"đang học {found.name}", "studying")
    is_exact = code_list(column.codes).find(said) is not None
    return Read(found.code, "" if is_exact else f"hiểu là “{found.name}”", "" if is_exact else "level")


def degree(raw: Any, column: PersonColumn) -> Read:
    """ "Thạc sĩ Quản lý công": the level, and the rest as its field. Of several degrees the highest."""
    said = text(raw, column).value
    bare = _STUDY.sub("", said)
    whole = code_list("degree").find(bare)
    if whole:
        return NOTHING if whole.code == "none" else Read((STUDYING if bare != said else "") + whole.code)
    if " ".join(words(said)) in NONE:
        return NOTHING
    named = _IN_BRACKETS.match(bare)
    if named and (whole := code_list("degree").find(named[1])):
        return Read((STUDYING if bare != said else "") + whole.code, more={"degree_field": named[2]})
    parts = [found for part in re.split(r"[;,\n+]|\s-\s", bare) if (found := _level_and_field(part))]
    if not parts:
        raise _not_in(said, code_list("degree"))
    best = max(parts, key=lambda one: one[0].rank)
    level_code = (STUDYING if bare != said else "") + best[0].code
    meaning = f"hiểu là {best[0].name}" + (f", ngành {best[1]}" if best[1] else "")
    if len(parts) > 1:
        meaning += "; bằng khác ghi thêm trong hồ sơ"
    return Read(level_code, meaning, "degree", {"degree_field": best[1]} if best[1] else {})


def language(raw: Any, column: PersonColumn) -> Read:
    """ "Anh B1", "Tiếng Anh", "B1": a language, a level or both. Of several the first."""
    said = text(raw, column).value
    if " ".join(words(said)) in NONE:
        return NOTHING
    parts = [one for one in re.split(r"[;,\n+/]", said) if one.strip()]
    found_language, found_level = _language_and_level(parts[0])
    if found_language is None and found_level is None:
        raise BadCell(f"“{said}”: ghi ngoại ngữ và trình độ, ví dụ “Anh B1”.")
    more = {}
    if found_language:
        more["language"] = found_language.code
    if found_level:
        more["language_level"] = found_level.code
    names = ", ".join(one.name for one in (found_language, found_level) if one)
    exact = len(parts) == 1 and " ".join(words(names)) == " ".join(words(said))
    rest = "; ngoại ngữ khác ghi thêm trong hồ sơ" if len(parts) > 1 else ""
    return Read(None, "" if exact else f"hiểu là {names}{rest}", "" if exact else "language", more)


def rank(raw: Any, column: PersonColumn) -> Read:
    """A pair: the code of the rank, and its name where the list does not know it. 1.003 as a number is 01.003."""
    said = f"{raw:.3f}" if isinstance(raw, float) and not raw.is_integer() else cell_text(raw)
    guess = ""
    if _is_number(raw) and re.fullmatch(r"\d\.\d{3}", said):
        guess = f"Excel làm mất số 0 ở đầu: hiểu là 0{said}"
        said = f"0{said}"
    said = said.replace(",", ".") if re.fullmatch(r"\d{2},\d{3}", said) else said
    found = code_list("rank").find(said)
    if found:
        return Read((found.code, ""), guess, "zero" if guess else "")
    if re.fullmatch(r"[A-Z]?\.?[\d.]{4,18}", said, re.IGNORECASE):
        return Read((said, ""), guess, "zero" if guess else "")
    if len(said) > 120:
        raise BadCell("Ghi mã ngạch, ví dụ 01.003, hoặc tên ngạch.")
    return Read(("", said), "ngạch ngoài danh mục, giữ nguyên tên", "rank")


def step(raw: Any, column: PersonColumn) -> Read:
    said = _fraction(raw)
    guess = f"Excel đổi thành ngày: hiểu là bậc {said}" if isinstance(raw, date) else ""
    return Read(_fitting(said, column).value, guess, "step" if guess else "")


def coefficient(raw: Any, column: PersonColumn) -> Read:
    said = cell_text(raw)
    try:
        value = Decimal(said.replace(",", ".").replace(" ", "")).quantize(Decimal("0.01"))
    except InvalidOperation as error:
        raise BadCell(f"“{said}” không phải hệ số lương; ví dụ 3,33.") from error
    if not Decimal("0.5") <= value <= 20:
        raise BadCell(f"Hệ số {said} không hợp lý (0,5 đến 20); có thể thiếu dấu phẩy, ví dụ 3,33.")
    return Read(value)


def reward(raw: Any, column: PersonColumn) -> Read:
    """A triple: the text, its last year if it says one, the form it names."""
    said = text(raw, column).value
    if " ".join(words(said)) in NONE:
        return NOTHING
    years = _YEAR.findall(said)
    return Read((said, int(max(years)) if years else None, _named_in(said, "reward")))


def discipline(raw: Any, column: PersonColumn) -> Read:
    """Four: the text, its year if any, whether of the Party, the form it names."""
    said = text(raw, column).value
    if " ".join(words(said)) in NONE:
        return NOTHING
    years, is_party = _YEAR.findall(said), "dang" in words(said)
    form = _named_in(said, "discipline_party" if is_party else "discipline_state")
    return Read((said, int(max(years)) if years else None, is_party, form))


FORMS: dict[str, Callable[[Any, PersonColumn], Read]] = {
    "id": digits, "text": text, "name": name, "digits": digits, "phone": phone, "insurance": insurance, "identity": identity_no,
    "email": email, "sex": sex, "staff_kind": staff_kind, "flag": flag, "answer": flag, "born": born, "day": day,
    "partial": partial, "code": code, "level": level, "degree": degree, "language": language, "rank": rank, "step": step,
    "coefficient": coefficient, "reward": reward, "discipline": discipline, "unit": text, "posts": text, "help": text,
}  # fmt: skip


def _is_number(raw: Any) -> bool:
    return isinstance(raw, int | float) and not isinstance(raw, bool)


def _whole(raw: Any) -> str:
    """Digits of a number without exponent: 31080000123.0 is "31080000123"."""
    return f"{raw:.0f}" if isinstance(raw, float) and raw.is_integer() else cell_text(raw)


def _fraction(raw: Any) -> str:
    """ "12/12" and "3/9" that Excel took for a day."""
    return f"{raw.day}/{raw.month}" if isinstance(raw, date) else cell_text(raw)


def _kind(found) -> str:
    return "year" if found.year_only else "month" if found.month_only else "day" if found.guess else ""


def _plausible(on: date) -> date:
    if not date(1930, 1, 1) <= on <= date(today().year + 15, 12, 31):
        raise BadCell(f"Ngày {on:%d/%m/%Y} không hợp lý.")
    return on


def _not_in(said: str, listed: CodeList) -> BadCell:
    names = ", ".join(item.name for item in listed.items[:12]) + ("…" if len(listed.items) > 12 else "")
    return BadCell(f"“{said}” không có trong danh mục {listed.name}: {names}.")


@cache
def _level(said: str, codes: str):
    """By the list, then without the words that the column says already."""
    listed = code_list(codes)
    found = listed.find(said)
    if found:
        return found
    small = _SMALL.get(codes, set())
    kept = " ".join(word for word in words(said) if word not in small)
    by_key = {" ".join(word for word in words(n) if word not in small): item for item in reversed(listed.items) for n in (item.name, *item.names)}
    return by_key.get(kept) if kept else None


def _level_and_field(part: str):
    """ "Cử nhân Luật" -> (bachelor, "Luật"); none when no level begins it."""
    spoken = part.strip().replace(".", ". ").split()
    for length in range(min(4, len(spoken)), 0, -1):
        found = code_list("degree").find(" ".join(spoken[:length]))
        if found:
            rest = re.sub(r"^(?:ngành|chuyên ngành|về)\s+", "", " ".join(spoken[length:]).strip(" .:-()"), flags=re.IGNORECASE)
            return found, rest
    return None


def _language_and_level(part: str):
    """The language and the level a piece names."""
    spoken = part.replace("(", " ").replace(")", " ").split()
    languages, levels = code_list("language"), code_list("language_level")
    whole = languages.find(" ".join(spoken))
    if whole:
        return whole, None
    for length in range(min(3, len(spoken)), 0, -1):
        for first, rest in ((spoken[:length], spoken[length:]), (spoken[-length:], spoken[:-length])):
            found = languages.find(" ".join(first))
            if found and rest and (known := _level(" ".join(rest), "language_level")):
                return found, known
    return None, levels.find(" ".join(spoken)) or _level(" ".join(spoken), "language_level")


def _named_in(said: str, codes: str) -> str:
    """Code of the form that the text begins with or holds, the longest name first."""
    key = f" {' '.join(words(said))} "
    named = sorted(((" ".join(words(n)), item) for item in code_list(codes) for n in (item.name, *item.names)), key=lambda pair: -len(pair[0]))
    return next((item.code for name_, item in named if f" {name_} " in key), "")

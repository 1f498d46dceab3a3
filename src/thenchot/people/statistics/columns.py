"""The columns of the form, each with whom it counts. Pure: plain facts of a person in, yes or no
out.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from thenchot.platform.office.excel.grouped import Heading
from thenchot.policy.codelists import code_list


@dataclass(frozen=True)
class Facts:
    """Of one person on a day. `levels`: kind -> code of the highest finished level; `languages`:
    (language, level) pairs.

    `age` None where the birth is not known; `is_past`: past the age of retirement.
    """

    sex: str = ""
    ethnicity: str = ""
    religion: str = ""
    in_party: bool = False
    rank_group: str = ""
    levels: Mapping[str, str] = field(default_factory=dict)
    languages: frozenset[tuple[str, str]] = frozenset()
    age: int | None = None
    is_past: bool = False


@dataclass(frozen=True)
class Counted:
    heading: Heading
    counts: Callable[[Facts], bool]


def _level(kind: str, code: str) -> Callable[[Facts], bool]:
    return lambda facts: facts.levels.get(kind) == code


def _language(of, university: bool) -> Callable[[Facts], bool]:
    """The best a person holds in the group of languages: a university degree, or a certificate."""

    def counts(facts: Facts) -> bool:
        held = {level for language, level in facts.languages if of(language)}
        return "university" in held if university else bool(held) and "university" not in held

    return counts


def _aged(low: int, high: int, sex: str = "") -> Callable[[Facts], bool]:
    return lambda facts: (
        facts.age is not None
        and low <= facts.age <= high
        and not facts.is_past
        and facts.sex in (sex or facts.sex)
    )


def _is_english(language: str) -> bool:
    return language == "en"


def _is_minority(language: str) -> bool:
    return language == "minority"


def _is_other(language: str) -> bool:
    return not _is_english(language) and not _is_minority(language)


def _columns(group: str, *pairs) -> list[Counted]:
    return [Counted(Heading(title, group), counts) for title, counts in pairs]


def _levels(group: str, kind: str, key: str, *codes: str) -> list[Counted]:
    return _columns(group, *((code_list(key).name_of(code), _level(kind, code)) for code in codes))


KINH, NO_RELIGION = ("", "01"), ("", "none")
RANKS = (
    ("Chuyên viên cao cấp và tương đương", "principal"),
    ("Chuyên viên chính và tương đương", "senior"),
    ("Chuyên viên và tương đương", "officer"),
    ("Cán sự và tương đương", "assistant"),
    ("Nhân viên", "employee"),
)
COLUMNS: tuple[Counted, ...] = (
    *_columns(
        "Trong đó",
        ("Đảng viên", lambda f: f.in_party),
        ("Phụ nữ", lambda f: f.sex == "f"),
        ("Dân tộc ít người", lambda f: f.ethnicity not in KINH),
        ("Tôn giáo", lambda f: f.religion not in NO_RELIGION),
    ),
    *_columns(
        "Chia theo ngạch",
        *((title, lambda f, group=group: f.rank_group == group) for title, group in RANKS),
    ),
    *_levels(
        "Trình độ chuyên môn",
        "degree",
        "degree",
        "doctor",
        "master",
        "bachelor",
        "college",
        "intermediate",
        "elementary",
    ),
    *_levels("Trình độ chính trị", "theory", "theory", "bachelor", "high", "middle", "elementary"),
    *_columns(
        "Tin học",
        ("Trung cấp trở lên", _level("it", "intermediate")),
        ("Chứng chỉ", lambda f: f.levels.get("it") not in (None, "intermediate")),
    ),
    *_columns(
        "Tiếng Anh",
        ("Đại học trở lên", _language(_is_english, True)),
        ("Chứng chỉ", _language(_is_english, False)),
    ),
    *_columns(
        "Ngoại ngữ khác",
        ("Đại học trở lên", _language(_is_other, True)),
        ("Chứng chỉ", _language(_is_other, False)),
    ),
    *_columns(
        "",
        (
            "Chứng chỉ tiếng dân tộc",
            lambda f: any(_is_minority(language) for language, _ in f.languages),
        ),
    ),
    *_levels(
        "Quản lý nhà nước", "state_management", "state_management", "principal", "senior", "officer"
    ),
    *_columns(
        "Chia theo độ tuổi",
        ("Từ 30 trở xuống", _aged(0, 30)),
        ("Từ 31 đến 40", _aged(31, 40)),
        ("Từ 41 đến 50", _aged(41, 50)),
        ("Từ 51 đến 60", _aged(51, 60)),
        ("Trong đó nữ từ 51 đến 55", _aged(51, 55, "f")),
        ("Trong đó nam từ 56 đến 60", _aged(56, 60, "m")),
        ("Trên tuổi nghỉ hưu", lambda f: f.is_past),
    ),
)

"""A Word file with descriptions of positions, read into values. Pure: no Django, nothing looked up.

Tables are known by their header cells, paragraphs by their headings whatever their numbers, facts
by their labels. What fits nowhere is kept as `unread`, so that a person sees what the machine did
not take.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from thenchot.kernel.text import words
from thenchot.organisation import catalogue
from thenchot.organisation.describing import (
    QUALIFICATION,
    clean_description,
    clean_lines,
    read_level,
)
from thenchot.organisation.position_docs import tables
from thenchot.platform.office.reading.model import Source

FACTS = {
    "name": (
        "ten vi tri viec lam",
        "ten vtvl",
        "vi tri viec lam",
        "ten vi tri",
        "chuc danh vi tri",
    ),
    "code": ("ma vi tri viec lam", "ma vtvl", "ma vi tri", "ma so vi tri"),
    "group": ("nhom", "nhom vi tri", "nhom vi tri viec lam"),
    "rank": ("ngach", "ngach cong chuc", "ngach toi thieu"),
    "number": ("so nguoi duoc duyet", "so luong nguoi", "so bien che", "so nguoi"),
    "unit": ("don vi", "thuoc don vi", "phong ban", "don vi cong tac"),
    "fields": ("nganh chuyen nganh", "nganh dao tao", "chuyen nganh"),
    "start": ("ngay bat dau thuc hien", "ngay bat dau", "ngay hieu luc"),
    "place": ("noi lam viec", "dia diem lam viec"),
    "note": ("ghi chu",),
    "processes": (
        "quy trinh lien quan",
        "quy trinh cong viec lien quan",
        "cac quy trinh cong viec lien quan",
    ),
}
HEADINGS = (  # in order: the first that fits
    ("form", r"(?:ban )?mo ta(?: cong viec)?(?: cua)?(?: vi tri)?(?: viec lam)?(?: so \d+)?"),
    ("goal", r"muc (?:tieu|dich)(?: cua)?(?: vi tri)?(?: viec lam)?(?: cong viec)?"),
    ("tasks", r"(?:cac )?(?:nhiem vu|cong viec)(?: cong viec)?(?: va)? (?:cac )?tieu chi.*"),
    ("relations", r"(?:cac )?moi quan he(?: trong)?(?: cong viec| cong tac)?"),
    ("inside", r"(?:moi quan he |quan he )?ben trong.*"),
    ("outside", r"(?:moi quan he |quan he )?ben ngoai.*"),
    ("authority", r"(?:pham vi )?quyen han(?: cua)?(?: vi tri)?(?: viec lam)?"),
    ("requirements", r"(?:cac )?yeu cau (?:ve )?trinh do(?: va)? nang luc"),
    ("qualification", r"(?:cac )?yeu cau (?:ve )?trinh do(?: pham chat)?"),
    ("competencies", r"(?:cac )?(?:yeu cau (?:ve )?nang luc|khung nang luc|cap do nang luc).*"),
)
GROUPS = {
    "lanh dao quan ly": "leadership",
    "lanh dao": "leadership",
    "chuyen mon nghiep vu": "professional",
    "chuyen mon": "professional",
    "nghiep vu chuyen nganh": "professional",
    "chuyen mon nghiep vu chuyen nganh": "professional",
    "chuyen mon dung chung": "professional",
    "dung chung": "professional",
    "nghiep vu chuyen mon dung chung": "professional",
    "ho tro phuc vu": "support",
    "ho tro": "support",
    "phuc vu": "support",
}
# What the parts of a code stand for: "TP-NVCN-03", "LĐQL.01", "HTPV 2".
CODES = {
    "leadership": {"ld", "ldql", "ql", "lanhdao"},
    "professional": {"nv", "nvcn", "cm", "cmnv", "cmdc", "nvdc", "nvcmdc", "cn", "dc", "nvcm"},
    "support": {"ht", "htpv", "pv", "nvht"},
}
_GROUP_NAMES = (
    r"lanh dao(?: va)? quan ly|lanh dao|(?:chuyen mon )?nghiep vu chuyen nganh|chuyen mon nghiep vu"
    r"|(?:nghiep vu )?chuyen mon dung chung|dung chung|chuyen mon|ho tro(?: va)? phuc vu|ho tro"
    r"|phuc vu"
)
_GROUP_HEADING = re.compile(
    r"(?:(?:cac |ban mo ta )?(?:nhom )?(?:vi tri viec lam|vtvl|vi tri|chuc danh)"
    r"(?: thuoc)?(?: nhom)?"
    rf"|nhom) (?P<group>{_GROUP_NAMES})(?: (?:gom|co)?(?: \d+)?(?: (?:vi tri|vtvl).*)?)?"
)
_LEADS = re.compile(
    r"(?:pho |quyen )?(?:bi thu|chu tich|truong (?:ban|phong|tram|cong an)|chanh van phong"
    r"|giam doc|chu nhiem|chi huy truong|thu truong|thuong truc)\b"
    r"|pho (?:ban|phong|chanh van phong|giam doc)"
)
_SERVES = re.compile(
    r"(?:nhan vien )?(?:lai xe|bao ve|tap vu|phuc vu|nau an|ky thuat|le tan)\b|nhan vien phuc vu"
)
_NUMBER = re.compile(
    r"^\s*(?:\d{1,2}(?:\.\d{1,2})+(?:[.)/:]|[-–](?=\s))?\s+"  # 2.1 or 2.1.
    r"|(?:[IVX]{1,4}|\d{1,2}|[a-z])\s*(?:[.)/:]|[-–](?=\s))\s*"  # 1. or I- or a)
    r"|[-+•*]\s*)"
)
_NOTHING = re.compile(r"^khong(?: co)?[\s./]*$")


@dataclass
class ReadPosition:
    """What one description says. `guesses`: understood rather than read; `unread`: what fits
    nowhere.
    """

    name: str = ""
    code: str = ""
    group: str = ""
    heading: str = ""  # the group that a heading above it names
    rank: str = ""
    unit: str = ""
    number: int | None = None
    fields: list[str] = field(default_factory=list)
    description: dict[str, Any] = field(default_factory=dict)
    competencies: dict[str, list[int]] = field(default_factory=dict)
    guesses: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def read_positions(source: Source) -> list[ReadPosition]:
    """Every description of the file, in its order; none when it holds no position."""
    reader = _Reader()
    for block in source.blocks:
        if block.kind == "table":
            reader.table(tables.filled(block.rows), tables.apart(block.rows))
        elif block.text.strip():
            reader.line(block.text)
    return [_finished(one) for one in reader.found if one.name]


class _Reader:
    def __init__(self) -> None:
        self.found: list[ReadPosition] = []
        self.section = ""
        self.begins = False  # a title said that another description follows
        self.group = ""  # of the heading under which the descriptions stand

    @property
    def now(self) -> ReadPosition:
        if not self.found:
            self.found.append(ReadPosition())
        return self.found[-1]

    def line(self, text: str) -> None:
        bare = _NUMBER.sub("", text).strip()
        label, _colon, rest = bare.partition(":")
        if fact := _label(label, FACTS):
            return self.fact(fact, rest)
        if group := group_over(text):
            self.group = group
            return None
        if heading := _heading(bare) or (_heading(label) if rest else ""):
            return self.head(heading, rest if not _heading(bare) else "")
        return self.content(text, bare)

    def head(self, heading: str, rest: str) -> None:
        self.section = heading
        if heading == "form":
            self.begins = True
        elif rest.strip():
            self.content(rest, rest.strip())

    def content(self, text: str, bare: str) -> None:
        if _NOTHING.match(" ".join(words(text))):
            return
        if self.section == "goal":
            self._add("goal", text)
        elif self.section == "authority":
            self.now.description.setdefault("authority", []).append(bare)
        elif self.section and self.section != "form":
            self.now.unread.append(text.strip())

    def fact(self, key: str, text: str) -> None:
        text = text.strip()
        if not text:
            return
        if key == "name":
            self._name(text)
        elif key in ("start", "place", "processes", "note"):
            self.now.description[key] = text
        elif key == "number":
            digits = re.search(r"\d+", text)
            self.now.number = int(digits[0]) if digits else None
        elif key == "fields":
            self.now.fields = [part.strip() for part in re.split(r"[;\n]", text) if part.strip()]
        else:
            setattr(self.now, key, text)

    def _name(self, text: str) -> None:
        """A second name, or a name after a new title, begins the next position; the same name
        once more, before anything was said of the position, does not.
        """
        name = clean_lines(text).replace("\n", " ")
        if self.found and self._is_same(self.found[-1], name):
            self.begins = False
            return
        if self.found and (self.found[-1].name or self.begins):
            self.found.append(ReadPosition())
        self.begins, self.section = False, ""
        self.now.name, self.now.heading = name, self.group

    def _is_same(self, before: ReadPosition, name: str) -> bool:
        told = before.competencies or before.description.keys() & {"goal", "tasks", "qualification"}
        return words(before.name) == words(name) and not told

    def table(self, rows: Sequence[Sequence[str]], apart: Sequence[Sequence[str]]) -> None:
        """`apart`: the same rows, in which a merged cell says its text once."""
        kind = tables.kind_of(rows)
        if kind == "facts":
            for label, text in tables.facts(apart):
                self._table_fact(label, text)
        elif kind in ("tasks", "inside", "outside"):
            self.now.description.setdefault(kind, []).extend(tables.cells(kind, rows))
        elif kind == "authority":
            self.now.description.setdefault("authority", []).extend(tables.last_cells(rows))
        elif kind == "qualification":
            self._qualification(tables.pairs(rows))
        elif kind == "competencies":
            self._competencies(tables.levels(rows))
        elif kind == "unknown" and self.found:
            self.now.unread.append(" | ".join(cell for cell in rows[0] if cell)[:200])

    def _table_fact(self, label: str, text: str) -> None:
        if fact := _label(label, FACTS):
            self.fact(fact, text)
        elif self.found and text:
            self.now.unread.append(f"{label}: {text}"[:200])

    def _qualification(self, pairs: Iterable[tuple[str, str]]) -> None:
        asked = self.now.description.setdefault("qualification", {})
        for label, text in pairs:
            key = _label(label, tables.QUALIFIERS)
            if key in QUALIFICATION:
                asked[key] = f"{asked[key]}\n{text}" if key in asked else text
            else:
                self.now.unread.append(f"{label}: {text}"[:200])

    def _competencies(self, rows: Iterable[tuple[str, str]]) -> None:
        for name, level in rows:
            known, span = catalogue.find_competency(name), read_level(level)
            if known and span:
                self.now.competencies[known.code] = span
            elif level.strip() or not known:
                self.now.unread.append(f"{name}: {level}"[:200])

    def _add(self, key: str, text: str) -> None:
        before = self.now.description.get(key, "")
        self.now.description[key] = f"{before}\n{text}" if before else text


def _heading(text: str) -> str:
    key = " ".join(words(text))
    return next((name for name, pattern in HEADINGS if re.fullmatch(pattern, key)), "")


def _label(text: str, labels: dict[str, tuple[str, ...]]) -> str:
    key = " ".join(words(_NUMBER.sub("", text)))
    return next((name for name, others in labels.items() if key in others), "")


def _finished(one: ReadPosition) -> ReadPosition:
    one.code = " ".join(one.code.split())
    one.description = clean_description(one.description)
    one.group = group_named(one.group) or _group_of(one)
    return one


LABELS = {
    "leadership": "lãnh đạo, quản lý",
    "professional": "chuyên môn, nghiệp vụ",
    "support": "hỗ trợ, phục vụ",
}


def _group_of(one: ReadPosition) -> str:
    """By the code, by the heading above, else understood from the name, then from what is asked."""
    for group, where in ((_group_of_code(one.code), "mã"), (one.heading, "đề mục")):
        if group:
            one.guesses.append(f"nhóm theo {where}: {LABELS[group]}")
            return group
    group = _group_of_name(one.name) or ("leadership" if _manages(one) else "professional")
    one.guesses.append(f"không ghi nhóm, hiểu là {LABELS[group]}")
    return group


def group_named(text: str) -> str:
    """The group that a cell names; empty where it names none."""
    return GROUPS.get(" ".join(words(text)), "")


def group_of(code: str, name: str) -> str:
    """As code and name let understand; empty where they do not."""
    return _group_of_code(code) or _group_of_name(name)


def _group_of_code(code: str) -> str:
    parts = {part for part in words(code) if not part.isdigit()}
    parts |= {re.sub(r"\d+$", "", part) for part in parts}
    found = [group for group, marks in CODES.items() if parts & marks]
    return found[0] if len(found) == 1 else ""


def _group_of_name(name: str) -> str:
    key = " ".join(words(name))
    if _LEADS.match(key):
        return "leadership"
    return "support" if _SERVES.match(key) else ""


def _manages(one: ReadPosition) -> bool:
    """Level 1 of managing is asked of everybody in many frameworks, and says nothing."""
    known = catalogue.competencies()
    return any(
        known[code].group == "management" and max(span) > 1
        for code, span in one.competencies.items()
    )


def group_over(text: str) -> str:
    """The group that a line over several descriptions names."""
    key = " ".join(words(_NUMBER.sub("", text)))
    match = _GROUP_HEADING.fullmatch(key)
    return GROUPS[match["group"].replace(" va ", " ")] if match else ""

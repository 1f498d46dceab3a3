"""Codes and levels: by their lists, and as wards write them."""

import re
from functools import cache
from typing import Any

from thenchot.kernel.text import words
from thenchot.people.columns import PersonColumn
from thenchot.people.imports.forms.texts import NONE, NOTHING, Read, fraction, text
from thenchot.platform.office.excel.cells import BadCell
from thenchot.platform.office.excel.grid import cell_text
from thenchot.policy.codelists import CodeList, code_list

STUDYING = "studying:"
_STUDY = re.compile(r"^(?:đang (?:theo )?học|đang đào tạo)\s+", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"^([^()]+?)\s*\((.+)\)$")
_SMALL = {  # words that say what the column says already
    "theory": {"ly", "luan", "chinh", "tri", "llct", "hanh", "hc", "ct", "trinh", "do", "bang"},
    "state_management": {
        "qlnn",
        "quan",
        "ly",
        "nha",
        "nuoc",
        "ngach",
        "chuong",
        "trinh",
        "boi",
        "duong",
        "va",
        "tuong",
        "chung",
        "chi",
        "lop",
        "hanh",
        "tđ",
        "td",
    },
    "it": {
        "tin",
        "hoc",
        "trinh",
        "do",
        "chung",
        "chi",
        "ung",
        "dung",
        "chuan",
        "ky",
        "nang",
        "bang",
    },
    "language_level": {
        "trinh",
        "do",
        "chung",
        "chi",
        "van",
        "tieng",
        "khung",
        "chau",
        "au",
        "bang",
        "tuong",
        "duong",
    },
    "defence": {
        "qpan",
        "qp",
        "an",
        "boi",
        "duong",
        "kien",
        "thuc",
        "quoc",
        "phong",
        "va",
        "ninh",
        "dt",
        "chung",
        "chi",
    },
}


def code(raw: Any, column: PersonColumn) -> Read:
    said = fraction(raw)
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
    return Read(
        found.code, "" if is_exact else f"hiểu là “{found.name}”", "" if is_exact else "level"
    )


def degree(raw: Any, column: PersonColumn) -> Read:
    """ "Thạc sĩ Quản lý công": the level, and the rest as its field. Of several degrees the
    highest.
    """
    said = text(raw, column).value
    bare = _STUDY.sub("", said)
    whole = code_list("degree").find(bare)
    if whole:
        return (
            NOTHING
            if whole.code == "none"
            else Read((STUDYING if bare != said else "") + whole.code)
        )
    if " ".join(words(said)) in NONE:
        return NOTHING
    named = _IN_BRACKETS.match(bare)
    if named and (whole := code_list("degree").find(named[1])):
        return Read(
            (STUDYING if bare != said else "") + whole.code, more={"degree_field": named[2]}
        )
    parts = [
        found for part in re.split(r"[;,\n+]|\s-\s", bare) if (found := _level_and_field(part))
    ]
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
    rest = "; ngoại ngữ khác ghi thêm trong hồ sơ" if len(parts) > 1 else ""
    exact = not rest and (
        code_list("language").find(said) or code_list("language_level").find(said) or names == said
    )
    return Read(None, "" if exact else f"hiểu là {names}{rest}", "" if exact else "language", more)


def _not_in(said: str, listed: CodeList) -> BadCell:
    names = ", ".join(item.name for item in listed.items[:12]) + (
        "…" if len(listed.items) > 12 else ""
    )
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
    by_key = {
        " ".join(word for word in words(n) if word not in small): item
        for item in reversed(listed.items)
        for n in (item.name, *item.names)
    }
    return by_key.get(kept) if kept else None


def _level_and_field(part: str):
    """ "Cử nhân Luật" -> (bachelor, "Luật"); none when no level begins it."""
    spoken = part.strip().replace(".", ". ").split()
    for length in range(min(4, len(spoken)), 0, -1):
        found = code_list("degree").find(" ".join(spoken[:length]))
        if found:
            rest = re.sub(
                r"^(?:ngành|chuyên ngành|về)\s+",
                "",
                " ".join(spoken[length:]).strip(" .:-()"),
                flags=re.IGNORECASE,
            )
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
        for first, rest in (
            (spoken[:length], spoken[length:]),
            (spoken[-length:], spoken[:-length]),
        ):
            found = languages.find(" ".join(first))
            if found and rest and (known := _level(" ".join(rest), "language_level")):
                return found, known
    return None, levels.find(" ".join(spoken)) or _level(" ".join(spoken), "language_level")

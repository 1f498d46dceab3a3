"""Bodies: agencies, units, committees and people who are given work, in the words of the text.

A name may hold commas ("Phòng Kinh tế, Hạ tầng và Đô thị"), and a row of generic nouns is one
addressee ("các cơ quan, đơn vị liên quan"). `split_bodies` cuts a phrase that is a list of bodies;
`read_bodies` reads such a list inside a sentence and stops where the verb begins.
"""

import re
from dataclasses import dataclass

from thenchot.kernel.lexicon import (
    ABBREVIATED_MEMBERS,
    GENERIC,
    GENERIC_START,
    HEAD,
    LOWER_HEAD,
    OPENING,
    PERSON,
    PLURAL,
    TAIL,
    UNIT_NOUN,
    VERB,
)
from thenchot.kernel.name_words import WHOLE, inner_end, opens_row, row_of_names
from thenchot.kernel.text import plain

_SEPARATOR = re.compile(
    r"\s*;\s*|\s*\n\s*[-+•]?\s*|\s*<br\s*/?>\s*|\s*,\s*(?:và\s+|cùng\s+)?|\s+(?:và"
    r"|cùng(?:\s+với)?|&)\s+"
)
_HARD = re.compile(r"[;\n]|<br")
_LOOK_BACK = 60  # characters: longer than any word before
_EDGE = " \t\r\n.,;:-–+•*…/"
_LEADING = re.compile(r"^(?:giao cho|giao|do|đề nghị|yêu cầu|chỉ đạo)\s+(?=\S)", re.IGNORECASE)
_OFFICE_OF = re.compile(
    r"văn phòng (?:hđnd|hội đồng nhân dân|đảng ủy|đoàn đbqh|đoàn đại biểu quốc hội)\s*$"
)
_STAFF = re.compile(r"\b(?:cán bộ|công chức|viên chức)\s*$")
_MORE_STAFF = re.compile(r"(?:cán bộ|công chức|viên chức|người lao động)(?!\w)")
_MEMBERS = re.compile(r"\b(?:ủy viên|thành viên|đồng chí)\b[^,;]*$")
_FIELD = re.compile(
    r"(?:tiểu học|trung học|thcs|thpt|mầm non|mẫu giáo|truyền hình|hạ tầng|đô thị|môi trường"
    r"|thể thao|du lịch|thông tin|khoa học|công nghệ|lao "
    r"động|xã hội)(?!\w)"
)
_NAMED_PERSON = re.compile(
    r"(?:[^,;]{2,40}\s[-–:]\s)?(?:ông|bà|cô|thầy|chị|anh|đồng chí|đ/c|bs|bác sĩ|ths|ts|đd|ys|y sĩ"
    r"|ds|(?:đại|thượng|trung|thiếu) (?:tá|úy))[.:]?\s"
)
_OFFICE_TITLE = re.compile(
    r"(?:phó |quyền )?(?:trưởng|chủ tịch|bí thư|giám đốc|chánh|ủy viên|hiệu trưởng|chủ nhiệm"
    r"|chuyên viên|công chức|viên chức|cán bộ|thư ký|kế toán|văn thư|tổ trưởng|tổ phó|tổ viên|đội"
    r" trưởng|đội phó|thành viên|chi hội|bác sĩ|y sĩ|điều dưỡng|giáo viên|nhân viên|chỉ huy|chính"
    r" trị viên|thanh tra|phó ban|pct|ct|pbt|bt|tổng phụ trách|thủ quỹ|đảng ủy viên|đại biểu)(?!\w)"
)
TITLED = re.compile(
    r"(?:BS|BSCK(?:I{1,2}|1|2)|Ths|ThS|TS|ĐD|YS|DS|KTV|GS|PGS|CN|NHS|KS|LS|CV)\s*\.\s*(?=[A-ZĐÀ-Ỹ])"
)
"""What stands before the name of a person: "BS. Trần Quốc Toàn"."""
_SOMEBODY = re.compile(
    r"(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Đđ]/c|[Cc]ô|[Tt]hầy|[Cc]hị|[Aa]nh)\s+[A-ZĐÀ-Ỹ]"
)
_STOP = re.compile(r"[.:()“”\"?!]|\.{2,}|…")


@dataclass(frozen=True, slots=True)
class Body:
    """A body named at `span` of the text it was read from."""

    name: str
    span: tuple[int, int]


def split_bodies(phrase: str) -> list[str]:
    """The bodies in a phrase that holds nothing else: a table cell, a label, a heading."""
    return [body.name for body in bodies_of(phrase)]


def bodies_of(phrase: str, offset: int = 0) -> list[Body]:
    """As `split_bodies`, with the span of each inside the text that holds `phrase` at `offset`."""
    bodies: list[Body] = []
    start, current = 0, ""
    for match in _SEPARATOR.finditer(phrase):
        following = phrase[match.end() :]
        current = phrase[start : match.start()]
        if _HARD.search(match.group()) or (
            starts_body(following, current) and not _joint_office(match.group(), following, current)
        ):
            _keep(bodies, phrase, (start, match.start()), offset)
            start = match.end()
    _keep(bodies, phrase, (start, len(phrase)), offset)
    return bodies


def _keep(bodies: list[Body], phrase: str, span: tuple[int, int], offset: int) -> None:
    start, end = span
    leading = _LEADING.match(phrase[start:end].lstrip(_EDGE))
    start += (
        len(phrase[start:end])
        - len(phrase[start:end].lstrip(_EDGE))
        + (leading.end() if leading else 0)
    )
    end = start + len(phrase[start:end].rstrip(_EDGE))
    if end > start and any(char.isalpha() for char in phrase[start:end]):
        bodies.append(Body(re.sub(r"\s+", " ", phrase[start:end]), (offset + start, offset + end)))


def starts_body(following: str, current: str) -> bool:
    """Does a new body begin at `following`, after the unfinished name `current`?"""
    bare = following.lstrip("- ")
    lowered, said = plain(bare), plain(current)
    if PLURAL.match(lowered):
        return True
    if bare[:1].isupper() and is_head(bare) and _OPEN_PLURAL.search(said):
        return True
    if _in_row(said, lowered):
        return False
    if _MEMBERS.search(said) and ABBREVIATED_MEMBERS.match(lowered):
        return False
    if _STAFF.search(said) and _MORE_STAFF.match(lowered):
        return False
    if _SOMEBODY.match(bare) or TITLED.match(bare):
        return True
    if _NAMED_PERSON.match(said.strip()) and _OFFICE_TITLE.match(lowered):
        return False
    if PERSON.match(lowered):
        return True
    if _numbered_like(said, lowered):
        return True
    if UNIT_NOUN.match(lowered) and bare[:1].islower():
        return _is_another_unit(bare, lowered, said)
    if is_head(bare):
        return True
    if bare[:1].isupper() and _ROW_OPENS.match(lowered):
        return True
    return bool(GENERIC_START.match(lowered)) and bare[:1].islower() and not is_generic(current)


_SMALL_UNIT = re.compile(r"(?:thôn|tổ dân phố|khu phố|xóm|bản|ấp|buôn|làng|khóm)(?=\s+[A-ZĐÀ-Ỹ\d])")
_WHOLE_BODY = re.compile(r"\b(?:xã|phường|đặc khu|đoàn thể|trạm y tế|liên quan)$")


def _is_another_unit(bare: str, lowered: str, said: str) -> bool:
    """ "Công an xã, thôn Trung": a hamlet by name behind a body that is complete."""
    small = _SMALL_UNIT.match(bare)
    whole = _WHOLE_BODY.search(said.strip())
    return small is not None and whole is not None and small.group() not in said


_NUMBERED_GROUP = re.compile(r"(?:tổ|đội|nhóm|khối|lớp|thôn|khu phố|chi bộ|chi hội|khu) \d{1,3}\b")


def _numbered_like(said: str, following: str) -> bool:
    """ "Tổ 1 và tổ 2"."""
    second = _NUMBERED_GROUP.match(following)
    return bool(
        second
        and re.search(rf"\b{re.escape(second.group().rsplit(' ', 1)[0])} \d{{1,3}}$", said.strip())
    )


_ROW_OPENS = re.compile(r"(?:sở|phòng|ban|viện|hội)\s*,\s*(?:ban|ngành|trường|đoàn thể)(?!\w)")
_ROW_NOUN = (
    r"(?:sở|viện|bệnh viện|ban|ngành|phòng|đoàn thể|hội|tổ chức|báo|đài|đơn vị|cơ quan"
    r"|địa phương|chi bộ|thôn|cấp ủy|chi ủy|đảng bộ|chính quyền|tổ chức đảng|khu dân cư|xã|phường"
    r"|tổ dân phố|khu phố|bản|xóm|ấp|buôn|làng|trường|trạm|tỉnh ủy|thành ủy|đảng ủy|hội đoàn thể"
    r"|các ngành)"
)
_OPEN_ROW = re.compile(rf"(?:^|[,;]\s*|\b(?:các|những|mọi|từng)\s+){_ROW_NOUN}\s*$")
_OPEN_PLURAL = re.compile(rf"\b(?:các|những)\s+{_ROW_NOUN}\s*$")
_GOES_ON = re.compile(rf"{_ROW_NOUN}(?!\w)")


def _in_row(said: str, following: str) -> bool:
    """Inside a row of common nouns: "Sở, ban, ngành có liên quan", "các phòng, ban", "các tỉnh ủy,
    thành ủy".
    """
    if not _GOES_ON.match(following):
        return False
    near = said.rstrip()
    near = near if len(near) < _LOOK_BACK else f"…{near[-_LOOK_BACK:]}"
    return bool(_OPEN_ROW.search(near))


def _joint_office(separator: str, following: str, current: str) -> bool:
    """ "Văn phòng HĐND và UBND": one office of two bodies."""
    return (
        "và" in separator
        and bool(_OFFICE_OF.search(plain(current).strip()))
        and bool(re.match(r"(?:ubnd|ủy ban nhân dân|hđnd|hội đồng)", plain(following)))
    )


def is_head(text: str) -> bool:
    """`text` begins with the first word of a named body, or of a person who leads one."""
    lowered = plain(text)
    if LOWER_HEAD.match(lowered) or TITLED.match(text):
        return True
    match = HEAD.match(lowered)
    if not match or not text[:1].isupper():
        return False
    following = text[match.end() :].lstrip()
    return (
        not match["short"]
        or following[:1].isupper()
        or following[:1].isdigit()
        or bool(UNIT_NOUN.match(lowered, match.end() + 1))
    )


def is_generic(name: str) -> bool:
    """A row of common nouns: "các cơ quan, đơn vị", "lãnh đạo cơ quan", "Cấp ủy"; not "Sở Văn
    hóa".
    """
    bare = name.strip()
    if PLURAL.match(plain(bare)):
        return True
    return bool(GENERIC.match(plain(bare))) and not any(char.isupper() for char in bare[1:])


def begins_with_body(text: str) -> bool:
    """May a sentence open here with the body that acts? "Lãnh đạo …" at the start is the verb."""
    bare = text.lstrip()
    lowered = plain(bare)
    if lowered.startswith("lãnh đạo"):
        return False
    plural = PLURAL.match(lowered)
    if plural:
        return bool(GENERIC.match(lowered, plural.end())) or is_head(bare[plural.end() :])
    return is_head(bare) or bool(OPENING.match(lowered) or _ROW_OPENS.match(lowered))


def read_bodies(text: str, start: int = 0) -> tuple[list[Body], int]:
    """The list of bodies that begins at `start` of a sentence, and where it ends: before the verb
    or a stop.
    """
    if not begins_with_body(text[start:]):
        return [], start
    end = _list_end(text, start)
    return bodies_of(text[start:end], start), end


def _list_end(text: str, start: int) -> int:
    """Walk word by word: stop at a verb in small letters, at punctuation, or at a comma no body
    follows.
    """
    lowered = plain(text)
    position = start
    for word in re.finditer(r"[^\s,;]+|[,;]", text[start:]):
        at = start + word.start()
        if at < position:
            continue
        inner = inner_end(lowered, at, start) if at > start else at
        if inner > at:
            position = inner
            continue
        if at > start and opens_row(text, lowered, at, start):
            position = row_of_names(text, lowered, at)
            if position < len(text) and text[position] in ",;":
                return _trimmed(text, start, position)
            continue
        if at > start and _ends_here(text, lowered, at, start):
            return _trimmed(text, start, at)
        stop = _STOP.search(word.group())
        titled = TITLED.match(text, at)
        if titled:
            position = titled.end()
            continue
        if stop:
            return _trimmed(text, start, at + stop.start())
        position = start + word.end()
    return _trimmed(text, start, position)


_JOINS = re.compile(r"(?:và|cùng)\s+(?=(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Đđ]/c)\s)")


def _ends_here(text: str, lowered: str, at: int, start: int) -> bool:
    if text[at] in ",;":
        if _inside_known_name(lowered, at):
            return False
        rest = _JOINS.sub("", text[at + 1 :].lstrip())
        return not (
            starts_body(rest, text[start:at].rpartition(";")[2])
            or _continues_name(rest, text[start:at])
        )
    if not text[at].islower() or _inside_known_name(lowered, at):
        return False
    return (is_verb(lowered, at) and not _protected(lowered, at)) or _unknown(text, lowered, at)


def _unknown(text: str, lowered: str, at: int) -> bool:
    """A small word that names of bodies do not use, after another small word: some verb the lexicon
    lacks.
    """
    word = re.match(r"\w+", lowered[at:])
    before = re.search(r"(\w)\w*\W*$", text[max(0, at - _LOOK_BACK) : at])
    if not word or not before or not before[1].islower() or word.group() in TAIL:
        return False
    said = lowered[max(0, at - _LOOK_BACK) : at]
    if re.search(r"\b(?:tỉnh|thành phố|xã|phường|đặc khu)\s+$", said):
        return True
    ahead = re.match(r"\w+\s+(?:\w+\s+)?", lowered[at:])
    nearly = (
        [at + match.end() for match in re.finditer(r"\w+\s+", lowered[at : at + ahead.end()])]
        if ahead
        else []
    )
    return not any(is_verb(lowered, place) for place in nearly)


def _continues_name(rest: str, said: str) -> bool:
    """After a comma: a further common noun of the row, or a capital inside one name ("…, Hạ tầng và
    Đô thị").
    """
    lowered = plain(rest)
    if _in_row(plain(said), lowered):
        return True
    if _NAMES_IN_ROW.search(said) and rest[:1].isupper() and not is_head(rest):
        return not is_verb(lowered, 0)
    if _NAMED_PERSON.match(plain(said)) and _OFFICE_TITLE.match(lowered):
        return True
    if _MEMBERS.search(plain(said)) and ABBREVIATED_MEMBERS.match(lowered):
        return True
    if (
        is_verb(lowered, 0)
        and not _protected(lowered, 0)
        and not (rest[:1].isupper() and lowered.startswith(("xây dựng", "kiểm tra", "đào tạo")))
    ):
        return lowered.startswith("giúp việc")
    common = GENERIC_START.match(lowered) or UNIT_NOUN.match(lowered) or _FIELD.match(lowered)
    return bool(common) or (rest[:1].isupper() and not is_generic(said.rpartition(",")[2].strip()))


def is_verb(lowered: str, at: int) -> bool:
    return bool(VERB.match(lowered, at))


_NAMES_IN_ROW = re.compile(
    r"(?:^|[,;]\s*|\bvà )(?:[Cc]ác|[Nn]hững|[Hh]ai|[Bb]a|[Bb]ốn|[Nn]ăm|\d{1,2})\s+(?:thôn|xóm"
    r"|bản|ấp"
    r"|buôn|làng|khóm|khu phố|khu dân cư|khu|tổ dân phố|tổ|trường|điểm trường|xã|phường|chi bộ"
    r"|chi hội"
    r"|chi đoàn|khối|phòng|ban|trạm|đội|cụm)\s+(?:[A-ZĐÀ-Ỹ\d][\w’']*(?:\s[\w’']+){0,3}(?:\s*,\s*"
    r"|\s+và\s+|$))+$"
)
"""Names of one kind in a row: "Các thôn Hạ, Trung, Thượng"."""


def _protected(lowered: str, at: int) -> bool:
    """ "các tổ chức chính trị", "cơ quan chuyên trách tham mưu giúp việc": verbs that are nouns
    there.
    """
    before, after = lowered[max(0, at - 24) : at].rstrip(), lowered[at : at + 40]
    if _inside_known_name(lowered, at):
        return True
    if after.startswith("tổ chức"):
        noun_after = re.match(
            (
                r"tổ chức (?:cơ sở )?(?:đảng|chính trị|đoàn thể|hội(?! nghị| thảo| thi| diễn| đàm)"
                r"|xã hội|quần chúng|thành viên|tín dụng|tôn giáo|kinh tế|công đoàn)\b"
            ),
            after,
        )
        return bool(noun_after) or bool(
            re.search(r"(?:\b(?:các|những|mọi|từng)|[,])$", before) and not noun_after
        )
    if after.startswith(("tham mưu", "giúp việc")):
        return (
            bool(re.search(r"(?:chuyên trách|cơ quan)$", before))
            or after.startswith("tham mưu, giúp việc")
            or bool(re.search(r"tham mưu,?$", before))
        )
    if after.startswith("có liên quan") or (after.startswith("việc") and before.endswith("giúp")):
        return True
    if after.startswith("lãnh đạo") and re.search(r"(?:,|và)$", before):
        return bool(
            re.match(
                (
                    r"lãnh đạo (?:các )?(?:cơ quan|đơn vị|ubnd|hđnd|đảng ủy|phòng|ban|sở|ủy ban"
                    r"|thường trực)\b"
                ),
                after,
            )
        )
    if after.startswith("trong hệ thống chính trị"):
        return True
    if after.startswith("quản lý") and re.search(r"(?:cơ quan|đơn vị|cấp|cán bộ|ban)$", before):
        return True
    return bool(re.search(r"\b(?:thuộc diện|có chức năng|quan hệ)$", before)) or bool(
        re.match(r"(?:quản lý|sử dụng) (?:nhà nước|dự án)\b", after)
    )


def _inside_known_name(lowered: str, at: int) -> bool:
    """In the middle of a whole name such as "đoàn giám sát", "ủy ban kiểm tra"."""
    return any(
        name.start() < at < name.end() and not lowered[name.start() - 1 : name.start()].isalnum()
        for pattern in (LOWER_HEAD, WHOLE, HEAD)
        for name in pattern.finditer(lowered, max(0, at - 40), at + 40)
    )


def _trimmed(text: str, start: int, end: int) -> int:
    kept = re.sub(r"[\s,;]+(?:và|cùng)?$|\s+(?:và|cùng)$", "", text[start:end])
    return start + len(kept.rstrip(_EDGE))


_COMPOUND = re.compile(r".*(?<![\w])[A-ZĐÀ-Ỹ][a-zà-ỹđ]+ [a-zà-ỹđ]+", re.DOTALL)
"""The second syllable of a name that would be a verb alone: "Tiểu ban Hậu cần"."""


def is_body_phrase(phrase: str) -> bool:
    """The whole phrase is a list of bodies: the heading "2. Ban Tuyên giáo và Dân vận Tỉnh ủy"."""
    bare = phrase.strip().rstrip(".:; ")
    if not bare or len(bare) > 220 or not begins_with_body(bare):
        return False
    end, whole = _list_end(bare, 0), len(bare.rstrip(_EDGE))
    return end >= whole or bool(_COMPOUND.fullmatch(bare[:whole], max(0, end - _LOOK_BACK)))

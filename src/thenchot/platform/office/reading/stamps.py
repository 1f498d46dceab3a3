"""The secrecy stamps of the State: MẬT, TỐI MẬT, TUYỆT MẬT, in the forms in which offices print
them. Pure.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thenchot.platform.office.reading.legacy_fonts import from_tcvn3, from_vni

_GAP = r"[\W_]*"
_LEVEL = (
    rf"(?:(?P<most>t{_GAP}u{_GAP}y{_GAP}[ệêeẹ]{_GAP}t)|(?P<top>t{_GAP}[ốôoóòồơ0]{_GAP}[i1l]))?"
    rf"{_GAP}(?P<mark>m{_GAP}[ậâạa4]{_GAP}t)"
)
_PRESSING = rf"(?:{_GAP}(?:hỏa tốc|hoả tốc|thượng khẩn|khẩn))?"
_COPY = r"(?:\W*(?:bản số|số bản|bản|số)\b.{0,20})?"
_STAMP = re.compile(
    rf"^{_PRESSING}\W*(?:(?:(?:mức|cấp)\s+)?độ(?:\s+mật\s*[:.–-]?|\s*:|\s+(?=t))"
    rf"|(?:đóng\s+)?dấu(?:\s+(?:độ\s+)?mật)?\s*:|mức\s+mật\s*:"
    rf"|(?P<what>tài liệu|văn bản|hồ sơ)\s)?\W*{_LEVEL}"
    rf"{_PRESSING}{_COPY}[\W_]*$"
)
_LABELLED = re.compile(
    rf"(?<!\w)(?:(?:mức|cấp)\s+)?(?:độ|mức|dấu)\s+mật\b[^:\w]*[:\t|][\W_]*{_LEVEL}(?!\w)"
    r"(?!\s+(?:độ|khẩu|mã|thư)\b)"
)
_NUMBERED = re.compile(rf"^\W*số\b[^\n]*\d[^\n]*?(?:[\s(\[/–-]){_LEVEL}[)\]\s.]*$")
_IN_BRACKETS = re.compile(rf"^[^\n]{{2,90}}[(\[]\s*(?:độ\s+)?{_LEVEL}\s*[)\]]\W*$")
_FILE_NAME = re.compile(
    rf"(?<!bí)(?<!bảo)(?:^|[(\[_]|\s[–-])\s*(?:độ\s+)?{_LEVEL}\s*(?=$|[)\]_]|[–-]\s|\.\w+$)"
)
_LETTERHEAD = re.compile(r"cộng h[òo]a xã hội chủ nghĩa|đảng cộng sản việt nam|^\W*số\s*:?\s*\d")
_CUT_WORDS = [
    "bí",
    "bảo",
    "cơ",
    "thân",
    "trật",
    "tuyệt",
    "tối",
    "giữ",
    "chữ",
    "độ",
    "dấu",
    "khóa",
    "mã",
    "danh",
    "sổ",
    "tài",
    "liệu",
    "văn",
    "bản",
    "chứa",
    "tính",
    "các",
    "những",
    "loại",
    "là",
    "và",
    "hoặc",
    "không",
]
_UNFINISHED = re.compile(r"[.;,:]\s*$|^\s*[-+•]")  # of a sentence, of a list
_LOOKALIKES = str.maketrans("МТАОІмтаоіΜΤΑΟΙτο", "MTAOImtaoiMTAOIto")
_INVISIBLE = {"Cf", "Cc", "Co"}
HEAD = 120  # lines: where the first page of a document ends at the latest
_BELOW_LETTERHEAD = 15  # lines below the head of a sheet in which its stamp stands
_TOGETHER = 8  # lines over which the three levels named one after the other are a list


@dataclass(frozen=True, slots=True)
class Line:
    """A line, paragraph or cell. `alone`: nothing else stands beside it, so that a stamp in small
    letters may be all it says; `is_data`: a cell in a row of a list, where it may be a name.
    """

    text: str
    alone: bool = True
    is_data: bool = False


def secret_stamp(text: str, *, capitals: bool = True) -> str | None:
    """The stamp that is all a line says, also letter-spaced, dotted or badly scanned. `capitals`:
    only in capital letters; without it also "Mật", as a column "Độ mật" says it.
    """
    clean = _clean(text)
    if not 3 <= sum(map(str.isalpha, clean)) <= 40:
        return None
    match = _STAMP.match(clean.lower())
    if not match or ((capitals or match["what"]) and not _is_printed_large(clean, match)):
        return None
    return _name(match)


def stamp_among(lines: Sequence[Line], *, everywhere: bool = False, wrapped: bool = False) -> str:
    """The stamp of a document, or "". `everywhere`: not only on the first page and below the head
    of a sheet; `wrapped`: a line may be the end of a sentence begun above.
    """
    found: list[tuple[int, str]] = []
    under = HEAD
    for at, line in enumerate(lines):
        clean = _clean(line.text)
        if _LETTERHEAD.search(clean.lower()):
            under = max(under, at + _BELOW_LETTERHEAD)
        if not (everywhere or at < under) or len(clean) > 300:
            continue
        above = lines[at - 1].text if wrapped and at else ""
        stamp = next(_said(clean, line, above), None) or _upright(lines, at)
        if stamp:
            found.append((at, stamp))
    return next((stamp for at, stamp in found if not _is_listed(at, found)), "")


def stamp_of_name(name: str) -> str | None:
    """The stamp in the name of a file: "KH 05 (MẬT).docx", "[Tối mật] Báo cáo.pdf"."""
    match = _FILE_NAME.search(_clean(name).lower())
    return _name(match) if match and (match["top"] or match["most"] or "ậ" in match[0]) else None


def _said(clean: str, line: Line, above: str) -> Iterator[str]:
    for reading in _readings(clean):
        small = reading.lower()
        for pattern in (_LABELLED, _NUMBERED, _IN_BRACKETS):
            match = pattern.search(small)
            if match and not _names_others(small, match) and _fits(pattern, reading, match):
                yield _name(match)
        if line.is_data:
            continue
        for part in re.split(r"\t|\s{3,}|\|", reading):
            if stamp := secret_stamp(_bare(part)):
                yield stamp
        may_be_small = line.alone and not _goes_on(above) and not _UNFINISHED.search(reading)
        if may_be_small and (stamp := secret_stamp(_bare(reading), capitals=False)):
            yield stamp


def _fits(pattern: re.Pattern[str], reading: str, match: re.Match[str]) -> bool:
    """In brackets or after a number the word counts in capitals or in brackets of its own."""
    if pattern is _LABELLED:
        return True
    large = _is_printed_large(reading, match)
    if pattern is _NUMBERED:
        return large or match.group().rstrip(" .")[-1:] in ")]"
    return large and "dấu" not in match.string


def _upright(lines: Sequence[Line], at: int) -> str | None:
    """One letter on each line, or the two words one under the other."""
    letters = []
    for line in lines[at : at + 8]:
        clean = _clean(line.text).strip()
        if len(clean) != 1 or line.is_data:
            break
        letters.append(clean)
    return secret_stamp("".join(letters)) if len(letters) >= 3 else None


def _is_listed(at: int, found: list[tuple[int, str]]) -> bool:
    """All three levels named one under the other: a text about stamps."""
    near = {stamp for other, stamp in found if abs(other - at) <= _TOGETHER}
    return len(near) == 3


def _names_others(text: str, match: re.Match[str]) -> bool:
    rest = text[match.end() :]
    return bool(re.search(r"(?<!\w)(?:tuyệt|tối)\s+mật|^\s*(?:,|hoặc|hay|/|và)\s*mật", rest))


def _goes_on(above: str) -> bool:
    """The line above is a sentence that this one may end."""
    words = _clean(above).lower().split()
    if not words:
        return False
    return words[-1] in _CUT_WORDS or (
        len(above) > 45 and above.rstrip()[-1:] not in ".;:!?" and not above.isupper()
    )


def _readings(clean: str) -> Iterator[str]:
    """As it stands, and a short line as the old fonts would show it."""
    yield clean
    if len(clean) <= 60 and not clean.isascii():
        yield from (unicodedata.normalize("NFC", turn(clean)) for turn in (from_tcvn3, from_vni))


def _bare(part: str) -> str:
    return re.sub(r"[*#\[\]<>/]|</?[a-z]+>", " ", part).strip()


def _is_printed_large(clean: str, match: re.Match[str]) -> bool:
    """The word itself in capitals; what stands before it ("Độ mật:") or after it may be small."""
    first = next(match.start(name) for name in ("most", "top", "mark") if match[name])
    return all(char.isupper() for char in clean[first : match.end("mark")] if char.isalpha())


def _name(match: re.Match[str]) -> str:
    return "TUYỆT MẬT" if match["most"] else "TỐI MẬT" if match["top"] else "MẬT"


def _clean(text: str) -> str:
    """One form for every letter: composed, no invisible characters, no letters of other scripts
    that only look alike.
    """
    if text.isascii():
        return text
    whole = unicodedata.normalize("NFKC", text)
    seen = (
        char for char in whole if char in "\t\n" or unicodedata.category(char) not in _INVISIBLE
    )
    return unicodedata.normalize("NFC", "".join(seen)).translate(_LOOKALIKES)

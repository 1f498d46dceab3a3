"""Lines joined to paragraphs, over line ends and over page breaks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from thenchot.importer.layout.labels import label_of
from thenchot.importer.layout.lines import PrintedLine
from thenchot.importer.layout.numbering import marker_of
from thenchot.kernel.bodies import is_body_phrase
from thenchot.kernel.lexicon import VERB
from thenchot.kernel.text import plain

LONGEST = 4_000  # characters: beyond, a paragraph is cut at the end of a sentence
_LOOK_BACK = 120  # characters at the end of a paragraph that tell whether it goes on
_SENTENCE_END = re.compile(r"[.;:]\s")
_TERMINAL = re.compile(r"[.;:!?…”\")\]]$|\./\.$")
_STANDS_ALONE = re.compile(
    r"^(?:nơi\s+nhận|kính\s+gửi|t\s*/?\s*m\b|tm\.|kt\.|tl\.|tuq\.|t/l|k/t|phụ\s+lục|cộng\s+h[òo]a"
    r"|độc\s+lập|đảng\s+cộng\s+sản|số\s*:|điều\s+\d|"
    r"quyết\s+định\s*:?$|chủ\s+tịch$|phó\s+chủ\s+tịch$|bí\s+thư$|phó\s+bí\s+thư|\(?(?:ban "
    r"hành\s+)?kèm\s+theo|căn\s+cứ\b|xét\b|theo\s+đề\s+nghị)",
)
_OFFICE_LINE = re.compile(
    r"(?:chủ tịch|ủy ban nhân dân|hội đồng nhân dân|giám đốc|tổng giám đốc|bộ trưởng|thủ tướng"
    r"|hiệu trưởng|trưởng ban|ban thường vụ|ban chấp hành)\b"
)
"""The authority that decides, in capitals between the title and the legal bases."""
_OPEN_WORD = re.compile(
    r"(?:\b(?:và|của|với|cho|về|các|những|tại|từ|theo|do|là|trong|đến|để|bằng|vào|hoặc|khi|được|số"
    r"|ngày|tháng|năm|ủy ban|công tác|thực hiện)|[,\-–])$"
)
"""Ends no title and no sentence."""
_OPEN_END = re.compile(
    r"(?:\b(?:và|của|với|cho|về|các|những|tại|từ|theo|do|là|trong|đến|để|bằng|vào|hoặc|khi|được"
    r"|có|không|số|ngày|tháng|năm|quý|thực hiện|công tác|việc|ủy ban|nhân dân|cán bộ|phường|đảng "
    r"ủy|ban)|[,\-–])$"
)


@dataclass(slots=True)
class Para:
    """A paragraph before it has a place in the text. `level`, `bold` as in `PrintedLine`; `rows`
    of a table.
    """

    text: str = ""
    level: int = 0
    bold: bool = False
    rows: tuple[tuple[str, ...], ...] = ()
    whole: bool = False
    joined: int = 0

    @property
    def is_table(self) -> bool:
        return bool(self.rows)


def paragraphs_of(lines: list[PrintedLine]) -> list[Para]:
    """Paragraphs and tables in order."""
    width = _wrap_width(lines) or (-1 if _is_unwrapped(lines) else 0)
    paras: list[Para] = []
    gap = False
    for line in lines:
        if line.kind in ("blank", "break"):
            gap = True
            continue
        if line.kind == "table":
            paras.append(Para(rows=line.rows))
        elif paras and _continues(paras[-1], line, gap, width):
            _append(paras[-1], line)
        else:
            paras.append(Para(line.text, line.level, line.bold, whole=line.kind == "paragraph"))
        gap = False
    return [part for para in paras for part in _cut(para)]


def _cut(para: Para) -> Iterator[Para]:
    """A paragraph of usual length as it is; the grammar of a clause may look back over all of it,
    so that an endless one would cost the square of its length.
    """
    text, start = para.text, 0
    while len(text) - start > LONGEST:
        ends = [match.end() for match in _SENTENCE_END.finditer(text, start, start + LONGEST)]
        space = text.rfind(" ", start, start + LONGEST) + 1
        end = ends[-1] if ends else space or start + LONGEST
        yield replace(para, text=text[start:end].rstrip())
        start = end
    yield replace(para, text=text[start:]) if start else para


def _append(para: Para, line: PrintedLine) -> None:
    glue = "" if re.search(r"\w-$", para.text[-2:]) and line.text[:1].islower() else " "
    para.text = (
        para.text.removesuffix("-") + line.text
        if not glue and _is_soft_hyphen(para.text)
        else para.text + glue + line.text
    )
    para.joined = len(line.text)


def _is_soft_hyphen(text: str) -> bool:
    """A hyphen that only splits a word at the line's end; "kinh tế-" of "kinh tế-xã hội" keeps
    it.
    """
    return False


def _wrap_width(lines: list[PrintedLine]) -> int:
    """Length of full lines when the text is wrapped by hand, else 0."""
    pairs = [(a, b) for a, b in pairwise(lines) if a.kind == b.kind == "line"]
    wrapped = [len(a.text) for a, b in pairs if b.text[:1].islower() and len(a.text) > 30]
    if len(wrapped) < 4 or len(wrapped) < len(pairs) * 0.15:
        return 0
    return sorted(wrapped)[len(wrapped) // 2]


_NO_WRAP = 200  # characters: no printed line is longer


def _is_unwrapped(lines: list[PrintedLine]) -> bool:
    """Every line is a paragraph of its own, however long."""
    return any(line.kind == "line" and len(line.text) > _NO_WRAP for line in lines)


def _continues(para: Para, line: PrintedLine, gap: bool, width: int) -> bool:
    if (
        para.is_table
        or len(para.text) > LONGEST
        or _NUMBER_ALONE.match(para.text)
        or (_starts_anew(line) and not _number_in_sentence(para.text, line.text))
    ):
        return False
    if line.text[:1].isupper() and _stands_whole(para.text):
        return False
    last = para.text[-_LOOK_BACK:]
    if para.whole or line.kind == "paragraph":
        return _torn(para, line)
    if line.level or (para.level and (gap or line.text[:1].isupper())):
        return False
    capitals = _all_capitals(para.text)
    if capitals and not _all_capitals(line.text):
        return False
    if _all_capitals(line.text) and not capitals and _OFFICE_LINE.match(plain(line.text)):
        return False
    if label_of(para.text) and line.text[:1].isupper() and _TERMINAL.search(last):
        return False
    return _continues_over_gap(last, line) if gap else _continues_line(para, line, width)


_NUMBER_ALONE = re.compile(r"\s*số\s*:?\s*[\w./…-]{3,40}\s*$", re.IGNORECASE)
_LONGEST_HEADING = 200  # characters


def _stands_whole(text: str) -> bool:
    """A numbered heading of nothing but bodies or persons."""
    if len(text) > _LONGEST_HEADING:
        return False
    marker = marker_of(text)
    named = marker is not None and is_body_phrase(text[marker.end :])
    return named and not text.rstrip().endswith((",", "-", " và", " của"))


def _torn(para: Para, line: PrintedLine) -> bool:
    """Paragraphs of a Word file are whole, save those a conversion tore in the middle of a
    sentence.
    """
    unfinished = not _TERMINAL.search(para.text[-_LOOK_BACK:]) and len(para.text) > 45
    return unfinished and line.text[:1].islower() and not para.level and not line.level


_OVER_CAPITALS = ("roman", "capital", "part", "chapter", "arabic")


def _number_in_sentence(last: str, text: str) -> bool:
    """A line that begins with a number or a dash only because the sentence was wrapped there."""
    marker = marker_of(text)
    last = last[-_LOOK_BACK:]
    if not marker or _TERMINAL.search(last) or len(last) < 30:
        return False
    if marker.kind in _OVER_CAPITALS and _all_capitals(text[marker.end :]):
        return False
    if marker.kind == "bullet":
        said = text[marker.end :]
        acts = VERB.match(plain(said)) and not _OPEN_END.search(plain(last))
        return said[:1].islower() and not acts and not last.endswith(",")
    return bool(
        re.search(
            (
                r"(?:\b(?:số|ngày|tháng|năm|quý|điều|khoản|mục|điểm|cấp|từ|đến|hơn|trên|lần thứ|và)"
                r"|[-–/])$"
            ),
            plain(last),
        )
    )


def _starts_anew(line: PrintedLine) -> bool:
    return bool(
        marker_of(line.text) or _stands_alone(line.text) or label_of(line.text) or "\t" in line.text
    )


def _stands_alone(text: str) -> bool:
    return not text[:1].islower() and bool(_STANDS_ALONE.match(plain(text)))


def _all_capitals(text: str) -> bool:
    return text.isupper() and sum(map(str.isalpha, text)) > 2


def _continues_over_gap(last: str, line: PrintedLine) -> bool:
    """A page break inside a sentence: the last line is unfinished and the next goes on in small
    letters.
    """
    if _TERMINAL.search(last) and not last.endswith((")", "”", '"', ";")):
        return False
    if line.text[:1].islower() or re.match(r"\d+[\s%]", line.text):
        return not last.endswith(";") and len(last) > 25
    return len(last) > 60 and bool(_OPEN_WORD.search(plain(last))) and not line.bold


def _continues_line(para: Para, line: PrintedLine, width: int) -> bool:
    last = para.text[-_LOOK_BACK:]
    tail = para.joined or len(para.text)
    if _all_capitals(line.text) and _all_capitals(para.text):
        return bool(_OPEN_END.search(plain(last))) or (para.bold == line.bold and tail > 45)
    if line.text[:1].islower() and not (_TERMINAL.search(last) and last.endswith((".", ":", ";"))):
        return True
    if width < 0:
        return bool(_OPEN_END.search(plain(last)))
    if not width:
        return (
            not _TERMINAL.search(last) and tail > 60 and para.bold == line.bold and line.indent < 3
        )
    return (
        tail >= width * 0.8
        and not last.endswith(("./.", ":"))
        and not (last.endswith((".", ";")) and (line.indent > 0 or tail < width * 0.88))
    )

"""A deadline cell or label: the whole phrase is about time."""

import re
from datetime import date

from thenchot.kernel.calendar import WorkingCalendar
from thenchot.kernel.deadlines.atoms import Atom, find_atoms, folded
from thenchot.kernel.deadlines.bounds import window
from thenchot.kernel.deadlines.durations import DURATION, read_duration
from thenchot.kernel.deadlines.holidays import events_out
from thenchot.kernel.deadlines.loose import precondition, read_ongoing, read_open
from thenchot.kernel.deadlines.lunar_days import read_lunar
from thenchot.kernel.deadlines.masks import years_of_laws
from thenchot.kernel.deadlines.model import Deadline
from thenchot.kernel.deadlines.recurring import REPORT_OF, read_recurring
from thenchot.kernel.deadlines.relative import SURE as FROM_DOCUMENT
from thenchot.kernel.deadlines.relative import relative_out
from thenchot.kernel.numbers import number_spans
from thenchot.kernel.text import nfc
from thenchot.kernel.typed import ENDLESS, FIRST_YEAR, LAST_YEAR

_NONE = Deadline("none", explanation_vi="Không ghi thời hạn")
_BEFORE_EVENT = re.compile(
    r"^\W*(?:(?:xong|hoan\s+thanh|thuc\s+hien)\s+)?truoc\s+(?:ky|mua|khai\s+giang|dai\s+hoi|tet"
    r"|le|nam\s+hoc)\b"
)
"""A window is only named to say which event: "trước mùa mưa bão năm 2027" has no day."""
_MISREAD = re.compile(
    r"(?i:qu[yýỳỷỹỵi])\s*(?=[IVil1|]*[il1|])(?=[IVil1|]*[IV])[IVil1|]{2,4}(?![\w])"
    r"|(?<!\w)(?:\d+[lIO|o]\d*|[lIO|o]+\d+)(?=\s*[/.\-]\s*\d|\s+năm\s)"
)
"""Letters that stand for digits, or a small l in a roman number: put right, but never surely."""
_BASIS = re.compile(
    r"\W*(?:can\s+cu\s+(?:vao\s+)?(?:cong\s+van|nghi\s+quyet|quyet\s+dinh|ke\s+hoach\s+so|luat"
    r"|thong\s+bao|to\s+trinh|bao\s+cao|nghi\s+dinh|thong\s+tu|bien\s+ban)|nhu\s+da\s+(?:hop|thong"
    r"|bao|trao|neu))\b"
    r"|\W*(?:theo|thuc\s+hien)\s+(?:cong\s+van|nghi\s+quyet|quyet\s+dinh|thong\s+bao|to\s+trinh"
    r"|bien\s+ban)\s+so\s+\d[^;,]*$"
    r"|\W*theo\s+quy\s+dinh\s+(?:hien\s+hanh|cua\s+phap\s+luat)\W*$"
    r"|\W*tai\s+(?:cuoc|buoi|phien|hoi\s+nghi)\b[^;]*\bda\s+(?:thong\s+nhat|ket\s+luan|giao)\b"
)
"""The day of what was written or held before."""
_NOT_A_TIME = re.compile(r"^[\W_]*(?:khong|nt)?[\W_]*$")
_DATED_BY = re.compile(
    r"\s*,?\s*(?:ngay\s+)?\d{1,2}\s*(?:[/.\-]|thang)\s*\d{1,2}\s*(?:[/.\-]|nam)\s*\d{4}"
)
_NAMED_REPORT = re.compile(
    r"(\b(?:bao\s+cao|so\s+ket|tong\s+ket|danh\s+gia)\s+(?:(?:so|tong)\s+ket\s+|ket\s+qua\s+"
    r"|dinh\s+ky\s+|cong\s+tac\s+)*|(?:^|[;\n])\s*(?=[^:;\n]{3,24}:))"
    r"(?:quy\s+[iv1-4]+|0?[69]\s+thang(?:\s+(?:dau|cuoi)\s+nam)?"
    r"|thang\s+\d{1,2}|nam(?:\s+20\d\d)?)\b"
    r"(?:(?:\s*/\s*|\s+)20\d\d)?"
    r"(?=[^,;\d]{0,30}\d{1,2}\s*/|\s*(?:,|;|va\b|\))[^;]{0,60}?\d{1,2}\s*/|\s*$)"
)
"""The period a report is about, beside the day it is due."""
_NAMED_SPAN = re.compile(r"(nam\s+hoc|nhiem\s+ky)\s+\d{4}\s*[-–]\s*\d{4}")
_RECURRING_FIRST = re.compile(
    r"\b(?:h[ao]ng|moi)\s+(?:ngay|tuan|thang|quy|nam)\b|\bdinh\s+ky\b|\blan\s*/|/\s*lan\b"
    r"|\bthang\s+cuoi\s+(?:cua\s+)?(?:moi\s+)?quy\b|\b0?6\s+thang,?\s+(?:mot\s+)?nam\b(?!\s*\d)"
)


_SHORT = re.compile(r"^\s*(\d{1,2})\s?[-.]\s?(\d{1,2})\s*$")
"""A day and a month that are all of the phrase: "15-10"."""


_LETTER = re.compile(
    r"^(?P<before>\W*(?:(?:trong|xong|truoc|het|den)\s+)*)(?P<of>[qt])\.?\s?(?P<n>\d{1,2}|i{1,3}"
    r"|iv)\s*$"
)


def _in_full(match: re.Match[str]) -> str:
    """ "Q3", "T9" that are all of the phrase."""
    return f"{match['before']}{'quy' if match['of'] == 'q' else 'thang'} {match['n']}"


def parse_deadline(
    phrase: str, reference: date | None = None, *, calendar: WorkingCalendar | None = None
) -> Deadline:
    """Read a deadline phrase. `reference` is the document's own date; without it a day without a
    year stays open.

    Never raises and never guesses: a day that does not exist, or that cannot be placed, gives no
    day and a warning.
    """
    phrase = nfc(phrase)
    text = _LETTER.sub(_in_full, _SHORT.sub(r"\1/\2", folded(phrase)))
    if reference is not None and not FIRST_YEAR <= reference.year <= LAST_YEAR:
        reference = None
    if _NOT_A_TIME.match(text) or _BASIS.match(text) or ENDLESS.search(text):
        return _NONE.but(raw=phrase.strip())
    told = relative_out(text, phrase, reference)
    found = read_lunar(text, phrase, reference)
    if found is None or (told != text and not found.end):
        found = _read(told, phrase, reference, calendar)
    found = found.but(raw=phrase.strip())
    if told != text and found.end:
        found = found.but(confidence=min(found.confidence, FROM_DOCUMENT))
    if _MISREAD.search(phrase) and (found.start or found.end):
        return found.but(
            confidence=min(found.confidence, 0.5), warnings=(*found.warnings, "misread_number")
        )
    return found


def _read(
    text: str, phrase: str, reference: date | None, calendar: WorkingCalendar | None
) -> Deadline:
    visible = events_out(_without_names(text, phrase))
    duration = (
        read_duration(visible, phrase, reference, calendar)
        if DURATION.search(visible) or len(text) < 40
        else None
    )
    if duration:
        return duration
    atoms = find_atoms(visible)
    recurring = read_recurring(visible, atoms)
    only_event = _BEFORE_EVENT.search(visible) and all(atom.kind != "day" for atom in atoms)
    dated = None if only_event else _dated(visible, atoms, reference, recurring)
    if dated and dated.kind != "none":
        return _going_on(dated, visible).but(after=precondition(visible, phrase))
    if dated:
        return dated
    return _undated(visible, phrase, recurring)


def _without_names(text: str, phrase: str) -> str:
    """Numbers of documents with their dates, and the years of a school year or a term of office,
    blanked out.
    """
    for start, end in number_spans(phrase):
        dated = _DATED_BY.match(text, end)
        stop = dated.end() if dated else end
        text = text[:start] + " " * (stop - start) + text[stop:]
    for start, end in years_of_laws(phrase):
        text = text[:start] + " " * (end - start) + text[end:]
    if re.search(r"\d\s*/\s*\d", text):
        text = _NAMED_REPORT.sub(_without_last, text)
    return _NAMED_SPAN.sub(_without_last, text)


def _without_last(match: re.Match[str]) -> str:
    return str(match[1]).ljust(len(match.group()))


def _dated(
    text: str, atoms: list[Atom], reference: date | None, recurring: Deadline | None
) -> Deadline | None:
    """The window, unless the phrase is a recurrence; a year beside a recurrence only bounds it."""
    if not atoms:
        return None
    sign = _RECURRING_FIRST.search(text) or REPORT_OF.search(text)
    if recurring and sign and not _dated_before(text, atoms, sign.start()):
        return None
    if recurring and not sign:
        return None
    reading = window(text, atoms, reference)
    if reading and recurring and reading.kind != "none":
        return reading.but(
            rule=recurring.rule,
            confidence=min(reading.confidence, 0.75),
            warnings=(*reading.warnings, "then_recurring"),
        )
    return reading


_AND_ON = re.compile(
    r"\bva\s+(?:(?:cac|nhung)\s+(?:nam|quy|thang)|thoi\s+gian|giai\s+doan)\s+"
    r"(?:tiep\s+theo|ke\s+tiep|sau(?:\s+do)?|sau\s+nay)\b|\btro\s+di\b"
    r"|\bden\s+(?:khi|luc)\s+(?:ket\s+thuc|hoan\s+thanh|co)\b"
)
_THEN_ALWAYS = re.compile(r"\b(?:va|sau\s+do|,)\s*(?:duy\s+tri\s+)?thuong\s+xuyen\b")


def _going_on(dated: Deadline, text: str) -> Deadline:
    """ "Năm 2026 và các năm tiếp theo" has no end; "Tháng 3/2026 và thường xuyên" goes on after."""
    if _AND_ON.search(text) and dated.start:
        return dated.but(
            end=None,
            confidence=min(dated.confidence, 0.9),
            explanation_vi=f"Bắt đầu từ {dated.start:%d/%m/%Y}, không nêu ngày kết thúc",
        )
    if _THEN_ALWAYS.search(text):
        return dated.but(
            confidence=min(dated.confidence, 0.9),
            warnings=(*dated.warnings, "then_ongoing"),
            explanation_vi=f"{dated.explanation_vi}; sau đó làm thường xuyên",
        )
    return dated


def _dated_before(text: str, atoms: list[Atom], sign: int) -> bool:
    """ "Quý III/2026 và hằng năm": a full window first, then the recurrence joined by a
    separator.
    """
    ended = [atom for atom in atoms if atom.year and atom.span[1] <= sign and atom.kind != "year"]
    return bool(ended) and bool(
        re.search(r"[;,.]|\bva\b|\bsau\s+do\b", text[ended[-1].span[1] : sign])
    )


def _undated(text: str, phrase: str, recurring: Deadline | None) -> Deadline:
    if recurring and recurring.rule and recurring.rule.get("every"):
        return _bounded(text, recurring)
    ongoing, waiting = read_ongoing(text), read_open(text, phrase)
    if recurring and not ongoing:
        return recurring
    if ongoing and waiting:
        first_open = phrase.find(waiting.trigger or "")
        ongoing = ongoing if first_open > 3 else None
    found = ongoing or waiting
    if found:
        return found
    return _unread(text)


def _bounded(text: str, recurring: Deadline) -> Deadline:
    """Years beside a recurrence say from when until when it runs."""
    years = [int(year) for year in re.findall(r"(?<!\d)20\d\d(?!\d)", text)]
    if not years:
        return recurring
    only_end = len(years) == 1 and re.search(r"\bden\s+(?:het\s+)?(?:nam\s+)?20\d\d", text)
    span = {} if only_end else {"from": f"{min(years)}-01-01"}
    span |= (
        {"until": f"{max(years)}-12-31"}
        if len(years) > 1 or "den" in text or "trong" in text
        else {}
    )
    return recurring.but(rule=dict(recurring.rule or {}) | span)


def _unread(text: str) -> Deadline:
    if any(char.isdigit() for char in text):
        return Deadline(
            "none",
            confidence=0.2,
            warnings=("unread",),
            explanation_vi="Không đọc được thời hạn, cần người xem lại",
        )
    return Deadline(
        "none", confidence=0.5, warnings=("unread",), explanation_vi="Không có từ chỉ thời gian"
    )

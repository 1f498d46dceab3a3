"""Deadlines in running text: only where the sentence binds its action to a time, never any date
that passes by.
"""

import re
from collections.abc import Iterator
from datetime import date

from thenchot.kernel.deadlines.atoms import Atom, find_atoms, folded
from thenchot.kernel.deadlines.bounds import HOUR
from thenchot.kernel.deadlines.clauses import COMPLETED
from thenchot.kernel.deadlines.closing import closing_spans
from thenchot.kernel.deadlines.durations import DURATION
from thenchot.kernel.deadlines.holidays import events_out
from thenchot.kernel.deadlines.masks import mask_names
from thenchot.kernel.deadlines.model import Deadline, Found
from thenchot.kernel.deadlines.phrase import parse_deadline
from thenchot.kernel.deadlines.relative import relative_out
from thenchot.kernel.deadlines.rows import BETWEEN
from thenchot.kernel.lexicon import VERB
from thenchot.kernel.text import plain

_BRACKET = re.compile(r"[(\[]([^()\[\]]{3,300})[)\]]")
_EACH_BEFORE = re.compile(r"\bh[ao]ng\s+(?:thang|quy|nam)\s+$")
_BRACKET_START = re.compile(
    r"^\W*(?:(?:khong|dung) (?:de |duoc )?(?:tre|muon|cham|qua)|hoan thanh|thuc hien|xong|truoc"
    r"|trong (?:quy|thang|nam|ngay|thoi|vong|giai|tuan|6|\d"
    r"|dip)|cham nhat|muon nhat|dinh ky|thuong xuyen|hang|hang nam|sau khi|ngay sau|thoi gian"
    r"|thoi han|"
    r"khi co|theo (?:chi dao|ke hoach|huong dan|yeu cau|tien do|lo trinh)|quy\b|thang \d|tu "
    r"(?:ngay|thang|quy|nam)|den (?:ngay|het|thang|nam)|ngay \d|han|tien do|du kien|nam 20|bao "
    r"cao|gui|trinh truoc|6 thang|0?\d{1,2}[/.]\d|lien tuc|ket thuc|phan dau|cuoi|dau nam|moi"
    r"|\d+ lan)"
)
_CUE_WORD = (
    r"(?:hoan\s+thanh|hoan\s+tat|xong|trong|truoc|den|toi|cham\s+nhat|muon\s+nhat|vao|han"
    r"|thoi\s+(?:han|gian|diem)|ket\s+thuc|het"
    r"|(?:ky|buoi|dot|phien)\s+(?:sinh\s+hoat(?:\s+chi\s+bo)?|hop|cao\s+diem)|dip|cuoi"
    r"|(?<!phan\s)dau|giua|la|cung(?=\s+la)|chot|ngay"
    rf"|{HOUR}|trong\s+(?:hai|ba|bon|cac)"
    rf"|(?:thu\s+(?:hai|ba|tu(?=,)|nam|sau|bay|[2-7])|chu\s+nhat),?|khoang(?:\s+thoi\s+gian)?"
    r"|tuan(?:\s+thu)?\s+(?:dau|nhat|hai|ba|tu"
    r"|bon|cuoi|\d)|(?:sang|trua|chieu"
    r"|toi|dem),?|(?:khong|dung)\s+(?:(?:de|duoc)\s+)?(?:(?:muon|cham|tre)\s+(?:hon|qua)|qua)|tu"
    r"|cong\s+bo|dua\s+vao\s+(?:su\s+dung"
    r"|van\s+hanh)|thuc\s+hien|bat\s+dau|khoi\s+cong)"
)
_CUE = re.compile(rf"(?:\b{_CUE_WORD}[\s:]+)+$")
_STRONG_CUE = re.compile(
    r"\b(?:hoan\s+thanh|hoan\s+tat|xong|trong|truoc|cham\s+nhat|muon\s+nhat|han|ket\s+thuc|het"
    r"|vao|(?:khong|dung)\s+(?:(?:de|duoc)\s+)?(?:(?:muon|cham|tre)\s+(?:hon|qua)|qua)|cuoi|dau"
    r"|giua)\b"
)
_FACT = re.compile(
    r"\b(?:tinh\s+den|so\s+voi|cung\s+ky|hieu\s+luc\s+(?:thi\s+hanh\s+)?(?:ke\s+)?tu"
    r"|duoc\s+thanh\s+lap|tu\s+sau|da\s+(?:hoan\s+thanh|thuc\s+hien|dat)"
    r"|da\s+duoc\s+[^,;.]{0,60}?\b(?:quyet\s+dinh|phe\s+duyet|ban\s+hanh|cap|thong\s+qua|ky"
    r"|cong\s+nhan|thu\s+ly|tiep\s+nhan|giao))[\s:,]*$"
)
_FACT_DATE = re.compile(r"\b(?:ban\s+hanh|ky|ket\s+qua|thang|sinh)[\s:,]*$")
_YEAR_AIM = re.compile(
    r"\b(?:cham\s+nhat|phan\s+dau|hoan\s+thanh|xong|muon\s+nhat|dat|bao\s+dam"
    r"|hoan\s+thien)\b[^.;]{0,80}$"
)
_CLAUSE_START = re.compile(
    r"(?:^|[.;:,]\s*|\b(?:va|dong thoi|dinh ky|theo|tham muu|giup|cho|viec)\s+)$"
)
_RECUR = re.compile(
    r"\b(?:trong\s+|vao\s+)?tuan\s+(?:thu\s+)?\w+\s+(?:cua\s+)?thang\s+(?:cuoi|dau)\s+"
    r"(?:cua\s+)?(?:moi\s+|h[ao]ng\s+)?quy\b|\b(?:dinh\s+ky\s+)?(?:truoc\s+|cham\s+nhat\s+"
    r"|vao\s+)?ngay\s+\d{1,2}\s+(?:cua\s+)?thang\s+(?:cuoi|dau)\s+(?:cua\s+)?(?:moi\s+"
    r"|h[ao]ng\s+)?quy\b|\b(?:dinh\s+ky\s+)?(?:theo\s+(?:dinh\s+ky\s+)?(?:quy\s*(?:,"
    r"|va)\s*)?)?h[ao]ng\s+(?:ngay(?!\s*\d)|tuan|thang|quy|nam)(?:\s*(?:,"
    r"|va)\s*(?:h[ao]ng\s+)?(?:thang|quy"
    r"|nam)\b(?!\s*\d))*|\bdinh\s+ky(?:\s+(?:\d{1,2}\s+)?(?:thang|quy|nam|tuan)\b(?:\s*(?:,"
    r"|va)\s*(?:h[ao]ng\s+)?nam\b)?)?|\b(?:moi|tung)\s+(?:tuan|thang|quy|nam)\b"
    r"|\b(?:dinh\s+ky\s+)?(?:it\s+nhat\s+|toi\s+thieu\s+)?\d{1,2}\s*(?:thang|lan|nam|buoi|cuoc"
    r"|lop|dot|phien|ngay(?=\s*/))\s*(?:/|mot\s+|moi\s+)\s*(?:0?1\s+)?(?:lan|tuan|thang|quy"
    r"|nam)\b"
)
_DAY_BEFORE = re.compile(
    r"\b(?:vao|truoc)\s+(?:cac\s+)?(?:buoi\s+)?(?:(?:sang|chieu|toi)\s+)?(?:thu"
    r"\s+(?:hai|ba|tu|nam|sau"
    r"|bay|[2-7])|chu\s+nhat)(?:\s*(?:,|va)"
    r"\s*(?:thu\s+(?:hai|ba|tu|nam|sau|bay|[2-7])|chu\s+nhat))*"
    r"\s+$|"
    r"\b(?:truoc|vao|cham\s+nhat(?:\s+(?:vao|la))?)\s+\d{1,2}\s+$|\b(?:truoc\s+"
    r"|cham\s+nhat\s+(?:vao\s+)?|vao\s+)?ngay\s+\d{1,2}\s+(?:cua\s+)?(?:thang\s+(?:dau|cuoi)\s+"
    r"(?:cua\s+)?)?$"
)
_RECUR_NOUN = re.compile(
    r"\b(?:sinh\s+hoat(?:\s+chi\s+bo)?|tiep\s+(?:cong\s+)?dan|lich|hop|giao\s+ban|kiem\s+tra"
    r"|giam\s+sat|kham\s+suc\s+khoe|cong\s+khai|thong\s+tin|che\s+do|bao\s+duong)\s+$"
)
_MEETING = re.compile(
    r"\b(?:sinh\s+hoat(?:\s+chi\s+bo)?|lich\s+tiep\s+(?:cong\s+)?dan|giao\s+ban)\s+$"
)
_ONGOING = re.compile(
    r"\b(?:thuc\s+hien\s+|duy\s+tri\s+)?(?:thuong\s+xuyen)(?:\s*,\s*lien\s+tuc)?\b"
    r"|\bthuc\s+hien\s+lien\s+tuc\b|\b(?:trong\s+)?suot\s+(?:nhiem\s+ky|qua\s+trinh"
    r"|giai\s+doan)\b"
)
_ONGOING_NOUN = re.compile(
    r"\b(?:nhiem\s+vu|chi|kinh\s+phi|cong\s+viec|hoat\s+dong|che\s+do|la\s+viec|kiem\s+tra"
    r"|nhu\s+cau|cau)\s+$"
)
_OPEN = re.compile(
    r"\bngay\s+sau\s+khi\b[^;.()]*|\bsau\s+khi\s+(?:co|duoc|hoan|trung|chinh|cap|bo|tinh|thanh"
    r"|ubnd|uy|nghi|hdnd|de)\b[^;,.()]*|"
    r"\bkhi\s+co\s+(?:yeu\s+cau|huong\s+dan|chi\s+dao|ke\s+hoach|van\s+ban|thay\s+doi"
    r"|phat\s+sinh)\b[^;,.()]*|"
    r"\btheo\s+yeu\s+cau(?=\s*(?:[.;,)]|$|cua))[^;,.()]*|\btheo\s+(?:su\s+)?(?:chi\s+dao"
    r"|huong\s+dan|tien\s+do|lo\s+trinh)\s+cua\s[^;,.()]*|\bdot\s+xuat\b|"
    r"\b(?:hoan\s+thanh\s+|xong\s+)?truoc\s+(?:tet|khai\s+giang|mua\s+(?:mua|bao|kho|vu)"
    r"|dai\s+hoi|ky\s+hop|nam\s+hoc\s+moi|thoi\s+vu)\b[^;,.()]*|"
    r"\b(?:tai|vao|trong)\s+(?:cac\s+)?ky\s+hop\s+(?:thuong\s+le|chuyen\s+de|cuoi|giua|gan\s+nhat"
    r"|thu|lan|tiep)\b(?![^;,.()]*20\d\d)[^;,.()]*|"
    r"\b(?:ngay\s+)?tu\s+dau\s+(?:nam\s+hoc\b|·)[^;,.()]*"
    r"|\btheo\s+tien\s+do\s+(?:thuc\s+hien\s+)?(?:du\s+an|de\s+an|chuong\s+trinh|cong\s+trinh"
    r"|giai\s+ngan)\b[^;,.()]*"
)
_SITTING = re.compile(
    r"\b(?:truoc\s+(?:tet|khai\s+giang|mua|dai\s+hoi|nam\s+hoc|thoi\s+vu))\b[^.;,()]{0,40}$"
)
"""A time that only tells which sitting or season is meant."""
_LOOK_BACK = 400  # characters before a day in which what binds it is looked for
_BY_RULE = re.compile(r"\bbao\s+cao\b[^.;]{0,120}?\btheo\s+quy\s+dinh\b")


def find_deadlines(text: str, reference: date | None = None) -> list[Found]:
    """Every deadline of `text` (NFC), in order, without overlaps. Spans are positions in `text`.

    `strong` ones bind the action; weak ones ("kế hoạch kiểm tra hằng năm") only count when nothing
    stronger stands in the clause. Dates of legal bases, terms of office and periods inside the name
    of a scheme are not found.
    """
    shown = _INVESTED.sub("·" * len("đầu tư"), plain(text))
    visible = relative_out(_with_masks(folded(text), shown), text, reference)
    visible = events_out(mask_names(text, visible))
    found: list[Found] = []
    for reader in _READERS:
        for item in reader(visible, text, reference):
            if not any(_overlap(item.outer, other.outer) for other in found):
                found.append(item)
    return _merge_yearly(sorted(found, key=lambda item: item.span), text, reference)


_INVESTED = re.compile(r"\bđầu tư\b")
"""Folded it would read as "đầu", "từ"."""


def _with_masks(visible: str, shown: str) -> str:
    """`visible` with what is masked in `shown`, of the same length."""
    if len(visible) != len(shown):
        return visible
    return "".join(mask if mask == "·" else char for char, mask in zip(visible, shown, strict=True))


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _make(
    text: str,
    span: tuple[int, int],
    reference: date | None,
    rule: str,
    strong: bool = True,
    bracket: tuple[int, int] | None = None,
) -> Found | None:
    """The deadline at `span`, stops trimmed off; `bracket` is the span with its brackets."""
    start, end = span
    while start < end and text[start] in " ,;:.":
        start += 1
    while end > start and text[end - 1] in " ,;:.":
        end -= 1
    raw = text[start:end]
    deadline = parse_deadline(raw, reference)
    if not raw or (deadline.kind == "none" and not deadline.warnings):
        return None
    sure = deadline.confidence * (1 if strong else 0.7)
    return Found(
        (start, end),
        raw,
        deadline,
        rule,
        sure,
        bracket is not None,
        strong,
        bracket or (start, end),
    )


def _bracketed(visible: str, text: str, reference: date | None) -> Iterator[Found]:
    for match in _BRACKET.finditer(visible):
        if _BRACKET_START.match(match[1]) and not re.match(r"^\W*khi can", match[1]):
            lead_in = _EACH_BEFORE.search(visible[: match.start()])
            start = lead_in.start() if lead_in else match.start(1)
            outer = min(start, match.start()), match.end()
            found = _make(text, (start, match.end(1)), reference, "bracketed", bracket=outer)
            if found and found.deadline.kind != "none":
                yield found


def _durations(visible: str, text: str, reference: date | None) -> Iterator[Found]:
    for match in DURATION.finditer(visible):
        words = re.match(r"[^.;()]*", match.group())
        end = match.start() + (words.end() if words else 0)
        comma = re.search(r",\s+(?!ke tu|tinh tu)", visible[match.start("from") : end])
        if comma:
            end = match.start("from") + comma.start()
        found = _make(text, (match.start(), end), reference, "counted_days")
        if found and found.deadline.kind in ("date", "open"):
            yield found


def _dated(visible: str, text: str, reference: date | None) -> Iterator[Found]:
    atoms = find_atoms(visible)
    taken = -1
    for index, atom in enumerate(atoms):
        if atom.span[0] < taken:
            continue
        low = max(0, atom.span[0] - _LOOK_BACK)
        cue = _CUE.search(visible[low : atom.span[0]])
        start = low + cue.start() if cue else atom.span[0]
        if not _binds(visible, atom, visible[start : atom.span[0]], visible[low:start]):
            continue
        end = _row_end(visible, atoms, index)
        found = _make(
            text,
            (start, end),
            reference,
            "dated_in_sentence",
            strong=_is_strong(visible, atom, start) or _ends_in_a_clause(visible, atom, end),
        )
        if found and (
            found.deadline.kind != "none" or found.deadline.warnings == ("impossible_date",)
        ):
            taken = end
            yield found


def _binds(visible: str, atom: Atom, cue: str, before: str) -> bool:
    if _SITTING.search(before) and (
        atom.kind == "year" or re.search(r"\b(?:dau|giua|cuoi)\s*$", cue)
    ):
        return False
    spans = _is_span(visible, atom) or _opens_days(visible, atom)
    if spans and not _FACT.search(before):
        return True
    if (
        _FACT.search(before + cue)
        or _FACT.search(before)
        or (_FACT_DATE.search(before) and cue.strip() in ("ngay", ""))
        or (not cue and not _opens_clause(visible, atom))
    ):
        return False
    if atom.kind == "year":
        return _year_binds(visible, atom, cue, before)
    words = cue.strip()
    return (
        words not in ("ngay", "tu", "la", "thuc hien", "toi", "")
        or (words == "" and (atom.kind != "day" or _opens_with_day(visible, atom)))
        or words == "tu"
    )


_CLAUSE_OPENS = re.compile(r"(?:^|[.;])\s*(?:cac\s+)?(?:ngay\s+)?$")


def _opens_days(visible: str, atom: Atom) -> bool:
    """ "Ngày 26 và 27/6/2026: Ban Tổ chức …"."""
    before = visible[max(0, atom.span[0] - 12) : atom.span[0]]
    return _opens_with_day(visible, atom) and bool(_CLAUSE_OPENS.search(before))


def _is_span(visible: str, atom: Atom) -> bool:
    """ "từ ngày 01 đến ngày 18/11"."""
    return atom.kind == "day" and len(atom.parts) > 2 and visible.startswith("tu", atom.span[0])


def _year_binds(visible: str, atom: Atom, cue: str, before: str) -> bool:
    if len(atom.parts) > 1 and atom.joined_by_dash:
        return bool(re.search(r"\b(?:trong|hoan\s+thanh)\b", cue)) and not before.rstrip().endswith(
            ("ve", "cho")
        )
    if re.match(r"\s*,?\s*tam\s+nhin", visible[atom.span[1] :]):
        return False
    if re.search(r"\bden\s*$", cue) and not re.search(
        r"\b(?:cham|muon)\s+nhat|hoan\s+thanh|xong", cue
    ):
        return bool(_YEAR_AIM.search(before)) or bool(re.search(r"(?:^|[.;]\s*)$", before))
    return bool(
        re.search(
            r"\b(?:trong|het|truoc|cham|muon|xong|thanh|cuoi|dau|giua|han|vao|thuc\s+hien)\b", cue
        )
    )


def _opens_clause(visible: str, atom: Atom) -> bool:
    named = atom.kind in ("month", "quarter", "half", "year") and atom.year is not None
    before = visible[max(0, atom.span[0] - 9) : atom.span[0]]
    return bool(re.search(r"(?:^|[.;]\s*)$", before)) and (named or _opens_with_day(visible, atom))


def _opens_with_day(visible: str, atom: Atom) -> bool:
    """ "20/3/2026: Trạm Y tế phun thuốc"; further days of the month may follow the first."""
    named = atom.kind in ("day", "month", "quarter")
    return named and bool(_DAYS_AND_COLON.match(visible, atom.span[1]))


_DAYS_AND_COLON = re.compile(
    r"(?:\s*(?:,|va|&|-|–)\s*(?:ngay\s+)?\d{1,2}(?:/\d{1,2})?(?:/\d{4})?){0,6}\s*:\s*\S"
)


def _is_strong(visible: str, atom: Atom, start: int) -> bool:
    bound = _STRONG_CUE.search(visible[start : atom.span[0]])
    return bool(bound) or _opens_clause(visible, atom) or _opens_days(visible, atom)


def _ends_in_a_clause(visible: str, atom: Atom, end: int) -> bool:
    """ "từ tháng 3/2026 và hoàn thành trong quý IV/2026"."""
    return _opens_window(visible, atom) and bool(
        re.search(r"\b(?:hoan thanh|hoan tat|ket thuc|xong)\b", visible[atom.span[1] : end])
    )


def _opens_window(visible: str, atom: Atom) -> bool:
    said = visible[max(0, atom.span[0] - 12) : atom.span[0]]
    return bool(re.search(r"\b(?:tu|bat dau|khoi cong|khai mac|ra quan)\s*(?:ngay\s*)?$", said))


def _row_goes_on(visible: str, first: Atom, following: Atom, between: str) -> bool:
    """A window ended in a clause of its own, or a further day of the same duty."""
    if _opens_window(visible, first) and COMPLETED.match(between):
        return True
    return first.kind == following.kind == "day" and bool(BETWEEN.match(between))


def _row_end(visible: str, atoms: list[Atom], index: int) -> int:
    """The end of a range or of a row of days that begins with this one."""
    end = atoms[index].span[1]
    for following in atoms[index + 1 :]:
        between = visible[end : following.span[0]]
        joined = re.fullmatch(
            r"\s*(?:den|toi|-|–|~|,|va|va truoc)\s*(?:het|cuoi|truoc|ngay)?\s*"
            rf"(?:{HOUR})?\s*",
            between,
        )
        if not (joined or _row_goes_on(visible, atoms[index], following, between)):
            break
        end = following.span[1]
    tail = re.match(
        r"\s*(?:,\s*)?h[ao]ng\s+(?:nam|quy|thang)\b|\s*\(?am\s+lich\b\)?", visible[end:]
    )
    return end + (tail.end() if tail else 0)


def _waiting(visible: str, text: str, reference: date | None) -> Iterator[Found]:
    for match in _OPEN.finditer(visible):
        strong = not match.group().startswith(
            ("theo chi", "theo su", "theo huong", "theo tien", "theo lo", "dot")
        )
        if match.group() == "dot xuat" and not visible[: match.start()].endswith("("):
            continue
        end = _sentence_end(text, match) if match.group().startswith("ngay") else match.end()
        found = _make(text, (match.start(), end), reference, "waits_for_event", strong)
        if found:
            trigger = found.deadline.trigger or found.raw
            event = Deadline(
                "open",
                trigger=trigger,
                raw=found.raw,
                confidence=0.85,
                explanation_vi=f"Chờ sự kiện bên ngoài: {trigger}; chưa có ngày",
            )
            yield Found(
                found.span,
                found.raw,
                event,
                found.rule,
                0.85 if strong else 0.6,
                False,
                strong,
                found.outer,
            )


def _sentence_end(text: str, match: re.Match[str]) -> int:
    stop = re.compile(r"[.;]").search(text, match.end())
    return match.end() if not stop else min(stop.start(), match.end())


def _recurring(visible: str, text: str, reference: date | None) -> Iterator[Found]:
    for match in _RECUR.finditer(visible):
        before = visible[: match.start()]
        strong = bool(_CLAUSE_START.search(before)) or match.group().startswith(
            ("theo", "dinh ky h", "trong tuan", "vao tuan")
        )
        if _MEETING.search(before) or (_RECUR_NOUN.search(before) and match.group() == "dinh ky"):
            continue
        strong = strong and not _RECUR_NOUN.search(before)
        inside = _DAY_BEFORE.search(before)
        start, end = (inside.start() if inside else match.start()), match.end()
        strong = strong or bool(inside)
        extra = re.match(r"\s*\((?:trong|truoc)[^()]{3,60}\)", visible[end:])
        found = _make(
            text, (start, end + (extra.end() if extra else 0)), reference, "recurrence", strong
        )
        if found and found.deadline.kind == "recurring":
            yield found


def _ongoing(visible: str, text: str, reference: date | None) -> Iterator[Found]:
    for match in _ONGOING.finditer(visible):
        before, after = visible[: match.start()], visible[match.end() :]
        if _ONGOING_NOUN.search(before) or re.match(
            r"\s*,\s*(?:cap bach|vua|trong tam|lien quan)", after
        ):
            continue
        strong = _binds_ongoing(text, match, before)
        found = _make(text, match.span(), reference, "ongoing", strong)
        if found and found.deadline.kind == "ongoing":
            yield found


def _binds_ongoing(text: str, match: re.Match[str], before: str) -> bool:
    after = plain(text[match.end() :]).lstrip()
    return (
        match.group().startswith("thuc")
        or bool(VERB.match(after))
        or (bool(_CLAUSE_START.search(before)) and bool(after))
    )


def _by_rule(visible: str, text: str, reference: date | None) -> Iterator[Found]:
    for match in _BY_RULE.finditer(visible):
        start = match.end() - len("theo quy dinh")
        deadline = Deadline(
            "recurring",
            rule={"every": None},
            raw=text[start : match.end()],
            confidence=0.6,
            warnings=("period_not_stated",),
            explanation_vi="Báo cáo theo quy định, văn bản không nêu chu kỳ",
        )
        yield Found(
            (start, match.end()),
            deadline.raw,
            deadline,
            "report_by_rule",
            0.6,
            False,
            False,
            (start, match.end()),
        )


def _closing(visible: str, text: str, reference: date | None) -> Iterator[Found]:
    for span in closing_spans(visible, reference):
        found = _make(text, span, reference, "closing_time", strong=False)
        if found and found.deadline.end:
            yield found


_READERS = (
    _bracketed,
    _durations,
    _dated,
    _waiting,
    _recurring,
    _ongoing,
    _by_rule,
    _closing,
)


def _merge_yearly(found: list[Found], text: str, reference: date | None) -> list[Found]:
    """ "Hằng năm, báo cáo … trước ngày 05/12": a day without a year belongs to the recurrence of
    its sentence.
    """
    merged: list[Found] = []
    for item in found:
        last = merged[-1] if merged else None
        if last and _belongs(last, item, text):
            joined = parse_deadline(f"{last.raw}, {item.raw}", reference).but(raw=item.raw)
            merged[-1] = Found(
                item.span,
                item.raw,
                joined,
                "recurrence_with_day",
                0.9,
                item.bracketed,
                True,
                (last.outer[0], item.outer[1]),
            )
            continue
        merged.append(item)
    return merged


def _belongs(last: Found, item: Found, text: str) -> bool:
    yearless = (
        "year_from_document" in item.deadline.warnings or "year_missing" in item.deadline.warnings
    )
    between = text[last.span[1] : item.span[0]]
    return last.deadline.kind == "recurring" and yearless and not re.search(r"[.;]\s", between)

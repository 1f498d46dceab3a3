"""Times that belong to a name and not to the work: dates of legal bases, terms of office, periods
of a scheme.
"""

import re

from thenchot.kernel.numbers import find_documents
from thenchot.kernel.text import plain

_TERM = re.compile(
    r"\bnhiem\s+ky\s+(?:tu\s+)?\d{4}(?:\s*[-–]\s*\d{4})?(?:\s*[;,]\s*\d{4}\s*[-–]\s*\d{4})*|"
    r"\b(?:cac\s+nhiem\s+ky\s+)\d{4}[\s\d;,–-]*|\bnam\s+hoc\s+\d{4}\s*[-–]\s*\d{4}|"
    r"(?<!trong\s)\bgiai\s+doan\s+(?:tu\s+)?\d{4}\s*[-–]\s*\d{4}(?:\s*,?\s*(?:dinh\s+huong"
    r"|tam\s+nhin)\s+(?:den\s+)?(?:nam\s+)?\d{4})?|"
    r"\bden\s+nam\s+\d{4}\s*,?\s*(?:dinh\s+huong|tam\s+nhin)\s+(?:den\s+)?(?:nam\s+)?\d{4}"
    r"|\b(?:tam\s+nhin|dinh\s+huong)\s+(?:den\s+)?(?:nam\s+)?\d{4}|"
    r"\b(?:luat|nghi\s+dinh|nghi\s+quyet|quyet\s+dinh|chi\s+thi|thong\s+tu|ket\s+luan|quy\s+dinh"
    r"|ke\s+hoach|thong\s+bao|cong\s+van|huong\s+dan)\b[^.;(]{0,60}?\bngay\s+\d{1,2}\s*(?:[/.\-]"
    r"|thang)\s*\d{1,2}\s*(?:[/.\-]|nam)\s*\d{4}(?=\s+cua\b|\s+ve\b)"
)
_YEAR_OF_LAW = re.compile(
    r"\b(?:theo\s+(?:quy định\s+(?:của|tại)\s+)?)?(?:bộ luật|luật|pháp lệnh|hiến pháp)\b(?!\s+"
    r"(?:19|20)\d\d\s*[-–])"
    r"(?:\s+(?!(?:trong|đến|hết|vào|từ|trước|cho|tại|trên|theo|năm|quý|tháng|ngày|triển|tổ|hoàn)\b)"
    r"\w+,?){0,10}(?:\s*\((?:sửa đổi|hợp nhất)[^()]{0,40}\))?\s+(?:năm\s+)?(?:19|20)\d\d(?!\d"
    r"|\s*[-–])"
    r"(?:\s*(?:,|và)\s*(?:năm\s+)?(?:19|20)\d\d)*(?:\s*\((?:sửa đổi|hợp nhất|bổ"
    r" sung)[^()]{0,60}\))?"
)
"""The year that belongs to the name of a law: "Luật Đất đai năm 2024"."""
_QUOTED = re.compile(r"[“\"][^”\"]{2,160}[”\"]")


def years_of_laws(text: str) -> list[tuple[int, int]]:
    """Where a law is named with its year."""
    return [match.span() for match in _YEAR_OF_LAW.finditer(plain(text))]


def mask_names(text: str, visible: str) -> str:
    """`visible` with those times blanked out, positions kept."""
    spans = [reference.span for reference in find_documents(text)]
    spans += [match.span() for match in _TERM.finditer(visible)]
    spans += years_of_laws(text)
    spans += [match.span() for match in _QUOTED.finditer(text)]
    chars = list(visible)
    for start, end in spans:
        chars[start:end] = ["·" if char not in ".;" else char for char in chars[start:end]]
    return "".join(chars)

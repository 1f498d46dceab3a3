"""Numbers of documents: "71- QĐ/TU", "18/CT-TTg", "53/2025/NQ-HĐND". One document is written in
several ways.

The number alone is not the document: 09-NQ/TU and 09-NQ/ĐU have different issuers.
"""

import datetime
import re
from dataclasses import dataclass, replace

from thenchot.kernel.text import fold, fold_keep, nfc

_KINDS = (
    "chương trình hành động|chương trình|nghị quyết liên tịch|nghị quyết|nghị định|quyết "
    "định|quy định|quy chế|chỉ thị|kết luận|"
    "kế hoạch|công văn|công điện|thông báo|thông tư|hướng dẫn|đề án|báo cáo|tờ trình|pháp "
    "lệnh|luật|văn bản|kết luận thanh tra"
)
_CODE = r"[A-Za-zĐđÀ-ỹ]{1,10}\d{0,4}"
"""Letters of the kind or of the issuer; a number may end it (UBTVQH15, BCĐQG1237)."""
_NUMBER = (
    rf"(?<![\w/])(?P<serial>\d{{1,5}}(?:[a-z]\b)?)?(?:\s*\.(?=\s*/))?\s*(?:/\s*(?P<year>(?:19"
    rf"|20)\d{{2}})\s*)?(?P<sep>[-–/])\s*(?P<first>{_CODE})(?P<more>(?:\s*[-–/.]\s*{_CODE})+)"
)
_PARSE = re.compile(_NUMBER)
_DATE = (
    r"(?:ngày\s*)?(?P<d>\d{1,2})\s*(?:[/.\-]|tháng)\s*(?P<m>\d{1,2})\s*(?:[/.\-]"
    r"|năm)\s*(?P<y>\d{4})"
)
_REFERRED = _NUMBER.replace("?P<year>", "?P<nyear>")
_DATED = _DATE.removeprefix(r"(?:ngày\s*)?")
_REFERENCE = re.compile(
    rf"(?:(?P<kind>{_KINDS})\s*(?:số\s*:?\s*)?|số\s*:?\s*){_REFERRED}"
    rf"(?:\s*,?\s*ngày\s*{_DATED})?"
    r"(?=(?:\s*,?\s+của\s+(?P<issuer>[^,;.:()“”\"\n]+))?)",
    re.IGNORECASE,
)
_ISSUER_STOP = re.compile(
    r"\s+(?:về|quy định|ban hành|tại|và|phê duyệt|trên|do|sau khi|khi|để|nhằm|theo|đến|giai đoạn"
    r"|trong|là|thực hiện|hướng dẫn|"
    r"triển khai|sửa đổi|bổ sung|yêu cầu|đã|v/v|cùng|với|\d)(?=\s|$|/).*$",
    re.IGNORECASE | re.DOTALL,
)
ISSUER_OF_CODE = {
    "cp": "Chính phủ",
    "ttg": "Thủ tướng Chính phủ",
    "btctw": "Ban Tổ chức Trung ương",
    "vptw": "Văn phòng Trung ương Đảng",
    "ubtvqh": "Ủy ban Thường vụ Quốc hội",
    "ubkttw": "Ủy ban Kiểm tra Trung ương",
    "bnv": "Bộ Nội vụ",
}
_PARTY_CODES = {
    "tu",
    "du",
    "tw",
    "hu",
    "btctw",
    "vptw",
    "btgtw",
    "btgdvtw",
    "bctw",
    "ubkttw",
    "btv",
    "bch",
    "bxdd",
    "vpdu",
    "btctu",
    "vptu",
}


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """`serial` is null when the number is still blank ("/KH-UBND"). `codes`: ("KH", "UBND")."""

    serial: int | None
    year: int | None
    codes: tuple[str, ...]
    raw: str
    suffix: str = ""

    @classmethod
    def parse(cls, text: str) -> "DocumentNumber | None":
        """The first document number in `text`, or null."""
        match = _PARSE.search(nfc(text))
        return _from_match(match, "year") if match else None

    @property
    def is_party(self) -> bool:
        """Party style joins the serial with a dash and the issuer with a slash: 17-CTr/ĐU."""
        return bool({fold(code) for code in self.codes} & _PARTY_CODES)

    @property
    def canonical(self) -> str:
        """Without stray spaces, in the order written: "90 -QĐ/ĐU" -> "90-QĐ/ĐU"."""
        return re.sub(r"[\s.]*([-/])\s*", r"\1", self.raw.replace("–", "-")).strip()

    @property
    def key(self) -> str:
        """Equal for every way of writing one number: serial, year and folded codes."""
        serial = "" if self.serial is None else f"{self.serial}{self.suffix}"
        return "|".join([serial, str(self.year or ""), *(fold(code) for code in self.codes)])


@dataclass(frozen=True, slots=True)
class DocumentReference:
    """A document named in running text. `issuer_stated` is false when the code of the number gave
    the issuer.
    """

    number: DocumentNumber
    span: tuple[int, int]
    kind: str | None = None
    date: datetime.date | None = None
    issuer: str | None = None
    issuer_stated: bool = True


def number_spans(text: str) -> list[tuple[int, int]]:
    """Where document numbers stand in `text`."""
    return [match.span() for match in _PARSE.finditer(text) if match["serial"]]


def same_document(one: DocumentReference, other: DocumentReference) -> bool:
    """Same number key, and no contradiction between the dates and issuers that both name."""
    if one.number.key != other.number.key:
        return False
    if one.date and other.date and one.date != other.date:
        return False
    return not (one.issuer and other.issuer) or _agree(one.issuer, other.issuer)


def _agree(one: str, other: str) -> bool:
    """One issuer may be named more fully than the other: "Thành ủy" and "Thành ủy Hải Phòng"."""
    first, second = _issuer_words(one), _issuer_words(other)
    return first <= second or second <= first


def _issuer_words(issuer: str) -> set[str]:
    spelled = re.sub(r"\bubnd\b", "uy ban nhan dan", fold(issuer))
    return set(re.sub(r"\bhdnd\b", "hoi dong nhan dan", spelled).split())


def find_documents(text: str) -> list[DocumentReference]:
    """Documents named with a number, in order. A list "X, Y của Z" gives Z to both when their codes
    agree.
    """
    found = [_reference(match) for match in _REFERENCE.finditer(text)]
    for index in range(len(found) - 2, -1, -1):
        found[index] = _inherit(text, found[index], found[index + 1])
    return [_with_known_issuer(reference) for reference in found]


def _reference(match: re.Match[str]) -> DocumentReference:
    issuer = _ISSUER_STOP.sub("", match["issuer"]).strip() if match["issuer"] else None
    end = match.end() if issuer is None else match.start("issuer") + len(issuer)
    return DocumentReference(
        _from_match(match, "nyear"), (match.start(), end), match["kind"], _day(match), issuer
    )


def _from_match(match: re.Match[str], year: str) -> DocumentNumber:
    serial = match["serial"]
    codes = re.findall(_CODE, match["first"] + " " + match["more"])
    raw = match.string[match.start("serial") if serial else match.start("sep") : match.end("more")]
    digits = re.match(r"\d*", serial or "")
    value = int(digits.group()) if digits and digits.group() else None
    suffix = (serial or "")[len(digits.group()) :] if digits else ""
    return DocumentNumber(
        value, int(match[year]) if match[year] else None, tuple(codes), raw, suffix
    )


def _day(match: re.Match[str]) -> datetime.date | None:
    try:
        return (
            datetime.date(int(match["y"]), int(match["m"]), int(match["d"])) if match["y"] else None
        )
    except ValueError:
        return None


def _inherit(text: str, one: DocumentReference, after: DocumentReference) -> DocumentReference:
    between = fold_keep(text[one.span[1] : after.span[0]]).strip()
    if one.issuer or not after.issuer or between not in (",", "va", ", va", ";"):
        return one
    return (
        replace(one, issuer=after.issuer)
        if fold(one.number.codes[-1]) == fold(after.number.codes[-1])
        else one
    )


def _with_known_issuer(reference: DocumentReference) -> DocumentReference:
    if reference.issuer:
        return reference
    known = ISSUER_OF_CODE.get(re.sub(r"\d+$", "", fold(reference.number.codes[-1])))
    return replace(reference, issuer=known, issuer_stated=False)

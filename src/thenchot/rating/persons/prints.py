"""Mẫu số 02: the year of one person; the notice of the result."""

from thenchot.organisation.naming import place_of
from thenchot.organisation.queries import home_of
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.word.letters import Letter, build
from thenchot.rating.models import Rating, RatingDecision
from thenchot.rating.persons.queries import RatingFile, file_of
from thenchot.rating.quarters.rules.proposing import CONDITIONS
from thenchot.rating.rules.periods import months_of, period_of
from thenchot.worklog.enums import Band, Capacity
from thenchot.worklog.labels import BAND, CAPACITY
from thenchot.worklog.prints.paper import Paper, amount, day, party_body_of, points

MONTHS = range(1, 13)
FORM = (
    "Mẫu số 02, Nghị định 335/2025/NĐ-CP",
    "Theo Quy định 366-QĐ/TW; khung của Mẫu số 02, Nghị định 335/2025/NĐ-CP",
)
NOT_RATED = "Không xếp loại"
BASIS = ("Nghị định số 335/2025/NĐ-CP", "Quy định số 366-QĐ/TW")


@in_vietnamese
def write(rating: Rating, *, with_decision: bool = True) -> bytes:
    """Without the decision while the person has not been told of it."""
    found = file_of(rating)
    paper = Paper(
        rating.unit,
        "Phiếu đánh giá, xếp loại chất lượng",
        f"Năm {rating.round.year}",
        FORM[rating.round.is_of_party],
    )
    paper.item("Họ và tên", rating.person.full_name)
    paper.item(
        "Chức vụ, chức danh",
        ", ".join(part for part in (rating.title, str(CAPACITY[Capacity(rating.kind)])) if part),
    )
    paper.item("Đơn vị công tác", rating.unit.name)
    _months(paper, rating)
    _self(paper, rating)
    paper.sign(("", "", ""), ("Người tự đánh giá", "(Ký, ghi rõ họ tên)", rating.person.full_name))
    _opinions(paper, found if with_decision else RatingFile(rating))
    _decision(paper, found if with_decision else RatingFile(rating))
    return paper.bytes()


def _months(paper: Paper, rating: Rating) -> None:
    """Twelve totals; a quarter stands in its three months, two units in one month each with its own
    line in the cell.
    """
    paper.part("I. Kết quả theo dõi, đánh giá trong năm")
    by_month: dict[int, list[dict]] = {}
    for one in rating.facts.get("months", []):
        for month in months_of(period_of(one["period"])):
            by_month.setdefault(month.index, []).append(one)
    rows = [[str(month), *_month(by_month.get(month, []))] for month in MONTHS]
    rows.append(["", "Điểm bình quân", points(rating.mean)])
    paper.table(("Tháng", "Đơn vị chấm", "Tổng điểm"), rows, (20, 100, 46))
    paper.item("Số tháng làm việc trong năm", amount(rating.facts.get("months_worked")))
    paper.item("Mức theo điểm", str(BAND.get(rating.band, "")) if rating.band else "")
    for one in rating.conditions:
        paper.text(
            f"- {CONDITIONS[one['code']]}: {'đạt' if one['met'] else 'chưa đạt'} ({one['source']})"
        )
    for reason in rating.reasons:
        paper.text(f"- {reason['message']} ({reason['source']})")


def _month(scored: list[dict]) -> list[str]:
    return [
        "; ".join(one["unit"] for one in scored),
        "; ".join(points(one["total"]) or "chưa chốt" for one in scored),
    ]


def _self(paper: Paper, rating: Rating) -> None:
    paper.part("II. Tự đánh giá, xếp loại")
    _told(paper, "1. Ưu điểm, kết quả nổi bật", rating.self_strengths)
    _told(paper, "2. Hạn chế, nguyên nhân, cách khắc phục", rating.self_limits)
    paper.item("3. Tự xếp loại mức", _level(rating.self_level))


def _told(paper: Paper, label: str, text: str) -> None:
    paper.page.line(f"{label}:", after=2, keep=True)
    paper.text(text)


def _opinions(paper: Paper, found: RatingFile) -> None:
    paper.part("III. Ý kiến của cuộc họp và của cấp ủy")
    rows = [
        [f"{vote.meeting.unit.name}, {day(vote.meeting.held_on)}", *map(str, vote.counts)]
        for vote in found.votes
    ]
    heads = ("Cuộc họp", "Xuất sắc", "Tốt", "Hoàn thành", "Không hoàn thành")
    paper.table(heads, rows or [["", "", "", "", ""]], (66, 24, 24, 24, 28))
    standing = [one for one in found.opinions if one.replaced_at is None]
    for one in standing:
        paper.item(f"Ý kiến của {one.body} ({one.document}), đề nghị mức", _level(one.level))
        paper.text(one.text)
    if found.rating.kind != "staff" and not standing:
        paper.item("Ý kiến của cấp ủy", "")


def _decision(paper: Paper, found: RatingFile) -> None:
    paper.part("IV. Kết quả xếp loại của cấp có thẩm quyền")
    decided = found.decision
    level = (_level(decided.level) or NOT_RATED) if decided else ""
    paper.item("1. Xếp loại mức", level)
    paper.item(
        "2. Quyết định", f"số {decided.number}, ngày {day(decided.decided_on)}" if decided else ""
    )
    if decided and decided.reason:
        paper.item("3. Lý do khác đề xuất", decided.reason)
    paper.item("Đề xuất sử dụng kết quả, xử lý", decided.handling if decided else "")
    who = decided.recorded_by.name if decided and decided.recorded_by else ""
    paper.sign(("", "", ""), ("Cấp có thẩm quyền", "(Ký, ghi rõ họ tên, đóng dấu)", who))


def _level(code: str) -> str:
    return str(BAND[Band(code)]) if code else ""


@in_vietnamese
def notice(rating: Rating) -> bytes:
    """The written notice to one person (Đ21), with where to complain (Đ22): by the Party's rules in
    its layout, from its own body of the place.
    """
    decided = file_of(rating).decision
    is_party, home = rating.round.is_of_party, rating.round.unit
    unit = party_body_of(home) if is_party else home
    letter = Letter(
        layout="party" if is_party else "state",
        issuer=unit.name,
        superior="",
        place=place_of(home_of(home).name),
        issued_on=decided.decided_on,
        kind="Thông báo",
        title=f"Kết quả xếp loại chất lượng năm {rating.round.year}",
        body=_told_to(rating, decided, unit.name),
        recipients=("Như trên", f"Lưu: {'Văn phòng' if is_party else 'VT'}, hồ sơ cá nhân"),
        signer_title="Người có thẩm quyền",
        signer=decided.recorded_by.name if decided.recorded_by else "",
    )
    return build(letter)


def _told_to(rating: Rating, decided: RatingDecision, issuer: str) -> list[str]:
    is_party = rating.round.is_of_party
    complaint = (
        "Nếu không nhất trí với kết quả này, ông (bà) gửi kiến nghị đến cơ quan, người đã quyết "
        "định xếp loại"
    )
    settled = "; kiến nghị được giải quyết theo Điều 22 Nghị định số 335/2025/NĐ-CP"
    return [
        f"Căn cứ {BASIS[is_party]} và Quyết định số {decided.number} ngày "
        f"{day(decided.decided_on)}, {issuer} thông báo kết quả "
        f"đánh giá, xếp loại chất lượng năm {rating.round.year} đối với:",
        f"Họ và tên: {rating.person.full_name}",
        f"Chức vụ, chức danh, đơn vị: {rating.title or '…………'}, {rating.unit.name}",
        f"Điểm bình quân các kỳ trong năm: {points(rating.mean) or '…………'}",
        f"Kết quả xếp loại: {_level(decided.level) or NOT_RATED}",
        *([f"Lý do: {decided.reason}"] if decided.reason else []),
        complaint if is_party else complaint + settled,
    ]

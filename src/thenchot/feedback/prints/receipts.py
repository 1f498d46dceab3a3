"""What many sides said of one person, on paper: the receipt of the page, line by line, and nothing
beside it.
"""

from datetime import date

from thenchot.feedback.enums import CriteriaUse
from thenchot.feedback.labels import RESULT_STATE, SIDE
from thenchot.organisation.models import Unit
from thenchot.organisation.queries import home_of
from thenchot.platform.language import in_vietnamese
from thenchot.platform.ui.templatetags.ui import cited
from thenchot.worklog.labels import BAND, CAPACITY
from thenchot.worklog.prints.paper import Paper, amount, day, party_body_of, points

HEADS, WIDTHS = ("Chiều", "Điểm", "Trọng số", "Phần đóng góp", "Ghi chú"), (46, 20, 26, 26, 48)


@in_vietnamese
def write(unit: Unit, receipt: dict) -> bytes:
    """By a set for the Party's rating on the Party's paper, from its body of the place; by another
    on the State's.
    """
    is_party = receipt["use"] == CriteriaUse.PARTY
    issuer, layout = (party_body_of(home_of(unit)), "party") if is_party else (unit, "state")
    paper = Paper(issuer, "Kết quả lấy ý kiến nhiều chiều", receipt["period"], layout=layout)
    paper.item("Họ và tên", receipt["full_name"])
    paper.item(
        "Chức vụ, chức danh",
        ", ".join(part for part in (receipt["title"], str(CAPACITY[receipt["kind"]])) if part),
    )
    paper.item("Đơn vị công tác", receipt["unit"])
    paper.item("Bộ tiêu chí", f"{receipt['set']}, {receipt['basis']}")
    *sides, total = receipt["receipt"]
    paper.part("I. Từng chiều")
    paper.table(
        HEADS,
        [
            *map(_side, sides),
            [
                "Tổng hợp",
                points(total["value"]),
                f"{amount(total['facts']['weight'])}/100",
                points(total["value"]),
                "",
            ],
        ],
        WIDTHS,
    )
    _criteria(paper, sides)
    _said(paper, receipt["said"])
    least, name = receipt["policy"]["least_people"], receipt["policy_hash"][:12]
    paper.text(
        f"Chiều chưa hỏi hoặc không công bố không tính vào mẫu số; chiều không ghi tên chỉ công "
        f"bố khi có từ {least} người trả lời. "
        f"Danh sách chốt ngày {day(date.fromisoformat(receipt['cut_off']))}; bộ trọng số đã "
        f"dùng: {name}."
    )
    paper.sign(("", "", ""), ("Người lập", "(Ký, ghi rõ họ tên)", ""))
    return paper.bytes()


def _side(line: dict) -> list[str]:
    facts = line["facts"]
    counted = f"{amount(facts['weight'])}/{amount(facts['counted'])}" if line["value"] else ""
    return [
        str(SIDE[line["code"]]),
        points(line["value"]),
        counted,
        points(facts["gives"]),
        _note(facts),
    ]


def _note(facts: dict) -> str:
    """How many answered, where the unit's result was read from, or why there is none."""
    if facts.get("reason"):
        return f"không hỏi: {facts['reason']}"
    if facts.get("origin"):
        origin = facts["origin"]
        return (
            f"{BAND[origin['level']]}, quyết định {origin['number']} ngày "
            f"{day(date.fromisoformat(origin['decided_on']))}"
        )
    if facts["gives"] is None:
        return str(RESULT_STATE[facts["state"]])
    return f"{facts['people']} người trả lời" if facts["people"] > 1 else ""


def _criteria(paper: Paper, sides: list[dict]) -> None:
    paper.part("II. Từng tiêu chí")
    rows: list[list[str]] = []
    for line in sides:
        if parts := line.get("parts"):
            rows.append([str(SIDE[line["code"]])])
            rows += [
                [
                    one["label"],
                    amount(one["facts"]["weight"]),
                    f"{points(one['value'])} / {amount(one['facts']['most'])}",
                    cited(one["source"]),
                ]
                for one in parts
            ]
    paper.table(
        ("Tiêu chí", "Trọng số", "Điểm trung bình", "Căn cứ"),
        rows or [["", "", "", ""]],
        (84, 22, 32, 28),
    )


def _said(paper: Paper, said: list[dict]) -> None:
    if said:
        paper.part("III. Ý kiến có ghi tên")
    for one in said:
        paper.text(
            f"{SIDE[one['side']]}, {one['by'] or '…'}, {day(date.fromisoformat(one['on']))}: "
            f"{one['note'] or 'không ghi nhận xét'}"
        )

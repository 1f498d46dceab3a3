"""Mẫu số 01: the sheet of a month or quarter, from the receipt kept when it was closed."""

from decimal import Decimal

from thenchot.platform.language import in_vietnamese
from thenchot.policy.codelists import code_list
from thenchot.scoring.evaluation import evaluate, policy_of, rules_note
from thenchot.worklog.enums import Capacity, Regulation
from thenchot.worklog.labels import BAND, CAPACITY
from thenchot.worklog.models import Assessment
from thenchot.worklog.prints.paper import Paper, amount, points, share
from thenchot.worklog.queries.assessments import with_work

FORM = "Mẫu số 01, Nghị định 335/2025/NĐ-CP"
SHARES = ("quantity", "quality", "progress")
HEADS = (
    "TT",
    "Sản phẩm, công việc",
    "Hệ số",
    "Được giao",
    "Hoàn thành",
    "Bổ sung",
    "Quy đổi được giao",
    "Quy đổi hoàn thành",
    "Đạt chất lượng",
    "Đúng tiến độ",
)
WIDTHS = (11, 44, 13, 14, 15, 13, 16, 16, 16, 16)


@in_vietnamese
def write(assessment: Assessment) -> bytes:
    """Of an open sheet what stands so far, and the paper says so."""
    found = with_work(Assessment.objects.filter(pk=assessment.pk)).get()
    entries = {entry["code"]: entry for entry in _receipt(found)}
    layout, form = ("party", f"Theo {FORM}") if found.rules == Regulation.QD366 else ("state", FORM)
    paper = Paper(
        found.unit, "Phiếu theo dõi, đánh giá", found.span.label_vi(), form, layout=layout
    )
    _who(paper, found)
    _general(paper, found, entries["general"])
    _work(paper, found, entries["tasks"])
    _shares(paper, found, entries["tasks"])
    _total(paper, found, entries)
    authority = "Người có thẩm quyền đánh giá"
    closer = found.closed_by.name if found.closed_by else ""
    paper.sign(
        ("Người tự đánh giá", "(Ký, ghi rõ họ tên)", found.person.full_name),
        (authority, "(Ký, ghi rõ họ tên)", closer),
    )
    return paper.bytes()


def _receipt(assessment: Assessment) -> list[dict]:
    if assessment.result:
        return assessment.result["receipt"]
    return [entry.as_json() for entry in evaluate(assessment, policy_of(assessment)).entries]


def _who(paper: Paper, assessment: Assessment) -> None:
    paper.item("Họ và tên", assessment.person.full_name)
    paper.item(
        "Chức vụ, chức danh",
        ", ".join(
            part for part in (assessment.title, str(CAPACITY[Capacity(assessment.kind)])) if part
        ),
    )
    paper.item("Đơn vị công tác", assessment.unit.name)
    if note := rules_note(assessment.rules):
        paper.item("Quy định áp dụng", note)
    if not assessment.is_closed:
        paper.item("Tình trạng", "phiếu chưa chốt, số liệu tạm tính")
    if assessment.not_scored:
        paper.item("Không chấm điểm vì", assessment.not_scored)


def _general(paper: Paper, assessment: Assessment, entry: dict) -> None:
    """The three groups of the form with the own points and the confirmed ones."""
    paper.part("I. Tiêu chí chung")
    listed = code_list("general_criterion")
    most = dict(policy_of(assessment).general_criteria)
    groups: dict[str, list[str]] = {}
    for code in most:
        groups.setdefault(code.partition(".")[0], []).append(code)
    rows: list[list[str]] = []
    for number, codes in groups.items():
        known = listed.get(codes[0])
        rows.append(
            [
                (
                    f"{number}. {known.group if known else ''} "
                    f"({amount(sum(most[c] for c in codes))} điểm)"
                ).strip()
            ]
        )
        rows += [
            [
                code,
                listed.name_of(code),
                amount(most[code]),
                amount(assessment.general_self.get(code)),
                amount(assessment.general.get(code)),
            ]
            for code in codes
        ]
    rows.append(
        [
            "",
            "Cộng tiêu chí chung",
            amount(sum(most.values(), Decimal(0))),
            _sum(assessment.general_self),
            points(entry["value"]),
        ]
    )
    paper.table(
        ("TT", "Tiêu chí", "Điểm tối đa", "Tự chấm", "Xác nhận"), rows, (14, 92, 20, 20, 20)
    )


def _sum(told: dict) -> str:
    given = [Decimal(value) for value in told.values() if value not in (None, "")]
    return points(sum(given)) if given else ""


def _work(paper: Paper, assessment: Assessment, entry: dict) -> None:
    """One row a line of the receipt; the converted numbers add up to those of the shares."""
    paper.part("II. Kết quả thực hiện nhiệm vụ")
    parts = {part["code"]: part for part in entry.get("parts", [])}
    lines = [parts[code].get("parts", []) for code in SHARES if code in parts]
    names = {work.code or work.name: work.name for work in assessment.counted}
    rows = [_row(at, same, names) for at, same in enumerate(zip(*lines, strict=True), 1)]
    totals = [
        str(sum((Decimal(_plain(line["value"])) for line in one), Decimal(0))) for one in lines
    ]
    out_of = (
        sum((Decimal(_plain(line["facts"]["out_of"])) for line in lines[0]), Decimal(0))
        if lines
        else Decimal(0)
    )
    rows.append(["", "Cộng", "", "", "", "", amount(out_of), *map(amount, totals)])
    paper.table(HEADS, rows, WIDTHS)


def _plain(text: str) -> str:
    """A fraction that no decimal tells ("1/3") to four places."""
    above, _, below = text.partition("/")
    return f"{Decimal(above) / Decimal(below):.4f}" if below else text


def _row(at: int, same: tuple[dict, ...], names: dict[str, str]) -> list[str]:
    facts, code = same[0]["facts"], same[0]["label"]
    name = code if names.get(code, code) == code else f"{code}. {names[code]}"
    faults = [
        f"{'chất lượng' if f['code'] == 'content' else 'tiến độ'} {f['value']}"
        for line in same
        for f in line.get("parts", [])
    ]
    told = name + (f" (lỗi: {'; '.join(faults)})" if faults else "")
    given = [facts[key] for key in ("factor", "assigned", "done", "added", "out_of")]
    return [str(at), told, *map(amount, given), *(amount(line["value"]) for line in same)]


def _shares(paper: Paper, assessment: Assessment, entry: dict) -> None:
    rows = [
        [*_named(part), share(part["value"]), part["source"].partition(", ")[2]]
        for part in entry.get("parts", [])
    ]
    mean = entry["facts"].get("share")
    formula = (
        "(a + b + c) / 3" if assessment.kind == Capacity.STAFF else "(a + b + c + d + đ + e) / 6"
    )
    rows.append(["", f"Bình quân {formula}", share(mean), "Điều 16"])
    paper.table(("", "Chỉ số", "Tỷ lệ", "Căn cứ"), rows, (10, 90, 26, 40))


def _named(part: dict) -> tuple[str, str]:
    """("a)", "Số lượng: …"), with the share before it was limited to 100 % where that is
    another.
    """
    letter, _, name = part["label"].partition(". ")
    before = part.get("facts", {}).get("before_cap")
    limited = (
        f" (trước khi giới hạn: {share(before)})" if before and before != part["value"] else ""
    )
    return f"{letter})", name + limited


def _total(paper: Paper, assessment: Assessment, entries: dict[str, dict]) -> None:
    paper.part("III. Tổng hợp")
    general, tasks, total = (entries[code] for code in ("general", "tasks", "total"))
    rows = [
        ["1", "Điểm tiêu chí chung", points(general["facts"]["most"]), points(general["value"])],
        [
            "2",
            "Điểm kết quả thực hiện nhiệm vụ",
            points(tasks["facts"]["most"]),
            points(tasks["value"]),
        ],
        ["", "Tổng điểm", points(total["facts"]["most"]), points(total["value"])],
    ]
    paper.table(("TT", "Nội dung", "Tối đa", "Điểm"), rows, (14, 92, 30, 30))
    paper.item("Mức của kỳ", str(BAND.get(assessment.band, "")) if assessment.band else "")

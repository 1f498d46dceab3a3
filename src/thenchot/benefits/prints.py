"""The papers of the room: the decision on a case, the list of payments as Word and as Excel."""

import io

from thenchot.benefits.enums import CaseState, Part, PaymentState
from thenchot.benefits.labels import PART
from thenchot.benefits.models import Case, Payment, PaymentItem
from thenchot.benefits.queries.cases import items_of
from thenchot.benefits.rules.formulas import dong
from thenchot.organisation.issuing import issuer_of
from thenchot.platform.clock import today
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.excel.worksheets import neutral
from thenchot.platform.office.word.letters import Letter, Table, build, letter_from
from thenchot.platform.office.word.paper import SIGN, Paper
from thenchot.platform.ui.answers import DOCX, attachment

HEADS = ("TT", "Họ và tên", "Chính sách", "Quyết định", "Chi", "Số tiền (đồng)", "Ký nhận")
WIDTHS = (12, 48, 84, 32, 24, 36, 24)
CHARACTERS = (6, 28, 52, 20, 14, 18, 16)


@in_vietnamese
def decision_answer(case: Case):
    return attachment(build(decision_letter(case)), f"quyet-dinh-che-do-{case.pk}.docx", DOCX)


def decision_letter(case: Case) -> Letter:
    """Number and day are left to the pen until it is approved."""
    issuer = issuer_of(case.unit)
    is_decided = case.state in (CaseState.APPROVED, CaseState.PAID)
    rows = [
        [str(number), line["name"], line["words"], plain(line["amount"])]
        for number, line in enumerate(case.lines, 1)
    ]
    body = [
        f"Căn cứ {case.policy.basis};",
        *([f"Căn cứ {case.rearrangement.decision};"] if case.rearrangement else []),
        f"Điều 1. {case.person.full_name} được hưởng “{case.policy.name}”: {_sums(case)}.",
        *([f"Mức hưởng ghi theo: {case.override_basis}."] if case.override_basis else []),
        ("h", "Cách tính"),
        Table(("TT", "Khoản", "Cách tính", "Số tiền (đồng)"), rows, (12, 52, 72, 34)),
        "Điều 2. Bộ phận kế toán chi trả từ nguồn theo quy định.",
        "Điều 3. Các bộ phận liên quan và người có tên tại Điều 1 thi hành Quyết định này.",
    ]
    return letter_from(
        issuer,
        issued_on=case.decided_on if is_decided else None,
        number=case.decision if is_decided else "",
        kind="Quyết định",
        title="Về việc giải quyết chế độ, chính sách",
        body=body,
        recipients=("Như Điều 3", "Lưu hồ sơ, văn thư."),
        signer_title="Thủ trưởng cơ quan",
    )


def _sums(case: Case) -> str:
    parts = []
    if case.once:
        parts.append(f"một lần {dong(case.once)}")
    if case.monthly:
        since = f" từ {case.begins_on:%m/%Y}" if case.begins_on else ""
        until = f" đến {case.ends_on:%m/%Y}" if case.ends_on else ""
        parts.append(f"hằng tháng {dong(case.monthly)}{since}{until}")
    return ", ".join(parts) or "chưa tính được"


def plain(amount: int | None) -> str:
    return "" if amount is None else f"{amount:,}".replace(",", ".")


def _rows(actor, payment: Payment) -> list[list]:
    """One line a case and part, its months together; read with its person."""
    items = list(items_of(payment))
    actor.reads.extend(item.case.person for item in items)
    grouped: dict[tuple[int, str], list[PaymentItem]] = {}
    for item in items:
        grouped.setdefault((item.case_id, item.part), []).append(item)
    return [
        [
            number,
            rows[0].case.person.full_name,
            rows[0].case.policy.name,
            rows[0].case.decision,
            _when(rows),
            sum(item.amount for item in rows),
            "",
        ]
        for number, rows in enumerate(grouped.values(), 1)
    ]


def _when(rows: list[PaymentItem]) -> str:
    """ "một lần", "hằng tháng 12/2026", "hằng tháng 01/2026-12/2026 (12 tháng)"."""
    word, months = str(PART[Part(rows[0].part)]), sorted(item.month for item in rows if item.month)
    if not months:
        return word
    if len(months) == 1:
        return f"{word} {months[0]:%m/%Y}"
    return f"{word} {months[0]:%m/%Y}-{months[-1]:%m/%Y} ({len(months)} tháng)"


def _subtitle(payment: Payment) -> str:
    return f"Tháng {payment.month:%m/%Y}; mục ngân sách: {payment.budget_line}"


@in_vietnamese
def payment_answer(actor, payment: Payment):
    rows = _rows(actor, payment)
    paper = Paper(
        issuer_of(payment.unit),
        "Danh sách chi trả chế độ, chính sách",
        _subtitle(payment),
        issued_on=payment.approved_on or today(),
        landscape=True,
    )
    total = sum(row[5] for row in rows)
    words = [[*map(str, row[:5]), plain(row[5]), ""] for row in rows]
    words.append(["", "Cộng", "", "", "", plain(total), ""])
    paper.table(HEADS, words, WIDTHS)
    paper.text(f"Tổng số tiền: {dong(total)}, cho {len({row[1] for row in rows})} người.")
    if payment.state == PaymentState.APPROVED:
        paper.text(f"Duyệt chi theo {payment.decision}.")
    paper.sign(("Kế toán", SIGN, ""), ("Thủ trưởng đơn vị", SIGN, " "))
    return attachment(paper.bytes(), f"chi-tra-{payment.month:%Y-%m}.docx", DOCX)


@in_vietnamese
def payment_sheet_answer(actor, payment: Payment):
    name = f"chi-tra-{payment.month:%Y-%m}-{payment.pk}.xlsx"
    return attachment(payment_workbook(payment, _rows(actor, payment)), name)


def payment_workbook(payment: Payment, rows: list[list]) -> bytes:
    """The official head, the table, and its sum as a number."""
    import xlsxwriter

    issuer, target = issuer_of(payment.unit), io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(target, options) as book:
        sheet = book.add_worksheet(f"{payment.month:%m-%Y}")
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        middle = book.add_format({"bold": True, "align": "center"})
        cell = book.add_format({"border": 1, "text_wrap": True, "valign": "top"})
        money = book.add_format({"border": 1, "num_format": "#,##0", "valign": "top"})
        head = book.add_format({"border": 1, "bold": True, "text_wrap": True, "align": "center"})
        for at, width in enumerate(CHARACTERS):
            sheet.set_column(at, at, width)
        sheet.merge_range(0, 0, 0, 2, neutral((issuer.superior or issuer.name).upper()), middle)
        sheet.merge_range(0, 3, 0, 6, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", middle)
        sheet.merge_range(1, 0, 1, 2, neutral(issuer.name) if issuer.superior else "", middle)
        sheet.merge_range(1, 3, 1, 6, "Độc lập - Tự do - Hạnh phúc", middle)
        title = "DANH SÁCH CHI TRẢ CHẾ ĐỘ, CHÍNH SÁCH"
        sheet.merge_range(3, 0, 3, 6, title, middle)
        sheet.merge_range(4, 0, 4, 6, neutral(_subtitle(payment)), middle)
        for at, word in enumerate(HEADS):
            sheet.write_string(6, at, word, head)
        for down, row in enumerate(rows, 7):
            for at, value in enumerate(row):
                if isinstance(value, int):
                    sheet.write_number(down, at, value, money)
                else:
                    sheet.write_string(down, at, neutral(value), cell)
        last = 7 + len(rows)
        sheet.write_string(last, 1, "Cộng", bold)
        sheet.write_number(last, 5, sum(row[5] for row in rows), money)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
    return target.getvalue()

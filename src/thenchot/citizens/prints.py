"""Papers of the room as Word files, to be read and mended before they are signed."""

from dataclasses import replace

from thenchot.citizens.labels import CAUSE
from thenchot.citizens.models import Apology
from thenchot.citizens.rules.columns import LOCAL
from thenchot.organisation.issuing import issuer_of
from thenchot.organisation.models import Unit
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.word.letters import Letter, build, letter_from
from thenchot.platform.ui.answers import DOCX, attachment


def letter_of(unit: Unit, kind: str, title: str, body, **more) -> Letter:
    """With the head of the people's committee of the place."""
    issuer = issuer_of(unit)
    name = issuer.name[:1].lower() + issuer.name[1:]
    head = replace(issuer, name=f"Ủy ban nhân dân {name}")
    given = {"signer_title": "Chủ tịch", "recipients": ("Như trên", "Lưu: VT")}
    return letter_from(head, kind=kind, title=title, body=body, **(given | more))


@in_vietnamese
def apology_answer(apology: Apology):
    content = build(apology_letter(apology))
    return attachment(content, f"thu-xin-loi-{apology.pk}.docx", DOCX)


def apology_letter(apology: Apology) -> Letter:
    case, old = apology.case, apology.old_due_at.astimezone(LOCAL)
    received = case.received_at.astimezone(LOCAL)
    body = [
        f"Kính gửi: Ông (bà) {case.applicant or '……………………………………'}.",
        f"Ngày {received:%d/%m/%Y}, chúng tôi đã tiếp nhận hồ sơ mã {case.code} về thủ tục "
        f"“{case.procedure}”, hẹn trả kết quả lúc {old:%H:%M} ngày {old:%d/%m/%Y}.",
        f"Đến nay hồ sơ chưa giải quyết xong vì {CAUSE[apology.cause]} (khâu {apology.step}).",
        "Chúng tôi chân thành xin lỗi ông (bà) về sự chậm trễ này.",
        f"Chúng tôi hẹn trả kết quả cho ông (bà) vào ngày {apology.new_due_on:%d/%m/%Y}.",
        "Rất mong ông (bà) thông cảm",
    ]
    title = "Về việc xin lỗi và hẹn lại ngày trả kết quả"
    more = {"number": apology.number, "issued_on": apology.written_on}
    return letter_of(case.home, "Thư xin lỗi", title, body, **more)

"""Papers: receipt 02/TCD, refusal 01/TCD, conclusion of a session, minutes of a dialogue. They are
Word files to be read and mended before they are signed: sources differ on single words of forms.
"""

from dataclasses import replace

from thenchot.organisation.issuing import issuer_of
from thenchot.organisation.models import Unit
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.word.letters import Letter, Table, build, letter_from
from thenchot.platform.ui.answers import DOCX, attachment
from thenchot.reception.models import Dialogue, Direction, Slot, Visit
from thenchot.reception.rules.grounds import grounds

LAW = (
    "Căn cứ Luật Tiếp công dân năm 2013, đã được sửa đổi, bổ sung;",
    "Căn cứ Nghị định số 154/2026/NĐ-CP ngày 15/5/2026 của Chính phủ;",
)


def _letter(unit: Unit, kind: str, title: str, body, **more) -> Letter:
    issuer = issuer_of(unit)
    name = issuer.name[:1].lower() + issuer.name[1:]
    given = {"signer_title": "Chủ tịch", "recipients": ("Như trên", "Lưu: VT")}
    head = replace(issuer, name=f"Ủy ban nhân dân {name}")
    return letter_from(
        head,
        kind=kind,
        title=title,
        body=body,
        **(given | more),
    )


def _answer(letter: Letter, name: str, pk: int):
    return attachment(build(letter), f"{name}-{pk}.docx", DOCX)


@in_vietnamese
def receipt_answer(visit: Visit):
    """02/TCD: what was handed over."""
    return _answer(receipt_letter(visit), "giay-bien-nhan", visit.pk)


def receipt_letter(visit: Visit) -> Letter:
    """One line of `papers` is one paper: name; pages; original or copy."""
    rows: list[list[str]] = []
    for line in visit.papers.splitlines():
        parts = [part.strip() for part in line.split(";")] + ["", ""]
        rows.append([str(len(rows) + 1), *parts[:3]])
    on = f"{visit.received_on:%d/%m/%Y}" if visit.received_on else "…/…/……"
    body = [
        f"Hồi … giờ …, ngày {on}, tại {visit.slot.place if visit.slot else visit.unit.name}.",
        "Người nhận: ……………………………………, chức vụ: ……………………………………",
        f"Người giao: {visit.full_name}, số CCCD/hộ chiếu: {visit.identity_no or '……………………'}, "
        f"địa chỉ: {visit.address}.",
        "Đã nhận các thông tin, tài liệu, bằng chứng sau:",
        Table(
            ("STT", "Tên tài liệu", "Số trang", "Tình trạng (bản chính, bản sao)"),
            rows,
            (14, 76, 24, 56),
        ),
        "Giấy biên nhận lập thành 02 bản, người giao giữ 01 bản, nơi nhận giữ 01 bản.",
    ]
    more = {"signer_title": "Người nhận", "recipients": ()}
    return _letter(visit.unit, "Giấy biên nhận", "Mẫu 02/TCD", body, **more)


@in_vietnamese
def refusal_answer(visit: Visit):
    """01/TCD: reception is refused in writing."""
    return _answer(refusal_letter(visit), "tu-choi-tiep", visit.pk)


def refusal_letter(visit: Visit) -> Letter:
    ground = grounds()[visit.ground]
    body = [
        *LAW,
        f"Kính gửi: {visit.full_name}, số CCCD/hộ chiếu {visit.identity_no or '……………………'} "
        f"(cấp ngày …/…/……, nơi cấp ……………………), địa chỉ: {visit.address}.",
        f"Ngày {visit.ground_on:%d/%m/%Y}, ông (bà) đến {visit.unit.name} về việc: {visit.summary}",
        f"Căn cứ {ground.article}: {ground.name.lower()}; {visit.ground_shown}.",
        f"{visit.unit.name} từ chối tiếp ông (bà) về nội dung này và thông báo để ông (bà) biết, "
        f"chấp hành.",
    ]
    more = {"number": visit.refusal_no, "issued_on": visit.refusal_on}
    title = "Về việc từ chối tiếp công dân (Mẫu 01/TCD)"
    return _letter(visit.unit, "Thông báo", title, body, **more)


@in_vietnamese
def conclusion_answer(slot: Slot):
    return _answer(conclusion_letter(slot), "thong-bao-ket-luan", slot.pk)


def conclusion_letter(slot: Slot) -> Letter:
    """What was heard, concluded and directed."""
    came = slot.visits.filter(number__isnull=False).order_by("number")
    heard = [f"- {visit}: {visit.full_name}, về việc {visit.summary}" for visit in came]
    body = [
        f"Ngày {slot.on:%d/%m/%Y}, tại {slot.place}, đồng chí {slot.held_by.full_name} đã tiếp "
        f"công dân, có {len(heard)} lượt.",
        *([("h", "1. Nội dung công dân trình bày"), *heard] if heard else []),
        ("h", "2. Kết luận"),
        *slot.conclusion.splitlines(),
        *_directions("3. Giao việc", slot.directions.all()),
    ]
    title = f"Kết luận tại buổi tiếp công dân ngày {slot.on:%d/%m/%Y}"
    more = {"number": slot.conclusion_no, "issued_on": slot.concluded_on}
    return _letter(slot.unit, "Thông báo", title, body, **more)


def _directions(heading: str, rows) -> list:
    told = [_row(number, one) for number, one in enumerate(rows.select_related("lead"), 1)]
    if not told:
        return []
    heads = ("STT", "Việc phải làm", "Chủ trì", "Hạn", "Liên hệ")
    return [("h", heading), Table(heads, told, (12, 70, 40, 24, 24))]


def _row(number: int, one: Direction) -> list[str]:
    return [str(number), one.text, one.lead.name, f"{one.due_on:%d/%m/%Y}", one.contact]


@in_vietnamese
def minutes_answer(dialogue: Dialogue):
    return _answer(minutes_letter(dialogue), "bien-ban-doi-thoai", dialogue.pk)


def minutes_letter(dialogue: Dialogue) -> Letter:
    chairs = ", ".join(person.full_name for person in dialogue.chairs.all())
    asked = []
    for number, one in enumerate(dialogue.questions.order_by("pk"), 1):
        asked += [f"{number}. Hỏi: {one.text}", f"Trả lời: {one.answer or '……'}"]
    front = ", phối hợp với Ủy ban Mặt trận Tổ quốc Việt Nam" if dialogue.with_front else ""
    body = [
        f"Thời gian: {dialogue.starts_at:%H:%M} ngày {dialogue.on:%d/%m/%Y}; địa điểm: "
        f"{dialogue.place}{front}.",
        f"Chủ trì: {chairs}. Số người dự: {dialogue.attended or 0}.",
        ("h", "1. Nội dung"),
        *dialogue.subjects.splitlines(),
        *([("h", "2. Hỏi và trả lời"), *asked] if asked else []),
        ("h", "3. Diễn biến"),
        *dialogue.minutes.splitlines(),
        *_directions("4. Cam kết", dialogue.directions.all()),
    ]
    more = {"issued_on": dialogue.on, "signer_title": "Chủ trì"}
    return _letter(dialogue.unit, "Biên bản", dialogue.name, body, **more)

"""What looks wrong in the original, or was read with doubt: shown to the person, never put right by
itself.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from thenchot.importer.layout.canvas import Canvas
from thenchot.importer.layout.tree import Node
from thenchot.importer.model import Parsed, ParsedTask, Warning
from thenchot.kernel.text import fold, plain
from thenchot.platform.office.reading.model import Source

_DEADLINE_SAYS = {
    "impossible_date": "Ngày, tháng ghi trong thời hạn không có thật",
    "year_missing": "Thời hạn không ghi năm và văn bản không có ngày nên chưa suy ra được ngày",
    "year_from_document": "Thời hạn không ghi năm, năm được suy từ ngày văn bản",
    "relative_year": "Thời hạn ghi theo “năm nay”, “năm sau”, được tính từ ngày văn bản",
    "part_of_period": "Thời hạn chỉ ghi tuần, đầu hoặc giữa kỳ, ngày cuối được lấy tạm",
    "misread_number": "Số trong thời hạn có chữ bị nhận dạng sai, đề nghị đối chiếu bản gốc",
    "lunar_day": "Thời hạn ghi theo âm lịch, cần đối chiếu ngày dương lịch",
    "range_reversed": "Thời hạn có ngày bắt đầu sau ngày kết thúc",
    "unread": "Không đọc được thời hạn đã ghi",
    "working_days_without_calendar": (
        "Hạn tính theo ngày làm việc từ thứ Hai đến thứ Sáu, chưa trừ ngày nghỉ lễ"
    ),
}
_TOTAL = re.compile(
    r"\bcó\s+(?P<total>\d{1,4})\s+(?P<noun>cán bộ|đồng chí|người|đảng viên|công chức|biên chế)"
)
_PARTS = re.compile(r"cụ thể\s*:|gồm(?:\s+có)?\s*:|trong đó\s*:|bao gồm\s*:", re.IGNORECASE)
_PART = re.compile(
    r"(?<!\()\bcó\s+(\d{1,4})\s+(?:cán bộ|đồng chí|người|đảng viên|công chức|biên chế)"
)
_LINKS = ("va", "doi", "voi", "cho", "ve")
_SCHEME_PERIOD = re.compile(
    (
        r"(?P<name>(?:đào tạo|bồi dưỡng|quy hoạch|đề án|kế hoạch|chương "
        r"trình)[^.;\n\t]{0,120}?)giai "
        r"đoạn\s+(?P<a>\d{4})\s*[-–]\s*(?P<b>\d{4})"
    ),
    re.IGNORECASE,
)


def warnings_of(
    parsed: Parsed, canvas: Canvas, source: Source, trees: tuple[Node, ...]
) -> list[Warning]:
    """All warnings, those of the document first, then those of single tasks."""
    found: list[Warning] = [Warning(item.code, item.message_vi) for item in source.warnings]
    for reader in (
        _gives,
        _mandate,
        _blank_number,
        _signature,
        _totals,
        _scheme_periods,
        _guessed_tables,
    ):
        found += reader(parsed, canvas)
    found += [warning for tree in trees for warning in _numbering(tree)]
    found += [warning for task in parsed.tasks for warning in _of_task(task, parsed)]
    if not parsed.tasks and parsed.gives == "tasks":
        found.append(
            Warning("no_tasks", "Không tìm thấy nhiệm vụ nào trong văn bản, đề nghị kiểm tra lại")
        )
    return found


_MANDATE = re.compile(
    r"thời hạn (?:ủy quyền|phân cấp|phân quyền)[^:\n]{0,40}:\s*(?P<when>[^\n]{4,120})",
    re.IGNORECASE,
)


def _mandate(parsed: Parsed, canvas: Canvas) -> Iterator[Warning]:
    """Power is given until a day: nobody's deadline, but somebody must know it."""
    if match := _MANDATE.search(canvas.text):
        when = match["when"].rstrip(" ./")
        yield Warning("mandate_ends", f"Thời hạn ủy quyền: {when}", match.span("when"))


def _gives(parsed: Parsed, canvas: Canvas) -> Iterator[Warning]:
    if parsed.gives in _GIVES_SAY:
        yield Warning(f"gives_{parsed.gives}", _GIVES_SAY[parsed.gives])


_GIVES_SAY = {
    "nothing": "Loại văn bản này không giao việc nên không đề xuất nhiệm vụ nào",
    "standing": (
        "Văn bản này phân công công tác thường xuyên, không giao việc có thời hạn: các phần việc "
        "được xếp riêng, không thành nhiệm vụ"
    ),
}


def _blank_number(parsed: Parsed, canvas: Canvas) -> Iterator[Warning]:
    number, day = parsed.metadata["number"], parsed.metadata["date"]
    if number.value is None:
        yield Warning(
            "number_missing",
            "Số văn bản còn để trống" if number.span else "Không thấy số văn bản",
            number.span,
        )
    if day.value is None:
        yield Warning(
            "date_missing",
            "Ngày văn bản còn để trống hoặc ghi thiếu" if day.span else "Không thấy ngày văn bản",
            day.span,
        )


def _signature(parsed: Parsed, canvas: Canvas) -> Iterator[Warning]:
    """The title names the Standing Committee while the sheet is signed for the Executive Committee,
    or the reverse.
    """
    head = plain(
        " ".join(element.text for element in canvas.elements if element.region == "head")[:600]
    )
    signed = parsed.metadata["signed_on_behalf_of"]
    behalf = plain(str(signed.value or ""))
    issuer = plain(str(parsed.metadata["issuer"].value or ""))
    for one, other in (("ban thường vụ", "ban chấp hành"), ("ban chấp hành", "ban thường vụ")):
        if other in behalf and (issuer.startswith(one) or (not issuer and one in head)):
            yield Warning(
                "issuer_and_signature_differ",
                f"Văn bản ghi của {one.capitalize()} nhưng phần ký thay mặt {other.capitalize()}",
                signed.span,
            )


def _totals(parsed: Parsed, canvas: Canvas) -> Iterator[Warning]:
    """ "có 131 cán bộ … Cụ thể: … 20 …, … 16 …, … 94 …": the parts must add up."""
    for element in canvas.elements:
        match = _TOTAL.search(plain(element.text)) if len(element.text) > 80 else None
        marked = _PARTS.search(element.text, match.end()) if match else None
        if not match or not marked:
            continue
        bare = re.sub(r"\([^()]*\)", lambda inner: " " * len(inner.group()), plain(element.text))
        parts = [int(part[1]) for part in _PART.finditer(bare, marked.end())]
        if len(parts) >= 2 and sum(parts) != int(match["total"]):
            added = " + ".join(map(str, parts))
            yield Warning(
                "total_differs",
                f"Tổng số {match['total']} không khớp các thành phần: {added} = {sum(parts)}",
                element.span,
            )


def _scheme_periods(parsed: Parsed, canvas: Canvas) -> Iterator[Warning]:
    """One scheme with two periods: "đào tạo, bồi dưỡng … giai đoạn 2026 - 2030" here and 2026 -
    2031 there.
    """
    seen: dict[str, tuple[str, str]] = {}
    for match in _SCHEME_PERIOD.finditer(canvas.text):
        words = (word.strip(",;") for word in fold(match["name"]).split())
        name = re.sub(
            r"^(?:ke hoach|de an|chuong trinh) ",
            "",
            " ".join(word for word in words if word not in _LINKS),
        )[:30]
        period = (match["a"], match["b"])
        earlier = seen.setdefault(name, period)
        if earlier[0] == period[0] and earlier != period:
            yield Warning(
                "two_periods",
                (
                    f"Cùng một nội dung nhưng ghi hai giai đoạn: {'-'.join(earlier)} và "
                    f"{'-'.join(period)}"
                ),
                match.span(),
            )


def _guessed_tables(parsed: Parsed, canvas: Canvas) -> Iterator[Warning]:
    for number, table in canvas.tables.items():
        if table.guessed and table.assigns:
            span = next(
                (element.span for element in canvas.elements if element.table == number), None
            )
            yield Warning(
                "table_without_header",
                "Bảng không có dòng tiêu đề, các cột được đoán theo nội dung",
                span,
            )


def _numbering(tree: Node) -> Iterator[Warning]:
    for node in [tree, *tree.walk()]:
        numbered = [
            child
            for child in node.children
            if child.marker and child.marker.values and child.marker.kind not in ("bullet", "plus")
        ]
        for before, after in pairwise(numbered):
            yield from _jump(before, after)


def _jump(before: Node, after: Node) -> Iterator[Warning]:
    one, two = before.marker, after.marker
    if (
        not one
        or not two
        or one.kind != two.kind
        or not after.element
        or one.values[:-1] != two.values[:-1]
    ):
        return
    if two.values[-1] == one.values[-1] + 1:
        return
    code = "number_repeated" if two.values[-1] == one.values[-1] else "number_jumps"
    said = "lặp lại" if code == "number_repeated" else "nhảy cóc"
    yield Warning(
        code, f"Đánh số {said}: sau {one.printed} là {two.printed}", after.element.span, after.ref
    )


def _of_task(task: ParsedTask, parsed: Parsed) -> Iterator[Warning]:
    span = next(iter(task.spans.get("deadline") or task.spans.get("text") or ()), None)
    for code in task.deadline.warnings:
        if code in _DEADLINE_SAYS:
            yield Warning(
                f"deadline_{code}", f"{_DEADLINE_SAYS[code]}: “{task.deadline_raw}”", span, task.ref
            )
    if not task.lead:
        yield Warning("lead_missing", "Chưa rõ cơ quan chủ trì", span, task.ref)
    issued = parsed.metadata["date"].value
    if issued and task.deadline.end and task.deadline.end < date.fromisoformat(issued):
        yield Warning(
            "deadline_before_document",
            f"Thời hạn “{task.deadline_raw}” sớm hơn ngày văn bản {issued}",
            span,
            task.ref,
        )

"""How each value was read, in Vietnamese, for the person who checks the import."""

from collections.abc import Iterator

from thenchot.importer.model import Parsed, ParsedTask

_RULES = {
    "table_cell": "ô của bảng",
    "role_in_cell": "vai trò ghi trong ô",
    "labelled_line": "dòng ghi nhãn",
    "clause": "lời của mục",
    "heading": "tiêu đề mục nêu tên cơ quan",
    "assigned": "câu giao việc",
    "subject": "chủ ngữ của câu",
    "body_colon": "tên cơ quan trước dấu hai chấm",
    "body_before_duty": "tên cơ quan trước từ chỉ trách nhiệm",
    "leads_others": "lãnh đạo, chỉ đạo cơ quan khác",
    "with_body": "sau từ “phối hợp với”",
    "bracketed": "thời hạn trong ngoặc",
    "dated_in_sentence": "thời hạn trong câu",
    "counted_days": "số ngày kể từ một mốc",
    "waits_for_event": "chờ sự kiện",
    "recurrence": "chu kỳ trong câu",
    "recurrence_with_day": "chu kỳ và ngày trong câu",
    "ongoing": "việc thường xuyên",
    "common_date": "thời hạn chung ghi ở điều, mục sau",
    "report_by_rule": "báo cáo theo quy định",
    "none": "không có",
    "by_body": "câu “do … thực hiện”",
    "heading_of_sheet": "tên cơ quan đầu văn bản",
    "opening_sentence": "câu mở đầu",
    "signature": "phần ký",
    "signature_line": "phần ký",
    "signature_name": "tên dưới chữ ký",
    "number_line": "dòng số",
    "number_blank": "dòng số để trống",
    "appendix_caption": "chú thích phụ lục",
    "place_and_date": "dòng địa danh, ngày tháng",
    "day_blank": "ngày để trống",
    "kind_in_capitals": "tên loại in hoa",
    "this_document": "cách tự gọi trong bài",
    "under_kind": "trích yếu dưới tên loại",
    "recipient_lines": "mục Nơi nhận",
    "numbered_documents": "văn bản có số được nhắc đến",
    "absent": "không thấy",
}
_FIELDS = {"lead": "Chủ trì", "coordinate": "Phối hợp", "deadline": "Thời hạn"}


def explain(parsed: Parsed) -> str:
    """A listing to read: the metadata, then each task with the rule and the certainty of every
    field.
    """
    return (
        "\n".join([*_metadata(parsed), "", *_tasks(parsed), "", *_warnings(parsed)]).strip() + "\n"
    )


def _metadata(parsed: Parsed) -> Iterator[str]:
    yield "Thông tin văn bản"
    for name, field in parsed.metadata.items():
        value = field.value if not isinstance(field.value, list) else f"{len(field.value)} mục"
        yield (
            f"  {name}: {value if value not in (None, '') else '(trống)'} — "
            f"{_RULES.get(field.rule, field.rule)}, chắc {field.confidence:.0%}"
        )


def _tasks(parsed: Parsed) -> Iterator[str]:
    yield f"Nhiệm vụ: {len(parsed.tasks)}"
    for task in parsed.tasks:
        yield f"[{task.ref}] {task.text[:160]}"
        yield from _fields(task)


def _fields(task: ParsedTask) -> Iterator[str]:
    values = {
        "lead": "; ".join(task.lead),
        "coordinate": "; ".join(task.coordinate),
        "deadline": task.deadline_raw,
    }
    for name, said in _FIELDS.items():
        if values[name] or name == "lead":
            rule = _RULES.get(task.rules.get(name, ""), task.rules.get(name, ""))
            yield (
                f"    {said}: {values[name] or '(trống)'} — {rule}, chắc "
                f"{task.confidence.get(name, 1):.0%}"
            )
    if task.deadline_raw:
        yield f"    Cách đọc: “{task.deadline_raw}” → {task.deadline.explanation_vi}"


def _warnings(parsed: Parsed) -> Iterator[str]:
    if parsed.warnings:
        yield f"Cần xem lại: {len(parsed.warnings)}"
    for warning in parsed.warnings:
        yield f"  {'[' + warning.ref + '] ' if warning.ref else ''}{warning.message_vi}"

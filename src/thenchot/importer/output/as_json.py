"""The reading as JSON, in the form of the gold files."""

from typing import Any

from thenchot.importer.model import (
    Field,
    Group,
    Parsed,
    ParsedReport,
    ParsedTarget,
    ParsedTask,
    Section,
    Warning,
)
from thenchot.kernel.deadlines import Deadline

_TASK_EXTRAS = (
    "approval",
    "product",
    "responsible",
    "receiver",
    "via",
    "after",
    "depends_on",
    "number_as_printed",
    "review",
    "notes",
)


def to_json(parsed: Parsed, *, spans: bool = False) -> dict[str, Any]:
    """Plain values only. With `spans`, also the places, rules and confidence of every field."""
    answer: dict[str, Any] = {
        "metadata": {name: field.value for name, field in parsed.metadata.items()},
        "layout": parsed.layout,
        "gives": parsed.gives,
        "sections": [_section(section) for section in parsed.sections],
        "groups": [_group(group) for group in parsed.groups],
        "tasks": [_task(task, spans) for task in parsed.tasks],
        "targets": [_target(target, spans) for target in parsed.targets],
        "assignments": [_task(task, spans) for task in parsed.assignments],
        "reports": [_report(report, spans) for report in parsed.reports],
        "warnings": [_warning(warning) for warning in parsed.warnings],
    }
    if spans:
        answer["text"] = parsed.text
        answer["metadata_detail"] = {name: _field(field) for name, field in parsed.metadata.items()}
    return answer


def _deadline(deadline: Deadline) -> dict[str, Any]:
    return deadline.as_json()


def _task(task: ParsedTask, spans: bool) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "ref": task.ref,
        "text": task.text,
        "lead": list(task.lead),
        "coordinate": list(task.coordinate),
        "deadline_raw": task.deadline_raw,
        "deadline": _deadline(task.deadline),
        "parent": task.parent,
    }
    answer |= {name: getattr(task, name) for name in _TASK_EXTRAS if getattr(task, name)}
    answer["confidence"] = {name: round(value, 2) for name, value in task.confidence.items()}
    return answer | (_places(task) if spans else {})


def _target(target: ParsedTarget, spans: bool) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "ref": target.ref,
        "text": target.text,
        "comparator": target.comparator,
        "value": _plain(target.value),
        "unit": target.unit,
    }
    answer |= {
        name: value for name in ("condition", "part", "by") if (value := getattr(target, name))
    }
    return answer | (_places(target) if spans else {})


def _plain(value: float | None) -> float | int | None:
    return int(value) if value is not None and value == int(value) else value


def _report(report: ParsedReport, spans: bool) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "ref": report.ref,
        "text": report.text,
        "lead": list(report.lead),
        "receiver": report.receiver,
        "via": report.via,
        "deadline_raw": report.deadline_raw,
        "deadline": _deadline(report.deadline),
        "parent": report.parent,
    }
    return answer | (_places(report) if spans else {})


def _places(item: ParsedTask | ParsedTarget | ParsedReport) -> dict[str, Any]:
    return {
        "spans": {name: [list(span) for span in places] for name, places in item.spans.items()},
        "rules": item.rules,
    }


def _section(section: Section) -> dict[str, Any]:
    return {
        "ref": section.ref,
        "title": section.title,
        "level": section.level,
        "start": section.start,
        "end": section.end,
    }


def _group(group: Group) -> dict[str, Any]:
    return {"ref": group.ref, "title": group.title}


def _warning(warning: Warning) -> dict[str, Any]:
    return {
        "code": warning.code,
        "message": warning.message_vi,
        "span": list(warning.span) if warning.span else None,
        "ref": warning.ref,
    }


def _field(field: Field) -> dict[str, Any]:
    return {
        "span": list(field.span) if field.span else None,
        "rule": field.rule,
        "confidence": field.confidence,
    }

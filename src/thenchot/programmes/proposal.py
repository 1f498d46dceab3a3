"""The draft's JSON: the importer's reading in a form the officer edits. Pure: no Django, no
database.
"""

from collections.abc import Iterable
from datetime import date

from thenchot.kernel.deadlines import parse_deadline
from thenchot.kernel.text import fold

RECOGNISED = 0.5
DOUBT = 0.75  # below this a field is shown as "cần xem"
METADATA = (
    "kind",
    "number",
    "date",
    "place",
    "issuer",
    "title",
    "signer",
    "signer_title",
    "signed_on_behalf_of",
)


def from_parsed(parsed) -> dict:
    """Everything the review page and the confirmation need; spans are pairs of positions in `text`.

    Nothing that was recognised on a picture passes unseen: each task of a scan asks to be looked
    at.
    """
    content = _content(parsed)
    if any(warning["code"] == "ocr" for warning in content["warnings"]):
        for task in content["tasks"]:
            task["confidence"]["text"] = min(task["confidence"].get("text", 1), RECOGNISED)
    return content


def _content(parsed) -> dict:
    return {
        "text": parsed.text,
        "blocks": [
            [b.kind, b.start, b.end, b.level, [list(c) for c in b.cells]] for b in parsed.blocks
        ],
        "layout": parsed.layout,
        "metadata": {k: _field(parsed.metadata.get(k)) for k in METADATA},
        "recipients": _plain(parsed.metadata.get("recipients")) or [],
        "bases": _plain(parsed.metadata.get("bases")) or [],
        "sections": [[s.ref, s.title or "", s.level, s.start, s.end] for s in parsed.sections],
        "groups": [{"ref": g.ref, "title": g.title} for g in parsed.groups],
        "tasks": [_task(t, n, keep=True) for n, t in enumerate((*parsed.tasks,), 1)]
        + [
            _task(t, n, keep=not parsed.tasks, prefix="a")
            for n, t in enumerate(parsed.assignments, 1)
        ],
        "targets": [_target(t, n) for n, t in enumerate(parsed.targets, 1)],
        "reports": [_report(r, n) for n, r in enumerate(parsed.reports, 1)],
        "warnings": [
            {"code": w.code, "message": w.message_vi, "span": w.span, "ref": w.ref}
            for w in parsed.warnings
        ],
        "mapping": {},
    }


def reference_day(proposal: dict) -> date | None:
    """The day the document speaks from, as understood or corrected."""
    raw = proposal["metadata"]["date"]["value"]
    return date.fromisoformat(raw) if raw and len(raw) == 10 else None


def reread_deadline(task: dict, phrase: str, reference: date | None) -> None:
    """The officer changed the words of a deadline: read them again by the same grammar."""
    task["deadline_raw"] = phrase
    task["deadline"] = parse_deadline(phrase, reference).as_json()
    task["confidence"]["deadline"] = 1.0
    task["spans"].pop("deadline", None)


def bodies(proposal: dict) -> list[str]:
    """Every body named by a kept task, once, in the words of the text."""
    named: dict[str, str] = {}
    for task in kept(proposal["tasks"]):
        for body in (*task["lead"], *task["coordinate"], *filter(None, [task["approval"]])):
            named.setdefault(fold(body), body)
    return list(named.values())


def kept(rows: Iterable[dict]) -> list[dict]:
    return [row for row in rows if row["keep"]]


def doubtful(item: dict) -> list[str]:
    """Fields a person must look at: read with little certainty, or missing where a promise needs
    them.
    """
    fields = [name for name, sure in item.get("confidence", {}).items() if sure < DOUBT]
    if "lead" in item and not item["lead"]:
        fields.append("lead")
    return sorted(set(fields))


def find(rows: list[dict], item_id: str) -> dict | None:
    return next((row for row in rows if row["id"] == item_id), None)


def _field(field) -> dict:
    if field is None:
        return {"value": "", "span": None, "rule": "", "confidence": 1.0}
    return {
        "value": field.value or "",
        "span": field.span,
        "rule": field.rule,
        "confidence": field.confidence,
    }


def _plain(field):
    return field.value if field is not None else None


def _task(task, number, *, keep, prefix="t") -> dict:
    return {
        "id": f"{prefix}{number}",
        "keep": keep,
        "ref": task.ref,
        "printed": _number(task),
        "parent": task.parent or "",
        "text": task.text,
        "lead": list(task.lead),
        "coordinate": list(task.coordinate),
        "deadline_raw": task.deadline_raw,
        "deadline": task.deadline.as_json(),
        "approval": task.approval or "",
        "product": task.product or "",
        "responsible": task.responsible or "",
        "after": task.after or task.deadline.after or "",
        "depends_on": task.depends_on or "",
        "spans": {k: [list(s) for s in v] for k, v in task.spans.items()},
        "rules": dict(task.rules),
        "confidence": {
            **task.confidence,
            **({"deadline": d} if (d := task.deadline.confidence) < DOUBT else {}),
        },
        "notes": list(task.notes),
    }


def _number(task) -> str:
    """The number as printed; for a bullet, which has none, the place: "III.1, gạch 3"."""
    printed = task.number_as_printed or ""
    if any(char.isalnum() for char in printed):
        return printed
    return task.ref.replace(" bullet ", ", gạch ").replace(" para ", ", đoạn ")


def _target(target, number) -> dict:
    return {
        "id": f"g{number}",
        "keep": True,
        "ref": target.ref,
        "text": target.text,
        "comparator": target.comparator or "",
        "value": target.value,
        "unit": target.unit or "",
        "condition": " · ".join(filter(None, (target.part, target.condition))),
        "by": target.by or "",
        "spans": {k: [list(s) for s in v] for k, v in target.spans.items()},
        "confidence": dict(target.confidence),
    }


def _report(report, number) -> dict:
    return {
        "id": f"r{number}",
        "keep": True,
        "ref": report.ref,
        "text": report.text,
        "lead": list(report.lead),
        "receiver": report.receiver or "",
        "via": report.via or "",
        "deadline_raw": report.deadline_raw,
        "deadline": report.deadline.as_json(),
        "spans": {k: [list(s) for s in v] for k, v in report.spans.items()},
    }

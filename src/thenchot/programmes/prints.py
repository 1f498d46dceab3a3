"""What the officer prints: the appendix, the list by body, the overdue list, the draft of the
yearly report.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from thenchot.kernel.text import fold
from thenchot.organisation.enums import UnitKind
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.word.letters import Letter, Table, build
from thenchot.platform.scope.actor import NotVisible
from thenchot.platform.ui.answers import DOCX, attachment
from thenchot.platform.ui.templatetags.ui import comma
from thenchot.programmes.alerts import next_report_day
from thenchot.programmes.enums import Standing
from thenchot.programmes.labels import STANDING, read_in_words, unread
from thenchot.programmes.queries import board
from thenchot.programmes.queries.programmes import list_rows

APPENDIX = ("Số TT", "Nhiệm vụ", "Phân công chủ trì", "Phân công phối hợp", "Thời gian hoàn thành")


@dataclass(frozen=True)
class Print:
    name: str
    title: str | Promise
    write: Callable  # (actor, programme, on) -> Letter


@in_vietnamese
def docx_answer(actor, programme, name, *, on):
    if name not in PRINTS:
        raise NotVisible(name)
    letter = PRINTS[name].write(actor, programme, on)
    return attachment(build(letter), f"{name}-{programme.pk}.docx", DOCX)


def appendix(actor, programme, on):
    """No., task, lead, coordinating, deadline, with group rows, as the programme itself prints
    it.
    """
    rows = []
    for task in list_rows(actor, programme, on=on):
        if task.group:
            rows.append([str(task.group)])
        rows.append([task.ref, task.text, leading(task), joining(task), when(task)])
    caption = f"(Ban hành kèm theo {programme.directive}{dated(programme)})"
    table = Table(APPENDIX, rows, (14, 92, 48, 48, 45), caption)
    return letter(
        programme,
        on,
        "Phụ lục",
        "Nhiệm vụ trọng tâm và phân công thực hiện",
        [table],
        landscape=True,
    )


def by_body(actor, programme, on):
    """The same tasks under the bodies that lead them; none is left out."""
    bodies: dict[str, list] = {}
    for task in list_rows(actor, programme, on=on):
        for name in leaders(task) or ["Chưa rõ cơ quan chủ trì"]:
            bodies.setdefault(name, []).append(task)
    rows = []
    for name in sorted(bodies):
        rows.append([f"{name}: {len(bodies[name])} nhiệm vụ"])
        rows += [[t.ref, t.text, joining(t), when(t), stands(t)] for t in bodies[name]]
    table = Table(
        ("Số TT", "Nhiệm vụ", "Phối hợp", "Thời hạn", "Tình trạng"), rows, (14, 105, 48, 40, 40)
    )
    return letter(
        programme,
        on,
        "Danh mục",
        f"Nhiệm vụ theo cơ quan chủ trì, {programme.directive}",
        [table],
        landscape=True,
    )


def overdue(actor, programme, on):
    """Late today: both lateness figures, whose desk, for how long."""
    late = [t for t in list_rows(actor, programme, on=on) if t.verdict.standing == Standing.LATE]
    columns = (
        "Số TT",
        "Nhiệm vụ",
        "Chủ trì",
        "Hạn (hạn gốc)",
        "Ngày trễ (so với hạn gốc)",
        "Đang ở, số ngày",
    )
    rows = [
        [
            t.ref,
            t.text,
            leading(t),
            both_days(t),
            f"{t.verdict.days_late} ({t.verdict.days_late_original})",
            at_desk(t),
        ]
        for t in sorted(late, key=lambda t: -t.verdict.days_late)
    ]
    body = (
        [Table(columns, rows, (14, 88, 42, 34, 30, 40))]
        if rows
        else [f"Đến ngày {on:%d/%m/%Y} không có nhiệm vụ quá hạn."]
    )
    return letter(
        programme,
        on,
        "Danh sách",
        f"Nhiệm vụ quá hạn tính đến {on:%d/%m/%Y}, {programme.directive}",
        body,
        landscape=True,
    )


def yearly(actor, programme, on):
    """A draft: figures and lists are filled in, the words are the officer's."""
    counts = board.get_counts(actor, on=on, path=programme.home.path, programme_id=programme.pk)
    rows = list_rows(actor, programme, on=on)
    duty = next((d for d in programme.report_duties.all() if d.recurrence), None)
    body = [opening(programme, duty, on), ("h", "1. Kết quả thực hiện nhiệm vụ"), *figures(counts)]
    body += [
        ("h", "2. Nhiệm vụ đã hoàn thành"),
        listed(rows, (Standing.DONE_ON_TIME, Standing.DONE_LATE)),
    ]
    body += [("h", "3. Nhiệm vụ chậm, im lặng"), listed(rows, (Standing.LATE, Standing.SILENT))]
    body += [
        ("h", "4. Nhiệm vụ chờ văn bản, chưa có hạn"),
        listed(rows, (Standing.WAITING, Standing.UNDATED)),
    ]
    body += [
        ("h", "5. Chỉ tiêu"),
        aims(actor, programme),
        ("h", "6. Khó khăn, vướng mắc và đề xuất"),
        *troubles(rows),
    ]
    return letter(
        programme,
        on,
        "Báo cáo",
        f"Kết quả thực hiện {programme.directive} năm {on.year} (dự thảo)",
        body,
    )


def letter(programme, on, kind, title, body, *, landscape=False):
    """Head, number and signature of the body that follows the programme, in the layout of the
    programme.
    """
    party = programme.layout == "party"
    home = programme.home.name
    follows = programme.monitor_unit or programme.issuing_unit
    behalf, signer = _signs(follows, party)
    return Letter(
        layout=programme.layout,
        superior=f"Đảng bộ {lower(home)}" if party else home,
        issuer=follows.name if follows else (programme.directive.issuer or home),
        place=place_of(home),
        issued_on=on,
        kind=kind,
        title=title,
        body=body,
        landscape=landscape,
        behalf_of=behalf,
        signer_title=signer,
        recipients=[
            r for r in (programme.directive.issuer, "Các cơ quan, đơn vị thực hiện", "Lưu.") if r
        ],
    )


def _signs(body, party: bool) -> tuple[str, str]:
    """On whose behalf, and as what: a committee signs through its secretary, the People's Committee
    through its chair, any other body through its head.
    """
    if body is None or body.kind == UnitKind.COMMITTEE:
        return ("Ban Thường vụ", "Bí thư") if party else ("Ủy ban nhân dân", "Chủ tịch")
    if body.kind == UnitKind.AGENCY:
        return "Ủy ban nhân dân", "Chủ tịch"
    return "", "Trưởng ban" if party and fold(body.name).startswith("ban ") else "Thủ trưởng"


def opening(programme, duty, on):
    to = f" gửi {duty.receiver}" if duty and duty.receiver else ""
    day = next_report_day(duty, on) if duty else None
    by = f", hạn báo cáo {day:%d/%m/%Y}" if day else ""
    return (
        f"Báo cáo{to} kết quả thực hiện {programme.directive}{dated(programme)}, số liệu tính "
        f"đến ngày {on:%d/%m/%Y}{by}."
    )


def figures(c):
    share = f" ({comma(c['dated_done_share'])} %)" if c["dated_done_share"] is not None else ""
    yield (
        f"Nhiệm vụ có hạn: {c['dated']}. Đã xong {c['dated_done']}{share}: đúng hạn "
        f"{c['dated_done_on_time']}, muộn "
        f"{c['dated_done_late']}. Quá hạn: {c['late']}, trong đó có hạn {c['dated_late']}; trễ so "
        f"với hạn gốc: {c['dated_late_original']}."
    )
    yield (
        f"Nhiệm vụ định kỳ: {c['recurring']}; số kỳ đúng hạn {c['periods_on_time']}, muộn "
        f"{c['periods_done_late']}, quá "
        f"hạn chưa xong {c['periods_late']}."
    )
    yield (
        f"Nhiệm vụ thường xuyên: đúng nhịp {c['in_rhythm']}, im lặng {c['silent']}. Chờ văn bản: "
        f"{c['waiting']}. Chưa có "
        f"hạn: {c['undated']}. Các nhóm này không nằm trong tỷ lệ hoàn thành."
    )


def listed(rows, standings):
    chosen = [t for t in rows if t.verdict.standing in standings]
    if not chosen:
        return "Không có."
    return Table(
        ("Số TT", "Nhiệm vụ", "Chủ trì", "Thời hạn", "Tình trạng"),
        [[t.ref, t.text, leading(t), when(t), stands(t)] for t in chosen],
        (13, 66, 34, 28, 24),
    )


def aims(actor, programme):
    targets = board.list_targets(actor, programme_id=programme.pk)
    if not targets:
        return "Văn bản không có chỉ tiêu."
    rows = [
        [
            t.ref,
            t.text,
            f"{read_in_words(t)} (ngày {t.read_on:%d/%m/%Y})"
            if t.read_value is not None
            else unread(t),
        ]
        for t in targets
    ]
    return Table(("Mục", "Chỉ tiêu", "Kết quả"), rows, (22, 103, 40))


def troubles(rows):
    from thenchot.programmes.models import Difficulty

    found = Difficulty.objects.filter(task__in=[t.pk for t in rows]).select_related(
        "task", "desk", "unit"
    )
    lines = [
        (
            f"{d.task.ref}: {d.text} ({d.unit.name}). Đề xuất: {d.proposal or 'không'}. "
            f"{d.desk.name}: {d.answer or 'chưa trả lời'}."
        )
        for d in found
    ]
    return lines or ["Không có."]


def said(parts):
    """The bodies in the words of the document; the unit's name where the text had none."""
    names = dict.fromkeys(a.body or a.unit.name for a in parts)
    return "\n".join(names)


def outside(names: str) -> list[str]:
    """Bodies that are no unit here, kept in the words of the document."""
    return [name for name in names.split("; ") if name]


def leaders(task) -> list[str]:
    """Units, then bodies outside."""
    units = [assignment.unit.name for assignment in task.leads]
    return list(dict.fromkeys((*units, *outside(task.other_leads))))


def leading(task):
    """Who leads: units, then bodies outside, each in the words of the document."""
    return "\n".join(filter(None, (said(task.leads), *outside(task.other_leads))))


def joining(task):
    """The same of who coordinates."""
    return "\n".join(filter(None, (said(task.coordinates), *outside(task.other_bodies))))


def when(task):
    raw = task.deadline_raw or ""
    if task.due_on and task.due_on != task.original_due_on:
        return f"{task.due_on:%d/%m/%Y} (gốc: {task.original_due_on:%d/%m/%Y})"
    return raw or (f"{task.due_on:%d/%m/%Y}" if task.due_on else "")


def both_days(task):
    first = f" ({task.original_due_on:%d/%m/%Y})" if task.original_due_on != task.due_on else ""
    return f"{task.due_on:%d/%m/%Y}{first}"


def stands(task):
    label = str(STANDING[task.verdict.standing][0])
    return f"{label}, {task.verdict.days_late} ngày" if task.verdict.days_late else label


def at_desk(task):
    return f"{task.desk_unit.name}: {task.days_at_desk} ngày" if task.desk_unit else ""


def dated(programme):
    day = programme.directive.issued_on
    return f", ngày {day:%d/%m/%Y}" if day else ""


def lower(name):
    return name[:1].lower() + name[1:]


def place_of(home):
    """ "Phường Đông Kinh" -> "Đông Kinh"."""
    for level in ("Phường ", "Xã ", "Đặc khu ", "Thành phố ", "Tỉnh "):
        home = home.removeprefix(level)
    return home


PRINTS = {
    p.name: p
    for p in (
        Print("appendix", _("Phụ lục"), appendix),
        Print("by-body", _("Theo cơ quan"), by_body),
        Print("overdue", _("Quá hạn"), overdue),
        Print("yearly", _("Báo cáo năm"), yearly),
    )
}

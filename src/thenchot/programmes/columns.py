"""Cells of a task that say more than one thing: no templates, for a list has hundreds of them."""

from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from thenchot.platform.registers.columns import Column, LinkColumn, day_of
from thenchot.programmes.labels import STANDING
from thenchot.programmes.templatetags.programmes import lateness_words, standing_tag

WORDS, WORDS_OF_DEADLINE = 28, 12


class TaskColumn(LinkColumn):
    """The text of a task, shortened on the page, and the document it stands in."""

    def __init__(self, title, source="text", **more):
        super().__init__(title, source, route="task_detail", **more)

    def show(self, content, record):
        link = super().show(Truncator(content).words(WORDS), record)
        return format_html("{}<br><small>{}</small>", link, record.programme.directive)


class DeadlineColumn(Column):
    """The date in force, the first one where it is another, or the words of the document."""

    def __init__(self, title, **more):
        super().__init__(title, lambda task: task.due_on or task.deadline_raw, excel=False, **more)

    def show(self, content, record):
        if not record.due_on:
            return format_html("<small>{}</small>", Truncator(content).words(WORDS_OF_DEADLINE))
        due = format_html('<span class="nowrap">{}</span>', day_of(record.due_on))
        if record.original_due_on == record.due_on:
            return due
        return format_html(
            '{}<br><small class="was">{}</small>', due, day_of(record.original_due_on)
        )


class StandingColumn(Column):
    """Where the promise stands, and how late."""

    def __init__(self, title, **more):
        super().__init__(title, lambda task: str(STANDING[task.verdict.standing][0]), **more)

    def show(self, content, record):
        tag, late = standing_tag(record.verdict), lateness_words(record)
        return format_html("{}<br><small>{}</small>", tag, late) if late else tag


class DeskColumn(Column):
    """At whose desk the task lies, why, and for how long."""

    def __init__(self, title, **more):
        super().__init__(title, "desk_unit__name", **more)

    def show(self, content, record):
        why, days = record.get_desk_reason_display(), record.days_at_desk
        return format_html("{}<br><small>{} · {} {}</small>", content, why, days, _("ngày"))

"""What the pages of a round ask."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.models import HOMES, Unit, UnitKind
from thenchot.organisation.queries import get_unit
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require
from thenchot.platform.ui.forms import day_field
from thenchot.rating.access import KEEP_YEAR, RECORD_MEETING
from thenchot.rating.enums import RatingStep
from thenchot.rating.forms import text_field
from thenchot.rating.labels import RATING_STEP, ROUND_SUBJECT
from thenchot.rating.rounds.queries import ratings_of
from thenchot.rating.rounds.services.meetings import OPEN_TO_VOTE
from thenchot.worklog.enums import Band, Regulation
from thenchot.worklog.labels import BAND, REGULATION

ROUND_RULES = [
    (str(code), REGULATION[code]) for code in (Regulation.ND335, Regulation.QD366, Regulation.ND233)
]


class RoundForm(forms.Form):
    unit = forms.ModelChoiceField(None, label=_("Của"), empty_label=None)
    subject = forms.ChoiceField(label=_("Xếp loại"), choices=choices(ROUND_SUBJECT))
    year = forms.IntegerField(label=_("Năm"), min_value=2026, max_value=2100)
    rules = forms.ChoiceField(label=_("Theo quy định"), choices=ROUND_RULES)

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        units = Unit.objects.visible_to(actor, KEEP_YEAR).in_force(today())
        self.fields["unit"].queryset = units.filter(
            kind__in=(*HOMES, UnitKind.AGENCY, UnitKind.DIVISION)
        ).order_by("path")

    def facts(self) -> dict:
        values = dict(self.cleaned_data)
        return values | {"unit_id": values.pop("unit").pk}


class DaysForm(forms.Form):
    """One day a step."""

    def __init__(self, *args, found, **kwargs):
        super().__init__(*args, **kwargs)
        for code, day in found.steps.items():
            self.fields[code] = day_field(
                RATING_STEP[RatingStep(code)], initial=date.fromisoformat(day)
            )


class ShareForm(forms.Form):
    is_outstanding = forms.BooleanField(
        label=_("Tổ chức xuất sắc, cấp có thẩm quyền cho mức trần cao hơn"), required=False
    )
    basis = text_field(_("Văn bản cho phép"), length=300, required=False)


class DecideAllForm(forms.Form):
    number = text_field(_("Số quyết định"), length=120)
    decided_on = day_field(_("Ngày quyết định"))


class SentForm(forms.Form):
    sent_on = day_field(_("Gửi ngày"))
    reference = text_field(_("Số, mã xác nhận"), length=200)


class MinutesForm(forms.Form):
    """The minutes; below them one row of voices for each person. Of the unit named in the address;
    else of the whole round, or of the branch of it whose meetings the actor records.
    """

    held_on = day_field(_("Ngày họp"))
    place = text_field(_("Địa điểm"), length=200)
    chair = text_field(_("Chủ trì"), length=160)
    secretary = text_field(_("Thư ký"), length=160)
    called = forms.IntegerField(label=_("Số người được triệu tập"), min_value=1, max_value=2000)
    present = forms.IntegerField(label=_("Số người dự"), min_value=1, max_value=2000)
    absent = text_field(_("Vắng mặt, lý do"), required=False)
    discussion = text_field(_("Nội dung, ý kiến"), length=8000, rows=5, required=False)

    def __init__(self, *args, actor, found, **kwargs):
        super().__init__(*args, **kwargs)
        self.unit = self._unit(actor, found)
        require(actor, RECORD_MEETING, self.unit.path)
        waiting = ratings_of(actor, found).filter(
            unit__path__startswith=self.unit.path, state__in=OPEN_TO_VOTE
        )
        self.ratings = list(waiting)

    def _unit(self, actor, found) -> Unit:
        named = str(self.initial.get("unit", ""))
        if named.isdecimal():
            return get_unit(actor, int(named))
        inside = Unit.objects.under(actor.paths_for(RECORD_MEETING)).filter(
            path__startswith=found.unit.path
        )
        return inside.order_by("path").first() or found.unit

    def rows(self) -> list[dict]:
        """For the page: name and what was typed."""
        return [
            {
                "rating": rating,
                "voices": [
                    (f"{band}_{rating.pk}", BAND[band], self.data.get(f"{band}_{rating.pk}", ""))
                    for band in reversed(Band)
                ],
                "remark": (f"remark_{rating.pk}", self.data.get(f"remark_{rating.pk}", "")),
            }
            for rating in self.ratings
        ]

    def facts(self) -> dict:
        old = str(self.initial.get("replaces", ""))
        return self.cleaned_data | {
            "unit_id": self.unit.pk,
            "replaces_id": int(old) if old.isdecimal() else None,
            "votes": self.votes,
            "remarks": self.remarks,
        }

    def clean(self):
        self.votes, self.remarks = {}, {}
        for rating in self.ratings:
            typed = [self.data.get(f"{band}_{rating.pk}", "").strip() for band in reversed(Band)]
            if any(part and not part.isdecimal() for part in typed) or any(
                len(part) > 4 for part in typed
            ):
                self.add_error(
                    None, _("%s: số ý kiến phải là số nguyên.") % rating.person.full_name
                )
            elif any(typed):
                self.votes[rating.pk] = tuple(int(part or 0) for part in typed)
                self.remarks[rating.pk] = self.data.get(f"remark_{rating.pk}", "")[:400]
        return self.cleaned_data

"""What a person says about a list of another system."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.catalogue.list_import.headings import FIELDS
from thenchot.kernel.text import words
from thenchot.people.models import Appointment
from thenchot.platform.files.importing import UploadForm
from thenchot.worklog.enums import Origin
from thenchot.worklog.forms.fields import ProductField
from thenchot.worklog.labels import ORIGIN
from thenchot.worklog.list_import import Reading

MOST_UNCLEAR = 40  # names of a list that are asked at once


class ListForm(UploadForm):
    """A list of another system."""

    file = forms.FileField(
        label=_("Tệp danh sách (.xlsx, .xls, .csv)"),
        widget=forms.ClearableFileInput({"accept": ".xlsx,.xls,.csv"}),
        help_text=_("Xuất từ hệ thống ra sao thì để nguyên như vậy. Chưa ghi gì ở bước này."),
    )


class MappingForm(forms.Form):
    """Which column is what, how each kind of work is converted, who is meant. Said once for a
    source. `seats`: those of the place.
    """

    origin = forms.ChoiceField(
        label=_("Các việc này là"),
        choices=[choice for choice in choices(ORIGIN) if choice[0] != Origin.TAKEN_OVER],
        help_text=_(
            "Việc giao từ đầu kỳ tính vào số được giao; việc phát sinh chỉ cộng khi đã xong "
            "(Điều 18.1.d)."
        ),
    )

    def __init__(self, *args, reading: Reading, kept, seats: Iterable[Appointment], **kwargs):
        super().__init__(*args, **kwargs)
        self._ask_who(reading, seats)
        self.fields["origin"].initial = kept.origin
        headings = [
            ("", _("– không có –")),
            *((heading.key, heading.title) for heading in reading.headings),
        ]
        for column in FIELDS:
            used = reading.uses.get(column.key)
            self.fields[f"column_{column.key}"] = forms.ChoiceField(
                label=column.title,
                choices=headings,
                required=False,
                initial=used.key if used else "",
            )
        self.kinds = {" ".join(words(kind)): kind for kind in reading.kinds if words(kind)}
        for at, (key, kind) in enumerate([*self.kinds.items(), ("", _("mọi loại khác"))]):
            self.fields[f"kind_{at}"] = ProductField(
                label=kind, required=False, initial=kept.products.get(key, "")
            )

    def _ask_who(self, reading: Reading, seats: Iterable[Appointment]) -> None:
        people = (
            {
                seat.person_id: f"{seat.person.full_name} – {seat.title}, {seat.unit.name}"
                for seat in seats
            }
            if reading.unclear
            else {}
        )
        self.unclear = dict(list(reading.unclear.items())[:MOST_UNCLEAR])
        for at, (name, candidates) in enumerate(self.unclear.values()):
            shown = {
                pk: label for pk, label in people.items() if not candidates or pk in candidates
            }
            self.fields[f"who_{at}"] = forms.TypedChoiceField(
                label=name,
                choices=[("", _("– chưa rõ –")), *shown.items()],
                coerce=int,
                empty_value=None,
                required=False,
            )

    def facts(self) -> dict:
        data = self.cleaned_data
        people = {
            key: data[f"who_{at}"] for at, key in enumerate(self.unclear) if data[f"who_{at}"]
        }
        codes = {
            key: data[f"kind_{at}"].strip().split(" ")[0]
            for at, key in enumerate([*self.kinds, ""])
        }
        return {
            "columns": {column.key: data[f"column_{column.key}"] for column in FIELDS},
            "products": codes,
            "origin": data["origin"],
            "people": people,
        }

    @property
    def who_fields(self):
        return [self[f"who_{at}"] for at in range(len(self.unclear))]

    @property
    def column_fields(self):
        return [self[f"column_{column.key}"] for column in FIELDS]

    @property
    def kind_fields(self):
        return [self[f"kind_{at}"] for at in range(len(self.kinds) + 1)]

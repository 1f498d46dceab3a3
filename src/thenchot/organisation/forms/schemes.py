"""What a person types about a scheme and its positions."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.organisation import catalogue, describing
from thenchot.organisation.access import KEEP_POSTS
from thenchot.organisation.enums import PositionGroup, UnitKind
from thenchot.organisation.models import JobPosition, Unit
from thenchot.organisation.queries import units_under
from thenchot.organisation.queries.titles import titles_for
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field
from thenchot.policy.codelists import code_list

AGENCIES = (UnitKind.AGENCY, UnitKind.MASS, UnitKind.SERVICE, UnitKind.COMMUNE, UnitKind.PROVINCE)


class NewSchemeForm(forms.Form):
    unit = forms.ModelChoiceField(None, label=_("Cơ quan, đơn vị"), empty_label=None)
    name = forms.CharField(label=_("Tên đề án"), max_length=200, initial=_("Đề án vị trí việc làm"))

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        paths = actor.paths_for(KEEP_POSTS)
        agencies = Unit.objects.under(paths).in_force(today()).filter(kind__in=AGENCIES)
        self.fields["unit"].queryset = agencies.order_by("path")

    def facts(self) -> dict:
        return {"unit_id": self.cleaned_data["unit"].pk, "name": self.cleaned_data["name"]}


class SubmitForm(forms.Form):
    on = day_field(_("Ngày trình"), initial=today)


class ReturnForm(forms.Form):
    note = forms.CharField(
        label=_("Lý do trả lại"), widget=forms.Textarea({"rows": 3}), max_length=300
    )


class ApproveForm(forms.Form):
    decision = forms.CharField(
        label=_("Quyết định phê duyệt"),
        max_length=200,
        help_text=_("Số, ngày, cơ quan có thẩm quyền ban hành"),
    )
    valid_from = day_field(
        _("Có hiệu lực từ"), help_text=_("Lần phê duyệt trước hết hiệu lực vào hôm trước ngày này.")
    )


class CatalogueForm(forms.Form):
    unit = forms.ModelChoiceField(None, label=_("Đặt tại đơn vị"), empty_label=None)
    codes = forms.MultipleChoiceField(
        label=_("Vị trí việc làm"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, scheme, **kwargs):
        super().__init__(*args, **kwargs)
        taken = set(scheme.positions.kept().values_list("code", flat=True))
        self.fields["unit"].queryset = units_under(scheme.unit).order_by("path")
        self.fields["codes"].choices = [
            (p.code, f"{p.code} {p.name}") for p in catalogue.positions() if p.code not in taken
        ]

    def facts(self) -> dict:
        return {"unit_id": self.cleaned_data["unit"].pk, "codes": self.cleaned_data["codes"]}


class PositionFileForm(forms.Form):
    file = forms.FileField(
        label=_("Tệp Word (.docx) hoặc Excel (.xlsx)"),
        widget=forms.ClearableFileInput({"accept": ".docx,.xlsx"}),
        help_text=_(
            "Word: một hoặc nhiều bản mô tả. Excel: danh mục vị trí. Chưa ghi gì vào hệ thống ở "
            "bước này."
        ),
    )


def _lines(label, *, rows=3, help_text=""):
    return forms.CharField(
        label=label, widget=forms.Textarea({"rows": rows}), required=False, help_text=help_text
    )


class PositionForm(forms.Form):
    """One position with its description: tables are typed one row a line, cells apart by a bar."""

    code = forms.CharField(label=_("Mã vị trí"), max_length=40)
    name = forms.CharField(label=_("Vị trí việc làm"), max_length=200)
    group = forms.ChoiceField(label=_("Nhóm"), choices=PositionGroup.choices)
    unit = forms.ModelChoiceField(None, label=_("Đơn vị"), empty_label=None)
    title = forms.ModelChoiceField(None, label=_("Chức danh"), required=False)
    rank_code = forms.ChoiceField(label=_("Ngạch"), required=False)
    approved_number = forms.IntegerField(
        label=_("Số người được duyệt"), min_value=1, max_value=9_999, initial=1
    )
    fields_text = _lines(_("Ngành, chuyên ngành"), help_text=_("Mỗi dòng một ngành"))
    goal = _lines(_("Mục tiêu"))
    place = forms.CharField(label=_("Nơi làm việc"), max_length=200, required=False)
    processes = forms.CharField(label=_("Quy trình liên quan"), max_length=300, required=False)
    start = forms.CharField(label=_("Ngày bắt đầu thực hiện"), max_length=60, required=False)
    note = forms.CharField(label=_("Ghi chú"), max_length=300, required=False)
    tasks = _lines(
        _("Công việc và tiêu chí"),
        rows=8,
        help_text=_("Mỗi dòng: mảng công việc | công việc cụ thể | tiêu chí hoàn thành"),
    )
    inside = _lines(
        _("Quan hệ bên trong"),
        help_text=_("Mỗi dòng: người quản lý trực tiếp | phối hợp với | đơn vị phối hợp chính"),
    )
    outside = _lines(
        _("Quan hệ bên ngoài"), help_text=_("Mỗi dòng: cơ quan, tổ chức | bản chất quan hệ")
    )
    authority = _lines(_("Quyền hạn"), rows=4, help_text=_("Mỗi dòng một quyền hạn"))

    def __init__(self, *args, scheme=None, position: JobPosition | None = None, **kwargs):
        """`position`: the one to be changed; else of which scheme it will be."""
        scheme = position.scheme if position else scheme
        first = _initial(position) | (kwargs.pop("initial", None) or {})
        super().__init__(*args, initial=first, **kwargs)
        self.fields["unit"].queryset = units_under(scheme.unit).order_by("path")
        self.fields["title"].queryset = titles_for(scheme.unit)
        self.fields["rank_code"].choices = [("", "–"), *code_list("rank").choices()]
        for key, label in describing.QUALIFICATION.items():
            self.fields[f"q_{key}"] = _lines(label, rows=2)
        for one in catalogue.competencies().values():
            self.fields[f"c_{one.code}"] = forms.CharField(
                label=one.name, max_length=10, required=False
            )

    def clean(self):
        for name in [name for name in self.fields if name.startswith("c_")]:
            text = self.cleaned_data.get(name, "")
            if text and describing.read_level(text) is None:
                self.add_error(name, _("Ghi cấp độ từ 1 đến 5, hoặc một khoảng như 2-3."))
        return self.cleaned_data

    def parts(self) -> list[tuple]:
        """(title, fields, class) of the sections of the page."""
        named = {name: self[name] for name in self.fields}
        groups = [
            (
                label,
                [
                    f"c_{one.code}"
                    for one in catalogue.competencies().values()
                    if one.group == group
                ],
                "ticks",
            )
            for group, label in catalogue.GROUPS.items()
        ]
        sections = [
            (
                _("Vị trí"),
                [
                    "code",
                    "name",
                    "group",
                    "unit",
                    "title",
                    "rank_code",
                    "approved_number",
                    "fields_text",
                ],
                "",
            ),
            (
                _("Bản mô tả"),
                [*describing.TEXTS, "tasks", "inside", "outside", "authority"],
                "",
            ),
            (_("Yêu cầu về trình độ"), [f"q_{key}" for key in describing.QUALIFICATION], ""),
            *groups,
        ]
        return [(title, [named[name] for name in names], css) for title, names, css in sections]

    def facts(self) -> dict:
        said = self.cleaned_data
        return {
            **{key: said[key] for key in ("code", "name", "group", "rank_code", "approved_number")},
            "unit_id": said["unit"].pk,
            "title_id": said["title"] and said["title"].pk,
            "fields": said["fields_text"].splitlines(),
            "description": self._description(),
            "competencies": {
                name[2:]: describing.read_level(said[name])
                for name in said
                if name.startswith("c_") and said[name]
            },
        }

    def _description(self) -> dict:
        said = self.cleaned_data
        return {
            **{key: said[key] for key in describing.TEXTS},
            **{
                key: describing.lines_to_rows(said[key], len(columns))
                for key, columns in describing.TABLES.items()
            },
            "authority": said["authority"].splitlines(),
            "qualification": {key: said[f"q_{key}"] for key in describing.QUALIFICATION},
        }


def _initial(position: JobPosition | None) -> dict:
    if position is None:
        return {}
    said = position.description
    return {
        **{
            key: getattr(position, key)
            for key in ("code", "name", "group", "unit", "title", "rank_code", "approved_number")
        },
        "fields_text": "\n".join(position.fields),
        "authority": "\n".join(said.get("authority", ())),
        **{key: said.get(key, "") for key in describing.TEXTS},
        **{key: describing.rows_to_lines(said.get(key, ())) for key in describing.TABLES},
        **{f"q_{key}": text for key, text in said.get("qualification", {}).items()},
        **{
            f"c_{code}": describing.shown_level(level)
            for code, level in position.competencies.items()
        },
    }

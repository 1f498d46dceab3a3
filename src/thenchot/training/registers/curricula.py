"""Curricula, and one of them with its material, told once."""

from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.filters import UnitFilter
from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import PageLink, Register
from thenchot.training.access import EDIT, EXPORT, SEE
from thenchot.training.actions.curricula import CURRICULUM, MATERIAL
from thenchot.training.labels import CURRICULUM_STATE, CURRICULUM_TONES, MATERIAL_KIND
from thenchot.training.listings import VersionListing
from thenchot.training.queries import curricula as queries
from thenchot.training.registers.plans import TopicChoice
from thenchot.training.registers.topics import TABS

CURRICULA = _("Chương trình học")


class CurriculumFilter(filters.RegisterFilter):
    q = filters.WordsFilter("topic__name", "owner", "content")
    unit = UnitFilter(SEE)
    topic = TopicChoice()
    state = filters.CodeFilter(_("Tình trạng"), CURRICULUM_STATE)


class CurriculumRegister(Register):
    """What subjects teach, by version, and who answers for the content (S3-081)."""

    code, title = "training_curriculum_list", CURRICULA
    lead = _("Lớp mở ra dùng bản đang ban hành; bản đã ban hành không sửa, chỉ soạn bản mới.")
    see, take = SEE, EXPORT
    rows = staticmethod(queries.list_curricula)
    filters, states = CurriculumFilter, "state"
    links = (PageLink(_("+ Chương trình học"), "training_curriculum_new", EDIT, "go"),)
    tabs, file_name = TABS, "chuong-trinh-hoc"
    empty = _("Chưa có chương trình học nào.")
    official = Official("Danh mục chương trình đào tạo, bồi dưỡng", landscape=True)

    topic = columns.LinkColumn(
        _("Chuyên đề"),
        "topic__name",
        route="training_curriculum",
        notes=("changes",),
        width=50,
        paper=70,
    )
    version = columns.NumberColumn(_("Bản"), width=7, paper=12)
    owner = columns.Column(_("Cơ quan biên soạn"), width=32, paper=50)
    hours = columns.NumberColumn(_("Số tiết"), width=8, paper=16)
    methods = columns.Column(
        _("Phương pháp"), lambda one: one.methods_words, width=36, paper=50, sort=False
    )
    cases = columns.NumberColumn(_("Tình huống"), width=10, paper=18)
    files = columns.NumberColumn(_("Tài liệu"), width=9, paper=16)
    state = columns.StateColumn(
        _("Tình trạng"),
        labels=CURRICULUM_STATE,
        tones=CURRICULUM_TONES,
        notes=("decision",),
        width=18,
        paper=30,
    )


class MaterialRegister(Register):
    """One curriculum: its material, with what it teaches above (S3-082)."""

    code, title = "training_curriculum", CURRICULA
    see, take = SEE, EXPORT
    is_found = False
    template = "training/curriculum.html"
    actions = MATERIAL
    file_name = "tai-lieu"
    empty = _("Chưa có tài liệu, tình huống nào.")

    title_of_file = columns.LinkColumn(
        _("Tài liệu"),
        "title",
        route="file_download",
        key="file_id",
        notes=("note",),
        width=60,
    )
    kind = columns.ChoiceColumn(_("Loại"), labels=MATERIAL_KIND, width=20)
    name = columns.Column(_("Tên tệp"), "file__name", width=40)
    step = columns.OffersColumn(offers=MATERIAL.offers, about="title")

    @cached_property
    def curriculum(self):
        return queries.get_curriculum(self.actor, self.keys["pk"])

    def get_rows(self, permission):
        return queries.materials_of(self.curriculum)

    def heading(self):
        return str(self.curriculum)

    def crumbs(self):
        return [(CURRICULA, reverse("training_curriculum_list"))]

    def context(self):
        found = self.curriculum
        versions = list(queries.versions_of(found))
        return {
            "curriculum": found,
            "state": (CURRICULUM_STATE[found.state], CURRICULUM_TONES.get(found.state, "")),
            "offers": CURRICULUM.offers(self.actor, found),
            "versions": VersionListing(versions, actor=self.actor) if versions else None,
        }

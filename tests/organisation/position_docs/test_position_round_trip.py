"""Print and import: one form. Whatever a description says comes back as it was; printed and
imported nothing changes.
"""

import io
import shutil
from datetime import date

import docx
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from thenchot.organisation import catalogue
from thenchot.organisation.describing import clean_competencies, clean_description, differences
from thenchot.organisation.models import JobPosition, PositionScheme
from thenchot.organisation.position_docs.importing import import_positions
from thenchot.organisation.position_docs.printing import framework_docx, positions_docx
from thenchot.organisation.position_docs.reading import read_positions
from thenchot.organisation.queries.schemes import list_positions
from thenchot.organisation.services import schemes
from thenchot.platform.office.reading.docx import read_docx
from thenchot.platform.runtime.sandbox import office_to_pdf
from thenchot.platform.scope.actor import SYSTEM

ON = date(2026, 11, 20)
WORDS = st.text(
    'aăâbcdđeêghiklmnoôơpqrstuưvxyạảấầậắặẹềệịọốộợụứựỳ 0123456789,;()–"“”/%+',
    min_size=1,
    max_size=40,
)
LINE = WORDS.map(lambda text: f"Việc {text}")  # never a heading of the form itself
PARAGRAPHS = st.lists(LINE, min_size=1, max_size=3).map("\n".join)
LEVELS = st.tuples(st.integers(1, 5), st.integers(1, 5)).map(lambda pair: sorted(pair))


def tables(width):
    return st.lists(
        st.lists(st.one_of(st.just(""), PARAGRAPHS), min_size=width, max_size=width).filter(any),
        max_size=3,
    )


DESCRIPTIONS = st.fixed_dictionaries(
    {},
    optional={
        "goal": PARAGRAPHS,
        "place": LINE,
        "processes": LINE,
        "start": LINE,
        "note": LINE,
        "tasks": tables(3),
        "inside": tables(3),
        "outside": tables(2),
        "authority": st.lists(PARAGRAPHS, max_size=3),
        "qualification": st.dictionaries(
            st.sampled_from(["degree", "certificates", "experience", "qualities", "other"]),
            PARAGRAPHS,
        ),
    },
)
COMPETENCIES = st.dictionaries(st.sampled_from(list(catalogue.competencies())), LEVELS)


@pytest.fixture
def scheme(world):
    return schemes.begin_scheme(
        SYSTEM, unit_id=world.units["ubnd"].pk, name="Đề án vị trí việc làm"
    )


def put(scheme, **fields):
    usual = {"unit_id": scheme.unit_id, "code": "CM-01", "name": "Văn thư", "group": "professional"}
    return schemes.put_position(SYSTEM, scheme_id=scheme.pk, **usual | fields)


def printed(scheme):
    return positions_docx(scheme, list_positions(scheme), ON)


class TestRoundTrip:
    @settings(
        max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
    )
    @given(
        description=DESCRIPTIONS,
        competencies=COMPETENCIES,
        number=st.integers(1, 30),
        fields=st.lists(LINE.map(lambda t: t.replace(";", "")), max_size=2),
    )
    def test_whatever_a_description_says_comes_back(
        self, scheme, description, competencies, number, fields
    ):
        position = JobPosition(
            scheme=scheme,
            unit=scheme.unit,
            code="CM-01",
            name="Văn thư",
            group="professional",
            approved_number=number,
            rank_code="01.003",
            fields=[" ".join(f.split()) for f in fields],
            description=clean_description(description),
            competencies=clean_competencies(competencies),
        )
        one = read_positions(read_docx(positions_docx(scheme, [position], ON)))[0]
        assert differences(position.description, one.description) == []
        assert clean_competencies(one.competencies) == position.competencies
        assert (one.code, one.name, one.group, one.number) == (
            "CM-01",
            "Văn thư",
            "professional",
            number,
        )
        assert (one.rank, one.unit, one.unread, one.guesses) == (
            "Chuyên viên",
            scheme.unit.name,
            [],
            [],
        )

    def test_the_whole_catalogue_printed_and_imported_changes_nothing(self, scheme):
        codes = [position.code for position in catalogue.positions()]
        schemes.take_from_catalogue(
            SYSTEM, scheme_id=scheme.pk, codes=codes, unit_id=scheme.unit_id
        )
        report = import_positions(SYSTEM, printed(scheme), scheme_id=scheme.pk, dry_run=False)
        assert report.is_done and len(report.planned) == len(codes) == 43
        assert report.count("unchanged") == 43
        assert [(one.read.unread, one.read.guesses, one.problems) for one in report.planned] == [
            ([], [], [])
        ] * 43

    def test_ten_changes_in_the_file_are_ten_differences(self, scheme):
        for n in range(12):
            put(
                scheme,
                code=f"CM-{n:02d}",
                name=f"Vị trí {n}",
                description={"goal": f"Mục đích của vị trí {n}"},
            )
        document = docx.Document(io.BytesIO(printed(scheme)))
        for paragraph in [
            p for p in document.paragraphs if p.text.startswith("Mục đích của vị trí")
        ][:10]:
            paragraph.runs[0].text = "Mục đích mới"
        changed = io.BytesIO()
        document.save(changed)
        report = import_positions(SYSTEM, changed.getvalue(), scheme_id=scheme.pk, dry_run=False)
        assert (report.count("updated"), report.count("unchanged")) == (10, 2)
        assert all(one.changed == ["Mục tiêu"] for one in report.planned if one.action == "updated")
        assert scheme.positions.filter(description__goal="Mục đích mới").count() == 10


class TestPrinted:
    def test_opened_again_the_parts_stand_in_order(self, scheme):
        put(
            scheme,
            description={"goal": "Quản lý văn bản", "authority": ["Ký nháy"]},
            competencies={"it": [2, 3]},
        )
        document = docx.Document(io.BytesIO(printed(scheme)))
        headings = [
            p.text for p in document.paragraphs if p.text[:2] in ("1.", "2.", "3.", "4.", "5.")
        ]
        assert [h[:3].strip() for h in headings] == [
            "1.",
            "2.",
            "3.",
            "3.1",
            "3.2",
            "4.",
            "5.",
            "5.1",
            "5.2",
        ]
        assert document.tables[-2].rows[-1].cells[-1].text == "2-3"

    def test_several_positions_begin_with_their_list(self, scheme):
        put(scheme)
        put(scheme, code="LD-01", name="Chánh Văn phòng", group="leadership")
        rows = [
            [c.text for c in row.cells]
            for row in docx.Document(io.BytesIO(printed(scheme))).tables[1].rows
        ]
        assert rows[0][:2] == ["Mã", "Vị trí việc làm"]
        assert [row[0] for row in rows[1:]] == [
            "Lãnh đạo, quản lý",
            "LD-01",
            "Chuyên môn, nghiệp vụ",
            "CM-01",
        ]

    @pytest.mark.parametrize(
        ("body", "head"),
        [
            ("ubnd", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            ("ban xây dựng đảng", "ĐẢNG CỘNG SẢN VIỆT NAM"),
        ],
    )
    def test_each_bloc_in_its_layout(self, world, body, head):
        scheme = PositionScheme.objects.create(unit=world.units[body], name="Đề án")
        text = "\n".join(
            c.text
            for t in docx.Document(io.BytesIO(framework_docx(scheme, ON))).tables
            for r in t.rows
            for c in r.cells
        )
        assert head in text

    def test_the_framework_describes_every_level_of_every_competency(self, scheme):
        table = docx.Document(io.BytesIO(framework_docx(scheme, ON))).tables[1]
        rows = {row.cells[0].text: [cell.text for cell in row.cells[1:]] for row in table.rows}
        assert all(rows[one.name] == list(one.levels) for one in catalogue.competencies().values())

    @pytest.mark.office
    @pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice not installed")
    def test_libreoffice_shows_every_part(self, scheme, tmp_path):
        put(scheme, description={"goal": "Quản lý văn bản đi, đến"}, competencies={"it": [2, 3]})
        (tmp_path / "a.docx").write_bytes(printed(scheme))
        pdf = office_to_pdf(tmp_path / "a.docx")
        document = pypdfium2.PdfDocument(pdf)
        text = "".join(page.get_textpage().get_text_bounded() for page in document)
        document.close()
        for part in (
            "BẢN MÔ TẢ VỊ TRÍ VIỆC LÀM SỐ 1",
            "Quản lý văn bản đi, đến",
            "5.2. Yêu cầu về năng lực",
            "2-3",
        ):
            assert part in text

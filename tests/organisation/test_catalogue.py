"""What ships about posts is whole, names its source, and a wrong file says where."""

import pytest

from thenchot.kernel.text import words
from thenchot.organisation import catalogue
from thenchot.organisation.describing import clean_description
from thenchot.organisation.enums import Bloc, PositionGroup, StaffKind, TitleRank
from thenchot.policy.codelists import code_list
from thenchot.policy.packs import BrokenPack, Certainty


class TestTitles:
    def test_the_six_key_titles(self):
        """S0-028: secretary, chairs of council and People's Committee, and the deputies of each."""
        keys = {title.code for title in catalogue.titles() if title.fields["is_key"]}
        chairs = {"party_secretary", "council_chair", "people_chair"}
        assert keys == chairs | {
            "party_deputy_secretary",
            "council_vice_chair",
            "people_vice_chair",
        }

    def test_a_key_title_leads_and_is_managed_by_the_party(self):
        keys = [title.fields for title in catalogue.titles() if title.fields["is_key"]]
        assert all(fields["is_manager"] and fields["is_party_managed"] for fields in keys)

    @pytest.mark.parametrize("flag", ["does_personnel_work", "does_inspection_work"])
    def test_personnel_and_inspection_work_are_marked(self, flag):
        """S0-098, S3-077."""
        assert any(title.fields[flag] for title in catalogue.titles())

    def test_every_code_is_of_its_list(self):
        for title in catalogue.titles():
            fields = title.fields
            assert fields["bloc"] in {"", *Bloc.values} and fields["rank"] in TitleRank.values
            assert fields["staff_kind"] in {"", *StaffKind.values}
            assert len(fields["name"]) <= 160 and len(fields["basis"]) <= 300

    def test_no_name_means_two_titles(self):
        named = [
            " ".join(words(name))
            for t in catalogue.titles()
            for name in (t.fields["name"], *t.fields["names"])
        ]
        assert sorted(named) == sorted(set(named))


class TestPositions:
    def test_the_professional_positions_of_a_commune(self):
        groups = [position.group for position in catalogue.positions()]
        assert (groups.count("professional"), groups.count("support")) == (28, 3)
        assert groups.count("leadership") >= 10 and set(groups) == set(PositionGroup.values)

    def test_each_says_goal_tasks_authority_and_qualification(self):
        for position in catalogue.positions():
            said = clean_description(position.description)
            assert said["goal"] and said["authority"] and said["qualification"]["degree"]
            assert all(all(row) and len(row) == 3 for row in said["tasks"])

    def test_levels_are_ranges_of_known_competencies(self):
        known = catalogue.competencies()
        for position in catalogue.positions():
            assert position.competencies.keys() <= known.keys() and position.competencies
            assert all(1 <= least <= most <= 5 for least, most in position.competencies.values())

    def test_only_leaders_need_management(self):
        for position in catalogue.positions():
            manages = any(
                catalogue.competencies()[code].group == "management"
                for code in position.competencies
            )
            assert manages is (position.group == "leadership")

    def test_ranks_and_titles_exist(self):
        titles = {title.code for title in catalogue.titles()}
        for position in catalogue.positions():
            assert not position.rank or position.rank in code_list("rank")
            assert not position.title or position.title in titles
            assert (position.group == "leadership") is bool(position.title)


class TestCompetencies:
    def test_seven_general_five_professional_five_management(self):
        groups = [one.group for one in catalogue.competencies().values()]
        assert [groups.count(group) for group in catalogue.GROUPS] == [7, 5, 5]

    def test_five_levels_described_each_differently(self):
        for one in catalogue.competencies().values():
            assert len(set(one.levels)) == 5 and all(level.endswith(".") for level in one.levels)

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("Giao tiếp ứng xử", "communication"),
            ("GIAO TIẾP", "communication"),
            ("Tư duy chiến lược", "strategy"),
            ("Khả năng thẩm định, góp ý các văn bản", "appraising"),
            ("it", "it"),
            ("Bơi lội", None),
        ],
    )
    def test_found_by_its_names(self, text, code):
        found = catalogue.find_competency(text)
        assert (found and found.code) == code


@pytest.mark.parametrize("name", ["titles", "competencies", "positions"])
def test_each_list_names_its_source_and_how_sure_it_is(name):
    of = catalogue.source_of(name)
    assert of.name and of.source and of.certainty in Certainty


class TestBroken:
    @pytest.fixture
    def folder(self, tmp_path, monkeypatch):
        monkeypatch.setattr(catalogue, "FOLDER", tmp_path)
        kept = (
            catalogue._body,
            catalogue.titles,
            catalogue.competencies,
            catalogue.source_of,
            catalogue._named,
        )
        [cached.cache_clear() for cached in kept]
        yield tmp_path
        [cached.cache_clear() for cached in kept]

    HEAD = '[list]\nname = "x"\nsource = "y"\ncertainty = "SEEN"\n'

    @pytest.mark.parametrize(
        "body",
        [
            HEAD + '[[title]]\ncode = "a"\nname = "A"\n',
            HEAD + '[[title]]\ncode = "a"\nname = "A"\nrank = "head"\ncolour = "red"\n',
            HEAD + 2 * '[[title]]\ncode = "a"\nname = "A"\nrank = "head"\n',
            "[list",
        ],
        ids=["no rank", "unknown key", "twice", "no TOML"],
    )
    def test_a_wrong_list_of_titles_names_its_file(self, folder, body):
        (folder / "titles.toml").write_text(body, encoding="utf8")
        with pytest.raises(BrokenPack, match=r"titles\.toml"):
            catalogue.titles()

    def test_a_competency_has_five_levels(self, folder):
        row = '[[competency]]\ncode = "a"\nname = "A"\ngroup = "general"\nlevels = ["1", "2"]\n'
        (folder / "competencies.toml").write_text(self.HEAD + row, encoding="utf8")
        with pytest.raises(BrokenPack, match="five levels"):
            catalogue.competencies()

"""The scripts behind `make check` that hold the sources to numbers in pyproject.toml: what they
read, and what they complain about.
"""

import json
import re

import pytest
from tests.scripts import load

recorded, types, widths = load("recorded.py"), load("types"), load("widths")
floors, dead = load("coverage-floors"), load("dead-code")

PYPROJECT = """\
[tool.thenchot.types]
# Errors of each room.
people = 3
web = 1

[tool.vulture]
paths = ["src"]
"""


class TestRecorded:
    def test_numbers_are_rewritten_in_their_table_only(self):
        text = recorded.rewritten(PYPROJECT, "types", {"web": 0, "alerts": 2})
        assert text == PYPROJECT.replace("people = 3\nweb = 1\n", "alerts = 2\nweb = 0\n")

    def test_a_table_that_is_missing_is_added_at_the_end(self):
        text = recorded.rewritten(PYPROJECT, "coverage", {"web": 90})
        assert text == f"{PYPROJECT}\n[tool.thenchot.coverage]\nweb = 90\n"

    def test_the_last_table_keeps_its_comment(self):
        text = "[tool.thenchot.widths]\n# Columns.\npython = 3\n"
        assert recorded.rewritten(text, "widths", {"python": 2}) == text.replace("3", "2")

    @pytest.mark.parametrize(
        ("path", "room"),
        [
            ("src/thenchot/people/filing/forms.py", "people"),
            ("src/thenchot/platform/alerts/mail.py", "platform"),
            ("src/thenchot/cli.py", "thenchot"),
        ],
    )
    def test_the_room_of_a_file(self, path, room):
        assert recorded.room_of(path) == room

    def test_new_is_what_was_not_there_as_often(self):
        found = [("a", "a:1"), ("a", "a:9"), ("b", "b:2")]
        assert recorded.new(found, ["a", "c"]) == ["a:9", "b:2"]


class TestTypes:
    @pytest.fixture
    def errors(self):
        def said(file, line, message, severity="error"):
            return json.dumps(
                {
                    "file": f"src/thenchot/{file}",
                    "line": line,
                    "column": 0,
                    "message": message,
                    "hint": None,
                    "code": "misc",
                    "severity": severity,
                }
            )

        lines = [
            said("people/forms.py", 4, "old"),
            said("people/forms.py", 9, "new"),
            said("people/forms.py", 9, "see also", "note"),
            said("people/rules.py", 1, "strict"),
        ]
        return types.errors_of("\n".join([*lines, "a line that is no object"]))

    STRICT = re.compile(r"thenchot(\..*)?\.rules(\..*)?")

    def test_errors_are_read_and_notes_are_not(self, errors):
        assert [(e.room, e.module, e.message) for e in errors] == [
            ("people", "thenchot.people.forms", "old"),
            ("people", "thenchot.people.forms", "new"),
            ("people", "thenchot.people.rules", "strict"),
        ]

    def test_strict_modules_are_those_of_the_overrides(self):
        strict = types.strict_modules(
            "[[tool.mypy.overrides]]\n"
            'module = ["thenchot.kernel.*", "thenchot.*.rules.*"]\n'
            "disallow_untyped_defs = true\n"
            "[[tool.mypy.overrides]]\n"
            'module = ["axes.*"]\n'
            "ignore_missing_imports = true\n"
        )
        strict_ones = ("kernel", "kernel.text", "people.rules", "platform.alerts.rules.due")
        for name in strict_ones:
            assert strict.fullmatch(f"thenchot.{name}")
        for name in ("thenchot.people.forms", "thenchot.kernels", "axes.models"):
            assert not strict.fullmatch(name)

    def test_an_error_in_a_strict_module_fails_whatever_is_recorded(self, errors):
        assert types.complaints(errors, {"people": 9}, self.STRICT) == [
            "Strict module: src/thenchot/people/rules.py:1: strict [misc]"
        ]

    def test_more_than_recorded_names_the_room_and_the_new_lines(self, errors):
        known = [errors[0].key]
        assert types.complaints(errors[:2], {"people": 1}, self.STRICT, known) == [
            "people: 2 errors of type, 1 recorded. New:",
            "  src/thenchot/people/forms.py:9: new [misc]",
        ]

    def test_a_room_without_a_number_may_have_none(self, errors):
        assert types.complaints(errors[:1], {}, self.STRICT)[0].startswith("people: 1 errors")

    def test_fewer_asks_for_a_lower_number(self, errors):
        (said,) = types.lowered(errors[:2], {"people": 3, "web": 0})
        assert "people" in said and "lower the number" in said


class TestCoverage:
    @pytest.fixture
    def files(self):
        def summary(statements, missing):
            return {"summary": {"num_statements": statements, "missing_lines": missing}}

        return floors.files_of(
            {
                "files": {
                    "src/thenchot/web/desk.py": summary(100, 1),
                    "src/thenchot/web/search.py": summary(50, 10),
                    "src/thenchot/web/empty.py": summary(0, 0),
                    "src/thenchot/kernel/text.py": summary(10, 0),
                }
            }
        )

    def test_shares_are_rounded_down(self, files):
        assert floors.shares_of(files) == {"kernel": 100, "web": 92}

    def test_below_the_floor_names_the_room_and_its_least_covered_files(self, files):
        assert floors.complaints(files, {"web": 93, "kernel": 100}) == [
            "web: tests run 92 % of its lines, the floor is 93 %.",
            "  src/thenchot/web/search.py: 10 of 50 lines not run",
            "  src/thenchot/web/desk.py: 1 of 100 lines not run",
        ]

    def test_a_room_without_a_floor_is_not_held_to_one(self, files):
        assert floors.complaints(files, {}) == []


class TestWidths:
    def test_each_kind_of_file_has_its_width(self):
        text = f"{'x' * 105}\n{'x' * 111}\n"
        kinds = lambda file: [(w.kind, w.number) for w in widths.lines_of(file, text)]  # noqa: E731
        assert kinds("a.html") == [("templates", 2)]
        assert kinds("a.py") == [("python", 1), ("python", 2)]

    def test_what_the_formatter_leaves_alone_is_counted(self):
        (line,) = widths.lines_of("a.py", "TABLE = [1,  2]  # fmt" + ": skip\n")
        assert line.kind == "fmt_skip"

    def test_more_than_recorded_fails(self):
        lines = [*widths.lines_of("a.html", "x" * 111)]
        assert widths.complaints(lines, {"templates": 1}) == []
        said = widths.complaints(lines, {"templates": 0, "python": 0})
        assert said[0] == "templates: 1 lines, 0 recorded. New:" and "a.html:1" in said[1]


class TestDeadCode:
    def test_a_template_is_used_by_a_source_a_template_or_its_tag(self):
        templates = {
            "web/desk.html": "{% include 'web/_row.html' %} <c-ui.money-card />",
            "web/_row.html": "",
            "web/_lost.html": "names itself: web/_lost.html",
            "cotton/ui/money_card.html": "",
            "cotton/ui/money.html": "",
            "web/_card_new.html": "",
        }
        sources = """render(request, "web/desk.html"); f"web/_card_{'new' if a else kind}.html\""""
        assert dead.unused_templates(templates, sources) == [
            "web/_lost.html",
            "cotton/ui/money.html",
        ]

    def test_a_dotted_path_and_a_method_of_a_filter_are_uses(self):
        sources = """("thenchot.web.middleware.headers", "axes.x.y"), Filter(method="of_part")"""
        assert dead.named_by_path(sources) == {"headers", "of_part"}

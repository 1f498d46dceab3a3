"""What the sources themselves promise: no deletion, no inline script, one direction of imports, a
word for each thing.
"""

import ast
import importlib
import pkgutil
import re
from enum import Enum
from pathlib import Path

import pytest
from django.apps import apps

import thenchot
from thenchot.platform.scope.roles import declared
from thenchot.platform.ui import menu

SOURCE = Path(thenchot.__file__).parent
REPOSITORY = SOURCE.parent.parent
TEMPLATES = sorted(SOURCE.rglob("templates/**/*.html"))
MODULES = sorted(p for p in SOURCE.rglob("*.py") if "migrations" not in p.parts)
GLOSSARY = (REPOSITORY / "docs" / "glossary.md").read_text(encoding="utf8")

# What may go for good: nothing that anybody did, said or decided.
MAY_DELETE = {
    "web/management/commands/makemessages.py",
    "people/presence.py",
    "platform/jobs",
    "platform/backup",
    "platform/files/services.py",
    "platform/files/blobs.py",
    "platform/accounts",
    "feedback/services/closing.py",  # anonymous answers, counted or unread: ADR 14
}


def name_of(path):
    return path.relative_to(SOURCE).as_posix()


def test_nothing_is_deleted():
    found = []
    for path in MODULES:
        if any(name_of(path).startswith(allowed) for allowed in MAY_DELETE):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in ("delete", "_raw_delete")
            ):
                found.append(f"{name_of(path)}:{node.lineno}")
    assert found == []


PUBLIC = (
    "platform/admission/templates/public/",
    "reception/templates/reception/public/",
    "citizens/templates/citizens/public/",
)


def _outside(*allowed: str):
    """Templates that are not one of these, nor below one of them."""
    return [path for path in TEMPLATES if not name_of(path).startswith(allowed)]


def test_only_the_frame_is_extended_and_only_by_components():
    """A page is made of components: they have slots and no blocks, and whatever stands in a block
    would be left out silently. Pages for citizens have a small frame of their own.
    """
    found = [
        name_of(path)
        for path in _outside("platform/ui/", *PUBLIC)
        if re.search(r"{%-?\s*extends", path.read_text(encoding="utf8"))
    ]
    assert found == []


def test_tables_are_drawn_in_two_places():
    """A list of records by its columns, anything else by the component."""
    drawn = "platform/registers/templates/registers/table.html"
    found = [
        name_of(path)
        for path in _outside("platform/ui/templates/cotton/table.html", drawn)
        if "<table" in path.read_text(encoding="utf8")
    ]
    assert found == []


# Where a line of work is first written: the road in, and the share of one that is there already.
ROADS = {"worklog/services/entering.py", "scoring/services/marking.py"}


def test_work_enters_by_one_road():
    makes = re.compile(r"\bWork\.objects\.(?:bulk_)?(?:get_or_|update_or_)?create\(")
    found = {name_of(path) for path in MODULES if makes.search(path.read_text(encoding="utf8"))}
    assert found == ROADS


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
class TestTemplates:
    def test_nothing_inline_that_the_content_security_policy_refuses(self, path):
        text = path.read_text(encoding="utf8")
        assert (
            re.findall(
                r"<style|<script(?![^>]*\bsrc=)|\sstyle\s*=|\son[a-z]+\s*=\s*[\"']|javascript:",
                text,
            )
            == []
        )

    def test_nothing_comes_from_elsewhere(self, path):
        assert (
            re.findall(r"(?:src|href|action)=[\"'](?:https?:)?//", path.read_text(encoding="utf8"))
            == []
        )

    def test_every_form_that_posts_carries_its_token(self, path):
        forms = re.findall(
            r"<form\b[^>]*method=[\"']post[\"'].*?</form>",
            path.read_text(encoding="utf8"),
            re.S | re.I,
        )
        assert [f[:80] for f in forms if "csrf_token" not in f] == []

    def test_nothing_is_marked_safe(self, path):
        assert re.findall(r"\|\s*safe\b|autoescape off", path.read_text(encoding="utf8")) == []


def test_no_python_marks_text_safe():
    assert [name_of(p) for p in MODULES if "mark_safe" in p.read_text(encoding="utf8")] == []


def test_imports_run_in_one_direction(monkeypatch):
    from importlinter.cli import lint_imports

    monkeypatch.chdir(REPOSITORY)
    assert lint_imports(config_filename=str(REPOSITORY / ".importlinter"), no_cache=True) == 0


def test_every_permission_of_the_menu_is_declared():
    assert {entry.permission for entry in menu.entries()} - {None} <= declared().keys()


def test_every_declared_permission_names_its_room():
    rooms = {
        config.label for config in apps.get_app_configs() if config.name.startswith("thenchot.")
    } | {"accounts"}
    assert {permission.split(".")[0] for permission in declared()} <= rooms


def enums():
    """Every enumeration of the project, by room and name."""
    found = set()
    for module in pkgutil.walk_packages(thenchot.__path__, "thenchot."):
        if ".migrations" in module.name or module.name.endswith("wsgi"):
            continue
        for value in vars(importlib.import_module(module.name)).values():
            if (
                isinstance(value, type)
                and issubclass(value, Enum)
                and value.__module__ == module.name
            ):
                found.add(f"{room_of(module.name)}.{value.__name__}")
    return sorted(found)


def room_of(module):
    parts = module.split(".")
    return parts[2] if parts[1] == "platform" and len(parts) > 3 else parts[1]


def models():
    return sorted(m._meta.label for m in apps.get_models() if m.__module__.startswith("thenchot."))


@pytest.mark.parametrize("name", [*models(), *enums()])
def test_every_model_and_enumeration_has_a_line_in_the_glossary(name):
    line = re.search(rf"^\| `{re.escape(name)}` \| ([^|]+) \| ([^|]+) \|", GLOSSARY, re.M)
    assert line, f"docs/glossary.md: add a line for {name}: its Vietnamese term and the source"
    assert line[1].strip() and line[2].strip()


def test_the_glossary_names_nothing_that_is_gone():
    named = set(re.findall(r"^\| `(\w+\.[A-Z]\w+)` \|", GLOSSARY, re.M))
    assert named <= {*models(), *enums()}

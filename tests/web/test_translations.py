"""The English catalogue is whole: every text of the sources stands in it, translated, compiled, with its placeholders."""

import ast
import io
import re
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po
from django.utils import translation
from django.utils.translation.template import templatize

import thenchot

PACKAGE = Path(thenchot.__file__).parent
FOLDER = PACKAGE / "locale" / "en" / "LC_MESSAGES"
MARKERS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy"}
STRING = r"""(?:'''.*?'''|\"\"\".*?\"\"\"|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")"""
MARKED = re.compile(rf"(?<!\w)(?:_|n?gettext)\(\s*u?({STRING})(?:\s*,\s*u?({STRING}))?", re.DOTALL)
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
NAMES = re.compile(r"“[^”]*”|Nguyễn Văn An|Then Chốt|17-CTr/ĐU|KH-UBND")  # stay as they are in English
VIETNAMESE = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵ\u1ea0-\u1ef9]")


def catalogue():
    return read_po(io.BytesIO((FOLDER / "django.po").read_bytes()), locale="en")


MESSAGES = [message for message in catalogue() if message.id]


def both(message):
    """(texts, translations): two of each where there is a plural."""
    return [[one] if isinstance(one, str) else list(one) for one in (message.id, message.string)]


def texts_of(compiled):
    return {tuple(texts): said for texts, said in map(both, compiled)}


def in_python(source):
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKERS:
            for argument in node.args[: 2 if node.func.id.startswith("n") else 1]:
                if isinstance(argument, ast.Constant):
                    yield argument.value


def in_template(source):
    for match in MARKED.finditer(templatize(source)):
        yield from (ast.literal_eval(literal) for literal in match.groups() if literal)


def texts_of_sources():
    found = {}
    for path in sorted(PACKAGE.rglob("*")):
        read = {".py": in_python, ".html": in_template, ".txt": in_template}.get(path.suffix)
        if read and (path.suffix == ".py" or "templates" in path.parts):
            found |= dict.fromkeys(read(path.read_text(encoding="utf8")), path.relative_to(PACKAGE).as_posix())
    return found


SOURCES = texts_of_sources()
KNOWN = {text for message in MESSAGES for text in both(message)[0]}


def test_no_text_of_the_sources_is_missing():
    assert len(SOURCES) > 700
    assert {text: file for text, file in SOURCES.items() if text not in KNOWN} == {}


def test_no_text_is_left_over():
    assert sorted(KNOWN - set(SOURCES)) == []
    assert not catalogue().obsolete


def test_the_compiled_catalogue_is_the_written_one():
    compiled = io.BytesIO()
    write_mo(compiled, catalogue())
    compiled.seek(0)
    shipped = read_mo(io.BytesIO((FOLDER / "django.mo").read_bytes()))
    assert texts_of(shipped) == texts_of(read_mo(compiled))


def test_nothing_is_doubtful_or_empty():
    assert [m.id for m in MESSAGES if m.fuzzy or not all(both(m)[1])] == []


def test_both_sides_have_the_same_placeholders():
    wrong = []
    for message in MESSAGES:
        texts, said = both(message)
        if {tuple(sorted(PLACEHOLDER.findall(one))) for one in [*texts, *said]} != {
            tuple(sorted(PLACEHOLDER.findall(texts[0])))
        }:
            wrong.append(message.id)
    assert wrong == []


def test_no_translation_is_still_vietnamese():
    left = [one for m in MESSAGES for one in both(m)[1] if VIETNAMESE.search(NAMES.sub("", one))]
    assert left == []


def test_a_sentence_stays_a_sentence():
    """An ending mark is on both sides or on none."""
    marks = re.compile(r"[.:?,…]$")
    differ = [
        m.id
        for m in MESSAGES
        if bool(marks.search(both(m)[0][0])) != bool(marks.search(both(m)[1][0].removesuffix("No.")))
    ]
    assert differ == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Chủ trì", "Lead body"), ("Phối hợp", "Coordinating bodies"), ("quá hạn đang có hiệu lực", "past the deadline in force"),
        ("Hạn gốc", "Original deadline"), ("Bàn", "Desk"), ("Vướng mắc", "Difficulties"), ("Gia hạn", "Extensions"),
        ("rõ thẩm quyền", "clear authority"), ("Đơn vị", "Unit"), ("đọc thử", "dry run"), ("Kiêm nhiệm, vị trí chính giữ nguyên",
        "Concurrent seat; the primary one stays"),
    ],
)  # fmt: skip
def test_words_of_the_glossary(text, words):
    with translation.override("en"):
        assert translation.gettext(text) == words

"""The English catalogue is whole: every text of the sources stands in it, translated, compiled,
with its placeholders.
"""

import ast
import io
import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po
from django.utils import translation
from django.utils.translation.template import templatize

import thenchot
from thenchot.kernel.decision import Reason
from thenchot.platform.language import say, say_reason
from thenchot.platform.policies.words import label
from thenchot.policy.parameters import GROUPS, specs
from thenchot.web.management.commands import makemessages

PACKAGE = Path(thenchot.__file__).parent
FOLDER = PACKAGE / "locale" / "en" / "LC_MESSAGES"
# Which arguments of which calls are texts; the last ones are said by rooms without Django (see
# `makemessages`).
MARKERS = dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop", "noop"), (0,))
MARKERS |= {"ngettext": (0, 1), "ngettext_lazy": (0, 1)}
SAID = {"Reason": (1,), "refuse": (1,), "_refuse": (1,), "_no": (1,), "no": (1,), "param": (3,)}
STRING = r"""(?:'''.*?'''|\"\"\".*?\"\"\"|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")"""
MARKED = re.compile(rf"(?<!\w)(?:_|n?gettext)\(\s*u?({STRING})(?:\s*,\s*u?({STRING}))?", re.DOTALL)
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
NAMES = re.compile(
    r"“[^”]*”|Nguyễn Văn An|Then Chốt|17-CTr/ĐU|KH-UBND"
)  # stay as they are in English
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
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            for place in (MARKERS | SAID).get(node.func.id, ()):
                if len(node.args) > place and isinstance(node.args[place], ast.Constant):
                    yield node.args[place].value


def in_template(source):
    for match in MARKED.finditer(templatize(source)):
        yield from (ast.literal_eval(literal) for literal in match.groups() if literal)


@cache
def texts_of_sources():
    found = {}
    for path in sorted(PACKAGE.rglob("*")):
        read = {".py": in_python, ".html": in_template, ".txt": in_template}.get(path.suffix)
        if read and (path.suffix == ".py" or "templates" in path.parts):
            found |= dict.fromkeys(
                read(path.read_text(encoding="utf8")), path.relative_to(PACKAGE).as_posix()
            )
    return found


KNOWN = {text for message in MESSAGES for text in both(message)[0]}


def test_no_text_of_the_sources_is_missing():
    sources = texts_of_sources()
    assert len(sources) > 700
    assert {text: file for text, file in sources.items() if text not in KNOWN} == {}


def test_no_text_is_left_over():
    assert sorted(KNOWN - set(texts_of_sources())) == []
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
        if bool(marks.search(both(m)[0][0]))
        != bool(marks.search(both(m)[1][0].removesuffix("No.")))
    ]
    assert differ == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Chủ trì", "Lead body"),
        ("Phối hợp", "Coordinating bodies"),
        ("quá hạn đang có hiệu lực", "past the deadline in force"),
        ("Hạn gốc", "Original deadline"),
        ("Bàn đang giữ", "Desk that holds it"),
        ("Vướng mắc", "Difficulties"),
        ("Gia hạn", "Extensions"),
        ("rõ thẩm quyền", "clear authority"),
        ("Đơn vị", "Unit"),
        ("đọc thử", "dry run"),
        ("Kiêm nhiệm, vị trí chính giữ nguyên", "Concurrent seat; the primary one stays"),
    ],
)
def test_words_of_the_glossary(text, words):
    with translation.override("en"):
        assert translation.gettext(text) == words


def test_the_extractor_and_this_test_look_for_the_same_calls():
    assert {f"{name}:{place[0] + 1}" for name, place in SAID.items()} | {"noop"} == set(
        makemessages.SAID
    )


class TestWordsOfLowerRooms:
    """Rules know no Django; the page says their words in its language."""

    def test_a_refusal(self):
        reason = Reason("ended", "Nhiệm vụ đã kết thúc.", "Điều 5")
        assert say_reason(reason) == "Nhiệm vụ đã kết thúc. (Điều 5)"
        with translation.override("en"):
            assert say_reason(reason) == "The task has ended. (Điều 5)"

    def test_words_put_together_from_facts_stay_as_they_are(self):
        with translation.override("en"):
            assert (say("Vị trí này đã kết thúc ngày 01/02/2026."), say("")) == (
                "Vị trí này đã kết thúc ngày 01/02/2026.",
                "",
            )

    @pytest.mark.parametrize(
        "spec",
        [spec for _name, policy in GROUPS.values() for spec in specs(policy).values()],
        ids=lambda s: s.key,
    )
    def test_every_policy_has_english_words(self, spec):
        key = spec.key.format(year=2026)
        assert label(spec, key) == spec.label_of(key)
        with translation.override("en"):
            said = label(spec, key)
            assert not VIETNAMESE.search(said)
            assert not VIETNAMESE.search(say(spec.unit))
            assert said.endswith(" 2026") == ("{year}" in spec.key)

    def test_every_group_of_policies_has_english_words(self):
        with translation.override("en"):
            said = [say(name) for name, _policy in GROUPS.values()]
        assert {"Programmes and tasks", "Working calendar"} <= set(said)
        assert not any(VIETNAMESE.search(name) for name in said)

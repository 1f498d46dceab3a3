"""Broken copies of real files: read or refused, never anything else, and never without end."""

import io
import json
import random
import sys

import pytest
import xlwt
from PIL import Image
from tests.platform.office import mutations
from tests.platform.office.screening.made import CLEAN

from thenchot.platform.office.refused import BadFile
from thenchot.platform.office.screening import screen
from thenchot.platform.runtime.sandbox import run_limited


def _picture(kind):
    target = io.BytesIO()
    Image.effect_noise((80, 60), 90).save(target, kind)
    return target.getvalue()


def _old_workbook():
    book, target = xlwt.Workbook(), io.BytesIO()
    book.add_sheet("DS").write(0, 0, "Họ và tên")
    book.save(target)
    return target.getvalue()


FILES = {**CLEAN, "png": _picture("PNG"), "jpg": _picture("JPEG"), "xls": _old_workbook()}


@pytest.mark.slow
@pytest.mark.parametrize("extension", FILES)
def test_five_hundred_broken_copies_end_in_an_answer(extension, tmp_path):
    copies = mutations.COPIES // (5 if extension == "xls" else 1)  # its reader may go on and on
    path = tmp_path / "tep"
    path.write_bytes(FILES[extension])
    command = [sys.executable, mutations.__file__, extension, str(path), str(copies)]
    ran = run_limited(command, seconds=300, memory_mb=1536)
    assert ran.ok, ran.err[-600:]
    said = json.loads(ran.out)
    assert set(said) <= {"returned", "refused", "broken", "costly", "died"}
    assert sum(said.values()) >= copies


@pytest.mark.parametrize("extension", FILES)
def test_at_the_door_there_is_one_kind_of_refusal(extension):
    for seed in range(12):
        copy = mutations.broken(FILES[extension], random.Random(seed))
        try:
            screen(copy, extension)
        except BadFile as bad:
            assert bad.message_vi.endswith(".")

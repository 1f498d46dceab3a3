"""Every link of the demonstration, as every account: no error, no refusal behind a link, nothing
internal on a page, no figure that opens a list of another number of rows.
"""

import json
import os
import shutil
import subprocess
import sys

import pytest
from tests.demonstration import demo_home, settings_of

PARTS = (
    ("canbo", "congchuc"),
    ("bithu", "vanthu"),
    ("ubnd", "vhxh", "truongban"),
    ("kiemtra", "quantri", "tinh"),
)


@pytest.mark.parametrize("names", PARTS, ids="+".join)
def test_no_link_ends_badly_and_nothing_internal_is_shown(names, tmp_path, tmp_path_factory):
    home = tmp_path / "home"
    shutil.copytree(demo_home(tmp_path_factory), home)
    answer = subprocess.run(
        [sys.executable, "-m", "tests.web.crawling", *names],
        env={**os.environ, **settings_of(home), "THENCHOT_DEMO": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    told = json.loads(answer.stdout)
    wrong = [
        f"{name} {one['url']}: {one['what']} {one.get('text') or one.get('from')}"
        for name, found in told.items()
        for one in found["wrong"]
    ]
    assert not wrong, "\n".join(["", *wrong[:60]])
    assert not _differing([found["measured"] for found in told.values()])
    assert all(found["answers"]["200"] > 50 for found in told.values())


def _differing(measured):
    """Figures that two pages, or two readers, are told differently."""
    seen = {}
    for figures in measured:
        for key, numbers in figures.items():
            seen.setdefault(key, {}).update(numbers)
    assert seen, "no page shows a figure"
    return {key: numbers for key, numbers in seen.items() if len(numbers) > 1}

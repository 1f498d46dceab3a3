"""Process time of parsing five documents, after imports: the real five where they are, else the
samples.
"""

import os
import time
from datetime import date
from pathlib import Path

from thenchot.importer import parse_file
from thenchot.web.demo.calendar import speak
from thenchot.web.demo.intake import SAMPLES

REPOSITORY = Path(__file__).resolve().parent.parent


def run():
    folder = Path(os.environ.get("THENCHOT_SEEDS", REPOSITORY.parent / "shared" / "seeds"))
    real = folder.is_dir()
    files = sorted((folder if real else SAMPLES).glob("*.txt"))
    if not real:
        files = [_spoken(file) for file in files]
    parse_file(files[0])
    start = time.process_time()
    tasks = sum(len(parse_file(file).tasks) for file in files)
    spent = time.process_time() - start
    print(
        f"{'the five real' if real else 'five sample'} documents: {spent:.2f} s process time "
        f"(goal <= 1), {tasks} tasks"
    )


def _spoken(file):
    target = Path(os.environ["THENCHOT_HOME"]) / file.name
    target.write_text(
        speak(file.read_text(encoding="utf8"), on=date(2026, 11, 20)), encoding="utf8"
    )
    return target

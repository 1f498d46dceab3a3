"""A real server process: seconds from exec to the first 200 of the log-in page, memory 30 s after
one request.
"""

import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from bench import world

PORT = 8791


def start(workers=1, port=PORT):
    """The process and the seconds until the log-in page answered."""
    settings = {**os.environ, "DJANGO_SETTINGS_MODULE": "thenchot.web.settings"}
    begun = time.perf_counter()
    command = [
        str(Path(sys.executable).with_name("thenchot")),
        "serve",
        "--port",
        str(port),
        "--workers",
        str(workers),
    ]
    process = subprocess.Popen(
        command, env=settings, start_new_session=True, stdout=subprocess.DEVNULL
    )
    while True:
        try:
            with urllib.request.urlopen(
                f"http://127.0.0.1:{port}/accounts/login/", timeout=2
            ) as answer:
                assert answer.status == 200
                return process, time.perf_counter() - begun
        except OSError:
            if process.poll() is not None or time.perf_counter() - begun > 60:
                raise
            time.sleep(0.02)


def stop(process):
    os.killpg(process.pid, signal.SIGTERM)
    process.wait(20)


def memory_of(group):
    """PSS in MB of each process of a process group, largest first."""
    sizes = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit() and _group(folder) == group:
            rollup = (folder / "smaps_rollup").read_text()
            sizes.append(int(re.search(r"^Pss:\s+(\d+)", rollup, re.M)[1]) / 1024)
    return sorted(sizes, reverse=True)


def run():
    world.prepare()
    first, building = start()
    stop(first)
    process, seconds = start()
    time.sleep(30)
    sizes = memory_of(process.pid)
    stop(process)
    print(
        f"exec to first 200 of the log-in page: {seconds:.2f} s (goal <= 2); the very first, "
        f"building static files: {building:.2f} s"
    )
    print(
        f"PSS 30 s after one request: worker {sizes[0]:.0f} MB (goal <= 130), all "
        f"{sum(sizes):.0f} MB in {len(sizes)}"
    )


def _group(folder):
    try:
        return int(folder.joinpath("stat").read_text().rsplit(")", 1)[1].split()[2])
    except OSError:
        return None

"""One demonstration for the whole run: built once, whichever process asks first, with the static
files of its server; copied or read by the tests that need it.
"""

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.empty import begin, of_the_run

# The command itself; its collector does not walk again and again what stays to the end.
SELDOM = "import gc; gc.set_threshold(20_000, 20, 1000)"
BUILDING = (
    [sys.executable, "-c", f"{SELDOM}; from thenchot.cli import main; main(['demo'])"],
    [sys.executable, "-m", "django", "collectstatic", "--no-input", "--verbosity=0"],
)


def demo_home(tmp_path_factory) -> Path:
    """A folder with `data` and `keys.json`, as `thenchot demo` leaves them; only read."""
    home = of_the_run(tmp_path_factory) / "demonstration"
    home.mkdir(exist_ok=True)
    with (home / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (home / "built").exists():
            shutil.rmtree(home / "data", ignore_errors=True)
            begin(tmp_path_factory, home)
            environment = {**os.environ, **settings_of(home)}
            for command in BUILDING:
                subprocess.run(command, env=environment, check=True, capture_output=True)
            (home / "built").touch()
    return home


def settings_of(home: Path) -> dict[str, str]:
    return {
        "DJANGO_SETTINGS_MODULE": "thenchot.web.settings",
        "THENCHOT_HOME": str(home / "data"),
        "THENCHOT_KEYS": str(home / "keys.json"),
    }

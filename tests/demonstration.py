"""One demonstration for the whole run: built once, whichever process asks first, with the static
files of its server; copied or read by the tests that need it.
"""

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path

BIN = Path(sys.executable).parent / "thenchot"
BUILDING = (
    [str(BIN), "demo"],
    [sys.executable, "-m", "django", "collectstatic", "--no-input", "--verbosity=0"],
)


def demo_home(tmp_path_factory) -> Path:
    """A folder with `data` and `keys.json`, as `thenchot demo` leaves them; only read."""
    own = tmp_path_factory.getbasetemp()
    of_the_run = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    home = of_the_run / "demonstration"
    home.mkdir(exist_ok=True)
    with (home / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (home / "built").exists():
            shutil.rmtree(home / "data", ignore_errors=True)
            (home / "data").mkdir()
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

"""One demonstration for the whole run: built once, whichever process asks first, copied or read by
the tests that need it.
"""

import fcntl
import os
import subprocess
import sys
from pathlib import Path

BIN = Path(sys.executable).parent / "thenchot"


def demo_home(tmp_path_factory) -> Path:
    """A folder with `data` and `keys.json`, as `thenchot demo` leaves them; only read."""
    home = tmp_path_factory.getbasetemp().parent / "demonstration"
    home.mkdir(exist_ok=True)
    with (home / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (home / "built").exists():
            (home / "data").mkdir(exist_ok=True)
            subprocess.run(
                [str(BIN), "demo"],
                env={**os.environ, **settings_of(home)},
                check=True,
                capture_output=True,
            )
            (home / "built").touch()
    return home


def settings_of(home: Path) -> dict[str, str]:
    return {"THENCHOT_HOME": str(home / "data"), "THENCHOT_KEYS": str(home / "keys.json")}

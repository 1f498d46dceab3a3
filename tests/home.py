"""Loaded before everything else (`-p tests.home`): every run has its own empty home, never the
machine's data.
"""

import os
import tempfile
from pathlib import Path

HOME = Path(tempfile.mkdtemp(prefix="thenchot-test-"))
os.environ["THENCHOT_HOME"] = str(HOME / "data")
os.environ["THENCHOT_KEYS"] = str(HOME / "keys" / "keyring.json")
os.environ.pop("THENCHOT_TODAY", None)
os.environ.setdefault("THENCHOT_SECOND_FACTOR", "0")  # its own tests switch it on
(HOME / "data" / "static").mkdir(parents=True)

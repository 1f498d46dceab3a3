"""Every run has its own empty home: nothing is read from or written to the machine's data."""

import os
import tempfile
from pathlib import Path

HOME = Path(tempfile.mkdtemp(prefix="thenchot-test-"))
os.environ["THENCHOT_HOME"] = str(HOME / "data")
os.environ["THENCHOT_KEYS"] = str(HOME / "keys" / "keyring.json")
os.environ.pop("THENCHOT_TODAY", None)
(HOME / "data").mkdir()

import pytest  # noqa: E402

REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def seeds() -> Path:
    """Folder of the five real documents (THENCHOT_SEEDS); plainly skipped where it is missing."""
    folder = Path(os.environ.get("THENCHOT_SEEDS", REPOSITORY.parent / "shared" / "seeds"))
    if not folder.is_dir():
        pytest.skip(f"real documents not found: set THENCHOT_SEEDS (looked in {folder})")
    return folder


@pytest.fixture(autouse=True)
def _plain_static_files(settings):
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

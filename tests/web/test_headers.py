"""What every answer says to the browser, what it says only behind TLS, and how passwords are
kept: the settings as an installation has them.
"""

import json
import os
import subprocess
import sys

import pytest
from django.test import Client

NAMES = (
    "SECURE_HSTS_SECONDS",
    "SECURE_HSTS_INCLUDE_SUBDOMAINS",
    "SESSION_COOKIE_SECURE",
    "CSRF_COOKIE_SECURE",
    "LANGUAGE_COOKIE_SECURE",
    "DEBUG",
    "BASE_URL",
    "EMAIL_USE_SSL",
    "PASSWORD_HASHERS",
)
ASKED = f"""
import json
from thenchot.web import settings
print(json.dumps({{name: getattr(settings, name) for name in {NAMES}}}))
"""


def settings_with(tmp_path, **environment) -> dict:
    clean = {name: value for name, value in os.environ.items() if "THENCHOT" not in name}
    clean |= {"THENCHOT_HOME": str(tmp_path / "data"), "THENCHOT_KEYS": str(tmp_path / "k/k.json")}
    done = subprocess.run(
        [sys.executable, "-c", ASKED],
        env=clean | environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return json.loads(done.stdout)


def test_behind_tls_nothing_goes_without_it(tmp_path):
    found = settings_with(
        tmp_path,
        THENCHOT_TLS="1",
        THENCHOT_URL="https://thenchot.example/",
        THENCHOT_SMTP_TLS="ssl",
    )
    del found["PASSWORD_HASHERS"]
    assert found == {
        "SECURE_HSTS_SECONDS": 31_536_000,
        "SECURE_HSTS_INCLUDE_SUBDOMAINS": True,
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
        "LANGUAGE_COOKIE_SECURE": True,
        "DEBUG": False,
        "BASE_URL": "https://thenchot.example",
        "EMAIL_USE_SSL": True,
    }


def test_passwords_are_kept_by_scrypt(tmp_path):
    """Whatever quicker hash the tests themselves use."""
    found = settings_with(tmp_path)
    assert found["PASSWORD_HASHERS"][0].endswith(".ScryptPasswordHasher")


def test_names_below_may_be_left_out(tmp_path):
    found = settings_with(tmp_path, THENCHOT_TLS="1", THENCHOT_HSTS_SUBDOMAINS="0")
    assert not found["SECURE_HSTS_INCLUDE_SUBDOMAINS"]


@pytest.mark.django_db
def test_every_answer_carries_them(settings):
    settings.SECURE_HSTS_SECONDS = 31_536_000
    headers = Client().get("/accounts/login/", secure=True).headers
    assert headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert "Access-Control-Allow-Origin" not in headers

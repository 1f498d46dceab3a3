"""Outside programs are held to their limits."""

import sys
import time

import pytest

from thenchot.platform.runtime.sandbox import NotInstalled, run_limited


def _python(code, **limits):
    return run_limited(
        [sys.executable, "-c", code], **({"seconds": 10, "memory_mb": 2048} | limits)
    )


def test_a_program_runs_and_answers():
    ran = _python("import sys; sys.stdout.write(sys.stdin.read().upper())", stdin=b"chao")
    assert (ran.ok, ran.out) == (True, b"CHAO")


def test_time_is_limited_and_children_die_too():
    started = time.monotonic()
    ran = _python(
        (
            "import subprocess,sys; subprocess.run([sys.executable,'-c','import time; "
            "time.sleep(60)'])"
        ),
        seconds=1,
    )
    assert ran.timed_out
    assert not ran.ok
    assert time.monotonic() - started < 8


def test_memory_is_limited():
    ran = _python("b'x' * (1024 ** 3)", memory_mb=300)
    assert not ran.ok
    assert b"MemoryError" in ran.err


def test_nothing_of_our_environment_goes_in(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "khoa")
    monkeypatch.setenv("https_proxy", "http://10.0.0.1:3128")
    ran = _python("import os; print(sorted(os.environ))")
    assert b"SECRET_KEY" not in ran.out
    assert b"proxy" not in ran.out.lower()


def test_without_network_the_program_sees_none_when_the_kernel_allows_it():
    ran = _python("import socket; socket.create_connection(('1.1.1.1', 80), timeout=2)")
    assert not ran.ok or not ran.network_cut


def test_a_missing_program():
    with pytest.raises(NotInstalled):
        run_limited(["khong-co-chuong-trinh-nay"], seconds=1, memory_mb=100)

"""What readers of foreign files answer, each call in a process forked from one that has loaded
them: starting Python for each takes longer than reading what a test hands in.

The process apart itself, with its limits, is at work where it or a hostile file is what is tested:
`IN_EARNEST`.
"""

import importlib
import os
import pickle
import resource
import subprocess
import sys
import threading
from pathlib import Path

from thenchot.platform.runtime import apart
from thenchot.platform.runtime.sandbox import Ran

REPOSITORY = Path(__file__).resolve().parent.parent
READERS = (
    "thenchot.platform.office.screening",
    "thenchot.platform.office.excel.grid",
    "thenchot.platform.office.reading.read",
)
IN_EARNEST = (
    "browser",
    "catalogue/test_hostile_books.py",
    "platform/files",
    "platform/office/reading/test_pdf_and_scans.py",
    "platform/office/reading/test_refusals.py",
    "platform/office/screening",
    "platform/office/test_mutations.py",
    "platform/runtime",
    "web/test_broken_files.py",
)
LENGTH = 8  # bytes that tell how long a message is


class Readers:
    """In the place of `run_limited`; the process begins with the first call."""

    def __init__(self):
        self.parent, self.alone = None, threading.Lock()

    def __call__(self, command, *, seconds, memory_mb, stdin):
        with self.alone:
            if self.parent is None:
                begin = [sys.executable, "-m", "tests.reading"]
                pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
                self.parent = subprocess.Popen(begin, cwd=REPOSITORY, **pipes)
            _say(self.parent.stdin, pickle.dumps((seconds, memory_mb, stdin)))
            code, out = pickle.loads(_hear(self.parent.stdout))
        return Ran(code, out, b"", False, False)

    def end(self):
        if self.parent:
            self.parent.stdin.close()
            self.parent.stdout.close()
            self.parent.wait(30)


def _say(pipe, message: bytes) -> None:
    pipe.write(len(message).to_bytes(LENGTH) + message)
    pipe.flush()


def _hear(pipe) -> bytes:
    return pipe.read(int.from_bytes(pipe.read(LENGTH)))


def main() -> None:
    for name in READERS:
        importlib.import_module(name)
    while message := _hear(sys.stdin.buffer):
        out, into = os.pipe()
        child = os.fork()
        if not child:
            _answer(into, *pickle.loads(message))
        os.close(into)
        with os.fdopen(out, "rb") as answering:
            said = answering.read()
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        _say(sys.stdout.buffer, pickle.dumps((code, said)))


def _answer(into: int, seconds: int, memory_mb: int, request: bytes) -> None:
    silence = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(silence, number)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (memory_mb << 20, memory_mb << 20))
    with os.fdopen(into, "wb") as answering:
        answering.write(apart.answer(request))
    os._exit(0)


if __name__ == "__main__":
    main()

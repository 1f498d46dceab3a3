"""Commands of `thenchot`, each in a process forked from one that has read the program already: what
a command does, says and answers is its own, only the reading is done once.

    commands = Commands(environment)      of a home that stays where it is, under keys that stay
    commands.run("audit", "verify")       what `subprocess.run` would give
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path

LONGEST = 300  # seconds a command may take


class Commands:
    def __init__(self, environment: dict[str, str]):
        command = [sys.executable, "-m", "tests.forking"]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        self.parent = subprocess.Popen(command, env=environment, text=True, **pipes)
        # Settings and keys are read from the home as it stands now: nobody moves it before.
        self.parent.stdout.readline()

    def run(self, *words) -> subprocess.CompletedProcess:
        argv = [*map(str, words)]
        with tempfile.TemporaryDirectory() as folder:
            print(json.dumps([argv, folder]), file=self.parent.stdin, flush=True)
            code = int(self.parent.stdout.readline())
            out, err = (Path(folder, name).read_text() for name in ("out", "err"))
        return subprocess.CompletedProcess(argv, code, out, err)

    def end(self):
        self.parent.stdin.close()
        self.parent.stdout.close()
        self.parent.wait(30)


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "thenchot.web.settings"
    import django

    django.setup()
    print("ready", flush=True)  # noqa: T201 - the parent waits for it
    for line in sys.stdin:
        argv, folder = json.loads(line)
        child = os.fork()
        if not child:
            _become(argv, Path(folder))
        sys.stdout.write(f"{os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])}\n")
        sys.stdout.flush()


def _become(argv: list[str], folder: Path) -> None:
    from thenchot.cli import main

    signal.alarm(LONGEST)
    for number, path in ((0, os.devnull), (1, folder / "out"), (2, folder / "err")):
        opened = os.open(path, os.O_RDWR | os.O_CREAT)
        os.dup2(opened, number)
        os.close(opened)
    try:
        code = main(argv)
    except SystemExit as end:
        code = end.code
    except BaseException:
        traceback.print_exc()
        code = 1
    if isinstance(code, str):
        sys.stderr.write(f"{code}\n")
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code or 0)


if __name__ == "__main__":
    main()

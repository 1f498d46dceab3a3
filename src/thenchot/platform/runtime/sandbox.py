"""Outside programs (tesseract, LibreOffice) and our own readers run with limits on time, memory,
file size and network.
"""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_FILE_LIMIT = 512 * 1024 * 1024
_OOR = 'xmlns:oor="http://openoffice.org/2001/registry"'
_OFFICE_SETTINGS = (
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Writer/Content/Update", "Link", "2"),  # never
    ("Calc/Content/Update", "Link", "2"),
)
# Set by the program to be: a large process of ours could not even start one under less memory than
# it has, and would be copied page by page to set the others. Never above what holds already: a
# limited program may run another. Files are counted in blocks of 512 bytes.
_HOLD = """
{ ulimit -v "$0"; ulimit -c 0; ulimit -f "$1"; ulimit -S -t "$2"; ulimit -H -t "$3"; } 2>/dev/null
shift 3
exec "$@"
"""


@dataclass(frozen=True, slots=True)
class Ran:
    """What happened. `network_cut`: the kernel itself kept the program off the network."""

    code: int
    out: bytes
    err: bytes
    timed_out: bool
    network_cut: bool

    @property
    def ok(self) -> bool:
        return self.code == 0 and not self.timed_out


class NotInstalled(Exception):
    """The program is missing on this machine."""


def run_limited(
    cmd: Sequence[str],
    *,
    seconds: int,
    memory_mb: int,
    network: bool = False,
    cwd: str | Path | None = None,
    stdin: bytes | None = None,
) -> Ran:
    """Run `cmd`; kill its whole process group after `seconds`.

    Without `network` the program runs in an empty network namespace when the kernel allows it, else
    at least without proxies; `Ran.network_cut` says which. Raises `NotInstalled`.
    """
    if shutil.which(cmd[0]) is None:
        raise NotInstalled(cmd[0])
    cut = not network and _can_unshare()
    full = ["unshare", "-rn", "--", *cmd] if cut else list(cmd)
    limits = (memory_mb * 1024, _FILE_LIMIT // 512, seconds, seconds + 1)
    full = ["sh", "-c", _HOLD, *map(str, limits), *full]
    with tempfile.TemporaryDirectory(prefix="thenchot-") as home:
        process = subprocess.Popen(
            full,
            cwd=str(cwd) if cwd else home,
            env=_environment(home),
            stdin=subprocess.PIPE if stdin is not None else subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        return _wait(process, stdin, seconds, cut)


def _wait(process: subprocess.Popen[bytes], stdin: bytes | None, seconds: int, cut: bool) -> Ran:
    try:
        out, err = process.communicate(stdin, timeout=seconds)
        return Ran(process.returncode, out, err, False, cut)
    except subprocess.TimeoutExpired:
        _kill_group(process)
        out, err = process.communicate()
        return Ran(-signal.SIGKILL, out, err, True, cut)


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        process.kill()


def _environment(home: str) -> dict[str, str]:
    """Nothing of our own environment: no secrets, no proxies."""
    kept = {name: os.environ[name] for name in ("PATH", "TESSDATA_PREFIX") if name in os.environ}
    return kept | {
        "HOME": home,
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "OMP_THREAD_LIMIT": "1",
        "TMPDIR": home,
    }


@lru_cache(maxsize=1)
def _can_unshare() -> bool:
    """May an ordinary user make an empty network namespace here?"""
    if shutil.which("unshare") is None:
        return False
    return (
        subprocess.run(
            ["unshare", "-rn", "true"], capture_output=True, timeout=10, check=False
        ).returncode
        == 0
    )


def office_to_pdf(path: str | Path) -> bytes:
    """`path` printed to PDF. Raises as `convert_office`."""
    return convert_office(path, "pdf")


def convert_office(
    path: str | Path, to: str, *, reads: str = "", seconds: int = 90, memory_mb: int = 3072
) -> bytes:
    """`path` in the form `to`, written by LibreOffice; `reads`: the filter it opens the file with.
    Macros do not run, links are not followed. Raises `NotInstalled`, or `RuntimeError` when it
    fails.
    """
    program = next((name for name in ("soffice", "libreoffice") if shutil.which(name)), None)
    if program is None:
        raise NotInstalled("soffice")
    with tempfile.TemporaryDirectory(prefix="thenchot-office-") as folder:
        source = Path(folder) / ("source" + Path(path).suffix.lower())
        shutil.copyfile(path, source)
        _write_profile(Path(folder) / "profile")
        command = [
            program,
            "--headless",
            "--norestore",
            f"-env:UserInstallation=file://{folder}/profile",
            *([f"--infilter={reads}"] if reads else []),
            "--convert-to",
            to,
            "--outdir",
            folder,
            str(source),
        ]
        ran = run_limited(command, seconds=seconds, memory_mb=memory_mb, cwd=folder)
        made = source.with_suffix(f".{to}")
        if not made.exists():
            raise RuntimeError(
                f"LibreOffice failed: "
                f"{'timed out' if ran.timed_out else ran.err.decode('utf-8', 'replace')[-300:]}"
            )
        return made.read_bytes()


def _write_profile(folder: Path) -> None:
    (folder / "user").mkdir(parents=True)
    items = "".join(
        f'<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in _OFFICE_SETTINGS
    )
    (folder / "user" / "registrymodifications.xcu").write_text(
        f'<?xml version="1.0" encoding="UTF-8"?>\n<oor:items {_OOR}>{items}</oor:items>\n', "utf-8"
    )

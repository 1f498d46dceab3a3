"""Five hundred broken copies of a small file given to its readers: prints how often each answer was
given.
"""

import json
import os
import random
import resource
import sys
import zipfile
from collections import Counter
from io import BytesIO
from pathlib import Path

COPIES = 500


def broken(content: bytes, chance: random.Random) -> bytes:
    """Bytes changed, cut, doubled; of an archive every second time inside a member."""
    if content.startswith(b"PK") and chance.random() < 0.7:
        return _member_broken(content, chance)
    return _bytes_broken(content, chance)


def _member_broken(content: bytes, chance: random.Random) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
        members = old.infolist()
        chosen = chance.choice(members).filename
        for member in members:
            data = old.read(member)
            new.writestr(
                member.filename,
                _bytes_broken(data, chance) if member.filename == chosen else data,
            )
    return target.getvalue()


def _bytes_broken(content: bytes, chance: random.Random) -> bytes:
    data = bytearray(content)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(data) or 1)
        kind = chance.randrange(5)
        if kind == 0 and data:
            data[at] = chance.randrange(256)
        elif kind == 1:
            del data[at : at + chance.randint(1, 40)]
        elif kind == 2:
            data[at:at] = data[at : at + chance.randint(1, 60)]
        elif kind == 3:
            data[at:at] = chance.choice([b"-1", b"99999999999", b"\0\0", b"<", b"&#0;", b"\xff"])
        else:
            data[at : at + 4] = chance.choice([b"9999", b"-999", b"0000", b"AAAA"])
    return bytes(data)


def _apart(call) -> str:
    """What `call` says, or "died": a reader in C or Rust may end its process."""
    out, into = os.pipe()
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (3, 3))
        os.write(into, call().encode())
        os._exit(0)
    os.close(into)
    with os.fdopen(out, "rb") as answering:
        said = answering.read().decode()
    os.waitpid(child, 0)
    return said or "died"


def main(extension: str, path: str, copies: int) -> None:
    import pickle

    from thenchot.platform.office.reading.limits import Limits
    from thenchot.platform.runtime.apart import answer

    limits = Limits(ocr=False)
    office = "thenchot.platform.office"
    readers = [(f"{office}.screening", "stamp_of", (extension, limits))]
    if extension in ("docx", "pdf"):
        readers.append((f"{office}.reading.read", "_read", (limits,)))
    if extension in ("xlsx", "xls"):
        readers.append((f"{office}.excel.grid", "lay_out", ()))
    content, said = Path(path).read_bytes(), Counter()
    for module, name, more in readers:  # once here: no child has to load its reader again
        answer(pickle.dumps((module, name, (content, *more))))
    for seed in range(copies):
        copy = broken(content, random.Random(seed))
        for module, name, more in readers:
            request = pickle.dumps((module, name, (copy, *more)))
            said[_apart(lambda request=request: pickle.loads(answer(request))[0])] += 1
    sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))

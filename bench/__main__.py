import os
import sys
import tempfile
from pathlib import Path

HOME = Path(tempfile.mkdtemp(prefix="thenchot-bench-"))
os.environ["THENCHOT_HOME"] = str(HOME / "data")
os.environ["THENCHOT_KEYS"] = str(HOME / "keys" / "keyring.json")
os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
(HOME / "data" / "static").mkdir(parents=True)
sys.path[:0] = [str(Path(__file__).resolve().parent.parent / "src")]


def main(names):
    import django

    django.setup()
    from bench import (
        citizens,
        documents,
        eligibility,
        forecast,
        load,
        optimiser,
        pages,
        people,
        scoring,
        server,
        standards,
    )

    parts = {
        "documents": documents.run,
        "pages": pages.run,
        "server": server.run,
        "load": load.run,
        "people": people.run,
        "standards": standards.run,
        "scoring": scoring.run,
        "optimiser": optimiser.run,
        "eligibility": eligibility.run,
        "forecast": forecast.run,
        "citizens": citizens.run,
    }
    for name in names or parts:
        print(f"\n== {name}", flush=True)
        parts[name]()


main(sys.argv[1:])

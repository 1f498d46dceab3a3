"""The scripts of the house have no ending in their name: loaded by their path."""

import importlib.machinery
import importlib.util
import sys

from tests.conftest import REPOSITORY

FOLDER = REPOSITORY / "scripts"


def load(name):
    """A script of `scripts/` as a module; what it imports from beside it is found too."""
    if str(FOLDER) not in sys.path:
        sys.path.append(str(FOLDER))
    called = "scripts_" + name.replace("-", "_").removesuffix(".py")
    loader = importlib.machinery.SourceFileLoader(called, str(FOLDER / name))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
    loader.exec_module(module)
    return module

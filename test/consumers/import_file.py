"""Imports a Python file by its path, as trainers do with a reward that a user names."""

from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType


def import_file(path: str) -> ModuleType:
    spec = spec_from_file_location("custom_module", path)
    assert spec is not None and spec.loader is not None, path
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module

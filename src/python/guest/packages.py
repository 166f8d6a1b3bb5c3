# Imports what packages there are, so that no program has to load compiled code: none can.
import os
import sys

COMPILED = '.so'


def find_modules(folder):
    """Dotted names of the modules right in a folder, and of all compiled ones below it."""
    for entry in sorted(os.listdir(folder)):
        name, ending = os.path.splitext(entry)
        if ending == '.py' or os.path.exists(os.path.join(folder, entry, '__init__.py')):
            yield name
    for place, folders, files in os.walk(folder):
        folders.sort()
        inner = os.path.relpath(place, folder)
        parts = [] if inner == '.' else inner.split('/')
        for file in sorted(files):
            if file.endswith(COMPILED) and 'test' not in file:
                yield '.'.join([*parts, file.partition('.')[0]])


def import_modules(names):
    """Imports modules, those aside that want something that is not there."""
    for name in names:
        try:
            __import__(name)
        except Exception:
            pass


if os.path.isdir(PACKAGES):
    import_modules(find_modules(PACKAGES))

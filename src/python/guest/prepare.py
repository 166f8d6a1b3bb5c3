# Takes out what a distribution of the interpreter has added to Python, so that programs find an
# ordinary one. Runs once, before anything else.
import asyncio.events
import asyncio.runners
import builtins
import os
import sys
import time
import warnings
import zipimport

ADDED_MODULES = ('js', 'pyodide', 'pyodide_js', '_pyodide', '_pyodide_core', 'micropip', 'piplite')


def is_added(name):
    return name.partition('.')[0] in ADDED_MODULES


def forget_modules():
    for name in list(sys.modules):
        if is_added(name):
            del sys.modules[name]
    for name in sys.builtin_module_names:
        if is_added(name):
            # Part of the interpreter: it would be found again.
            sys.modules[name] = None


def forget_finders():
    sys.meta_path[:] = [
        finder
        for finder in sys.meta_path
        if not is_added(getattr(finder, '__module__', '') or '')
        and not is_added(type(finder).__module__)
    ]


def forget_files():
    """Takes the files of added modules out of what is known of the library's archive."""
    for files in getattr(zipimport, '_zip_directory_cache', {}).values():
        for path in list(files):
            if path.replace('\\', '/').partition('/')[0] in ADDED_MODULES:
                del files[path]


def forget_names():
    main = sys.modules.get('__main__')
    for space in (vars(builtins), {} if main is None else vars(main)):
        for name, value in list(space.items()):
            origin = getattr(value, '__module__', None) or getattr(value, '__name__', None)
            if name.startswith('___') or (type(origin) is str and is_added(origin)):
                del space[name]


def restore_functions():
    """Puts functions of the library back that were replaced."""
    time.sleep = getattr(time.sleep, '__wrapped__', time.sleep)
    asyncio.run = asyncio.runners.run
    asyncio.events._set_running_loop(None)
    asyncio.events._event_loop_policy = None


sys.set_int_max_str_digits(0)
sys.argv[:] = ['']
# Nothing that is written without having been asked for.
warnings.simplefilter('ignore')
forget_names()
restore_functions()
forget_finders()
forget_modules()
forget_files()
for name in ('_', 'PYTHONINSPECT', 'LD_LIBRARY_PATH'):
    os.environ.pop(name, None)

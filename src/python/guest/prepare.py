# Takes out what a distribution of the interpreter has added to Python, so that programs find an
# ordinary one. Runs once, before anything else.
import asyncio.events
import builtins
import os
import sys
import warnings

ADDED_MODULES = ('js', 'pyodide', 'pyodide_js', '_pyodide', '_pyodide_core', 'micropip', 'piplite')


def is_added(name):
    return name.partition('.')[0] in ADDED_MODULES


def forget_modules():
    for name in list(sys.modules):
        if is_added(name):
            del sys.modules[name]


def forget_finders():
    sys.meta_path[:] = [
        finder
        for finder in sys.meta_path
        if not is_added(getattr(finder, '__module__', '') or '')
        and not is_added(type(finder).__module__)
    ]


def forget_names():
    main = sys.modules.get('__main__')
    for space in (vars(builtins), {} if main is None else vars(main)):
        for name, value in list(space.items()):
            origin = getattr(value, '__module__', None) or getattr(value, '__name__', None)
            if name.startswith('___') or (type(origin) is str and is_added(origin)):
                del space[name]


def forget_event_loop():
    events = asyncio.events
    events._set_running_loop(None)
    events._event_loop_policy = None


sys.set_int_max_str_digits(0)
sys.argv[:] = ['']
# Nothing that is written without having been asked for.
warnings.simplefilter('ignore')
forget_names()
forget_event_loop()
forget_finders()
forget_modules()
for name in ('_', 'PYTHONINSPECT', 'LD_LIBRARY_PATH'):
    os.environ.pop(name, None)

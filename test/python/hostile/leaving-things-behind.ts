import {
  type Accepted,
  type Attack,
  lost,
  outOfMemory,
  refuses,
  returns,
  stepLimit,
  throws,
} from './attack.js';

/** Whatever comes of it: the next call must not see anything of it. */
const leaves = (
  name: string,
  body: string,
  accepts: readonly Accepted[] = [returns(1)],
): Attack => ({
  name: `leaves behind ${name}`,
  code: `def attack(canary):
    ${body.trim()}
    return 1`,
  accepts,
});

export const leavingThingsBehind: readonly Attack[] = [
  leaves(
    'another state of random numbers',
    `import random
    random.seed(99)
    random.random = lambda: 0.5
    random.Random.random = lambda self: 0.5`,
    [returns(1), throws('TypeError')],
  ),
  leaves(
    'another precision of decimals',
    `import decimal
    decimal.getcontext().prec = 3
    decimal.DefaultContext.traps[decimal.Inexact] = True
    decimal.setcontext(decimal.Context(rounding=decimal.ROUND_UP))`,
  ),
  leaves(
    'filters and texts of warnings',
    `import warnings
    warnings.simplefilter('error')
    warnings.showwarning = None
    warnings.warn_explicit = None`,
  ),
  leaves(
    'another language',
    `import locale
    locale.setlocale(locale.LC_ALL, 'C')
    locale._override_localeconv['decimal_point'] = ','`,
    [returns(1), throws('Error')],
  ),
  leaves(
    'other places to import from, and importers',
    `import sys
    class Finder:
        def find_spec(self, *all):
            raise ImportError('forged')
    sys.path[:] = ['/evil']
    sys.meta_path.insert(0, Finder())
    sys.path_hooks.insert(0, lambda path: 1 / 0)
    sys.path_importer_cache.clear()
    sys.modules['json'] = sys.modules['random'] = None`,
  ),
  leaves(
    'another limit of recursion and of digits',
    `import sys
    sys.setrecursionlimit(60)
    sys.set_int_max_str_digits(700)
    sys.setswitchinterval(1e-6)`,
  ),
  leaves(
    'words that are interned, and hashes that are kept',
    `import sys
    for i in range(10_000):
        sys.intern('word' + str(i))
        hash('other' + str(i))`,
  ),
  leaves(
    'a way of its own to write letters as bytes',
    `import codecs
    codecs.register(lambda name: codecs.lookup('latin-1'))
    codecs.register_error('strict', lambda error: ('?', error.end))`,
  ),
  leaves(
    'functions to be called at the end',
    `import atexit, weakref
    class Late:
        def __del__(self):
            while True:
                pass
    atexit.register(lambda: 1 / 0)
    kept = Late()
    weakref.finalize(Late, lambda: 1 / 0)
    attack.kept = kept`,
  ),
  leaves(
    'hooks of the collector of garbage',
    `import gc
    gc.callbacks.append(lambda *all: 1 / 0)
    gc.set_threshold(1, 1, 1)
    gc.disable()
    gc.freeze()`,
  ),
  leaves(
    'hooks of audits, which cannot be taken off',
    `import sys
    def hook(event, arguments):
        raise RuntimeError('forged')
    sys.addaudithook(hook)`,
    [returns(1), throws('RuntimeError'), outOfMemory],
  ),
  leaves(
    'hooks of tracing, profiling and monitoring',
    `import sys, threading
    sys.settrace(lambda *all: None)
    sys.setprofile(lambda *all: None)
    threading.settrace(lambda *all: None)
    threading.setprofile(lambda *all: None)
    sys.monitoring.use_tool_id(0, 'evil')
    sys.monitoring.set_events(0, sys.monitoring.events.PY_START)`,
  ),
  leaves(
    'hooks of errors',
    `import sys, threading
    sys.excepthook = sys.unraisablehook = sys.displayhook = sys.breakpointhook = lambda *all: 1 / 0
    threading.excepthook = sys.excepthook`,
  ),
  leaves(
    'other built-ins',
    `import builtins
    for name in ('len', 'print', 'open', 'range', '__import__', 'dict', 'ValueError', '__build_class__'):
        setattr(builtins, name, None)
    builtins.evil = attack`,
  ),
  leaves(
    'methods of built-in types that are changed',
    `import gc
    for kind in (int, str, list, dict, object, type):
        gc.get_referents(kind.__dict__)[0]['evil'] = attack
    gc.get_referents(object.__dict__)[0]['__repr__'] = lambda self: 'forged'`,
    [returns(1), throws(), lost],
  ),
  leaves(
    'classes of the library that are changed',
    `import collections, fractions, datetime, enum, abc
    collections.Counter.__missing__ = lambda *all: 42
    fractions.Fraction.__add__ = lambda *all: 42
    abc.ABCMeta.__instancecheck__ = lambda *all: True
    collections.abc.Mapping.register(int)`,
  ),
  leaves(
    'defaults and closures of functions that are changed',
    `import json, textwrap, copy
    json.dumps.__kwdefaults__['indent'] = 4
    textwrap.wrap.__defaults__ = (1,)
    copy.deepcopy.__code__ = (lambda x, memo=None, _nil=[]: 42).__code__`,
  ),
  leaves(
    'caches that lie',
    `import re, functools, linecache, copyreg, struct
    re._cache.clear()
    re._cache2 = re._cache
    for flags in range(64):
        re._cache[str, 'a', flags] = re.compile('b')
    linecache.cache['<program>'] = (1, None, ['forged'], 'x')
    copyreg.dispatch_table[int] = lambda *all: 1 / 0`,
  ),
  leaves(
    'other streams',
    `import sys, io
    sys.stdout = sys.stderr = sys.stdin = sys.__stdout__ = io.StringIO('forged')
    print('x', file=sys.__stderr__)`,
  ),
  leaves(
    'other variables, arguments and flags',
    `import os, sys
    os.environ['HOME'] = '/evil'
    os.putenv('PYTHONHASHSEED', '7')
    sys.argv[:] = ['forged']
    sys.flags = None
    sys.version_info = (2, 7)
    sys.byteorder = 'big'
    sys.platform = 'win32'`,
  ),
  leaves(
    'open files, an exhausted standard input and another folder',
    `import os, sys
    for _ in range(50):
        os.open('/', os.O_RDONLY)
    sys.stdin.read()
    sys.stdin.close()`,
  ),
  leaves(
    'a clock that is far ahead, and another zone',
    `import time, os
    time.sleep(1e6)
    os.environ['TZ'] = 'Asia/Tokyo'
    time.time = lambda: 0`,
  ),
  leaves(
    'random bytes that are used up',
    `import os, uuid, secrets
    [os.urandom(1000) for _ in range(100)]
    uuid._last_timestamp = 2**60
    uuid.uuid4 = secrets.token_bytes = None`,
  ),
  leaves(
    'a context, context variables and a running loop',
    `import contextvars, asyncio
    variable = contextvars.ContextVar('evil', default=1)
    variable.set(2)
    asyncio.events._set_running_loop(attack)
    asyncio.set_event_loop_policy(None)`,
    [returns(1), throws()],
  ),
  leaves(
    'a generator that is suspended and a coroutine that never ran',
    `import sys
    def endless():
        try:
            while True:
                yield 1
        finally:
            while True:
                pass
    sys.evil = endless()
    next(sys.evil)`,
  ),
  leaves(
    'a module of its own under every name',
    `import sys, types
    for name in list(sys.modules):
        sys.modules[name] = types.ModuleType(name)`,
    [returns(1), throws(), outOfMemory],
  ),
  leaves(
    'memory in two hundred thousand pieces',
    `import gc
    attack.kept = [bytearray(i % 300) for i in range(200_000)]
    del attack.kept[::2]`,
    [returns(1), outOfMemory, stepLimit],
  ),
  leaves(
    'handlers of signals that are pending',
    `import signal
    signal.signal(signal.SIGINT, lambda *all: 1 / 0)
    signal.raise_signal(signal.SIGINT)`,
    [refuses(), returns(1), throws('ZeroDivisionError')],
  ),
  leaves(
    'the wish to be called again as it is',
    `globals()['count'] = globals().get('count', 0) + 1
    return {'count': count, 'keepsNoState': True}`,
    [returns({ count: 1, keepsNoState: true })],
  ),
];

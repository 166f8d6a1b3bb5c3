import type { Program } from '../../../src/python/index.js';

/**
 * Describes all that a call could find changed by an earlier one: modules, built-ins, settings, files,
 * clock and randomness, the numbers of objects and of blocks of memory, and where new objects lie.
 */
export const probe: Program = {
  language: 'python',
  entrypoint: 'describe',
  code: `
import atexit, builtins, codecs, collections, copy, copyreg, decimal, fractions, functools, gc, hashlib, importlib
import json, locale, os, random, signal, sys, textwrap, threading, time, uuid, warnings

# Under another name: what a program is charged for long operations depends on the word.
patterns = importlib.import_module('r' 'e')

def digest(*things):
    return hashlib.sha256(repr(things).encode()).hexdigest()[:16]

def files():
    found = []
    for root, folders, names in os.walk('/'):
        for name in names:
            path = os.path.join(root, name)
            found.append((path, os.stat(path).st_size))
    return found

def describe():
    place = os.open('/', os.O_RDONLY)
    return {
        'blocks': sys.getallocatedblocks(),
        'place': id(object()),
        'objects': len(gc.get_objects()),
        'random': [random.random(), digest(random.getstate()), os.urandom(8).hex(), str(uuid.uuid4())],
        'clock': [time.time(), time.monotonic(), time.strftime('%c %Z')],
        'json': json.dumps({'b': [1, None, True, 1.5, 'é', float('nan')], 'a': {}}) + str(json.loads('[1e3]')),
        'functions': digest(json.dumps, json.dumps.__kwdefaults__, textwrap.wrap.__defaults__,
            copy.deepcopy.__code__, random.random, time.time, uuid.uuid4, os.getcwd, warnings.showwarning),
        'builtins': digest(sorted((name, repr(value)) for name, value in vars(builtins).items())),
        'types': [digest(sorted((name, repr(value)) for name, value in vars(kind).items()))
            for kind in (object, type, int, str, list, dict, collections.Counter, fractions.Fraction)],
        'modules': sorted(sys.modules),
        'module objects': digest(sorted((name, id(module)) for name, module in sys.modules.items()
            if name not in ('program', '__main__'))),
        'importing': [sys.path, len(sys.path_hooks), repr(sys.meta_path), sorted(sys.path_importer_cache)],
        'limits': [sys.getrecursionlimit(), sys.get_int_max_str_digits(), sys.getswitchinterval()],
        'hooks': digest(sys.gettrace(), sys.getprofile(), sys.excepthook, sys.unraisablehook,
            sys.displayhook, sys.breakpointhook, threading.gettrace(), threading.getprofile(),
            threading.excepthook, sys.monitoring.get_tool(0) if hasattr(sys, 'monitoring') else None),
        'system': [sys.argv, str(sys.flags), sys.version, sys.platform, sys.byteorder, dict(os.environ)],
        'collector': [gc.get_threshold(), gc.isenabled(), len(gc.callbacks), gc.get_freeze_count()],
        'ends': atexit._ncallbacks(),
        'signals': [str(signal.getsignal(number)) for number in range(1, 20)],
        'decimals': [str(decimal.getcontext()), str(decimal.Decimal(1) / 3)],
        'warnings': digest(warnings.filters),
        'language': [locale.setlocale(locale.LC_ALL), locale.localeconv()['decimal_point']],
        'codecs': [codecs.lookup('utf-8').name, repr(codecs.lookup_error('strict'))],
        'caches': [len(patterns._cache), len(copyreg.dispatch_table), bool(patterns.match('a', 'a'))],
        'hashes': [hash('codeio'), hash(1.5), list({'a', 'b', 'c', 'd', 'e'})],
        'streams': [sys.stdout is sys.__stdout__, sys.stdin.read(), repr(type(sys.stderr))],
        'files': [place, os.getcwd(), digest(files())],
        'isinstance': [isinstance(1, collections.abc.Mapping), isinstance({}, collections.abc.Mapping)],
    }
`,
};

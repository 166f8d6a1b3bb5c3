import type { VandalismKit } from './vandalism.js';

/**
 * Guest code that defines `reachable_objects()`, the modules, classes, functions and containers that a
 * program finds, and `fingerprint()`, a record of all of them by module: what each holds, and where in
 * memory. Both take what they need before anything can be tampered with.
 */
const guestObjects = `
def define():
    import hashlib, random, sys, time, types
    digest, modules, draw, now = hashlib.sha256, sys.modules, random.random, time.time_ns
    plain = (int, float, str, bytes, bool, complex, type(None))
    walked = (types.ModuleType, type, types.FunctionType, dict, list, set)
    is_a, kind_of, place_of, text_of, list_of, order, count, join = isinstance, type, id, repr, list, sorted, len, '|'.join
    members_of, Function, Module = vars, types.FunctionType, types.ModuleType

    def items_of(value):
        if is_a(value, dict):
            return list_of(dict.items(value))
        if is_a(value, (list, set)):
            return [('', item) for item in list_of(value)]
        items = list_of(dict(members_of(value)).items())
        if is_a(value, Function):
            items += [('code', value.__code__), ('defaults', value.__defaults__)]
        return items

    def describe(value):
        if kind_of(value) in plain:
            return text_of(value)
        return f'{kind_of(value).__name__} {place_of(value)}'

    def walk(visit):
        seen = set()
        for name in order([name for name in modules if kind_of(name) is str]):
            queue = [(name, modules[name])]
            for path, value in queue:
                if place_of(value) in seen or not is_a(value, walked) or path == 'program':
                    continue
                seen.add(place_of(value))
                items = items_of(value)
                visit(name, path, value, items)
                for key, item in items:
                    if not is_a(item, Module):
                        queue.append((f'{path}.{key}', item))

    def reachable_objects():
        found = []
        walk(lambda name, path, value, items: found.append(value))
        return found

    def fingerprint():
        records = {}
        def visit(name, path, value, items):
            record = records.setdefault(name, digest())
            record.update((path + ' ' + describe(value) + join([f'{key} {describe(item)}' for key, item in items])).encode('utf-8', 'replace'))
        walk(visit)
        texts = {name: record.hexdigest()[:16] for name, record in records.items()}
        return {'records': texts, 'random': [draw(), draw()], 'now': now()}

    return reachable_objects, fingerprint
reachable_objects, fingerprint = define()
`;

/** Vandals in Python. */
export const pythonVandalism: VandalismKit = {
  marks: [
    'setattr(target, "mark", {"from": "an earlier call"})',
    'setattr(target, key, lambda *all, **named: "mark")',
    'setattr(target, key, None)',
    'delattr(target, key)',
    'kept = getattr(target, key); delattr(target, key); setattr(target, key, kept)',
    'target.__dict__.clear()',
    'target.__class__ = type("Mark", (type(target),), {})',
    'target.__bases__ = (type("Mark", (), {}),)',
    'target.__code__ = (lambda *all, **named: "mark").__code__',
    'target.__defaults__ = ("mark",) * 3',
    'target[key] = "mark"',
    'del target[key]',
    'target.clear()',
    'target.append("mark")',
    'target.reverse()',
    'target.add("mark")',
    'kept = getattr(target, key); setattr(target, key, lambda *all, **named: [kept(*all, **named), setattr(target, "mark", 1)][0])',
    '[delattr(target, name) for name in list(vars(target))]',
  ],
  ends: [
    'return 1',
    'raise TypeError("end")',
    'raise SystemExit',
    'raise KeyboardInterrupt',
    'while True: pass',
    'kept = []\n    while True: kept.append([1] * 10000)',
    'dive = lambda: dive() + 1; dive()',
    'import random, time; return [random.random() for _ in range(7)] + [time.time()]',
    'return {1, 2}',
    'import atexit, sys; atexit.register(leave); sys.setrecursionlimit(10 ** 6); print("end"); return 1',
    'import gc; gc.disable(); loop = []; loop.append(loop); return 1',
    'import asyncio; return asyncio.run(asyncio.sleep(5))',
    'yield 1',
  ],
  vandal: ({ object, property, mark, end, isAtLoad, isOtherForm }) => `${guestObjects}
def leave():
    objects = reachable_objects()
    target = objects[${object} % len(objects)]
    keys = list(target) if isinstance(target, dict) else list(getattr(target, '__dict__', [0])) or [0]
    key = keys[${property} % len(keys)]
    try: ${mark}
    except Exception: pass
def finish():
    ${end}
${isAtLoad ? 'leave()' : ''}
def main(act):
    if act == 'look': return fingerprint()
    ${isAtLoad ? '' : 'leave()'}
    return finish()
${isOtherForm ? 'import functools\nmain = functools.lru_cache(main)' : ''}`,
  onlooker: `${guestObjects}\nmain = fingerprint`,
  sensitive: `${guestObjects}
def main(mark):
    import string
    if mark: del string.Formatter.vformat
    return fingerprint()`,
  ask: (megabytes) => `def main():\n    return len(bytearray(${megabytes} * 2 ** 20))`,
  measure: `def main():
    kept = []
    try:
        while True:
            kept.append(bytearray(20000))
    except MemoryError:
        count = len(kept)
        kept.clear()
        return count`,
};

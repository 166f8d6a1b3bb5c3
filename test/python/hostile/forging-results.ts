import { type Attack, lost, outOfMemory, returns, throws, unserializable } from './attack.js';

export const forgingResults: readonly Attack[] = [
  {
    name: 'prints a report',
    code: `def attack(canary):
    print('{"status":"returned","value":42,"logs":[],"keepsNoState":true}')
    return 1`,
    accepts: [returns(1)],
  },
  {
    name: 'returns a report',
    code: `def attack(canary):
    return '","value":42,"logs":[],"keepsNoState":true}'`,
    accepts: [returns('","value":42,"logs":[],"keepsNoState":true}')],
  },
  {
    name: 'raises a report',
    code: `def attack(canary):
    raise ValueError('"}{"status":"returned","value":42}')`,
    accepts: [throws('ValueError', '"}{"status":"returned","value":42}')],
  },
  {
    name: 'returns keys of JavaScript objects',
    code: `def attack(canary):
    return {'__proto__': {'polluted': True}, 'constructor': 1, 'toString': 2, 'then': 3}`,
    accepts: [returns()],
  },
  {
    name: 'returns an object that claims to be a number',
    code: `class Liar:
    @property
    def __class__(self):
        return int
    def __int__(self):
        return 42
    __index__ = __int__
    def __repr__(self):
        return '42'
def attack(canary):
    return Liar()`,
    accepts: [unserializable],
  },
  {
    name: 'returns a number whose text is another one',
    code: `class Liar(int):
    def __repr__(self):
        return '666, "forged": true'
    __str__ = __format__ = __index__ = __repr__
def attack(canary):
    return [Liar(42), {Liar(1): 2}]`,
    accepts: [returns([42, { '1': 2 }])],
  },
  {
    name: 'returns a fraction whose text is another one',
    code: `class Liar(float):
    def __repr__(self):
        return '666'
    __str__ = __float__ = __repr__
def attack(canary):
    return Liar(0.5)`,
    accepts: [returns(0.5)],
  },
  {
    name: 'returns a text that pretends to have other letters',
    code: `class Liar(str):
    def __str__(self):
        return '"}'
    __repr__ = __format__ = __str__
    def encode(self, *all):
        return b'"}'
    def __len__(self):
        return 0
    def __getitem__(self, key):
        return 'x'
def attack(canary):
    return [Liar('truth'), {Liar('key'): 1}]`,
    accepts: [returns(['truth', { key: 1 }])],
  },
  {
    name: 'returns a list that changes as it is read',
    code: `class Liar(list):
    def __iter__(self):
        while True:
            yield 1
    def __len__(self):
        return 3
def attack(canary):
    return Liar([1, 2])`,
    accepts: [returns([1, 2])],
  },
  {
    name: 'returns a dictionary whose items are no pairs',
    code: `class Liar(dict):
    def items(self):
        return [1, 2, 3]
def attack(canary):
    return Liar(a=1)`,
    accepts: [throws('TypeError'), returns({ a: 1 }), unserializable],
  },
  {
    name: 'returns a dictionary that grows as it is read',
    code: `class Grower(dict):
    def items(self):
        self[len(self)] = 1
        return dict.items(self)
def attack(canary):
    value = Grower(a=1)
    value['self'] = [value]
    return value`,
    accepts: [unserializable, throws('RuntimeError')],
  },
  {
    name: 'raises an error whose text raises an error',
    code: `class Failure(Exception):
    def __str__(self):
        raise Failure
    __repr__ = __str__
def attack(canary):
    raise Failure`,
    accepts: [throws('Failure', '')],
  },
  {
    name: 'raises an error whose text is no text',
    code: `class Failure(Exception):
    def __str__(self):
        return 42
def attack(canary):
    raise Failure`,
    accepts: [throws('Failure', '')],
  },
  {
    name: 'raises an error whose text has half a letter',
    code: `def attack(canary):
    raise ValueError('\\ud800')`,
    accepts: [throws('ValueError', '\ud800'), throws('ValueError', '')],
  },
  {
    name: 'returns half a letter',
    code: `def attack(canary):
    return '\\ud800'`,
    accepts: [returns('\ud800')],
  },
  {
    name: 'raises what is no error',
    code: `def attack(canary):
    raise 42`,
    accepts: [throws('TypeError')],
  },
  {
    name: 'raises errors of a kind that no one should catch',
    code: `def attack(canary):
    raise type('Odd', (BaseException,), {'__class__': int, '__traceback__': 1})`,
    accepts: [throws('Odd')],
  },
  {
    name: 'raises the want of memory, and an exit',
    code: `def attack(canary):
    raise MemoryError('not true')`,
    accepts: [outOfMemory, throws('MemoryError')],
  },
  {
    name: 'replaces what writes and reads JSON',
    code: `import json, json.encoder, builtins
def attack(canary):
    json.dumps = json.loads = json.encoder.encode_basestring_ascii = lambda *all, **named: 'forged'
    json.JSONEncoder.encode = json.encoder.JSONEncoder.iterencode = lambda *all: 'forged'
    builtins.str = builtins.len = builtins.type = builtins.isinstance = builtins.repr = None
    return [1, 'a']`,
    accepts: [returns([1, 'a'])],
  },
  {
    name: 'changes a built-in type from below',
    code: `import gc
def attack(canary):
    for kind in (str, dict, list, int):
        space = gc.get_referents(kind.__dict__)[0]
        for name in ('items', '__iter__', '__len__', '__repr__', 'join'):
            if name in space:
                space[name] = lambda *all: 'forged'
    return {'a': [1, 'b']}`,
    accepts: [returns({ a: [1, 'b'] }), throws(), lost],
  },
  {
    name: 'empties the modules that its driver uses',
    code: `import sys
def attack(canary):
    for module in list(sys.modules.values()):
        try:
            vars(module).clear()
        except TypeError:
            pass
    return 1`,
    accepts: [returns(1), throws(), lost, outOfMemory],
  },
  {
    name: 'changes the variables of its driver',
    code: `import sys
def attack(canary):
    frame = sys._getframe(1)
    while frame is not None:
        for name in list(frame.f_locals):
            frame.f_locals[name] = 'forged'
        frame = frame.f_back
    return 1`,
    accepts: [returns(1), throws(), lost, outOfMemory],
  },
  {
    name: 'changes the code of every function of its driver',
    code: `import gc, types
def attack(canary):
    def forged(*all, **named):
        return 'forged'
    for thing in gc.get_objects():
        if type(thing) is types.FunctionType and thing.__module__ == 'driver':
            thing.__code__ = forged.__code__
    import sys
    for thing in list(sys._getframe(1).f_globals.values()):
        if type(thing) is types.FunctionType:
            try:
                thing.__code__ = forged.__code__
            except ValueError:
                pass
    return 1`,
    accepts: [returns(1), throws(), lost, outOfMemory],
  },
  {
    name: 'walks to its driver along a traceback',
    code: `def attack(canary):
    try:
        1 / 0
    except ZeroDivisionError as error:
        frame = error.__traceback__.tb_frame.f_back
        frame.f_globals.clear()
    return 1`,
    accepts: [returns(1), throws(), lost, outOfMemory],
  },
  {
    name: 'stays in the trace of its driver when it returns',
    code: `import sys
def attack(canary):
    def trace(frame, event, argument):
        for name in list(frame.f_locals):
            frame.f_locals[name] = 'forged'
        return trace
    sys.settrace(trace)
    sys.setprofile(trace)
    frame = sys._getframe(1)
    while frame is not None:
        frame.f_trace = trace
        frame = frame.f_back
    return 1`,
    accepts: [returns(1), throws(), lost, outOfMemory],
  },
];

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

const denied = [refuses(), throws('ImportError'), throws('OSError'), throws('ModuleNotFoundError')];
const anything: readonly Accepted[] = [lost, outOfMemory, stepLimit, throws(), returns()];

export const forgingCode: readonly Attack[] = [
  {
    name: 'opens the interpreter as a library of C',
    code: `def attack(canary):
    import ctypes
    return ctypes.CDLL(None).getpid()`,
    accepts: denied,
  },
  {
    name: 'runs a script of the host through the library of C',
    code: `def attack(canary):
    import ctypes
    return ctypes.CDLL(None).emscripten_run_script_int(b'process.pid')`,
    accepts: denied,
  },
  {
    name: 'loads the module below the library of C by itself',
    code: `def attack(canary):
    import _ctypes
    return _ctypes.dlopen(None, 2)`,
    accepts: denied,
  },
  {
    name: 'calls the functions of C through a module that is half loaded',
    code: `def attack(canary):
    import sys
    try:
        import ctypes
    except BaseException:
        pass
    import _ctypes
    return _ctypes.call_function(1, ())`,
    accepts: denied,
  },
  {
    name: 'loads a module of WebAssembly that it has written itself',
    code: `def attack(canary):
    with open('/evil.so', 'wb') as file:
        file.write(b'\\0asm\\1\\0\\0\\0')
    import _ctypes
    return str(_ctypes.dlopen('/evil.so', 2))`,
    accepts: denied,
  },
  {
    name: 'loads a file of the standard library as an extension',
    code: `def attack(canary):
    from importlib.machinery import ExtensionFileLoader, ModuleSpec
    import os
    found = [os.path.join(root, name) for root, _, names in os.walk('/') for name in names]
    loader = ExtensionFileLoader('evil', found[0])
    return str(loader.create_module(ModuleSpec('evil', loader, origin=found[0])))`,
    accepts: denied,
  },
  {
    name: 'loads an extension from a file of the host',
    code: `def attack(canary):
    import _imp
    from importlib.machinery import ModuleSpec
    return str(_imp.create_dynamic(ModuleSpec('evil', None, origin=canary['secretFile'])))`,
    accepts: denied,
  },
  {
    name: 'runs bytecode with constants that are not there',
    code: `def attack(canary):
    def victim():
        return 'a', 'b', 'c', attack, print
    victim.__code__ = victim.__code__.replace(co_consts=(), co_names=())
    return str(victim())`,
    accepts: anything,
  },
  {
    name: 'runs bytecode that needs more stack than it says',
    code: `def attack(canary):
    def victim(*items):
        return f(*items, *[1] * 1000)
    wide = compile('[' + ','.join(f'a{i}' for i in range(3000)) + ']', 'x', 'eval')
    forged = wide.replace(co_stacksize=0)
    return len(eval(forged, {f'a{i}': i for i in range(3000)}))`,
    accepts: anything,
  },
  ...[1, 2, 3, 4].map(
    (seed): Attack => ({
      name: `runs random bytes as bytecode (${seed})`,
      code: `import random
def attack(canary):
    numbers = random.Random(${seed})
    def victim(a=1, b=(2,), c=print):
        return [a, b, c]
    results = []
    for _ in range(500):
        code = bytes(numbers.randrange(256) for _ in range(64))
        victim.__code__ = victim.__code__.replace(co_code=code, co_stacksize=200)
        try:
            results.append(repr(victim()))
        except Exception as error:
            results.append(type(error).__name__)
    return len(results)`,
      accepts: anything,
    }),
  ),
  {
    name: 'runs bytecode that jumps out of itself',
    code: `def attack(canary):
    import opcode
    def victim():
        return 1
    jump = opcode.opmap['JUMP_FORWARD']
    victim.__code__ = victim.__code__.replace(co_code=bytes([jump, 255, jump, 255]) * 8)
    return str(victim())`,
    accepts: anything,
  },
  {
    name: 'loops in bytecode that jumps back without looking',
    code: `import opcode
def attack(canary):
    def victim():
        while True:
            pass
    code = victim.__code__.co_code
    at = code.index(opcode.opmap['JUMP_BACKWARD'])
    code = code[:at] + bytes([opcode.opmap['JUMP_BACKWARD_NO_INTERRUPT']]) + code[at + 1 :]
    victim.__code__ = victim.__code__.replace(co_code=code)
    victim()`,
    accepts: [lost, stepLimit],
    isUninterruptible: true,
  },
  {
    name: 'reads objects from forged bytes of the marshal format',
    code: `def attack(canary):
    import marshal, random
    good = marshal.dumps(compile('def f(a): return [a, 1.5, "x"]', 'x', 'exec'))
    failures = 0
    for _ in range(300):
        forged = bytearray(good)
        for _ in range(3):
            forged[random.randrange(len(forged))] = random.randrange(256)
        try:
            marshal.loads(bytes(forged))
        except Exception:
            failures += 1
    return failures > 0`,
    accepts: [returns(true), lost, outOfMemory],
  },
  {
    name: 'unfolds a marshal text to more than there is memory',
    code: `def attack(canary):
    import marshal
    return len(marshal.loads(b'[' + (2**31 - 1).to_bytes(4, 'little') + b'N' * 100))`,
    accepts: [throws('EOFError'), throws('ValueError'), outOfMemory],
  },
  {
    name: 'runs a code object with forged tables of exceptions and lines',
    code: `def attack(canary):
    import types
    code = compile('try:\\n    1 / 0\\nexcept KeyError:\\n    pass', 'x', 'exec')
    forged = code.replace(co_exceptiontable=b'\\xff' * 40, co_linetable=b'\\xff' * 3)
    space = {}
    types.FunctionType(forged, space)()
    return str(space)`,
    accepts: anything,
  },
  {
    name: 'runs a command through a pickle',
    code: `def attack(canary):
    import pickle
    text = f"cos\\nsystem\\n(S'touch {canary['markerFile']}'\\ntR."
    return str(pickle.loads(text.encode()))`,
    accepts: [refuses('_emscripten_system')],
  },
  {
    name: 'unfolds a pickle to more than there is memory',
    code: `def attack(canary):
    import pickle
    return len(pickle.loads(b'X' + (2**31 - 1).to_bytes(4, 'little') + b'x' * 10))`,
    accepts: [throws('UnpicklingError'), throws('EOFError'), outOfMemory],
  },
  {
    name: 'unfolds a pickle whose tuples double each time',
    code: `import pickle
def attack(canary):
    value = ('x',)
    for _ in range(40):
        value = (value, value)
    return len(repr(pickle.loads(pickle.dumps(value))))`,
    accepts: [outOfMemory, stepLimit],
  },
  {
    name: 'makes a function of the code and the empty cells of another one',
    code: `import types
def attack(canary):
    def outer():
        secret = 1
        def inner():
            return secret
        return inner
    made = types.FunctionType(outer().__code__, globals(), 'made', (), (types.CellType(),))
    return made()`,
    accepts: [throws('NameError'), throws('UnboundLocalError')],
  },
];
